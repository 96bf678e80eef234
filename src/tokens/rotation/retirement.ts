import type { TwoClocks } from '../clocks.ts';
import { formatMinute } from '../dates.ts';
import { newestFirst } from '../listing.ts';
import { type Ending, endingOf, endOfQuarantine } from '../quarantine.ts';
import { parseRecord } from '../record.ts';
import { parseTagged } from '../tag.ts';
import { sameId, type Token, tokenStatus } from '../token.ts';
import { isWithoutAccess } from '../token-content.ts';
import { isNewer, membersOf, type Series, type SeriesToken, seriesTokens } from './series.ts';

/** RetiredToken is a token that was replaced long enough ago, and what happens to it. */
export type RetiredToken = SeriesToken & Ending;

/** Retirement says which tokens of a series are replaced, and when each one ends. */
export interface Retirement {
  /** Replaced long enough ago to be ended, or already suspended. */
  readonly due: readonly RetiredToken[];
  /** Replaced, and valid until the grace period is over. */
  readonly inGracePeriod: readonly { readonly token: SeriesToken; readonly until: number }[];
}

/** RetirementFacts is what decides a retirement, in addition to the tokens. */
export interface RetirementFacts {
  /** The ID of the token that this run has promoted, if it has. */
  readonly own: string | undefined;
  readonly gracePeriodMs: number;
  /** Retired tokens are suspended for so many milliseconds first; 0: they are revoked at once. */
  readonly quarantineMs: number;
  /** When the tokens were listed. */
  readonly clocks: TwoClocks;
}

/**
 * planRetirement decides what happens to the tokens of a series that are no longer needed. Such a token is older than a current one
 * and was replaced at least `gracePeriodMs` ago. The tokens that our own token replaces are replaced now. The list must be fresh. Pure.
 */
export function planRetirement(tokens: readonly Token[], series: Series, facts: RetirementFacts): Retirement {
  const { own, gracePeriodMs, clocks } = facts;
  const replaced = replacedTokens(tokens, series, { own, clocks }).map(
    ({ token, replacedAt, isReplacedNow }) => {
      const until = replacedAt + gracePeriodMs;
      return { token, until, isDue: isReplacedNow ? gracePeriodMs === 0 : until <= clocks.forEnding };
    },
  );
  // A suspended token is no longer valid, so it has no grace period left.
  const hasGracePeriod = ({ token, isDue }: (typeof replaced)[number]) => !isDue && !isWithoutAccess(token);
  return {
    due: replaced
      .filter((one) => !hasGracePeriod(one))
      .map(({ token, isDue }) => ({ ...token, ...(isDue ? ending(token, facts) : keptUntilDue(token)) })),
    inGracePeriod: replaced.filter(hasGracePeriod).map(({ token, until }) => ({ token, until })),
  };
}

/** validReplaced are the tokens that earlier rotations replaced and that a consumer can still use, the newest first. Pure. */
export function validReplaced(tokens: readonly Token[], series: Series, clocks: TwoClocks): SeriesToken[] {
  return replacedTokens(tokens, series, { own: undefined, clocks })
    .map(({ token }) => token)
    .filter((token) => !isWithoutAccess(token));
}

/** ReplacedToken is a token that is older than a current one. */
interface ReplacedToken {
  readonly token: SeriesToken;
  /** In milliseconds since 1970. */
  readonly replacedAt: number;
  /** Our own token replaces it. */
  readonly isReplacedNow: boolean;
}

function replacedTokens(
  tokens: readonly Token[],
  series: Series,
  { own, clocks }: Pick<RetirementFacts, 'own' | 'clocks'>,
): ReplacedToken[] {
  const isOwn = ({ id }: Token) => own !== undefined && sameId(id, own);
  // An expired token replaces nothing. The cluster has just accepted our own token, so the clocks do not matter for it.
  const current = membersOf(tokens, series, clocks).filter(
    (token) =>
      token.tag.kind === 'current' && (isOwn(token) || tokenStatus(token, clocks.forReplacing) === 'active'),
  );
  return endable(tokens, series, clocks).flatMap((token) => {
    // The first current token after this one. Members are sorted newest first.
    const successor = current.findLast((other) => isNewer(other, token));
    if (!successor || isOwn(token) || typeof successor.createdAt !== 'number') return [];
    const isReplacedNow = isOwn(successor);
    return [{ token, replacedAt: isReplacedNow ? clocks.forRenewing : successor.createdAt, isReplacedNow }];
  });
}

/**
 * showsPromotion tells whether a list is as new as the promotion of a token. An older one shows the token as pending or not at all, so the
 * tokens that it replaces would look current. Pure.
 */
export function showsPromotion(tokens: readonly Token[], promoted: string): boolean {
  const token = tokens.find(({ id }) => sameId(id, promoted));
  return token !== undefined && parseTagged(token.description)?.tag.kind !== 'pending';
}

function ending(token: SeriesToken, facts: RetirementFacts): Ending {
  return endOfQuarantine(token, facts) ?? endingOf(token, 'its grace period is over', facts);
}

function keptUntilDue({ description }: SeriesToken): Ending {
  const since = parseRecord(description)?.since ?? 0;
  return {
    decision: 'keep',
    reason: `suspended since ${formatMinute(since)}, and the grace period is not over`,
  };
}

/** The live tokens of a series, and the suspended ones that would be members otherwise. The newest first. */
function endable(tokens: readonly Token[], series: Series, { forEnding }: TwoClocks): SeriesToken[] {
  return seriesTokens(tokens, series)
    .filter((token) => ['active', 'suspended'].includes(tokenStatus(token, forEnding)))
    .sort(newestFirst);
}
