import { describe, expect, test } from 'vitest';
import { Failure } from '../../src/base/errors.ts';
import { reportPromotionAtEnd, reportRotation } from '../../src/report/rotation.ts';
import type { RotateRequest } from '../../src/request/rotate.ts';
import type {
  FailedAdoption,
  Promotion,
  ReplacementFailure,
  WithdrawalReason,
} from '../../src/tokens/rotation/outcome.ts';
import type { Rotation } from '../../src/tokens/rotation/plan.ts';
import type { SeriesToken } from '../../src/tokens/rotation/series.ts';
import { DAY, NOW, PLAIN, SERIES, seriesToken, tag } from '../tokens/series-token.ts';

const OLD = { ...seriesToken('old', 'current'), tag: tag('current') } as SeriesToken;
const NEW = seriesToken('new', 'pending', { createdAt: NOW });
const PLAN: Rotation = {
  kind: 'rotate',
  series: SERIES,
  reasons: ['one reason'],
  predecessor: OLD,
  adopts: undefined,
  members: [OLD],
  permissions: NEW.permissions,
  expiresAt: NOW + DAY,
  missingDatabases: [],
  cannotBeProven: false,
  notices: [],
  warnings: [],
};
const RETIRED = {
  kind: 'retired',
  revoked: ['older'],
  failed: [],
  error: undefined,
  left: [{ token: OLD, until: NOW + DAY }],
} as const;

const NOT_LISTED = { kind: 'not-listed', error: new Error('no answer') } as const;
const ERROR = new Failure('token-not-stored', 'It was refused');

const requestFor = (laterSteps: boolean) =>
  ({
    storeIn: { targets: [{ label: 'repo = A' }], laterSteps },
    renewBeforeMs: undefined,
  }) as unknown as RotateRequest;

/** reportFailed reports a rotation whose new token did not reach all consumers. */
const reportFailed = (failure: ReplacementFailure, { adopts = PLAN.adopts } = {}) =>
  reportRotation(requestFor(false), { kind: 'not-replaced', plan: { ...PLAN, adopts }, failure });

/** reportPromoted reports a rotation whose new token was delivered. */
const reportPromoted = (
  promotion: Promotion | undefined,
  { adopts = PLAN.adopts, laterSteps = false } = {},
) =>
  reportRotation(requestFor(laterSteps), {
    kind: 'rotated',
    plan: { ...PLAN, adopts },
    token: NEW,
    activation: { kind: 'accepted' },
    promotion,
  });

describe('a rotation that could not begin', () => {
  test('fails with the reason, and with what is true now', () => {
    const error = new Failure('no-connection', 'No answer');
    expect(reportRotation(requestFor(false), { kind: 'not-begun', error })).toEqual({
      failure: expect.objectContaining({
        code: 'no-connection',
        message: 'No answer. Nothing was changed.',
      }),
    });
  });

  test('names each database that the cluster does not have', () => {
    const databases = [{ name: 'metrik', nearest: 'metrics' }];
    const { failure } = reportRotation(requestFor(false), {
      kind: 'unknown-databases',
      databases,
      input: 'databases',
    });
    expect(failure).toMatchObject({ errors: [{ input: 'databases' }] });
  });

  test('fails when the new token could not be probed', () => {
    const { failure } = reportRotation(requestFor(false), { kind: 'cannot-be-proven' });
    expect(failure).toMatchObject({ code: 'new-token-cannot-be-proven' });
  });
});

describe('a failed adoption', () => {
  const failureOf = (adoption: FailedAdoption) =>
    reportRotation(requestFor(false), { kind: 'not-adopted', token: OLD, adoption }).failure;

  test.each([
    [{ kind: 'revoked' }, 'was revoked before it could be adopted'],
    [
      { kind: 'unclear', error: new Error('No answer') },
      'is not known: No answer. The token is as valid as before',
    ],
    [{ kind: 'not-shown' }, 'does not show it. The token is as valid as before'],
  ] as const)('says what is true now: $0.kind', (adoption, text) => {
    expect(failureOf(adoption)).toMatchObject({
      code: 'token-not-adopted',
      message: expect.stringContaining(text),
    });
  });

  test('keeps the code of the error when the token could not be read back', () => {
    const error = new Failure('no-answer-in-time', 'No answer.');
    expect(failureOf({ kind: 'not-read-back', error })).toMatchObject({
      code: 'no-answer-in-time',
      message: expect.stringMatching(/^No answer\. Token old got the tag of the series, but/),
    });
  });
});

