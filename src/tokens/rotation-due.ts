import { wholeSeconds } from './instant.ts';
import { isNewer, type Line, type LineToken, lineTokens } from './line.ts';
import { describeExpiry } from './order.ts';
import { describePermissions, samePermissions } from './permissions.ts';
import type { RotationFacts, RotationOrder, Target } from './rotation-order.ts';
import { type Token, tokenStatus } from './token.ts';

/** LineNow is a line before the rotation. */
export interface LineNow {
  readonly line: Line;
  readonly members: readonly LineToken[];
  /** What consumers hold, as far as anybody knows: the current token, or the one to adopt. */
  readonly held: Token | undefined;
}

/** reasonsToRotate are the reasons, one sentence each, any of which makes a rotation due. Pure. */
export function reasonsToRotate(
  { permissions, renewBeforeMs }: RotationOrder,
  { tokens, targets, clocks }: RotationFacts,
  { line, members, held }: LineNow,
): string[] {
  if (!held) return ['there is no token that consumers could hold'];
  const now = clocks.forRenewing;
  const ended = lineTokens(tokens, line).filter((token) => tokenStatus(token, now) !== 'active');
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

function lacks({ name, storedAt, aheadOfGithubMs = 0 }: Target, held: Token): string | false {
  if (storedAt === 'absent') return `${name} has no secret yet`;
  if (typeof held.createdAt === 'number' && isStoredSince(storedAt, held.createdAt, aheadOfGithubMs)) {
    return false;
  }
  return `${name} was stored before token ${held.id} was created`;
}

/** A larger difference is no drift but a wrong clock, and then nobody knows which of the two is wrong. */
const MAX_SHIFT_MS = 5 * 60_000;

/** The difference is made of two Date headers, and a Date header is cut to whole seconds. */
const DIFFERENCE_PRECISION_MS = 1000;

/**
 * Compares GitHub's date of a secret with the server's date of a token, in whole seconds; equal is not before. The secret gets
 * the benefit of the second by which the difference can be wrong: otherwise every run could rotate.
 */
function isStoredSince(storedAt: number, createdAt: number, aheadOfGithubMs: number): boolean {
  const created = wholeSeconds(createdAt);
  const unshifted = storedAt >= created;
  if (Math.abs(aheadOfGithubMs) < DIFFERENCE_PRECISION_MS) return unshifted;
  const shift = Math.max(-MAX_SHIFT_MS, Math.min(MAX_SHIFT_MS, aheadOfGithubMs));
  const shifted = storedAt + shift + DIFFERENCE_PRECISION_MS >= created;
  return Math.abs(aheadOfGithubMs) > MAX_SHIFT_MS ? shifted && unshifted : shifted;
}
