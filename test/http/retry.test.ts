import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NetworkError } from '../../src/http/network-error.ts';
import { type Attempts, RetryGate } from '../../src/http/retry.ts';
import { FakeClock } from '../fake-clock.ts';

interface Limits {
  readonly retries?: number;
  readonly leftMs?: number;
  readonly random?: () => number;
}

/** setUp is a gate with a clock that starts at 0 in the terms of the tests. Only the gate's own pauses move the clock. */
function setUp({ retries = 4, leftMs = Number.POSITIVE_INFINITY, random = () => 0.5 }: Limits = {}) {
  const clock = new FakeClock();
  const began = clock.elapsed();
  const gate = new RetryGate({ clock, random, retries, deadline: began + leftMs });
  return { gate, clock, passedMs: () => clock.elapsed() - began };
}

/** The upper bounds of the pauses, in milliseconds. */
const bound = (failedBefore: number) => Math.min(10_000, 500 * 2 ** failedBefore);

const drawn = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

/** One failed attempt: how long it took, the pause that the server asked for, and the decision of the gate. */
const failure = fc.record({
  tookMs: fc.integer({ min: 0, max: 30_000 }),
  holdMs: fc.option(fc.integer({ min: 0, max: 60_000 }), { nil: undefined }),
  retryable: fc.boolean(),
  by: fc.constantFrom('again' as const, 'pause' as const),
  drawn,
});

const limits = fc.record({
  failures: fc.array(failure, { maxLength: 20 }),
  retries: fc.integer({ min: 0, max: 10 }),
  leftMs: fc.option(fc.integer({ min: 0, max: 120_000 }), { nil: Number.POSITIVE_INFINITY }),
});

describe('for any failures, a gate', () => {
  test('never allows more attempts than the limit, or any after a failure that is not retryable or after the deadline', async () => {
    await fc.assert(
      fc.asyncProperty(limits, async ({ failures, retries, leftMs }) => {
        let random = 0;
        const { gate, clock, passedMs } = setUp({ retries, leftMs, random: () => random });
        const attempts = gate.start();
        let allowed = 0;
        for (const { tookMs, holdMs, retryable, by, drawn: next } of failures) {
          random = next;
          clock.advance(tookMs);
          if (holdMs !== undefined) gate.hold(holdMs);
          const askedAt = passedMs();
          const sleepsBefore = clock.sleeps.length;
          const isAllowed = by === 'again' ? await attempts.again(retryable) : await attempts.pause();
          if (by === 'again' && !retryable) expect(isAllowed).toBe(false);
          if (isAllowed) expect(passedMs()).toBeLessThan(leftMs);
          if (isAllowed) allowed++;
          if (clock.sleeps.length > sleepsBefore) expect(passedMs()).toBeLessThan(leftMs);
          else
            expect({ isAllowed, waitedMs: passedMs() - askedAt }).toEqual({ isAllowed: false, waitedMs: 0 });
        }
        expect(allowed).toBeLessThanOrEqual(retries);
      }),
    );
  });

  test('pauses for a random time below a limit that doubles up to ten seconds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(drawn, { minLength: 12, maxLength: 12 }), async (numbers) => {
        let index = 0;
        const { gate, clock } = setUp({ retries: numbers.length, random: () => numbers[index++] ?? 0 });
        const attempts = gate.start();
        for (const _ of numbers) expect(await attempts.again(true)).toBe(true);
        expect(await attempts.again(true)).toBe(false);
        expect(clock.sleeps).toEqual(numbers.map((number, failedBefore) => number * bound(failedBefore)));
      }),
    );
  });

  test('sends no request during a delay or after the deadline', async () => {
    const delays = fc.array(fc.integer({ min: 0, max: 60_000 }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(delays, fc.integer({ min: 0, max: 120_000 }), async (delaysMs, leftMs) => {
        const { gate, passedMs } = setUp({ leftMs });
        for (const ms of delaysMs) gate.hold(ms);
        const longest = Math.max(...delaysMs);
        const outcome = await gate.waitWhileHeld().catch((error: unknown) => error);
        if (longest < leftMs) expect([outcome, passedMs()]).toEqual([undefined, longest]);
        else {
          expect(outcome).toBeInstanceOf(NetworkError);
          expect(outcome).toMatchObject({ kind: 'no-time', mightHaveReachedServer: false, retryable: false });
          expect(passedMs()).toBe(0);
        }
      }),
    );
  });
});

describe('a failure that is not retryable', () => {
  test('ends the attempts without a pause', async () => {
    const { gate, clock } = setUp();
    expect(await gate.start().again(false)).toBe(false);
    expect(clock.sleeps).toEqual([]);
  });
});

describe('the last attempt', () => {
  test.each([0, 1, 4])('is the first one plus %i', async (retries) => {
    const { gate } = setUp({ retries });
    expect(await count(gate.start())).toBe(retries);
  });

  test('is followed by a pause only if its outcome becomes clear with time', async () => {
    const { gate, clock } = setUp({ retries: 0 });
    expect(await gate.start().again(true)).toBe(false);
    expect(clock.sleeps).toEqual([]);
    expect(await gate.start().pause()).toBe(false);
    expect(clock.sleeps).toEqual([250]);
  });
});

test('each task has its own count of attempts', async () => {
  const { gate } = setUp({ retries: 2 });
  const [one, other] = [gate.start(), gate.start()];
  expect([await count(one), await count(other)]).toEqual([2, 2]);
});

test.each([
  ['the pause', 250, 0],
  ['the delay', 1000, 1000],
])('an exact remainder of zero after %s means that no time is left', async (_, leftMs, holdMs) => {
  const { gate, clock } = setUp({ leftMs });
  gate.hold(holdMs);
  expect(await gate.start().again(true)).toBe(false);
  expect(clock.sleeps).toEqual([]);
});

test('a delay is never shortened', () => {
  const { gate, clock } = setUp();
  gate.hold(30_000);
  gate.hold(1000);
  expect(gate.heldForMs).toBe(30_000);
  clock.advance(30_001);
  expect(gate.heldForMs).toBe(0);
});

/** count is how many attempts are allowed after the first one. */
async function count(attempts: Attempts): Promise<number> {
  let allowed = 0;
  while (await attempts.again(true)) allowed++;
  return allowed;
}
