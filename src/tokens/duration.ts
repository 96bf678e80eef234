const UNITS = { w: 604_800, d: 86_400, h: 3_600, m: 60, s: 1 } as const;
const GRAMMAR = /^(?:(\d+)w)?(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/;

/** DURATION_EXAMPLES is the end of every message about an invalid duration. */
export const DURATION_EXAMPLES = 'Write a duration such as `45s`, `90m`, `12h`, `30d`, `2w`, or `1d12h`';

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

const MONTH_S = 30 * UNITS.d;
const YEAR_S = 365 * UNITS.d;

/** The names that people use for units, in lower case. */
const SPELLED_UNITS: Readonly<Record<string, number>> = {
  ...spellings(0.001, 'ms', 'millis', 'millisecond', 'milliseconds'),
  ...spellings(UNITS.s, 's', 'sec', 'secs', 'second', 'seconds'),
  ...spellings(UNITS.m, 'm', 'min', 'mins', 'minute', 'minutes'),
  ...spellings(UNITS.h, 'h', 'hr', 'hrs', 'hour', 'hours'),
  ...spellings(UNITS.d, 'd', 'day', 'days'),
  ...spellings(UNITS.w, 'w', 'wk', 'wks', 'week', 'weeks'),
  ...spellings(MONTH_S, 'mo', 'mon', 'mth', 'month', 'months'),
  ...spellings(YEAR_S, 'y', 'yr', 'yrs', 'year', 'years'),
};

/** `P30D`, `PT12H`: the letter M means months before the T and minutes after it. */
const ISO_8601 = /^p(?:(\d+)y)?(?:(\d+)m)?(?:(\d+)w)?(?:(\d+)d)?(?:t(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?)?$/;
const ISO_UNITS_S = [YEAR_S, MONTH_S, UNITS.w, UNITS.d, UNITS.h, UNITS.m, UNITS.s];

/** A number and a unit. */
const PART = /(\d+(?:[.,]\d+)?)\s*([a-z]+)/g;

/** Longer texts are not durations. */
const MAX_TYPED_LENGTH = 60;

/** A number without a unit at the end of a duration, as in `1h30`, has the next smaller one. */
const NEXT_UNIT: Readonly<Record<string, string>> = { w: 'd', d: 'h', h: 'm', m: 's' };

/**
 * suggestDurations returns the durations that a text such as `30 days`, `1y`, `1.5h`, or `P30D` probably means, in the grammar of
 * parseDuration. For a number without a unit, it returns one suggestion per unit. Pure.
 */
export function suggestDurations(text: string): string[] {
  if (text.length > MAX_TYPED_LENGTH) return [];
  return candidates(text.trim()).filter((candidate) => (parseDuration(candidate) ?? 0) > 0);
}

function candidates(text: string): string[] {
  // Months in some tools, and minutes to those who do not mind the case.
  const [, months] = /^(\d+)\s*M$/.exec(text) ?? [];
  if (months !== undefined) return [`${months}m`, formatDuration(Number(months) * MONTH_S)];
  const typed = text
    .toLowerCase()
    .replaceAll(NUMBER_WORD, (word) => String(NUMBER_WORDS.indexOf(word)))
    .replace(/^(?:in|after|for|every|[<>+]=?)\s*(?=[\da])/, '')
    .replace(/\s*(?:from now|old|ago)$/, '')
    .replaceAll(/\ban?\s/g, '1 ')
    .replace(/([wdhm])\s*(\d+)$/, (_, unit: string, count: string) => `${unit}${count}${NEXT_UNIT[unit]}`);
  if (/^\d+$/.test(typed)) return ['s', 'm', 'h', 'd'].map((unit) => `${Number(typed)}${unit}`);
  const [, count, word = ''] = /^(\d+)\s*([a-z]+)$/.exec(typed) ?? [];
  const unit = Object.entries(UNITS).find(([, seconds]) => seconds === SPELLED_UNITS[word])?.[0];
  if (count !== undefined && unit !== undefined) return [`${count}${unit}`];
  const seconds = secondsIn(typed);
  return seconds === undefined ? [] : [formatDuration(seconds)];
}

const NUMBER_WORDS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const NUMBER_WORD = new RegExp(`\\b(?:${NUMBER_WORDS.join('|')})(?=[\\s-])`, 'g');

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
