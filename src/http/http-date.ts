const MONTHS = 'Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec';
const HTTP_DATE = new RegExp(`^[A-Z][a-z]{2,8},? (?:\\d{2}[ -](?:${MONTHS})|(?:${MONTHS}) [ \\d]\\d)`);

/** parseHttpDate reads the date of a header. Returns milliseconds since 1970, or undefined for anything else. */
export function parseHttpDate(text: string): number | undefined {
  if (!HTTP_DATE.test(text)) return undefined;
  // The oldest of the three forms of a date names no zone: it is in GMT like the others.
  const date = Date.parse(text.endsWith('GMT') ? text : `${text} GMT`);
  return Number.isNaN(date) ? undefined : date;
}
