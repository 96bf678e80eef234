import { Failure } from '../base/errors.ts';
import type { HttpResponse } from './messages.ts';
import { parseHttpDate, parseRetryAfter } from './retry-after.ts';

/** MAX_RETRY_AFTER_MS is the longest pause that a server can ask for. A longer one fails at once. */
export const MAX_RETRY_AFTER_MS = 60_000;

/** RetryAdvice says that the same request might succeed later. */
export interface RetryAdvice {
  /** How long the server asks to wait, in milliseconds; undefined when the server does not say. */
  readonly waitMs: number | undefined;
}

/**
 * RetryRule reads the advice in a response; undefined when the response is final. `now` is the runner's date, in
 * milliseconds since 1970. Must be pure.
 */
export type RetryRule = (response: HttpResponse, now: number) => RetryAdvice | undefined;

/** httpRetryRule is what HTTP itself says: the status is retryable, and `Retry-After` says when. */
export function httpRetryRule({ status, headers }: HttpResponse, now: number): RetryAdvice | undefined {
  if (!isRetryable(status)) return undefined;
  // A date is the server's, so its own clock says how far away it is.
  const serverNow = parseHttpDate(headers.date ?? '') ?? now;
  return { waitMs: parseRetryAfter(headers['retry-after'], serverNow) };
}

/** isRetryable tells whether a status says "not now": the same request might succeed later. */
export function isRetryable(status: number): boolean {
  return status === 408 || status === 429 || (status >= 500 && status <= 599);
}

/** RetryAfterTooLong is thrown when a server asks for a longer pause than MAX_RETRY_AFTER_MS. */
export class RetryAfterTooLong extends Failure {
  /** `waitMs` is the pause in milliseconds. */
  constructor(status: number, host: string, waitMs: number) {
    super(
      'the-server-asks-to-wait',
      `${host} answered ${status} and asks to try again in ${Math.ceil(waitMs / 1000)} s (Retry-After); at most ` +
        `${MAX_RETRY_AFTER_MS / 1000} s are waited for. Run the job again later.`,
    );
    this.name = 'RetryAfterTooLong';
  }
}
