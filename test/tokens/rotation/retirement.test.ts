import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planRetirement, showsPromotion } from '../../../src/tokens/rotation/retirement.ts';
import { membersOf } from '../../../src/tokens/rotation/series.ts';
import { parseTagged } from '../../../src/tokens/tag.ts';
import type { Token } from '../../../src/tokens/token.ts';
import {
  arbitraryHistory,
  CLOCKS,
  DAY,
  NOW,
  OTHER_SERVER,
  SERIES,
  seriesToken,
  tag,
} from '../series-token.ts';

const HOUR = 3_600_000;

function retire(tokens: readonly ReturnType<typeof seriesToken>[], gracePeriodMs: number, own?: string) {
  const { due, inGracePeriod } = planRetirement(tokens, SERIES, {
    own,
    gracePeriodMs,
    quarantineMs: 0,
    clocks: CLOCKS,
  });
  return {
    due: due.map(({ id }) => id),
    inGracePeriod: inGracePeriod.map(({ token, until }) => [token.id, until]),
  };
}

describe('a retirement', () => {
  test('revokes tokens after their grace period, and keeps tokens in it', () => {
    const tokens = [
      seriesToken('oldest', 'current', { createdAt: NOW - 9 * DAY }),
      seriesToken('older', 'current', { createdAt: NOW - 3 * DAY }),
      seriesToken('newest', 'current', { createdAt: NOW - HOUR }),
    ];
    expect(retire(tokens, DAY)).toEqual({ due: ['oldest'], inGracePeriod: [['older', NOW - HOUR + DAY]] });
  });

  test('starts the grace period now for tokens that this run has replaced', () => {
    const tokens = [
      seriesToken('older', 'current', { createdAt: NOW - 3 * DAY }),
      seriesToken('own', 'current', { createdAt: NOW - HOUR }),
    ];
    expect(retire(tokens, HOUR, 'own')).toEqual({ due: [], inGracePeriod: [['older', NOW + HOUR]] });
    expect(retire(tokens, 0, 'own')).toEqual({ due: ['older'], inGracePeriod: [] });
  });

  test('is due exactly at the end of the grace period', () => {
    const tokens = [
      seriesToken('a', 'current', { createdAt: NOW - 3 * DAY }),
      seriesToken('b', 'current', { createdAt: NOW - DAY }),
    ];
    expect(retire(tokens, DAY).due).toEqual(['a']);
    expect(retire(tokens, DAY + 1).due).toEqual([]);
  });

  test.each([
    ['was created at the same instant', seriesToken('a', 'current', { createdAt: NOW - DAY })],
    ['is newer, and only pending', seriesToken('a', 'pending', { createdAt: NOW - HOUR })],
    ['has a date that cannot be read', seriesToken('a', 'pending', { createdAt: 'unreadable' })],
    [
      'belongs to another repository',
      seriesToken('a', 'current', { createdAt: 1, tag: { repositoryId: '1' } }),
    ],
    [
      'belongs to another server',
      seriesToken('a', 'current', { createdAt: 1, tag: { server: OTHER_SERVER } }),
    ],
    ['is kept', seriesToken('a', 'kept', { createdAt: 1 })],
    ['has no tag', seriesToken('a', 'untagged', { createdAt: 1 })],
    [
      'belongs to another series',
      {
        ...seriesToken('a', 'current', { createdAt: 1 }),
        description: 'x [gha:github.com/acme/web#4711 1.1 current 7f3a9c2e5b1d8046]',
      },
    ],
  ])('keeps a token that %s', (_, token) => {
    expect(retire([token, seriesToken('b', 'current', { createdAt: NOW - DAY })], 0)).toEqual({
      due: [],
      inGracePeriod: [],
    });
  });

  test('revokes a pending token after a newer one was promoted', () => {
    const tokens = [
      seriesToken('a', 'pending', { createdAt: NOW - 3 * DAY }),
      seriesToken('b', 'current', { createdAt: NOW - DAY }),
    ];
    expect(retire(tokens, 0).due).toEqual(['a']);
  });

  test('says why it ends a token', () => {
    const older = seriesToken('older', 'current', { createdAt: NOW - 3 * DAY });
    const newer = seriesToken('newer', 'current', { createdAt: NOW - DAY });
    const { due } = planRetirement([older, newer], SERIES, {
      own: undefined,
      gracePeriodMs: 0,
      quarantineMs: 0,
      clocks: CLOCKS,
    });
    expect(due).toEqual([
      { ...older, tag: tag('current'), decision: 'revoke', reason: 'its grace period is over' },
    ]);
  });

  test('ends the newest tokens first', () => {
    const tokens = [
      seriesToken('oldest', 'current', { createdAt: NOW - 9 * DAY }),
      seriesToken('newest', 'current', { createdAt: NOW - DAY }),
      seriesToken('middle', 'current', { createdAt: NOW - 3 * DAY }),
      seriesToken('older', 'current', { createdAt: NOW - 5 * DAY }),
    ];
    expect(retire(tokens, 0).due).toEqual(['middle', 'older', 'oldest']);
  });

  test.each([
    ['is already revoked', { revokedAt: NOW - HOUR }],
    ['has expired', { expiresAt: NOW }],
  ] as const)('does nothing with a token that %s', (_, changes) => {
    const tokens = [
      seriesToken('a', 'current', { createdAt: NOW - 3 * DAY, ...changes }),
      seriesToken('b', 'current', { createdAt: NOW - DAY }),
    ];
    expect(retire(tokens, 0)).toEqual({ due: [], inGracePeriod: [] });
  });

  test('never revokes a token without a promoted successor for the whole grace period, for any history', () => {
    fc.assert(
      fc.property(arbitraryHistory, fc.nat({ max: 30 * DAY }), (tokens, gracePeriodMs) => {
        for (const retired of planRetirement(tokens, SERIES, {
          own: undefined,
          gracePeriodMs,
          quarantineMs: 0,
          clocks: CLOCKS,
        }).due) {
          const proof = tokens.some(
            (other) =>
              parseTagged(other.description)?.tag.server === SERIES.server &&
              other.description.includes(' current ') &&
              other.description.startsWith(SERIES.plainDescription) &&
              other.revokedAt === 'unset' &&
              typeof other.createdAt === 'number' &&
              typeof retired.createdAt === 'number' &&
              other.createdAt > retired.createdAt &&
              other.createdAt + gracePeriodMs <= NOW,
          );
          expect(proof).toBe(true);
          expect(['pending', 'current']).toContain(retired.tag.kind);
          expect(retired.tag.repositoryId).toBe(SERIES.repositoryId);
          expect(retired.tag.server).toBe(SERIES.server);
        }
      }),
    );
  });

  test('leaves one promoted token and tokens in their grace period', () => {
    fc.assert(
      fc.property(arbitraryHistory, (tokens) => {
        const { due } = planRetirement(tokens, SERIES, {
          own: undefined,
          gracePeriodMs: 0,
          quarantineMs: 0,
          clocks: CLOCKS,
        });
        const left = tokens.filter(({ id }) => !due.some((retired) => retired.id === id));
        expect(
          planRetirement(left, SERIES, { own: undefined, gracePeriodMs: 0, quarantineMs: 0, clocks: CLOCKS }),
        ).toEqual({
          due: [],
          inGracePeriod: [],
        });
      }),
    );
  });
});

