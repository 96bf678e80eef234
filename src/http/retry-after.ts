import { parseHttpDate } from './http-date.ts';

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
