import { describe, expect, test } from 'vitest';
import { describeRetirement, summarizeUnretired, summarizeValidity } from '../../src/report/retirement.ts';
import type { Retired } from '../../src/tokens/rotation/outcome.ts';
import type { SeriesToken } from '../../src/tokens/rotation/series.ts';
import { DAY, NOW, seriesToken, tag } from '../tokens/series-token.ts';

const CURRENT = seriesToken('new', 'current');
const NOT_LISTED = { kind: 'not-listed', error: new Error('no answer') } as const;

const old = (id: string, changes = {}) =>
  ({ ...seriesToken(id, 'current', changes), tag: tag('current') }) as SeriesToken;

function retired(changes: Partial<Retired> = {}): Retired {
  return { kind: 'retired', revoked: [], failed: [], error: undefined, left: [], ...changes };
}

describe('the log after retiring', () => {
  test('is empty when nothing was revoked', () => {
    expect(describeRetirement(retired())).toEqual([]);
  });

  test('names each revoked token, then warns about the ones that failed', () => {
    expect(
      describeRetirement(retired({ revoked: ['a', 'b'], failed: ['c', 'd'], error: new Error('no answer') })),
    ).toEqual([
      { kind: 'info', text: 'Revoked token a, which was replaced.' },
      { kind: 'info', text: 'Revoked token b, which was replaced.' },
      {
        kind: 'warning',
        code: 'replaced-token-not-revoked',
        text: 'Nobody needs c, d any more, and revoking failed: no answer. The next run tries again.',
      },
    ]);
  });

  test('warns when the list could not be read', () => {
    expect(describeRetirement(NOT_LISTED)).toMatchObject([
      {
        kind: 'warning',
        code: 'nothing-retired',
        text: expect.stringContaining('no answer. They stay valid'),
      },
    ]);
  });
});

describe('the table of validity', () => {
  test('contains the current token, the ones in their grace period, and the revoked ones, with a chart', () => {
    const left = [
      { token: old('b'), until: NOW + DAY },
      { token: old('c', { expiresAt: NOW + 1 }), until: NOW + DAY },
    ];
    const [table, chart] = summarizeValidity(CURRENT, retired({ revoked: ['a'], left }));
    expect(table).toMatchObject({
      rows: [
        ['new', 'current', '2027-03-01T12:00:00Z'],
        ['b', 'replaced', 'the first run after 2027-02-01T12:00:00Z'],
        ['c', 'replaced', '2027-01-31T12:00:00.001Z'],
        ['a', 'replaced', 'revoked now'],
      ],
    });
    expect(chart).toMatchObject({
      bars: [
        { label: 'old b', from: NOW - DAY, to: NOW + DAY },
        { label: 'old c', from: NOW - DAY, to: NOW + DAY },
        { label: 'new new', from: NOW - DAY, to: NOW + 29 * DAY },
      ],
    });
  });

  test('has no chart when there is only one token to draw', () => {
    expect(summarizeValidity(CURRENT, retired())).toHaveLength(1);
    const left = [{ token: old('b', { createdAt: 'unreadable' }), until: NOW }];
    expect(summarizeValidity(CURRENT, retired({ left }))).toHaveLength(1);
  });

  test('draws 90 days of a token that never expires', () => {
    const [, chart] = summarizeValidity(
      { ...CURRENT, expiresAt: 'unset' },
      retired({ left: [{ token: old('b'), until: NOW }] }),
    );
    expect(chart).toMatchObject({ bars: [{}, { to: NOW + 89 * DAY }] });
  });

  test('does not exist when the list could not be read', () => {
    expect(summarizeValidity(CURRENT, NOT_LISTED)).toEqual([]);
  });

  test('says what is missing before a replaced token ends, as long as nothing is retired', () => {
    const rows = (isPromoted: boolean) => {
      const section = summarizeUnretired(CURRENT, [old('b')], isPromoted);
      return 'rows' in section ? section.rows[1] : undefined;
    };
    expect(rows(true)).toEqual(['b', 'replaced', 'the first run that finds its grace over']);
    expect(rows(false)).toEqual(['b', 'to be replaced', 'a rotation is committed, and its grace over']);
  });
});
