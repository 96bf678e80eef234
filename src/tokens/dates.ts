import { countOf } from '../base/text.ts';

const RFC3339 = /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)$/;

/** The last instant that RFC 3339 can represent. */
const END_OF_CALENDAR = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The calendar repeats after 400 years. */
const CYCLE_YEARS = 400;
const CYCLE_MS = 146_097 * 86_400_000;

/**
 * parseInstant parses an RFC 3339 date with any offset. Returns milliseconds since 1970, with microseconds as a
 * fraction. Undefined for any other text, such as a date without an offset or a day that does not exist. A list contains thousands of dates, so this reads
 * digits at their positions. The groups of a regular expression need twice the time.
 */
export function parseInstant(text: string): number | undefined {
  if (!RFC3339.test(text)) return undefined;
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
  const month = twoDigits(text, 5);
  const day = twoDigits(text, 8);
  const hour = twoDigits(text, 11);
  const minute = twoDigits(text, 14);
  const second = twoDigits(text, 17);
  // A leap second is valid and counts as the first second of the next minute.
  if (day < 1 || day > daysIn(year, month) || hour > 23 || minute > 59 || second > 60) return undefined;
  const zone = text.length - (/[Zz]$/.test(text) ? 1 : OFFSET_LENGTH);
  const offset = offsetMinutes(text, zone);
  if (offset === undefined) return undefined;
  // Digits after the sixth are dropped.
  const microseconds = Number(text.slice(FRACTION, Math.min(FRACTION + 6, zone)).padEnd(6, '0'));
  // Date.UTC treats the years before 100 as 1900 and later, so add a cycle.
  const local = Date.UTC(year + CYCLE_YEARS, month - 1, day, hour, minute - offset, second);
  return withinCalendar(local - CYCLE_MS + microseconds / 1000);
}

/** The position of the first digit after the point, if there is one. */
const FRACTION = 20;

/** The length of an offset such as `+02:00`. */
const OFFSET_LENGTH = 6;

/** The number at a position where two digits are. */
function twoDigits(text: string, at: number): number {
  return (text.charCodeAt(at) - ZERO) * 10 + text.charCodeAt(at + 1) - ZERO;
}

const ZERO = 0x30;

/** 0 for a month that does not exist. */
function daysIn(year: number, month: number): number {
  const isLeapYear = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeapYear ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0);
}

/** The offset at a position. Undefined for one that does not exist. */
function offsetMinutes(text: string, at: number): number | undefined {
  if (text.length - at < OFFSET_LENGTH) return 0;
  const [hours, minutes] = [twoDigits(text, at + 1), twoDigits(text, at + 4)];
  if (hours > 23 || minutes > 59) return undefined;
  return (hours * 60 + minutes) * (text[at] === '-' ? -1 : 1);
}

/** withinCalendar returns undefined for an instant after the year 9999, which RFC 3339 cannot represent. */
export function withinCalendar(instant: number): number | undefined {
  return Math.floor(instant) <= END_OF_CALENDAR ? instant : undefined;
}

/** formatInstant formats milliseconds since 1970 as RFC 3339 in UTC. It omits a fraction of zero. */
export function formatInstant(instant: number): string {
  const text = new Date(instant).toISOString();
  return text.endsWith('.000Z') ? `${text.slice(0, -5)}Z` : text;
}

/** formatSecond formats an instant in whole seconds, rounded up. */
export function formatSecond(instant: number): string {
  return formatInstant(Math.ceil(instant / 1000) * 1000);
}

/**
 * ServerDate is a date of the API, in milliseconds since 1970. The API has at least five ways to say that a date is not set. An
 * unreadable date must never count as unset.
 */
export type ServerDate = number | 'unset' | 'unreadable';

/** parseServerDate parses a date of the API. Absent, null, empty, and zero dates are `unset`. */
export function parseServerDate(value: unknown): ServerDate {
  if (value === undefined || value === null || value === '') return 'unset';
  if (typeof value !== 'string') return 'unreadable';
  const instant = parseInstant(value);
  if (instant === undefined) return 'unreadable';
  // Zero dates: Go's (year 1) and Unix's.
  return instant <= 0 ? 'unset' : instant;
}

/** wholeSeconds rounds an instant down to whole seconds. */
export function wholeSeconds(instant: number): number {
  return Math.floor(instant / 1000) * 1000;
}

/** formatServerDate formats a date of the API. Undefined if it is not set. An unreadable date becomes `unreadable`. */
export function formatServerDate(date: ServerDate): string | undefined {
  if (typeof date === 'number') return formatInstant(date);
  return date === 'unset' ? undefined : date;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** formatMinute writes the minute of an instant for people: `29 Nov 2026, 22:04 UTC`. Node's own formatter takes 10 ms to load. */
export function formatMinute(instant: number): string {
  const date = new Date(instant);
  const day = `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
  return `${day}, ${date.toISOString().slice(-13, -8)} UTC`;
}

const UNITS = [
  { noun: 'second', ms: 1000, below: 90 },
  { noun: 'minute', ms: 60_000, below: 90 },
  { noun: 'hour', ms: 3_600_000, below: 48 },
  { noun: 'day', ms: 86_400_000, below: 1000 },
] as const;
const YEAR = { noun: 'year', ms: 365 * 86_400_000 } as const;

/** describeMoment adds to the minute of an instant how far it is away: `29 Nov 2026, 22:04 UTC, in 24 hours`. */
export function describeMoment(instant: number, now: number): string {
  return `${formatMinute(instant)}, ${describeDistance(instant - now)}`;
}

function describeDistance(ms: number): string {
  const { noun, ms: unit } = UNITS.find((one) => Math.abs(ms) < one.below * one.ms) ?? YEAR;
  const count = Math.round(Math.abs(ms) / unit);
  if (count === 0) return 'now';
  const amount = countOf(count, noun);
  return ms > 0 ? `in ${amount}` : `${amount} ago`;
}

/** followingMinute is the first whole minute that is not before an instant. */
export function followingMinute(instant: number): number {
  return Math.ceil(instant / 60_000) * 60_000;
}
