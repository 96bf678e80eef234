import { MAX_SHIFT_MS } from '../tokens/clocks.ts';
import { wholeSeconds } from '../tokens/dates.ts';
import { isDelivered, reasonsToRenew } from '../tokens/rotation/due.ts';
import { planExpiry } from '../tokens/rotation/new-expiry.ts';
import { MAX_PENDING } from '../tokens/rotation/plan.ts';
import { type Refusal, refused, rotationUnderWay, tooManyPending } from '../tokens/rotation/refusals.ts';
import { membersOf, type Series, type SeriesToken } from '../tokens/rotation/series.ts';
import type { RotationFacts, RotationSpec, Target } from '../tokens/rotation/spec.ts';
import { firstOfSeries, warnOfNoExpiry, warnOfSimilarNames } from '../tokens/rotation/warnings.ts';
import { isSameRepository, parseTagged, plainDescription, type RepositoryKey } from '../tokens/tag.ts';
import { sameId } from '../tokens/token.ts';
import type { Expiry } from '../tokens/token-spec.ts';
import type { ManagementToken } from './token.ts';

/** Member is a live token of a series. */
export type Member = SeriesToken<ManagementToken>;

/** ManagementSeries is the management tokens of one repository that replace one another. */
export interface ManagementSeries extends Series {
  /** The ID of a token that a person created and that the series replaces. */
  readonly replaces: string | undefined;
}

/** ManagementRotationSpec is what a rotation must do. */
export type ManagementRotationSpec = Omit<RotationSpec, 'permissions' | 'endsReplacedAtOnce'>;

/** ManagementRotationFacts is everything that decides a rotation. */
export interface ManagementRotationFacts extends Pick<RotationFacts, 'targets' | 'run' | 'clocks'> {
  readonly tokens: readonly ManagementToken[];
  /** Whether the run that created a member is known to have ended. */
  readonly hasEnded: (member: Member) => boolean;
}

/** ManagementRotation is a new token for a series, and why. */
export interface ManagementRotation {
  readonly kind: 'rotate';
  readonly series: ManagementSeries;
  /** Parts of sentences. */
  readonly reasons: readonly string[];
  readonly notices: readonly string[];
  readonly warnings: readonly string[];
  readonly members: readonly Member[];
  /** All tokens of the account before the rotation. */
  readonly listed: readonly ManagementToken[];
  readonly expiresAt: Expiry;
}

/** NotDue means that no new token is needed. */
export interface NotDue {
  readonly kind: 'not-due';
  readonly series: ManagementSeries;
  readonly newest: Member;
  readonly warnings: readonly string[];
}

/** findSeries finds the series that a spec names. Pure. */
export function findSeries(
  { plainDescription: wanted, tokenId }: ManagementRotationSpec,
  tokens: readonly ManagementToken[],
  { server, repositoryId }: RepositoryKey,
): ManagementSeries | Refusal {
  const named = tokens.find(({ id }) => tokenId !== undefined && sameId(id, tokenId));
  if (tokenId !== undefined && named === undefined) {
    const hint = wanted === undefined ? 'Set `description` instead' : 'Correct or remove `token-id`';
    return refused('token-not-found', `Token ${tokenId} is not in the list of management tokens. ${hint}.`);
  }
  const name = wanted ?? (named && plainDescription(named.description));
  if (name === undefined || name === '') {
    return refused('token-cannot-be-rotated', `Token ${tokenId} has no description. Set \`description\`.`);
  }
  const series = { server, repositoryId, plainDescription: name };
  const tagged = named && parseTagged(named.description);
  if (!tagged) return { ...series, replaces: named?.id };
  if (isSameRepository(tagged.tag, series) && tagged.plain === name)
    return { ...series, replaces: undefined };
  return refused(
    'token-cannot-be-rotated',
    `Token ${named.id} belongs to another series: "${tagged.plain}" of ${tagged.tag.server}/${tagged.tag.repository}. ` +
      'Set `token-id` only to a token that a person created.',
  );
}

/** planRotation decides what a rotation does. Pure: the same facts give the same plan. */
export function planRotation(
  spec: ManagementRotationSpec,
  facts: ManagementRotationFacts,
): Refusal | ManagementRotation | NotDue {
  const { tokens, targets, run, hasEnded, clocks } = facts;
  const series = findSeries(spec, tokens, run);
  if ('kind' in series) return series;
  const members = membersOf(tokens, series, clocks);
  const underWay = members.find((member) => !isDelivered(member, targets) && !hasEnded(member));
  if (underWay) return rotationUnderWay(underWay, 'not in every secret yet');
  const newest = members.find(({ createdAt }) => typeof createdAt === 'number');
  const reasons = newest
    ? reasonsToRenew(spec, facts, { series, inUse: newest })
    : ['the series has no token yet'];
  const predecessor = newest ?? tokens.find(({ id }) => id === series.replaces);
  const warnings = predecessor ? warnOfNoExpiry(spec, newest) : warnOfSimilarNames(series, tokens, clocks);
  if (newest && reasons.length === 0) return { kind: 'not-due', series, newest, warnings };
  const undelivered = members.filter((member) => !isDelivered(member, targets));
  if (undelivered.length >= MAX_PENDING) return tooManyPending(undelivered, 'stored in every secret');
  const expiresAt = planExpiry(spec, predecessor, clocks.forRenewing);
  if (typeof expiresAt === 'object') return expiresAt;
  const notices = predecessor ? [] : [firstOfSeries(series)];
  return { kind: 'rotate', series, reasons, notices, warnings, members, listed: tokens, expiresAt };
}

/** A wrong date of GitHub must not delay a rotation for longer. */
const MAX_WAIT_MS = 5_000;

/**
 * waitBeforeCreating is how long to wait until no secret is as new as the token to create. A secret of the same second would count as one
 * that contains the token. `clusterNow` is by the cluster's clock, in milliseconds since 1970. Pure.
 */
export function waitBeforeCreating(targets: readonly Target[], clusterNow: number): number {
  const newest = targets.flatMap(({ storedAt, clusterAheadMs = 0 }) =>
    storedAt === 'absent' || Math.abs(clusterAheadMs) > MAX_SHIFT_MS ? [] : [storedAt + clusterAheadMs],
  );
  const nextSecond = wholeSeconds(Math.max(0, ...newest)) + 1000;
  return Math.min(Math.max(0, nextSecond - clusterNow), MAX_WAIT_MS);
}
