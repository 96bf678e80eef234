import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clockDifference, isStoredSince, MAX_SHIFT_MS } from '../../src/tokens/clocks.ts';

const NOW = Date.UTC(2027, 0, 31, 12);
const SECOND = 1000;
const header = (instant: number) => Math.floor(instant / SECOND) * SECOND;

const instant = fc.integer({ min: NOW, max: NOW + 100_000 });
const ahead = fc.integer({ min: -MAX_SHIFT_MS + 2 * SECOND, max: MAX_SHIFT_MS - 2 * SECOND });
const gap = fc.integer({ min: 0, max: 90_000 });

/** The difference of two clocks in two responses, the second `gapMs` after the first. */
function measured(aheadMs: number, at: number, gapMs: number): number {
  const first = { date: header(at + aheadMs), elapsed: 5 };
  return clockDifference(first, { date: header(at + gapMs), elapsed: 5 + gapMs }) ?? Number.NaN;
}

describe('the difference of two clocks', () => {
  test('is measured to less than two seconds, even if the second reading is slow', () => {
    fc.assert(
      fc.property(ahead, instant, gap, (aheadMs, at, gapMs) => {
        expect(Math.abs(measured(aheadMs, at, gapMs) - aheadMs)).toBeLessThan(2 * SECOND);
      }),
    );
  });

  test('is zero for clocks that agree', () => {
    fc.assert(
      fc.property(instant, gap, (at, gapMs) => {
        expect(measured(0, at, gapMs)).toBe(0);
      }),
    );
  });

  test.each([
    [30_000, 0, 0, 30_000],
    [30_000, 400, 0, 30_000],
    [30_000, 999, 20, 30_000],
    [-30_000, 400, 0, -30_000],
    [600_000, 400, 61_000, 600_000],
  ])('of %i ms, read %i ms into a second with a gap of %i ms, is %i ms', (aheadMs, into, gapMs, expected) => {
    expect(measured(aheadMs, NOW + into, gapMs)).toBe(expected);
  });

  test('is not known if a date is missing', () => {
    const reading = { date: NOW, elapsed: 0 };
    const none = { date: undefined, elapsed: 0 };
    expect(clockDifference(none, reading)).toBeUndefined();
    expect(clockDifference(reading, none)).toBeUndefined();
  });
});

describe('a secret counts as stored since a token was created', () => {
  test('if it was stored two seconds later, with any clocks that differ by at most five minutes', () => {
    const delivery = fc.integer({ min: 2 * SECOND, max: 600_000 });
    fc.assert(
      fc.property(ahead, instant, instant, gap, delivery, (aheadMs, created, looked, gapMs, tookMs) => {
        const storedAt = header(created + tookMs);
        expect(isStoredSince(storedAt, created + aheadMs, measured(aheadMs, looked, gapMs))).toBe(true);
      }),
    );
  });

  test('if it was stored at once, with clocks that differ by at least two whole seconds', () => {
    const seconds = fc.integer({ min: 2, max: 290 }).chain((apart) => fc.constantFrom(apart, -apart));
    const shortGap = fc.integer({ min: 1, max: 999 });
    fc.assert(
      fc.property(seconds, instant, instant, shortGap, (apart, created, looked, gapMs) => {
        const aheadMs = apart * SECOND;
        expect(isStoredSince(header(created), created + aheadMs, measured(aheadMs, looked, gapMs))).toBe(
          true,
        );
      }),
    );
  });

  test('but not if it was stored clearly before, with any clocks that differ by at most five minutes', () => {
    const earlier = fc.integer({ min: 4 * SECOND, max: 600_000 });
    fc.assert(
      fc.property(ahead, instant, instant, gap, earlier, (aheadMs, created, looked, gapMs, earlierMs) => {
        const storedAt = header(created - earlierMs);
        expect(isStoredSince(storedAt, created + aheadMs, measured(aheadMs, looked, gapMs))).toBe(false);
      }),
    );
  });

  test('only by both dates if the clocks differ by more than five minutes', () => {
    const far = fc.integer({ min: MAX_SHIFT_MS + 1, max: 100 * MAX_SHIFT_MS });
    const offset = fc.integer({ min: -2 * MAX_SHIFT_MS, max: 2 * MAX_SHIFT_MS });
    fc.assert(
      fc.property(far, fc.boolean(), offset, (farMs, isAhead, offsetMs) => {
        const aheadMs = isAhead ? farMs : -farMs;
        const storedAt = header(NOW + offsetMs);
        const shifted = storedAt + (isAhead ? MAX_SHIFT_MS : -MAX_SHIFT_MS);
        expect(isStoredSince(storedAt, NOW, aheadMs)).toBe(storedAt >= NOW && shifted >= NOW);
      }),
    );
  });

  test.each([undefined, 0])('by unchanged whole seconds if the difference is %s', (aheadMs) => {
    expect(isStoredSince(NOW, NOW + 999, aheadMs)).toBe(true);
    expect(isStoredSince(NOW, NOW + 1000, aheadMs)).toBe(false);
  });
});
