/** EmulatedResponse is a response before it is sent. */
export interface EmulatedResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** How the body is written into bytes; UTF-8 unless told. */
  readonly encoding?: BufferEncoding;
  /** How many milliseconds the Date header is ahead of the server's clock. */
  readonly dateShiftMs?: number;
  /** The connection is closed right after the response, which does not announce it. */
  readonly closes?: true;
  /** What is wrong with how the body goes out. */
  readonly flaw?: Flaw;
}

/**
 * Flaw is how a body goes out that does not go out whole. `truncated`: half of it, and then the connection is closed.
 * `overstated`: it is announced longer than it is, and the connection stays open. `understated`: announced by half.
 * `dripping`: a byte now and then.
 */
export type Flaw = 'truncated' | 'overstated' | 'understated' | 'dripping';

/** emptyResponse has no body. */
export function emptyResponse(status: number): EmulatedResponse {
  return { status, headers: {}, body: '' };
}

/** jsonResponse carries a value as JSON; what is undefined in it is left out. */
export function jsonResponse(status: number, value: unknown): EmulatedResponse {
  return { status, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(value) };
}

/** textResponse carries text, or a page when it begins like one. */
export function textResponse(status: number, body: string): EmulatedResponse {
  const type = body.startsWith('<') ? 'text/html' : 'text/plain';
  return { status, headers: { 'Content-Type': `${type}; charset=utf-8` }, body };
}

/** noSuchRoute is what a router answers, before any API has seen the request: not the API's own kind of error. */
export function noSuchRoute(): EmulatedResponse {
  return textResponse(404, '404 page not found\n');
}
