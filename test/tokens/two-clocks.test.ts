import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planCleanup } from '../../src/tokens/cleanup-plan.ts';
import { describeDifference, twoClocks } from '../../src/tokens/clocks.ts';
import { planRetirement } from '../../src/tokens/rotation/retirement.ts';
import { membersOf } from '../../src/tokens/rotation/series.ts';
import { runHasEnded } from '../../src/tokens/run-end.ts';
import type { Tag } from '../../src/tokens/tag.ts';
import type { Token } from '../../src/tokens/token.ts';
import {
  arbitraryHistory,
  CLOCKS,
  DAY,
  NOW,
  REPOSITORY,
  RUN,
  SERIES,
  seriesToken,
  tag,
} from './series-token.ts';

const YEAR = 365 * DAY;
const offMs = fc.oneof(
  fc.integer({ min: -2 * YEAR, max: 2 * YEAR }),
  fc.constantFrom(3_600_000, -3_600_000, 2 * DAY, -2 * DAY, YEAR, -YEAR),
);

/** One clock is right, and the other one is wrong. */
const oneWrong = fc
  .tuple(offMs, fc.boolean())
  .map(([off, isServer]) => (isServer ? twoClocks(NOW + off, NOW) : twoClocks(NOW, NOW + off)));

describe('two clocks', () => {
  test('end a token by the earlier one, and renew by the server’s one', () => {
    expect(twoClocks(NOW + 1, NOW)).toMatchObject({
      forEnding: NOW,
      forReplacing: NOW + 1,
      forRenewing: NOW + 1,
    });
    expect(twoClocks(NOW, NOW + 1)).toMatchObject({ forEnding: NOW, forRenewing: NOW });
  });

  test('are both the runner’s clock if the response has no date', () => {
    expect(twoClocks(undefined, NOW)).toMatchObject({ forEnding: NOW, forRenewing: NOW });
  });

  test.each([
    [300_000, false],
    [300_001, true],
    [301_000, true],
    [-300_999, false],
    [-301_000, true],
    [-302_000, true],
  ])('that differ by %i ms cause a warning: %s', (ms, differ) => {
    expect(describeDifference(twoClocks(NOW + ms, NOW)) !== undefined).toBe(differ);
  });

  test('that differ are both in the warning, with their difference', () => {
    expect(describeDifference(twoClocks(NOW + 2 * DAY, NOW))).toBe(
      "The server's clock (2027-02-02T12:00:00Z) and this runner's clock (2027-01-31T12:00:00Z) differ by 2d",
    );
    expect(describeDifference(twoClocks(undefined, NOW))).toBeUndefined();
  });
});

const HOUR = 3_600_000;

describe.each([HOUR, -HOUR, 2 * DAY, -2 * DAY, YEAR, -YEAR])('with a clock that is wrong by %i ms', (off) => {
  describe.each([
    ['server', twoClocks(NOW + off, NOW)],
    ['runner', twoClocks(NOW, NOW + off)],
  ] as const)('and belongs to the %s', (_, clocks) => {
    const live = { expiresAt: NOW + HOUR / 6 };
    const order = { scope: { kind: 'cluster' }, quarantineMs: 0 } as const;
    const facts = { run: RUN, clocks };

    test('a cleanup ends no token early', () => {
      const tokens = [
        seriesToken('live', 'kept', { createdAt: NOW - HOUR, ...live }),
        seriesToken('young', 'kept', { createdAt: NOW - 29 * DAY - 23 * HOUR, expiresAt: 'unset' }),
        seriesToken('job', 'job', { createdAt: NOW - 34 * DAY - 23 * HOUR, expiresAt: 'unset' }),
      ];
      const hasEnded = (token: Token, { runId }: Tag) =>
        runHasEnded(token, tag('job', { runId }), { response: { kind: 'unknown' }, own: REPOSITORY, clocks });
      const plan = planCleanup({ ...order, maxAgeMs: 30 * DAY }, { ...facts, tokens, hasEnded }, 0);
      expect(plan.toEnd).toEqual([]);
    });

    test('`max-revocations` counts a live token', () => {
      const tokens = [seriesToken('live', 'kept', { createdAt: NOW - 800 * DAY, ...live })];
      const plan = planCleanup({ ...order, maxAgeMs: 0 }, { ...facts, tokens, hasEnded: () => false }, 0);
      expect(plan.tooMany?.map(({ id }) => id)).toEqual(['live']);
    });

    test('a rotation ends no replaced token before its grace period is over', () => {
      const life = { expiresAt: NOW + 900 * DAY };
      const tokens = [
        seriesToken('replaced', 'current', { createdAt: NOW - 10 * DAY, ...life }),
        seriesToken('newest', 'current', { createdAt: NOW - 23 * HOUR, ...life }),
      ];
      const times = { own: undefined, gracePeriodMs: DAY, quarantineMs: 0, clocks };
      expect(planRetirement(tokens, SERIES, times).due).toEqual([]);
    });

    test('a live current token is a member of its series', () => {
      const current = seriesToken('a', 'current', {
        createdAt: NOW - 80 * DAY,
        expiresAt: NOW + 2 * HOUR,
      });
      expect(membersOf([current], SERIES, clocks).map(({ id }) => id)).toEqual(['a']);
    });

    test('both clocks are in the warning', () => {
      expect(describeDifference(clocks)).toMatch(
        /server's clock \(2.*Z\) and this runner's clock \(2.*Z\) differ/,
      );
    });
  });
});

