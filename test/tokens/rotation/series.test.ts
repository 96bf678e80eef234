import { describe, expect, test } from 'vitest';
import { isNewer, type Series, seriesTokens, similarSeries } from '../../../src/tokens/rotation/series.ts';
import { formatTagged } from '../../../src/tokens/tag.ts';
import type { Token } from '../../../src/tokens/token.ts';
import { CLOCKS, NOW, SERIES, seriesToken, tag } from '../series-token.ts';

const named = (plain: string): Token => ({
  ...seriesToken('a', 'current'),
  description: formatTagged(plain, tag('current')),
});

const similarTo = (plainDescription: string, existing: string) => {
  const series: Series = { ...SERIES, plainDescription };
  return similarSeries([named(existing)], series, CLOCKS);
};

describe('the tokens of a series', () => {
  test('are none if only an untagged token has the name of the series', () => {
    expect(seriesTokens([seriesToken('a', 'untagged')], SERIES)).toEqual([]);
  });

  test('include revoked tokens', () => {
    const revoked = seriesToken('a', 'pending', { revokedAt: NOW });
    expect(seriesTokens([revoked], SERIES)).toEqual([{ ...revoked, tag: tag('pending') }]);
  });
});

describe('a token', () => {
  test.each([
    { one: 2, other: 1, expected: true },
    { one: 1, other: 1, expected: false },
    { one: 1, other: 2, expected: false },
    { one: 'unset', other: 1, expected: false },
    { one: 1, other: 'unset', expected: false },
    { one: 'unset', other: 'unreadable', expected: false },
    { one: 'unreadable', other: 'unset', expected: false },
  ] as const)('of date $one is newer than one of date $other: $expected', ({ one, other, expected }) => {
    expect(isNewer({ createdAt: one }, { createdAt: other })).toBe(expected);
  });
});

describe('a series has a similar name if the names differ only in', () => {
  test.each([
    ['case', 'telegraf', 'TELEGRAF'],
    ['spaces', 'telegraf in production', 'telegraf  inproduction'],
    ['a zero-width space', 'telegraf', 'tele\u200bgraf'],
    ['a soft hyphen', 'telegraf', 'tele\u00adgraf'],
    ['a variation selector', 'telegraf', 'telegraf\ufe0f'],
  ])('%s', (_, wanted, existing) => {
    expect(similarTo(wanted, existing)).toEqual([existing]);
  });
});

describe('a series has no similar name if', () => {
  test('the names are the same', () => {
    expect(similarTo('telegraf', 'telegraf')).toEqual([]);
  });

  test('the names differ in a letter', () => {
    expect(similarTo('telegraf', 'telegraph')).toEqual([]);
  });

  test('the names differ in letters with the same capitals', () => {
    expect(similarTo('straße', 'strasse')).toEqual([]);
  });
});
