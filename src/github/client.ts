import { Failure } from '../base/errors.ts';
import type { Secret } from '../base/secret.ts';
import { quote } from '../base/text.ts';
import type { HttpResponse } from '../http/messages.ts';
import type { Requests } from '../http/requests.ts';
import { Exchange } from './exchange.ts';
import { loadGetOctokit, type Octokit } from './octokit.ts';

/** Call makes one request by a typed route. */
export type Call = (octokit: Octokit) => Promise<unknown>;

/** ListCall makes one request for each page of a list. */
export type ListCall = (octokit: Octokit) => AsyncIterable<unknown>;

/**
 * GithubClient sends requests to GitHub and returns the responses, whatever their status. Throws NetworkError when there is
 * none, and a Failure when nothing can be sent. A GET is retried; a PUT is sent once.
 */
export interface GithubClient {
  send(call: Call): Promise<HttpResponse>;
  /** pages yields the response with each page, until one names no next page. */
  pages(list: ListCall): AsyncIterable<HttpResponse>;
}

/** GithubCredential is a token of GitHub's, and the input that it comes from. */
export interface GithubCredential {
  readonly token: Secret;
  readonly input: 'store-token' | 'github-token';
}

/** githubClient sends with a credential, through Octokit. Octokit is loaded with the first request. */
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
    `GITHUB_API_URL is ${quote(apiUrl)}, which is not a URL, so GitHub was not asked. The runner sets this variable, for ` +
      'example to `https://api.github.com`.',
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
      `\`${input}\` is empty, so GitHub could not be asked. Set it to a token.`,
    );
  }
  const getOctokit = await loadGetOctokit();
  const octokit = getOctokit(token.reveal(), { baseUrl, request: { fetch } });
  octokit.hook.before('request', refuseDots);
  return octokit;
}

/**
 * Octokit encodes what fills a placeholder, but not these, which would lead to another route. The hook does not see the names
 * of a list, because Octokit fills them in before; the secret that a list belongs to is always read first.
 */
function refuseDots(parameters: object): void {
  const dots = Object.values(parameters).find(
    (value) => typeof value === 'string' && /^\.{0,2}$/.test(value),
  );
  if (dots !== undefined) {
    throw new Failure('invalid-name', `"${dots}" is no name, so no request was sent with it in its path.`);
  }
}
