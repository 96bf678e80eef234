import { Failure } from '../failure.ts';
import type { Requests } from '../http/requests.ts';
import type { HttpAnswer, HttpRequest, Method } from '../http/transport.ts';
import type { Secret } from '../secret.ts';

/** Parameters fill the placeholders of a route; the rest becomes its query, or the body of a PUT. */
export type Parameters = Readonly<Record<string, string | number | readonly number[]>>;

/**
 * Ask asks GitHub. Whatever it answers is returned; throws NetworkError when it does not, and a Failure when nothing can
 * be asked. A GET is repeated while that may help; a PUT is sent once.
 */
export type Ask = (route: `${'GET' | 'PUT'} /${string}`, parameters: Parameters) => Promise<HttpAnswer>;

/** GithubCredential is a token of GitHub's, and the input that it comes from. */
export interface GithubCredential {
  readonly token: Secret;
  readonly input: 'store-token' | 'github-token';
}

interface OctokitAnswer {
  readonly status: number;
  readonly headers: object;
  readonly data: unknown;
}

type Octokit = (route: string, parameters: object) => Promise<OctokitAnswer>;

/** Every server that is still supported knows it; an Enterprise Server refuses newer ones. */
const API_VERSION = '2022-11-28';

/**
 * Octokit would act upon these: parse the body or not by the one, and print a line of its own by the other. Bodies are
 * checked by us.
 */
const KEPT_FROM_OCTOKIT = ['content-type', 'deprecation'];

/** askWith asks with a credential, through Octokit, which is loaded when something is asked for the first time. */
export function askWith(credential: GithubCredential, apiUrl: string, requests: Requests): Ask {
  let loading: Promise<Octokit> | undefined;
  return async (route, parameters) => {
    refuseDots(parameters);
    loading ??= load(credential, apiUrl, requests);
    return answerOf((await loading)(route, parameters));
  };
}

async function load(
  { token, input }: GithubCredential,
  baseUrl: string,
  requests: Requests,
): Promise<Octokit> {
  if (token.reveal() === '') {
    throw new Failure(
      'No GitHub token',
      `\`${input}\` is empty, so GitHub could not be asked. Give it a token.`,
    );
  }
  const { getOctokit } = await import('@actions/github');
  const { request } = getOctokit(token.reveal(), { baseUrl, request: { fetch: fetchThrough(requests) } });
  return request.defaults({ headers: { 'X-GitHub-Api-Version': API_VERSION } });
}

/** The part of `fetch` that Octokit uses. It gives header names in lower case, and the body as JSON. */
function fetchThrough(requests: Requests) {
  return async (
    url: string,
    init: { method: Method; headers: Readonly<Record<string, string>>; body?: string },
  ) => {
    const { method, headers, body } = init;
    const request: HttpRequest = { method, url: new URL(url), headers, ...(body !== undefined && { body }) };
    const answer = method === 'GET' ? await requests.repeatedly(request) : await requests.once(request);
    const seen = Object.entries(answer.headers).filter(([name]) => !KEPT_FROM_OCTOKIT.includes(name));
    return { status: answer.status, url, headers: new Map(seen), text: async () => answer.body };
  };
}

/** Octokit throws what says no, and wraps what its `fetch` throws into an error that it makes a 500 of. */
async function answerOf(asking: Promise<OctokitAnswer>): Promise<HttpAnswer> {
  const { status, headers, data } = await asking.catch((error: Error & { response?: OctokitAnswer }) => {
    if (error.response) return error.response;
    throw error.cause ?? error;
  });
  return { status, headers: { ...headers }, body: String(data) };
}

/** Octokit encodes all that a URL could take for something else, but for these, which lead to another route. */
function refuseDots(parameters: Parameters): void {
  const dots = Object.values(parameters).find(
    (value) => typeof value === 'string' && /^\.{0,2}$/.test(value),
  );
  if (dots !== undefined) {
    throw new Failure('Not a name', `"${dots}" is no name, so no request was sent with it in its path.`);
  }
}
