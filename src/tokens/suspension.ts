import type { Failure } from '../base/errors.ts';
import type { TwoClocks } from './clocks.ts';
import { followingMinute, formatMinute } from './dates.ts';
import { formatDuration } from './duration.ts';
import { ACTIONS, type Permission, samePermissions } from './permissions.ts';
import { formatRecord, parseRecord, type SuspensionRecord } from './record.ts';
import { parseTagged, withRecord, withTag } from './tag.ts';
import type { Token, TokenChange, TokenStatus } from './token.ts';

/** TokenContent is the part of a token that a suspension changes and that every read must match. */
export type TokenContent = Pick<Token, 'description' | 'permissions'>;

/** The server might cut off a longer description, and then lose the recorded permissions. In bytes. */
const MAX_DESCRIPTION_BYTES = 2_000;

/** sameContent tells whether a token still has the description and the permissions that a decision was based on. Pure. */
export function sameContent(one: TokenContent, other: TokenContent): boolean {
  return one.description === other.description && samePermissions(one.permissions, other.permissions);
}

/** recordedGrants are the permissions that a restore would give to a token. Pure. */
export function recordedGrants({ description, permissions }: TokenContent): readonly Permission[] {
  if (permissions.length > 0) return permissions;
  return parseRecord(description)?.grants ?? [];
}

/** SuspendedToken is a token after its suspension. */
export interface SuspendedToken extends TokenContent {
  readonly id: string;
}

/** isWithoutAccess tells whether a suspension has removed the permissions of a token. Pure. */
export function isWithoutAccess({ description, permissions }: TokenContent): boolean {
  const state = parseRecord(description)?.state;
  return permissions.length === 0 && (state === 'suspending' || state === 'suspended');
}

/** whyNotSuspendable says in a part of a sentence why a token cannot be suspended. Undefined if it can be. Pure. */
export function whyNotSuspendable(token: TokenContent): string | undefined {
  if (token.description === '') return 'it has no description in which to record its permissions';
  // A suspension writes several records. This is the longest.
  const state = token.permissions.length > 0 ? 'suspending' : 'suspended';
  const description = described(token, { state, since: 0, grants: recordedGrants(token) });
  if (description === undefined) return 'it has permissions that cannot be recorded';
  return Buffer.byteLength(description) > MAX_DESCRIPTION_BYTES
    ? `its description would exceed ${MAX_DESCRIPTION_BYTES} bytes`
    : undefined;
}

/** Ending is the decision about a token, and the reason for people. */
export interface Ending {
  readonly decision: 'revoke' | 'suspend' | 'keep';
  readonly reason: string;
}

/** QuarantineFacts decide how a token ends. With `quarantineMs` 0, live tokens are revoked at once. `clocks`: the time of the list. */
export interface QuarantineFacts {
  readonly quarantineMs: number;
  readonly clocks: TwoClocks;
}

/**
 * endingOf decides how a live token ends that is no longer needed. An unfinished suspension starts again. `reason` says why the
 * token is no longer needed. Pure.
 */
export function endingOf(token: TokenContent, reason: string, { quarantineMs }: QuarantineFacts): Ending {
  if (parseRecord(token.description)?.state === 'suspending' && quarantineMs === 0) {
    return {
      decision: 'keep',
      reason: 'another workflow has begun to suspend this token, and `quarantine` is not set',
    };
  }
  if (quarantineMs === 0) return { decision: 'revoke', reason };
  const obstacle = whyNotSuspendable(token);
  return obstacle === undefined
    ? { decision: 'suspend', reason }
    : { decision: 'keep', reason: `${reason}, but it cannot be suspended, because ${obstacle}` };
}

/**
 * endOfQuarantine decides whether the quarantine of a suspended token is over. Undefined for a token that is not suspended, or whose
 * suspension was not finished. Pure.
 */
export function endOfQuarantine(
  { description, permissions }: TokenContent,
  { quarantineMs, clocks }: QuarantineFacts,
): Ending | undefined {
  const record = parseRecord(description);
  if (record?.state !== 'suspended') return undefined;
  const suspended = `suspended since ${formatMinute(record.since)}`;
  if (permissions.length > 0) {
    return { decision: 'keep', reason: `${suspended}, but a person later added permissions` };
  }
  if (quarantineMs === 0) return { decision: 'keep', reason: `${suspended}, and \`quarantine\` is not set` };
  const until = record.since + quarantineMs;
  return clocks.forEnding >= until
    ? { decision: 'revoke', reason: `${suspended}, for more than ${formatDuration(quarantineMs / 1000)}` }
    : {
        decision: 'keep',
        reason: `${suspended}, in quarantine until ${formatMinute(followingMinute(until))}`,
      };
}

/**
 * hasLostPermissions tells whether another suspension happened between two reads. A change by a person would leave some permissions.
 * Pure.
 */
