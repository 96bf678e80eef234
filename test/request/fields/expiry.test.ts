import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readExpiry } from '../../../src/request/fields/expiry.ts';
import { formatInstant } from '../../../src/tokens/dates.ts';
import { formatDuration } from '../../../src/tokens/duration.ts';
import { given, reading } from '../../inputs/given.ts';

const NOW = Date.UTC(2027, 0, 31, 12);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const DIES_WITH_JOB = false;
const OUTLIVES_JOB = true;

function read(text: string, outlives: boolean, now = NOW) {
  return reading((errors) => readExpiry(given({ 'expires-at': text }), { outlives, now }, errors));
}

function errorOf(text: string, outlives: boolean): string {
  const { errors } = read(text, outlives);
  expect(errors).toEqual([{ input: 'expires-at', message: expect.any(String) }]);
  return errors[0]?.message ?? '';
}

describe('the expiry of a token that ends with its job', () => {
  test('is in 24 hours by default', () => {
    expect(read('', DIES_WITH_JOB)).toEqual({ result: NOW + DAY, errors: [] });
  });

  test('can be soon', () => {
    expect(read('6m', DIES_WITH_JOB)).toEqual({ result: NOW + 6 * 60_000, errors: [] });
  });

  test('can be never', () => {
    expect(read('never', DIES_WITH_JOB)).toEqual({ result: 'never', errors: [] });
  });
});

describe('the expiry of a token that outlives its job', () => {
  test('is required', () => {
    expect(errorOf('', OUTLIVES_JOB)).toMatch(/required/);
  });

  test('can be never', () => {
    expect(read('never', OUTLIVES_JOB)).toEqual({ result: 'never', errors: [] });
  });

  test.each(['1h', '60m', '2027-01-31T13:00:00Z'])('can be in one hour: %s', (text) => {
    expect(read(text, OUTLIVES_JOB)).toEqual({ result: NOW + HOUR, errors: [] });
  });

  test.each(['59m', '3599s', '2027-01-31T12:59:59Z', '1s'])('cannot be in less than an hour: %s', (text) => {
    expect(errorOf(text, OUTLIVES_JOB)).toContain('at least 1h');
  });

  test('of 6m has a hint that m means minutes', () => {
    expect(errorOf('6m', OUTLIVES_JOB)).toMatch(/minutes.*months.*180d/);
  });

  test('of one hour is valid at any time of day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_102_444_800_000 }), (now) => {
        expect(read('1h', OUTLIVES_JOB, now).errors).toEqual([]);
      }),
    );
  });
});

