import { Failure } from '../base/errors.ts';
import type { Secret } from '../base/secret.ts';
import { quote } from '../base/text.ts';
import type { HttpResponse } from '../http/messages.ts';
import type { Requests } from '../http/requests.ts';
import { Exchange } from './exchange.ts';
import { loadGetOctokit, type Octokit } from './octokit.ts';

/** Call sends one request through a typed route. */
export type Call = (octokit: Octokit) => Promise<unknown>;

/** ListCall sends one request per page of a list. */
export type ListCall = (octokit: Octokit) => AsyncIterable<unknown>;

/**
 * GithubClient sends requests to GitHub and returns the responses with any status. Throws NetworkError if there is no response,
 * and a Failure if the request cannot be sent. It retries a GET, and sends a PUT once.
 */
export interface GithubClient {
  send(call: Call): Promise<HttpResponse>;
  /** pages yields the response for each page, until a response links to no further page. */
  pages(list: ListCall): AsyncIterable<HttpResponse>;
}

/** GithubCredential is a GitHub token and the input that it comes from. */
export interface GithubCredential {
  readonly token: Secret;
  readonly input: 'store-token' | 'github-token';
}

/** githubClient returns a client that uses a credential and Octokit. It loads Octokit with the first request. */
export function githubClient(credential: GithubCredential, apiUrl: string, requests: Requests): GithubClient {
  return {
    async send(call) {
      const exchange = new Exchange(parseApiUrl(apiUrl), requests);
      await call(await octokitFor(credential, apiUrl, exchange));
      return await exchange.response;
    },
    async *pages(list) {
      const exchange = new Exchange(parseApiUrl(apiUrl), requests);
      const pages = list(await octokitFor(credential, apiUrl, exchange));
      for await (const _ of pages) yield await exchange.response;
    },
  };
}

function parseApiUrl(apiUrl: string): URL {
  if (URL.canParse(apiUrl)) return new URL(apiUrl);
  throw new Failure(
    'not-safe-to-send',
    `GITHUB_API_URL is ${quote(apiUrl)}, which is not a URL. The request to GitHub was not sent. Do not change this variable. The runner sets ` +
      'it, for example to `https://api.github.com`.',
  );
}

async function octokitFor(
  { token, input }: GithubCredential,
  baseUrl: string,
  { fetch }: Exchange,
): Promise<Octokit> {
  if (token.reveal() === '') {
    throw new Failure(
      'no-github-token',
      `\`${input}\` is empty, so the request to GitHub was not sent. Set \`${input}\` to a token.`,
    );
  }
  const getOctokit = await loadGetOctokit();
  const octokit = getOctokit(token.reveal(), { baseUrl, request: { fetch } });
  octokit.hook.before('request', refuseDots);
  return octokit;
}

/**
 * Octokit encodes the values in a path, but not `.` and `..`, which would lead to another route. The hook does not see the names in
 * the route of a list, because Octokit inserts them earlier. The action always reads the secret of a list first, which checks them.
 */
function refuseDots(parameters: object): void {
  const dots = Object.values(parameters).find(
    (value) => typeof value === 'string' && /^\.{0,2}$/.test(value),
  );
  if (dots !== undefined) {
    throw new Failure(
      'invalid-name',
      `"${dots}" is not a valid name, so the action did not use it in the path of a request. Nothing was sent.`,
    );
  }
}
