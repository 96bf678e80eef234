import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  describeMoment,
  followingMinute,
  formatInstant,
  formatMinute,
  formatSecond,
  parseInstant,
  parseServerDate,
  withinCalendar,
} from '../../src/tokens/dates.ts';

const YEAR_0 = Date.parse('0000-01-01T00:00:00Z');
const YEAR_9999 = Date.parse('9999-12-31T23:59:59Z');
const DAY = 86_400_000;
const NOON = Date.UTC(2027, 0, 31, 12);

/** A valid date in RFC 3339, in all forms that JavaScript's own parser also knows. */
const validDate = fc
  .record({
    // A day away from either end, so that no offset leads out of the calendar.
    instant: fc.integer({ min: YEAR_0 / 1000 + 86_400, max: YEAR_9999 / 1000 - 86_400 }),
    fraction: fc.constantFrom('', '.5', '.25', '.123', '.000'),
    offset: fc.oneof(
      fc.constant('Z'),
      fc
        .tuple(fc.constantFrom('+', '-'), fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
        .map(([sign, hours, minutes]) => `${sign}${twoDigits(hours)}:${twoDigits(minutes)}`),
    ),
  })
  .map(({ instant, fraction, offset }) => {
    const local = new Date(instant * 1000).toISOString().slice(0, 19);
    return `${local}${fraction}${offset}`;
  });

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

describe('an instant', () => {
  test('is the one that JavaScript parses, with any offset', () => {
    fc.assert(
      fc.property(validDate, (text) => {
        expect(parseInstant(text)).toBe(Date.parse(text));
      }),
    );
  });

  test.each([
    ['lower-case letters', '2027-01-31t12:00:00z'],
    ['a space instead of the T', '2027-01-31 12:00:00Z'],
    ['an offset to the east', '2027-01-31T14:00:00+02:00'],
    ['an offset to the west on the day before', '2027-01-30T23:30:00-12:30'],
    ['the largest possible offset', '2027-02-01T11:59:00+23:59'],
    ['an unknown local offset', '2027-01-31T12:00:00-00:00'],
    ['zero sub-seconds', '2027-01-31T12:00:00.000000000Z'],
  ])('can have %s', (_, text) => {
    expect(parseInstant(text)).toBe(NOON);
  });

  test('keeps microseconds and drops smaller fractions', () => {
    expect(parseInstant('2027-01-31T12:00:00.1239999Z')).toBe(NOON + 123.999);
    expect(parseInstant('2027-01-31T12:00:00.7Z')).toBe(NOON + 700);
  });

  test('can be a leap second, which is the next minute', () => {
    expect(parseInstant('2016-12-31T23:59:60Z')).toBe(Date.UTC(2017, 0, 1));
  });

  test('can be in the years that Date.UTC treats as 1900 and later', () => {
    expect(parseInstant('0001-01-01T00:00:00Z')).toBe(Date.parse('0001-01-01T00:00:00Z'));
  });

  test.each([
    ['a date without an offset', '2027-01-31T12:00:00'],
    ['only a day', '2027-01-31'],
    ['an offset without a colon', '2027-01-31T12:00:00+0000'],
    ['an offset with only hours', '2027-01-31T12:00:00+02'],
    ['an offset of a whole day', '2027-01-31T12:00:00+24:00'],
    ['an offset with 60 minutes', '2027-01-31T12:00:00+01:60'],
    ['a time without seconds', '2027-01-31T12:00Z'],
    ['an empty fraction', '2027-01-31T12:00:00.Z'],
    ['February 30', '2027-02-30T12:00:00Z'],
    ['February 29 in a common year', '2027-02-29T12:00:00Z'],
    ['February 29, 1900', '1900-02-29T12:00:00Z'],
    ['April 31', '2027-04-31T12:00:00Z'],
    ['a month 13', '2027-13-01T12:00:00Z'],
    ['a month 0', '2027-00-01T12:00:00Z'],
    ['a day 0', '2027-01-00T12:00:00Z'],
    ['an hour 24', '2027-01-31T24:00:00Z'],
    ['a minute 60', '2027-01-31T12:60:00Z'],
    ['a second 61', '2027-01-31T12:00:61Z'],
    ['a year of five digits', '10000-01-01T00:00:00Z'],
    ['a year of two digits', '27-01-31T12:00:00Z'],
    ['an instant that is in the year 10000 in UTC', '9999-12-31T23:59:59-00:01'],
    ['the name of a time zone', '2027-01-31T12:00:00 UTC'],
    ['seconds since 1970', '1801396800'],
    ['a line break after it', '2027-01-31T12:00:00Z\n'],
    ['white space before it', ' 2027-01-31T12:00:00Z'],
    ['an HTTP date', 'Sun, 31 Jan 2027 12:00:00 GMT'],
    ['nothing', ''],
  ])('is not %s', (_, text) => {
    expect(parseInstant(text)).toBeUndefined();
  });

  test('on February 29 exists only in leap years', () => {
    expect(parseInstant('2028-02-29T00:00:00Z')).toBe(Date.UTC(2028, 1, 29));
    expect(parseInstant('2000-02-29T00:00:00Z')).toBe(Date.UTC(2000, 1, 29));
  });

  test('is never NaN, for any text', () => {
    const almost = fc.string({ unit: fc.constantFrom(...'0123456789-:.TZtz+ '), maxLength: 40 });
    fc.assert(fc.property(fc.oneof(almost, validDate), (text) => !Number.isNaN(parseInstant(text))));
  });
});

describe('a formatted instant', () => {
  test('is the same instant when it is parsed again', () => {
    fc.assert(
      fc.property(fc.integer({ min: YEAR_0, max: YEAR_9999 }), (instant) => {
        expect(parseInstant(formatInstant(instant))).toBe(instant);
      }),
    );
  });

  test('has whole seconds and Z if there is no fraction', () => {
    expect(formatInstant(NOON)).toBe('2027-01-31T12:00:00Z');
  });

  test('shows its fraction', () => {
    expect(formatInstant(NOON + 5)).toBe('2027-01-31T12:00:00.005Z');
  });
});

describe('a date of the API', () => {
  test.each([
    ['absent', undefined],
    ['null', null],
    ['empty', ''],
    ["Go's zero", '0001-01-01T00:00:00Z'],
    ["Go's zero with a fraction", '0001-01-01T00:00:00.000Z'],
    ["Unix's zero", '1970-01-01T00:00:00Z'],
    ["Unix's zero with another offset", '1970-01-01T01:00:00+01:00'],
  ])('is unset if it is %s', (_, value) => {
    expect(parseServerDate(value)).toBe('unset');
  });

  test('is an instant with its fraction', () => {
    expect(parseServerDate('2027-01-31T12:00:00.123456Z')).toBe(NOON + 123.456);
  });

  test.each([
    ['a word', 'never'],
    ['white space', ' '],
    ['a zero', 0],
    ['a number', 1801396800],
    ['false', false],
    ['an object', {}],
    ['an empty list', []],
    ['a date without an offset', '2027-01-31T12:00:00'],
    ['a zero date without an offset', '0001-01-01T00:00:00'],
    ['a year beyond 9999', '+012027-01-31T12:00:00Z'],
  ])('is unreadable, and not unset, if it is %s', (_, value) => {
    expect(parseServerDate(value)).toBe('unreadable');
  });

  test('is unset only if it is absent or before 1970', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        fc.pre(value !== undefined && value !== null && value !== '');
        fc.pre(typeof value !== 'string' || parseInstant(value) === undefined);
        expect(parseServerDate(value)).toBe('unreadable');
      }),
    );
  });
});

