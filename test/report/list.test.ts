import { describe, expect, test } from 'vitest';
import { reportList } from '../../src/report/list.ts';
import type { ListRequest } from '../../src/request/request.ts';
import type { TokenFilter } from '../../src/tokens/listing.ts';
import type { Token } from '../../src/tokens/token.ts';
import { aToken, CONTEXT, listed, NOW, rowsOf, textsOf } from './tokens.ts';

const HOUR = 3_600_000;

const TAG = ' [gha:github.com/acme/web#4711 8812345678.1 kept 7f3a9c2e5b1d8046]';
const WHOLE_CLUSTER: TokenFilter = { status: 'active', scope: { kind: 'cluster' }, databases: [] };
const OWN = { kind: 'repository', server: 'github.com', repositoryId: '4711' } as const;

function report(
  tokens: readonly Token[],
  { failOnMatch = false, unreadable = 0, filter = WHOLE_CLUSTER } = {},
) {
  const result = { listed: listed(...tokens), total: 1200, unreadable, now: NOW };
  return reportList({ failOnMatch, filter } as ListRequest, result, CONTEXT);
}

describe('the report of `list`', () => {
  test('counts the tokens that are listed, and those of the cluster', () => {
    expect(textsOf(report([aToken()]))).toEqual(['1 of 1,200 tokens listed.']);
    expect(report([aToken()]).sections).toMatchObject([
      { title: '1 of 1,200 tokens listed', text: ['Cluster: a-cluster'] },
    ]);
  });

  test('warns about tokens whose expiry cannot be read', () => {
    expect(textsOf(report([], { unreadable: 2 }))[1]).toMatch(
      /^expiry-not-readable: The expiry of 2 tokens cannot be read, so `expires-within` excludes them\./,
    );
  });

  test('says that there are none', () => {
    expect(report([]).sections).toMatchObject([{ title: '0 of 1,200 tokens listed', items: [] }]);
  });

  test.each<[string, Partial<Token>]>([
    ['never', { expiresAt: 'unset' }],
    ['unreadable', { expiresAt: 'unreadable' }],
    ['23 Nov 2026, 00:00 UTC, now', { expiresAt: NOW }],
    ['23 Nov 2026, 01:01 UTC, in 61 minutes', { expiresAt: NOW + HOUR + 61_000 }],
    ['25 Nov 2026, 01:01 UTC, in 2 days', { expiresAt: NOW + 49 * HOUR + 60_000 }],
    ['22 Nov 2026, 00:00 UTC, 24 hours ago', { expiresAt: NOW - 24 * HOUR }],
  ])('shows when a token expires: %s', (when, changes) => {
    expect(rowsOf(report([aToken(changes)]))[0]?.[4]).toBe(when);
  });

  test('shows first what expires first', () => {
    const tokens = [
      aToken({ id: 'never' }),
      aToken({ id: 'late', expiresAt: NOW + 2 * HOUR }),
      aToken({ id: 'early', expiresAt: NOW + HOUR }),
      aToken({ id: 'expired', expiresAt: NOW - HOUR }),
    ];
    expect(rowsOf(report(tokens)).map((row) => row.at(-1))).toEqual(['expired', 'early', 'late', 'never']);
  });

  test('shows who created each token, unless all tokens are of this repository', () => {
    const tokens = [
      aToken({ description: `nightly${TAG}` }),
      aToken({ description: 'by hand', createdAt: 1 }),
    ];
    expect(rowsOf(report(tokens)).map((row) => row[5])).toEqual([
      { text: 'acme/web, run 8812345678', url: 'https://github.com/acme/web/actions/runs/8812345678' },
      'not known',
    ]);
    const own = report(tokens, { filter: { ...WHOLE_CLUSTER, scope: OWN } });
    expect(rowsOf(own)[0]).toHaveLength(6);
  });

  test('shows the status of each token, unless all are active', () => {
    expect(rowsOf(report([aToken()]))[0]).not.toContain('active');
    const all = report([aToken({ revokedAt: NOW })], { filter: { ...WHOLE_CLUSTER, status: 'all' } });
    expect(rowsOf(all)[0]?.[5]).toBe('revoked');
  });

  test('fails the step for `fail-on-match` only if there are tokens', () => {
    expect(report([aToken()], { failOnMatch: true }).failure).toMatchObject({
      code: 'tokens-found',
      message: expect.stringMatching(/^1 token matches, and/),
    });
    expect(report([], { failOnMatch: true }).failure).toBeUndefined();
  });
});
