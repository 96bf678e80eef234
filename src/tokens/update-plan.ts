import type { TwoClocks } from './clocks.ts';
import { type Permission, permissionChange, samePermissions } from './permissions.ts';
import { withPlainDescription } from './tag.ts';
import { type Token, tokenStatus } from './token.ts';
import { describingPatch, mustGiveBack, type PlannedPatch, patchOf } from './token-content.ts';
import { describeExpiry } from './token-spec.ts';

/** UpdateSpec says how to change a token. Omitted fields stay as they are. */
export interface UpdateSpec {
  /** Without tag and record, which stay. */
  readonly description?: string | undefined;
  /** All permissions. They replace the old ones. */
  readonly permissions?: readonly Permission[] | undefined;
}

/** UpdatePlan says what to send. */
export type UpdatePlan =
  | { readonly kind: 'refused'; readonly why: string; readonly canBeRestored: boolean }
  | { readonly kind: 'unchanged' }
  | PlannedChange;

/** PlannedChange is the change to send, and its effect on the permissions. */
export interface PlannedChange {
  readonly kind: 'change';
  /** Only the fields that differ. The description keeps the token's tag and record verbatim. */
  readonly change: { readonly description?: string; readonly permissions?: readonly Permission[] };
  readonly added: readonly Permission[];
  readonly removed: readonly Permission[];
}

/** planUpdate compares a token with a spec. The server's clock decides whether the token is expired. Pure. */
export function planUpdate(token: Token, spec: UpdateSpec, { forRenewing }: TwoClocks): UpdatePlan {
  const status = tokenStatus(token, forRenewing);
  if (status === 'revoked') return refused('it is revoked');
  if (status === 'expired') return refused(`it expired at ${describeExpiry(token.expiresAt)}`);
  if (status === 'suspended') return { ...refused('it is suspended'), canBeRestored: true };
  const description =
    spec.description === undefined
      ? token.description
      : withPlainDescription(token.description, spec.description);
  const { added, removed } = permissionChange(token.permissions, spec.permissions ?? token.permissions);
  const grantsDiffer = added.length > 0 || removed.length > 0;
  if (description === token.description && !grantsDiffer) return { kind: 'unchanged' };
  return {
    kind: 'change',
    change: {
      ...(description === token.description ? {} : { description }),
      ...(grantsDiffer && spec.permissions ? { permissions: spec.permissions } : {}),
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
    : patchOf(token, change);
}

function refused(why: string) {
  return { kind: 'refused', why, canBeRestored: false } as const;
}

/**
 * UpdateJudgment is the result that the response to an update shows. `revoked`: somebody has revoked the token meanwhile.
 * `other-permissions`: the update did not ask for other permissions, so a suspension has changed them meanwhile.
 */
export type UpdateJudgment =
  | { readonly kind: 'updated' | 'not-as-requested' | 'other-permissions'; readonly updated: Token }
  | { readonly kind: 'revoked'; readonly updated: Token | undefined };

/**
 * judgeUpdate compares the response to an update with the request. Fields that were not sent must be unchanged. A response without
 * a token means that the token does not exist. Pure.
 */
export function judgeUpdate(
  before: Token,
  { change }: PlannedChange,
  updated: Token | undefined,
): UpdateJudgment {
  if (updated?.revokedAt !== 'unset') return { kind: 'revoked', updated };
  const wanted = { ...before, ...change };
  if (updated.description !== wanted.description || updated.expiresAt !== wanted.expiresAt) {
    return { kind: 'not-as-requested', updated };
  }
  if (!change.permissions)
    return { kind: mustGiveBack(before, updated) ? 'other-permissions' : 'updated', updated };
  const isAsRequested = samePermissions(updated.permissions, wanted.permissions);
  return { kind: isAsRequested ? 'updated' : 'not-as-requested', updated };
}
