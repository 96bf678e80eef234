import { describe, expect, test } from 'vitest';
import { Failure } from '../../src/base/errors.ts';
import { reportRestore } from '../../src/report/restore.ts';
import type { RestoreRequest } from '../../src/request/request.ts';
import type { RestoreOutcome, RestoreResult } from '../../src/tokens/results.ts';
import { aToken, CONTEXT, rowsOf, textsOf } from './tokens.ts';

const TAG = ' [gha:github.com/acme/web#4711 8812345678.1 kept 7f3a9c2e5b1d8046]';
const RESTORED = aToken({
  id: 'a',
  description: `nightly${TAG} [gha-restored:2027-01-31T12:00:00Z r:metrics]`,
});

function report(result: RestoreResult, dryRun = false) {
  return reportRestore({ dryRun } as RestoreRequest, result, CONTEXT);
}

const done = (...outcomes: RestoreOutcome[]) => report({ kind: 'done', outcomes });

const NO_RESPONSE = new Failure('no-response-in-time', 'No response.');

describe('the report of `restore`', () => {
  test('shows what a restored token grants, and that it belongs to no series', () => {
    const one = done({ id: 'a', kind: 'restored', token: RESTORED, status: 'active' });
    expect(textsOf(one)[0]).toMatch(
      /^Token a: restored with .*; its kind is `kept`, so the token does not belong to a series\.$/,
    );
    expect(one.outputs).toMatchObject({
      'token-id': 'a',
      description: 'nightly',
      status: 'active',
      'restored-token-ids': '["a"]',
    });
    expect(rowsOf(one)).toEqual([
      ['nightly', 'kept', expect.stringContaining('restored with'), 'never', 'a'],
    ]);
    expect(one.failure).toBeUndefined();
  });

  test('sets the outputs about a single token only', () => {
    const two = done(
      { id: 'a', kind: 'restored', token: RESTORED, status: 'active' },
      { id: 'b', kind: 'nothing-to-restore', token: aToken({ id: 'b' }), status: 'active' },
    );
    expect(two.outputs).toEqual({ 'restored-token-ids': '["a"]' });
    expect(textsOf(two)[1]).toBe('Token b: not restored, because it is not suspended.');
    expect(two.sections).toMatchObject([{ title: '1 of 2 tokens restored', text: ['Cluster: a-cluster'] }]);
  });

  test.each<[RestoreOutcome, string, RegExp]>([
    [{ id: 'a', kind: 'not-found' }, 'token-not-found', /^The cluster does not know token a\./],
    [
      { id: 'a', kind: 'revoked', token: aToken(), status: 'revoked' },
      'token-not-restored',
      /A revoked token cannot be restored\./,
    ],
    [
      { id: 'a', kind: 'not-shown', token: aToken(), status: 'active' },
      'token-not-restored',
      /^The restore of token a is not confirmed. The server still shows that the token grants/,
    ],
    [
      { id: 'a', kind: 'failed', error: NO_RESPONSE, mightBeRestored: true, shown: undefined },
      'token-not-restored',
      /^The restore of token a is not confirmed. No response\. The recorded permissions are not lost\. Run the job again\.$/,
    ],
    [
      { id: 'a', kind: 'failed', error: NO_RESPONSE, mightBeRestored: false, shown: undefined },
      'token-not-restored',
      /^Token a was not restored. No response\. Fix the cause, then run the job again\.$/,
    ],
    [{ id: 'a', kind: 'skipped' }, 'tokens-skipped', /^The step stopped early and did not restore a\./],
  ])('fails for a token that was not restored. $0.kind', (outcome, code, message) => {
    const { failure, outputs } = done(outcome);
    expect(failure).toMatchObject({ failures: [{ code, message: expect.stringMatching(message) }] });
    expect(outputs).toMatchObject({ 'restored-token-ids': '[]' });
  });

  test('of a dry run says what would happen', () => {
    const token = aToken({
      description: 'x [gha-suspended:2027-01-31T12:00:00Z r:metrics]',
      permissions: [],
    });
    const dryRun = report(
      { kind: 'done', outcomes: [{ id: 'a', kind: 'to-restore', token, status: 'suspended' }] },
      true,
    );
    expect(textsOf(dryRun)[0]).toMatch(/^Token a: would be restored with .*metrics: read/);
    expect(textsOf(dryRun).at(-1)).toBe('This was a dry run: nothing was changed.');
    expect(dryRun.sections).toMatchObject([{ title: 'Dry run: 1 of 1 token would be restored' }]);
    expect(dryRun.outputs).toMatchObject({ status: 'suspended', 'restored-token-ids': '[]' });
  });

  test('says when there is nothing to do, and when the step could not begin', () => {
    expect(textsOf(report({ kind: 'nothing-to-do' }))).toEqual([
      'There is no token to restore, because `token-id` is empty.',
    ]);
    const { failure, outputs } = report({
      kind: 'not-begun',
      error: new Failure('no-connection', 'No route.'),
    });
    expect(failure).toMatchObject({ code: 'no-connection', message: 'No route. No token was restored.' });
    expect(outputs).toEqual({ 'restored-token-ids': '[]' });
  });
});
