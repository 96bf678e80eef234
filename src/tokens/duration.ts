const UNITS = { w: 604_800, d: 86_400, h: 3_600, m: 60, s: 1 } as const;
const GRAMMAR = /^(?:(\d+)w)?(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/;

/** DURATION_EXAMPLES is the end of every message about an invalid duration. */
export const DURATION_EXAMPLES = 'Write a duration such as `45s`, `90m`, `12h`, `30d`, `2w`, `1d12h`, or `0`';

/**
 * parseDuration parses `45s`, `90m`, `12h`, `30d`, `2w`, `1d12h`, or `0`. Returns seconds. Undefined if the text is not a duration
 * or the duration is too long for the calendar.
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

/** 10,000 years, because RFC 3339 has four-digit years. */
const MAX_SECONDS = 10_000 * 366 * UNITS.d;

/** formatDuration formats seconds in the grammar of parseDuration, the largest unit first, without weeks. */
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

const MINUTE_S = 60;
const HOUR_S = 60 * MINUTE_S;
const DAY_S = 24 * HOUR_S;
const WEEK_S = 7 * DAY_S;
const MONTH_S = 30 * DAY_S;
const YEAR_S = 365 * DAY_S;

/** The names that people use for units, in lower case. */
const SPELLED_UNITS: Readonly<Record<string, number>> = {
  ...spellings(1, 's', 'sec', 'secs', 'second', 'seconds'),
  ...spellings(MINUTE_S, 'm', 'min', 'mins', 'minute', 'minutes'),
  ...spellings(HOUR_S, 'h', 'hr', 'hrs', 'hour', 'hours'),
  ...spellings(DAY_S, 'd', 'day', 'days'),
  ...spellings(WEEK_S, 'w', 'wk', 'wks', 'week', 'weeks'),
  ...spellings(MONTH_S, 'mo', 'mon', 'mth', 'month', 'months'),
  ...spellings(YEAR_S, 'y', 'yr', 'yrs', 'year', 'years'),
};

/** `P30D`, `PT12H`: the letter M means months before the T and minutes after it. */
const ISO_8601 = /^p(?:(\d+)y)?(?:(\d+)m)?(?:(\d+)w)?(?:(\d+)d)?(?:t(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?)?$/;
const ISO_UNITS_S = [YEAR_S, MONTH_S, WEEK_S, DAY_S, HOUR_S, MINUTE_S, 1];

/** A number and a unit. */
const PART = /(\d+(?:[.,]\d+)?)\s*([a-z]+)/g;

/** Longer texts are not durations. */
const MAX_TYPED_LENGTH = 60;

/**
 * suggestDurations returns the durations that a text such as `30 days`, `1y`, `1.5h`, or `P30D` probably means, in the grammar of
 * parseDuration. For a number without a unit, it returns one suggestion per unit. Pure.
 */
export function suggestDurations(text: string): string[] {
  const typed = text.trim().toLowerCase();
  if (typed.length > MAX_TYPED_LENGTH) return [];
  const seconds = secondsIn(typed);
  const candidates = /^\d+$/.test(typed)
    ? ['s', 'm', 'h', 'd'].map((unit) => `${Number(typed)}${unit}`)
    : seconds === undefined
      ? []
      : [formatDuration(seconds)];
  return candidates.filter((candidate) => (parseDuration(candidate) ?? 0) > 0);
}

function secondsIn(typed: string): number | undefined {
  const iso = ISO_8601.exec(typed);
  if (iso) return ISO_UNITS_S.reduce((sum, unit, index) => sum + Number(iso[index + 1] ?? 0) * unit, 0);
  const parts = [...typed.matchAll(PART)];
  const isWhole = parts.length > 0 && /^(?:[\s,]|and)*$/.test(typed.replaceAll(PART, ''));
  if (!isWhole || parts.some(([, , unit = '']) => !Object.hasOwn(SPELLED_UNITS, unit))) return undefined;
  return parts.reduce(
    (sum, [, count = '', unit = '']) =>
      sum + Math.round(Number(count.replace(',', '.')) * (SPELLED_UNITS[unit] ?? 0)),
    0,
  );
}

function spellings(seconds: number, ...words: readonly string[]): Record<string, number> {
  return Object.fromEntries(words.map((word) => [word, seconds]));
}
