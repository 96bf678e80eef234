import { describe, expect, test } from 'vitest';
import { Failure, Failures } from '../../src/base/errors.ts';
import { reportRevoke } from '../../src/report/revoke.ts';
import type { RevokeRequest } from '../../src/request/request.ts';
import type { Outcome } from '../../src/tokens/outcome.ts';
import type { RevokeResult } from '../../src/tokens/results.ts';
import { previewRevocation } from '../../src/tokens/revocation-preview.ts';
import { aToken, CONTEXT, NOW, rowsOf, textsOf } from './tokens.ts';

const ERROR = new Failure('management-api-responded-with', 'The server responded with 500.');

function report(result: RevokeResult, tokenIds: readonly string[] = []) {
  return reportRevoke({ tokenIds } as Partial<RevokeRequest> as RevokeRequest, result, CONTEXT);
}

describe('the report of `revoke`', () => {
  const outcomes: Outcome[] = [
    { id: 'a', kind: 'revoked' },
    { id: 'b', kind: 'already-revoked' },
    { id: 'c', kind: 'not-found' },
    { id: 'd', kind: 'failed', error: ERROR },
    { id: 'e', kind: 'skipped' },
  ];
  const done = report({ kind: 'done', outcomes });

  test('counts tokens that were revoked or not found, and warns about those that were not found', () => {
    expect(textsOf(done)).toEqual([
      '2 of 5 tokens revoked, 2 failed, 1 not found.',
      expect.stringMatching(/^token-not-found: The cluster does not know c\. The step skipped this ID\. /),
    ]);
  });

  test('separates tokens that are revoked from tokens that might be alive', () => {
    expect(done.outputs).toEqual({
      'revoked-token-ids': '["a","b"]',
      'suspended-token-ids': '[]',
      'failed-token-ids': '["d","e"]',
    });
  });

  test('has the count as its title, the cluster, and one row for each token', () => {
    expect(done.sections).toMatchObject([
      {
        title: '2 of 5 tokens revoked, 2 failed, 1 not found',
        text: ['Cluster: a-cluster'],
      },
    ]);
    expect(rowsOf(done)).toEqual([
      ['a', 'revoked'],
      ['b', 'already revoked'],
      ['c', 'not found'],
      ['d', 'not revoked: The server responded with 500.'],
      ['e', 'skipped'],
    ]);
  });

  test('fails the step with one failure for each token that was tried, and one for the rest', () => {
    expect(done.failure).toBeInstanceOf(Failures);
    expect((done.failure as Failures).failures).toMatchObject([
      { code: 'token-not-revoked', message: expect.stringMatching(/^Token d .* 500\./) },
      {
        code: 'tokens-skipped',
        message: expect.stringMatching(
          /skipped 1 token: e\. This token might still be valid\. Fix the error that stopped the step/,
        ),
      },
    ]);
  });

  test('does not fail the step for a token that is not found', () => {
    const { failure } = report({ kind: 'done', outcomes: outcomes.slice(0, 3) });
    expect(failure).toBeUndefined();
  });

  test('names at most 80 tokens in a message', () => {
    const missing = Array.from(
      { length: 1281 },
      (_, index): Outcome => ({ id: `x${index}`, kind: 'not-found' }),
    );
    const [, warning] = textsOf(report({ kind: 'done', outcomes: missing }));
    expect(warning).toMatch(/, x79, and 1,201 more\. The step skipped these IDs\./);
  });

  test('says that nothing was revoked if the step could not begin', () => {
    expect(report({ kind: 'not-begun', error: ERROR }, ['a'])).toEqual({
      outputs: { 'revoked-token-ids': '[]', 'suspended-token-ids': '[]', 'failed-token-ids': '["a"]' },
      failure: expect.objectContaining({
        code: ERROR.code,
        message: 'The server responded with 500. No token was revoked.',
      }),
    });
  });

  test('says that there is nothing to do', () => {
    const nothing = report({ kind: 'nothing-to-do' });
    expect(textsOf(nothing)).toEqual(['There is no token to revoke, because `token-id` is empty.']);
    expect(nothing.sections).toMatchObject([{ title: '0 tokens revoked: `token-id` is empty' }]);
  });

  test('of a dry run says for each ID what would happen', () => {
    const tokens = [
      aToken({ id: 'live' }),
      aToken({ id: 'expired', expiresAt: NOW }),
      aToken({ id: 'revoked', revokedAt: NOW }),
    ];
    const previews = previewRevocation(['LIVE', 'expired', 'revoked', 'other'], tokens, NOW);
    const dryRun = report({ kind: 'dry-run', previews });
    expect(textsOf(dryRun)).toEqual([
      'Token LIVE would be revoked. It is active.',
      'Token expired would be revoked. It is expired.',
      'Token revoked is already revoked.',
      expect.stringMatching(/^token-not-found: The cluster does not know other\. /),
      'This was a dry run: nothing was changed.',
    ]);
    expect(dryRun.sections).toMatchObject([{ title: 'Dry run: 2 of 4 tokens would be revoked' }]);
    expect(rowsOf(dryRun)).toEqual([
      ['nightly', 'active', 'would be revoked', 'LIVE'],
      ['nightly', 'expired', 'would be revoked', 'expired'],
      ['nightly', 'revoked', 'already revoked', 'revoked'],
      ['', '', 'not found', 'other'],
    ]);
    expect(dryRun.failure).toBeUndefined();
  });
});
