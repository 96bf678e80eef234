import { describe, expect, test } from 'vitest';
import { Failure } from '../../src/base/errors.ts';
import { reportCleanup } from '../../src/report/cleanup.ts';
import { describeProgress } from '../../src/report/progress.ts';
import type { CleanupRequest } from '../../src/request/cleanup.ts';
import type { CleanupPlan, Decided } from '../../src/tokens/cleanup-plan.ts';
import type { CleanupResult } from '../../src/tokens/outcome.ts';
import { aToken, listed, rowsOf, textsOf } from './tokens.ts';

const REQUEST = { maxRevocations: 1, order: { quarantineMs: 0 } } as CleanupRequest;

const decided: Decided[] = [
  { ...listedAs('stays'), decision: 'keep', reason: 'current' },
  { ...listedAs('goes'), decision: 'revoke', reason: 'older than 30d' },
  { ...listedAs('goes-too'), decision: 'revoke', reason: 'run 8000 ended' },
];
const toEnd = decided.slice(1);
const PLAN: CleanupPlan = { decided, toEnd, tooMany: undefined };

function listedAs(id: string) {
  return listed(aToken({ id }))[0] as (typeof decided)[0];
}

function report(result: CleanupResult, request = REQUEST) {
  return reportCleanup(request, result);
}

describe('the report of `cleanup`', () => {
  const outcomes = toEnd.map(({ id }) => ({ id, kind: 'revoked' }) as const);

  test('shows the tokens to revoke first, with outcome and reason', () => {
    expect(rowsOf(report({ kind: 'done', plan: PLAN, outcomes }))).toEqual([
      ['nightly', 'untagged', 'revoked', 'older than 30d', 'goes'],
      ['nightly', 'untagged', 'revoked', 'run 8000 ended', 'goes-too'],
      ['nightly', 'untagged', 'keep', 'current', 'stays'],
    ]);
  });

  test('fails the step if a token might be alive, and says so in the title', () => {
    const { failure, sections } = report({
      kind: 'done',
      plan: PLAN,
      outcomes: [{ id: 'goes', kind: 'skipped' }],
    });
    expect(failure).toBeDefined();
    expect(sections).toMatchObject([{ title: 'InfluxDB tokens: not all are cleaned up' }]);
  });

  test('says that none is in scope', () => {
    const nothing = { decided: [], toEnd: [], tooMany: undefined };
    const { sections, failure } = report({ kind: 'done', plan: nothing, outcomes: [] });
    expect(sections).toMatchObject([{ title: 'InfluxDB tokens cleaned up: none is in scope' }]);
    expect(failure).toBeUndefined();
  });

  test('fails the step if too many tokens would be revoked, and names the limit that allows them', () => {
    const { failure, outputs } = report({ kind: 'too-many', plan: PLAN, live: toEnd });
    expect(failure).toMatchObject({
      code: 'too-many-tokens',
      message: expect.stringMatching(
        /^2 live tokens would be revoked, .* allows 1\. None was revoked\. They are goes, goes-too; .*`max-revocations: 2`.*`description-pattern`\.$/,
      ),
    });
    expect(outputs).toEqual({
      'revoked-token-ids': '[]',
      'suspended-token-ids': '[]',
      'failed-token-ids': '[]',
    });
  });

  test('recommends a longer `max-age` only where there is one', () => {
    const request = { ...REQUEST, order: { quarantineMs: 0, maxAgeMs: 1 } } as CleanupRequest;
    const { failure } = report({ kind: 'too-many', plan: PLAN, live: toEnd }, request);
    expect(failure?.message).toMatch(/ or a longer `max-age`\.$/);
  });

  test('of a dry run warns about too many tokens, and does not fail the step', () => {
    const dryRun = report({ kind: 'dry-run', plan: { ...PLAN, tooMany: toEnd } });
    expect(textsOf(dryRun)).toEqual([
      expect.stringMatching(/^too-many-tokens: 2 live tokens/),
      'Token goes would be revoked: older than 30d.',
      'Token goes-too would be revoked: run 8000 ended.',
      'This was a dry run: nothing was changed.',
    ]);
    expect(dryRun.failure).toBeUndefined();
  });

  test('says that nothing was revoked if the step could not begin', () => {
    const error = new Failure('canceled', 'The job was canceled.');
    expect(report({ kind: 'not-begun', error }).failure?.message).toBe(
      'The job was canceled. No token was revoked.',
    );
  });
});

describe('the progress of `cleanup`', () => {
  test('counts the tokens to revoke', () => {
    const lines = describeProgress({ kind: 'cleanup-planned', plan: PLAN, unresolved: undefined });
    expect(textsOf({ lines })).toEqual(['2 of 3 tokens in scope are to be revoked.']);
  });

  test('warns about runs whose status is unknown', () => {
    const unresolved = { count: 1, asked: 1200, why: 'GitHub is down.' };
    const lines = describeProgress({ kind: 'cleanup-planned', plan: PLAN, unresolved });
    expect(textsOf({ lines })[0]).toMatch(
      /^run-status-unknown: Whether 1 of 1,200 runs have ended is not known, .*: GitHub is down\.$/,
    );
  });
});
