import { setTimeout as sleep } from 'node:timers/promises';
import type { Ending, Exchange, Route } from './exchange.ts';
import { type EmulatedResponse, emptyResponse, type Flaw, jsonResponse, textResponse } from './response.ts';
import type { StoredToken } from './token-store.ts';

/** Moment is before or after the effect of a request is carried out; after it is still before the response is sent. */
export type Moment = 'before' | 'after';

/** Hook is run at a moment of a request, which waits for it. Returning `drop` closes the connection there and then. */
export type Hook<R extends string = Route> = (
  exchange: Exchange<R>,
  moment: Moment,
) => HookResult | Promise<HookResult>;
type HookResult = 'drop' | undefined;

/** Outcome is what becomes of a request. */
export type Outcome = EmulatedResponse | Exclude<Ending, Flaw>;

type Turn = Outcome | undefined;

/** Behaviour is one way in which the course of a request is changed. Undefined: it goes on as it would. */
export interface Behaviour<R extends string = Route, Stored = StoredToken> {
  /** A response takes the place of the effect; anything else ends the exchange. */
  before?(exchange: Exchange<R>): Turn | Promise<Turn>;
  /** Alters what the server stores. `before` is what was stored until then. */
  storing?(stored: Stored, before?: Stored): void;
  /** A response takes the place of the one given; anything else ends the exchange. */
  after?(exchange: Exchange<R>, response: EmulatedResponse): Turn | Promise<Turn>;
}

/** FaultPoint is a request to come, or all of a route: each method adds something that goes wrong there. */
export class FaultPoint<R extends string = Route, Stored = StoredToken> {
  readonly #behaviours: Behaviour<R, Stored>[];

  /** What the methods add goes into the list that is given. */
  constructor(behaviours: Behaviour<R, Stored>[]) {
    this.#behaviours = behaviours;
  }

  /** resets the connection (RST). `after`: the effect has happened, and the client cannot know. */
  resets(moment: Moment): this {
    return this.#add({ [moment]: () => 'reset' });
  }

  /** hangs: never answers, and leaves the connection open. */
  hangs(moment: Moment): this {
    return this.#add({ [moment]: () => 'hung' });
  }

  /** answers in place of the effect, which is not carried out. An object as body is sent as JSON. */
  answers(status: number, body?: string | object, headers: Readonly<Record<string, string>> = {}): this {
    return this.#add({ before: () => responseOf(status, body, headers) });
  }

  /** answersAfterEffect carries the effect out and then answers something else, as a gateway does that gave up waiting. */
  answersAfterEffect(
    status: number,
    body?: string | object,
    headers: Readonly<Record<string, string>> = {},
  ): this {
    return this.#add({ after: () => responseOf(status, body, headers) });
  }

  /** changes the JSON of the response on its way; what is stored is as it should be. */
  changes<Json = Record<string, unknown>>(change: (response: Json) => unknown): this {
    return this.#add({
      after: (_exchange, response) => ({
        ...response,
        body: JSON.stringify(change(JSON.parse(response.body))),
      }),
    });
  }

  /** stores something else than was sent, so that the response and every later one show it. */
  stores(change: (stored: Stored) => void): this {
    return this.#add({ storing: change });
  }

  /** appliesOnly one field of a change, and leaves the others as they were. The response shows what is stored. */
  appliesOnly(field: keyof Stored): this {
    return this.#add({
      storing: (stored, before) => {
        const applied = stored[field];
        if (before) Object.assign(stored as object, before, { [field]: applied });
      },
    });
  }

  /** cutsOff a text after so many characters before it is stored. */
  cutsOff(field: keyof Stored, length: number): this {
    return this.#rewritesText(field, (text) => text.slice(0, length));
  }

  /** normalizes a text before it is stored: in lower case, without white space that repeats. */
  normalizes(field: keyof Stored): this {
    return this.#rewritesText(field, (text) => text.toLowerCase().replaceAll(/\s+/g, ' ').trim());
  }

  /** truncates the response: half of its body is sent, then the connection is closed. */
  truncates(): this {
    return this.#flaws('truncated');
  }

  /** overstates the length of the response: the client waits for more, and the connection stays open. */
  overstates(): this {
    return this.#flaws('overstated');
  }

  /** understates the length of the response by half: the rest of it comes where the next response is awaited. */
  understates(): this {
    return this.#flaws('understated');
  }

  /** drips the response, a byte every tenth of a second: no client notices silence. */
  drips(): this {
    return this.#flaws('dripping');
  }

  /** closesAfterResponse closes the connection (FIN) right after a response that says `Connection: keep-alive`. */
  closesAfterResponse(): this {
    return this.#add({ after: (_exchange, response) => ({ ...response, closes: true }) });
  }

  /** misdates the response: its Date header is so many milliseconds ahead of the server's clock. */
  misdates(byMs: number): this {
    return this.#add({ after: (_exchange, response) => ({ ...response, dateShiftMs: byMs }) });
  }

  /** encodes the response in another way than JSON is, and says so in its `Content-Type`. */
  encodes(encoding: BufferEncoding, charset: string): this {
    return this.#add({
      after: (_exchange, response) => ({
        ...response,
        encoding,
        headers: { ...response.headers, 'Content-Type': `application/json; charset=${charset}` },
      }),
    });
  }

  /** setsHeaders adds headers to the response on its way, in place of those of the same name. */
  setsHeaders(headers: Readonly<Record<string, string>>): this {
    return this.#add({
      after: (_exchange, response) => ({ ...response, headers: { ...response.headers, ...headers } }),
    });
  }

  /** rewrites the text of the response on its way. */
  rewrites(change: (body: string) => string): this {
    return this.#add({ after: (_exchange, response) => ({ ...response, body: change(response.body) }) });
  }

  /** redirects instead of carrying the effect out. */
  redirects(location: string, status = 302): this {
    return this.answers(status, undefined, { Location: location });
  }

  /** delays the response by so many milliseconds of real time; the effect happens at once. */
  delays(ms: number): this {
    return this.#add({ after: () => sleep(ms, undefined, { ref: false }) });
  }

  /** runs a hook; the request goes on normally afterwards, unless it returns `drop`. */
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
          throw new Error(`an answer ${response.status} without a body cannot be ${flaw}`);
        return { ...response, flaw };
      },
    });
  }

  #add(behaviour: Behaviour<R, Stored>): this {
    this.#behaviours.push(behaviour);
    return this;
  }
}

/** hookAt makes a turn of a hook. */
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
