import { describe, expect, test } from 'vitest';
import { reportGet } from '../../src/report/get.ts';
import type { GetRequest } from '../../src/request/request.ts';
import { aToken, CONTEXT, factsOf, NOW, textsOf } from './tokens.ts';

describe('the report of `get`', () => {
  const request = { tokenId: 'an-id' } as GetRequest;

  test('shows what the server knows', () => {
    const report = reportGet(request, { kind: 'found', token: aToken(), status: 'active' }, CONTEXT);
    expect(textsOf(report)).toEqual([`Token ${aToken().id} is active.`]);
    expect(report.outputs).toEqual({
      'token-id': aToken().id,
      description: 'nightly',
      permissions: '[{"action":"read","resource":"metrics"}]',
      'created-at': '2026-11-22T23:59:59Z',
      'expires-at': '',
      status: 'active',
    });
    expect(report.sections).toMatchObject([{ title: '1 token found: its status is active' }]);
    expect(factsOf(report)).toEqual({
      'Token ID': aToken().id,
      Cluster: 'a-cluster',
      Description: 'nightly',
      Kind: 'untagged',
      Permissions: 'metrics: read',
      Created: '22 Nov 2026, 23:59 UTC, 1 second ago',
      'Created by': 'not known',
      Expires: 'never',
      Status: 'active',
    });
  });

  test('shows a date that cannot be read', () => {
    const token = aToken({ createdAt: 'unset', expiresAt: 'unreadable', revokedAt: NOW });
    const report = reportGet(request, { kind: 'found', token, status: 'revoked' }, CONTEXT);
    expect(report.outputs).not.toHaveProperty('created-at');
    expect(factsOf(report)).toMatchObject({ Created: 'not known', Expires: 'unreadable' });
  });

  test('names the ID that the cluster does not know, and the inputs to check', () => {
    const { failure } = reportGet(request, { kind: 'not-found' }, CONTEXT);
    expect(failure).toMatchObject({
      code: 'token-not-found',
      message: expect.stringMatching(/an-id.*`account-id`/),
    });
  });
});
