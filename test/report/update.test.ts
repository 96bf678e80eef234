import { describe, expect, test } from 'vitest';
import { Failure, InvalidInputs } from '../../src/base/errors.ts';
import { reportUpdate } from '../../src/report/update.ts';
import type { UpdateRequest } from '../../src/request/request.ts';
import type { PlannedUpdate, UpdateResult } from '../../src/tokens/results.ts';
import type { PlannedChange } from '../../src/tokens/update-plan.ts';
import { aToken, CONTEXT, factsOf, NOW, textsOf } from './tokens.ts';

const TAG = ' [gha:github.com/acme/web#4711 8812345678.1 kept 7f3a9c2e5b1d8046]';
const WRITE = { action: 'write', resource: '*' };
const TOKEN = aToken({ description: `nightly${TAG}` });
const ERROR = new Failure('management-api-responded-with', 'The server responded with 500.');

const PLAN: PlannedChange = {
  kind: 'change',
  change: { description: `weekly${TAG}`, permissions: [WRITE] },
  added: [WRITE],
  removed: TOKEN.permissions,
};
const PLANNED: PlannedUpdate = { token: TOKEN, now: NOW, plan: PLAN };

function report(result: UpdateResult) {
  return reportUpdate({ tokenId: 'an-id' } as UpdateRequest, result, CONTEXT);
}

describe('the report of `update`', () => {
  const updated = { ...TOKEN, ...PLAN.change };

  test('shows what was changed, and warns about permissions on all databases', () => {
    const done = report({ ...PLANNED, kind: 'updated', updated });
    expect(textsOf(done)).toEqual([
      expect.stringMatching(/^all-databases: /),
      'Permissions to add: *: write.',
      'Permissions to remove: \u0002metrics: read\u0003.',
      'New description: "weekly" instead of \u0002"nightly"\u0003.',
      `Updated token ${TOKEN.id}.`,
    ]);
    expect(done.outputs).toMatchObject({ description: 'weekly', status: 'active', changed: 'true' });
    expect(factsOf(done)).toEqual({
      'Token ID': TOKEN.id,
      Cluster: 'a-cluster',
      Description: 'weekly',
      'Old description': 'nightly',
      Permissions: '*: write',
      Added: '*: write',
      Removed: 'metrics: read',
      Expires: 'never',
    });
    expect(done.failure).toBeUndefined();
  });

  test('of a dry run shows what would be changed', () => {
    const dryRun = report({ ...PLANNED, kind: 'dry-run' });
    expect(textsOf(dryRun).at(-1)).toBe('This was a dry run: nothing was changed.');
    expect(dryRun.outputs).toEqual({ changed: 'true' });
    expect(dryRun.sections).toMatchObject([{ title: 'Dry run: 1 token would be updated' }]);
  });

  test('says that there is nothing to change', () => {
    const unchanged = report({ kind: 'unchanged', token: TOKEN });
    expect(unchanged.outputs).toEqual({ changed: 'false' });
    expect(textsOf(unchanged)).toEqual([
      `Token ${TOKEN.id} already matches the request. Nothing was changed.`,
    ]);
    expect(unchanged.sections).toMatchObject([
      { title: '0 tokens updated: the token already matches the request' },
    ]);
    expect(factsOf(unchanged)).toMatchObject({
      Cluster: 'a-cluster',
      Permissions: 'metrics: read',
      Expires: 'never',
    });
  });

  test('shows the token that is not as requested, and leaves `changed` unset', () => {
    const { outputs, failure } = report({ ...PLANNED, kind: 'not-as-requested', updated: TOKEN });
    expect(outputs).toMatchObject({ 'token-id': TOKEN.id, description: 'nightly' });
    expect(outputs).not.toHaveProperty('changed');
    expect(failure).toMatchObject({
      code: 'not-updated-as-requested',
      message: expect.stringMatching(/It grants .*metrics: read.* never expires, and has the description/),
    });
  });

  test('shows the status of a token that was revoked in the meantime', () => {
    const revoked = report({ ...PLANNED, kind: 'revoked', updated: { ...TOKEN, revokedAt: NOW } });
    expect(revoked.outputs).toMatchObject({ status: 'revoked' });
    expect(revoked.failure).toMatchObject({ code: 'token-revoked' });
    expect(report({ ...PLANNED, kind: 'revoked', updated: undefined }).outputs).toEqual({
      status: 'revoked',
    });
  });

  test.each<[string, UpdateResult, string, RegExp]>([
    [
      'is unknown',
      { kind: 'not-found' },
      'token-not-found',
      /^The cluster does not know token an-id\. Check/,
    ],
    [
      'must not be updated',
      { kind: 'refused', token: TOKEN, why: 'it is revoked', canBeRestored: false },
      'token-not-updated',
      /because it is revoked\. Nothing was changed\. Create a new token/,
    ],
    [
      'is suspended',
      { kind: 'refused', token: TOKEN, why: 'it is suspended', canBeRestored: true },
      'token-not-updated',
      /because it is suspended\. Nothing was changed\. Restore its permissions first \(`operation: restore`\)/,
    ],
    [
      'has lost its permissions again',
      { ...PLANNED, kind: 'other-permissions', updated: { ...TOKEN, permissions: [] } },
      'not-updated-as-requested',
      /It grants .*none/,
    ],
    [
      'might have been changed',
      { ...PLANNED, kind: 'unknown-outcome', error: ERROR },
      ERROR.code,
      /responded with 500\. It is not known whether token .* was changed\. To find out, use `operation: get`/,
    ],
    [
      'was not changed, because a request was refused',
      { ...PLANNED, kind: 'not-changed', error: ERROR },
      ERROR.code,
      /responded with 500\. The token was not changed\.$/,
    ],
  ])('says of a token that it %s', (_, result, code, message) => {
    expect(report(result).failure).toMatchObject({ code, message: expect.stringMatching(message) });
  });

  test('has one input error for each database that the cluster does not have', () => {
    const databases = [
      { name: 'metrisc', nearest: 'metrics' },
      { name: 'x', nearest: undefined },
    ];
    const { failure } = report({ ...PLANNED, kind: 'unknown-databases', databases, input: 'databases' });
    expect(failure).toBeInstanceOf(InvalidInputs);
    expect((failure as InvalidInputs).errors).toMatchObject([
      { input: 'databases', message: expect.stringMatching(/"metrisc"\. Did you mean .*`metrics`/) },
      { input: 'databases', message: expect.stringMatching(/"x"\. To grant access to a database before/) },
    ]);
  });
});
