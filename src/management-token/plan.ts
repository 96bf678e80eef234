import type { TwoClocks } from '../tokens/clocks.ts';
import { isStoredSince, MAX_SHIFT_MS } from '../tokens/clocks.ts';
import { wholeSeconds } from '../tokens/dates.ts';
import { alwaysDue, livesTooShort, type Refusal, refused } from '../tokens/rotation/refusals.ts';
import type { Run, Target } from '../tokens/rotation/spec.ts';
import {
  isSameRepository,
  parseTagged,
  plainDescription,
  type RepositoryKey,
  type Tag,
} from '../tokens/tag.ts';
import { sameId } from '../tokens/token.ts';
import { describeExpiry, type Expiry, inheritedExpiry } from '../tokens/token-spec.ts';
import { type ManagementToken, newestFirst, statusOf } from './token.ts';

/** Member is a live token of a series. */
export interface Member extends ManagementToken {
  readonly tag: Tag;
}

/** ManagementSeries is the management tokens of one repository that replace one another. */
export interface ManagementSeries extends RepositoryKey {
  /** The description of each of them, without the tag. */
  readonly plainDescription: string;
  /** The ID of a token created by hand that the series replaces. */
  readonly replaces: string | undefined;
}

/** RotationSpec is what a rotation must do. */
export interface RotationSpec {
  readonly plainDescription?: string;
  readonly tokenId?: string;
  readonly expiresAt?: Expiry;
  readonly renewBeforeMs?: number;
}

/** RotationFacts is everything that decides a rotation. */
export interface RotationFacts {
  readonly tokens: readonly ManagementToken[];
  readonly targets: readonly Target[];
  readonly run: Run;
  /** Whether the run that created a member is known to have ended. */
  readonly hasEnded: (member: Member) => boolean;
  readonly clocks: TwoClocks;
}

/** ManagementRotation is a new token for a series, and why. */
export interface ManagementRotation {
  readonly kind: 'rotate';
  readonly series: ManagementSeries;
  /** Parts of sentences. */
  readonly reasons: readonly string[];
  readonly members: readonly Member[];
  readonly expiresAt: Expiry;
}

/** NotDue means that no new token is needed. */
export interface NotDue {
  readonly kind: 'not-due';
  readonly series: ManagementSeries;
  readonly newest: Member;
}

/** A shorter lifetime is a typing error. */
const MIN_LIFETIME_MS = 3_600_000;

/** membersOf are the live tokens of a series, the newest first. A token that only one clock takes for expired is live. Pure. */
export function membersOf(
  tokens: readonly ManagementToken[],
  series: ManagementSeries,
  { forEnding }: TwoClocks,
): Member[] {
  return tokens
    .flatMap((token) => {
      const tagged = parseTagged(token.description);
      return tagged?.tag.kind === 'pending' &&
        isSameRepository(tagged.tag, series) &&
        tagged.plain === series.plainDescription &&
        statusOf(token, forEnding) === 'active'
        ? [{ ...token, tag: tagged.tag }]
        : [];
    })
    .sort(newestFirst);
}

/** isDelivered tells whether every secret was stored when the token was created or later. Pure. */
export function isDelivered({ createdAt }: ManagementToken, targets: readonly Target[]): boolean {
  return (
    typeof createdAt === 'number' &&
    targets.every(
      ({ storedAt, clusterAheadMs }) =>
        storedAt !== 'absent' && isStoredSince(storedAt, createdAt, clusterAheadMs),
    )
  );
}

/** findSeries finds the series that a spec names. Pure. */
export function findSeries(
  { plainDescription: wanted, tokenId }: RotationSpec,
  tokens: readonly ManagementToken[],
  { server, repositoryId }: RepositoryKey,
): ManagementSeries | Refusal {
  const named = tokens.find(({ id }) => tokenId !== undefined && sameId(id, tokenId));
  const name = wanted ?? (named && plainDescription(named.description));
  if (name === undefined || name === '') {
    return refused(
      'token-not-found',
      `Management token ${tokenId} is not in the list of tokens or has no description, so its series is not known. Set \`description\`.`,
    );
  }
  const series = { server, repositoryId, plainDescription: name };
  const tagged = named && parseTagged(named.description);
  if (!tagged) return { ...series, replaces: named?.id };
  if (isSameRepository(tagged.tag, series) && tagged.plain === name)
    return { ...series, replaces: undefined };
  return refused(
    'token-cannot-be-rotated',
    `Management token ${named.id} belongs to another series: "${tagged.plain}" of ${tagged.tag.server}/${tagged.tag.repository}. ` +
      'Set `token-id` only to a token that a person created.',
  );
}

