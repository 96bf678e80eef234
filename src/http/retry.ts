import type { Clock } from '../base/clock.ts';
import { Failure } from '../base/errors.ts';
import type { HttpResponse } from './messages.ts';
import { NetworkError } from './network-error.ts';

const FIRST_BACKOFF_MS = 500;
const MAX_BACKOFF_MS = 10_000;

/** RetryPolicy is how often and for how long a request is tried. */
export interface RetryPolicy {
  /** The limit for one attempt of one request, in milliseconds. */
  readonly timeoutMs: number;
  /** Attempts after the first, for what can be retried. */
  readonly retries: number;
}

/** RetryControl starts a count of attempts for each thing that is tried. */
export interface RetryControl {
  /** start is called before the first attempt. */
  start(): Attempts;
}

/** Attempts counts the attempts of one thing, and waits between them. */
export interface Attempts {
  /**
   * again is called after a failed attempt. If another attempt is allowed, it waits and returns true. It returns false at
   * once when the failure is not retryable, the retries are used up, or no time is left.
   */
  again(retryable: boolean): Promise<boolean>;
  /**
   * pause is `again` for an outcome that becomes clear with time: it also waits when the retries are used up. Then it
   * returns false.
   */
  pause(): Promise<boolean>;
}

/** RetryGateOptions are the limits of a gate, and what it measures and draws with. */
export interface RetryGateOptions {
  readonly clock: Clock;
  /** Returns a number from 0 to 1. */
  readonly random: () => number;
  /** Attempts after the first. */
  readonly retries: number;
  /** When everything must be over, as `Clock.elapsed` measures. Default: never. */
  readonly deadline?: number | undefined;
}

/**
 * RetryGate is the only place that decides whether something is tried again, and when. It counts attempts, draws the pauses,
 * keeps the deadline, and holds back all requests while a server's `Retry-After` lasts.
 */
export class RetryGate implements RetryControl {
  readonly #options: RetryGateOptions;
  #heldUntil = 0;

  constructor(options: RetryGateOptions) {
    this.#options = options;
  }

  /** heldForMs is how long a server's `Retry-After` still holds back every request, in milliseconds. */
  get heldForMs(): number {
    return Math.max(0, this.#heldUntil - this.#options.clock.elapsed());
  }

  /** timeLeftMs is the time until the deadline, in milliseconds; infinite without a deadline. */
  get timeLeftMs(): number {
    const { deadline = Number.POSITIVE_INFINITY, clock } = this.#options;
    return deadline - clock.elapsed();
  }

  /** hold holds back every request for so many milliseconds from now. It never shortens a hold. */
  hold(ms: number): void {
    this.#heldUntil = Math.max(this.#heldUntil, this.#options.clock.elapsed() + ms);
  }

  /** waitWhileHeld waits until the hold has ended. Throws NetworkError, at once, when no time is left after that. */
  async waitWhileHeld(): Promise<void> {
    for (;;) {
      const held = this.heldForMs;
      if (this.timeLeftMs <= held) throw new NetworkError('no-time', 'no time was left to send a request');
      if (held === 0) return;
      // Another response can prolong the hold meanwhile.
      await this.#options.clock.sleep(held);
    }
  }

  start(): Attempts {
    const { retries } = this.#options;
    let failed = 0;
    const pause = async (): Promise<boolean> => {
      const isAllowed = failed < retries;
      return (await this.#backOff(failed++)) && isAllowed;
    };
    return { pause, again: async (retryable) => retryable && failed < retries && (await pause()) };
  }

  /** Waits for a random time below a bound that doubles ("full jitter"). False, at once: no time is left for that. */
  async #backOff(failedBefore: number): Promise<boolean> {
    const { clock, random } = this.#options;
    const ms = random() * Math.min(MAX_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** failedBefore);
    if (this.timeLeftMs <= Math.max(ms, this.heldForMs)) return false;
    await clock.sleep(ms);
    return true;
  }
}

/** MAX_RETRY_AFTER_MS is the longest pause that a server can ask for. A longer one fails at once. */
export const MAX_RETRY_AFTER_MS = 60_000;

/** RetryAdvice says that the same request might succeed later. */
export interface RetryAdvice {
  /** How long the server asks to wait, in milliseconds; undefined when the server does not say. */
  readonly waitMs: number | undefined;
}

/**
 * RetryRule reads the advice in a response; undefined when the response is final. `now` is the runner's date, in
 * milliseconds since 1970. Must be pure.
 */
export type RetryRule = (response: HttpResponse, now: number) => RetryAdvice | undefined;

/** httpRetryRule is what HTTP itself says: the status is retryable, and `Retry-After` says when. */
export function httpRetryRule({ status, headers }: HttpResponse, now: number): RetryAdvice | undefined {
  if (!isRetryable(status)) return undefined;
  // A date is the server's, so its own clock says how far away it is.
  const serverNow = parseHttpDate(headers.date ?? '') ?? now;
  return { waitMs: parseRetryAfter(headers['retry-after'], serverNow) };
}

/** isRetryable tells whether a status says "not now": the same request might succeed later. */
export function isRetryable(status: number): boolean {
  return status === 408 || status === 429 || (status >= 500 && status <= 599);
}

/** RetryAfterTooLong is thrown when a server asks for a longer pause than MAX_RETRY_AFTER_MS. */
export class RetryAfterTooLong extends Failure {
  /** `waitMs` is the pause in milliseconds. */
  constructor(status: number, host: string, waitMs: number) {
    super(
      'the-server-asks-to-wait',
      `${host} answered ${status} and asks to try again in ${Math.ceil(waitMs / 1000)} s (Retry-After); at most ` +
        `${MAX_RETRY_AFTER_MS / 1000} s are waited for. Run the job again later.`,
    );
    this.name = 'RetryAfterTooLong';
  }
}

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
