import { describe, expect, test } from 'vitest';
import { Failure } from '../../src/base/errors.ts';
import { reportCreate } from '../../src/management-token/report/issuing.ts';
import { reportList } from '../../src/management-token/report/list.ts';
import { reportRevoke } from '../../src/management-token/report/revoke.ts';
import { reportRotate } from '../../src/management-token/report/rotate.ts';
import type { ManagementToken } from '../../src/management-token/token.ts';
import { reportLeftovers } from '../../src/report/post-step.ts';
import { plainText } from '../../src/runner/sanitize.ts';

const NOW = Date.UTC(2027, 0, 31);
const DAY = 24 * 3_600_000;
const WHERE = { account: 'an-account', cluster: 'a-cluster' };
const ERROR = new Failure('influxctl-failed', 'no luck');

const TOKEN: ManagementToken = {
  id: 'id-a',
  description: 'for terraform',
  prefix: 'M.V1.abcd',
  accountId: 'an-account',
  createdBy: 'ada@example.com',
  createdAt: NOW - DAY,
  expiresAt: NOW + 5 * DAY,
  revokedAt: 'unset',
};
const SHOWN = { ...TOKEN, status: 'active', inUse: true } as const;

const NEW = { description: 'for terraform', expiresAt: NOW + DAY, where: WHERE } as const;
const REVOKED = { tokenIds: ['id-a', 'id-b'], dryRun: false, where: WHERE };
const ROTATED = { storeIn: { targets: [{ label: 'repo = TOKEN' }] }, where: WHERE };

const SERIES = {
  server: 'github.com',
  repositoryId: '4711',
  plainDescription: 'series',
  replaces: undefined,
};
const TAG = {
  server: 'github.com',
  repository: 'acme/web',
  repositoryId: '4711',
  runId: '9',
  runAttempt: '1',
  kind: 'pending',
  nonce: '0123456789abcdef',
} as const;
const MEMBER = { ...TOKEN, tag: TAG } as const;
const NOT_DUE = { kind: 'not-due', series: SERIES, newest: MEMBER, warnings: [] } as const;
const DUE = {
  kind: 'rotate',
  series: SERIES,
  reasons: ['it is due'],
  notices: [],
  warnings: [],
  members: [],
  listed: [],
  expiresAt: 'never',
} as const;
const RETIRED = {
  kind: 'retired',
  outcomes: [{ id: 'id-b', kind: 'revoked' }],
  left: [{ token: { ...TOKEN, id: 'id-c' }, until: NOW + DAY, inUse: true }],
} as const;

test.for([
  [
    'list',
    reportList({ failOnMatch: false, where: WHERE }, { shown: [SHOWN], total: 2, unreadable: 0, now: NOW }),
  ],
  [
    'an empty list',
    reportList({ failOnMatch: false, where: WHERE }, { shown: [], total: 0, unreadable: 0, now: NOW }),
  ],
  ['create', reportCreate(NEW, { kind: 'created', token: TOKEN, nonce: '' })],
  ['a dry run of create', reportCreate(NEW, { kind: 'dry-run' })],
  [
    'revoke',
    reportRevoke(REVOKED, {
      kind: 'done',
      outcomes: [{ id: 'id-a', kind: 'revoked' }],
      endedOwnAccess: false,
    }),
  ],
  ['revoke without IDs', reportRevoke(REVOKED, { kind: 'nothing-to-do' })],
  [
    'a dry run of revoke',
    reportRevoke(REVOKED, { kind: 'dry-run', previews: [{ id: 'id-a', kind: 'not-found' }] }),
  ],
  [
    'rotate',
    reportRotate(ROTATED, { kind: 'rotated', plan: DUE, token: TOKEN, retirement: RETIRED, now: NOW }),
  ],
  [
    'rotate that is not due',
    reportRotate(ROTATED, { kind: 'not-due', plan: NOT_DUE, retirement: RETIRED, now: NOW }),
  ],
  [
    'a dry run of rotate',
    reportRotate(ROTATED, {
      kind: 'dry-run',
      plan: DUE,
      inUse: undefined,
      preview: { due: [], left: [] },
      now: NOW,
    }),
  ],
  [
    'the post step',
    reportLeftovers(
      { outcomes: [{ id: 'id-a', kind: 'revoked' }], searchError: undefined },
      { nonces: [] },
      { ...WHERE, noun: 'management token' },
    ),
  ],
] as const)('the summary of %s names the account and the cluster', ([, { sections = [] }]) => {
  expect(sections[0]?.text).toContain('Account: an-account, cluster: a-cluster');
  expect(sections[0]?.title).toContain('management token');
});

