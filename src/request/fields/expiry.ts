import type { InputErrors } from '../../base/errors.ts';
import { quote } from '../../base/text.ts';
import { formatInstant, parseInstant, withinCalendar } from '../../tokens/dates.ts';
import { DURATION_EXAMPLES, formatDuration, parseDuration, suggestDurations } from '../../tokens/duration.ts';
import type { Expiry } from '../../tokens/token-spec.ts';
import type { Inputs } from '../inputs.ts';
import { nearestValue, suggestion, unwrapped } from './nearest.ts';

/** The default for a token that ends with its job, in case every revocation fails. */
const BACKSTOP_SECONDS = 24 * 3600;

/** If a token outlives its job, a shorter lifetime is a typing error: `6m` does not mean six months. */
const MIN_LASTING_SECONDS = 3600;

const FORMS = `${DURATION_EXAMPLES}; a date such as \`2027-01-31T00:00:00Z\` (RFC 3339, any offset); or \`never\``;

/**
 * readExpiry reads `expires-at`: RFC 3339, a duration from now, or `never`. It drops fractions of a second, which the API does not
 * accept. The default for a token that ends with its job is 24 hours. A token that `outlives` its job has no default and needs at
 * least an hour. `now` is in milliseconds since 1970. Collects every input error, and then returns an arbitrary value.
 */
export function readExpiry(
  inputs: Inputs,
  { outlives, now }: { readonly outlives: boolean; readonly now: number },
  errors: InputErrors,
): Expiry {
  const text = inputs['expires-at'];
  const seconds = Math.floor(now / 1000);
  if (text === '') {
    if (outlives) {
      errors.add(
        'expires-at',
        `is required with \`skip-token-revoke: true\`, because the token outlives its job. ${FORMS}.`,
      );
    }
    return (seconds + BACKSTOP_SECONDS) * 1000;
  }
  if (text === 'never') return 'never';
  const expiresAt = parseExpiry(text, now);
  const earliest = outlives ? (seconds + MIN_LASTING_SECONDS) * 1000 : now + 1;
  if (expiresAt === undefined) {
    const isAccepted = (meant: string) => meant === 'never' || (parseExpiry(meant, now) ?? 0) >= earliest;
    errors.add('expires-at', `${quote(text)} ${notAnExpiry(text, isAccepted)}`);
    return 'never';
  }
  if (expiresAt <= now) {
    errors.add(
      'expires-at',
      `${quote(text)} is not in the future. The runner's clock shows ${formatInstant(seconds * 1000)}.`,
    );
  } else if (outlives && expiresAt / 1000 - seconds < MIN_LASTING_SECONDS) {
    errors.add(
      'expires-at',
      `${quote(text)} is ${formatDuration(expiresAt / 1000 - seconds)} from now. A token that outlives its job needs at least 1h.${minutesHint(text)}`,
    );
  }
  return expiresAt;
}

/** Returns a whole second, in milliseconds since 1970. Undefined for a text that is neither a duration nor a date. */
function parseExpiry(text: string, now: number): number | undefined {
  const duration = parseDuration(text);
  const instant =
    duration === undefined ? parseInstant(text) : withinCalendar((Math.floor(now / 1000) + duration) * 1000);
  return instant === undefined ? undefined : Math.floor(instant / 1000) * 1000;
}

const NEVER = {
  values: ['never'],
  synonyms: {
    none: 'never',
    no: 'never',
    infinite: 'never',
    infinity: 'never',
    forever: 'never',
    unlimited: 'never',
  },
} as const;

