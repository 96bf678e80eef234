import { describe, expect, test } from 'vitest';
import {
  describeSuspension,
  notSuspended,
  reportKept,
  summarizeSuspended,
} from '../../src/report/suspension.ts';
import { CONTEXT, NOW } from './tokens.ts';

const DAY = 86_400_000;
const suspended = (state = 'suspended') => ({
  id: 'an-id',
  description: `nightly [gha-${state}:2026-11-23T00:00:00Z r:metrics]`,
  permissions: [],
});

describe('a suspended token', () => {
  test('is shown with its recorded permissions, its end, and the step that restores it', () => {
    expect(summarizeSuspended([suspended()], 7 * DAY, CONTEXT)).toEqual([
      {
        title: '1 suspended token',
        head: ['Description', 'Recorded permissions', 'Suspended since', 'Revoked by', 'Token ID'],
        rows: [
          [
            'nightly',
            'metrics: read',
            '23 Nov 2026, 00:00 UTC, now',
            'the first run after 30 Nov 2026, 00:00 UTC, in 7 days',
            'an-id',
          ],
        ],
        more: expect.stringContaining('status: suspended'),
      },
      {
        title: 'Restore suspended tokens',
        text: ['This step gives the tokens their permissions back:'],
        code: [
          '- uses: acme/influxdb-token-action@v1',
          '  with:',
          '    operation: restore',
          // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of GitHub's
          '    management-token: ${{ secrets.INFLUXDB_MANAGEMENT_TOKEN }}',
          '    account-id: an-account',
          '    cluster-id: a-cluster',
          '    token-id: |',
          '      an-id',
        ],
      },
    ]);
  });

  test('is revoked by another workflow if this one has no quarantine', () => {
    const [table] = summarizeSuspended([suspended()], 0, CONTEXT);
    expect(table).toMatchObject({ rows: [expect.arrayContaining(['another workflow'])] });
  });

  test('of a Clustered cluster is restored with the URL of that cluster', () => {
    const endpoint = { ...CONTEXT.endpoint, form: 'bare', apiUrl: 'https://influxdb.example.com' } as const;
    const [, step] = summarizeSuspended([suspended()], DAY, { ...CONTEXT, endpoint });
    expect(step).toMatchObject({
      code: expect.arrayContaining(['    product: clustered', '    api-url: https://influxdb.example.com']),
    });
  });

  test('says so if the suspension was begun only', () => {
    expect(describeSuspension(suspended('suspending'), { now: NOW + DAY })).toEqual({
      since: '23 Nov 2026, 00:00 UTC, 24 hours ago (begun, not finished)',
      grants: 'metrics: read',
    });
    expect(describeSuspension(suspended('restored'), CONTEXT)).toBeUndefined();
  });
});

test('there is no section without suspended tokens', () => {
  expect(summarizeSuspended([], DAY, CONTEXT)).toEqual([]);
});

test('a thousand IDs are in the step, and a comment counts the rest', () => {
  const tokens = Array.from({ length: 1001 }, (_, number) => ({ ...suspended(), id: `${number}` }));
  const [, step] = summarizeSuspended(tokens, DAY, CONTEXT);
  expect(step && 'code' in step ? step.code.at(-1) : undefined).toBe('      # And 1 more.');
});

describe('a token that was kept', () => {
  test.each([
    [
      'changed-meanwhile',
      'token-changed-meanwhile',
      /was kept, because somebody else changed it .* decides again\.$/,
    ],
    ['record-not-shown', 'token-not-suspended', /was not suspended, because .* so it stays valid\./],
    ['permissions-remain', 'token-not-suspended', /was not suspended, because .* so it stays valid\./],
  ] as const)('is a warning: %s', (why, code, text) => {
    expect(reportKept([{ id: 'an-id', kind: 'kept', why }])).toEqual([
      { kind: 'warning', code, text: expect.stringMatching(text) },
    ]);
  });
});

test('a suspension that failed is reported with what is true now', () => {
  const [failure] = notSuspended({ id: 'an-id', kind: 'not-suspended', error: new Error('No response') });
  expect(failure).toMatchObject({
    code: 'token-not-suspended',
    message: expect.stringMatching(
      /^Token an-id was not suspended: No response\. Its permissions are still there or recorded/,
    ),
  });
  expect(notSuspended({ id: 'an-id', kind: 'revoked' })).toEqual([]);
});
