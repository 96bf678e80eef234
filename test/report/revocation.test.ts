import { describe, expect, test } from 'vitest';
import { Failure, Failures } from '../../src/base/errors.ts';
import { reportRevoke } from '../../src/report/revocation.ts';
import type { RevokeRequest } from '../../src/request/request.ts';
import { type Outcome, previewRevocation, type RevokeResult } from '../../src/tokens/outcome.ts';
import { aToken, NOW, rowsOf, textsOf } from './tokens.ts';

const ERROR = new Failure('management-api-answered', 'The server answered 500.');

function report(result: RevokeResult, tokenIds: readonly string[] = []) {
  return reportRevoke({ tokenIds } as Partial<RevokeRequest> as RevokeRequest, result);
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
      'Tokens: 2 of 5 revoked, 1 not found.',
      expect.stringMatching(/^token-not-found: This cluster does not know c: /),
    ]);
  });

  test('separates tokens that are revoked from tokens that might be alive', () => {
    expect(done.outputs).toEqual({
      'revoked-token-ids': '["a","b"]',
      'failed-token-ids': '["d","e"]',
    });
  });

  test('has one row for each token', () => {
    expect(rowsOf(done)).toEqual([
      ['a', 'revoked'],
      ['b', 'was revoked already'],
      ['c', 'not found: check account-id and cluster-id'],
      ['d', 'not revoked: The server answered 500.'],
      ['e', 'not tried'],
    ]);
  });

  test('fails the step with one failure for each token that was tried, and one for the rest', () => {
    expect(done.failure).toBeInstanceOf(Failures);
    expect((done.failure as Failures).failures).toMatchObject([
      { code: 'token-not-revoked', message: expect.stringMatching(/^Token d .* 500\./) },
      { code: 'tokens-not-tried', message: expect.stringMatching(/: e\. Fix the cause/) },
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
    expect(warning).toMatch(/, x79 and 1,201 more: check/);
  });

  test('says that nothing was revoked if the step could not begin', () => {
    expect(report({ kind: 'not-begun', error: ERROR }, ['a'])).toEqual({
      outputs: { 'revoked-token-ids': '[]', 'failed-token-ids': '["a"]' },
      failure: expect.objectContaining({
        code: ERROR.code,
        message: 'The server answered 500. No token was revoked.',
      }),
    });
  });

  test('says that there is nothing to do', () => {
    expect(textsOf(report({ kind: 'nothing-to-do' }))).toEqual(['There is no token to revoke.']);
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
      'Token LIVE would be revoked (it is active).',
      'Token expired would be revoked (it is expired).',
      'Token revoked is revoked already.',
      'Token other is not found: check account-id and cluster-id.',
      expect.stringMatching(/^token-not-found: This cluster does not know other: /),
      'This was a dry run: nothing was changed.',
    ]);
    expect(rowsOf(dryRun)[0]).toEqual(['LIVE', 'nightly', 'would be revoked (it is active)']);
    expect(dryRun.failure).toBeUndefined();
  });
});
