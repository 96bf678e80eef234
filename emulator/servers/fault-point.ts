import { setTimeout as sleep } from 'node:timers/promises';
import type { Ending, Exchange, Route } from './exchange.ts';
import { type EmulatedResponse, emptyResponse, type Flaw, jsonResponse, textResponse } from './response.ts';
import type { StoredToken } from './token-store.ts';

/** Moment is before or after the effect of a request. `after` is still before the response is sent. */
export type Moment = 'before' | 'after';

/** Hook is run at a moment of a request, which waits for it. If it returns `drop`, the connection is closed at once. */
export type Hook<R extends string = Route> = (
  exchange: Exchange<R>,
  moment: Moment,
) => HookResult | Promise<HookResult>;
type HookResult = 'drop' | undefined;

/** Outcome is the outcome of a request. */
export type Outcome = EmulatedResponse | Exclude<Ending, Flaw>;

type Turn = Outcome | undefined;

/** Behavior is one change to the course of a request. Undefined: no change. */
export interface Behavior<R extends string = Route, Stored = StoredToken> {
  /** A response replaces the effect. Any other value ends the exchange. */
  before?(exchange: Exchange<R>): Turn | Promise<Turn>;
  /** Changes what the server stores. `before` is the stored value so far. */
  storing?(stored: Stored, before?: Stored): void;
  /** A response replaces the original one. Any other value ends the exchange. */
  after?(exchange: Exchange<R>, response: EmulatedResponse): Turn | Promise<Turn>;
}

/** FaultPoint is one future request, or all requests of a route. Each method adds a fault to it. */
export class FaultPoint<R extends string = Route, Stored = StoredToken> {
  readonly #behaviors: Behavior<R, Stored>[];

  /** The methods add their faults to this list. */
  constructor(behaviors: Behavior<R, Stored>[]) {
    this.#behaviors = behaviors;
  }

  /** resets the connection (RST). `after`: the effect has happened, but the client cannot know. */
  resets(moment: Moment): this {
    return this.#add({ [moment]: () => 'reset' });
  }

  /** hangs: sends no response, and leaves the connection open. */
  hangs(moment: Moment): this {
    return this.#add({ [moment]: () => 'hung' });
  }

  /** respondsWith sends this response, without the effect. A body that is an object is sent as JSON. */
  respondsWith(status: number, body?: string | object, headers: Readonly<Record<string, string>> = {}): this {
    return this.#add({ before: () => responseOf(status, body, headers) });
  }

  /** respondsAfterEffect lets the effect happen and then sends this response, like a gateway that stopped waiting. */
  respondsAfterEffect(
    status: number,
    body?: string | object,
    headers: Readonly<Record<string, string>> = {},
  ): this {
    return this.#add({ after: () => responseOf(status, body, headers) });
  }

