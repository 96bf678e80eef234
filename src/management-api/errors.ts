import { Failure } from '../failure.ts';
import { describeBody, excerpt } from '../http/excerpt.ts';
import type { HttpAnswer } from '../http/transport.ts';
import { parseApiError } from './schemas.ts';

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