describe('a new token that no consumer has', () => {
  const withdrawn = (why: WithdrawalReason, notRevoked?: Error) =>
    ({ kind: 'withdrawn', token: NEW, why, notRevoked }) as const;
  const REVOKED = ' The new token new was revoked. What consumers hold was not touched.';

  test('was revoked, and the outputs say so', () => {
    expect(reportFailed(withdrawn({ kind: 'not-stored', error: ERROR }))).toEqual({
      outputs: {
        status: 'revoked',
        'previous-token-ids': '[]',
        'revoked-token-ids': '[]',
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
    const notRevoked = new Failure('no-connection', 'No answer');
    const { outputs, failure } = reportFailed(withdrawn({ kind: 'not-listed', error: ERROR }, notRevoked));
    expect(outputs).toBeUndefined();
    expect(failure).toMatchObject({
      code: 'token-not-stored',
      message:
        'It was refused. The new token new, which nobody holds, could not be revoked: No answer. The post step tries again.',
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
      'The cluster has not accepted the token (401;',
    ],
    [
      { kind: 'unreachable', activation: { kind: 'unreachable', why: 'a login page' } },
      'token-not-probed',
      'is not known: a login page.',
    ],
  ] as const)('was not delivered because of $0.kind', (why, code, text) => {
    const { failure } = reportFailed(withdrawn(why));
    expect(failure).toMatchObject({ code, message: expect.stringContaining(text) });
    expect(failure?.message.endsWith(REVOKED)).toBe(true);
  });

  test('was never created', () => {
    const failure = { kind: 'not-created', error: ERROR, lostResponses: 0, openNonces: [] } as const;
    expect(reportFailed(failure)).toEqual({
      failure: expect.objectContaining({ message: 'It was refused. No token was created.' }),
    });
  });
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
    expect(sections).toMatchObject([{ rows: [['repo = A', 'not known']] }]);
    expect(failure).toMatchObject({ code: 'not-stored-everywhere' });
  });
});

test('every failure after an adoption says that the token was adopted', () => {
  const adopts = seriesToken('adopted', 'untagged');
  const ADOPTED = /Token adopted was adopted: it belongs to the series from now on\.$/;
  const failure = { kind: 'not-created', error: ERROR, lostResponses: 0, openNonces: [] } as const;
  expect(reportFailed(failure, { adopts }).failure?.message).toMatch(ADOPTED);
  expect(reportPromoted({ kind: 'revoked' }, { adopts }).failure?.message).toMatch(ADOPTED);
  expect(
    reportPromoted({ kind: 'unclear', error: new Error('No answer') }, { adopts }).failure,
  ).toBeUndefined();
});

describe('a promotion', () => {
  test('that is unclear is a warning', () => {
    const { lines, failure } = reportPromoted({ kind: 'unclear', error: new Error('No answer') });
    expect(failure).toBeUndefined();
    expect(lines).toMatchObject([
      { kind: 'warning', code: 'rotation-not-committed', text: expect.stringContaining(': No answer. All') },
    ]);
  });

  test('of a revoked token fails, because its consumers are locked out', () => {
    const { outputs, failure, sections } = reportPromoted({ kind: 'revoked' });
    expect(outputs).toEqual({ status: 'revoked' });
    expect(failure).toMatchObject({
      code: 'new-token-revoked',
      message: expect.stringContaining('locked out'),
    });
    expect(sections).toBeUndefined();
  });

  test.each([
    undefined,
    { kind: 'unclear', error: new Error('No answer') },
    { kind: 'promoted', retirement: NOT_LISTED },
  ] as const)('that retired nothing leaves the outputs about replaced tokens as they are', (promotion) => {
    expect(reportPromoted(promotion).outputs ?? {}).toEqual({});
  });

  test('names what it retired', () => {
    const { outputs, lines } = reportPromoted({ kind: 'promoted', retirement: RETIRED });
    expect(outputs).toMatchObject({ 'previous-token-ids': '["old"]', 'revoked-token-ids': '["older"]' });
    expect(lines).toMatchObject([{ kind: 'info', text: 'Revoked token older, which was replaced.' }]);
  });
});

describe('a promotion in the post step', () => {
  const TOKEN = { tokenId: 'id-a', series: { plainDescription: 'telegraf' } };

  test('is summarized with what was revoked and what is still valid', () => {
    const { sections } = reportPromotionAtEnd(TOKEN, { kind: 'promoted', retirement: RETIRED });
    expect(sections).toEqual([
      {
        title: 'InfluxDB token: rotation committed at the end of the job',
        facts: [
          ['Token', 'id-a'],
          ['Line', 'telegraf'],
          ['Revoked', 'older'],
          ['Valid until the first run after 2027-02-01T12:00:00Z', 'old'],
        ],
      },
    ]);
  });

  test.each([
    { kind: 'unclear', error: new Error('No answer') },
    { kind: 'promoted', retirement: NOT_LISTED },
  ] as const)('has no summary when a warning already says what failed', (promotion) => {
    const { lines = [], sections } = reportPromotionAtEnd(TOKEN, promotion);
    expect(lines.map(({ kind }) => kind)).toEqual(['warning']);
    expect(sections).toBeUndefined();
  });

  test('sets no outputs', () => {
    const { outputs, failure } = reportPromotionAtEnd(TOKEN, { kind: 'revoked' });
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
        title: 'InfluxDB token rotated',
        facts: [
          ['Token', 'new'],
          ['Line', PLAIN],
          ['Because', 'one reason'],
          ['Replaces', 'old'],
          ['Grants', 'metrics: read'],
          ['Expires', '2027-03-01T12:00:00Z'],
          ['Accepted by the cluster', 'yes'],
          ['Next run', 'this step rotates whenever it runs, since it has no `renew-before`'],
        ],
      },
      { title: 'Who holds the new token', rows: [['repo = A', 'stored by this step']] },
      { title: 'What stays valid until when' },
      { title: 'Old and new' },
    ]);
  });

  test('says in the title that the promotion is unclear, and that the next run rotates again', () => {
    const [first, , table] = summary({ kind: 'unclear', error: new Error('No answer') });
    expect(first).toMatchObject({
      title: 'InfluxDB token rotated, but not committed',
      facts: expect.arrayContaining([['Next run', 'rotates again and puts this right']]),
    });
    expect(table).toMatchObject({ rows: [{}, ['old', 'to be replaced', expect.anything()]] });
  });

  test('says that the list could not be read after the promotion', () => {
    expect(summary({ kind: 'promoted', retirement: NOT_LISTED })[2]).toMatchObject({
      rows: [{}, ['old', 'replaced', expect.anything()]],
    });
  });

  test('says that the post step promotes what later steps receive', () => {
    expect(summary(undefined, true)[1]).toMatchObject({
      rows: [{}, ['later steps of this job', 'committed by the post step if the job succeeds']],
    });
  });
});
