/** EmulatedResponse is a response before it is sent. */
export interface EmulatedResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The encoding of the body. Default: UTF-8. */
  readonly encoding?: BufferEncoding;
  /** How far the Date header is ahead of the server's clock, in milliseconds. */
  readonly dateShiftMs?: number;
  /** The connection is closed immediately after the response, which does not announce it. */
  readonly closes?: true;
  /** The flaw in how the body is sent. */
  readonly flaw?: Flaw;
}

/**
 * Flaw is how a body is sent incompletely. `truncated`: half of the body, and then the connection is closed. `overstated`: the
 * announced length is too large, and the connection stays open. `understated`: the announced length is half of the real one.
 * `dripping`: byte by byte.
 */
export type Flaw = 'truncated' | 'overstated' | 'understated' | 'dripping';

/** emptyResponse is a response without a body. */
export function emptyResponse(status: number): EmulatedResponse {
  return { status, headers: {}, body: '' };
}

/** jsonResponse is a response with a value as JSON. It omits undefined fields. */
export function jsonResponse(status: number, value: unknown): EmulatedResponse {
  return { status, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(value) };
}

/** textResponse is a response with a text, or with a page if the text starts like HTML. */
export function textResponse(status: number, body: string): EmulatedResponse {
  const type = body.startsWith('<') ? 'text/html' : 'text/plain';
  return { status, headers: { 'Content-Type': `${type}; charset=utf-8` }, body };
}

/** noSuchRoute is the response of a router before the request reaches an API. It does not have the form of the API's errors. */
export function noSuchRoute(): EmulatedResponse {
  return textResponse(404, '404 page not found\n');
}
