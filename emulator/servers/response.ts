/** Answer is a response before it is sent. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** How the body is written into bytes; UTF-8 unless told. */
  readonly encoding?: BufferEncoding;
  /** How many milliseconds the Date header is ahead of the server's clock. */
  readonly dateShiftMs?: number;
  /** The connection is closed right after the answer, which does not announce it. */
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

/** emptyAnswer has no body. */
export function emptyAnswer(status: number): Answer {
  return { status, headers: {}, body: '' };
}

/** jsonAnswer carries a value as JSON; what is undefined in it is left out. */
export function jsonAnswer(status: number, value: unknown): Answer {
  return { status, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(value) };
}

/** textAnswer carries text, or a page when it begins like one. */
export function textAnswer(status: number, body: string): Answer {
  const type = body.startsWith('<') ? 'text/html' : 'text/plain';
  return { status, headers: { 'Content-Type': `${type}; charset=utf-8` }, body };
}

/** noSuchRoute is what a router answers, before any API has seen the request: not the API's own kind of error. */
export function noSuchRoute(): Answer {
  return textAnswer(404, '404 page not found\n');
}
