import { describe, expect, test } from 'vitest';
import type { ManagementApi } from '../../../src/operations/deps.ts';
import { retireReplacedBy } from '../../../src/operations/rotation/retire.ts';
import type { Token } from '../../../src/tokens/token.ts';
import { FakeClock } from '../../fake-clock.ts';
import { CLOCKS, NOW, SERIES, seriesToken } from '../../tokens/series-token.ts';
import { unexpected } from '../fake-api.ts';
import { retryControl } from '../retry-control.ts';

const OLDER = seriesToken('older', 'current', { createdAt: NOW - 3000 });
const OLD = seriesToken('old', 'current', { createdAt: NOW - 2000 });
const OWN = { createdAt: NOW - 1000 };

/** Retires what the token `own` replaces, which was promoted, with this list. Returns the IDs of the revoked tokens, too. */
async function retireWith(tokens: readonly Token[]) {
  const revoked: string[] = [];
  const api: ManagementApi = {
    tokens: async () => ({ tokens, clocks: CLOCKS }),
    deleteToken: async (id) => {
      revoked.push(id);
      return { kind: 'done' };
    },
    endpoint: unexpected,
    databases: unexpected,
    findToken: unexpected,
    createToken: unexpected,
    updateToken: unexpected,
    patchToken: unexpected,
  };
  const options = { series: SERIES, gracePeriodMs: 0, quarantineMs: 0, endsTokens: true };
  const deps = {
    api,
    retryControl: retryControl({ retries: 0 }),
    progress: () => {},
    clock: new FakeClock(),
  };
  return { result: await retireReplacedBy({ id: 'own', issued: OLD.permissions }, options, deps), revoked };
}

describe('a retirement after a promotion', () => {
  test('revokes what the promoted token replaces', async () => {
    const { result, revoked } = await retireWith([seriesToken('own', 'current', OWN), OLD, OLDER]);
    expect(result).toMatchObject({ kind: 'retired', revoked: ['old', 'older'] });
    expect(revoked).toEqual(['old', 'older']);
  });

  test.for<[what: string, own: readonly Token[]]>([
    ['does not show the promoted token', []],
    ['shows it as pending', [seriesToken('own', 'pending', OWN)]],
  ])('revokes nothing and says so if the list %s', async ([, own]) => {
    const { result, revoked } = await retireWith([...own, OLD, OLDER]);
    expect(result).toMatchObject({ kind: 'not-listed', error: { code: 'token-not-listed' } });
    expect(revoked).toEqual([]);
  });

  test.for<[what: string, changes: Partial<Token>, kind: string]>([
    ['revoked', { revokedAt: NOW - 1 }, 'revoked'],
    ['revoked at a time that cannot be read', { revokedAt: 'unreadable' }, 'revoked'],
    ['without permissions', { permissions: [] }, 'suspended'],
  ])('revokes nothing and says so if the promoted token is %s', async ([, changes, kind]) => {
    const { result, revoked } = await retireWith([
      seriesToken('own', 'current', { ...OWN, ...changes }),
      OLD,
      OLDER,
    ]);
    expect(result).toMatchObject({ kind: 'ended', how: kind, stillValid: [{ id: 'old' }, { id: 'older' }] });
    expect(revoked).toEqual([]);
  });
});
