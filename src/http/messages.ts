import type { IncomingHttpHeaders } from 'node:http';

/** Method is a method that the action uses. */
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** HttpRequest is one request, without what the transport adds. */
export interface HttpRequest {
  readonly method: Method;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** HttpResponse is a whole response, with its body decoded. */
export interface HttpResponse {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Transport carries one request to a server and one response back. */
export interface Transport {
  /** send tries once, for so many milliseconds. Throws NetworkError when there is no whole response. */
  send(request: HttpRequest, timeoutMs: number): Promise<HttpResponse>;
}
