import { describe, expect, test } from 'vitest';
import { Failure } from '../../src/base/errors.ts';
import { reportOutcomes } from '../../src/report/outcomes.ts';
import { describeSuspension, summarizeSuspended } from '../../src/report/suspension.ts';
import { plainText } from '../../src/runner/sanitize.ts';
import type { Outcome } from '../../src/tokens/outcome.ts';
import { CONTEXT as ANY_CONTEXT, textsOf } from './tokens.ts';

const SINCE = '2027-01-31T12:00:00Z';
const READ = { action: 'read', resource: 'metrics' };
const SUSPENDED = { description: `telegraf [gha-suspended:${SINCE} r:metrics]`, permissions: [] };
const NOW = Date.parse(SINCE);
const WEEK = 7 * 86_400_000;
const CONTEXT = { ...ANY_CONTEXT, now: NOW };

describe('the report of suspensions', () => {
  const failed = (outcome: Outcome): string => plainText(reportOutcomes([outcome]).failure?.message ?? '');

  test('counts suspended tokens apart from revoked ones', () => {
    const { outputs, lines, failure } = reportOutcomes([
      { id: 'a', kind: 'revoked' },
      { id: 'b', kind: 'suspended', token: SUSPENDED },
    ]);
    expect(outputs).toEqual({
      'revoked-token-ids': '["a"]',
      'suspended-token-ids': '["b"]',
      'failed-token-ids': '[]',
    });
    expect(lines).toEqual([{ kind: 'info', text: '1 of 2 tokens revoked, 1 suspended.' }]);
    expect(failure).toBeUndefined();
  });

  test.each([
    [
      'changed-meanwhile',
      /^token-was-changed: Token a was kept, because it changed after the tokens were listed/,
    ],
    [
      'record-not-shown',
      /^token-not-suspended: Token a was not suspended, because the server did not store the record/,
    ],
    [
      'permissions-remain',
      /^token-not-suspended: Token a was not suspended, because the server did not remove/,
    ],
  ] as const)('warns about a token that was kept: %s', (why, text) => {
    const report = reportOutcomes([{ id: 'a', kind: 'kept', why }]);
    expect(textsOf(report)).toContainEqual(expect.stringMatching(text));
    expect(report.outputs).toMatchObject({ 'suspended-token-ids': '[]', 'failed-token-ids': '[]' });
    expect(report.failure).toBeUndefined();
  });

  test('fails with what is true of a token whose suspension failed', () => {
    const error = new Failure('no-response-in-time', 'No response.');
    expect(failed({ id: 'a', kind: 'not-suspended', error })).toBe(
      'Token a was not suspended. No response. The permissions of the token are not lost. The next run tries again. To keep the token instead, check its status (`operation: get`). If the token is suspended, restore it (`operation: restore`).',
    );
    expect(failed({ id: 'a', kind: 'not-completed' })).toMatch(/recorded and removed/);
    const original = { description: 'telegraf', permissions: [READ] };
    expect(failed({ id: 'a', kind: 'not-undone', original, error: undefined })).toMatch(
      /The original permissions were .*metrics: read.* set the quoted permissions again \(`operation: update`\)\.$/,
    );
    expect(failed({ id: 'a', kind: 'not-undone', original, error })).toContain(
      'No response. The original permissions were',
    );
  });
});

describe('the summary of suspended tokens', () => {
  test('shows since when, until when, and the step that restores them', () => {
    const [table, code] = summarizeSuspended([{ ...SUSPENDED, id: 'a' }], WEEK, CONTEXT);
    expect(table).toMatchObject({
      title: '1 suspended token',
      rows: [
        [
          'telegraf',
          'metrics: read',
          '31 Jan 2027, 12:00 UTC, now',
          'the first run after 7 Feb 2027, 12:00 UTC, in 7 days',
          'a',
        ],
      ],
    });
    expect(code).toEqual({
      title: 'Restore suspended tokens',
      text: ['To restore the permissions of these tokens, run this step:'],
      code: [
        '- uses: acme/influxdb-token-action@v1',
        '  with:',
        '    operation: restore',
        '    management-token: $' + '{{ secrets.INFLUXDB_MANAGEMENT_TOKEN }}',
        '    account-id: an-account',
        '    cluster-id: a-cluster',
        '    token-id: |',
        '      a',
      ],
    });
  });

  test('names the cluster of Clustered, and where its API is', () => {
    const endpoint = { ...CONTEXT.endpoint, form: 'bare', apiUrl: 'https://influxdb.example.com' } as const;
    const [, section] = summarizeSuspended([{ ...SUSPENDED, id: 'a' }], WEEK, { ...CONTEXT, endpoint });
    expect(section).toMatchObject({
      code: expect.arrayContaining(['    product: clustered', '    api-url: https://influxdb.example.com']),
    });
  });

  test('is short enough for many tokens', () => {
    const tokens = Array.from({ length: 1500 }, (_, index) => ({ ...SUSPENDED, id: `id-${index}` }));
    const [, section] = summarizeSuspended(tokens, WEEK, CONTEXT);
    expect(section).toMatchObject({ code: expect.arrayContaining(['      # And 500 more.']) });
  });

  test('says that another workflow revokes them if this one has no quarantine', () => {
    const [table] = summarizeSuspended([{ ...SUSPENDED, id: 'a' }], 0, CONTEXT);
    expect(table).toMatchObject({
      rows: [
        [
          expect.anything(),
          expect.anything(),
          expect.anything(),
          'only a workflow that sets `quarantine`',
          'a',
        ],
      ],
    });
  });

  test('is omitted if nothing is suspended', () => {
    expect(summarizeSuspended([], WEEK, CONTEXT)).toEqual([]);
  });
});

test('a suspension is described by its record, if it is not restored', () => {
  const of = (state: string) =>
    describeSuspension({ description: `x [gha-${state}:${SINCE} r:metrics]`, permissions: [] }, CONTEXT);
  expect(of('suspended')).toEqual({ since: '31 Jan 2027, 12:00 UTC, now', grants: 'metrics: read' });
  expect(of('suspending')).toEqual({
    since: '31 Jan 2027, 12:00 UTC, now (suspension not finished)',
    grants: 'metrics: read',
  });
  expect(of('restored')).toBeUndefined();
});

test('a date that a record rounds up is never shown in the future', () => {
  const description = 'x [gha-suspended:2027-01-31T12:00:01Z r:metrics]';
  expect(describeSuspension({ description, permissions: [] }, CONTEXT)?.since).toBe(
    '31 Jan 2027, 12:00 UTC, now',
  );
});
