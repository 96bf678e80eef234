import type { Agent, IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { urlToHttpOptions } from 'node:url';
import { Agents, type AttemptOptions, type ConnectionUse } from './agents.ts';
import { decodeBody, type Limits, tooLarge } from './content-coding.ts';
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
    const agent = await this.#agents.agentFor(request.url, connectionFor(request));
    const closed = () => this.#agents.stopReusing(request.url);
    try {
      return await exchange(request, { agent, timeoutMs, closed });
    } catch (error) {
      throw networkError(error, request.url.host) ?? error;
    }
  }
}

/**
 * A server can close an idle connection at any time, and a request that is just being sent is lost then. Whether a lost POST
 * was carried out cannot be seen, so a POST never takes that risk.
 */
function connectionFor({ method, headers }: HttpRequest): ConnectionUse {
  return method === 'POST' || headers['Connection'] === 'close' ? 'fresh' : 'reused';
}

/** Attempt is how one request is sent once. */
interface Attempt {
  readonly agent: Agent;
  readonly timeoutMs: number;
  /** Called when the server closed a connection that it had kept open, without a byte of a response. */
  readonly closed: () => void;
}

/**
 * Ends in time whatever happens, a body that drips in included. By a timer and not by a signal of the request, since Node
 * keeps something of each request with a signal in memory until the next full collection.
 */
async function exchange(
  { url, method, headers, body }: HttpRequest,
  { agent, timeoutMs, closed }: Attempt,
): Promise<HttpAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<HttpAnswer>();
  const abandonment = new AbortController();
  const limits = { maxBytes: LARGEST_ANSWER, abandoned: abandonment.signal };
  // TLS takes longer to load than all the rest.
  const { request } = process.getBuiltinModule(url.protocol === 'https:' ? 'node:https' : 'node:http');
  const options: AttemptOptions = {
    ...urlToHttpOptions(url),
    method,
    headers: { 'Accept-Encoding': 'identity', ...headers, 'User-Agent': USER_AGENT },
    agent,
    abandoned: abandonment.signal,
  };
  let answering = false;
  const sent = request(options, (message) => {
    answering = true;
    readAnswer(message, limits).then(resolve, reject);
  });
  sent.on('error', (error) => {
    if (sent.reusedSocket && !answering && !abandonment.signal.aborted) closed();
    reject(error);
  });
  const timer = setTimeout(() => {
    // Not left to the request to tell: it does only once it has a socket, which a silent proxy never gives it.
    reject(sent.socket ? timedOut(url, timeoutMs) : notConnected(url, timeoutMs));
    abandonment.abort();
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

function notConnected({ host }: URL, timeoutMs: number): NetworkError {
  const message = `no connection to ${host} was established within ${Math.ceil(timeoutMs / 1000)} s`;
  return new NetworkError('connect-timeout', message);
}

async function readAnswer(message: IncomingMessage, limits: Limits): Promise<HttpAnswer> {
  const { statusCode: status = 0, headers } = message;
  const body = await readBody(message, limits.maxBytes);
  const coding = headers['content-encoding'];
  const decoded = coding === undefined ? body : await decodeBody(body, coding, limits);
  return { status, headers, body: decoded.toString('utf8') };
}

/** Listens instead of iterating, which costs a millisecond of a start. A message that ends early is an error. */
function readBody(message: IncomingMessage, maxBytes: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    message.on('data', (chunk: Buffer) => {
      size += chunk.length;
      chunks.push(chunk);
      if (size > maxBytes) message.destroy(tooLarge(maxBytes));
    });
    message.on('end', () => resolve(Buffer.concat(chunks)));
    message.on('error', reject);
  });
}
