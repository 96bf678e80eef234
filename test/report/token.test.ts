import { describe, expect, test } from 'vitest';
import type { InvalidInputs } from '../../src/base/errors.ts';
import { Failure } from '../../src/base/errors.ts';
import { announceCreate, reportCreate, reportGet } from '../../src/report/token.ts';
import type { CreateRequest, GetRequest } from '../../src/request/request.ts';
import type { CreateResult } from '../../src/tokens/outcome.ts';
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

describe('the report of `create`', () => {
  const request = {
    description: 'nightly',
    grants: {
      permissions: [{ action: 'read', resource: 'metrics' }],
      checkDatabases: true,
      databasesInput: 'permissions',
    },
    expiresAt: NOW,
    keep: false,
  } as Partial<CreateRequest> as CreateRequest;
  const token = aToken({ expiresAt: NOW });
  const error = new Failure('management-api-answered', 'The server answered 500.');
  const unreachable = { kind: 'unreachable', why: 'no route to host' } as const;

  test.each([
    [false, 'when this job ends'],
    [true, 'by a person'],
  ])('shows who revokes the token, if it is kept: %s', (keep, who) => {
    const report = reportCreate(
      { ...request, keep },
      { kind: 'created', token, activation: { kind: 'accepted' } },
    );
    expect(factsOf(report)).toEqual({
      Token: token.id,
      For: 'nightly',
      Grants: 'metrics: read',
      Expires: '2026-11-23T00:00:00Z',
      'Accepted by the cluster': 'yes',
      Revoked: who,
    });
    expect(report.failure).toBeUndefined();
  });

  test('warns that nobody knows whether the cluster accepts the token', () => {
    const report = reportCreate(request, { kind: 'created', token, activation: unreachable });
    expect(textsOf(report)).toEqual([expect.stringMatching(/^token-not-probed: /)]);
    expect(factsOf(report)).toMatchObject({ 'Accepted by the cluster': 'not known' });
    expect(report.failure).toBeUndefined();
  });

  test('of a dry run shows what would be created', () => {
    const report = reportCreate({ ...request, expiresAt: 'never' }, { kind: 'dry-run' });
    expect(textsOf(report)).toEqual(['This was a dry run: nothing was created.']);
    expect(factsOf(report)).toMatchObject({ Expires: 'never', Revoked: 'when the job ends' });
  });

  test.each<[string, CreateResult, string, RegExp]>([
    ['was not created', { kind: 'not-begun', error }, error.code, /answered 500\. No token was created\.$/],
    [
      'is not accepted',
      {
        kind: 'not-accepted',
        activation: {
          kind: 'refused',
          why: 'it responded 401',
          timeoutMs: 1000,
          expiresAt: 'unset',
          serverTime: undefined,
          runnerTime: NOW,
        },
      },
      'token-not-accepted',
      /it responded 401.* The post step revokes it\. Check that/,
    ],
    [
      'is not kept, because somebody has revoked it',
      { kind: 'not-kept', token, activation: unreachable, retagging: { kind: 'revoked' } },
      'token-not-kept',
      /^The server shows it as revoked\. Token .* is not kept: the post step revokes it\.$/,
    ],
    [
      'might not be marked as kept',
      {
        kind: 'not-kept',
        token,
        activation: unreachable,
        retagging: { kind: 'unclear', error: new Error('No') },
      },
      'token-not-kept',
      /^No\. Token .* is not kept/,
    ],
  ])('says of a token that it %s', (_, result, code, message) => {
    expect(reportCreate(request, result).failure).toMatchObject({
      code,
      message: expect.stringMatching(message),
    });
  });

  test('names the input with databases that the cluster does not have', () => {
    const databases = [{ name: 'x', nearest: undefined }];
    const { failure } = reportCreate(request, { kind: 'unknown-databases', databases, input: 'permissions' });
    expect((failure as InvalidInputs).errors).toMatchObject([{ input: 'permissions' }]);
  });

  test('is announced by warnings about all databases and about a token that never expires', () => {
    const grants = { ...request.grants, permissions: [{ action: 'read', resource: '*' }] };
    expect(textsOf(announceCreate(request))).toEqual([]);
    expect(textsOf(announceCreate({ ...request, grants, expiresAt: 'never' }))).toEqual([
      expect.stringMatching(/^all-databases: /),
      expect.stringMatching(/^no-expiry: .* should the post step not revoke it/),
    ]);
    expect(textsOf(announceCreate({ ...request, expiresAt: 'never', keep: true }))).toEqual([
      'no-expiry: The token never expires: only a person can end it.',
    ]);
  });
});
