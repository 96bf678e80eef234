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

/** GitHub asks for at least this pause after a rate limit whose headers name none. */
const DEFAULT_WAIT_MS = 60_000;

/**
 * isRateLimited tells a response that says "too much" from one that says "never": GitHub sends a 403 for both. A
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
 * rateLimitWaitMs is how long GitHub asks to wait, in milliseconds after its response; undefined when it does not say.
 * Dates are compared with the response's own, because the runner's clock might be wrong.
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

/** rateLimitAdvice is the advice in a rate-limited response; undefined when the pause is too long to wait for. */
export function rateLimitAdvice(response: HttpResponse): RetryAdvice | undefined {
  const waitMs = rateLimitWaitMs(response);
  return waitMs === undefined || waitMs <= MAX_RETRY_AFTER_MS ? { waitMs } : undefined;
}

/** githubRetryRule waits for GitHub's rate limits, whatever their status, in addition to what HTTP itself says. */
export const githubRetryRule: RetryRule = (response, now) =>
  isRateLimited(response) ? rateLimitAdvice(response) : httpRetryRule(response, now);

/** In its form as a date the header means nothing without the date of the response. */
function retryAfterMs(value: string | undefined, date: number | undefined): number | undefined {
  const isSeconds = /^\s*\d+\s*$/.test(value ?? '');
  return isSeconds || date !== undefined ? parseRetryAfter(value, date ?? 0) : undefined;
}

/** Only a limit that is used up is waited for: the header names its reset in every response. */
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
