import { describe, expect, test } from 'vitest';
import { Failure } from '../../src/base/errors.ts';
import { reportPromotionAtEnd } from '../../src/report/promotion.ts';
import { reportRotation } from '../../src/report/rotate.ts';
import type { RotateRequest } from '../../src/request/rotate.ts';
import { plainText } from '../../src/runner/sanitize.ts';
import type {
  FailedAdoption,
  Promotion,
  ReplacementFailure,
  WithdrawalReason,
} from '../../src/tokens/rotation/outcome.ts';
import type { Rotation } from '../../src/tokens/rotation/plan.ts';
import type { SeriesToken } from '../../src/tokens/rotation/series.ts';
import { DAY, NOW, PLAIN, SERIES, seriesToken, tag } from '../tokens/series-token.ts';
import { CONTEXT as ANY_CONTEXT } from './tokens.ts';

const CONTEXT = { ...ANY_CONTEXT, now: NOW };

const OLD = { ...seriesToken('old', 'current'), tag: tag('current') } as SeriesToken;
const NEW = seriesToken('new', 'pending', { createdAt: NOW });
const PLAN: Rotation = {
  kind: 'rotate',
  series: SERIES,
  reasons: ['one reason'],
  predecessor: OLD,
  adopts: undefined,
  members: [OLD],
  listed: [],
  permissions: NEW.permissions,
  expiresAt: NOW + DAY,
  missingDatabases: [],
  cannotBeProbed: false,
  notices: [],
  warnings: [],
};
const RETIRED = {
  kind: 'retired',
  revoked: ['older'],
  suspended: [],
  spared: [],
  kept: [],
  postponed: [],
  failed: [],
  left: [{ token: OLD, until: NOW + DAY }],
} as const;

const NOT_LISTED = { kind: 'not-listed', error: new Error('no response') } as const;
const ERROR = new Failure('token-not-stored', 'It was refused');

const BEFORE = { inUse: OLD, replaced: [seriesToken('older', 'current')], now: NOW };

const requestFor = (laterSteps: boolean) =>
  ({
    storeIn: { targets: [{ label: 'repo = A' }], laterSteps },
    renewBeforeMs: undefined,
  }) as unknown as RotateRequest;

/** reportFailed reports a rotation whose new token did not reach all consumers. */
const reportFailed = (failure: ReplacementFailure, { adopts = PLAN.adopts } = {}) =>
  reportRotation(
    requestFor(false),
    { kind: 'not-replaced', plan: { ...PLAN, adopts }, failure, before: BEFORE },
    CONTEXT,
  );

/** reportPromoted reports a rotation whose new token was delivered. */
const reportPromoted = (
  promotion: Promotion | undefined,
  { adopts = PLAN.adopts, laterSteps = false } = {},
) =>
  reportRotation(
    requestFor(laterSteps),
    {
      kind: 'rotated',
      plan: { ...PLAN, adopts },
      token: NEW,
      activation: { kind: 'accepted' },
      promotion,
    },
    CONTEXT,
  );

describe('a rotation that could not begin', () => {
  test('fails with the reason, and with what is true now', () => {
    const error = new Failure('no-connection', 'No response');
    expect(
      reportRotation(requestFor(false), { kind: 'not-begun', error, before: undefined }, CONTEXT),
    ).toEqual({
      failure: expect.objectContaining({
        code: 'no-connection',
        message: 'No response. Nothing was changed.',
      }),
      outputs: {
        'previous-token-ids': '[]',
        'revoked-token-ids': '[]',
        'suspended-token-ids': '[]',
        'failed-token-ids': '[]',
      },
    });
  });

  test('names each database that the cluster does not have', () => {
    const databases = [{ name: 'metrik', nearest: 'metrics' }];
    const { failure } = reportRotation(
      requestFor(false),
      {
        kind: 'unknown-databases',
        databases,
        input: 'databases',
        before: BEFORE,
      },
      CONTEXT,
    );
    expect(failure).toMatchObject({ errors: [{ input: 'databases' }] });
  });

  test('fails when the new token could not be probed', () => {
    const { failure } = reportRotation(
      requestFor(false),
      { kind: 'cannot-be-probed', before: BEFORE },
      CONTEXT,
    );
    expect(failure).toMatchObject({ code: 'new-token-cannot-be-probed' });
  });
});

