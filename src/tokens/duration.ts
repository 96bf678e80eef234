const UNITS = { w: 604_800, d: 86_400, h: 3_600, m: 60, s: 1 } as const;
const GRAMMAR = /^(?:(\d+)w)?(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/;

/** DURATION_EXAMPLES ends every message about a duration that cannot be read. */
export const DURATION_EXAMPLES = 'Write a duration such as `45s`, `90m`, `12h`, `30d`, `2w`, `1d12h`, or `0`';

/**
 * parseDuration reads `45s`, `90m`, `12h`, `30d`, `2w`, `1d12h` or `0`. Returns seconds, or undefined when the text
 * is not a duration or is too long for the calendar.
 */
export function parseDuration(text: string): number | undefined {
  if (/^0+$/.test(text)) return 0;
  const match = GRAMMAR.exec(text);
  if (!match || text === '') return undefined;
  const seconds = Object.values(UNITS).reduce(
    (sum, unit, index) => sum + Number(match[index + 1] ?? 0) * unit,
    0,
  );
  return seconds <= MAX_SECONDS ? seconds : undefined;
}

/** The span of a four-digit year: whatever is longer cannot be added to a date that RFC 3339 can write. */
const MAX_SECONDS = 10_000 * 366 * UNITS.d;

/** formatDuration writes seconds in the grammar that parseDuration reads, largest unit first, without weeks. */
export function formatDuration(seconds: number): string {
  let rest = Math.max(0, Math.floor(seconds));
  let text = '';
  for (const unit of ['d', 'h', 'm', 's'] as const) {
    const count = Math.floor(rest / UNITS[unit]);
    rest -= count * UNITS[unit];
    if (count > 0) text += `${count}${unit}`;
  }
  return text === '' ? '0' : text;
}
