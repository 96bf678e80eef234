import { describe, expect, test } from 'vitest';
import { mightBeAlive, type Outcome, wasRevoked } from '../../src/tokens/outcome.ts';
import { previewRevocation } from '../../src/tokens/revocation-preview.ts';
import { NOW, seriesToken } from './series-token.ts';

test.each<[Outcome, boolean, boolean]>([
  [{ id: 'a', kind: 'revoked' }, true, false],
  [{ id: 'a', kind: 'already-revoked' }, true, false],
  [{ id: 'a', kind: 'not-found' }, false, false],
  [{ id: 'a', kind: 'skipped' }, false, true],
  [{ id: 'a', kind: 'failed', error: new Error('no') }, false, true],
])('a token is revoked, alive, or neither: $kind', (outcome, revoked, alive) => {
  expect(wasRevoked(outcome)).toBe(revoked);
  expect(mightBeAlive(outcome)).toBe(alive);
});

describe('a preview of a revocation', () => {
  const live = seriesToken('live', 'kept');
  const expired = seriesToken('expired', 'kept', { expiresAt: NOW });
  const revoked = seriesToken('revoked', 'kept', { revokedAt: NOW - 1 });
  const unreadable = seriesToken('unreadable', 'kept', { revokedAt: 'unreadable' });

  test('says for each ID, in the order of the IDs, what would happen', () => {
    expect(previewRevocation(['revoked', 'LIVE', 'x', 'expired'], [live, expired, revoked], NOW)).toEqual([
      { id: 'revoked', kind: 'already-revoked', token: revoked },
      { id: 'LIVE', kind: 'to-revoke', token: live, status: 'active' },
      { id: 'x', kind: 'not-found' },
      { id: 'expired', kind: 'to-revoke', token: expired, status: 'expired' },
    ]);
  });

  test('revokes a token again if its revocation date is unreadable', () => {
    expect(previewRevocation(['unreadable'], [unreadable], NOW)).toMatchObject([{ kind: 'to-revoke' }]);
  });
});