describe('a failed adoption', () => {
  const failureOf = (adoption: FailedAdoption) =>
    reportRotation(requestFor(false), { kind: 'not-adopted', token: OLD, adoption, before: BEFORE }, CONTEXT)
      .failure;

  test.each([
    [{ kind: 'revoked' }, 'Someone revoked token old before the step could adopt the token'],
    [
      { kind: 'unclear', error: new Error('No response') },
      'has the tag of the series. No response. The token stays valid',
    ],
    [{ kind: 'not-shown' }, 'does not show this tag. The token stays valid'],
  ] as const)('says what is true now: $0.kind', (adoption, text) => {
    expect(failureOf(adoption)).toMatchObject({
      code: 'token-not-adopted',
      message: expect.stringContaining(text),
    });
  });

  test('keeps the code of the error if the PATCH was refused', () => {
    const error = new Failure('management-token-refused', 'Refused.');
    expect(failureOf({ kind: 'not-changed', error })).toMatchObject({
      code: 'management-token-refused',
      message: 'Refused. Token old was not adopted. Nothing was changed.',
    });
  });

  test('keeps the code of the error when the token could not be read back', () => {
    const error = new Failure('no-response-in-time', 'No response.');
    expect(failureOf({ kind: 'not-read-back', error })).toMatchObject({
      code: 'no-response-in-time',
      message: expect.stringMatching(/^No response\. The step added the tag of the series to token old, but/),
    });
  });

  test('says that the token might lack its permissions when they could not be given back', () => {
    const error = new Failure('no-response-in-time', 'No response.');
    expect(failureOf({ kind: 'not-given-back', error })).toMatchObject({
      code: 'no-response-in-time',
      message: expect.stringMatching(
        /^No response\. Another run suspended token old, .* not known whether the token has its permissions again\..*`operation: restore`/,
      ),
    });
  });
});

