import { describe, expect, test } from 'vitest';
import { tokenStatus } from '../../src/tokens/token.ts';

const NOW = Date.UTC(2027, 0, 31);

describe('a token', () => {
  test('without an expiry is active', () => {
    expect(tokenStatus({ expiresAt: 'unset', revokedAt: 'unset' }, NOW)).toBe('active');
  });

  test('is active until the exact millisecond of its expiry', () => {
    expect(tokenStatus({ expiresAt: NOW + 1, revokedAt: 'unset' }, NOW)).toBe('active');
    expect(tokenStatus({ expiresAt: NOW, revokedAt: 'unset' }, NOW)).toBe('expired');
  });

  test('that was revoked is revoked, even after its expiry', () => {
    expect(tokenStatus({ expiresAt: NOW - 1, revokedAt: NOW - 2 }, NOW)).toBe('revoked');
  });

  test('with an unreadable expiry is not expired', () => {
    expect(tokenStatus({ expiresAt: 'unreadable', revokedAt: 'unset' }, NOW)).toBe('active');
  });
});
