import type { IncomingHttpHeaders } from 'node:http';
import type { Flaw } from './response.ts';

/** Route names what a request is for. `unknown` is whatever no route serves: wrong path or wrong method. */
export type Route =
  | 'GET databases'
  | 'GET tokens'
  | 'POST tokens'
  | 'GET token'
  | 'PATCH token'
  | 'DELETE token'
  | 'GET query'
  | 'POST write'
  | 'GET ping'
  | 'GET health'
  | 'unknown';

/** Ending is how an exchange ends other than with a whole response. `dropped`: closed at the wish of a hook. */
export type Ending = 'reset' | 'hung' | 'dropped' | Flaw;

/** Exchange is one request that arrived, and what became of it. */
export interface Exchange<R extends string = Route> {
  readonly route: R | 'unknown';
  readonly method: string;
  /** As sent, with the query string. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** The body read as JSON; undefined when it is none. */
  readonly json: unknown;
  /** The number of the connection that it came on, among all of its server. Requests on one connection share it. */
  readonly connection: number;
  /** When it arrived, by the emulator's clock, in milliseconds since 1970. */
  readonly at: number;
  /** Of the response sent, even if nobody was left to read it; undefined when there was none, or none yet. */
  status?: number;
  fault?: Ending;
}

/** traceLine is the exchange in a few words: `POST tokens 200`, `DELETE token reset`, `GET tokens 200 truncated`. */
export function traceLine({ route, status, fault }: Exchange<string>): string {
  return [route, status, fault].filter((word) => word !== undefined).join(' ');
}
