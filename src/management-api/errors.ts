import { Failure } from '../failure.ts';
import type { HttpAnswer } from '../http/transport.ts';
import { shorten } from '../shorten.ts';
import { parseApiError, parseJson } from './schemas.ts';

const LONGEST_EXCERPT = 300;

/** As far as a page is searched for its title. */
const HEAD_OF_PAGE = 4096;

/** ApiError is an answer that says no. */
export class ApiError extends Failure {
  readonly status: number;
  /** What the server said, cut to an excerpt; empty when it said nothing. */
  readonly serverMessage: string;

  /** `tokenSource` is where the management token comes from, for people. */
  constructor(action: string, answer: HttpAnswer, tokenSource: string) {
    const serverMessage = excerpt(answer);
    const said = serverMessage === '' ? '' : `: ${serverMessage}`;
    super(
      title(answer.status),
      `The Management API would not ${action} (${answer.status}${said}). ${cure(answer, tokenSource)}`.trimEnd(),
    );
    this.name = 'ApiError';
    this.status = answer.status;
    this.serverMessage = serverMessage;
  }
}

/** UnreadableAnswer is a success whose body is not what the API sends: mostly a proxy's or a login page. */
export class UnreadableAnswer extends Failure {
  constructor(action: string, answer: HttpAnswer) {
    super(
      'Unreadable answer',
      `The Management API was to ${action} and answered ${answer.status}, but with ${describeBody(answer)}. ` +
        'Check `api-url`, and whether a proxy stands in between.',
    );
    this.name = 'UnreadableAnswer';
  }
}

/** isTurnedAway tells whether the management token was refused: whatever else is asked with it would be too. */
export function isTurnedAway(error: unknown): boolean {
  return error instanceof ApiError && (error.status === 401 || error.status === 403);
}

/**
 * isOwn404 tells the API's own "no such thing" from a 404 for a route that does not exist, which a server or proxy in
 * front of the API sends without the API's `{code, message}`.
 */
export function isOwn404(answer: HttpAnswer): boolean {
  return answer.status === 404 && parseApiError(answer.body) !== undefined;
}

function title(status: number): string {
  if (status === 401) return 'Management token refused';
  if (status === 403) return 'Management token not allowed';
  if (status === 404) return 'Not found';
  return `Management API answered ${status}`;
}

function cure(answer: HttpAnswer, tokenSource: string): string {
  const { status } = answer;
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
    return isOwn404(answer)
      ? 'This account, cluster or token is not known there: check `account-id` and `cluster-id`.'
      : 'There is no Management API at this address: check `api-url` and `product`.';
  }
  if (status >= 300 && status <= 399) {
    return 'Redirects are not followed, since they could lead credentials astray: give the final address as `api-url`.';
  }
  if (status === 408 || status === 429 || status >= 500) return 'This should pass: run the job again later.';
  return '';
}

/** Every kind of error body seen: the API's own, `{"error": …}`, plain text, a proxy's HTML, or nothing. */
function excerpt(answer: HttpAnswer): string {
  // A success that is refused here, say an unexpected 202, may hold a token.
  if (answer.status < 300) return describeBody(answer);
  const own = messageIn(parseJson(answer.body));
  if (own !== undefined) return cut(own);
  if (answer.body.trim() === '') return '';
  if (looksLikeHtml(answer)) return describeBody(answer);
  return cut(answer.body);
}

/** Some servers put an object with the message into `error`; deeper than that nobody nests. */
function messageIn(json: unknown, depth = 1): string | undefined {
  if (typeof json === 'string') return json;
  if (typeof json !== 'object' || json === null) return undefined;
  for (const key of ['message', 'error', 'detail', 'error_description']) {
    const value: unknown = (json as Record<string, unknown>)[key];
    if (typeof value === 'string' && value !== '') return value;
    if (key === 'error' && depth > 0 && typeof value === 'object' && value) {
      return messageIn(value, depth - 1);
    }
  }
  return undefined;
}

/** Never shows a body that was expected to hold a token. */
function describeBody(answer: HttpAnswer): string {
  if (answer.body.trim() === '') return 'an empty body';
  if (!looksLikeHtml(answer)) return 'something else than the expected JSON';
  const heading = /<title[^>]*>([^<]{1,200})/i.exec(answer.body.slice(0, HEAD_OF_PAGE))?.[1]?.trim();
  return heading ? `an HTML page titled "${cut(heading)}"` : 'an HTML page';
}

function looksLikeHtml(answer: HttpAnswer): boolean {
  return /^\s*<(?:!doctype|html|head|body|\?xml)/i.test(answer.body);
}

function cut(text: string): string {
  return shorten(text.replaceAll(/\s+/g, ' ').trim(), LONGEST_EXCERPT);
}