  /** changes the JSON of the response. The stored data stays correct. */
  changes<Json = Record<string, unknown>>(change: (response: Json) => unknown): this {
    return this.#add({
      after: (_exchange, response) => ({
        ...response,
        body: JSON.stringify(change(JSON.parse(response.body))),
      }),
    });
  }

  /** stores a different value than the one that was sent, so this response and all later ones show it. */
  stores(change: (stored: Stored) => void): this {
    return this.#add({ storing: change });
  }

  /** appliesOnly one field of a change, and keeps the others. The response shows the stored value. */
  appliesOnly(field: keyof Stored): this {
    return this.#add({
      storing: (stored, before) => {
        const applied = stored[field];
        if (before) Object.assign(stored as object, before, { [field]: applied });
      },
    });
  }

  /** cutsOff a text after this many characters before it is stored. */
  cutsOff(field: keyof Stored, length: number): this {
    return this.#rewritesText(field, (text) => text.slice(0, length));
  }

  /** normalizes a text before it is stored: in lower case, without repeated white space. */
  normalizes(field: keyof Stored): this {
    return this.#rewritesText(field, (text) => text.toLowerCase().replaceAll(/\s+/g, ' ').trim());
  }

  /** truncates the response: it sends half of the body and then closes the connection. */
  truncates(): this {
    return this.#flaws('truncated');
  }

  /** overstates the length of the response, so the client waits for more. The connection stays open. */
  overstates(): this {
    return this.#flaws('overstated');
  }

  /** understates the length of the response by half, so the rest arrives in place of the next response. */
  understates(): this {
    return this.#flaws('understated');
  }

  /** drips the response: it sends a byte every tenth of a second, so the connection is never silent. */
  drips(): this {
    return this.#flaws('dripping');
  }

  /** closesAfterResponse closes the connection (FIN) immediately after a response with `Connection: keep-alive`. */
  closesAfterResponse(): this {
    return this.#add({ after: (_exchange, response) => ({ ...response, closes: true }) });
  }

  /** misdates the response: its Date header is this many milliseconds ahead of the server's clock. */
  misdates(byMs: number): this {
    return this.#add({ after: (_exchange, response) => ({ ...response, dateShiftMs: byMs }) });
  }

  /** encodes the response in a charset that is not allowed for JSON, and names it in `Content-Type`. */
  encodes(encoding: BufferEncoding, charset: string): this {
    return this.#add({
      after: (_exchange, response) => ({
        ...response,
        encoding,
        headers: { ...response.headers, 'Content-Type': `application/json; charset=${charset}` },
      }),
    });
  }

  /** setsHeaders adds headers to the response, and replaces headers with the same name. */
  setsHeaders(headers: Readonly<Record<string, string>>): this {
    return this.#add({
      after: (_exchange, response) => ({ ...response, headers: { ...response.headers, ...headers } }),
    });
  }

  /** rewrites the text of the response. */
  rewrites(change: (body: string) => string): this {
    return this.#add({ after: (_exchange, response) => ({ ...response, body: change(response.body) }) });
  }

  /** redirects the request, without the effect. */
  redirects(location: string, status = 302): this {
    return this.respondsWith(status, undefined, { Location: location });
  }

  /** delays the response by this many milliseconds of real time. The effect happens at once. */
  delays(ms: number): this {
    return this.#add({ after: () => sleep(ms, undefined, { ref: false }) });
  }

  /** runs a hook. Unless the hook returns `drop`, the request then continues normally. */
  runs(moment: Moment, hook: Hook<R>): this {
    return this.#add({ [moment]: hookAt(moment, hook) });
  }

  #rewritesText(field: keyof Stored, change: (text: string) => string): this {
    return this.#add({
      storing: (stored) => Object.assign(stored as object, { [field]: change(String(stored[field])) }),
    });
  }

  #flaws(flaw: Flaw): this {
    return this.#add({
      after: (_exchange, response) => {
        if (response.body === '')
          throw new Error(`a response ${response.status} without a body cannot be ${flaw}`);
        return { ...response, flaw };
      },
    });
  }

  #add(behavior: Behavior<R, Stored>): this {
    this.#behaviors.push(behavior);
    return this;
  }
}

/** hookAt returns a behavior that runs a hook at a moment. */
export function hookAt<R extends string>(
  moment: Moment,
  hook: Hook<R>,
): (exchange: Exchange<R>) => Promise<Turn> {
  return async (exchange) => ((await hook(exchange, moment)) === 'drop' ? 'dropped' : undefined);
}

function responseOf(
  status: number,
  body: string | object | undefined,
  headers: Readonly<Record<string, string>>,
): EmulatedResponse {
  const response = plainResponse(status, body);
  return { ...response, headers: { ...response.headers, ...headers } };
}

function plainResponse(status: number, body: string | object | undefined): EmulatedResponse {
  if (body === undefined) return emptyResponse(status);
  return typeof body === 'string' ? textResponse(status, body) : jsonResponse(status, body);
}
