import type { Failure } from '../base/errors.ts';
import type { TwoClocks } from './clocks.ts';
import { formatSecond } from './dates.ts';
import { formatDuration } from './duration.ts';
import { isAction, type Permission, samePermissions } from './permissions.ts';
import { formatRecord, parseRecord, type SuspensionRecord } from './record.ts';
import { parseTagged, withRecord, withTag } from './tag.ts';
import type { Token, TokenChange } from './token.ts';

/** TokenContent is the part of a token that a suspension changes, and that every read is compared with. */
export type TokenContent = Pick<Token, 'description' | 'permissions'>;

/** A longer description might be cut off, and the recorded grants with it. In bytes. */
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

/** SuspendedToken is a token as it is when it is suspended. */
export interface SuspendedToken extends TokenContent {
  readonly id: string;
}

/** isWithoutAccess tells whether a suspension has taken the permissions of a token away. Pure. */
export function isWithoutAccess({ description, permissions }: TokenContent): boolean {
  const state = parseRecord(description)?.state;
  return permissions.length === 0 && (state === 'suspending' || state === 'suspended');
}

/** whyNotSuspendable says why a token cannot be suspended, as part of a sentence; undefined if it can be. Pure. */
export function whyNotSuspendable(token: TokenContent): string | undefined {
  if (token.description === '') return 'it has no description to record its permissions in';
  // The longest of the records that a suspension writes.
  const description = described(token, { state: 'suspending', since: 0, grants: recordedGrants(token) });
  if (description === undefined) return 'it has permissions that cannot be recorded';
  return Buffer.byteLength(description) > MAX_DESCRIPTION_BYTES
    ? `its description would exceed ${MAX_DESCRIPTION_BYTES} bytes`
    : undefined;
}

/** Ending is how a token ends, or why it does not, for a person. */
export interface Ending {
  readonly decision: 'revoke' | 'suspend' | 'keep';
  readonly reason: string;
}

/** QuarantineFacts decide how a token ends. `quarantineMs` 0: live tokens are revoked at once. `clocks`: when it was listed. */
export interface QuarantineFacts {
  readonly quarantineMs: number;
  readonly clocks: TwoClocks;
}

/**
 * endingOf decides how a live token ends that is no longer needed, and begins again where an earlier suspension was not finished.
 * `reason` says why the token is no longer needed. Pure.
 */
export function endingOf(token: TokenContent, reason: string, { quarantineMs }: QuarantineFacts): Ending {
  if (parseRecord(token.description)?.state === 'suspending' && quarantineMs === 0) {
    return { decision: 'keep', reason: 'another workflow began to suspend it, and `quarantine` is not set' };
  }
  if (quarantineMs === 0) return { decision: 'revoke', reason };
  const obstacle = whyNotSuspendable(token);
  return obstacle === undefined
    ? { decision: 'suspend', reason }
    : { decision: 'keep', reason: `${reason}, but it cannot be suspended: ${obstacle}` };
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
  const suspended = `suspended since ${formatSecond(record.since)}`;
  if (permissions.length > 0) {
    return { decision: 'keep', reason: `${suspended}, but a person gave it permissions by hand` };
  }
  if (quarantineMs === 0) return { decision: 'keep', reason: `${suspended}, and \`quarantine\` is not set` };
  const until = record.since + quarantineMs;
  return clocks.forEnding >= until
    ? { decision: 'revoke', reason: `${suspended}, longer than ${formatDuration(quarantineMs / 1000)}` }
    : { decision: 'keep', reason: `${suspended}, in quarantine until ${formatSecond(until)}` };
}

/**
 * hasLostPermissions tells whether a suspension came between a read and a response. A person who edits by hand leaves some
 * permissions. Pure.
 */
export function hasLostPermissions(read: TokenContent, shown: TokenContent): boolean {
  return read.permissions.length > 0 && shown.permissions.length === 0;
}

/** PlannedPatch is one PATCH, and what the response must show. */
export interface PlannedPatch {
  readonly change: TokenChange;
  readonly wanted: TokenContent;
}

/**
 * describingPatch changes the description of a token. It sends the permissions of the token, too: a suspension might have taken
 * them away since they were read, and its record is in the description that is replaced. Permissions other than read and
 * write are not sent, because a token with such permissions is never suspended. Pure.
 */
export function describingPatch(token: TokenContent, description: string): PlannedPatch {
  const { permissions } = token;
  const areSent = permissions.length > 0 && permissions.every(({ action }) => isAction(action));
  return patchOf(token, areSent ? { description, permissions } : { description });
}

