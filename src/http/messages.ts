import type { IncomingHttpHeaders } from 'node:http';

/** Method is an HTTP method that the action uses. */
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** HttpRequest is one request, without the headers that the transport adds. */
export interface HttpRequest {
  readonly method: Method;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** HttpResponse is a complete response with a decoded body. */
export interface HttpResponse {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Transport sends one request to a server and returns the response. */
export interface Transport {
  /** send sends a request once. Throws NetworkError if there is no complete response within `timeoutMs`. */
  send(request: HttpRequest, timeoutMs: number): Promise<HttpResponse>;
}
