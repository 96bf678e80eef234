import { describe, expect, test } from 'vitest';
import { Failure } from '../../src/base/errors.ts';
import { reportCleanup } from '../../src/report/cleanup.ts';
import { describeProgress } from '../../src/report/progress.ts';
import type { CleanupRequest } from '../../src/request/cleanup.ts';
import type { CleanupPlan, Decided } from '../../src/tokens/cleanup-plan.ts';
import type { CleanupResult } from '../../src/tokens/results.ts';
import { aToken, CONTEXT, listed, rowsOf, textsOf } from './tokens.ts';

const DAY = 86_400_000;
const OWN = { kind: 'repository', server: 'github.com', repositoryId: '4711' } as const;
const REQUEST = { maxRevocations: 1, spec: { scope: OWN, quarantineMs: 0 } } as CleanupRequest;

const decided: Decided[] = [
  { ...listedAs('stays'), decision: 'keep', reason: 'current token of its series' },
  { ...listedAs('goes'), decision: 'revoke', reason: 'older than 30d' },
  { ...listedAs('goes-too'), decision: 'revoke', reason: 'run 8000 ended' },
];
const toEnd = decided.slice(1);
const PLAN: CleanupPlan = { decided, toEnd, tooMany: undefined };

function listedAs(id: string) {
  return listed(aToken({ id }))[0] as (typeof decided)[0];
}

function report(result: CleanupResult, request = REQUEST) {
  return reportCleanup(request, result, CONTEXT);
}

const CREATED = '22 Nov 2026, 23:59 UTC, 1 second ago';

describe('the report of `cleanup`', () => {
  const outcomes = toEnd.map(({ id }) => ({ id, kind: 'revoked' }) as const);

  test('counts what happened, names the cluster, and shows the tokens to revoke first', () => {
    const done = report({ kind: 'done', plan: PLAN, outcomes });
    expect(done.sections).toMatchObject([
      { title: '2 of 3 tokens revoked, 1 kept', text: ['Cluster: a-cluster'] },
    ]);
    expect(rowsOf(done)).toEqual([
      ['nightly', 'untagged', 'metrics: read', CREATED, 'revoked', 'older than 30d', 'goes'],
      ['nightly', 'untagged', 'metrics: read', CREATED, 'revoked', 'run 8000 ended', 'goes-too'],
      ['nightly', 'untagged', 'metrics: read', CREATED, 'kept', 'current token of its series', 'stays'],
    ]);
  });

  test.each(['organization', 'cluster'] as const)(
    'shows who created a token if the scope is the %s',
    (kind) => {
      const request = {
        ...REQUEST,
        spec: { scope: { kind, server: 'github.com', owner: 'acme' } },
      } as CleanupRequest;
      const description = 'nightly [gha:github.com/acme/web#4711 8812345678.1 kept 7f3a9c2e5b1d8046]';
      const token = {
        ...(listed(aToken({ description }))[0] as Decided),
        decision: 'keep',
        reason: 'why',
      } as const;
      const plan = { decided: [token], toEnd: [], tooMany: undefined };
      const [row] = rowsOf(report({ kind: 'done', plan, outcomes: [] }, request));
      expect(row?.[6]).toEqual({
        text: 'acme/web, run 8812345678',
        url: 'https://github.com/acme/web/actions/runs/8812345678',
      });
    },
  );

  test('fails the step if a token might be alive, and counts it in the title', () => {
    const { failure, sections } = report({
      kind: 'done',
      plan: PLAN,
      outcomes: [
        { id: 'goes', kind: 'skipped' },
        { id: 'goes-too', kind: 'revoked' },
      ],
    });
    expect(failure).toBeDefined();
    expect(sections).toMatchObject([{ title: '1 of 3 tokens revoked, 1 failed, 1 kept' }]);
  });

  test('says that none is in scope', () => {
    const nothing = { decided: [], toEnd: [], tooMany: undefined };
    const { sections, failure } = report({ kind: 'done', plan: nothing, outcomes: [] });
    expect(sections).toMatchObject([{ title: '0 tokens in the scope of the cleanup', items: [] }]);
    expect(failure).toBeUndefined();
  });

  test('fails the step if too many tokens would be revoked, and names the limit that allows them', () => {
    const tooMany = report({ kind: 'too-many', plan: PLAN, live: toEnd });
    const { failure, outputs, sections } = tooMany;
    expect(failure).toMatchObject({
      code: 'too-many-tokens',
      message: expect.stringMatching(
        /^2 tokens would be revoked, .* allows 1\. No token was revoked\. Tokens: goes, goes-too\. .*`max-revocations: 2`.*`description-pattern`\.$/,
      ),
    });
    expect(outputs).toEqual({
      'revoked-token-ids': '[]',
      'suspended-token-ids': '[]',
      'failed-token-ids': '[]',
    });
    expect(sections).toMatchObject([
      { title: '0 of 3 tokens revoked, because 2 live tokens exceed `max-revocations`' },
    ]);
    expect(rowsOf(tooMany)).toEqual([
      ['nightly', 'untagged', 'metrics: read', CREATED, 'would be revoked', 'older than 30d', 'goes'],
      expect.anything(),
      ['nightly', 'untagged', 'metrics: read', CREATED, 'kept', 'current token of its series', 'stays'],
    ]);
  });

  test('recommends a longer `max-age` only if there is one', () => {
    const request = { ...REQUEST, spec: { ...REQUEST.spec, maxAgeMs: 1 } };
    const { failure } = report({ kind: 'too-many', plan: PLAN, live: toEnd }, request);
    expect(failure?.message).toMatch(/ or a longer `max-age`\.$/);
  });

  test('of a dry run warns about too many tokens, and does not fail the step', () => {
    const dryRun = report({ kind: 'dry-run', plan: { ...PLAN, tooMany: toEnd } });
    expect(textsOf(dryRun)).toEqual([
      expect.stringMatching(/^too-many-tokens: 2 tokens/),
      'Token goes would be revoked: older than 30d.',
      'Token goes-too would be revoked: run 8000 ended.',
      'This was a dry run: nothing was changed.',
    ]);
    expect(dryRun.sections).toMatchObject([{ title: 'Dry run: 2 of 3 tokens would be revoked, 1 kept' }]);
    expect(dryRun.failure).toBeUndefined();
  });

  test('says that nothing was revoked if the step could not begin', () => {
    const error = new Failure('canceled', 'The job was canceled.');
    const { failure, outputs } = report({ kind: 'not-begun', error });
    expect(failure?.message).toBe('The job was canceled. No token was revoked.');
    expect(outputs).toEqual({
      'revoked-token-ids': '[]',
      'suspended-token-ids': '[]',
      'failed-token-ids': '[]',
    });
  });
});

