const MONTHS = 'Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec';
const HTTP_DATE = new RegExp(`^[A-Z][a-z]{2,8},? (?:\\d{2}[ -](?:${MONTHS})|(?:${MONTHS}) [ \\d]\\d)`);

/** Longer than anybody waits, and still a number that can be shown. */
const LONGEST_S = 1e12;

/**
 * parseRetryAfter reads the header in both of its forms, seconds and date. Returns milliseconds from `now` (in
 * milliseconds since 1970), or undefined when the header is absent or senseless.
 */
export function parseRetryAfter(value: string | undefined, now: number): number | undefined {
  const text = value?.trim() ?? '';
  if (/^\d+$/.test(text)) return Math.min(Number(text), LONGEST_S) * 1000;
  if (!HTTP_DATE.test(text)) return undefined;
  // The oldest of the three forms of a date names no zone: it is in GMT like the others.
  const date = Date.parse(text.endsWith('GMT') ? text : `${text} GMT`);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
