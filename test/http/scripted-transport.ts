import type { HttpRequest, HttpResponse, Transport } from '../../src/http/messages.ts';
import type { NetworkError } from '../../src/http/network-error.ts';
import type { FakeClock } from '../fake-clock.ts';

/** What happens to one request: a response, or none. */
export type Scripted = HttpResponse | NetworkError;

/** One request as it left. */
export interface Sent {
  readonly request: HttpRequest;
  readonly at: number;
  readonly timeoutMs: number;
}

/** response is a response with nothing in it but a status and some headers. */
export function response(status: number, headers: HttpResponse['headers'] = {}, body = ''): HttpResponse {
  return { status, headers, body };
}

/** ScriptedTransport answers from a script; its last line is for all the rest. */
export class ScriptedTransport implements Transport {
  readonly sent: Sent[] = [];
  readonly #script: readonly Scripted[];
  readonly #clock: FakeClock;
  readonly #takesMs: number;

  /** Every answer takes `takesMs`, or as long as it may if that is less. */
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
