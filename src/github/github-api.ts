import type { Secret } from '../base/secret.ts';
import type { Requests } from '../http/requests.ts';
import type { RunContext } from '../request/run-context.ts';
import { githubClient } from './client.ts';
import { PublicKeys, readMetadata } from './read-secret.ts';
import type { SecretStore } from './secret-store.ts';
import type { WorkflowRuns } from './workflow-run.ts';
import { noResponse, run } from './workflow-run.ts';
import { store } from './write-secret.ts';

/**
 * secretStore writes secrets with a token. If the token is empty, the first request is a Failure. `apiUrl` is the value of
 * GITHUB_API_URL, without a slash at its end. Octokit is loaded with the first request.
 */
export function secretStore(apiUrl: string, storeToken: Secret, requests: Requests): SecretStore {
  const client = githubClient({ token: storeToken, input: 'store-token' }, apiUrl, requests);
  const keys = new PublicKeys(client);
  return {
    readMetadata: (target) => readMetadata(target, client, keys),
    store: (seen, secret) => store(seen, secret, { client, keys, retryControl: requests.gate }),
  };
}

/** workflowRuns reads workflow runs with a token, in the same way. Gitea and Forgejo get no request, because their APIs differ. */
export function workflowRuns(
  { githubApiUrl, otherRunner }: Pick<RunContext, 'githubApiUrl' | 'otherRunner'>,
  githubToken: Secret,
  requests: Requests,
): WorkflowRuns {
  const silent = (why: string): WorkflowRuns => ({ run: async () => noResponse(why, 'all-runs') });
  if (otherRunner === 'Gitea' || otherRunner === 'Forgejo') {
    return silent(`${otherRunner} does not report whether runs have ended.`);
  }
  if (githubToken.reveal() === '')
    return silent('`github-token` is empty, so the action did not ask GitHub.');
  const client = githubClient({ token: githubToken, input: 'github-token' }, githubApiUrl, requests);
  return { run: (repository, runId) => run(repository, runId, client) };
}
