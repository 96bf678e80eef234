import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  githubRetryRule,
  isRateLimited,
  rateLimitAdvice,
  rateLimitWaitMs,
} from '../../src/github/rate-limit.ts';
import type { HttpResponse } from '../../src/http/messages.ts';
import { httpRetryRule } from '../../src/http/retry.ts';

const NOW = Date.UTC(2027, 0, 31, 12);
const DATE = { date: new Date(NOW).toUTCString() };
const SECONDARY = { message: 'You have exceeded a secondary rate limit.' };

/** limited is a response with a date, by default a 403. */
function limited(
  headers: HttpResponse['headers'],
  body: object = { message: 'no' },
  status = 403,
): HttpResponse {
  return { status, headers: { ...DATE, ...headers }, body: JSON.stringify(body) };
}

const resetIn = (seconds: number) => ({
  'x-ratelimit-remaining': '0',
  'x-ratelimit-reset': String(NOW / 1000 + seconds),
});

describe('a response is rate-limited', () => {
  test.each<[string, HttpResponse]>([
    ['429', limited({}, {}, 429)],
    ['403 with Retry-After', limited({ 'retry-after': '1' })],
    ['403 without any request left', limited({ 'x-ratelimit-remaining': '0' })],
    ['403 with GitHub’s message about the limit', limited({}, SECONDARY)],
  ])('because of %s', (_, response) => {
    expect(isRateLimited(response)).toBe(true);
    expect(githubRetryRule(response, NOW)).toBeDefined();
  });

  test.each<[string, HttpResponse]>([
    ['403 with requests left', limited({ 'x-ratelimit-remaining': '1', 'x-ratelimit-reset': '1' })],
    ['403 with a page that mentions a rate limit', { ...limited({}), body: '<html>rate limit' }],
    ['401', limited(resetIn(5), SECONDARY, 401)],
    ['404', limited(resetIn(5), SECONDARY, 404)],
    ['503', limited(resetIn(5), SECONDARY, 503)],
    ['200 with the last request of the hour', limited(resetIn(5), {}, 200)],
  ])('but not because of %s', (_, response) => {
    expect(isRateLimited(response)).toBe(false);
  });
});

describe('the wait after a rate limit', () => {
  test.each<[string, HttpResponse, number | undefined]>([
    ['is Retry-After in seconds', limited({ 'retry-after': '2', ...resetIn(50) }, SECONDARY), 2000],
    [
      'is Retry-After as a date, by the date of the response',
      limited({ 'retry-after': new Date(NOW + 7000).toUTCString() }),
      7000,
    ],
    ['is the reset, by the date of the response', limited(resetIn(50), SECONDARY), 50_000],
    ['is zero if the reset is over', limited(resetIn(-50)), 0],
    ['is the reset if Retry-After is invalid', limited({ 'retry-after': 'soon', ...resetIn(3) }), 3000],
    ['is a minute if no header names it, as GitHub asks', limited({}, SECONDARY), 60_000],
    [
      'is not known if the reset is invalid',
      limited({ ...resetIn(3), 'x-ratelimit-reset': '1e3' }),
      undefined,
    ],
    [
      'is not known without a date to compare with',
      { ...limited(resetIn(3)), headers: resetIn(3) },
      undefined,
    ],
    [
      'is not known from a date without a date to compare with',
      { ...limited({}), headers: { 'retry-after': DATE.date } },
      undefined,
    ],
    [
      'is not the reset if requests are left',
      limited({ ...resetIn(3), 'x-ratelimit-remaining': '9' }, {}, 429),
      undefined,
    ],
  ])('%s', (_, response, waitMs) => {
    expect(rateLimitWaitMs(response)).toBe(waitMs);
  });

  test('is advised up to 60 s, and a longer one makes the response final', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100, max: 4000 }), fc.boolean(), (seconds, byReset) => {
        const response = limited(
          byReset ? resetIn(seconds) : { 'retry-after': String(Math.max(0, seconds)) },
        );
        expect(rateLimitAdvice(response)).toEqual(
          seconds <= 60 ? { waitMs: Math.max(0, seconds) * 1000 } : undefined,
        );
        expect(githubRetryRule(response, NOW)).toEqual(rateLimitAdvice(response));
      }),
    );
  });

  test('does not depend on the runner’s clock', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.integer(), (seconds, now) => {
        expect(githubRetryRule(limited(resetIn(seconds)), now)).toEqual({ waitMs: seconds * 1000 });
      }),
    );
  });
});

test('other responses are retried by the rules of HTTP', () => {
  const headers = fc.constantFrom<HttpResponse['headers']>({}, { 'retry-after': '5' }, resetIn(7));
  fc.assert(
    fc.property(fc.integer({ min: 200, max: 599 }), headers, (status, given) => {
      const response = limited(given, {}, status);
      fc.pre(!isRateLimited(response));
      expect(githubRetryRule(response, NOW)).toEqual(httpRetryRule(response, NOW));
    }),
  );
});
