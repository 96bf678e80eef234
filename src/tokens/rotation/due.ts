import { isStoredSince, MAX_SHIFT_MS } from '../clocks.ts';
import { formatDuration } from '../duration.ts';
import { describePermissions, samePermissions } from '../permissions.ts';
import { type Token, tokenStatus } from '../token.ts';
import { describeExpiry } from '../token-spec.ts';
import { isNewer, type Series, type SeriesToken, seriesTokens } from './series.ts';
import type { RotationFacts, RotationOrder, Target } from './spec.ts';

/** SeriesNow is a series before the rotation. */
export interface SeriesNow {
  readonly series: Series;
  readonly members: readonly SeriesToken[];
  /** What consumers hold, as far as anybody knows: the current token, or the one to adopt. */
  readonly held: Token | undefined;
}

/** reasonsToRotate are the reasons, one sentence each, any of which makes a rotation due. Pure. */
export function reasonsToRotate(
  { permissions, renewBeforeMs }: RotationOrder,
  { tokens, targets, clocks }: RotationFacts,
  { series, members, held }: SeriesNow,
): string[] {
  if (!held) return ['there is no token that consumers could hold'];
  const now = clocks.forRenewing;
  const ended = seriesTokens(tokens, series).filter((token) => tokenStatus(token, now) !== 'active');
  const endedSince = ended.find((token) => isNewer(token, held));
  // As new as any: one of the same instant as the current token would never be replaced by it.
  const pending = members.find(
    ({ tag, createdAt }) => tag.kind === 'pending' && createdAt === members[0]?.createdAt,
  );
  const found: (string | false)[] = [
    renewBeforeMs === undefined && '`renew-before` is not given',
    pending !== undefined && `token ${pending.id} is pending: it was never promoted`,
    endedSince !== undefined && `token ${endedSince.id} is newer, and is ${tokenStatus(endedSince, now)}`,
    renewBeforeMs !== undefined &&
      expiresWithin(held, renewBeforeMs, now) &&
      `token ${held.id} expires ${describeExpiry(held.expiresAt)}`,
    permissions !== undefined &&
      !samePermissions(permissions, held.permissions) &&
      `token ${held.id} grants "${describePermissions(held.permissions)}", and "${describePermissions(permissions)}" is asked for`,
    ...targets.map((target) => lacks(target, held)),
  ];
  return found.filter((reason) => reason !== false);
}

/** A date that cannot be read may be soon. */
function expiresWithin({ expiresAt }: Token, renewBeforeMs: number, now: number): boolean {
  if (expiresAt === 'unset') return false;
  return expiresAt === 'unreadable' || expiresAt <= now + renewBeforeMs;
}

/** The date of a secret is GitHub's, and the date of a token is the cluster's. */
function lacks({ name, storedAt, clusterAheadMs }: Target, held: Token): string | false {
  if (storedAt === 'absent') return `${name} has no secret yet`;
  const { createdAt } = held;
  if (typeof createdAt === 'number' && isStoredSince(storedAt, createdAt, clusterAheadMs)) return false;
  const reason = `${name} was stored before token ${held.id} was created`;
  const differenceMs = Math.abs(clusterAheadMs ?? 0);
  return differenceMs > MAX_SHIFT_MS
    ? `${reason} (the clocks of GitHub and the cluster differ by ${formatDuration(differenceMs / 1000)})`
    : reason;
}
