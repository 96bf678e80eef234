import type { TwoClocks } from './clocks.ts';
import { type Permission, permissionChange, samePermissions } from './permissions.ts';
import { describingPatch, hasLostPermissions, type PlannedPatch } from './suspension.ts';
import { withPlainDescription } from './tag.ts';
import { type Token, tokenStatus } from './token.ts';
import { describeExpiry } from './token-spec.ts';

/** UpdateOrder is what a token shall become; what is left out stays as it is. */
export interface UpdateOrder {
  /** Without tag and record: those stay. */
  readonly description?: string | undefined;
  /** The whole set, which replaces the other. */
  readonly permissions?: readonly Permission[] | undefined;
}

/** UpdatePlan is what to send. */
export type UpdatePlan =
  | { readonly kind: 'refused'; readonly why: string; readonly canBeRestored: boolean }
  | { readonly kind: 'unchanged' }
  | PlannedChange;

/** PlannedChange is what to send, and what is different then. */
export interface PlannedChange {
  readonly kind: 'change';
  /** Only what differs. Its description keeps the token's tag and record verbatim. */
  readonly change: { readonly description?: string; readonly permissions?: readonly Permission[] };
  readonly added: readonly Permission[];
  readonly removed: readonly Permission[];
}

/** planUpdate compares a token with what it shall become. It counts as expired when the server says so. Pure. */
export function planUpdate(token: Token, order: UpdateOrder, { forRenewing }: TwoClocks): UpdatePlan {
  const status = tokenStatus(token, forRenewing);
  if (status === 'revoked') return refused('it is revoked');
  if (status === 'expired') return refused(`it expired at ${describeExpiry(token.expiresAt)}`);
  if (status === 'suspended') return { ...refused('it is suspended'), canBeRestored: true };
  const description =
    order.description === undefined
      ? token.description
      : withPlainDescription(token.description, order.description);
  const { added, removed } = permissionChange(token.permissions, order.permissions ?? token.permissions);
  const grantsDiffer = added.length > 0 || removed.length > 0;
  if (description === token.description && !grantsDiffer) return { kind: 'unchanged' };
  return {
    kind: 'change',
    change: {
      ...(description === token.description ? {} : { description }),
      ...(grantsDiffer && order.permissions ? { permissions: order.permissions } : {}),
    },
    added,
    removed,
  };
}

/** updatingPatch is the PATCH for a planned change. A description is sent together with the permissions that were read. Pure. */
export function updatingPatch(token: Token, { change }: PlannedChange): PlannedPatch {
  const { description, permissions } = change;
  return description !== undefined && permissions === undefined
    ? describingPatch(token, description)
    : { change, wanted: { ...token, ...change } };
}

function refused(why: string) {
  return { kind: 'refused', why, canBeRestored: false } as const;
}

/**
 * UpdateJudgment is what the response to an update shows. `revoked`: somebody has revoked the token in the meantime.
 * `permissions-lost`: a suspension came between, so only the permissions are gone.
 */
export type UpdateJudgment =
  | { readonly kind: 'updated' | 'not-as-asked' | 'permissions-lost'; readonly updated: Token }
  | { readonly kind: 'revoked'; readonly updated: Token | undefined };

/**
 * judgeUpdate compares the response to an update with what was sent. What was not sent must not have changed. A response
 * without a token says that the token does not exist. Pure.
 */
export function judgeUpdate(
  before: Token,
  { change }: PlannedChange,
  updated: Token | undefined,
): UpdateJudgment {
  if (updated?.revokedAt !== 'unset') return { kind: 'revoked', updated };
  const wanted = { ...before, ...change };
  if (updated.description !== wanted.description || updated.expiresAt !== wanted.expiresAt) {
    return { kind: 'not-as-asked', updated };
  }
  if (samePermissions(updated.permissions, wanted.permissions)) return { kind: 'updated', updated };
  return {
    kind: !change.permissions && hasLostPermissions(before, updated) ? 'permissions-lost' : 'not-as-asked',
    updated,
  };
}
