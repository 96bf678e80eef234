import type { TwoClocks } from '../clocks.ts';
import type { Token } from '../token.ts';
import { type Refusal, refused } from './refusals.ts';
import { isNewer, membersOf, type Series, type SeriesToken } from './series.ts';

/** KnownSeries is what a rotation knew before it created its own token. */
export interface KnownSeries {
  readonly series: Series;
  readonly members: readonly SeriesToken[];
  readonly adopts: Token | undefined;
}

/**
 * detectConcurrentRotation decides from a list that was read after our own token was created whether this rotation goes on: no other
 * rotation has begun, and `ownId` is strictly the newest of the series. Undefined: it goes on. Of two rotations at once at
 * least one sees the other, because each creates its token before it looks. Pure.
 */
export function detectConcurrentRotation(
  { series, members: before, adopts }: KnownSeries,
  ownId: string,
  { tokens, clocks }: { readonly tokens: readonly Token[]; readonly clocks: TwoClocks },
): Refusal | undefined {
  const members = membersOf(tokens, series, clocks);
  const own = members.find(({ id }) => id === ownId);
  if (!own) return ownNotThere(ownId);
  const others = members.filter((member) => member !== own);
  const known = new Set([...before.map(({ id }) => id), ...(adopts ? [adopts.id] : [])]);
  const intruder = others.find(({ id }) => !known.has(id));
  if (intruder) return anotherHasBegun(intruder);
  const notOlder = others.find((other) => mayReplace(own, other) && !isNewer(own, other));
  return notOlder && notTheNewest(ownId, notOlder.id);
}

/** A token whose date cannot be read neither replaces another nor is replaced, unless that is ours. */
function mayReplace(own: Token, other: Token): boolean {
  return typeof own.createdAt !== 'number' || typeof other.createdAt === 'number';
}

function anotherHasBegun({ id, tag }: SeriesToken): Refusal {
  return refused(
    'concurrent-rotation',
    `Run ${tag.runId} (attempt ${tag.runAttempt}) created token ${id} of this series at the same time. Give the workflow a ` +
      '`concurrency:` group, so that one run waits for the other.',
  );
}

function ownNotThere(id: string): Refusal {
  return refused(
    'token-not-listed',
    `The list of tokens does not contain the new token ${id}: was it revoked or changed meanwhile? Run again.`,
  );
}

function notTheNewest(id: string, other: string): Refusal {
  return refused(
    'not-the-newest-token',
    `By the dates on the list, the new token ${id} is not newer than ${other}, so no run could tell which of them replaces ` +
      'the other. Run again in a minute. If this error stays, the date of that token is wrong: revoke it when no consumer ' +
      'uses it.',
  );
}
