import type { ErrorCode } from '../base/error-codes.ts';
import { Failure } from '../base/errors.ts';
import { describeBody, excerpt, isHtml } from '../http/body.ts';
import type { HttpResponse } from '../http/messages.ts';
import { isRetryable } from '../http/retry.ts';
import { parseApiError, parseRefusal } from './schemas.ts';

/** ApiError is an error response of the Management API, or of a server in front of it. */
export class ApiError extends Failure {
  readonly status: number;
  /** The error text of the server, shortened. Empty if there is none. */
  readonly serverMessage: string;

  /** `action` says in the infinitive what the request was for. `tokenSource` describes the source of the management token. */
  constructor(action: string, response: HttpResponse, tokenSource: string) {
    const serverMessage = excerpt(response);
    const said = serverMessage === '' ? '' : `: ${serverMessage}`;
    super(
      codeOf(response),
      `The Management API request to ${action} failed (${response.status}${said}). ${hint(response, tokenSource)}`.trimEnd(),
      {
        detail: String(response.status),
        remedy: isRetryable(response.status) ? 'Run the job again later.' : '',
      },
    );
    this.name = 'ApiError';
    this.status = response.status;
    this.serverMessage = serverMessage;
  }
}

/** UnreadableResponse is a success whose body is not from the API. Usually, the body is the page of a proxy or a login service. */
export class UnreadableResponse extends Failure {
  constructor(action: string, response: HttpResponse) {
    super(
      'unreadable-response',
      `The Management API request to ${action} returned ${response.status} with ${describeBody(response)}. ` +
        'Check `api-url`, and check whether a proxy responds in place of the API.',
    );
    this.name = 'UnreadableResponse';
  }
}

/** UnconfirmedRevocation is a 2xx other than 204 to a DELETE, after which the API does not show the token as revoked. */
export class UnconfirmedRevocation extends Failure {
  constructor(id: string, response: HttpResponse) {
    super(
      'token-not-revoked',
      `The Management API request to revoke token ${id} returned ${response.status} instead of 204, with ` +
        `${describeBody(response)}. The API does not show the token as revoked. Check \`api-url\`, and check whether a proxy ` +
        'responds in place of the API.',
    );
    this.name = 'UnconfirmedRevocation';
  }
}

/** ContradictoryResponses means that the API lists a token as valid, but responds with 404 to a request for it. */
export class ContradictoryResponses extends Failure {
  constructor(id: string) {
    super(
      'token-not-revoked',
      `The Management API lists token ${id} as valid, but responded with 404 to a request for the token. Run the job again later. If the ` +
        'error persists, use `influxctl`.',
    );
    this.name = 'ContradictoryResponses';
  }
}

/** isAuthError tells whether the server refused the management token. It would then refuse every other request, too. */
export function isAuthError(error: unknown): boolean {
  return error instanceof ApiError && (error.status === 401 || error.status === 403);
}

/**
 * isOwn404 tells whether a 404 is from the API itself, so that the resource does not exist. Without the API's `{code, message}`,
 * a server or proxy in front of the API has sent the 404, because it does not know the route.
 */
export function isOwn404(response: HttpResponse): boolean {
  return response.status === 404 && parseApiError(response.body) !== undefined;
}

/**
 * showsRoute tells whether a response to a read proves that its path is one of the API: a success, or a 404 with a number as its `code`. On
 * Clustered, the data plane shares the host with the API. The data plane also responds with 404 to unknown paths, and its `code` is a text.
 */
export function showsRoute(response: HttpResponse): boolean {
  if (response.status === 200) return true;
  return response.status === 404 && typeof parseApiError(response.body)?.code === 'number';
}

/** The sender of a 401 or 403, as far as the body shows. Only a refusal of the API itself is about the management token. */
type Refuser = 'api' | 'gateway' | 'unknown';

/** The name of a gateway is at the beginning of the body. */
const MAX_READ_LENGTH = 4096;

const GATEWAY_NAMES =
  /\b(?:nginx|openresty|cloudflare|cloudfront|akamai|envoy|istio|haproxy|traefik|kong|squid|varnish|apache|zscaler|fortinet|fortigate|forcepoint|gateway|proxy|firewall|load balancer)\b/i;

function refuserOf(response: HttpResponse): Refuser {
  if (isHtml(response) || GATEWAY_NAMES.test(response.body.slice(0, MAX_READ_LENGTH))) return 'gateway';
  return parseApiError(response.body) || parseRefusal(response.body) ? 'api' : 'unknown';
}

/**
 * isFromGateway tells whether a 401 or 403 is from a server in front of the API. That server might have blocked the response of the API
 * instead of the request, for example because the response contains a token.
 */
export function isFromGateway(response: HttpResponse): boolean {
  return (response.status === 401 || response.status === 403) && refuserOf(response) === 'gateway';
}

function codeOf(response: HttpResponse): ErrorCode {
  const { status } = response;
  if (status === 401 || status === 403) {
    const refuser = refuserOf(response);
    if (refuser === 'gateway') return 'blocked-by-a-gateway';
    if (refuser === 'unknown') return 'request-refused';
  }
  if (status === 401) return 'management-token-refused';
  if (status === 403) return 'management-token-not-allowed';
  if (status === 404) return 'not-found';
  return 'management-api-responded-with';
}

function hint(response: HttpResponse, tokenSource: string): string {
  const { status } = response;
  if (status === 401 || status === 403) {
    const refuser = refuserOf(response);
    if (refuser === 'gateway') {
      return (
        'A gateway or proxy between this runner and the Management API blocked the request, so the response says nothing about ' +
        'the management token. Check `api-url`, and check the proxies and firewalls of this runner.'
      );
    }
    if (refuser === 'unknown') {
      return (
        'The response does not show whether the Management API or a gateway refused the request. Check the management token ' +
        `(from ${tokenSource}), \`account-id\`, and \`cluster-id\`. Also check \`api-url\`, and the proxies and firewalls of ` +
        'this runner.'
      );
    }
  }
  if (status === 401) {
    return (
      `The management token (from ${tokenSource}) is wrong, expired, or revoked. Check the secret that contains it, or create ` +
      'another token with `influxctl management create`. Runs from forks and Dependabot do not get the secrets of the ' +
      'repository.'
    );
  }
  if (status === 403) {
    return 'The management token is valid, but not for this account or cluster. Check `account-id` and `cluster-id`.';
  }
  if (status === 404) {
    return isOwn404(response)
      ? 'The Management API does not know this account, cluster, or token. Check `account-id` and `cluster-id`.'
      : 'There is no Management API at this URL. Check `api-url` and `product`.';
  }
  if (status >= 300 && status <= 399) {
    return 'The action does not follow redirects, because they could send credentials to another server. Set `api-url` to the final URL.';
  }
  return '';
}
