import { describe, expect, test } from 'vitest';
import { Failure } from '../../src/base/errors.ts';
import { reportRestore } from '../../src/report/restore.ts';
import type { RestoreRequest } from '../../src/request/request.ts';
import type { RestoredTokens, RestoreOutcome } from '../../src/tokens/outcome.ts';
import { aToken, NOW, rowsOf, textsOf } from './tokens.ts';

const TAG = ' [gha:github.com/acme/web#4711 8812345678.1 kept 7f3a9c2e5b1d8046]';
const RESTORED = aToken({
  id: 'a',
  description: `nightly${TAG} [gha-restored:2027-01-31T12:00:00Z r:metrics]`,
});

function report(result: RestoredTokens, dryRun = false) {
  return reportRestore({ dryRun } as RestoreRequest, result);
}

const done = (...outcomes: RestoreOutcome[]) => report({ kind: 'done', outcomes, now: NOW });

describe('the report of `restore`', () => {
  test('shows what a restored token grants, and that it belongs to no series', () => {
    const one = done({ id: 'a', kind: 'restored', token: RESTORED });
    expect(textsOf(one)[0]).toMatch(/^Token a was restored: it grants .*, and is `kept` from now on/);
    expect(one.outputs).toMatchObject({
      'token-id': 'a',
      description: 'nightly',
      status: 'active',
      'restored-token-ids': '["a"]',
    });
    expect(rowsOf(one)).toEqual([['nightly', 'kept', expect.stringContaining('was restored'), 'a']]);
    expect(one.failure).toBeUndefined();
  });

  test('sets the outputs about a single token only', () => {
    const two = done(
      { id: 'a', kind: 'restored', token: RESTORED },
      { id: 'b', kind: 'nothing-to-restore', token: aToken({ id: 'b' }) },
    );
    expect(two.outputs).toEqual({ 'restored-token-ids': '["a"]' });
    expect(textsOf(two)[1]).toBe('Token b has nothing to restore: it is not suspended.');
  });

  test.each<[RestoreOutcome, string, RegExp]>([
    [{ id: 'a', kind: 'not-found' }, 'token-not-found', /^Token a is not known to this cluster/],
    [
      { id: 'a', kind: 'revoked', token: aToken() },
      'token-not-restored',
      /it is revoked, which cannot be undone/,
    ],
    [
      { id: 'a', kind: 'not-shown', token: aToken() },
      'token-not-restored',
      /the server shows that it grants/,
    ],
    [
      { id: 'a', kind: 'failed', error: new Failure('no-response-in-time', 'No answer.') },
      'token-not-restored',
      /No answer\. Its recorded permissions are not lost\. Run the step again\.$/,
    ],
    [{ id: 'a', kind: 'skipped' }, 'tokens-skipped', /were not tried any more: a\./],
  ])('fails for a token that was not restored: $0.kind', (outcome, code, message) => {
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
      { kind: 'done', outcomes: [{ id: 'a', kind: 'to-restore', token }], now: NOW },
      true,
    );
    expect(textsOf(dryRun)[0]).toMatch(/^Token a would be restored: it would grant .*metrics: read/);
    expect(textsOf(dryRun).at(-1)).toBe('This was a dry run: nothing was changed.');
    expect(dryRun.outputs).toMatchObject({ status: 'suspended', 'restored-token-ids': '[]' });
  });

  test('says when there is nothing to do, and when the step could not begin', () => {
    expect(textsOf(report({ kind: 'nothing-to-do' }))).toEqual(['There is no token to restore.']);
    const { failure, outputs } = report({
      kind: 'not-begun',
      error: new Failure('no-connection', 'No route.'),
    });
    expect(failure).toMatchObject({ code: 'no-connection', message: 'No route. No token was restored.' });
    expect(outputs).toEqual({ 'restored-token-ids': '[]' });
  });
});
