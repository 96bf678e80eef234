import { Failure } from '../base/errors.ts';
import { markServerText, quote } from '../base/text.ts';
import type { HttpRequest, HttpResponse } from '../http/messages.ts';
import type { Requests } from '../http/requests.ts';

/** Every supported server knows this version. An older Enterprise Server refuses newer versions. */
const API_VERSION = '2022-11-28';

/** The options that Octokit passes to `fetch` and that are used here. */
interface FetchOptions {
  readonly method: 'GET' | 'PUT';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** The part of a response that Octokit needs if there is no body. */
interface EmptyResponse {
  readonly status: 204;
  readonly url: string;
  readonly headers: ReadonlyMap<string, string>;
}

/**
 * Exchange sends the requests of one Octokit, one at a time, and keeps each response for the caller. Octokit receives only the
 * link to the next page. With the complete response, it would throw for many statuses, wrap errors, and print headers.
 */
export class Exchange {
  readonly #api: URL;
  readonly #requests: Requests;
  #response: Promise<HttpResponse> | undefined;

  constructor(api: URL, requests: Requests) {
    this.#api = api;
    this.#requests = requests;
  }

  /** The response to the last request, with any status. Rejects with the error of the request. */
  get response(): Promise<HttpResponse> {
    if (this.#response === undefined) throw new Error('Octokit has sent no request');
    return this.#response;
  }

  /** fetch is for Octokit. It never rejects. */
  readonly fetch = async (url: string, options: FetchOptions): Promise<EmptyResponse> => {
    this.#response = this.#send(url, options);
    const link = await this.#response.then(
      ({ headers }) => headers['link'],
      () => undefined,
    );
    return { status: 204, url, headers: new Map(link === undefined ? [] : [['link', String(link)]]) };
  };

  async #send(url: string, { method, headers, body }: FetchOptions): Promise<HttpResponse> {
    const request: HttpRequest = {
      method,
      url: urlWithin(this.#api, url),
      headers: { ...headers, 'x-github-api-version': API_VERSION },
      ...(body === undefined ? {} : { body }),
    };
    return method === 'GET'
      ? await this.#requests.sendWithRetry(request)
      : await this.#requests.send(request);
  }
}

/** A response can link to any URL as the next page, but the token is only for the API. */
function urlWithin(api: URL, text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const folder = api.pathname.endsWith('/') ? api.pathname : `${api.pathname}/`;
  if (url?.origin === api.origin && url.pathname.startsWith(folder)) return url;
  throw new Failure(
    'not-safe-to-send',
    `The action did not send a request to ${markServerText(quote(text))}, because this URL is not within GitHub's API at ` +
      `${api.origin}${folder}. Check GITHUB_API_URL, and check whether a proxy changes GitHub's responses.`,
  );
}