describe('a new token that no consumer has', () => {
  const withdrawn = (why: WithdrawalReason, notRevoked?: Error) =>
    ({ kind: 'withdrawn', token: NEW, why, notRevoked }) as const;
  const REVOKED = ' The step revoked the new token new. All tokens that consumers use stay valid.';

  test('was revoked, and the outputs are about the token that consumers use', () => {
    expect(reportFailed(withdrawn({ kind: 'not-stored', error: ERROR }))).toMatchObject({
      outputs: {
        'token-id': 'old',
        status: 'active',
        'previous-token-ids': '["older"]',
        'revoked-token-ids': '["new"]',
        'suspended-token-ids': '[]',
        'failed-token-ids': '[]',
      },
      failure: expect.objectContaining({
        code: 'token-not-stored',
        message: `It was refused.${REVOKED}`,
        cause: expect.objectContaining({ cause: ERROR }),
      }),
    });
  });

  test('is left to the post step when it could not be revoked', () => {
    const notRevoked = new Failure('no-connection', 'No response');
    const { outputs, failure } = reportFailed(withdrawn({ kind: 'not-listed', error: ERROR }, notRevoked));
    expect(outputs).toMatchObject({ 'revoked-token-ids': '[]', 'failed-token-ids': '["new"]' });
    expect(outputs).toMatchObject({ 'token-id': 'old', status: 'active' });
    expect(failure).toMatchObject({
      code: 'token-not-stored',
      message:
        'It was refused. The step could not revoke the new token new. No response. No consumer uses this token. The post step tries again.',
    });
  });

  test.each([
    [
      { kind: 'concurrent', refusal: { kind: 'refused', code: 'not-the-newest-token', why: 'A rival.' } },
      'not-the-newest-token',
      'A rival.',
    ],
    [
      {
        kind: 'not-accepted',
        activation: {
          kind: 'refused',
          why: '401',
          timeoutMs: 1000,
          expiresAt: 'unset',
          serverTime: undefined,
          runnerTime: NOW,
        },
      },
      'token-not-accepted',
      'The cluster did not accept the token within 1s (401).',
    ],
    [
      { kind: 'unreachable', activation: { kind: 'unreachable', why: 'a login page' } },
      'token-not-probed',
      'accepts the token: a login page.',
    ],
  ] as const)('was not delivered because of $0.kind', (why, code, text) => {
    const { failure } = reportFailed(withdrawn(why));
    expect(failure).toMatchObject({ code, message: expect.stringContaining(text) });
    expect(failure?.message.endsWith(REVOKED)).toBe(true);
  });

  test.each([
    [
      { kind: 'not-created', error: ERROR, lostResponses: 0, openNonces: [] },
      /^It was refused\. No token was created\.$/,
    ],
    [
      { kind: 'lost', error: ERROR, openNonces: ['a-nonce'] },
      /^A new token might exist whose value is lost\. It was refused\./,
    ],
  ] as const)(
    'was never created, or its response was lost, so no token was replaced or ended: $0.kind',
    (failure, message) => {
      expect(reportFailed(failure)).toMatchObject({
        outputs: {
          'token-id': 'old',
          status: 'active',
          'previous-token-ids': '["older"]',
          'revoked-token-ids': '[]',
          'suspended-token-ids': '[]',
          'failed-token-ids': '[]',
        },
        failure: expect.objectContaining({ message: expect.stringMatching(message) }),
      });
    },
  );
});

describe('an incomplete delivery', () => {
  const delivery = {
    kind: 'incomplete',
    secrets: [{ target: { label: 'repo = A' }, storedAt: 1 }],
    failedAt: 0,
    mightBeStored: true,
    error: ERROR,
  } as const;

  test('fails, and shows which secret contains which token', () => {
    const { sections, failure } = reportFailed({ kind: 'not-delivered', token: NEW, delivery });
    expect(sections).toMatchObject([{ rows: [['repo = A', 'not known', 'unknown outcome']] }]);
    expect(failure).toMatchObject({ code: 'not-stored-everywhere' });
  });
});

test('every failure after an adoption says that the token was adopted', () => {
  const adopts = seriesToken('adopted', 'untagged');
  const ADOPTED = /Token adopted was adopted, so it now belongs to the series\.$/;
  const failure = { kind: 'not-created', error: ERROR, lostResponses: 0, openNonces: [] } as const;
  expect(reportFailed(failure, { adopts }).failure?.message).toMatch(ADOPTED);
  expect(reportPromoted({ kind: 'revoked' }, { adopts }).failure?.message).toMatch(ADOPTED);
  expect(
    reportPromoted({ kind: 'unclear', error: new Error('No response') }, { adopts }).failure,
  ).toBeUndefined();
});