describe('a list that makes the step fail', () => {
  test.for([
    [1, '1 management token matches'],
    [2, '2 management tokens match'],
  ] as const)('counts %s', ([count, text]) => {
    const shown = Array.from({ length: count }, () => SHOWN);
    const request = { failOnMatch: true, where: WHERE };
    const { failure } = reportList(request, { shown, total: 9, unreadable: 0, now: NOW });
    expect(failure?.message).toContain(`${text}, and \`fail-on-match\` is \`true\`.`);
  });

  test('contains at least one token', () => {
    const request = { failOnMatch: true, where: WHERE };
    const { failure } = reportList(request, { shown: [], total: 9, unreadable: 0, now: NOW });
    expect(failure).toBeUndefined();
  });
});

test('a rotation says until when each replaced token is valid', () => {
  const { outputs, sections = [] } = reportRotate(ROTATED, {
    kind: 'not-due',
    plan: NOT_DUE,
    retirement: RETIRED,
    now: NOW,
  });
  expect(outputs).toEqual({
    'revoked-token-ids': '["id-b"]',
    'failed-token-ids': '[]',
    'previous-token-ids': '["id-c"]',
  });
  expect(sections[1]).toMatchObject({
    rows: [
      ['id-b', 'revoked'],
      [
        'id-c',
        'used by this step: valid until the first run with another token after 1 Feb 2027, 00:00 UTC, in 24 hours',
      ],
    ],
  });
});

test('no run revokes a replaced token without a prefix, because the run might use it itself', () => {
  const left = [{ token: { ...TOKEN, id: 'id-c', prefix: '' }, until: NOW, inUse: true }];
  const { sections = [] } = reportRotate(ROTATED, {
    kind: 'rotated',
    plan: DUE,
    token: TOKEN,
    retirement: { ...RETIRED, left },
    now: NOW,
  });
  expect(sections[1]).toMatchObject({
    rows: [
      ['id-b', 'revoked'],
      ['id-c', 'might be used by this step, so no run revokes it'],
    ],
  });
});

test('a replaced token that could not be revoked is a warning, and still counts as valid', () => {
  const retirement = {
    ...RETIRED,
    outcomes: [{ id: 'id-b', kind: 'failed', error: ERROR, isListed: true }],
  } as const;
  const { outputs, lines = [] } = reportRotate(ROTATED, {
    kind: 'not-due',
    plan: NOT_DUE,
    retirement,
    now: NOW,
  });
  expect(outputs).toMatchObject({ 'failed-token-ids': '["id-b"]', 'previous-token-ids': '["id-b","id-c"]' });
  expect(lines).toMatchObject([
    {
      kind: 'warning',
      code: 'replaced-token-not-revoked',
      text: '1 replaced management token could not be revoked (id-b). no luck. The next run tries again.',
    },
  ]);
});

test('a new token that somebody revoked makes the step fail, and nothing counts as replaced and revoked', () => {
  const plan = { ...DUE, members: [MEMBER], listed: [MEMBER] };
  const result = { kind: 'rotated', plan, token: TOKEN, now: NOW } as const;
  const { failure, outputs } = reportRotate(ROTATED, {
    ...result,
    retirement: { kind: 'own-revoked', id: 'id-a', stillValid: [MEMBER.id] },
  });
  expect(failure).toMatchObject({
    code: 'new-token-revoked',
    message: expect.stringContaining(`still valid and were not changed: ${MEMBER.id}. Set`),
  });
  const alone = reportRotate(ROTATED, {
    ...result,
    retirement: { kind: 'own-revoked', id: 'id-a', stillValid: [] },
  });
  expect(alone.outputs).toMatchObject({ 'previous-token-ids': '[]' });
  expect(alone.failure?.message).toContain('No other token of the series is valid.');
  expect(outputs).toEqual({
    'revoked-token-ids': '[]',
    'failed-token-ids': '[]',
    'previous-token-ids': JSON.stringify([MEMBER.id]),
  });
  const unread = reportRotate(ROTATED, { ...result, retirement: { kind: 'not-listed', error: ERROR } });
  expect(unread).toMatchObject({ outputs, lines: [{ kind: 'warning', code: 'nothing-retired' }] });
});

