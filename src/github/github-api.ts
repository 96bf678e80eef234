import type { Requests } from '../http/requests.ts';
import type { Secret } from '../secret.ts';
import { askWith } from './ask.ts';
import type { Github } from './github.ts';
import { look } from './look.ts';
import { PublicKeys } from './public-keys.ts';
import { store } from './store.ts';
import { run } from './workflow-run.ts';

/** GithubConnection is where GitHub's API is, and what it is asked with. */
export interface GithubConnection {
  /** As GITHUB_API_URL says it: without a slash at its end. */
  readonly apiUrl: string;
  /** Writes secrets. An empty one is a Failure once it is needed. */
  readonly storeToken: Secret;
  /** Reads workflow runs. An empty one is a Failure once it is needed. */
  readonly githubToken: Secret;
}

/** githubApi is the Github of a connection. What that takes is loaded with the first request. */
export function githubApi(connection: GithubConnection, requests: Requests): Github {
  const { apiUrl, storeToken, githubToken } = connection;
  const askToStore = askWith({ token: storeToken, input: 'store-token' }, apiUrl, requests);
  const askForRuns = askWith({ token: githubToken, input: 'github-token' }, apiUrl, requests);
  const keys = new PublicKeys(askToStore);
  return {
    look: (target) => look(target, askToStore, keys),
    store: (seen, secret) => store(seen, secret, askToStore, keys, requests),
    run: (repository, runId) => run(repository, runId, askForRuns),
  };
}
