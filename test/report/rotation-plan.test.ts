import { describe, expect, test } from 'vitest';
import { rotationRefused } from '../../src/report/failures.ts';
import {
  describeNextRotation,
  describeReplaced,
  describeRotationProgress,
  reportUnrotated,
} from '../../src/report/rotation-plan.ts';
import type { RotateRequest } from '../../src/request/rotate.ts';
import { plainText } from '../../src/runner/sanitize.ts';
import type { RetirementResult } from '../../src/tokens/rotation/outcome.ts';
import type { NotDue, Rotation } from '../../src/tokens/rotation/plan.ts';
import type { SeriesToken } from '../../src/tokens/rotation/series.ts';
import { DAY, NOW, PLAIN, SERIES, seriesToken, tag } from '../tokens/series-token.ts';
import { CONTEXT as ANY_CONTEXT } from './tokens.ts';

const CONTEXT = { ...ANY_CONTEXT, now: NOW };

const CURRENT = { ...seriesToken('a', 'current'), tag: tag('current') } as SeriesToken;
const NOT_DUE: NotDue = { kind: 'not-due', series: SERIES, current: CURRENT, warnings: ['a warning'] };
const ROTATION: Rotation = {
  kind: 'rotate',
  series: SERIES,
  reasons: ['one reason', 'another'],
  predecessor: CURRENT,
  adopts: undefined,
  members: [CURRENT],
  listed: [],
  permissions: [{ action: 'read', resource: 'metrics' }],
  expiresAt: NOW + DAY,
  missingDatabases: [],
  cannotBeProbed: false,
  notices: ['a notice'],
  warnings: ['a warning'],
};
const RETIRED = {
  kind: 'retired',
  revoked: [],
  suspended: [],
  spared: [],
  kept: [],
  postponed: [],
  failed: [],
  left: [],
} as const;

const request = (changes: Partial<RotateRequest> = {}) =>
  ({
    storeIn: { targets: [{ label: 'repo = A' }], laterSteps: true },
    renewBeforeMs: DAY,
    dryRun: false,
    ...changes,
  }) as RotateRequest;

const textsOf = (plan: Rotation | NotDue) =>
  describeRotationProgress({ kind: 'planned', plan }).map(({ kind, text }) => `${kind}: ${plainText(text)}`);

const BEFORE = { inUse: undefined, replaced: [seriesToken('older', 'current')], now: NOW };

/** unrotated reports a run that creates no token. */
const unrotated = (
  plan: Rotation | NotDue,
  changes: Partial<RotateRequest> = {},
  retirement: RetirementResult = RETIRED,
) => reportUnrotated(request(changes), { kind: 'unrotated', plan, retirement, before: BEFORE }, CONTEXT);

describe('the plan in the log', () => {
  test('of a rotation has warnings, notices, each reason, and the new token', () => {
    expect(textsOf(ROTATION)).toEqual([
      'warning: a warning',
      'notice: a notice',
      `info: Rotation of "${PLAIN}":`,
      'info: - Reason: one reason.',
      'info: - Reason: another.',
      'info: - The new token grants "metrics: read" and expires at 2027-02-01T12:00:00Z.',
    ]);
  });

  test('names the token that the series adopts', () => {
    expect(textsOf({ ...ROTATION, adopts: CURRENT })).toContain(
      'info: - Token a becomes the first token of the series.',
    );
  });

  test('says until when the current token is valid if no rotation is due', () => {
    expect(textsOf(NOT_DUE)).toEqual([
      'warning: a warning',
      `info: No rotation of "${PLAIN}" is due: token a expires at 2027-03-01T12:00:00Z.`,
    ]);
  });
});

describe('the log of a rotation', () => {
  test.each([
    [
      { kind: 'adopted', token: CURRENT, isGivenBack: false },
      `Adopted token a as the first token of the series "${PLAIN}".`,
    ],
    [{ kind: 'stored', target: 'repo = A' }, 'Stored the new token in `repo = A`.'],
    [{ kind: 'promoted', id: 'a' }, 'Promoted token a.'],
  ] as const)('has one line for each step: $0.kind', (progress, text) => {
    expect(describeRotationProgress(progress)).toEqual([{ kind: 'info', text }]);
  });
});

test('a refused rotation fails with the reason, and with what is true now', () => {
  const failure = rotationRefused({ kind: 'refused', code: 'token-not-found', why: 'It is gone.' });
  expect(failure.code).toBe('token-not-found');
  expect(plainText(failure.message)).toBe('It is gone. Nothing was changed.');
});

