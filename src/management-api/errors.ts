import type { ErrorCode } from '../base/error-codes.ts';
import { Failure } from '../base/errors.ts';
import { describeBody, excerpt, isHtml } from '../http/body.ts';
import type { HttpResponse } from '../http/messages.ts';
import { parseApiError, parseRefusal } from './schemas.ts';

/** ApiError is a response that says no. */
export class ApiError extends Failure {
  readonly status: number;
  /** What the server said, cut to an excerpt; empty when it said nothing. */
  readonly serverMessage: string;

  /** `tokenSource` is where the management token comes from, for people. */
  constructor(action: string, response: HttpResponse, tokenSource: string) {
    const serverMessage = excerpt(response);
    const said = serverMessage === '' ? '' : `: ${serverMessage}`;
    super(
      codeOf(response),
      `The Management API would not ${action} (${response.status}${said}). ${hint(response, tokenSource)}`.trimEnd(),
      { detail: String(response.status) },
    );
    this.name = 'ApiError';
    this.status = response.status;
    this.serverMessage = serverMessage;
  }
}

/** UnreadableResponse is a success whose body is not what the API sends: mostly a proxy's or a login page. */
export class UnreadableResponse extends Failure {
  constructor(action: string, response: HttpResponse) {
    super(
      'unreadable-answer',
      `The Management API was to ${action} and answered ${response.status}, but with ${describeBody(response)}. ` +
        'Check `api-url`, and whether a proxy stands in between.',
    );
    this.name = 'UnreadableResponse';
  }
}

/** UnconfirmedRevocation is a 2xx other than 204 to a DELETE, after which the token is still not shown as revoked. */
export class UnconfirmedRevocation extends Failure {
  constructor(id: string, response: HttpResponse) {
    super(
      'token-not-revoked',
      `The Management API responded ${response.status} with ${describeBody(response)} to the revocation of token ${id}, instead ` +
        'of 204, and does not show the token as revoked. Check `api-url`, and whether a proxy responds in place of the API.',
    );
    this.name = 'UnconfirmedRevocation';
  }
}

/** ContradictoryResponses means that the API lists a token as alive but does not know it when it is to be revoked. */
export class ContradictoryResponses extends Failure {
  constructor(id: string) {
    super(
      'token-not-revoked',
      `The Management API lists token ${id} as alive but responds 404 to its revocation.`,
    );
    this.name = 'ContradictoryResponses';
  }
}

/** isAuthError tells whether the management token was refused: whatever else is asked with it would be too. */
export function isAuthError(error: unknown): boolean {
  return error instanceof ApiError && (error.status === 401 || error.status === 403);
}

/**
 * isOwn404 tells the API's own "no such thing" from a 404 for a route that does not exist, which a server or proxy in
 * front of the API sends without the API's `{code, message}`.
 */
export function isOwn404(response: HttpResponse): boolean {
  return response.status === 404 && parseApiError(response.body) !== undefined;
}

/** Who sent a 401 or 403, as far as its body shows. Only the API knows anything about the management token. */
type Refuser = 'api' | 'gateway' | 'unknown';

/** A gateway names itself at the beginning. */
const MAX_READ_LENGTH = 4096;

const GATEWAY_NAMES =
  /\b(?:nginx|openresty|cloudflare|cloudfront|akamai|envoy|istio|haproxy|traefik|kong|squid|varnish|apache|zscaler|fortinet|fortigate|forcepoint|gateway|proxy|firewall|load balancer)\b/i;

function refuserOf(response: HttpResponse): Refuser {
  if (parseApiError(response.body)) return 'api';
  if (isHtml(response) || GATEWAY_NAMES.test(response.body.slice(0, MAX_READ_LENGTH))) return 'gateway';
  return parseRefusal(response.body) ? 'api' : 'unknown';
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
  return 'management-api-answered';
}

function hint(response: HttpResponse, tokenSource: string): string {
  const { status } = response;
  if (status === 401 || status === 403) {
    const refuser = refuserOf(response);
    if (refuser === 'gateway') {
      return (
        'This response is not from the Management API: a gateway or proxy between this runner and the API blocked the ' +
        'request. It shows nothing about the management token. Check `api-url`, and the proxies and firewalls of this runner.'
      );
    }
    if (refuser === 'unknown') {
      return (
        'Nothing in the response shows whether the Management API or a gateway in between refused the request. Check the ' +
        `management token (it comes from ${tokenSource}), \`account-id\`, and \`cluster-id\`. Also check \`api-url\`, and the ` +
        'proxies and firewalls of this runner.'
      );
    }
  }
  if (status === 401) {
    return (
      `The management token is wrong, expired or revoked. It comes from ${tokenSource}: check the secret behind it, or ` +
      'create a new token with `influxctl management create`. (Runs from forks and of Dependabot do not get the secrets of ' +
      'the repository.)'
    );
  }
  if (status === 403) {
    return 'The management token is valid, but not for this account or cluster: check `account-id` and `cluster-id`.';
  }
  if (status === 404) {
    return isOwn404(response)
      ? 'This account, cluster or token is not known there: check `account-id` and `cluster-id`.'
      : 'There is no Management API at this address: check `api-url` and `product`.';
  }
  if (status >= 300 && status <= 399) {
    return 'Redirects are not followed, since they could lead credentials astray: give the final address as `api-url`.';
  }
  if (status === 408 || status === 429 || status >= 500) return 'This should pass: run the job again later.';
  return '';
}