describe('with one wrong clock and any history', () => {
  test('no token of a series ends earlier than with correct clocks', () => {
    fc.assert(
      fc.property(arbitraryHistory, oneWrong, fc.nat({ max: 30 * DAY }), (tokens, clocks, gracePeriodMs) => {
        const ids = (when: typeof clocks) =>
          planRetirement(tokens, SERIES, {
            own: undefined,
            gracePeriodMs,
            quarantineMs: 0,
            clocks: when,
          }).due.map(({ id }) => id);
        const live = new Set(membersOf(tokens, SERIES, CLOCKS).map(({ id }) => id));
        const early = ids(clocks).filter((id) => live.has(id) && !ids(CLOCKS).includes(id));
        expect(early).toEqual([]);
      }),
    );
  });

  test('a slow clock does not let an expired token replace a live one', () => {
    const live = seriesToken('live', 'current', { createdAt: NOW - 9 * DAY });
    const expired = seriesToken('expired', 'current', { createdAt: NOW - 8 * DAY, expiresAt: NOW - DAY });
    const facts = {
      own: undefined,
      gracePeriodMs: 0,
      quarantineMs: 0,
      clocks: twoClocks(NOW, NOW - 2 * DAY),
    };
    expect(planRetirement([live, expired], SERIES, facts).due).toEqual([]);
  });

  test('no live member of a series counts as expired', () => {
    fc.assert(
      fc.property(arbitraryHistory, oneWrong, (tokens, clocks) => {
        const members = membersOf(tokens, SERIES, clocks).map(({ id }) => id);
        expect(members).toEqual(
          expect.arrayContaining(membersOf(tokens, SERIES, CLOCKS).map(({ id }) => id)),
        );
      }),
    );
  });

  test('a cleanup revokes nothing that it would keep with correct clocks, and its limit counts all live tokens', () => {
    fc.assert(
      fc.property(arbitraryHistory, oneWrong, fc.integer({ min: 0, max: 400 }), (tokens, clocks, hours) => {
        const order = { scope: { kind: 'cluster' }, maxAgeMs: hours * 3_600_000, quarantineMs: 0 } as const;
        const plan = (when: typeof clocks) =>
          planCleanup(order, { tokens, run: RUN, hasEnded: () => false, clocks: when }, 0).decided;
        const right = new Map(plan(CLOCKS).map((token) => [token.id, token]));
        for (const { id, decision, status } of plan(clocks)) {
          if (decision === 'revoke') expect(right.get(id)?.decision).toBe('revoke');
          if (right.get(id)?.status === 'active') expect(status).toBe('active');
        }
      }),
    );
  });

  test('no recent run counts as old', () => {
    fc.assert(
      fc.property(oneWrong, fc.integer({ min: 0, max: 35 * DAY }), (clocks, age) => {
        const response = { kind: 'unknown' } as const;
        const token = { createdAt: NOW - age };
        expect(runHasEnded(token, tag('job'), { response, own: REPOSITORY, clocks })).toBe(false);
      }),
    );
  });
});
