import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { parseRetryAfter } from '../../src/http/retry.ts';

const NOW = Date.UTC(1994, 10, 6, 8, 49, 7);

describe('Retry-After', () => {
  const zone = process.env['TZ'];
  afterEach(() => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  test.each([
    ['0', 0],
    ['1', 1000],
    ['120', 120_000],
    [' 30 ', 30_000],
    ['0030', 30_000],
    ['9999999999', 9_999_999_999_000],
    ['9'.repeat(30), 1e15],
  ])('can be in seconds: %j', (value, ms) => {
    expect(parseRetryAfter(value, NOW)).toBe(ms);
  });

  test.each([
    ['in the current form', 'Sun, 06 Nov 1994 08:49:37 GMT'],
    ['in the obsolete form', 'Sunday, 06-Nov-94 08:49:37 GMT'],
    ['in the form of C', 'Sun Nov  6 08:49:37 1994'],
  ])('can be a date %s', (_, value) => {
    expect(parseRetryAfter(value, NOW)).toBe(30_000);
  });

  test('is in GMT, in any time zone of the runner', () => {
    process.env['TZ'] = 'America/New_York';
    expect(new Date(NOW).getHours()).toBe(3);
    expect(parseRetryAfter('Sun Nov  6 08:49:37 1994', NOW)).toBe(30_000);
  });

  test('in the past means no wait', () => {
    expect(parseRetryAfter('Sun, 06 Nov 1994 08:00:00 GMT', NOW)).toBe(0);
  });

  test('means the same as a date and as seconds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), (seconds) => {
        const date = new Date(NOW + seconds * 1000).toUTCString();
        expect(parseRetryAfter(date, NOW)).toBe(seconds * 1000);
      }),
    );
  });

  test.each([
    ['absent', undefined],
    ['empty', ''],
    ['blank', ' '],
    ['a word', 'soon'],
    ['negative', '-1'],
    ['a fraction', '1.5'],
    ['with a unit', '30s'],
    ['an exponent', '1e3'],
    ['another base', '0x10'],
    ['a date in another format', '1994-11-06T08:49:37Z'],
    ['a date with an invalid time', 'Sun, 06 Nov 1994 99:99:99 GMT'],
    ['two values', '30, 60'],
  ])('is undefined if it is %s', (_, value) => {
    expect(parseRetryAfter(value, NOW)).toBeUndefined();
  });

  test('is finite or undefined for any text', () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        const wait = parseRetryAfter(value, NOW);
        return wait === undefined || (Number.isFinite(wait) && wait >= 0);
      }),
    );
  });
});
