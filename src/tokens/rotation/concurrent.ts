import type { TwoClocks } from '../clocks.ts';
import { indexById, sameId, type TokenRecord } from '../token.ts';
import { type Refusal, refused } from './refusals.ts';
import { isNewer, membersOf, type Series, type SeriesToken } from './series.ts';

/** KnownSeries is what a rotation knew before it created its own token. `listed`: all tokens of the cluster. */
export interface KnownSeries {
  readonly series: Series;
  readonly listed: readonly TokenRecord[];
}

/**
 * detectConcurrentRotation decides whether this rotation can continue. Read the list after the new token was created. The rotation
 * continues (undefined) if no other rotation has begun and `ownId` is the newest token of the series. If two rotations run at once,
 * at least one detects the other, because each creates its token before it reads the list. Pure.
 */
export function detectConcurrentRotation(
  { series, listed }: KnownSeries,
  ownId: string,
  { tokens, clocks }: { readonly tokens: readonly TokenRecord[]; readonly clocks: TwoClocks },
): Refusal | undefined {
  const members = membersOf(tokens, series, clocks);
  const own = members.find(({ id }) => sameId(id, ownId));
  if (!own) return ownNotThere(ownId);
  const others = members.filter((member) => member !== own);
  const isKnown = indexById(listed);
  const intruder = others.find(({ id }) => !isKnown(id));
  if (intruder) return anotherHasBegun(intruder);
  const notOlder = others.find((other) => canReplace(own, other) && !isNewer(own, other));
  return notOlder && notTheNewest(ownId, notOlder.id);
}

/** A token with an unreadable date replaces no other and is not replaced, unless it is the new token. */
function canReplace(own: TokenRecord, other: TokenRecord): boolean {
  return typeof own.createdAt !== 'number' || typeof other.createdAt === 'number';
}

function anotherHasBegun({ id, tag }: SeriesToken<TokenRecord>): Refusal {
  return refused(
    'concurrent-rotation',
    `Run ${tag.runId} (attempt ${tag.runAttempt}) created token ${id} of this series at the same time. Set a \`concurrency:\` ` +
      'group in the workflow, so that one run waits for the other.',
  );
}

function ownNotThere(id: string): Refusal {
  return refused(
    'token-not-listed',
    `The list of tokens does not contain the new token ${id}. Someone might have revoked or changed the token. Run the job again.`,
  );
}

function notTheNewest(id: string, other: string): Refusal {
  return refused(
    'not-the-newest-token',
    `In the list, the new token ${id} is not newer than token ${other}. Later runs could not tell which of the two tokens ` +
      `replaces the other. Run the job again in a minute. If the error persists, the date of token ${other} is wrong. ` +
      'If no consumer uses that token, revoke it.',
  );
}