test('runs whose status GitHub did not report are counted in a warning', () => {
  const unresolved = { count: 2, asked: 1000, why: 'No response.' };
  expect(describeRotationProgress({ kind: 'runs-unresolved', unresolved })).toEqual([
    {
      kind: 'warning',
      code: 'run-status-unknown',
      text: 'The status of 2 of 1,000 runs with a pending token is not known. No response.',
    },
  ]);
});

describe('the risks of the new token', () => {
  test('are none for a token that expires and whose databases exist', () => {
    expect(describeRotationProgress({ kind: 'new-token-planned', plan: ROTATION })).toEqual([]);
  });

  test('are that it never expires, and databases that no longer exist', () => {
    const plan: Rotation = { ...ROTATION, expiresAt: 'never', missingDatabases: ['x', 'y'] };
    expect(describeRotationProgress({ kind: 'new-token-planned', plan })).toMatchObject([
      { kind: 'warning', code: 'no-expiry' },
      { kind: 'warning', code: 'unknown-databases', text: expect.stringContaining('"x", "y"') },
    ]);
  });
});

describe('a run that creates no token', () => {
  test('sets the outputs of the current token', () => {
    expect(unrotated(NOT_DUE).outputs).toMatchObject({
      'token-id': 'a',
      status: 'active',
      active: '',
      rotated: 'false',
    });
  });

  test('sets no token ID when the series has no token yet', () => {
    const { outputs } = unrotated({ ...ROTATION, predecessor: undefined });
    expect(outputs).toMatchObject({ active: '', rotated: 'false', 'previous-token-ids': '[]' });
    expect(outputs).not.toHaveProperty('token-id');
  });

  test('shows when the next rotation is due', () => {
    const left = [{ token: { ...CURRENT, id: 'old' }, until: NOW + DAY }];
    const { lines, sections } = unrotated(NOT_DUE, {}, { ...RETIRED, left });
    expect(lines).toEqual([]);
    expect(sections).toMatchObject([
      {
        title: '0 tokens rotated, because no rotation is due',
        text: [
          'The replaced token stays valid until the first run after 1 Feb 2027, 12:00 UTC, in 24 hours.',
          'Next rotation: the first run after 28 Feb 2027, 12:00 UTC, in 28 days.',
        ],
        facts: [
          ['Series', PLAIN],
          ['Cluster', 'a-cluster'],
          ['Current token', 'a'],
          ['Permissions', 'metrics: read'],
          ['Expires', '1 Mar 2027, 12:00 UTC, in 29 days'],
        ],
      },
      { title: 'Token validity' },
    ]);
  });

  test('has no table of validity when the list could not be read', () => {
    const retirement = { kind: 'not-listed', error: new Error('no response') } as const;
    expect(unrotated(NOT_DUE, {}, retirement).sections).toHaveLength(1);
  });

  test('says that it was a dry run', () => {
    const line = { kind: 'info', text: 'This was a dry run: nothing was changed.' };
    const notDue = unrotated(NOT_DUE, { dryRun: true });
    expect(notDue.lines).toEqual([line]);
    expect(notDue.sections?.[0]?.title).toBe(
      'Dry run: 0 tokens would be rotated, because no rotation is due',
    );
    const { lines, sections } = unrotated(ROTATION, { dryRun: true });
    expect(lines).toEqual([line]);
    expect(sections).toEqual([
      {
        title: 'Dry run: 1 token would be rotated',
        facts: [
          ['Series', PLAIN],
          ['Cluster', 'a-cluster'],
          ['Reason', { prose: 'one reason; another' }],
          ['Replaces', 'a'],
          ['Permissions', 'metrics: read'],
          ['Expires', '1 Feb 2027, 12:00 UTC, in 24 hours'],
          ['Delivered to', 'repo = A, later steps of this job'],
        ],
      },
    ]);
  });
});

test('the first token of a series replaces nothing', () => {
  expect(describeReplaced({ ...ROTATION, members: [] })).toBe(
    'no token, because the series has no valid token',
  );
});

describe('the next rotation', () => {
  test.each([
    [
      'the next run without `renew-before`',
      CURRENT.expiresAt,
      undefined,
      /the next run, because `renew-before`/,
    ],
    [
      'the first run shortly before the expiry, at a minute that is never too early',
      NOW + 2 * DAY + 1,
      DAY,
      /: the first run after 1 Feb 2027, 12:01 UTC, in 24 hours\.$/,
    ],
    [
      'for another reason only if the token never expires',
      'unset',
      DAY,
      /only after a change, because .* never expires\. .* if permissions change/,
    ],
    ['the next run if the expiry cannot be read', 'unreadable', DAY, /the next run, because the expiry/],
  ] as const)('is %s', (_, expiresAt, renewBeforeMs, expected) => {
    expect(describeNextRotation({ ...CURRENT, expiresAt }, renewBeforeMs, CONTEXT)).toMatch(expected);
  });
});
