import { describe, expect, test } from 'vitest';
import { Failure } from '../../src/base/errors.ts';
import {
  describeReplacedTokens,
  describeRetirement,
  previewRetirement,
  summarizeUnretired,
  summarizeValidity,
} from '../../src/report/retirement.ts';
import { plainText } from '../../src/runner/sanitize.ts';
import type { Outcome } from '../../src/tokens/outcome.ts';
import type { Retired } from '../../src/tokens/rotation/outcome.ts';
import type { SeriesToken } from '../../src/tokens/rotation/series.ts';
import { DAY, NOW, seriesToken, tag } from '../tokens/series-token.ts';
import { CONTEXT as ANY_CONTEXT } from './tokens.ts';

const CONTEXT = { ...ANY_CONTEXT, now: NOW };

const CURRENT = seriesToken('new', 'current');
const NOT_LISTED = { kind: 'not-listed', error: new Error('no response') } as const;

const old = (id: string, changes = {}) =>
  ({ ...seriesToken(id, 'current', changes), tag: tag('current') }) as SeriesToken;

function retired(changes: Partial<Retired> = {}): Retired {
  return {
    kind: 'retired',
    revoked: [],
    suspended: [],
    spared: [],
    kept: [],
    postponed: [],
    failed: [],
    left: [],
    ...changes,
  };
}

const KEPT = { ...old('k'), decision: 'keep', reason: 'a person restored it' } as const;
const RECORD = 'nightly [gha-suspended:2027-01-30T12:00:00Z r:metrics]';
const IN_QUARANTINE = {
  ...old('q', { description: RECORD, permissions: [] }),
  decision: 'keep',
  reason: 'it is in quarantine',
} as const;

describe('the log after retiring', () => {
  test('is empty when nothing was revoked', () => {
    expect(describeRetirement(retired())).toEqual([]);
  });

  test('names each revoked token, then warns about the ones that failed', () => {
    expect(
      describeRetirement(
        retired({
          revoked: ['a', 'b'],
          failed: [
            { id: 'c', kind: 'skipped' },
            { id: 'd', kind: 'failed', error: new Error('no response') },
          ],
        }),
      ),
    ).toEqual([
      { kind: 'info', text: 'Revoked replaced token a.' },
      { kind: 'info', text: 'Revoked replaced token b.' },
      {
        kind: 'warning',
        code: 'replaced-token-not-revoked',
        text: 'The step could not revoke or suspend 2 replaced tokens (c, d). Token d was not revoked. no response. The next run tries again.',
      },
    ]);
  });

  test.each<[Outcome, RegExp]>([
    [{ id: 'c', kind: 'skipped' }, /Token c was skipped\. The next run/],
    [
      { id: 'c', kind: 'not-completed' },
      /The suspension of token c is not complete\. The permissions .* as suspended\. The next run/,
    ],
    [
      { id: 'c', kind: 'not-undone', error: undefined, original: { description: 'x', permissions: [] } },
      /Token c was not suspended\. The server did not store .*\. The next run/,
    ],
    [
      { id: 'c', kind: 'not-suspended', error: new Failure('no-connection', 'No') },
      /Token c was not suspended\. No\. The next run/,
    ],
    [
      { id: 'c', kind: 'not-confirmed', error: new Failure('no-connection', 'No') },
      /It is not known whether token c was suspended\. No\. The next run/,
    ],
  ])('gives the reason even without an error: $0.kind', (outcome, reason) => {
    const [line] = describeRetirement(retired({ failed: [outcome] }));
    expect(plainText(line?.text ?? '')).toMatch(reason);
  });

  test('warns when the list could not be read', () => {
    expect(describeRetirement(NOT_LISTED)).toMatchObject([
      {
        kind: 'warning',
        code: 'nothing-retired',
        text: expect.stringContaining('no response. These tokens stay valid'),
      },
    ]);
  });
});

describe('the sentences about replaced tokens', () => {
  const left = [
    { token: old('b'), until: NOW + DAY },
    { token: old('c', { expiresAt: NOW + 1 }), until: NOW + 2 * DAY },
  ];

  test.each<[string, Partial<Retired>, string[]]>([
    ['are none if the series has no other token', {}, []],
    [
      'say until when the replaced token is valid',
      { left: left.slice(0, 1) },
      ['The replaced token stays valid until the first run after 1 Feb 2027, 12:00 UTC, in 24 hours.'],
    ],
    [
      'say that it expires before its grace period is over',
      { left: left.slice(1) },
      ['The replaced token stays valid until 31 Jan 2027, 12:00 UTC, now.'],
    ],
    [
      'count several, and say until when the last one is valid',
      { left },
      ['2 replaced tokens stay valid, at most until the first run after 1 Feb 2027, 12:00 UTC, in 24 hours.'],
    ],
    [
      'say that the next run revokes a token whose grace period is over',
      { left: [{ token: old('b'), until: NOW }] },
      ['The replaced token stays valid until the next run.'],
    ],
    [
      'count the kept tokens, without those that no longer have access',
      { kept: [KEPT, IN_QUARANTINE] },
      ['1 replaced token was kept.'],
    ],
    ['count the only revoked token', { revoked: ['a'] }, ['1 replaced token was revoked.']],
    ['count several revoked tokens', { revoked: ['a', 'b'] }, ['2 replaced tokens were revoked.']],
  ])('%s', (_, changes, sentences) => {
    expect(describeReplacedTokens(retired(changes), CONTEXT)).toEqual(sentences);
  });

  test('say that the list could not be read', () => {
    expect(describeReplacedTokens(NOT_LISTED, CONTEXT)).toEqual([
      expect.stringMatching(/could not retire .*\. no response\. These tokens stay valid\./),
    ]);
  });
});

