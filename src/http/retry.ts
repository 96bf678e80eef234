import type { Clock } from '../base/clock.ts';
import { Failure } from '../base/errors.ts';
import type { HttpResponse } from './messages.ts';
import { NetworkError } from './network-error.ts';

const FIRST_BACKOFF_MS = 500;
const MAX_BACKOFF_MS = 10_000;

/** RetryPolicy limits the attempts of a request and the time for each. */
export interface RetryPolicy {
  /** The time limit for one attempt, in milliseconds. */
  readonly timeoutMs: number;
  /** How many attempts can follow the first. */
  readonly retries: number;
}

/** RetryControl counts attempts. */
export interface RetryControl {
  /** start starts a new count. Call it before the first attempt. */
  start(): Attempts;
}

/** Attempts counts the attempts of one request or task, and waits between them. */
export interface Attempts {
  /**
   * again decides after a failed attempt. If another attempt is allowed, it waits and returns true. It returns false at once
   * if the failure is not retryable, the retries are used up, or no time is left.
   */
  again(retryable: boolean): Promise<boolean>;
  /**
   * pause is `again` for an outcome that becomes clear with time. It also waits if the retries are used up, and then returns
   * false.
   */
  pause(): Promise<boolean>;
}

/** RetryGateOptions are the limits of a gate, its clock, and its random numbers. */
export interface RetryGateOptions {
  readonly clock: Clock;
  /** Returns a number from 0 to 1. */
  readonly random: () => number;
  /** How many attempts can follow the first. */
  readonly retries: number;
  /** The end of the time for all attempts, as `Clock.elapsed` measures. Default: no end. */
  readonly deadline?: number | undefined;
}

/**
 * RetryGate is the only place that decides about retries. It counts attempts, selects the pauses at random, observes the
 * deadline, and delays all requests during the `Retry-After` of a server.
 */
export class RetryGate implements RetryControl {
  readonly #options: RetryGateOptions;
  #heldUntil = 0;

  constructor(options: RetryGateOptions) {
    this.#options = options;
  }

  /** heldForMs is how long the `Retry-After` of a server still delays every request, in milliseconds. */
  get heldForMs(): number {
    return Math.max(0, this.#heldUntil - this.#options.clock.elapsed());
  }

  /** timeLeftMs is the time until the deadline, in milliseconds. Infinite without a deadline. */
  get timeLeftMs(): number {
    const { deadline = Number.POSITIVE_INFINITY, clock } = this.#options;
    return deadline - clock.elapsed();
  }

  /** hold delays every request for this number of milliseconds from now. It never shortens a delay. */
  hold(ms: number): void {
    this.#heldUntil = Math.max(this.#heldUntil, this.#options.clock.elapsed() + ms);
  }

  /** waitWhileHeld waits until the delay is over. If no time is left after that, it throws NetworkError at once. */
  async waitWhileHeld(): Promise<void> {
    for (;;) {
      const held = this.heldForMs;
      if (this.timeLeftMs <= held) throw new NetworkError('no-time', 'No time was left to send the request.');
      if (held === 0) return;
      // Another response can extend the delay meanwhile.
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

  /** Waits for a random time below a limit that doubles ("full jitter"). Returns false at once if no time is left for that. */
  async #backOff(failedBefore: number): Promise<boolean> {
    const { clock, random } = this.#options;
    const ms = random() * Math.min(MAX_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** failedBefore);
    if (this.timeLeftMs <= Math.max(ms, this.heldForMs)) return false;
    await clock.sleep(ms);
    return true;
  }
}

/** MAX_RETRY_AFTER_MS is the longest pause that a server can ask for. If it asks for a longer one, the request fails at once. */
export const MAX_RETRY_AFTER_MS = 60_000;

/** RetryAdvice means that the same request might succeed later. */
export interface RetryAdvice {
  /** The pause that the server asks for, in milliseconds. Undefined if it asks for none. */
  readonly waitMs: number | undefined;
}

/**
 * RetryRule reads the advice in a response. Undefined if the response is final. `now` is the time of the runner, in
 * milliseconds since 1970. Must be pure.
 */
export type RetryRule = (response: HttpResponse, now: number) => RetryAdvice | undefined;

/** httpRetryRule is the rule of HTTP itself: the status decides whether to retry, and `Retry-After` says when. */
export function httpRetryRule({ status, headers }: HttpResponse, now: number): RetryAdvice | undefined {
  if (!isRetryable(status)) return undefined;
  // A date in the header is by the clock of the server, so compare it with that clock.
  const serverNow = parseHttpDate(headers.date ?? '') ?? now;
  return { waitMs: parseRetryAfter(headers['retry-after'], serverNow) };
}

/** A server that responds with one of these will always do so: it does not know the method or the version of HTTP. */
const PERMANENT = [501, 505];

/** isRetryable tells whether the same request might succeed later, after a response with this status. */
export function isRetryable(status: number): boolean {
  return status === 408 || status === 429 || (status >= 500 && status <= 599 && !PERMANENT.includes(status));
}

/** RetryAfterTooLong is thrown if a server asks for a longer pause than MAX_RETRY_AFTER_MS. */
export class RetryAfterTooLong extends Failure {
  /** `waitMs` is the pause in milliseconds. */
  constructor(status: number, host: string, waitMs: number) {
    super(
      'server-asks-for-a-pause',
      `${host} responded with ${status} and asked for a pause of ${Math.ceil(waitMs / 1000)} s (Retry-After). The action waits ` +
        `at most ${MAX_RETRY_AFTER_MS / 1000} s.`,
      { remedy: 'Run the job again later.' },
    );
    this.name = 'RetryAfterTooLong';
  }
}

/** Much longer than any wait, and still short enough to display. */
const MAX_SECONDS = 1e12;

/**
 * parseRetryAfter parses the header in both of its forms, seconds and date. Returns milliseconds from `now` (in
 * milliseconds since 1970). Undefined if the header is absent or invalid.
 */
export function parseRetryAfter(value: string | undefined, now: number): number | undefined {
  const text = value?.trim() ?? '';
  if (/^\d+$/.test(text)) return Math.min(Number(text), MAX_SECONDS) * 1000;
  const date = parseHttpDate(text);
  return date === undefined ? undefined : Math.max(0, date - now);
}

const MONTHS = 'Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec';
const TIME = '\\d{2}:\\d{2}:\\d{2}';
/** Matches the complete date, because Date.parse accepts parts of one: `Sun, 06 Nov` would be in 2001. */
const HTTP_DATE = new RegExp(
  `^[A-Z][a-z]{2,8},? (?:\\d{2}[ -](?:${MONTHS})[ -]\\d{2,4} ${TIME} GMT|(?:${MONTHS}) [ \\d]\\d ${TIME} \\d{4})$`,
);

/** parseHttpDate parses the date of a header. Returns milliseconds since 1970. Undefined for any other text. */
export function parseHttpDate(text: string): number | undefined {
  if (!HTTP_DATE.test(text)) return undefined;
  // The oldest of the three forms contains no time zone. It means GMT, like the others.
  const date = Date.parse(text.endsWith('GMT') ? text : `${text} GMT`);
  return Number.isNaN(date) ? undefined : date;
}
