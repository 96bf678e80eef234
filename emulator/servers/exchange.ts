import type { IncomingHttpHeaders } from 'node:http';
import type { Flaw } from './response.ts';

/** Route is the name of an operation of the API. `unknown`: the path or the method is wrong. */
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

/** Ending is the end of an exchange without a complete response. `dropped`: a hook closed the connection. */
export type Ending = 'reset' | 'hung' | 'dropped' | Flaw;

/** Exchange is one request that arrived, and its outcome. */
export interface Exchange<R extends string = Route> {
  readonly route: R | 'unknown';
  readonly method: string;
  /** As sent, with the query string. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** The body parsed as JSON. Undefined if it is not JSON. */
  readonly json: unknown;
  /** The number of the connection on its server. Requests on the same connection have the same number. */
  readonly connection: number;
  /** The time of arrival by the emulator's clock, in milliseconds since 1970. */
  readonly at: number;
  /** The status of the response, even if the client did not read it. Undefined if there is no response yet. */
  status?: number;
  fault?: Ending;
}

/** traceLine describes an exchange in a few words: `POST tokens 200`, `DELETE token reset`, `GET tokens 200 truncated`. */
export function traceLine({ route, status, fault }: Exchange<string>): string {
  return [route, status, fault].filter((word) => word !== undefined).join(' ');
}