test('a dry run says which tokens would be revoked, and which one consumers use', () => {
  const preview = { due: [TOKEN], left: RETIRED.left };
  const { outputs, lines, sections } = reportRotate(ROTATED, {
    kind: 'dry-run',
    plan: NOT_DUE,
    inUse: NOT_DUE.newest,
    preview,
    now: NOW,
  });
  expect(outputs).toMatchObject({
    rotated: 'false',
    'token-id': NOT_DUE.newest.id,
    'revoked-token-ids': '[]',
  });
  // Set before, from the tokens that are replaced already.
  expect(outputs).not.toHaveProperty('previous-token-ids');
  expect(lines?.[0]?.text).toBe(`Management token ${TOKEN.id} would be revoked.`);
  expect(sections?.[1]).toMatchObject({
    rows: [
      [TOKEN.id, 'would be revoked'],
      ['id-c', expect.any(String)],
    ],
  });
});

describe('a failed rotation', () => {
  const why = { kind: 'not-accepted', error: ERROR } as const;
  const withdrawn = { kind: 'withdrawn', token: TOKEN, why } as const;

  test.each<[Parameters<typeof reportRotate>[1], revoked: string[], failed: string[]]>([
    [{ kind: 'not-begun', error: ERROR }, [], []],
    [{ kind: 'refused', code: 'always-due', why: 'no' }, [], []],
    [{ kind: 'not-created', error: ERROR, openNonces: [] }, [], []],
    [{ ...withdrawn, notRevoked: undefined }, ['id-a'], []],
    [{ ...withdrawn, notRevoked: ERROR }, [], ['id-a']],
    [
      {
        kind: 'not-delivered',
        token: TOKEN,
        delivery: { kind: 'incomplete', secrets: [], failedAt: 0, mightBeStored: true, error: ERROR },
      },
      [],
      [],
    ],
  ])('sets the lists of IDs: $0.kind', (result, revoked, failed) => {
    const { failure, outputs } = reportRotate(ROTATED, result);
    expect(failure).toBeDefined();
    // The step itself has set the outputs about the tokens before, if it has read them.
    expect(outputs).toEqual({
      ...(result.kind === 'not-begun' ? { 'previous-token-ids': '[]' } : {}),
      'revoked-token-ids': JSON.stringify(revoked),
      'failed-token-ids': JSON.stringify(failed),
    });
  });
});

describe('a failed create', () => {
  const messageOf = (result: Parameters<typeof reportCreate>[1]) =>
    plainText(reportCreate(NEW, result).failure?.message ?? '');

  test('says that nothing is left, or what might appear', () => {
    expect(messageOf({ kind: 'not-created', error: ERROR, openNonces: [] })).toBe(
      'no luck. There is no leftover token.',
    );
    expect(messageOf({ kind: 'not-created', error: ERROR, openNonces: ['n1', 'n2'] })).toContain(
      'the post step finds it by its tag (n1 or n2) and revokes it.',
    );
    expect(messageOf({ kind: 'lost', error: ERROR, openNonces: ['n1'] })).toContain(
      'look for n1 in `influxctl',
    );
  });

  test('says whether the new token was revoked', () => {
    const why = { kind: 'not-accepted', error: ERROR } as const;
    expect(messageOf({ kind: 'withdrawn', token: TOKEN, why, notRevoked: undefined })).toContain(
      'The step revoked the new management token id-a.',
    );
    expect(messageOf({ kind: 'withdrawn', token: TOKEN, why, notRevoked: ERROR })).toContain(
      'run `influxctl management revoke id-a`.',
    );
  });
});

test('the post step names the command for management tokens', () => {
  const { failure } = reportLeftovers(
    { outcomes: [{ id: 'id-a', kind: 'failed', error: ERROR }], searchError: undefined },
    { nonces: ['n1'] },
    { ...WHERE, noun: 'management token' },
  );
  expect(failure?.message).toBe(
    'The post step could not revoke management token id-a. no luck. No consumer uses the token. Revoke it: `influxctl management revoke id-a`.',
  );
});
