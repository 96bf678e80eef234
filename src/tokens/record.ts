import { parseInstant } from './dates.ts';

/** What a suspension writes after a tag: state, date, and grants. No part contains a bracket. */
const RECORD =
  /^ \[gha-(?:suspending|suspended|restored):(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ) (-|(?:r|w|rw):[\w%/*-]+(?: (?:r|w|rw):[\w%/*-]+)*)\]$/;

const RECORD_START = ' [gha-';

/** A record that the server cut off: everything that a record can contain, without the bracket at its end. */
const UNFINISHED = /^ \[gha-[\w%/*: -]*$/;

/** recordIn returns the record at the end of a description, empty if there is none. Takes time linear in the text. */
export function recordIn(description: string): string {
  const candidate = lastCandidate(description);
  const [, since = '', grants = ''] = RECORD.exec(candidate) ?? [];
  return parseInstant(since) !== undefined && isDecodable(grants) ? candidate : '';
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

function isDecodable(grants: string): boolean {
  try {
    decodeURIComponent(grants);
    return true;
  } catch {
    return false;
  }
}
