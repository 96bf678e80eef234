/** Longer than anybody waits, and still a number that can be shown. */
const MAX_SECONDS = 1e12;

/**
 * parseRetryAfter reads the header in both of its forms, seconds and date. Returns milliseconds from `now` (in
 * milliseconds since 1970), or undefined when the header is absent or senseless.
 */
export function parseRetryAfter(value: string | undefined, now: number): number | undefined {
  const text = value?.trim() ?? '';
  if (/^\d+$/.test(text)) return Math.min(Number(text), MAX_SECONDS) * 1000;
  const date = parseHttpDate(text);
  return date === undefined ? undefined : Math.max(0, date - now);
}

const MONTHS = 'Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec';
const TIME = '\\d{2}:\\d{2}:\\d{2}';
/** The whole of it, since Date.parse makes a date of less: `Sun, 06 Nov` would be in 2001. */
const HTTP_DATE = new RegExp(
  `^[A-Z][a-z]{2,8},? (?:\\d{2}[ -](?:${MONTHS})[ -]\\d{2,4} ${TIME} GMT|(?:${MONTHS}) [ \\d]\\d ${TIME} \\d{4})$`,
);

/** parseHttpDate reads the date of a header. Returns milliseconds since 1970, or undefined for anything else. */
export function parseHttpDate(text: string): number | undefined {
  if (!HTTP_DATE.test(text)) return undefined;
  // The oldest of the three forms of a date names no zone: it is in GMT like the others.
  const date = Date.parse(text.endsWith('GMT') ? text : `${text} GMT`);
  return Number.isNaN(date) ? undefined : date;
}
