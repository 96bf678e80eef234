import type { Clock } from '../clock.ts';
import { Failure } from '../failure.ts';
import { NetworkError } from './network-error.ts';
import { parseRetryAfter } from './retry-after.ts';
import type { HttpAnswer, HttpRequest, Transport } from './transport.ts';

/** How long a server may ask us to wait. More is no pause but a refusal, and fails at once. */
const LONGEST_RETRY_AFTER_MS = 60_000;

const FIRST_BACKOFF_MS = 500;
const LONGEST_BACKOFF_MS = 10_000;

export interface RequestPolicy {
  /** For one try of one request. */
  readonly timeoutMs: number;
  /** Tries after the first, for what may be retried. */
  readonly retries: number;
  /** When everything must be over, in milliseconds since 1970. */
  readonly deadline?: number;
}

/** Requests is the one place that sends requests: it says how often, how long, and when to hold back. */
export class Requests {
  readonly policy: RequestPolicy;
  readonly #transport: Transport;
  readonly #clock: Clock;
  readonly #random: () => number;
  readonly #note: (line: string) => void;
  /** No request leaves before this time: a `Retry-After` holds back all of them, not just the one it answered. */
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
    return Math.max(0, this.#heldUntil - this.#clock.now());
  }

  /**
   * once sends a request a single time, within `timeoutMs` if that is less than the policy's. Throws NetworkError
   * when there is no answer, and a Failure when the server asks to wait longer than is sensible.
   */
  async once(request: HttpRequest, timeoutMs = this.policy.timeoutMs): Promise<HttpAnswer> {
    await this.#pause(this.heldForMs);
    const answer = await this.#transport.send(
      request,
      this.#allowed(Math.min(timeoutMs, this.policy.timeoutMs)),
    );
    if (isPassing(answer.status)) this.#holdBack(answer, request.url);
    return answer;
  }

  /**
   * repeatedly sends a request that may safely arrive twice, until it is answered by something else than a passing
   * error, or the retries are used up: then the last answer counts. Throws like once.
   */
  async repeatedly(request: HttpRequest): Promise<HttpAnswer> {
    for (let attempt = 0; ; attempt++) {
      const last = attempt >= this.policy.retries;
      try {
        const answer = await this.once(request);
        if (last || !isPassing(answer.status)) return answer;
        this.#note(`${request.method} ${request.url.pathname} was answered ${answer.status}; trying again.`);
      } catch (error) {
        if (last || !(error instanceof NetworkError) || !error.passing) throw error;
        this.#note(`${request.method} ${request.url.pathname}: ${error.message}; trying again.`);
      }
      await this.backOff(attempt);
    }
  }

  /** backOff waits before the next try: a random time below a bound that doubles ("full jitter"). */
  async backOff(attempt: number): Promise<void> {
    await this.#pause(this.#random() * Math.min(LONGEST_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** attempt));
  }

  #holdBack(answer: HttpAnswer, url: URL): void {
    const wait = parseRetryAfter(answer.headers['retry-after'], this.#clock.now());
    if (wait === undefined) return;
    if (wait > LONGEST_RETRY_AFTER_MS) {
      throw new RetryAfterTooLong(answer.status, url.host, wait);
    }
    this.#heldUntil = Math.max(this.#heldUntil, this.#clock.now() + wait);
  }

  async #pause(ms: number): Promise<void> {
    if (ms > 0) await this.#clock.sleep(this.#allowed(ms, ms));
  }

  /** What is left of the time for everything: at most `ms`, and not less than `needed`. */
  #allowed(ms: number, needed = 1): number {
    if (this.policy.deadline === undefined) return ms;
    const left = this.policy.deadline - this.#clock.now();
    if (left < needed) throw new NetworkError('timeout', 'the time for everything is used up');
    return Math.min(ms, left);
  }
}

/** RetryAfterTooLong is thrown when a server names a pause that no job should sit through. */
export class RetryAfterTooLong extends Failure {
  constructor(status: number, host: string, waitMs: number) {
    super(
      'The server asks to wait',
      `${host} answered ${status} and asks to try again in ${Math.ceil(waitMs / 1000)} s (Retry-After); at most ` +
        `${LONGEST_RETRY_AFTER_MS / 1000} s are waited for. Run the job again later.`,
    );
    this.name = 'RetryAfterTooLong';
  }
}

/** isPassing tells whether a status says "not now": the same request may succeed later. */
export function isPassing(status: number): boolean {
  return status === 408 || status === 429 || (status >= 500 && status <= 599);
}