test('an instant without a fraction is rounded up to a whole second', () => {
  expect(formatSecond(NOON)).toBe('2027-01-31T12:00:00Z');
  expect(formatSecond(NOON + 1)).toBe('2027-01-31T12:00:01Z');
  expect(formatSecond(NOON - 1)).toBe('2027-01-31T12:00:00Z');
});

test('the last instant of the calendar can be formatted, and the next one cannot', () => {
  expect(withinCalendar(YEAR_9999 + 999)).toBe(YEAR_9999 + 999);
  expect(withinCalendar(YEAR_9999 + 1000)).toBeUndefined();
});

describe('a date for people', () => {
  const NOW = Date.UTC(2026, 10, 29, 22, 4, 59, 999);

  test('names the minute in UTC', () => {
    expect(formatMinute(NOW)).toBe('29 Nov 2026, 22:04 UTC');
    expect(formatMinute(Date.UTC(2027, 0, 1))).toBe('1 Jan 2027, 00:00 UTC');
  });

  test('names the same minute as RFC 3339, at any time', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: Date.UTC(9999, 11, 31) }), (instant) => {
        const minute = Math.floor(instant / 60_000) * 60_000;
        expect(Date.parse(formatMinute(instant).replace(', ', ' '))).toBe(minute);
        expect(followingMinute(instant) - minute).toBe(instant === minute ? 0 : 60_000);
      }),
    );
  });

  test.each<[number, string]>([
    [0, 'now'],
    [499, 'now'],
    [-499, 'now'],
    [1000, 'in 1 second'],
    [-1000, '1 second ago'],
    [89_999, 'in 90 seconds'],
    [90_000, 'in 2 minutes'],
    [89 * 60_000, 'in 89 minutes'],
    [90 * 60_000, 'in 2 hours'],
    [DAY - 2000, 'in 24 hours'],
    [-DAY, '24 hours ago'],
    [2 * DAY - 1, 'in 48 hours'],
    [2 * DAY, 'in 2 days'],
    [90 * DAY - 3000, 'in 90 days'],
    [-90 * DAY, '90 days ago'],
    [1000 * DAY, 'in 3 years'],
  ])('says how far it is away: %i ms is %s', (ms, distance) => {
    expect(describeMoment(NOW + ms, NOW)).toBe(`${formatMinute(NOW + ms)}, ${distance}`);
  });
});
