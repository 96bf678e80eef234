import type { InputErrors } from '../../base/errors.ts';
import { quote } from '../../base/text.ts';
import { formatInstant, parseInstant, withinCalendar } from '../../tokens/dates.ts';
import { DURATION_EXAMPLES, formatDuration, parseDuration, suggestDurations } from '../../tokens/duration.ts';
import type { Expiry } from '../../tokens/token-spec.ts';
import type { Inputs } from '../inputs.ts';

/** What a token gets that dies with its job: the server's own end, should every other fail. */
const BACKSTOP_SECONDS = 24 * 3600;

/** A token that outlives its job and less than this is a typing error: `6m` is not six months. */
const MIN_LASTING_SECONDS = 3600;

const FORMS = `${DURATION_EXAMPLES}; a date such as \`2027-01-31T00:00:00Z\` (RFC 3339, any offset); or \`never\``;

/**
 * readExpiry reads `expires-at`: RFC 3339, a duration from now, or `never`. Sub-seconds are cut, as the API wants it.
 * A token that dies with its job gets 24 hours when nothing is given; one that `outlives` it must say, and at least an
 * hour. `now` is in milliseconds since 1970. Collects every input error; what it returns then means nothing.
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
        `is required with \`skip-token-revoke: true\`, because nothing else ends this token. ${FORMS}.`,
      );
    }
    return (seconds + BACKSTOP_SECONDS) * 1000;
  }
  if (text === 'never') return 'never';
  const duration = parseDuration(text);
  const instant = duration === undefined ? parseInstant(text) : withinCalendar((seconds + duration) * 1000);
  if (instant === undefined) {
    errors.add('expires-at', `${quote(text)} ${notAnExpiry(text)}`);
    return 'never';
  }
  const expiresAt = Math.floor(instant / 1000);
  if (expiresAt * 1000 <= now) {
    errors.add(
      'expires-at',
      `${quote(text)} is not in the future. The runner's clock says ${formatInstant(seconds * 1000)}.`,
    );
  } else if (outlives && expiresAt - seconds < MIN_LASTING_SECONDS) {
    errors.add(
      'expires-at',
      `${quote(text)} is ${formatDuration(expiresAt - seconds)} from now. A token that outlives its job needs at least 1h.${minutesHint(text)}`,
    );
  }
  return expiresAt * 1000;
}

/** Why a text is not an expiry, and what to write instead: the rest of a sentence, and one more. */
function notAnExpiry(text: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return `is a day without a time. Did you mean \`${text}T00:00:00Z\`?`;
  if (/^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?$/.test(text)) {
    const time = /:\d{2}:/.test(text) ? text : `${text}:00`;
    return `is a date without an offset. Did you mean \`${time.replace(' ', 'T')}Z\` (UTC)?`;
  }
  const offset = /[+-]\d{4}$/.exec(text)?.[0];
  if (offset && text.includes(':')) {
    const corrected = `${text.slice(0, -4)}${offset.slice(1, 3)}:${offset.slice(3)}`;
    return `has an offset without a colon. Did you mean \`${corrected}\`?`;
  }
  if (/^(?:never|none|no|infinite|infinity|forever|unlimited)$/i.test(text)) {
    return 'is not an expiry. Did you mean `never`?';
  }
  if (/^\d{9,}$/.test(text)) return `is a number without a unit. ${FORMS}.`;
  const durations = suggestDurations(text).map((suggestion) => `\`${suggestion}\``);
  return durations.length > 0
    ? `is not an expiry. Did you mean ${durations.join(' or ')}?`
    : `is neither a duration nor a date before the year 10000. ${FORMS}.`;
}

function minutesHint(text: string): string {
  return /^\d+m$/.test(text)
    ? ` The unit \`m\` is minutes. Write months as days, such as \`${30 * Number.parseInt(text, 10)}d\`.`
    : '';
}
