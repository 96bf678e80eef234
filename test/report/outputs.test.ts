import { expect, test } from 'vitest';
import { endingOutputs, listingOutputs, tokenOutputs } from '../../src/report/outputs.ts';
import { aToken, NOW } from './tokens.ts';

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
