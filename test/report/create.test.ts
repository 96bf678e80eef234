import { describe, expect, test } from 'vitest';
import type { InvalidInputs } from '../../src/base/errors.ts';
import { Failure } from '../../src/base/errors.ts';
import { announceCreate, reportCreate } from '../../src/report/create.ts';
import type { CreateRequest } from '../../src/request/request.ts';
import type { CreateResult } from '../../src/tokens/results.ts';
import { aToken, CONTEXT, factsOf, NOW, textsOf } from './tokens.ts';

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
  const token = aToken({ expiresAt: NOW + 24 * 3_600_000 });
  const error = new Failure('management-api-responded-with', 'The server responded with 500.');
  const unreachable = { kind: 'unreachable', why: 'no route to host' } as const;

  test.each([
    [false, 'revoked by the post step'],
    [true, 'stays valid until it expires or is revoked'],
  ])('shows what happens to the token after the job, if it is kept: %s', (keep, after) => {
    const report = reportCreate(
      { ...request, keep },
      { kind: 'created', token, activation: { kind: 'accepted' } },
      CONTEXT,
    );
    expect(report.sections).toMatchObject([{ title: '1 token created' }]);
    expect(factsOf(report)).toEqual({
      'Token ID': token.id,
      Cluster: 'a-cluster',
      Description: 'nightly',
      Permissions: 'metrics: read',
      Expires: '24 Nov 2026, 00:00 UTC, in 24 hours',
      Activation: 'accepted by the cluster',
      'After the job': after,
    });
    expect(report.failure).toBeUndefined();
  });

  test('warns that it is not known whether the cluster accepts the token', () => {
    const report = reportCreate(request, { kind: 'created', token, activation: unreachable }, CONTEXT);
    expect(textsOf(report)).toEqual([expect.stringMatching(/^token-not-probed: /)]);
    expect(factsOf(report)).toMatchObject({ Activation: expect.stringMatching(/^not known/) });
    expect(report.failure).toBeUndefined();
  });

  test('of a dry run shows what would be created', () => {
    const report = reportCreate({ ...request, expiresAt: 'never' }, { kind: 'dry-run' }, CONTEXT);
    expect(textsOf(report)).toEqual(['This was a dry run: nothing was created.']);
    expect(report.sections).toMatchObject([{ title: 'Dry run: 1 token would be created' }]);
    expect(factsOf(report)).toMatchObject({ Expires: 'never', 'After the job': 'revoked by the post step' });
  });

  test.each<[string, CreateResult, string, RegExp]>([
    [
      'was not created',
      { kind: 'not-begun', error },
      error.code,
      /responded with 500\. No token was created\.$/,
    ],
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
      /it responded 401.* The post step revokes the token\. Check that/,
    ],
    [
      'is not kept, because somebody has revoked it',
      { kind: 'not-kept', token, activation: unreachable, retagging: { kind: 'revoked' } },
      'token-not-kept',
      /^The step could not mark token .* as kept\. The token is revoked, or the API no longer knows the token\. If the token is still valid, the post step revokes the token\.$/,
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
      /^The step could not mark token .* as kept\. No\. If the token/,
    ],
    [
      'is changed when it is marked as kept',
      {
        kind: 'not-kept-as-requested',
        token,
        activation: unreachable,
        status: 'revoked',
        deviations: ['never expires (requested: tomorrow)'],
        notRevoked: undefined,
      },
      'token-not-as-requested',
      /^The server changed token .* when the step marked it as kept\. The token .*never expires \(requested: tomorrow\).*\. The step revoked the token\.$/,
    ],
  ])('says of a token that it %s', (_, result, code, message) => {
    expect(reportCreate(request, result, CONTEXT).failure).toMatchObject({
      code,
      message: expect.stringMatching(message),
    });
  });

  test('names the input with databases that the cluster does not have', () => {
    const databases = [{ name: 'x', nearest: undefined }];
    const { failure } = reportCreate(
      request,
      { kind: 'unknown-databases', databases, input: 'permissions' },
      CONTEXT,
    );
    expect((failure as InvalidInputs).errors).toMatchObject([{ input: 'permissions' }]);
  });

  test('is announced by warnings about all databases and about a token that never expires', () => {
    const grants = { ...request.grants, permissions: [{ action: 'read', resource: '*' }] };
    expect(textsOf(announceCreate(request))).toEqual([]);
    expect(textsOf(announceCreate({ ...request, grants, expiresAt: 'never' }))).toEqual([
      expect.stringMatching(/^all-databases: /),
      expect.stringMatching(/^no-expiry: .* If the post step cannot revoke it/),
    ]);
    expect(textsOf(announceCreate({ ...request, expiresAt: 'never', keep: true }))).toEqual([
      'no-expiry: The token never expires. It stays valid until a person or a cleanup with `max-age` revokes the token.',
    ]);
  });
});
