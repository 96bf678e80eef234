import type { Clock } from '../base/clock.ts';
import { Failure } from '../base/errors.ts';
import { isTrustworthy } from '../base/url.ts';
import type { HttpRequest, HttpResponse, Transport } from './messages.ts';
import { NetworkError } from './network-error.ts';
import {
  httpRetryRule,
  MAX_RETRY_AFTER_MS,
  type RetryAdvice,
  RetryAfterTooLong,
  RetryGate,
  type RetryPolicy,
  type RetryRule,
} from './retry.ts';

/** RequestPolicy is the retry policy for one server. */
export interface RequestPolicy extends RetryPolicy {
  /** Default: `httpRetryRule`. Servers that say "not now" in another way need a rule of their own. */
  readonly retryRule?: RetryRule;
  /** When everything must be over, as `Clock.elapsed` measures. */
  readonly deadline?: number;
}

/** RequestsOptions are what requests are sent with. */
export interface RequestsOptions {
  readonly transport: Transport;
  readonly clock: Clock;
  /** Returns a number from 0 to 1. */
  readonly random: () => number;
  /** Called with a line for each request that is sent again. */
  readonly note: (line: string) => void;
  readonly policy: RequestPolicy;
}

/** Requests is the only place that sends requests. All requests to one server share its gate. */
export class Requests {
  /** Decides about retries. A caller of `send` must ask it before the next attempt. */
  readonly gate: RetryGate;
  readonly #options: RequestsOptions;

  constructor(options: RequestsOptions) {
    const { clock, random, policy } = options;
    this.#options = options;
    this.gate = new RetryGate({ clock, random, retries: policy.retries, deadline: policy.deadline });
  }

  /**
   * send sends a request a single time, within `timeoutMs` if that is less than the policy's. Throws NetworkError
   * when there is no response, and a Failure when the server asks to wait longer than is sensible.
   */
  async send(request: HttpRequest, timeoutMs = Number.POSITIVE_INFINITY): Promise<HttpResponse> {
    const { transport, policy } = this.#options;
    const { url } = request;
    if (!isTrustworthy(url)) {
      throw new Failure('not-safe-to-send', `Nothing is sent to ${url.origin}, since it is not https:.`);
    }
    await this.gate.waitWhileHeld();
    const response = await transport.send(
      request,
      Math.min(timeoutMs, policy.timeoutMs, this.gate.timeLeftMs),
    );
    const waitMs = this.#adviceIn(response)?.waitMs;
    if (waitMs !== undefined && waitMs > MAX_RETRY_AFTER_MS) {
      throw new RetryAfterTooLong(response.status, url.host, waitMs);
    }
    if (waitMs !== undefined) this.gate.hold(waitMs);
    return response;
  }

  /**
   * sendWithRetry sends a request that can safely arrive twice, until the response is not a retryable
   * error, or the retries are used up: then the last response counts. Throws like send.
   */
  async sendWithRetry(request: HttpRequest): Promise<HttpResponse> {
    const attempts = this.gate.start();
    for (;;) {
      const outcome = await this.send(request).catch(networkErrorOnly);
      const isNetworkError = outcome instanceof NetworkError;
      const retryable = isNetworkError ? outcome.retryable : this.#adviceIn(outcome) !== undefined;
      if (!(await attempts.again(retryable))) {
        if (isNetworkError) throw outcome;
        return outcome;
      }
      const why = isNetworkError ? outcome.message : `it was answered ${outcome.status}`;
      this.#options.note(`Trying ${request.method} ${request.url.pathname} again, since ${why}.`);
    }
  }

  #adviceIn(response: HttpResponse): RetryAdvice | undefined {
    const { policy, clock } = this.#options;
    return (policy.retryRule ?? httpRetryRule)(response, clock.now());
  }
}

function networkErrorOnly(error: unknown): NetworkError {
  if (error instanceof NetworkError) return error;
  throw error;
}