describe('an expiry date', () => {
  test.each([
    ['in UTC', '2027-02-01T00:00:00Z'],
    ['with an offset', '2027-02-01T05:30:00+05:30'],
    ['with sub-seconds, which are cut', '2027-02-01T00:00:00.999999Z'],
  ])('can be %s', (_, text) => {
    expect(read(text, OUTLIVES_JOB)).toEqual({ result: Date.UTC(2027, 1, 1), errors: [] });
  });

  test.each([
    ['in the past', '2027-01-31T11:59:59Z'],
    ['right now', '2027-01-31T12:00:00Z'],
    ['less than a second ahead, which is cut', '2027-01-31T12:00:00.9Z'],
    ['in the past by its offset alone', '2027-01-31T13:00:00+02:00'],
    ['no time from now', '0'],
  ])('is not %s', (_, text) => {
    expect(errorOf(text, DIES_WITH_JOB)).toContain('not in the future');
  });

  test.each([
    ['a date without an offset', '2027-06-30T12:00:00', /without an offset.*`2027-06-30T12:00:00Z`/],
    ['a date without seconds and offset', '2027-06-30T12:00', /without an offset/],
    ['a day alone', '2027-06-30', /2027-06-30T00:00:00Z/],
    ['an offset without a colon', '2027-06-30T12:00:00+0000', /\+00:00/],
    ['seconds since 1970', '1893456000', /is a Unix time. Did you mean `2030-01-01T00:00:00Z`/],
    ['milliseconds since 1970', '1893456000000', /`2030-01-01T00:00:00Z`/],
    ['a date with slashes', '2027/6/3', /is a day without a time. Did you mean `2027-06-03T00:00:00Z`/],
    ['a date with dots', '30.06.2027', /`2027-06-30T00:00:00Z`/],
    ['a date without seconds', '2027-06-30T12:00Z', /`2027-06-30T12:00:00Z`/],
    ['a date with the name of its zone', '2027-06-30 12:00:00 UTC', /`2027-06-30T12:00:00Z`/],
    ['a date with a space before its offset', '2027-06-30T12:00:00 +01:00', /`2027-06-30T12:00:00\+01:00`/],
    ['a compact date', '20270630T120000Z', /`2027-06-30T12:00:00Z`/],
    ['a date of a mail', 'Wed, 30 Jun 2027 12:00:00 GMT', /`2027-06-30T12:00:00Z`/],
    ['a date in quotes', '"2027-06-30T12:00:00Z"', /`2027-06-30T12:00:00Z`/],
    ['a date with other hyphens', '2027\u201106\u201130T12:00:00Z', /`2027-06-30T12:00:00Z`/],
    ['a date in the past, in another form', '2020/01/01', /is not in the future/],
    ['a day first', '30/06/2027', /`2027-06-30T00:00:00Z`/],
    ['a month first', '06/30/2027', /`2027-06-30T00:00:00Z`/],
    ['a day or a month first', '01/02/2027', /is not a date in RFC 3339\. Write/],
    ['a day in eight digits', '20270630', /`2027-06-30T00:00:00Z`/],
    ['another number of eight digits', '20271330', /`20271330s`/],
    ['a day in words', 'June 30, 2027', /`2027-06-30T00:00:00Z`/],
    ['a word like a month', 'decade 2027', /neither a duration nor a valid date/],
    ['a month that does not exist', '2027-13-01', /is a date or time that does not exist/],
    ['an hour that does not exist', '2027-06-30T24:00:00Z', /is a date or time that does not exist/],
    ['never with a typing error', 'nevr', /`never`/],
    ['never in quotes', '"never"', /`never`/],
    ['another word for never', 'unlimited', /`never`/],
    ['a duration in quotes', '"30d"', /`30d`/],
    ['a duration in a sentence', 'in 30 days', /`30d`/],
    ['a day that does not exist', '2027-02-30T00:00:00Z', /is a date or time that does not exist/],
    ['a number in words', 'in two weeks', /Did you mean `2w`/],
    ['a word', 'tomorrow', /neither a duration nor a valid date/],
    ['a duration in words', '30 days', /Did you mean `30d`/],
    ['a year', '1y', /Did you mean `365d`/],
    ['a number', '90', /Did you mean `90m`, `90h`, or `90d`/],
    ['never in capitals', 'NEVER', /`never`/],
    ['a duration beyond the calendar', '9999999d', /9999/],
  ])('is not %s', (_, text, hint) => {
    expect(errorOf(text, OUTLIVES_JOB)).toMatch(hint);
  });
});

describe('any valid expiry', () => {
  const anyNow = fc.integer({ min: Date.UTC(2020), max: Date.UTC(2100) });
  const typed = fc.oneof(
    fc.integer({ min: 0, max: 100 * 365 * 86_400 }).map(formatDuration),
    fc.integer({ min: Date.UTC(2000), max: Date.UTC(9998) }).map(formatInstant),
    fc.constantFrom('', 'never'),
    fc.string(),
  );

  test('is never, or in the future in whole seconds', () => {
    fc.assert(
      fc.property(typed, fc.boolean(), anyNow, (text, outlives, now) => {
        const { result, errors } = read(text.trim(), outlives, now);
        fc.pre(errors.length === 0 && result !== 'never');
        expect(Number(result) % 1000).toBe(0);
        expect(result).toBeGreaterThan(now);
      }),
    );
  });

  test('is as far in the future as its duration, to the second', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 * 365 * 86_400 }), anyNow, (seconds, now) => {
        const { result } = read(formatDuration(seconds), DIES_WITH_JOB, now);
        expect(result).toBe((Math.floor(now / 1000) + seconds) * 1000);
      }),
    );
  });
});
