import { describe, expect, test } from 'vitest';
import { Failure, type Failures } from '../../src/base/errors.ts';
import { reportRestore } from '../../src/report/restore.ts';
import type { RestoreRequest } from '../../src/request/request.ts';
import type { RestoredTokens, RestoreOutcome } from '../../src/tokens/outcome.ts';
import { aToken, CONTEXT, NOW, rowsOf, textsOf } from './tokens.ts';

const ERROR = new Failure('management-api-answered', 'The server responded 500');

function report(result: RestoredTokens, { dryRun = false } = {}) {
  return reportRestore({ dryRun } as RestoreRequest, result, CONTEXT);
}

const done = (...outcomes: readonly RestoreOutcome[]) => ({ kind: 'done', outcomes, now: NOW }) as const;

describe('the report of `restore`', () => {
  const several = report(
    done(
      { id: 'a', kind: 'restored', token: aToken() },
      { id: 'b', kind: 'nothing-to-restore', token: aToken() },
      { id: 'c', kind: 'revoked', token: aToken() },
      { id: 'd', kind: 'not-found' },
      { id: 'e', kind: 'failed', error: ERROR },
      { id: 'f', kind: 'skipped' },
    ),
  );

  test('counts the restored tokens, names the cluster, and has one row for each token', () => {
    expect(several.sections).toMatchObject([
      { title: '1 of 6 InfluxDB tokens restored', text: ['Cluster: a-cluster'] },
    ]);
    expect(rowsOf(several).map(([, , result]) => String(result).replaceAll(/[\u0002\u0003]/g, ''))).toEqual([
      'restored: it grants "metrics: read"',
      'nothing to restore: it is not suspended',
      'not restored: it is revoked',
      'not found',
      'might not be restored: The server responded 500',
      'not tried',
    ]);
  });

  test('fails with one failure for each token that was tried, and one for the rest', () => {
    expect((several.failure as Failures).failures).toMatchObject([
      {
        code: 'token-not-restored',
        message: expect.stringMatching(/^Token c was not restored: a revoked token/),
      },
      { code: 'token-not-found' },
      { code: 'token-not-restored', message: expect.stringMatching(/^Token e was not restored: .* 500\./) },
      { code: 'tokens-not-tried', message: expect.stringMatching(/^The step did not try to restore f\./) },
    ]);
  });

  test('of a dry run counts what would be restored', () => {
    const dryRun = report(done({ id: 'a', kind: 'to-restore', token: aToken() }), { dryRun: true });
    expect(dryRun.sections).toMatchObject([{ title: 'Dry run: 1 of 1 InfluxDB token would be restored' }]);
    expect(textsOf(dryRun).at(-1)).toBe('This was a dry run: nothing was changed.');
  });

  test('says that there is nothing to do', () => {
    const nothing = report({ kind: 'nothing-to-do' });
    expect(nothing.sections).toMatchObject([{ title: '0 InfluxDB tokens restored: no token ID is set' }]);
    expect(nothing.failure).toBeUndefined();
  });
});
