import { describe, expect, test } from 'vitest';
import { reportGet } from '../../src/report/token.ts';
import type { GetRequest } from '../../src/request/get.ts';
import { aToken, factsOf, NOW, textsOf } from './tokens.ts';

describe('the report of `get`', () => {
  const request = { tokenId: 'an-id' } as GetRequest;

  test('shows what the server knows', () => {
    const report = reportGet(request, { kind: 'found', token: aToken(), status: 'active' });
    expect(textsOf(report)).toEqual([`Token ${aToken().id} is active.`]);
    expect(report.outputs).toEqual({
      'token-id': aToken().id,
      description: 'nightly',
      permissions: '[{"action":"read","resource":"metrics"}]',
      'created-at': '2026-11-22T23:59:59Z',
      'expires-at': '',
      status: 'active',
    });
    expect(factsOf(report)).toMatchObject({ Grants: 'metrics: read', Expires: 'never', Status: 'active' });
  });

  test('shows a date that cannot be read', () => {
    const token = aToken({ createdAt: 'unset', expiresAt: 'unreadable', revokedAt: NOW });
    const report = reportGet(request, { kind: 'found', token, status: 'revoked' });
    expect(report.outputs).not.toHaveProperty('created-at');
    expect(factsOf(report)).toMatchObject({ Created: 'not told', Expires: 'at a date that cannot be read' });
  });

  test('names the ID that the cluster does not know, and the inputs to check', () => {
    const { failure } = reportGet(request, { kind: 'not-found' });
    expect(failure).toMatchObject({
      code: 'token-not-found',
      message: expect.stringMatching(/an-id.*`account-id`/),
    });
  });
});