describe('a promotion', () => {
  test('that is unclear is a warning', () => {
    const { lines, failure } = reportPromoted({ kind: 'unclear', error: new Error('No response') });
    expect(failure).toBeUndefined();
    expect(lines).toMatchObject([
      { kind: 'warning', code: 'token-not-promoted', text: expect.stringContaining('. No response. All') },
    ]);
  });

  test('of a revoked token fails, because its consumers are locked out', () => {
    const { outputs, failure, sections } = reportPromoted({ kind: 'revoked' });
    expect(outputs).toEqual({ status: 'revoked' });
    expect(failure).toMatchObject({
      code: 'new-token-revoked',
      message: expect.stringContaining('its consumers have no valid token'),
    });
    expect(sections).toBeUndefined();
  });

  test.each([
    [
      'revoked',
      [OLD],
      /have no valid token\. These tokens of the series are still valid and were not changed: old\. Run/,
    ],
    ['suspended', [], /lose their access\. No other token of the series is valid\. Run/],
  ] as const)('that was %s after the promotion names what is still valid', (how, stillValid, message) => {
    const { outputs, failure } = reportPromoted({ kind: 'ended', how, stillValid });
    expect(outputs).toEqual({
      status: how,
      'previous-token-ids': JSON.stringify(stillValid.map(({ id }) => id)),
    });
    expect(failure?.message).toMatch(message);
  });

  test('of a token whose permissions somebody changed meanwhile shows what it grants now', () => {
    const token = { ...NEW, permissions: [{ action: 'read', resource: 'logs' }] } as const;
    const { outputs, failure } = reportPromoted({ kind: 'other-permissions', token });
    expect(outputs?.['permissions']).toContain('logs');
    expect(plainText(failure?.message ?? '')).toMatch(/grants "logs: read" now.*`operation: update`/);
  });

  test.each([
    undefined,
    { kind: 'unclear', error: new Error('No response') },
    { kind: 'promoted', retirement: NOT_LISTED },
  ] as const)('that retired nothing leaves the outputs about replaced tokens as they are', (promotion) => {
    expect(reportPromoted(promotion).outputs).toEqual(promotion ? { rotated: 'true' } : {});
  });

  test('names what it retired', () => {
    const { outputs, lines } = reportPromoted({ kind: 'promoted', retirement: RETIRED });
    expect(outputs).toMatchObject({ 'previous-token-ids': '["old"]', 'revoked-token-ids': '["older"]' });
    expect(lines).toMatchObject([{ kind: 'info', text: 'Revoked replaced token older.' }]);
  });
});

describe('a promotion in the post step', () => {
  const TOKEN = { tokenId: 'id-a', series: { plainDescription: 'telegraf' }, quarantineMs: 0 };

  const FACTS = [
    ['Series', 'telegraf'],
    ['Cluster', 'a-cluster'],
    ['New token', 'id-a'],
  ];

  test('is summarized with what was revoked and what is still valid', () => {
    const { sections } = reportPromotionAtEnd(TOKEN, { kind: 'promoted', retirement: RETIRED }, CONTEXT);
    expect(sections).toEqual([
      {
        title: '1 token promoted at the end of the job',
        text: [
          'The replaced token stays valid until the first run after 1 Feb 2027, 12:00 UTC, in 24 hours.',
          '1 replaced token was revoked.',
        ],
        facts: FACTS,
      },
    ]);
  });

  test.each([
    [
      { kind: 'unclear', error: new Error('No response') },
      'Promotion at the end of the job not confirmed',
      /It is not known whether the token was promoted. No response\. All tokens stay valid/,
    ],
    [
      { kind: 'not-changed', error: new Error('Refused') },
      '0 tokens promoted at the end of the job',
      /^Token id-a was delivered, but not promoted. Refused\. All tokens stay valid\. The next run rotates/,
    ],
    [
      { kind: 'promoted', retirement: NOT_LISTED },
      '1 token promoted at the end of the job',
      /could not retire the replaced tokens. no response\. These tokens stay valid/,
    ],
    [
      { kind: 'restored' },
      '0 tokens promoted at the end of the job',
      /^Another run suspended and restored token id-a .* was not promoted\. All tokens stay valid/,
    ],
  ] as const)('warns about what failed, in the summary as well: $0.kind', (promotion, title, text) => {
    const { lines = [], sections } = reportPromotionAtEnd(TOKEN, promotion, CONTEXT);
    expect(lines.map(({ kind }) => kind)).toEqual(['warning']);
    expect(sections).toEqual([{ title, text: [expect.stringMatching(text)], facts: FACTS }]);
  });

  test('warns about a replaced token that it could not revoke, in the summary as well', () => {
    const failed = [{ id: 'older', kind: 'failed', error: new Error('No response') } as const];
    const retirement = { ...RETIRED, failed };
    const { lines = [], sections = [] } = reportPromotionAtEnd(
      TOKEN,
      { kind: 'promoted', retirement },
      CONTEXT,
    );
    const warning = lines.find(({ kind }) => kind === 'warning')?.text;
    expect(warning).toMatch(
      /could not revoke or suspend 1 replaced token \(older\)\. Token older was not revoked\. No response/,
    );
    expect(sections[0]).toMatchObject({ text: expect.arrayContaining([warning]) });
  });

  test('sets no outputs', () => {
    const { outputs, failure } = reportPromotionAtEnd(TOKEN, { kind: 'revoked' }, CONTEXT);
    expect(outputs).toBeUndefined();
    expect(failure).toMatchObject({ code: 'new-token-revoked' });
  });
});

