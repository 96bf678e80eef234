import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { parseHttpDate } from '../../src/http/retry.ts';

const ORIGINAL_ZONE = process.env['TZ'];

afterEach(() => {
  if (ORIGINAL_ZONE === undefined) delete process.env['TZ'];
  else process.env['TZ'] = ORIGINAL_ZONE;
});

describe('the date of a header', () => {
  test.each([
    ['Sun, 06 Nov 1994 08:49:37 GMT'],
    ['Sunday, 06-Nov-94 08:49:37 GMT'],
    ['Sun Nov  6 08:49:37 1994'],
  ])('can have any of three forms, in any time zone of the runner: %s', (text) => {
    for (const zone of ['UTC', 'America/New_York', 'Pacific/Kiritimati']) {
      process.env['TZ'] = zone;
      expect(parseHttpDate(text)).toBe(Date.UTC(1994, 10, 6, 8, 49, 37));
    }
  });

  test('is parsed as it was formatted, to the second', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: Date.UTC(9999, 11, 31) / 1000 }), (seconds) => {
        expect(parseHttpDate(new Date(seconds * 1000).toUTCString())).toBe(seconds * 1000);
      }),
    );
  });

  test.each([
    '',
    ' ',
    '0',
    '3600',
    '1994',
    '2027-01-31T12:00:00Z',
    '31 Jan 2027',
    'tomorrow',
    'Sun',
    'Sun, 06 Nov',
    'Sun, 06 Foo 1994 08:49:37 GMT',
    'Sun, 06 Nov 1994 25:00:00 GMT',
    'Sun, 06 Nov 1994',
    'Sun, 06 Nov 1994 08:49:37',
    'Sun, 06 Nov 1994 08:49:37 +0200',
    'Sun, 06 Nov 1994 08:49:37 GMT, Sun, 06 Nov 1994 08:49:37 GMT',
    'Sun Nov  6 1994',
    'sun, 06 nov 1994 08:49:37 gmt',
    ' Sun, 06 Nov 1994 08:49:37 GMT',
  ])('is not %j', (text) => {
    expect(parseHttpDate(text)).toBeUndefined();
  });

  test('is a number or undefined for any text', () => {
    const pieces = fc.string({
      unit: fc.constantFrom('Sun', ', ', '06 ', 'Nov ', '1994 ', '08:49:37', ' GMT', '-', '9', 'x'),
      maxLength: 12,
    });
    fc.assert(
      fc.property(fc.oneof(pieces, fc.string({ unit: 'binary' })), (text) => {
        expect(parseHttpDate(text)).not.toBeNaN();
      }),
    );
  });
});
