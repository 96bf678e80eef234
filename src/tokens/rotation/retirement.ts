import type { TwoClocks } from '../clocks.ts';
import { type Token, tokenStatus } from '../token.ts';
import { isNewer, membersOf, type Series, type SeriesToken } from './series.ts';

/** Retirement says which tokens of a series are replaced, and when each one ends. */
export interface Retirement {
  /** Replaced long enough ago to be ended. */
  readonly due: readonly SeriesToken[];
  /** Replaced, and valid until the grace period is over. */
  readonly inGrace: readonly { readonly token: SeriesToken; readonly until: number }[];
}

/** RetirementFacts is what decides a retirement, in addition to the tokens. */
export interface RetirementFacts {
  /** The ID of the token that this run has promoted, if it has. */
  readonly own: string | undefined;
  readonly graceMs: number;
  /** When the tokens were listed. */
  readonly clocks: TwoClocks;
}

/**
 * planRetirement decides which members of a series are no longer needed. Such a token is older than a current one and was replaced
 * at least `graceMs` ago. The tokens that our own token replaces are replaced now. The list must be fresh. Pure.
 */
export function planRetirement(tokens: readonly Token[], series: Series, facts: RetirementFacts): Retirement {
  const { own, graceMs, clocks } = facts;
  const members = membersOf(tokens, series, clocks);
  // An expired token replaces nothing. The cluster has just accepted our own token, so the clocks do not matter for it.
  const current = members.filter(
    (token) =>
      token.tag.kind === 'current' &&
      (token.id === own || tokenStatus(token, clocks.forReplacing) === 'active'),
  );
  const replaced = members.flatMap((token) => {
    // The first current token after this one. Members are sorted newest first.
    const successor = current.findLast((other) => isNewer(other, token));
    if (!successor || token.id === own || typeof successor.createdAt !== 'number') return [];
    const isReplacedNow = successor.id === own;
    const until = (isReplacedNow ? clocks.forRenewing : successor.createdAt) + graceMs;
    return [{ token, until, isDue: isReplacedNow ? graceMs === 0 : until <= clocks.forEnding }];
  });
  return {
    due: replaced.filter(({ isDue }) => isDue).map(({ token }) => token),
    inGrace: replaced.filter(({ isDue }) => !isDue).map(({ token, until }) => ({ token, until })),
  };
}
