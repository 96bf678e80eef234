import type { Secret } from '../base/secret.ts';
import type { Requests } from '../http/requests.ts';
import { githubClient } from './client.ts';
import type { SecretStore, WorkflowRuns } from './ports.ts';
import { look, PublicKeys } from './read-secret.ts';
import { run } from './workflow-run.ts';
import { store } from './write-secret.ts';

/**
 * secretStore writes secrets with a token. If the token is empty, the first request is a Failure. `apiUrl` is the value of
 * GITHUB_API_URL, without a slash at its end. Octokit is loaded with the first request.
 */
export function secretStore(apiUrl: string, storeToken: Secret, requests: Requests): SecretStore {
  const client = githubClient({ token: storeToken, input: 'store-token' }, apiUrl, requests);
  const keys = new PublicKeys(client);
  return {
    look: (target) => look(target, client, keys),
    store: (seen, secret) => store(seen, secret, { client, keys, retryControl: requests.gate }),
  };
}

/** workflowRuns reads workflow runs with a token, in the same way. */
export function workflowRuns(apiUrl: string, githubToken: Secret, requests: Requests): WorkflowRuns {
  const client = githubClient({ token: githubToken, input: 'github-token' }, apiUrl, requests);
  return { run: (repository, runId) => run(repository, runId, client) };
}