/** planRotation decides what a rotation does. Pure: the same facts give the same plan. */
export function planRotation(
  spec: RotationSpec,
  facts: RotationFacts,
): Refusal | ManagementRotation | NotDue {
  const { tokens, targets, run, hasEnded, clocks } = facts;
  const series = findSeries(spec, tokens, run);
  if ('kind' in series) return series;
  const members = membersOf(tokens, series, clocks);
  const underWay = members.find((member) => !isDelivered(member, targets) && !hasEnded(member));
  if (underWay) return rotationInProgress(underWay);
  const newest = members.find(({ createdAt }) => typeof createdAt === 'number');
  const reasons = reasonsToRotate(newest, spec, facts);
  if (newest && reasons.length === 0) return { kind: 'not-due', series, newest };
  const predecessor = newest ?? tokens.find(({ id }) => id === series.replaces);
  const inherited = inheritedExpiry(predecessor, clocks.forRenewing);
  const expiresAt = spec.expiresAt ?? inherited?.expiresAt;
  if (expiresAt === undefined) return noExpiry(predecessor);
  if (spec.expiresAt === undefined && inherited) {
    const { lifetimeMs } = inherited;
    if (lifetimeMs < MIN_LIFETIME_MS) return livesTooShort(lifetimeMs);
    if (spec.renewBeforeMs !== undefined && spec.renewBeforeMs >= lifetimeMs) {
      return alwaysDue(spec.renewBeforeMs, lifetimeMs);
    }
  }
  return { kind: 'rotate', series, reasons, members, expiresAt };
}

/** Parts of sentences, any of which makes a rotation due. */
function reasonsToRotate(
  newest: Member | undefined,
  { renewBeforeMs }: RotationSpec,
  { targets, clocks }: RotationFacts,
): string[] {
  if (!newest) return ['the series has no token yet'];
  const { id, expiresAt } = newest;
  const expiresSoon =
    renewBeforeMs !== undefined &&
    (expiresAt === 'unreadable' ||
      (typeof expiresAt === 'number' && expiresAt <= clocks.forRenewing + renewBeforeMs));
  const found: (string | false)[] = [
    renewBeforeMs === undefined && '`renew-before` is not set',
    !isDelivered(newest, targets) && `management token ${id} is not in every secret`,
    expiresSoon && `management token ${id} expires ${describeExpiry(expiresAt)}`,
  ];
  return found.filter((reason) => reason !== false);
}

function noExpiry(predecessor: ManagementToken | undefined): Refusal {
  const why =
    predecessor === undefined
      ? 'the series has no token yet to inherit from'
      : `management token ${predecessor.id} has no lifetime to inherit`;
  return refused('nothing-to-inherit', `Set \`expires-at\`, because ${why}.`);
}

function rotationInProgress({ id, tag }: Member): Refusal {
  return refused(
    'a-rotation-is-in-progress',
    `Run ${tag.runId} (attempt ${tag.runAttempt}) created management token ${id} of this series, the token is not in every secret, and ` +
      'the run is not known to have ended. Let that run end, then run again. Give the workflow a `concurrency:` group, so that one run ' +
      `waits for the other. If you are sure that the run is over, revoke the token (\`operation: revoke\`, \`token-id: ${id}\`) and run again.`,
  );
}

/**
 * detectRival decides from the list that shows our own token whether the rotation goes on: no other rotation has begun, and our own token
 * is strictly the newest. Undefined: it goes on. Of two rotations at once at least one sees the other, because each creates its token
 * before it lists. Pure.
 */
export function detectRival(
  { series, members }: ManagementRotation,
  own: ManagementToken,
  { listed, clocks }: { readonly listed: readonly ManagementToken[]; readonly clocks: TwoClocks },
): Refusal | undefined {
  const known = new Set(members.map(({ id }) => id));
  const others = membersOf(listed, series, clocks).filter(({ id }) => id !== own.id);
  const rival = others.find(({ id }) => !known.has(id));
  if (rival) return rivalHasBegun(rival);
  const notOlder = others.find(
    ({ createdAt }) => typeof createdAt === 'number' && !isOlder({ createdAt }, own),
  );
  return notOlder && notTheNewest(own.id, notOlder.id);
}

/** isOlder tells whether a token was created before another. A date that cannot be read proves nothing. */
export function isOlder(
  { createdAt }: Pick<ManagementToken, 'createdAt'>,
  other: Pick<ManagementToken, 'createdAt'>,
): boolean {
  return typeof createdAt === 'number' && typeof other.createdAt === 'number' && createdAt < other.createdAt;
}

function rivalHasBegun({ id, tag }: Member): Refusal {
  return refused(
    'concurrent-rotation',
    `Run ${tag.runId} (attempt ${tag.runAttempt}) created management token ${id} of this series at the same time. Give the workflow a ` +
      '`concurrency:` group, so that one run waits for the other.',
  );
}

function notTheNewest(id: string, other: string): Refusal {
  return refused(
    'not-the-newest-token',
    `By the dates on the list, the new management token ${id} is not newer than ${other}, so no run could tell which of them replaces the ` +
      'other. Run again in a minute.',
  );
}

/** A wrong date of GitHub must not hold up a rotation for longer. */
const MAX_WAIT_MS = 5_000;

/**
 * waitBeforeCreating is how long to wait so that no secret is as new as the token to come: a secret of the same second would count as one
 * that contains the token. `clusterNow` is by the cluster's clock, in milliseconds since 1970. Pure.
 */
export function waitBeforeCreating(targets: readonly Target[], clusterNow: number): number {
  const newest = targets.flatMap(({ storedAt, clusterAheadMs = 0 }) =>
    storedAt === 'absent' || Math.abs(clusterAheadMs) > MAX_SHIFT_MS ? [] : [storedAt + clusterAheadMs],
  );
  const nextSecond = wholeSeconds(Math.max(0, ...newest)) + 1000;
  return Math.min(Math.max(0, nextSecond - clusterNow), MAX_WAIT_MS);
}