describe('the summary of a rotation', () => {
  const summary = (promotion: Promotion | undefined, laterSteps = false) =>
    reportPromoted(promotion, { laterSteps }).sections ?? [];

  test('shows the new token, its consumers, and how long each token is valid', () => {
    expect(summary({ kind: 'promoted', retirement: RETIRED })).toMatchObject([
      {
        title: '1 token rotated and stored in 1 secret',
        text: [
          'The replaced token stays valid until the first run after 1 Feb 2027, 12:00 UTC, in 24 hours.',
          '1 replaced token was revoked.',
          'Next rotation: the next run, because `renew-before` is not set.',
        ],
        facts: [
          ['Series', PLAIN],
          ['Cluster', 'a-cluster'],
          ['Reason', { prose: 'one reason' }],
          ['New token', 'new'],
          ['Replaces', 'old'],
          ['Permissions', 'metrics: read'],
          ['Expires', '1 Mar 2027, 12:00 UTC, in 29 days'],
          ['Activation', 'accepted by the cluster'],
        ],
      },
      { title: 'Delivery', rows: [['repo = A', 'stored']] },
      {
        title: 'Token validity',
        rows: [
          ['new', 'current', {}],
          ['old', 'replaced', {}],
          ['older', 'replaced', {}],
        ],
      },
    ]);
  });

  test('says in the title that the promotion is not confirmed, and what that means for the next run', () => {
    const [first, , table] = summary({ kind: 'unclear', error: new Error('No response') });
    expect(first).toMatchObject({
      title: '1 token stored in 1 secret, promotion not confirmed',
      text: [
        'All tokens of the series stay valid. If the token was not promoted, the next run rotates again.',
      ],
    });
    expect(table).toMatchObject({ rows: [{}, ['old', 'in use or replaced (not known)', expect.anything()]] });
  });

  test('says in the title that the token is not promoted, and that the next run rotates again', () => {
    expect(summary({ kind: 'not-changed', error: new Error('Refused') })[0]).toMatchObject({
      title: '1 token stored in 1 secret, but not promoted',
      text: ['All tokens of the series stay valid. The next run rotates again.'],
    });
  });

  test('does not say that the next run rotates if the new token was restored', () => {
    expect(summary({ kind: 'restored' })[0]).toMatchObject({
      text: ['All tokens of the series stay valid.'],
    });
  });

  test('says that the list could not be read after the promotion', () => {
    const [first, , table] = summary({ kind: 'promoted', retirement: NOT_LISTED });
    expect(first?.text?.[0]).toMatch(/could not retire the replaced tokens. no response\./);
    expect(table).toMatchObject({ rows: [{}, ['old', 'replaced', expect.anything()]] });
  });

  test('says that the post step promotes what later steps receive', () => {
    const [first, delivery] = summary(undefined, true);
    expect(first).toMatchObject({
      title: '1 token delivered to later steps, to be promoted at the end of the job',
      text: [expect.stringMatching(/^The post step promotes the new token if the job succeeds\./)],
    });
    expect(delivery).toMatchObject({
      rows: [{}, ['later steps of this job', { prose: 'set as output `token`' }]],
    });
  });
});