describe('the table of validity', () => {
  test('contains the current token, the ones in their grace period, and the revoked ones', () => {
    const left = [
      { token: old('b'), until: NOW + DAY },
      { token: old('c', { expiresAt: NOW + 1 }), until: NOW + DAY },
      { token: old('d'), until: NOW },
    ];
    expect(summarizeValidity(CURRENT, retired({ revoked: ['a'], left }), CONTEXT)).toMatchObject([
      {
        rows: [
          ['new', 'current', '1 Mar 2027, 12:00 UTC, in 29 days'],
          ['b', 'replaced', 'the first run after 1 Feb 2027, 12:00 UTC, in 24 hours'],
          ['c', 'replaced', '31 Jan 2027, 12:00 UTC, now'],
          ['d', 'replaced', 'the next run'],
          ['a', 'replaced', 'no longer valid (revoked by this run)'],
        ],
      },
    ]);
  });

  test('gives the reason for a token that is kept', () => {
    const [table] = summarizeValidity(CURRENT, retired({ kept: [KEPT, IN_QUARANTINE] }), CONTEXT);
    expect(table).toMatchObject({
      rows: [{}, ['k', { prose: 'kept: a person restored it' }, '1 Mar 2027, 12:00 UTC, in 29 days']],
    });
    expect(table).toHaveProperty('rows.length', 2);
  });

  test('names a minute that is never too early', () => {
    const left = [{ token: old('b'), until: NOW + 1 }];
    const [table] = summarizeValidity(CURRENT, retired({ left }), CONTEXT);
    expect(table).toMatchObject({
      rows: [{}, ['b', 'replaced', 'the first run after 31 Jan 2027, 12:01 UTC, in 60 seconds']],
    });
  });

  test('does not exist when the list could not be read', () => {
    expect(summarizeValidity(CURRENT, NOT_LISTED, CONTEXT)).toEqual([]);
  });

  test('says what is missing before a replaced token ends, as long as nothing is retired', () => {
    const rows = (state: Parameters<typeof summarizeUnretired>[1]['state']) => {
      const section = summarizeUnretired(CURRENT, { replaced: [old('b')], state }, CONTEXT);
      return 'rows' in section ? section.rows : undefined;
    };
    expect(rows('current')).toMatchObject([
      ['new', 'current', {}],
      ['b', 'replaced', 'the first run after the grace period'],
    ]);
    expect(rows('pending')).toMatchObject([
      ['new', 'pending', {}],
      ['b', 'in use', 'the end of the grace period, if the new token is promoted'],
    ]);
    expect(rows('unclear')).toMatchObject([
      ['new', 'current or pending (not known)', {}],
      ['b', 'in use or replaced (not known)', 'the end of the grace period, if the new token is promoted'],
    ]);
    expect(rows('restored')).toMatchObject([
      ['new', 'kept', {}],
      ['b', 'in use', expect.any(String)],
    ]);
  });
});

describe('the preview of a dry run', () => {
  test('names each replaced token that would be ended, and the reason', () => {
    const postponed = [
      { ...old('a'), decision: 'suspend', reason: 'its grace period is over' },
      { ...IN_QUARANTINE, decision: 'revoke', reason: 'suspended long enough' },
    ] as const;
    expect(previewRetirement(retired({ postponed }))).toEqual({
      lines: [
        { kind: 'info', text: 'Replaced token a would be suspended: its grace period is over.' },
        { kind: 'info', text: 'Replaced token q would be revoked: suspended long enough.' },
      ],
      sections: [
        {
          title: 'Replaced tokens to revoke or suspend',
          head: ['Token ID', 'Result', 'Reason'],
          rows: [
            ['a', 'would be suspended', { prose: 'its grace period is over' }],
            ['q', 'would be revoked', { prose: 'suspended long enough' }],
          ],
        },
      ],
    });
  });

  test.each([retired(), NOT_LISTED])('is empty if no token would be ended', (result) => {
    expect(previewRetirement(result)).toEqual({ lines: [], sections: [] });
  });
});
