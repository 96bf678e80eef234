import { markServerText } from '../../base/text.ts';
import { isStoredSince, MAX_SHIFT_MS } from '../clocks.ts';
import { formatMinute } from '../dates.ts';
import { formatDuration } from '../duration.ts';
import { describePermissions, samePermissions } from '../permissions.ts';
import { type Token, type TokenRecord, tokenStatus } from '../token.ts';
import { isNewer, type Series, type SeriesToken, seriesTokens } from './series.ts';
import type { RotationFacts, RotationSpec, Target } from './spec.ts';

/** SeriesNow is a series before the rotation. */
export interface SeriesNow {
  readonly series: Series;
  readonly members: readonly SeriesToken[];
  /** The token that consumers use, as far as the list shows: the current token, or the one to adopt. */
  readonly inUse: Token | undefined;
}

/** reasonsToRotate are the reasons, each a part of a sentence. Any of them makes a rotation due. Pure. */
export function reasonsToRotate(
  spec: RotationSpec,
  facts: RotationFacts,
  { series, members, inUse }: SeriesNow,
): string[] {
  if (!inUse) return ['the series has no current token'];
  const { permissions } = spec;
  // The current token never replaces a pending one that was created at the same instant.
  const pending = members.find(
    ({ tag, createdAt }) => tag.kind === 'pending' && createdAt === members[0]?.createdAt,
  );
  const found: (string | false)[] = [
    pending !== undefined && `token ${pending.id} was never promoted`,
    permissions !== undefined &&
      !samePermissions(permissions, inUse.permissions) &&
      `token ${inUse.id} grants ${markServerText(`"${describePermissions(inUse.permissions)}"`)} instead of "${describePermissions(permissions)}"`,
  ];
  return [...reasonsToRenew(spec, facts, { series, inUse }), ...found.filter((reason) => reason !== false)];
}

/** RenewalFacts is everything that decides whether a token must be renewed. */
export interface RenewalFacts extends Pick<RotationFacts, 'targets' | 'clocks'> {
  readonly tokens: readonly TokenRecord[];
}

/**
 * reasonsToRenew are the reasons that need neither a promotion nor permissions. Management tokens have no others. Pure.
 */
export function reasonsToRenew(
  { renewBeforeMs }: Pick<RotationSpec, 'renewBeforeMs'>,
  { tokens, targets, clocks }: RenewalFacts,
  { series, inUse }: { readonly series: Series; readonly inUse: TokenRecord },
): string[] {
  const now = clocks.forRenewing;
  const found: (string | false)[] = [
    renewBeforeMs === undefined && '`renew-before` is not set, so every run rotates',
    endedSince(inUse, series, { tokens, now }),
    expiresSoon(inUse, renewBeforeMs, now),
    ...targets.map((target) => lacks(target, inUse)),
  ];
  return found.filter((reason) => reason !== false);
}

/** isDelivered tells whether every secret was stored when the token was created or later. Pure. */
export function isDelivered(token: TokenRecord, targets: readonly Target[]): boolean {
  return targets.every((target) => lacks(target, token) === false);
}

/** A consumer might have a newer token of the series that has ended. */
function endedSince(
  inUse: TokenRecord,
  series: Series,
  { tokens, now }: { readonly tokens: readonly TokenRecord[]; readonly now: number },
): string | false {
  const ended = seriesTokens(tokens, series).find(
    (token) => tokenStatus(token, now) !== 'active' && isNewer(token, inUse),
  );
  return (
    ended !== undefined &&
    `token ${ended.id} is ${tokenStatus(ended, now)}, although it is newer than the token in use`
  );
}

/** An unreadable expiry counts as soon. */
function expiresSoon(
  { id, expiresAt }: TokenRecord,
  renewBeforeMs: number | undefined,
  now: number,
): string | false {
  if (renewBeforeMs === undefined || expiresAt === 'unset') return false;
  if (expiresAt === 'unreadable') return `the expiry of token ${id} cannot be read`;
  return expiresAt <= now + renewBeforeMs && `token ${id} expires on ${formatMinute(expiresAt)}`;
}

/** The date of a secret is GitHub's, and the date of a token is the cluster's. */
function lacks({ name, storedAt, clusterAheadMs }: Target, inUse: TokenRecord): string | false {
  if (storedAt === 'absent') return `the secret ${name} does not exist yet`;
  const { createdAt } = inUse;
  if (typeof createdAt === 'number' && isStoredSince(storedAt, createdAt, clusterAheadMs)) return false;
  const reason = `the secret ${name} was stored before token ${inUse.id} was created`;
  const differenceMs = Math.abs(clusterAheadMs ?? 0);
  return differenceMs > MAX_SHIFT_MS
    ? `${reason} (the clocks of GitHub and the cluster differ by ${formatDuration(differenceMs / 1000)})`
    : reason;
}
