import type { HttpRequest, HttpResponse, Transport } from '../../src/http/messages.ts';
import type { NetworkError } from '../../src/http/network-error.ts';
import type { FakeClock } from '../fake-clock.ts';

/** The result of one request: a response, or an error. */
export type Scripted = HttpResponse | NetworkError;

/** One request as it was sent. */
export interface Sent {
  readonly request: HttpRequest;
  readonly at: number;
  readonly timeoutMs: number;
}

/** response is a response with only a status and some headers. */
export function response(status: number, headers: HttpResponse['headers'] = {}, body = ''): HttpResponse {
  return { status, headers, body };
}

/** ScriptedTransport responds from a script. The last entry is repeated. */
export class ScriptedTransport implements Transport {
  readonly sent: Sent[] = [];
  readonly #script: readonly Scripted[];
  readonly #clock: FakeClock;
  readonly #takesMs: number;

  /** Every response takes `takesMs`, or the time limit of the request if it is shorter. */
  constructor(clock: FakeClock, script: readonly Scripted[], takesMs = 0) {
    this.#clock = clock;
    this.#script = script;
    this.#takesMs = takesMs;
  }

  async send(request: HttpRequest, timeoutMs: number): Promise<HttpResponse> {
    const scripted = this.#script[Math.min(this.sent.length, this.#script.length - 1)];
    if (!scripted) throw new Error('the script is empty');
    this.sent.push({ request, at: this.#clock.elapsed(), timeoutMs });
    this.#clock.advance(Math.min(this.#takesMs, timeoutMs));
    if (scripted instanceof Error) throw scripted;
    return scripted;
  }
}
