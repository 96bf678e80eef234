import { describe, expect, test } from 'vitest';
import { Failure } from '../../src/base/errors.ts';
import { reportOutcomes } from '../../src/report/revocation.ts';
import { describeSuspension, summarizeSuspended } from '../../src/report/suspension.ts';
import { plainText } from '../../src/runner/sanitize.ts';
import type { Outcome } from '../../src/tokens/outcome.ts';
import { textsOf } from './tokens.ts';

const SINCE = '2027-01-31T12:00:00Z';
const READ = { action: 'read', resource: 'metrics' };
const SUSPENDED = { description: `telegraf [gha-suspended:${SINCE} r:metrics]`, permissions: [] };
const CONTEXT = {
  quarantineMs: 7 * 86_400_000,
  connection: {
    endpoints: [
      {
        apiUrl: 'https://console.influxdata.com',
        form: 'prefixed',
        accountId: 'account',
        clusterId: 'cluster',
      },
    ],
  },
  run: { action: 'acme/influxdb-token-action@v1' },
} as const;

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
    expect(lines).toEqual([{ kind: 'info', text: 'Tokens: 1 of 2 revoked, 1 suspended.' }]);
    expect(failure).toBeUndefined();
  });

  test.each([
    ['changed-meanwhile', /^token-changed-meanwhile: Token a was kept, because somebody else changed it/],
    [
      'record-not-shown',
      /^token-not-suspended: Token a was not suspended, because the server did not store the record/,
    ],
    [
      'permissions-remain',
      /^token-not-suspended: Token a was not suspended, because the server did not take/,
    ],
  ] as const)('warns about a token that was kept: %s', (why, text) => {
    const report = reportOutcomes([{ id: 'a', kind: 'kept', why }]);
    expect(textsOf(report)).toContainEqual(expect.stringMatching(text));
    expect(report.outputs).toMatchObject({ 'suspended-token-ids': '[]', 'failed-token-ids': '[]' });
    expect(report.failure).toBeUndefined();
  });

  test('fails with what is true of a token whose suspension failed', () => {
    const error = new Failure('no-response-in-time', 'No answer.');
    expect(failed({ id: 'a', kind: 'not-suspended', error })).toBe(
      'Token a was not suspended: No answer. The server has its permissions or their record, so the next run and `operation: ' +
        'restore` go on from there.',
    );
    expect(failed({ id: 'a', kind: 'not-completed' })).toMatch(/taken away and recorded/);
    const original = { description: 'telegraf', permissions: [READ] };
    expect(failed({ id: 'a', kind: 'not-undone', original, error: undefined })).toMatch(
      /The token granted .*metrics: read.* set these permissions with `operation: update`\.$/,
    );
    expect(failed({ id: 'a', kind: 'not-undone', original, error })).toContain(
      'No answer. The token granted',
    );
  });
});

describe('the summary of suspended tokens', () => {
  test('shows since when, until when, and the step that restores them', () => {
    const [table, code] = summarizeSuspended([{ ...SUSPENDED, id: 'a' }], CONTEXT);
    expect(table).toMatchObject({
      rows: [['telegraf', 'metrics: read', SINCE, 'the first run after 2027-02-07T12:00:00Z', 'a']],
    });
    expect(code).toEqual({
      title: 'How to restore them',
      code: [
        '- uses: acme/influxdb-token-action@v1',
        '  with:',
        '    operation: restore',
        '    management-token: $' + '{{ secrets.INFLUXDB_MANAGEMENT_TOKEN }}',
        '    account-id: account',
        '    cluster-id: cluster',
        '    token-id: |',
        '      a',
      ],
    });
  });

  test('names the cluster of Clustered, and where its API is', () => {
    const [endpoint] = CONTEXT.connection.endpoints;
    const bare = { ...endpoint, form: 'bare', apiUrl: 'https://influxdb.example.com' } as const;
    const [, section] = summarizeSuspended([{ ...SUSPENDED, id: 'a' }], {
      ...CONTEXT,
      connection: { endpoints: [bare] },
    });
    expect(section).toMatchObject({
      code: expect.arrayContaining(['    product: clustered', '    api-url: https://influxdb.example.com']),
    });
  });

  test('is short enough for many tokens', () => {
    const tokens = Array.from({ length: 1500 }, (_, index) => ({ ...SUSPENDED, id: `id-${index}` }));
    const [, section] = summarizeSuspended(tokens, CONTEXT);
    expect(section).toMatchObject({ code: expect.arrayContaining(['      # And 500 more.']) });
  });

  test('says that another workflow revokes them, where this one has no quarantine', () => {
    const [table] = summarizeSuspended([{ ...SUSPENDED, id: 'a' }], { ...CONTEXT, quarantineMs: 0 });
    expect(table).toMatchObject({
      rows: [[expect.anything(), expect.anything(), SINCE, 'another workflow', 'a']],
    });
  });

  test('is left out where nothing is suspended', () => {
    expect(summarizeSuspended([], CONTEXT)).toEqual([]);
  });
});

test('a suspension is described by its record, if it is not restored', () => {
  const of = (state: string) =>
    describeSuspension({ description: `x [gha-${state}:${SINCE} r:metrics]`, permissions: [] });
  expect(of('suspended')).toEqual({ since: SINCE, grants: 'metrics: read' });
  expect(of('suspending')).toEqual({ since: `${SINCE} (begun, not finished)`, grants: 'metrics: read' });
  expect(of('restored')).toBeUndefined();
});
