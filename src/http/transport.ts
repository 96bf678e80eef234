import type { Agent, IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { urlToHttpOptions } from 'node:url';
import { Agents } from './agents.ts';
import { NetworkError, networkError } from './network-error.ts';
import type { Anchors } from './trust.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface HttpRequest {
  readonly method: Method;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Transport carries one request to a server and one answer back. */
export interface Transport {
  /** send tries once, for so many milliseconds. Throws NetworkError when there is no whole answer. */
  send(request: HttpRequest, timeoutMs: number): Promise<HttpAnswer>;
}

const USER_AGENT = 'influxdb-token-action';

/** A list of 100,000 tokens is well below. */
const LARGEST_ANSWER = 64 * 1024 * 1024;

/** HttpTransport sends through Node's own client. */
export class HttpTransport implements Transport {
  readonly #agents: Agents;

  constructor(anchors: Anchors) {
    this.#agents = new Agents(anchors);
  }

  async send(request: HttpRequest, timeoutMs: number): Promise<HttpAnswer> {
    try {
      return await exchange(request, await this.#agents.agentFor(request.url), timeoutMs);
    } catch (error) {
      throw networkError(error, request.url.host);
    }
  }
}

/**
 * Ends in time whatever happens, a body that drips in included. By a timer and not by a signal, since Node keeps something
 * of each request with a signal in memory until the next full collection.
 */
async function exchange(
  { url, method, headers, body }: HttpRequest,
  agent: Agent,
  timeoutMs: number,
): Promise<HttpAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<HttpAnswer>();
  // TLS takes longer to load than all the rest.
  const { request } = process.getBuiltinModule(url.protocol === 'https:' ? 'node:https' : 'node:http');
  const options = {
    ...urlToHttpOptions(url),
    method,
    headers: { ...headers, 'User-Agent': USER_AGENT },
    agent,
  };
  const sent = request(options, (message) => {
    const { statusCode: status = 0, headers: answered } = message;
    readBody(message).then((text) => resolve({ status, headers: answered, body: text }), reject);
  });
  sent.on('error', reject);
  const timer = setTimeout(() => {
    // Not left to the request to tell: it does only once it has a socket, which a silent proxy never gives it.
    reject(timedOut(url, timeoutMs));
    sent.destroy();
  }, timeoutMs);
  sent.end(body);
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
  }
}

function timedOut({ host }: URL, timeoutMs: number): NetworkError {
  return new NetworkError('timeout', `${host} did not answer within ${Math.ceil(timeoutMs / 1000)} s`);
}

/** Listens instead of iterating, which costs a millisecond of a start. A message that ends early is an error. */
function readBody(message: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    message.on('data', (chunk: Buffer) => {
      size += chunk.length;
      chunks.push(chunk);
      if (size > LARGEST_ANSWER) message.destroy(tooLarge());
    });
    message.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
    message.on('error', reject);
  });
}

function tooLarge(): NetworkError {
  return new NetworkError('too-large', `the answer is larger than ${LARGEST_ANSWER / 1024 / 1024} MiB`);
}