/** Says why a text is not an expiry, and what to write instead: the rest of a sentence, and one more sentence. */
function notAnExpiry(text: string, isAccepted: (meant: string) => boolean): string {
  const typed = unwrapped(text);
  const date = looseDate(typed);
  const candidates = date ? [date.meant] : [nearestValue(text, NEVER), ...suggestDurations(typed)];
  const meant = candidates.filter((one) => one !== undefined && isAccepted(one));
  if (meant.length > 0) return `${date?.problem ?? 'is not a valid expiry'}.${suggestion(...meant)}`;
  if (AMBIGUOUS_DATE.test(typed)) return `is not a date in RFC 3339. ${FORMS}.`;
  if (date === undefined) return `is neither a duration nor a valid date. ${FORMS}.`;
  const isPast = parseInstant(date.meant) !== undefined;
  return `${isPast ? 'is not in the future' : 'is a date or time that does not exist'}. ${FORMS}.`;
}

/** A date in a form of people and tools. */
interface LooseDate {
  /** The rest of a sentence that begins with the text. */
  readonly problem: string;
  /** In RFC 3339. It might not exist in the calendar. */
  readonly meant: string;
}

const LOOSE_DATE =
  /^(\d{4})[-/.]?(\d{1,2})[-/.]?(\d{1,2})(?:[T ]+(\d{1,2}):?(\d{2})(?::?(\d{2})(?:\.\d+)?)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i;

/** A date that starts with the day is unambiguous only with dots, or if the day is larger than 12. */
const DAY_FIRST = /^(\d{1,2})\.(\d{1,2})\.(\d{4})\b|^(1[3-9]|2\d|3[01])[/-](\d{1,2})[/-](\d{4})\b/;

const MONTH_FIRST = /^(\d{1,2})[/-](1[3-9]|2\d|3[01])[/-](\d{4})\b/;

const AMBIGUOUS_DATE = /^\d{1,2}[/-]\d{1,2}[/-]\d{4}\b/;

const COMPACT_DATE = /^20\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/;

function looseDate(typed: string): LooseDate | undefined {
  if (/^\d{10}$|^\d{13}$/.test(typed)) {
    const instant = Number(typed.padEnd(13, '0'));
    return { problem: 'is a Unix time', meant: formatInstant(Math.floor(instant / 1000) * 1000) };
  }
  const yearFirst = typed.replace(DAY_FIRST, '$3$6-$2$5-$1$4').replace(MONTH_FIRST, '$3-$1-$2');
  const parts = LOOSE_DATE.exec(yearFirst);
  if (parts === null || (/^\d{1,8}$/.test(typed) && !COMPACT_DATE.test(typed))) return namedDate(typed);
  const [, year, month = '', day = '', hour, minute = '00', second = '00', offset] = parts;
  const time = `${(hour ?? '0').padStart(2, '0')}:${minute}:${second}`;
  const zone = /^[+-]/.test(offset ?? '') ? offset?.replace(/(\d{2}):?(\d{2})$/, '$1:$2') : 'Z';
  return {
    problem: dateProblem(hour, offset),
    meant: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}T${time}${zone}`,
  };
}

function dateProblem(hour: string | undefined, offset: string | undefined): string {
  if (hour === undefined) return 'is a day without a time';
  if (offset === undefined) return 'is a date without an offset, such as `Z` for UTC';
  return /^[+-]\d{4}$/.test(offset) ? 'has an offset without a colon' : 'is not a date in RFC 3339';
}

const MONTH =
  /\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b/i;

/** A date with the name of the month. Without a time zone, it is in UTC. */
function namedDate(typed: string): LooseDate | undefined {
  if (!MONTH.test(typed) || !/\b\d{4}\b/.test(typed)) return undefined;
  const hasZone = /(?:GMT|UTC|Z|[+-]\d{4})$|(?:GMT|UTC|[+-]\d{4})\b/.test(typed);
  const instant = Date.parse(hasZone ? typed : `${typed} UTC`);
  return Number.isNaN(instant)
    ? undefined
    : { problem: 'is not a date in RFC 3339', meant: formatInstant(instant) };
}

function minutesHint(text: string): string {
  return /^\d+m$/.test(text)
    ? ` The unit \`m\` means minutes. Write months as days, such as \`${30 * Number.parseInt(text, 10)}d\`.`
    : '';
}
