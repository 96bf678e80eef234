import type { TwoClocks } from '../tokens/clocks.ts';
import { isDelivered } from '../tokens/rotation/due.ts';
import { isNewer, membersOf } from '../tokens/rotation/series.ts';
import type { Target } from '../tokens/rotation/spec.ts';
import { dateStatus } from '../tokens/token.ts';
import type { ManagementRotation, ManagementSeries, NotDue } from './plan.ts';
import type { ManagementToken } from './token.ts';

/** RetirementFacts is what decides which tokens are ended. */
export interface RetirementFacts {
  readonly tokens: readonly ManagementToken[];
  /** As they were before this run stored anything. */
  readonly targets: readonly Target[];
  /** The ID of the token that this run has delivered, if it has. */
  readonly own: string | undefined;
  readonly gracePeriodMs: number;
  readonly clocks: TwoClocks;
  /** Whether this step uses a token, or might use it. */
  readonly inUse: (token: ManagementToken) => boolean;
}

/** Retirement is what the newest delivered token leaves behind. */
export interface Retirement {
  readonly due: readonly ManagementToken[];
  readonly left: readonly LeftToken[];
}

/** LeftToken is a token that was replaced and is still valid. */
export interface LeftToken {
  readonly token: ManagementToken;
  /** The first run after this time revokes the token. In milliseconds since 1970. */
  readonly until: number;
  /** This step uses the token, or might use it, so only a later run can revoke it. */
  readonly inUse: boolean;
}

/**
 * planRetirement decides which tokens are no longer needed: strictly older than the newest delivered one, which was created at least
 * `gracePeriodMs` ago. The token that was the newest before this run counts, too. Otherwise, a series that rotates in every run
 * would never end a token. The newest delivered token is always left. Pure.
 */
export function planRetirement(series: ManagementSeries, facts: RetirementFacts): Retirement {
  const { tokens, targets, own, gracePeriodMs, clocks, inUse } = facts;
  const members = membersOf(tokens, series, clocks);
  // An expired successor replaces nothing. The Management API accepted our own just now, whatever the clocks say.
  const before = members.find(
    (member) =>
      member.id !== own &&
      isDelivered(member, targets) &&
      dateStatus(member, clocks.forReplacing) === 'active',
  );
  const successors = [before, members.find(({ id }) => id === own)].filter((one) => one !== undefined);
  const ended = replaceable(series, facts).flatMap((token) => {
    const successor = successors.find((one) => isNewer(one, token));
    // Secrets contain our own token now, whatever the dates on the list say.
    if (typeof successor?.createdAt !== 'number' || token.id === own) return [];
    const until = successor.createdAt + gracePeriodMs;
    const isOver = successor.id === own ? gracePeriodMs === 0 : until <= clocks.forEnding;
    return [{ token, until, inUse: inUse(token), isOver: isOver && !inUse(token) }];
  });
  return {
    due: ended.filter(({ isOver }) => isOver).map(({ token }) => token),
    left: ended.filter(({ isOver }) => !isOver).map(({ token, until, inUse }) => ({ token, until, inUse })),
  };
}

/**
 * previewRetirement says what a rotation or a run without a rotation would retire. After a rotation, secrets contain the new token, so all
 * tokens of the series are replaced. Pure.
 */
export function previewRetirement(plan: ManagementRotation | NotDue, facts: RetirementFacts): Retirement {
  const { due, left } = planRetirement(plan.series, facts);
  if (plan.kind === 'not-due') return { due, left };
  const { gracePeriodMs, clocks, inUse } = facts;
  const until = clocks.forRenewing + gracePeriodMs;
  const replacedNow = replaceable(plan.series, facts)
    .filter(({ id }) => ![...due, ...left.map(({ token }) => token)].some((one) => one.id === id))
    .map((token) => ({ token, until, inUse: inUse(token) }));
  const all = [...left, ...replacedNow];
  const isDue = (one: LeftToken): boolean => gracePeriodMs === 0 && !one.inUse;
  return {
    due: [...due, ...all.filter(isDue).map(({ token }) => token)],
    left: all.filter((one) => !isDue(one)),
  };
}

/** replaceable are the live tokens that a newer one of the series can replace. Pure. */
export function replaceable(
  series: ManagementSeries,
  { tokens, clocks }: Pick<RetirementFacts, 'tokens' | 'clocks'>,
): ManagementToken[] {
  const byHand = tokens.filter(
    (token) => token.id === series.replaces && dateStatus(token, clocks.forEnding) === 'active',
  );
  return [...membersOf(tokens, series, clocks), ...byHand];
}
