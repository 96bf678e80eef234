import { describe, expect, test } from 'vitest';
import { endingOutputs, listingOutputs, tokenOutputs } from '../../src/report/outputs.ts';
import { retirementOutputs, unretiredOutputs } from '../../src/report/rotation-outputs.ts';
import type { Retired } from '../../src/tokens/rotation/outcome.ts';
import type { SeriesToken } from '../../src/tokens/rotation/series.ts';
import { seriesToken, tag } from '../tokens/series-token.ts';
import { aToken, NOW } from './tokens.ts';

const NOT_LISTED = { kind: 'not-listed', error: new Error('no response') } as const;

const old = (id: string) => ({ ...seriesToken(id, 'current'), tag: tag('current') }) as SeriesToken;

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

test('a token’s outputs are its plain description, its permissions as JSON, and its dates', () => {
  const description = 'nightly [gha:github.com/acme/web#4711 8812345678.1 kept 7f3a9c2e5b1d8046]';
  expect(tokenOutputs(aToken({ description, createdAt: NOW, expiresAt: NOW + 1 }), 'active')).toEqual({
    'token-id': aToken().id,
    description: 'nightly',
    permissions: '[{"action":"read","resource":"metrics"}]',
    'created-at': '2026-11-23T00:00:00Z',
    'expires-at': '2026-11-23T00:00:00.001Z',
    status: 'active',
  });
});

test('a token’s outputs are complete without a tag, permissions, and readable dates', () => {
  const description = 'made by hand [gha:github.com/acme/web]';
  const token = aToken({ description, permissions: [], createdAt: 'unreadable', expiresAt: 'unset' });
  expect(tokenOutputs(token, 'revoked')).toEqual({
    'token-id': token.id,
    description,
    permissions: '[]',
    'created-at': 'unreadable',
    'expires-at': '',
    status: 'revoked',
  });
});

test('an output of up to 1 MB is set, counted in bytes', () => {
  const fits = 'é'.repeat(500_000);
  expect(listingOutputs(fits, 2)).toEqual({ count: '2', tokens: fits });
  expect(listingOutputs(`${fits}x`, 2)).toEqual({ count: '2' });
});

test('outputs with IDs are JSON', () => {
  expect(endingOutputs({ revoked: ['a'] })).toEqual({
    'revoked-token-ids': '["a"]',
    'suspended-token-ids': '[]',
    'failed-token-ids': '[]',
  });
});

describe('the outputs about replaced tokens', () => {
  test('are JSON lists', () => {
    const left = [{ token: old('c'), until: NOW }];
    expect(
      retirementOutputs(retired({ revoked: ['a'], failed: [{ id: 'b', kind: 'skipped' }], left })),
    ).toEqual({
      'previous-token-ids': '["c"]',
      'revoked-token-ids': '["a"]',
      'suspended-token-ids': '[]',
      'failed-token-ids': '["b"]',
    });
  });

  test('name the tokens that are kept with access among the valid ones, the newest first', () => {
    const left = [{ token: { ...old('older'), createdAt: 1 }, until: NOW }];
    const kept = { ...old('kept'), createdAt: 2, decision: 'keep', reason: 'a person restored it' } as const;
    const suspended = {
      ...kept,
      id: 'suspended',
      description: 'x [gha-suspended:2026-11-20T00:00:00Z r:metrics]',
      permissions: [],
    };
    expect(retirementOutputs(retired({ left, kept: [kept, suspended] }))).toMatchObject({
      'previous-token-ids': '["kept","older"]',
    });
  });

  test('are empty lists when nothing was retired', () => {
    expect(Object.values(retirementOutputs(NOT_LISTED))).toEqual(['[]', '[]', '[]', '[]']);
  });

  test('name every replaced token as long as nothing is retired', () => {
    expect(unretiredOutputs({ members: [old('old')], adopts: seriesToken('adopted', 'untagged') })).toEqual({
      'previous-token-ids': '["old","adopted"]',
      'revoked-token-ids': '[]',
      'suspended-token-ids': '[]',
      'failed-token-ids': '[]',
    });
  });
});
