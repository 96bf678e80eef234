import { formatInstant, formatSecond, parseInstant } from './dates.ts';
import { mergePermissions, type Permission } from './permissions.ts';

/**
 * RecordState is the state of a suspension. `suspending`: the suspension has begun, and the permissions might still exist.
 * `suspended`: the permissions were removed. `restored`: the permissions were given back.
 */
export type RecordState = 'suspending' | 'suspended' | 'restored';

/** SuspensionRecord is the text of a suspension at the end of a description, because the API stores no other text. */
export interface SuspensionRecord {
  readonly state: RecordState;
  /** The time when the token reached this state, in milliseconds since 1970. */
  readonly since: number;
  /** The permissions of the token before the suspension. */
  readonly grants: readonly Permission[];
}

/** State, date, and grants. No part contains a bracket. */
const RECORD =
  /^ \[gha-(suspending|suspended|restored):(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ) (-|(?:r|w|rw):[\w%/*-]+(?: (?:r|w|rw):[\w%/*-]+)*)\]$/;

const RECORD_START = ' [gha-';

/** A record that the server has cut off. It has no bracket at its end. */
const UNFINISHED = /^ \[gha-[\w%/*: -]*$/;

/** Characters that encodeURIComponent does not encode but a record does. */
const ALSO_ENCODED = /[.!~'()]/g;

/** parseRecord parses the record at the end of a description. Undefined if there is none. Needs time linear in the text. */
export function parseRecord(description: string): SuspensionRecord | undefined {
  const candidate = lastCandidate(description);
  // Most descriptions have no record, and a list contains thousands of them.
  if (candidate === '') return undefined;
  const [, state, date = '', listed = ''] = RECORD.exec(candidate) ?? [];
  const since = parseInstant(date);
  // The action never writes a date in another form, such as a leap second.
  if (since === undefined || formatInstant(since) !== date) return undefined;
  const grants = parseGrants(listed);
  return grants && { state: state as RecordState, since, grants };
}

/**
 * formatRecord formats a record with a leading space, for the end of a description. It rounds `since` up to a whole second.
 * Undefined if a permission cannot be recorded, because its action is neither read nor write or its resource is not a valid text.
 */
export function formatRecord({ state, since, grants }: SuspensionRecord): string | undefined {
  const listed = formatGrants(grants);
  return listed && `${RECORD_START}${state}:${formatSecond(since)} ${listed}]`;
}

/** recordIn returns the text of the record at the end of a description. Empty if there is none. */
export function recordIn(description: string): string {
  return parseRecord(description) ? lastCandidate(description) : '';
}

/** unfinishedRecordIn returns the beginning of a record that was cut off. Empty if there is none. */
export function unfinishedRecordIn(description: string): string {
  const candidate = lastCandidate(description);
  return UNFINISHED.test(candidate) ? candidate : '';
}

/** Only the last candidate can be at the end, because a record contains no bracket inside. */
function lastCandidate(description: string): string {
  const start = description.lastIndexOf(RECORD_START);
  return start < 0 ? '' : description.slice(start);
}

function parseGrants(listed: string): Permission[] | undefined {
  if (listed === '-') return [];
  try {
    return mergePermissions(listed.split(' ').flatMap(parseGrant));
  } catch {
    return undefined;
  }
}

/** Throws URIError for a name that cannot be decoded. */
function parseGrant(grant: string): Permission[] {
  const [letters = '', name = ''] = grant.split(':');
  const resource = decodeURIComponent(name);
  return [...letters].map((letter) => ({ action: letter === 'r' ? 'read' : 'write', resource }));
}

function formatGrants(grants: readonly Permission[]): string | undefined {
  const lettersOf = new Map<string, Set<string>>();
  for (const { action, resource } of grants) {
    if ((action !== 'read' && action !== 'write') || resource === '' || !resource.isWellFormed())
      return undefined;
    const letters = lettersOf.get(resource) ?? new Set();
    lettersOf.set(resource, letters.add(action === 'read' ? 'r' : 'w'));
  }
  if (lettersOf.size === 0) return '-';
  return [...lettersOf]
    .map(
      ([resource, letters]) => `${letters.size === 2 ? 'rw' : [...letters].join('')}:${encodeName(resource)}`,
    )
    .join(' ');
}

function encodeName(resource: string): string {
  return encodeURIComponent(resource)
    .replaceAll('%2F', '/')
    .replaceAll(ALSO_ENCODED, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}