describe('a retirement with quarantine', () => {
  const WEEK = 7 * DAY;
  const with7d = (tokens: readonly ReturnType<typeof seriesToken>[], own?: string) =>
    planRetirement(tokens, SERIES, { own, gracePeriodMs: 0, quarantineMs: WEEK, clocks: CLOCKS });
  const recorded = (id: string, state: string, since: number, permissions: Token['permissions'] = []) => {
    const token = seriesToken(id, 'current', { createdAt: NOW - 9 * DAY, permissions });
    const date = new Date(since).toISOString().replace('.000Z', 'Z');
    return { ...token, description: `${token.description} [gha-${state}:${date} r:metrics]` };
  };
  const newest = seriesToken('newest', 'current', { createdAt: NOW - 8 * DAY });
  const decisions = (tokens: readonly ReturnType<typeof seriesToken>[], own?: string) =>
    Object.fromEntries(with7d(tokens, own).due.map(({ id, decision }) => [id, decision]));

  test('suspends replaced tokens', () => {
    const older = seriesToken('older', 'pending', { createdAt: NOW - 9 * DAY });
    expect(decisions([older, newest])).toEqual({ older: 'suspend' });
  });

  test('revokes tokens after their quarantine, completes unfinished suspensions, and keeps the rest', () => {
    const tokens = [
      newest,
      recorded('over', 'suspended', NOW - WEEK),
      recorded('young', 'suspended', NOW - WEEK + 1000),
      recorded('begun', 'suspending', NOW - 8 * DAY),
      recorded('by-hand', 'suspended', NOW - 8 * DAY, newest.permissions),
    ];
    expect(decisions(tokens)).toEqual({ over: 'revoke', young: 'keep', begun: 'suspend', 'by-hand': 'keep' });
    const atOnce = planRetirement(tokens, SERIES, {
      own: undefined,
      gracePeriodMs: 0,
      quarantineMs: 0,
      clocks: CLOCKS,
    });
    expect(new Set(atOnce.due.map(({ decision }) => decision))).toEqual(new Set(['keep']));
  });

  test('keeps a suspended token until its grace period is over, and says since when it is suspended', () => {
    const suspended = recorded('a', 'suspended', NOW - DAY);
    const { due, inGracePeriod } = planRetirement([suspended, newest], SERIES, {
      own: undefined,
      gracePeriodMs: 9 * DAY,
      quarantineMs: WEEK,
      clocks: CLOCKS,
    });
    expect(inGracePeriod).toEqual([]);
    expect(due).toEqual([
      {
        ...suspended,
        tag: tag('current'),
        decision: 'keep',
        reason: 'suspended since 30 Jan 2027, 12:00 UTC, and the grace period is not over',
      },
    ]);
  });

  test('never counts a suspended token as current', () => {
    const older = seriesToken('older', 'current', { createdAt: NOW - 9 * DAY });
    for (const state of ['suspending', 'suspended']) {
      const token = recorded('a', state, NOW, newest.permissions);
      expect(membersOf([{ ...token, createdAt: NOW }], SERIES, CLOCKS)).toEqual([]);
      expect(decisions([older, { ...token, createdAt: NOW }])).toEqual({});
    }
  });

  test('keeps tokens that cannot be suspended', () => {
    const older = seriesToken('older', 'current', {
      createdAt: NOW - 9 * DAY,
      permissions: [{ action: 'admin', resource: 'metrics' }],
    });
    expect(decisions([older, newest])).toEqual({ older: 'keep' });
  });
});

describe('a list', () => {
  test.each([
    ['shows the promotion of a current token', [seriesToken('a', 'current')], true],
    ['shows the promotion of a token whose ID is in upper case', [seriesToken('A', 'current')], true],
    ['does not show the promotion of a pending token', [seriesToken('a', 'pending')], false],
    ['does not show the promotion of a token that it does not contain', [seriesToken('b', 'current')], false],
    ['is newer than the promotion if the token no longer has a tag', [seriesToken('a', 'untagged')], true],
  ])('%s', (_, tokens, isShown) => {
    expect(showsPromotion(tokens, 'a')).toBe(isShown);
  });
});
