import { Failure } from '../failure.ts';
import type { Requests } from '../http/requests.ts';
import type { HttpAnswer, HttpRequest, Method } from '../http/transport.ts';
import { quote } from '../inputs/text.ts';
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

/** Every server that is still supported knows it; an Enterprise Server refuses newer ones. */
const API_VERSION = '2022-11-28';

/** askWith asks with a credential. What makes a request of a route is loaded when something is asked for the first time. */
export function askWith({ token, input }: GithubCredential, apiUrl: string, requests: Requests): Ask {
  return async (route, parameters) => {
    refuseDots(parameters);
    if (!URL.canParse(apiUrl)) {
      throw new Failure(
        'Not safe to send',
        `GITHUB_API_URL is ${quote(apiUrl)}, which is not a URL, so GitHub was not asked. The runner sets this variable, for ` +
          'example to `https://api.github.com`.',
      );
    }
    if (token.reveal() === '') {
      throw new Failure(
        'No GitHub token',
        `\`${input}\` is empty, so GitHub could not be asked. Give it a token.`,
      );
    }
    const { endpoint } = await import('@octokit/endpoint');
    const { method, url, headers, body } = endpoint(route, {
      baseUrl: apiUrl,
      headers: { authorization: `token ${token.reveal()}`, 'x-github-api-version': API_VERSION },
      ...parameters,
    });
    const request: HttpRequest = {
      method: method as Method,
      url: new URL(url),
      headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    };
    return method === 'GET' ? await requests.repeatedly(request) : await requests.once(request);
  };
}

/** What fills a placeholder is encoded, but for these, which would lead to another route. */
function refuseDots(parameters: Parameters): void {
  const dots = Object.values(parameters).find(
    (value) => typeof value === 'string' && /^\.{0,2}$/.test(value),
  );
  if (dots !== undefined) {
    throw new Failure('Not a name', `"${dots}" is no name, so no request was sent with it in its path.`);
  }
}
