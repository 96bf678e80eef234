import { describe, expect, test } from 'vitest';
import { tokenStatus } from '../../src/tokens/token.ts';

const NOW = Date.UTC(2027, 0, 31);

describe('a token', () => {
  test('without a date of expiry is active', () => {
    expect(tokenStatus({ description: 'x', expiresAt: 'unset', revokedAt: 'unset' }, NOW)).toBe('active');
  });

  test('is active until the exact millisecond of its expiry', () => {
    expect(tokenStatus({ description: 'x', expiresAt: NOW + 1, revokedAt: 'unset' }, NOW)).toBe('active');
    expect(tokenStatus({ description: 'x', expiresAt: NOW, revokedAt: 'unset' }, NOW)).toBe('expired');
  });

  test('that was revoked is revoked, even if it would have expired since then', () => {
    expect(tokenStatus({ description: 'x', expiresAt: NOW - 1, revokedAt: NOW - 2 }, NOW)).toBe('revoked');
  });

  test('whose expiry cannot be read is not known to have expired', () => {
    expect(tokenStatus({ description: 'x', expiresAt: 'unreadable', revokedAt: 'unset' }, NOW)).toBe(
      'active',
    );
  });

  test.each([
    ['suspending', 'suspended'],
    ['suspended', 'suspended'],
    ['restored', 'active'],
  ])('of a token whose record says %s is %s, unless the token has ended', (state, status) => {
    const description = `x [gha-${state}:2027-01-31T12:00:00Z r:metrics]`;
    expect(tokenStatus({ description, expiresAt: 'unset', revokedAt: 'unset' }, NOW)).toBe(status);
    expect(tokenStatus({ description, expiresAt: NOW, revokedAt: 'unset' }, NOW)).toBe('expired');
    expect(tokenStatus({ description, expiresAt: NOW, revokedAt: NOW }, NOW)).toBe('revoked');
  });
});