/** SuspensionStep is the next PATCH of a suspension. `completes`: the token is suspended once the response shows it. */
export interface SuspensionStep extends PlannedPatch {
  readonly completes: boolean;
}

/** SuspensionState is how far a suspension is. */
export interface SuspensionState {
  /** The token as it was read last. */
  readonly token: TokenContent;
  /** Whether a response has shown that this run recorded the permissions of the token. */
  readonly isRecorded: boolean;
}

/**
 * suspensionStep decides the next PATCH. Permissions are recorded first and taken away afterwards, so they are never only in
 * memory. `since` is in milliseconds since 1970. Throws for a token that whyNotSuspendable refuses. Pure.
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
 * SuspensionJudgment is what a response shows. `as-wanted`: exactly what was asked for. `incomplete`: the permissions are gone
 * and recorded, by this run or by another, so only the description is left to write. `to-undo`: the token must get back what it had.
 */
export type SuspensionJudgment = 'as-wanted' | 'incomplete' | 'to-undo';

/** judgeSuspension compares a response with what the step asked for. `before` is the token as the step found it. Pure. */
export function judgeSuspension(
  { wanted }: SuspensionStep,
  before: TokenContent,
  shown: TokenContent,
): SuspensionJudgment {
  if (sameContent(shown, wanted)) return 'as-wanted';
  // Who restored the token in the meantime wants to use it.
  const isRecorded = isWithoutAccess(shown) && hasRecorded(shown, recordedGrants(before));
  return isRecorded ? 'incomplete' : 'to-undo';
}

/**
 * undoingPatch gives a token its description back, together with the permissions that it has now: the server last showed them, and
 * another run or a person might have changed them. A token without permissions gets those that it had, unless the server has
 * their record. Undefined: the record is the only place that has the permissions, so it stays. `shown` is the token as it is now. Pure.
 */
export function undoingPatch(original: TokenContent, shown: TokenContent): PlannedPatch | undefined {
  const { description } = original;
  if (shown.permissions.length > 0) {
    return patchOf(shown, { description, permissions: shown.permissions });
  }
  const permissions = recordedGrants(original);
  const isKnown = permissions.length === 0 || hasRecorded(shown, permissions);
  if (!isKnown) return patchOf(shown, { description, permissions });
  return original.permissions.length > 0 ? undefined : patchOf(shown, { description });
}

function hasRecorded({ description }: TokenContent, grants: readonly Permission[]): boolean {
  const record = parseRecord(description);
  return record !== undefined && samePermissions(record.grants, grants);
}

/**
 * restoringPatch gives a suspended token its permissions back, or keeps those that a person has given it by hand. Undefined if
 * there is nothing to restore. A restored token never returns to a series or to a job, so it is `kept` from now on. `since` is in
 * milliseconds since 1970. Pure.
 */
export function restoringPatch(token: TokenContent, since: number): PlannedPatch | undefined {
  const record = parseRecord(token.description);
  if (!record) return undefined;
  const { state, grants } = record;
  // Half of an earlier restore: the description is written, and the permissions are not.
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
 * SuspensionResult is what became of a suspension. `kept`: the token grants what it granted before, or what somebody else gave it
 * meanwhile. `not-completed`: the permissions are gone and recorded, and the server does not mark the token as suspended.
 * `missing`: the API responded with its own 404, and only a list tells what that means. `not-undone`: the server did not give the token back what it had, or does not tell. Without an `error`, it shows otherwise.
 */
export type SuspensionResult =
  | { readonly kind: 'suspended'; readonly token: TokenContent }
  | { readonly kind: 'kept'; readonly why: KeptBecause }
  | { readonly kind: 'not-completed' }
  | { readonly kind: 'not-undone'; readonly original: TokenContent; readonly error: Failure | undefined }
  | { readonly kind: 'already-revoked' }
  | { readonly kind: 'missing' };

/**
 * KeptBecause is why a suspension was not carried out. `changed-meanwhile`: a read showed another description or other permissions
 * than were decided on. `record-not-shown`: the server does not store the record as it is sent. `permissions-remain`: the server
 * did not take the permissions away.
 */
export type KeptBecause = 'changed-meanwhile' | 'record-not-shown' | 'permissions-remain';

type RestoredKind = 'restored' | 'nothing-to-restore' | 'to-restore' | 'not-shown' | 'revoked';

/**
 * RestoreResult is what became of one restore. `nothing-to-restore`: no suspension was begun, or an earlier restore gave everything
 * back. `to-restore`: a dry run has found something to restore. `not-shown`: the server never showed what was sent.
 */
export type RestoreResult =
  | { readonly kind: RestoredKind; readonly token: Token }
  | { readonly kind: 'not-found' };
