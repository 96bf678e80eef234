import { isNewer, type Line, type LineToken, membersOf } from './line.ts';
import type { Token } from './token.ts';

/** Retirement is what a committed token leaves behind. */
export interface Retirement {
  /** Replaced long enough ago to be revoked. */
  readonly due: readonly LineToken[];
  /** Replaced, and valid until the grace is over. */
  readonly inGrace: readonly { readonly token: LineToken; readonly until: number }[];
}

/**
 * planRetirement decides which members of a line nobody needs any more: strictly older than a committed one, and replaced
 * at least `graceMs` ago. `own` is the id of the token that this run has committed, if it has: what that replaced was
 * replaced now. Derived from a fresh list and never from memory. Pure.
 */
export function planRetirement(
  tokens: readonly Token[],
  line: Line,
  { own, graceMs, now }: { readonly own: string | undefined; readonly graceMs: number; readonly now: number },
): Retirement {
  const members = membersOf(tokens, line, now);
  const committed = members.filter(({ tag }) => tag.kind === 'current');
  const replaced = members.flatMap((token) => {
    // The first committed one after it; members come newest first.
    const successor = committed.findLast((other) => isNewer(other, token));
    if (!successor || token.id === own || typeof successor.createdAt !== 'number') return [];
    const replacedAt = successor.id === own ? now : successor.createdAt;
    return [{ token, until: replacedAt + graceMs }];
  });
  return {
    due: replaced.filter(({ until }) => until <= now).map(({ token }) => token),
    inGrace: replaced.filter(({ until }) => until > now),
  };
}
