import { describe, expect, test } from 'vitest';
import { reportList } from '../../src/report/list.ts';
import type { ListRequest } from '../../src/request/request.ts';
import type { Token } from '../../src/tokens/token.ts';
import { aToken, listed, NOW, rowsOf, textsOf } from './tokens.ts';

const HOUR = 3_600_000;

function report(tokens: readonly Token[], { failOnMatch = false, unreadable = 0 } = {}) {
  const result = { listed: listed(...tokens), total: 1200, unreadable, now: NOW };
  return reportList({ failOnMatch } as ListRequest, result);
}

describe('the report of `list`', () => {
  test('counts the tokens that are listed, and those of the cluster', () => {
    expect(textsOf(report([aToken()]))).toEqual(["1 of the cluster's 1,200 tokens are listed."]);
  });

  test('warns about tokens whose expiry cannot be read', () => {
    expect(textsOf(report([], { unreadable: 2 }))[1]).toMatch(/^expiry-not-readable: When 2 of the tokens/);
  });

  test('says that there are none', () => {
    expect(report([]).sections).toMatchObject([{ title: 'InfluxDB tokens: none', rows: [] }]);
  });

  test.each<[string, Partial<Token>]>([
    ['never', { expiresAt: 'unset' }],
    ['cannot be read', { expiresAt: 'unreadable' }],
    ['expired', { expiresAt: NOW }],
    ['59s', { expiresAt: NOW + 59_000 }],
    ['1h1m', { expiresAt: NOW + HOUR + 61_000 }],
    ['2d1h', { expiresAt: NOW + 49 * HOUR + 60_000 }],
  ])('shows the time left: %s', (timeLeft, changes) => {
    expect(rowsOf(report([aToken(changes)]))[0]?.[3]).toBe(timeLeft);
  });

  test('shows first what expires first, and has a chart of live tokens that expire', () => {
    const tokens = [
      aToken({ id: 'never' }),
      aToken({ id: 'late', expiresAt: NOW + 2 * HOUR }),
      aToken({ id: 'early', expiresAt: NOW + HOUR }),
      aToken({ id: 'expired', expiresAt: NOW - HOUR }),
    ];
    expect(rowsOf(report(tokens)).map((row) => row.at(-1))).toEqual(['expired', 'early', 'late', 'never']);
    expect(report(tokens).sections?.[1]).toEqual({
      title: 'What expires next',
      bars: [
        { label: 'nightly', from: NOW, to: NOW + HOUR },
        { label: 'nightly', from: NOW, to: NOW + 2 * HOUR },
      ],
    });
  });

  test('has a chart of at most twelve tokens', () => {
    const tokens = Array.from({ length: 13 }, (_, index) =>
      aToken({ id: `${index}`, expiresAt: NOW + HOUR }),
    );
    expect(report(tokens).sections?.[1]).toHaveProperty('bars.length', 12);
  });

  test('fails the step for `fail-on-match` only if there are tokens', () => {
    expect(report([aToken()], { failOnMatch: true }).failure).toMatchObject({ code: 'tokens-found' });
    expect(report([], { failOnMatch: true }).failure).toBeUndefined();
  });
});
