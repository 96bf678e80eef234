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
  /** Default: `httpRetryRule`. A server that asks for retries in another way needs its own rule. */
  readonly retryRule?: RetryRule;
  /** The end of the time for all requests, as `Clock.elapsed` measures. */
  readonly deadline?: number;
}

/** RequestsOptions are the dependencies and the policy of Requests. */
export interface RequestsOptions {
  readonly transport: Transport;
  readonly clock: Clock;
  /** Returns a number from 0 to 1. */
  readonly random: () => number;
  /** Called with a line for each retry. */
  readonly note: (line: string) => void;
  readonly policy: RequestPolicy;
}

/** Requests is the only place that sends requests. All requests to one server share one gate. */
export class Requests {
  /** Decides about retries. A caller of `send` must ask the gate before the next attempt. */
  readonly gate: RetryGate;
  readonly #options: RequestsOptions;

  constructor(options: RequestsOptions) {
    const { clock, random, policy } = options;
    this.#options = options;
    this.gate = new RetryGate({ clock, random, retries: policy.retries, deadline: policy.deadline });
  }

  /**
   * send sends a request once. The time limit is the smaller one of `timeoutMs` and the policy's. Throws NetworkError if there is
   * no response, and a Failure if the server asks for too long a pause.
   */
  async send(request: HttpRequest, timeoutMs = Number.POSITIVE_INFINITY): Promise<HttpResponse> {
    const { transport, policy } = this.#options;
    const { url } = request;
    if (!isTrustworthy(url)) {
      throw new Failure(
        'not-safe-to-send',
        `${url.origin} does not use \`https:\`, so the request was not sent. Use an \`https:\` URL.`,
      );
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
   * sendWithRetry sends a request that can safely arrive twice. It retries until the response is not a retryable error or the
   * retries are used up. Then it returns the last response. Throws like send.
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
      const why = isNetworkError ? outcome.message : `${request.url.host} responded with ${outcome.status}.`;
      this.#options.note(`${why} Retrying ${request.method} ${request.url.pathname}.`);
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
