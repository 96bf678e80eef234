import { describe, expect, test } from 'vitest';
import { Failure } from '../../src/base/errors.ts';
import {
  promotionOutputs,
  reportAdoption,
  reportCreated,
  reportPromotion,
  summarizeRotation,
  unretiredOutputs,
  withAdoption,
  withOwnNotRevoked,
  withOwnRevoked,
} from '../../src/report/rotation.ts';
import type { RotateRequest } from '../../src/request/rotate.ts';
import { plainText } from '../../src/runner/sanitize.ts';
import type { Promotion } from '../../src/tokens/rotation/outcome.ts';
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
  suspended: [],
  spared: [],
  kept: [],
  failed: [],
  error: undefined,
  left: [{ token: OLD, until: NOW + DAY }],
} as const;

describe('an adoption', () => {
  test('is one line in the log', () => {
    expect(reportAdoption(OLD, { kind: 'adopted' })).toEqual({
      lines: [{ kind: 'info', text: `Adopted token old: it is the first of the series "${PLAIN}".` }],
    });
  });

  test.each([
    [{ kind: 'revoked' }, 'was revoked before it could be adopted'],
    [{ kind: 'unclear', why: 'No answer.' }, 'is not known: No answer. The token is as valid as before'],
    [{ kind: 'not-shown' }, 'does not show it. The token is as valid as before'],
  ] as const)('that failed says what is true now: $0.kind', (adoption, text) => {
    const { failure } = reportAdoption(OLD, adoption);
    expect(failure).toMatchObject({ code: 'token-not-adopted', message: expect.stringContaining(text) });
  });

  test('that could not be read back keeps the code of the error', () => {
    const error = new Failure('no-answer-in-time', 'No answer.');
    const { failure } = reportAdoption(OLD, { kind: 'not-read-back', error });
    expect(failure).toMatchObject({
      code: 'no-answer-in-time',
      message: expect.stringMatching(/^No answer\. Token old got the tag of the series, but/),
    });
  });
});

test('a new token is reported with its ID and its permissions', () => {
  const { outputs, lines = [] } = reportCreated(NEW, NOW);
  expect(outputs).toMatchObject({ 'token-id': 'new', status: 'active' });
  expect(lines.map(({ text }) => plainText(text))).toEqual(['Created token new (metrics: read).']);
});

test('as long as nothing is retired, the outputs name every replaced token', () => {
  const adopts = seriesToken('adopted', 'untagged');
  expect(unretiredOutputs({ ...PLAN, adopts })).toEqual({
    'previous-token-ids': '["old","adopted"]',
    'revoked-token-ids': '[]',
    'suspended-token-ids': '[]',
    'failed-token-ids': '[]',
  });
});

describe('a failure', () => {
  const error = new Failure('token-not-stored', 'It was refused');

  test.each([
    [withAdoption(error, 'a'), 'Token a was adopted: it belongs to the series from now on.'],
    [withOwnRevoked(error, 'a'), 'The new token a was revoked. What consumers hold was not touched.'],
    [
      withOwnNotRevoked(error, 'a', new Failure('no-connection', 'No answer')),
      'The new token a, which nobody holds, could not be revoked: No answer. The post step tries again.',
    ],
  ])('keeps its code and says what is true now', (failure, context) => {
    expect(failure).toMatchObject({ code: 'token-not-stored', message: `It was refused. ${context}` });
  });

  test('that is a defect stays as it is', () => {
    const defect = new TypeError('x');
    expect(withOwnRevoked(defect, 'a')).toBe(defect);
  });
});

describe('a promotion', () => {
  test('is one line in the log', () => {
    expect(reportPromotion('a', { kind: 'done', token: seriesToken('a', 'current') })).toEqual({
      lines: [{ kind: 'info', text: 'Committed token a.' }],
    });
  });

  test('that is unclear is a warning', () => {
    const { lines, failure } = reportPromotion('a', { kind: 'unclear', why: 'No answer.' });
    expect(failure).toBeUndefined();
    expect(lines).toMatchObject([
      { kind: 'warning', code: 'rotation-not-committed', text: expect.stringContaining(': No answer. All') },
    ]);
  });

  test('of a revoked token fails, because its consumers are locked out', () => {
    const { outputs, failure } = reportPromotion('a', { kind: 'revoked' });
    expect(outputs).toEqual({ status: 'revoked' });
    expect(failure).toMatchObject({
      code: 'new-token-revoked',
      message: expect.stringContaining('locked out'),
    });
  });

  test('sets the outputs about replaced tokens only after it retired them', () => {
    const notListed = { kind: 'not-listed', error: new Error('no answer') } as const;
    expect(promotionOutputs({ kind: 'unclear' })).toEqual({});
    expect(promotionOutputs({ kind: 'promoted', retirement: notListed })).toEqual({});
    expect(promotionOutputs({ kind: 'promoted', retirement: RETIRED })).toMatchObject({
      'previous-token-ids': '["old"]',
      'revoked-token-ids': '["older"]',
    });
  });
});

describe('the summary of a rotation', () => {
  function summary(promotion: Promotion | undefined, laterSteps = false) {
    const request = {
      storeIn: { targets: [{ label: 'repo = A' }], laterSteps },
      renewBeforeMs: undefined,
    } as unknown as RotateRequest;
    return summarizeRotation({
      plan: PLAN,
      request,
      token: NEW,
      activation: { kind: 'accepted' },
      promotion,
    });
  }

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
    const [first, , table] = summary({ kind: 'unclear' });
    expect(first).toMatchObject({
      title: 'InfluxDB token rotated, but not committed',
      facts: expect.arrayContaining([['Next run', 'rotates again and puts this right']]),
    });
    expect(table).toMatchObject({ rows: [{}, ['old', 'to be replaced', expect.anything()]] });
  });

  test('says that the list could not be read after the promotion', () => {
    const retirement = { kind: 'not-listed', error: new Error('no answer') } as const;
    expect(summary({ kind: 'promoted', retirement })[2]).toMatchObject({
      rows: [{}, ['old', 'replaced', expect.anything()]],
    });
  });

  test('says that the post step promotes what later steps receive', () => {
    expect(summary(undefined, true)[1]).toMatchObject({
      rows: [{}, ['later steps of this job', 'committed by the post step if the job succeeds']],
    });
  });
});
