import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { waitBeforeListing } from '../../src/management-token/state.ts';

const NOW = 100_000;
const LIMIT = { timeoutMs: 10_000 };
const attempt = (at: number, endedAt?: number) =>
  ({ nonce: 'n', at, fate: 'open', ...(endedAt === undefined ? {} : { endedAt }) }) as const;

describe('the wait before the list of the post step', () => {
  const wait = (...attempts: ReturnType<typeof attempt>[]) =>
    waitBeforeListing(attempts, LIMIT, { now: NOW, latestStart: NOW + 60_000 });

  test('ends five seconds after influxctl has ended', () => {
    expect(wait(attempt(NOW - 9_000, NOW - 2_000))).toBe(3_000);
  });

  test('allows influxctl its whole time if the step was killed', () => {
    expect(wait(attempt(NOW - 4_000))).toBe(11_000);
  });

  test('depends on the last attempt', () => {
    expect(wait(attempt(NOW - 50_000), attempt(NOW - 9_000, NOW - 1_000))).toBe(4_000);
  });

  test('is never negative, never longer than one call and its effect, and leaves time to revoke', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -1e6, max: 1e6 }), { minLength: 1 }),
        fc.integer({ min: -1e6, max: 1e6 }),
        (starts, timeLeft) => {
          const times = { now: NOW, latestStart: NOW + timeLeft };
          const waited = waitBeforeListing(
            starts.map((at) => attempt(at)),
            LIMIT,
            times,
          );
          expect(waited).toBeGreaterThanOrEqual(0);
          expect(waited).toBeLessThanOrEqual(15_000);
          expect(waited).toBeLessThanOrEqual(Math.max(0, timeLeft));
        },
      ),
    );
  });
});
