import type { Clock } from '../base/clock.ts';
import { Failure } from '../base/errors.ts';
import { isTrustworthy } from '../base/url.ts';
import { NetworkError } from './network-error.ts';
import { parseHttpDate, parseRetryAfter } from './retry-after.ts';
import type { HttpRequest, HttpResponse, Transport } from './transport.ts';

/** How long a server may ask us to wait. More is no pause but a refusal, and fails at once. */
export const MAX_RETRY_AFTER_MS = 60_000;

const FIRST_BACKOFF_MS = 500;
const MAX_BACKOFF_MS = 10_000;

/** How often and for how long a request is tried. */
export interface RetryPolicy {
  /** The limit for one attempt of one request, in milliseconds. */
  readonly timeoutMs: number;
  /** Attempts after the first, for what can be retried. */
  readonly retries: number;
}

/** RetryAdvice says that the same request might succeed later, and how long the server asks to wait before that. */
export interface RetryAdvice {
  readonly waitMs: number | undefined;
}

/**
 * RetryRule reads the advice in a response; undefined when the response is final. `now` is the runner's date, in
 * milliseconds since 1970. Must be pure.
 */
export type RetryRule = (response: HttpResponse, now: number) => RetryAdvice | undefined;

export interface RequestPolicy extends RetryPolicy {
  /** Default: `httpRetryRule`. Servers that say "not now" in another way need a rule of their own. */
  readonly retryRule?: RetryRule;
  /** When everything must be over, as `Clock.elapsed` measures. */
  readonly deadline?: number;
}

/** Requests is the one place that sends requests: it says how often, how long, and when to hold back. */
export class Requests {
  readonly policy: RequestPolicy;
  readonly #transport: Transport;
  readonly #clock: Clock;
  readonly #random: () => number;
  readonly #note: (line: string) => void;
  /** No request leaves before this much has elapsed: a `Retry-After` holds back all of them, not just the one it answered. */
  #heldUntil = 0;

  /** `random` gives numbers from 0 to 1; `note` gets a line for each try that has to be repeated. */
  constructor(
    transport: Transport,
    clock: Clock,
    random: () => number,
    note: (line: string) => void,
    policy: RequestPolicy,
  ) {
    this.#transport = transport;
    this.#clock = clock;
    this.#random = random;
    this.#note = note;
    this.policy = policy;
  }

  /** heldForMs is how long a server's `Retry-After` still keeps any request from leaving. */
  get heldForMs(): number {
    return Math.max(0, this.#heldUntil - this.#clock.elapsed());
  }

  /**
   * send sends a request a single time, within `timeoutMs` if that is less than the policy's. Throws NetworkError
   * when there is no response, and a Failure when the server asks to wait longer than is sensible.
   */
  async send(request: HttpRequest, timeoutMs = this.policy.timeoutMs): Promise<HttpResponse> {
    if (!isTrustworthy(request.url)) {
      throw new Failure(
        'not-safe-to-send',
        `Nothing is sent to ${request.url.origin}, since it is not https:.`,
      );
    }
    await this.#waitWhileHeld();
    const response = await this.#transport.send(
      request,
      Math.min(timeoutMs, this.policy.timeoutMs, this.#timeLeft()),
    );
    const advice = this.#adviceIn(response);
    if (advice?.waitMs !== undefined) this.#holdBack(response.status, request.url, advice.waitMs);
    return response;
  }

  /**
   * sendWithRetry sends a request that may safely arrive twice, until the response is not a retryable
   * error, or the retries are used up: then the last response counts. Throws like send.
   */
  async sendWithRetry(request: HttpRequest): Promise<HttpResponse> {
    for (let attempt = 0; ; attempt++) {
      const outcome = await this.send(request).catch(networkErrorOnly);
      const isNetworkError = outcome instanceof NetworkError;
      const retryable = isNetworkError ? outcome.retryable : this.#adviceIn(outcome) !== undefined;
      if (!retryable || attempt >= this.policy.retries || !(await this.backOff(attempt))) {
        if (isNetworkError) throw outcome;
        return outcome;
      }
      const why = isNetworkError ? outcome.message : `it was answered ${outcome.status}`;
      this.#note(`Trying ${request.method} ${request.url.pathname} again, since ${why}.`);
    }
  }

  /**
   * backOff waits before the next try: a random time below a bound that doubles ("full jitter"). Returns false, at once,
   * when there is no time left for that.
   */
  async backOff(attempt: number): Promise<boolean> {
    const pause = this.#random() * Math.min(MAX_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** attempt);
    if (this.#timeLeft() <= Math.max(pause, this.heldForMs)) return false;
    await this.#clock.sleep(pause);
    return true;
  }

  /** Another response may prolong the hold while this request waits for its end. */
  async #waitWhileHeld(): Promise<void> {
    for (;;) {
      const held = this.heldForMs;
      if (this.#timeLeft() <= held) throw new NetworkError('no-time', 'no time was left to send a request');
      if (held === 0) return;
      await this.#clock.sleep(held);
    }
  }

  #adviceIn(response: HttpResponse): RetryAdvice | undefined {
    return (this.policy.retryRule ?? httpRetryRule)(response, this.#clock.now());
  }

  #holdBack(status: number, url: URL, waitMs: number): void {
    if (waitMs > MAX_RETRY_AFTER_MS) throw new RetryAfterTooLong(status, url.host, waitMs);
    this.#heldUntil = Math.max(this.#heldUntil, this.#clock.elapsed() + waitMs);
  }

  /** Until everything must be over, in milliseconds; endless without a deadline. */
  #timeLeft(): number {
    return (this.policy.deadline ?? Number.POSITIVE_INFINITY) - this.#clock.elapsed();
  }
}

/** RetryAfterTooLong is thrown when a server names a pause that no job should sit through. */
export class RetryAfterTooLong extends Failure {
  constructor(status: number, host: string, waitMs: number) {
    super(
      'the-server-asks-to-wait',
      `${host} answered ${status} and asks to try again in ${Math.ceil(waitMs / 1000)} s (Retry-After); at most ` +
        `${MAX_RETRY_AFTER_MS / 1000} s are waited for. Run the job again later.`,
    );
    this.name = 'RetryAfterTooLong';
  }
}

/** isRetryable tells whether a status says "not now": the same request may succeed later. */
export function isRetryable(status: number): boolean {
  return status === 408 || status === 429 || (status >= 500 && status <= 599);
}

/** httpRetryRule is what HTTP itself says: the status is retryable, and `Retry-After` says when. */
export function httpRetryRule({ status, headers }: HttpResponse, now: number): RetryAdvice | undefined {
  if (!isRetryable(status)) return undefined;
  // A date is the server's, so its own clock says how far away it is.
  const serverNow = parseHttpDate(headers.date ?? '') ?? now;
  return { waitMs: parseRetryAfter(headers['retry-after'], serverNow) };
}

function networkErrorOnly(error: unknown): NetworkError {
  if (error instanceof NetworkError) return error;
  throw error;
}
