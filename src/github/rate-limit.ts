import type { HttpResponse } from '../http/messages.ts';
import {
  httpRetryRule,
  MAX_RETRY_AFTER_MS,
  parseHttpDate,
  parseRetryAfter,
  type RetryAdvice,
  type RetryRule,
} from '../http/retry.ts';
import { parseOwnError } from './schemas.ts';

/** GitHub asks for at least this pause after a rate limit whose headers contain none. */
const DEFAULT_WAIT_MS = 60_000;

/**
 * isRateLimited tells whether a response means "too many requests". GitHub sends a 403 for this and for missing permissions. A
 * request with such a response had no effect.
 */
export function isRateLimited(response: HttpResponse): boolean {
  const { status, headers } = response;
  if (status !== 403) return status === 429;
  return (
    headers['x-ratelimit-remaining'] === '0' ||
    headers['retry-after'] !== undefined ||
    namesRateLimit(response)
  );
}

/**
 * rateLimitWaitMs is the pause that GitHub asks for, in milliseconds after its response. Undefined if there is none. Dates are
 * compared with the date of the response, because the runner's clock might be wrong.
 */
export function rateLimitWaitMs(response: HttpResponse): number | undefined {
  const { headers } = response;
  const date = parseHttpDate(headers.date ?? '');
  return (
    retryAfterMs(headers['retry-after'], date) ??
    untilReset(headers, date) ??
    (namesRateLimit(response) ? DEFAULT_WAIT_MS : undefined)
  );
}

/** rateLimitAdvice is the advice in a rate-limited response. Undefined if the pause is too long. */
export function rateLimitAdvice(response: HttpResponse): RetryAdvice | undefined {
  const waitMs = rateLimitWaitMs(response);
  return waitMs === undefined || waitMs <= MAX_RETRY_AFTER_MS ? { waitMs } : undefined;
}

/** githubRetryRule waits for GitHub's rate limits with any status. For other responses, it is httpRetryRule. */
export const githubRetryRule: RetryRule = (response, now) =>
  isRateLimited(response) ? rateLimitAdvice(response) : httpRetryRule(response, now);

/** If the header is a date, it is useful only with the date of the response. */
function retryAfterMs(value: string | undefined, date: number | undefined): number | undefined {
  const isSeconds = /^\s*\d+\s*$/.test(value ?? '');
  return isSeconds || date !== undefined ? parseRetryAfter(value, date ?? 0) : undefined;
}

/** Waits only if the limit is used up, because every response contains the time of the reset. */
function untilReset(headers: HttpResponse['headers'], date: number | undefined): number | undefined {
  const reset = String(headers['x-ratelimit-reset'] ?? '');
  if (headers['x-ratelimit-remaining'] !== '0' || date === undefined || !/^\d{1,12}$/.test(reset)) {
    return undefined;
  }
  return Math.max(0, Number(reset) * 1000 - date);
}

function namesRateLimit({ body }: HttpResponse): boolean {
  return /rate limit/i.test(parseOwnError(body) ?? '');
}
