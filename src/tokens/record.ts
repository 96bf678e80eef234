import { formatInstant, formatSecond, parseInstant } from './dates.ts';
import { mergePermissions, type Permission } from './permissions.ts';

/**
 * RecordState is how far a suspension is. `suspending`: begun, so the permissions might still be there. `suspended`: the
 * permissions were taken away. `restored`: they were given back.
 */
export type RecordState = 'suspending' | 'suspended' | 'restored';

/** SuspensionRecord is what a suspension writes at the end of a description: the API stores nothing else for us. */
export interface SuspensionRecord {
  readonly state: RecordState;
  /** When that state was reached, in milliseconds since 1970. */
  readonly since: number;
  /** What the token granted before the suspension. */
  readonly grants: readonly Permission[];
}

/** State, date, and grants. No part contains a bracket. */
const RECORD =
  /^ \[gha-(suspending|suspended|restored):(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ) (-|(?:r|w|rw):[\w%/*-]+(?: (?:r|w|rw):[\w%/*-]+)*)\]$/;

const RECORD_START = ' [gha-';

/** A record that the server cut off: everything that a record can contain, without the bracket at its end. */
const UNFINISHED = /^ \[gha-[\w%/*: -]*$/;

/** What encodeURIComponent leaves as it is, and a record does not. */
const ALSO_ENCODED = /[.!~'()]/g;

/** parseRecord reads the record at the end of a description, undefined if there is none. Takes time linear in the text. */
export function parseRecord(description: string): SuspensionRecord | undefined {
  const [, state, date = '', listed = ''] = RECORD.exec(lastCandidate(description)) ?? [];
  const since = parseInstant(date);
  // A date that is written otherwise, such as a leap second, was not written by the action.
  if (since === undefined || formatInstant(since) !== date) return undefined;
  const grants = parseGrants(listed);
  return grants && { state: state as RecordState, since, grants };
}

/**
 * formatRecord writes a record, with the space before it, as it is appended to a description. The date is the first whole second
 * that is not before `since`. Undefined if a permission cannot be recorded: its action is neither read nor write, or its
 * resource is not text.
 */
export function formatRecord({ state, since, grants }: SuspensionRecord): string | undefined {
  const listed = formatGrants(grants);
  return listed && `${RECORD_START}${state}:${formatSecond(since)} ${listed}]`;
}

/** recordIn returns the record at the end of a description as it is written, empty if there is none. */
export function recordIn(description: string): string {
  return parseRecord(description) ? lastCandidate(description) : '';
}

/** unfinishedRecordIn returns the beginning of a record that was cut off, empty if there is none. */
export function unfinishedRecordIn(description: string): string {
  const candidate = lastCandidate(description);
  return UNFINISHED.test(candidate) ? candidate : '';
}

/** Only the last one can be at the end, because a record contains no bracket but its own. */
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