describe('a cleanup with quarantine', () => {
  const suspend = decided.map((token) =>
    token.decision === 'keep' ? token : { ...token, decision: 'suspend' as const },
  );
  const plan: CleanupPlan = { decided: suspend, toEnd: suspend.slice(1), tooMany: undefined };
  const request = { ...REQUEST, spec: { ...REQUEST.spec, quarantineMs: DAY } };
  const token = {
    description: 'nightly [gha-suspended:2026-11-23T00:00:00Z r:metrics]',
    permissions: [],
  };

  test('counts suspended tokens, and shows how to restore them', () => {
    const outcomes = [
      { id: 'goes', kind: 'suspended', token },
      { id: 'goes-too', kind: 'kept', why: 'changed-meanwhile' },
    ] as const;
    const done = report({ kind: 'done', plan, outcomes }, request);
    expect(done.sections).toMatchObject([
      { title: '0 of 3 tokens revoked, 1 suspended, 2 kept' },
      { title: '1 suspended token' },
      { title: 'Restore suspended tokens' },
    ]);
    expect(rowsOf(done)).toEqual([
      ['nightly', 'untagged', 'metrics: read', CREATED, 'suspended', 'older than 30d', 'goes'],
      [
        'nightly',
        'untagged',
        'metrics: read',
        CREATED,
        expect.stringMatching(/^kept, because it changed/),
        'run 8000 ended',
        'goes-too',
      ],
      ['nightly', 'untagged', 'metrics: read', CREATED, 'kept', 'current token of its series', 'stays'],
    ]);
  });

  test('counts in a dry run what would be suspended', () => {
    const dryRun = report({ kind: 'dry-run', plan }, request);
    expect(dryRun.sections).toMatchObject([
      { title: 'Dry run: 0 of 3 tokens would be revoked, 2 suspended, 1 kept' },
    ]);
    expect(textsOf(dryRun)[0]).toBe('Token goes would be suspended: older than 30d.');
  });

  test('fails if too many tokens would be suspended or revoked', () => {
    const { failure } = report({ kind: 'too-many', plan, live: plan.toEnd }, request);
    expect(failure?.message).toMatch(
      /^2 tokens would be suspended or revoked, .* No token was suspended or revoked\./,
    );
  });
});

describe('the progress of `cleanup`', () => {
  test('counts the tokens to revoke', () => {
    const lines = describeProgress({ kind: 'cleanup-planned', plan: PLAN, unresolved: undefined });
    expect(textsOf({ lines })).toEqual(['2 of 3 tokens in scope will be revoked.']);
  });

  test('warns about runs whose status is unknown', () => {
    const unresolved = { count: 1, asked: 1200, why: 'GitHub is down.' };
    const lines = describeProgress({ kind: 'cleanup-planned', plan: PLAN, unresolved });
    expect(textsOf({ lines })[0]).toMatch(
      /^run-status-unknown: The status of 1 of 1,200 runs is not known, so the step keeps .* GitHub is down\.$/,
    );
  });
});
