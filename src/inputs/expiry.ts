import type { FaultList } from '../faults.ts';
import { DURATION_EXAMPLES, formatDuration, parseDuration } from '../tokens/duration.ts';
import { formatInstant, parseInstant, withinCalendar } from '../tokens/instant.ts';
import type { Expiry } from '../tokens/order.ts';
import type { Inputs } from './declared.ts';
import { quote } from './text.ts';

/** What a token gets that dies with its job: the server's own end, should every other fail. */
const BACKSTOP_SECONDS = 24 * 3600;

/** A token that outlives its job and less than this is a typing error: `6m` is not six months. */
const SHORTEST_LASTING_SECONDS = 3600;

const FORMS = `Give a date like 2027-01-31T00:00:00Z (RFC 3339, any offset), a duration from now, or \`never\`; ${DURATION_EXAMPLES}`;

/**
 * readExpiry reads `expires-at`: RFC 3339, a duration from now, or `never`. Sub-seconds are cut, as the API wants it.
 * A token that dies with its job gets 24 hours when nothing is given; one that `outlives` it must say, and at least an
 * hour. `now` is in milliseconds since 1970. Notes every fault; what it returns then means nothing.
 */
export function readExpiry(inputs: Inputs, outlives: boolean, now: number, faults: FaultList): Expiry {
  const text = inputs['expires-at'];
  const seconds = Math.floor(now / 1000);
  if (text === '') {
    if (outlives) {
      faults.add(
        'expires-at',
        `is required with \`skip-token-revoke: true\`: nothing else ends this token. ${FORMS}.`,
      );
    }
    return (seconds + BACKSTOP_SECONDS) * 1000;
  }
  if (text === 'never') return 'never';
  const duration = parseDuration(text);
  const instant = duration === undefined ? parseInstant(text) : withinCalendar((seconds + duration) * 1000);
  if (instant === undefined) {
    faults.add('expires-at', `${quote(text)} ${whyUnreadable(text)}. ${FORMS}.`);
    return 'never';
  }
  const expiresAt = Math.floor(instant / 1000);
  if (expiresAt * 1000 <= now) {
    faults.add(
      'expires-at',
      `${quote(text)} is not in the future: it is ${formatInstant(seconds * 1000)} now.`,
    );
  } else if (outlives && expiresAt - seconds < SHORTEST_LASTING_SECONDS) {
    faults.add(
      'expires-at',
      `${quote(text)} is ${formatDuration(expiresAt - seconds)} from now, too short for a token that outlives its job (at least 1h).${minutesHint(text)}`,
    );
  }
  return expiresAt * 1000;
}

function whyUnreadable(text: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return `is a day without a time and an offset (${text}T00:00:00Z)`;
  if (/^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?$/.test(text)) {
    return 'is a date without an offset (append Z for UTC, or +02:00)';
  }
  const offset = /[+-]\d{4}$/.exec(text)?.[0];
  if (offset && text.includes(':')) {
    return `has an offset without a colon (${offset.slice(0, 3)}:${offset.slice(3)})`;
  }
  if (/^\d{9,}$/.test(text)) return 'is a bare number';
  return 'is neither a date nor a duration, or lies after the year 9999';
}

function minutesHint(text: string): string {
  return /^\d+m$/.test(text)
    ? ` The unit m is minutes; for months count days, like ${30 * Number.parseInt(text, 10)}d.`
    : '';
}
