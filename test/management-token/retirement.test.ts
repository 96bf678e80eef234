import { describe, expect, test } from 'vitest';
import type { ManagementRotation, Member, NotDue } from '../../src/management-token/plan.ts';
import {
  planRetirement,
  previewRetirement,
  type Retirement,
  type RetirementFacts,
} from '../../src/management-token/retirement.ts';
import type { ManagementToken } from '../../src/management-token/token.ts';
import { twoClocks } from '../../src/tokens/clocks.ts';
import { formatTagged } from '../../src/tokens/tag.ts';

const NOW = Date.UTC(2027, 0, 31);
const MINUTE = 60_000;
const DAY = 24 * 3_600_000;
const SERIES = { server: 'github.com', repositoryId: '4711', plainDescription: 'series', replaces: 'hand' };

const TAG = {
  server: 'github.com',
  repository: 'acme/web',
  repositoryId: '4711',
  runId: '9',
  runAttempt: '1',
  kind: 'pending',
  nonce: '0123456789abcdef',
} as const;

/** A live token of the series. */
function member(id: string, createdAt: number, changes: Partial<ManagementToken> = {}): Member {
  return {
    id,
    description: formatTagged('series', TAG),
    prefix: `M.V1.${id}`,
    accountId: '',
    createdBy: '',
    createdAt,
    expiresAt: NOW + 90 * DAY,
    revokedAt: 'unset',
    tag: TAG,
    ...changes,
  };
}

const byHand = member('hand', NOW - 60 * DAY, { description: 'by hand' });
const oldest = member('oldest', NOW - 20 * DAY);
const older = member('older', NOW - 10 * DAY);
const newer = member('newer', NOW - 5 * DAY);

/** A secret that was stored at a time. */
function storedAt(time: number) {
  return [{ name: 'repo', storedAt: time, clusterAheadMs: 0 }];
}

/** A grace period of one day, and a secret that was stored when the newer token was created. */
function facts(tokens: readonly ManagementToken[], changes: Partial<RetirementFacts> = {}): RetirementFacts {
  return {
    tokens,
    targets: storedAt(NOW - 5 * DAY),
    own: undefined,
    gracePeriodMs: DAY,
    clocks: twoClocks(NOW, NOW),
    inUse: () => false,
    ...changes,
  };
}

/** The IDs of the due tokens, and the tokens that are left. */
function describeRetirement({ due, left }: Retirement) {
  return {
    due: due.map(({ id }) => id),
    left: left.map(({ token, until, inUse }) => ({ id: token.id, until, inUse })),
  };
}

function retire(tokens: readonly ManagementToken[], changes: Partial<RetirementFacts> = {}) {
  return describeRetirement(planRetirement(SERIES, facts(tokens, changes)));
}

describe('planRetirement', () => {
  test('ends a token at the exact end of the grace period', () => {
    const successor = member('successor', NOW - DAY);
    expect(retire([older, successor], { targets: storedAt(NOW - DAY) })).toEqual({
      due: ['older'],
      left: [],
    });
  });

  test('leaves a token until the grace period has ended', () => {
    const successor = member('successor', NOW - DAY + 1);
    expect(retire([older, successor], { targets: storedAt(NOW - DAY + 1) })).toEqual({
      due: [],
      left: [{ id: 'older', until: NOW + 1, inUse: false }],
    });
  });

  test('ends nothing because of a successor that is expired by one of the two clocks', () => {
    const expired = member('newer', NOW - 5 * DAY, { expiresAt: NOW - MINUTE });
    const clocks = twoClocks(NOW, NOW - 2 * MINUTE);
    expect(retire([older, expired], { clocks })).toEqual({ due: [], left: [] });
  });

  test('ends a token that was replaced before this run, even if the dates show the token of this run as delivered', () => {
    const own = member('own', NOW);
    expect(retire([oldest, older, own], { own: 'own', targets: storedAt(NOW) })).toEqual({
      due: ['oldest'],
      left: [{ id: 'older', until: NOW + DAY, inUse: false }],
    });
  });

  test('ends tokens at once without a grace period, although the clocks were read before this run created its token', () => {
    const own = member('own', NOW + MINUTE);
    expect(retire([newer, own], { own: 'own', gracePeriodMs: 0 })).toEqual({ due: ['newer'], left: [] });
  });

  test('ends the token that a person created and that the series replaces', () => {
    expect(retire([byHand, newer])).toEqual({ due: ['hand'], left: [] });
  });

  test('does not end an expired token that a person created', () => {
    expect(retire([{ ...byHand, expiresAt: NOW }, newer])).toEqual({ due: [], left: [] });
  });

  test('does not end a revoked token that a person created', () => {
    expect(retire([{ ...byHand, revokedAt: NOW - DAY }, newer])).toEqual({ due: [], left: [] });
  });

  test('leaves a token in use after its grace period', () => {
    expect(retire([older, newer], { inUse: ({ id }) => id === 'older' })).toEqual({
      due: [],
      left: [{ id: 'older', until: NOW - 5 * DAY + DAY, inUse: true }],
    });
  });
});

describe('previewRetirement', () => {
  const notDue: NotDue = { kind: 'not-due', series: SERIES, newest: newer, warnings: [] };
  const rotation: ManagementRotation = {
    kind: 'rotate',
    series: SERIES,
    reasons: [],
    notices: [],
    warnings: [],
    members: [],
    listed: [],
    expiresAt: 'never',
  };
  const preview = (
    plan: ManagementRotation | NotDue,
    tokens: readonly ManagementToken[],
    changes: Partial<RetirementFacts> = {},
  ) => describeRetirement(previewRetirement(plan, facts(tokens, changes)));

  test('keeps the newest token without a rotation', () => {
    expect(preview(notDue, [older, newer])).toEqual({ due: ['older'], left: [] });
  });

  test('starts the grace period of the newest token at the time of the rotation', () => {
    expect(preview(rotation, [older, newer])).toEqual({
      due: ['older'],
      left: [{ id: 'newer', until: NOW + DAY, inUse: false }],
    });
  });

  test('does not extend the grace period of a token that was replaced before', () => {
    const recent = member('recent', NOW - DAY / 2);
    expect(preview(rotation, [older, recent], { targets: storedAt(NOW) })).toEqual({
      due: [],
      left: [
        { id: 'older', until: NOW + DAY / 2, inUse: false },
        { id: 'recent', until: NOW + DAY, inUse: false },
      ],
    });
  });

  test('leaves only the token in use without a grace period', () => {
    expect(
      preview(rotation, [older, newer], { gracePeriodMs: 0, inUse: ({ id }) => id === 'newer' }),
    ).toEqual({
      due: ['older'],
      left: [{ id: 'newer', until: NOW, inUse: true }],
    });
  });
});
