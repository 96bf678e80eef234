import { ACTIONS, type Permission, samePermissions } from './permissions.ts';
import { formatRecord, parseRecord, type SuspensionRecord } from './record.ts';
import { withRecord } from './tag.ts';
import type { Token, TokenChange } from './token.ts';

/** TokenContent is the part of a token that a suspension changes and that every read must match. */
export type TokenContent = Pick<Token, 'description' | 'permissions'>;

/** sameContent tells whether a token still has the description and the permissions that a decision was based on. Pure. */
export function sameContent(one: TokenContent, other: TokenContent): boolean {
  return one.description === other.description && samePermissions(one.permissions, other.permissions);
}

/** recordedGrants are the permissions that a restore would give to a token. Pure. */
export function recordedGrants({ description, permissions }: TokenContent): readonly Permission[] {
  if (permissions.length > 0) return permissions;
  return parseRecord(description)?.grants ?? [];
}

/** isWithoutAccess tells whether a suspension has removed the permissions of a token. Pure. */
export function isWithoutAccess({ description, permissions }: TokenContent): boolean {
  const state = parseRecord(description)?.state;
  return permissions.length === 0 && (state === 'suspending' || state === 'suspended');
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

/** patchOf is the PATCH that changes a token, and what the token must be afterwards. Pure. */
export function patchOf({ description, permissions }: TokenContent, change: TokenChange): PlannedPatch {
  return { change, wanted: { description, permissions, ...change } };
}

/** withGrantsRecorded returns the description of a token with a record. Undefined if the record cannot contain its permissions. Pure. */
export function withGrantsRecorded(
  { description }: TokenContent,
  record: SuspensionRecord,
): string | undefined {
  const written = formatRecord(record);
  return written && withRecord(description, written);
}
