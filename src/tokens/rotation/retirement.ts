import type { TwoClocks } from '../clocks.ts';
import { type Token, tokenStatus } from '../token.ts';
import { isNewer, membersOf, type Series, type SeriesToken } from './series.ts';

/** Retirement is what a promoted token leaves behind. */
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
 * planRetirement decides which members of a series are no longer needed: strictly older than a current one, and replaced at
 * least `graceMs` ago. What our own token has replaced was replaced now. Derived from a fresh list and never from memory.
 * Pure.
 */
export function planRetirement(tokens: readonly Token[], series: Series, facts: RetirementFacts): Retirement {
  const { own, graceMs, clocks } = facts;
  const members = membersOf(tokens, series, clocks);
  // An expired successor replaces nothing. Our own was accepted by the cluster just now, whatever the clocks say.
  const current = members.filter(
    (token) =>
      token.tag.kind === 'current' &&
      (token.id === own || tokenStatus(token, clocks.forReplacing) === 'active'),
  );
  const replaced = members.flatMap((token) => {
    // The first current one after it; members come newest first.
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
