import type { Failure } from '../base/errors.ts';
import { type Permission, samePermissions } from './permissions.ts';
import { parseRecord } from './record.ts';
import {
  isWithoutAccess,
  type PlannedPatch,
  patchOf,
  recordedGrants,
  sameContent,
  type TokenContent,
  withGrantsRecorded,
} from './token-content.ts';

/** SuspensionStep is the next PATCH of a suspension. `completes`: the token is suspended once the response shows it. */
export interface SuspensionStep extends PlannedPatch {
  readonly completes: boolean;
}

/** SuspensionState is the progress of a suspension. */
export interface SuspensionState {
  /** The token as it was read last. */
  readonly token: TokenContent;
  /** Whether a response has shown that this run recorded the permissions of the token. */
  readonly isRecorded: boolean;
}

/**
 * suspensionStep decides the next PATCH. It first records the permissions and then removes them, so they are never only in memory.
 * `since` is in milliseconds since 1970. Throws for a token that whyNotSuspendable refuses. Pure.
 */
export function suspensionStep({ token, isRecorded }: SuspensionState, since: number): SuspensionStep {
  const hasPermissions = token.permissions.length > 0;
  const state = hasPermissions && !isRecorded ? 'suspending' : 'suspended';
  const description = withGrantsRecorded(token, { state, since, grants: recordedGrants(token) });
  if (description === undefined) throw new Error('the permissions of the token cannot be recorded');
  return {
    ...patchOf(token, hasPermissions && isRecorded ? { description, permissions: [] } : { description }),
    completes: state === 'suspended',
  };
}

/**
 * SuspensionJudgment is the result that a response shows. `as-wanted`: exactly what was sent. `incomplete`: the permissions are
 * removed and recorded, but the description is not written yet. `overtaken`: another run suspended or restored the token, and the
 * removed permissions are recorded. `to-undo`: the token must get its content back.
 */
export type SuspensionJudgment = 'as-wanted' | 'incomplete' | 'overtaken' | 'to-undo';

/**
 * judgeSuspension compares a response with a step. `before` is the token before the step. If the permissions are removed and
 * recorded, nothing is undone: a server that applies half of the undoing PATCH would lose them. Pure.
 */
export function judgeSuspension(
  { wanted, completes }: SuspensionStep,
  before: TokenContent,
  shown: TokenContent,
): SuspensionJudgment {
  if (sameContent(shown, wanted)) return 'as-wanted';
  if (!isOnlyRecorded(shown, recordedGrants(before))) return 'to-undo';
  return completes && isWithoutAccess(shown) ? 'incomplete' : 'overtaken';
}

/** Whether the permissions are removed, and the server has their record. */
function isOnlyRecorded({ description, permissions }: TokenContent, grants: readonly Permission[]): boolean {
  const record = parseRecord(description);
  return permissions.length === 0 && record !== undefined && samePermissions(record.grants, grants);
}

/**
 * undoingPatch gives a token its description back, together with the permissions that the server shows now: a person might have
 * changed them. A token without permissions gets its earlier ones, unless the server has their record. Undefined: only the record
 * has the permissions, so it must stay. `shown` is the token as it is now. Pure.
 */
export function undoingPatch(original: TokenContent, shown: TokenContent): PlannedPatch | undefined {
  const { description } = original;
  if (shown.permissions.length > 0) {
    return patchOf(shown, { description, permissions: shown.permissions });
  }
  const permissions = recordedGrants(original);
  const isKnown = permissions.length === 0 || isOnlyRecorded(shown, permissions);
  if (!isKnown) return patchOf(shown, { description, permissions });
  return original.permissions.length > 0 ? undefined : patchOf(shown, { description });
}

/**
 * SuspensionResult is the outcome of a suspension. `kept`: the token has its earlier permissions, or ones that somebody else gave it
 * meanwhile. `not-completed`: the permissions are removed and recorded, but the server does not store the mark `suspended`.
 * `not-suspended`: a read failed, or the server refused a PATCH. `not-confirmed`: it is not known whether a PATCH had an effect.
 * `missing`: the API responded with its own 404, and only a list shows what that means. `not-undone`: the server did not restore the
 * content of the token, or the outcome is not known. Without an `error`, a response shows different content.
 */
export type SuspensionResult =
  | { readonly kind: 'suspended'; readonly token: TokenContent }
  | { readonly kind: 'kept'; readonly why: KeptBecause }
  | { readonly kind: 'not-completed' }
  | { readonly kind: 'not-suspended' | 'not-confirmed'; readonly error: Failure }
  | { readonly kind: 'not-undone'; readonly original: TokenContent; readonly error: Failure | undefined }
  | { readonly kind: 'already-revoked' }
  | { readonly kind: 'missing' };

/**
 * KeptBecause is why a token was not suspended. `changed-meanwhile`: a read showed a token that differs from the one in the
 * decision. `record-not-shown`: the server does not store the record as it is sent. `permissions-remain`: the server did not remove
 * the permissions.
 */
export type KeptBecause = 'changed-meanwhile' | 'record-not-shown' | 'permissions-remain';

/** SuspendedToken is a token after its suspension. */
export interface SuspendedToken extends TokenContent {
  readonly id: string;
}
