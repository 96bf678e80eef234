import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatDuration, parseDuration } from '../../src/tokens/duration.ts';

const DAY = 24 * 3600;
const TEN_THOUSAND_YEARS = 10_000 * 365 * DAY;

describe('a duration', () => {
  test.each([
    ['45s', 45],
    ['90m', 90 * 60],
    ['12h', 12 * 3600],
    ['30d', 30 * DAY],
    ['2w', 14 * DAY],
    ['1d12h', 36 * 3600],
    ['1w2d3h4m5s', 9 * DAY + 3 * 3600 + 4 * 60 + 5],
    ['6m', 360],
    ['0', 0],
    ['0s', 0],
    ['007s', 7],
    ['00', 0],
    ['12w', 84 * DAY],
  ])('%s is %i seconds', (text, seconds) => {
    expect(parseDuration(text)).toBe(seconds);
  });

  test.each([
    ['nothing', ''],
    ['only a number', '45'],
    ['only a unit', 'h'],
    ['a fraction', '1.5h'],
    ['a sign', '-1h'],
    ['a space inside', '1d 12h'],
    ['spaces around it', ' 1h'],
    ['a line break after it', '1h\n'],
    ['a capital unit', '1H'],
    ['a duplicate unit', '1h1h'],
    ['a smaller unit before a larger one', '12h1d'],
    ['a unit that does not exist', '1y'],
    ['a word', '1 hour'],
    ['an exponent', '1e3s'],
    ['an ISO 8601 duration', 'PT1H'],
    ['a digit of another script', '١h'],
  ])('is not %s', (_, text) => {
    expect(parseDuration(text)).toBeUndefined();
  });

  test('is undefined if it is longer than any calendar', () => {
    expect(parseDuration('11000000d')).toBeUndefined();
    expect(parseDuration(`${'9'.repeat(400)}w`)).toBeUndefined();
  });

  test('can be as long as the calendar', () => {
    expect(parseDuration('3650000d')).toBe(TEN_THOUSAND_YEARS);
  });

  test('is a whole, finite number of seconds or undefined, for any text', () => {
    const typed = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'0123456789wdhms ') }),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const seconds = parseDuration(text);
        return seconds === undefined || (Number.isSafeInteger(seconds) && seconds >= 0);
      }),
    );
  });
});

describe('a formatted duration', () => {
  test('means the same when it is parsed again', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: TEN_THOUSAND_YEARS }), (seconds) => {
        expect(parseDuration(formatDuration(seconds))).toBe(seconds);
      }),
    );
  });

  test.each([
    [0, '0'],
    [59, '59s'],
    [300, '5m'],
    [DAY, '1d'],
    [36 * 3600, '1d12h'],
    [14 * DAY + 1, '14d1s'],
  ])('of %i seconds is %s', (seconds, text) => {
    expect(formatDuration(seconds)).toBe(text);
  });

  test('omits fractions of a second', () => {
    expect(formatDuration(61.9)).toBe('1m1s');
  });

  test('is 0 for negative values', () => {
    expect(formatDuration(-5)).toBe('0');
  });
});