export function hasLostPermissions(read: TokenContent, shown: TokenContent): boolean {
  return read.permissions.length > 0 && shown.permissions.length === 0;
}

/**
 * mustGiveBack tells whether the response to a PATCH that asked for no other permissions shows that a suspension came between. A token
 * that was read without permissions has lost none, and keeps those that a restore or a person gave it meanwhile. Pure.
 */
export function mustGiveBack(read: TokenContent, shown: TokenContent): boolean {
  return read.permissions.length > 0 && !samePermissions(read.permissions, shown.permissions);
}

/** PlannedPatch is one PATCH, and what the response must show. */
export interface PlannedPatch {
  readonly change: TokenChange;
  readonly wanted: TokenContent;
}

/**
 * describingPatch changes the description of a token. It sends the permissions of the token, too: a suspension might have removed
 * them since they were read, and its record is in the description that is replaced. Permissions other than read and write are
 * not sent, because a token with such permissions is never suspended. Pure.
 */
export function describingPatch(token: TokenContent, description: string): PlannedPatch {
  const { permissions } = token;
  const isKnown = ({ action }: Permission) => (ACTIONS as readonly string[]).includes(action);
  const areSent = permissions.length > 0 && permissions.every(isKnown);
  return patchOf(token, areSent ? { description, permissions } : { description });
}

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
  const description = described(token, { state, since, grants: recordedGrants(token) });
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
 * restoringPatch gives a suspended token its permissions back, or keeps the ones that a person has given it. Undefined if there is
 * nothing to restore. A restored token never returns to a series or to a job, so it becomes `kept`. `since` is in milliseconds since
 * 1970. Pure.
 */
export function restoringPatch(token: TokenContent, since: number): PlannedPatch | undefined {
  const record = parseRecord(token.description);
  if (!record) return undefined;
  const { state, grants } = record;
  // An earlier restore has written the description, but not the permissions.
  const isIncomplete = token.permissions.length === 0 && grants.length > 0;
  if (state === 'restored' && !isIncomplete) return undefined;
  const description = described(asKept(token), { state: 'restored', since, grants });
  if (description === undefined) throw new Error('what a record contains can be recorded');
  return patchOf(token, { description, permissions: recordedGrants(token) });
}

function asKept(token: TokenContent): TokenContent {
  const tag = parseTagged(token.description)?.tag;
  return tag ? { ...token, description: withTag(token.description, { ...tag, kind: 'kept' }) } : token;
}

function described({ description }: TokenContent, record: SuspensionRecord): string | undefined {
  const written = formatRecord(record);
  return written && withRecord(description, written);
}

function patchOf({ description, permissions }: TokenContent, change: TokenChange): PlannedPatch {
  return { change, wanted: { description, permissions, ...change } };
}

/**
 * SuspensionResult is the outcome of a suspension. `kept`: the token has its earlier permissions, or ones that somebody else gave it
 * meanwhile. `not-completed`: the permissions are removed and recorded, but the server does not store the mark `suspended`.
 * `missing`: the API responded with its own 404, and only a list shows what that means. `not-undone`: the server did not restore the
 * content of the token, or the outcome is not known. Without an `error`, a response shows different content.
 */
export type SuspensionResult =
  | { readonly kind: 'suspended'; readonly token: TokenContent }
  | { readonly kind: 'kept'; readonly why: KeptBecause }
  | { readonly kind: 'not-completed' }
  | { readonly kind: 'not-undone'; readonly original: TokenContent; readonly error: Failure | undefined }
  | { readonly kind: 'already-revoked' }
  | { readonly kind: 'missing' };

/**
 * KeptBecause is why a token was not suspended. `changed-meanwhile`: a read showed a token that differs from the one in the
 * decision. `record-not-shown`: the server does not store the record as it is sent. `permissions-remain`: the server did not remove
 * the permissions.
 */
export type KeptBecause = 'changed-meanwhile' | 'record-not-shown' | 'permissions-remain';

type RestoredKind = 'restored' | 'nothing-to-restore' | 'to-restore' | 'not-shown' | 'revoked';

/**
 * RestoreResult is the outcome of one restore. `nothing-to-restore`: there was no suspension, or an earlier restore is complete.
 * `to-restore`: a dry run has found a token to restore. `not-shown`: the server never showed the content that was sent.
 */
export type RestoreResult =
  | ({ readonly kind: RestoredKind } & ShownToken)
  | { readonly kind: 'not-found' }
  | FailedRestore;

/** ShownToken is a token in a response. `status`: by the server's clock. */
interface ShownToken {
  readonly token: Token;
  readonly status: TokenStatus;
}

/** FailedRestore is a read or a PATCH that failed. `shown`: the token before the failure, if it was read. */
export interface FailedRestore {
  readonly kind: 'failed';
  readonly error: Failure;
  /** False: no PATCH had an effect. */
  readonly mightBeRestored: boolean;
  readonly shown: ShownToken | undefined;
}
