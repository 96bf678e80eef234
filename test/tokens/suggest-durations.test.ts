import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDuration, suggestDurations } from '../../src/tokens/duration.ts';

describe('a duration in another notation', () => {
  test.each([
    ['1 day', '1d'],
    ['30 days', '30d'],
    ['30 Days', '30d'],
    ['1y', '365d'],
    ['3 months', '90d'],
    ['1.5h', '1h30m'],
    ['1,5 hours', '1h30m'],
    ['12 hrs', '12h'],
    ['24H', '24h'],
    ['90 min', '90m'],
    ['1h30', '1h30m'],
    ['1d12', '1d12h'],
    ['a week', '1w'],
    ['one day', '1d'],
    ['in 30 days', '30d'],
    ['30 days from now', '30d'],
    ['>30d', '30d'],
    ['60000ms', '1m'],
    ['2 weeks', '2w'],
    ['1h 30m', '1h30m'],
    ['1 hour and 30 minutes', '1h30m'],
    ['30m12h', '12h30m'],
    ['  30 days ', '30d'],
    ['30 days old', '30d'],
    ['12 hours ago', '12h'],
    ['30daysago', '30d'],
    ['P30D', '30d'],
    ['PT12H', '12h'],
    ['P1DT12H', '1d12h'],
  ])('causes this suggestion: %s', (text, meant) => {
    expect(suggestDurations(text)).toEqual([meant]);
  });

  test('with a capital M can be minutes or months', () => {
    expect(suggestDurations('6M')).toEqual(['6m', '180d']);
    expect(suggestDurations('12 M')).toEqual(['12m', '360d']);
    expect(suggestDurations('about 6M')).toEqual([]);
    expect(suggestDurations('6M later')).toEqual([]);
  });

  test('without a unit causes one suggestion per unit', () => {
    expect(suggestDurations('90')).toEqual(['90s', '90m', '90h', '90d']);
  });

  test('is read up to 60 characters', () => {
    expect(suggestDurations('30 days'.padStart(60))).toEqual(['30d']);
    expect(suggestDurations('30 days'.padStart(61))).toEqual([]);
  });

  test.each(['', 'tomorrow', '-1d', 'P', '5 apples', '3 constructors', '1e9d', '2027-01-01', '0 days'])(
    'causes no suggestion for %j',
    (text) => {
      expect(suggestDurations(text)).toEqual([]);
    },
  );

  test('causes only valid suggestions', () => {
    const unit = fc.constantFrom('s', 'min', 'hours', 'day', 'weeks', 'months', 'years', 'apples');
    fc.assert(
      fc.property(fc.nat(5000), unit, fc.constantFrom('', ' '), (count, word, space) => {
        for (const suggestion of suggestDurations(`${count}${space}${word}`)) {
          expect(parseDuration(suggestion)).toBeGreaterThan(0);
        }
      }),
    );
  });
});
