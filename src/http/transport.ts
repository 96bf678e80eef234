import http, { type Agent, type ClientRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import https from 'node:https';
import { urlToHttpOptions } from 'node:url';
import { HttpClient } from '@actions/http-client';
import { Agents, type AttemptOptions, type ConnectionUse } from './agents.ts';
import type { HttpRequest, HttpResponse, Transport } from './messages.ts';
import { NetworkError, networkError } from './network-error.ts';
import { readResponse } from './read-response.ts';
import type { Anchors } from './trust.ts';

/**
 * By default, the client gives up after 3 minutes without data. An attempt can take longer, so this is the longest time that
 * Node's timers can measure.
 */
const MAX_SOCKET_TIMEOUT_MS = 2 ** 31 - 1;

/**
 * HttpTransport sends through the toolkit's client. It uses a method of the client that neither retries nor follows redirects.
 * Requests decides about retries.
 */
export class HttpTransport implements Transport {
  readonly #agents: Agents;
  /** One per origin. */
  readonly #clients = new Map<string, HttpClient>();

  constructor(anchors: Anchors) {
    this.#agents = new Agents(anchors);
  }

  async send(request: HttpRequest, timeoutMs: number): Promise<HttpResponse> {
    const { url } = request;
    const client = this.#clientFor(url);
    const agent = await this.#agents.agentFor(url, connectionFor(request));
    const closed = () => this.#agents.stopReusing(url);
    try {
      return await exchange(request, { client, agent, timeoutMs, closed });
    } catch (error) {
      throw networkError(error, url.host) ?? error;
    }
  }

  #clientFor({ origin }: URL): HttpClient {
    const known = this.#clients.get(origin);
    if (known) return known;
    const client = new HttpClient(undefined, [], {
      allowRedirects: false,
      allowRetries: false,
      socketTimeout: MAX_SOCKET_TIMEOUT_MS,
    });
    this.#clients.set(origin, client);
    return client;
  }
}

/**
 * A server can close an idle connection at any time, and then loses a request that is being sent. The outcome of a lost POST is
 * not known, so a POST always uses a new connection.
 */
function connectionFor({ method, headers }: HttpRequest): ConnectionUse {
  return method === 'POST' || headers['Connection'] === 'close' ? 'fresh' : 'reused';
}

/** Attempt is everything that one attempt of a request needs. */
export interface Attempt {
  readonly client: HttpClient;
  readonly agent: Agent;
  readonly timeoutMs: number;
  /** Called if a connection that was kept open ends without a response. */
  readonly closed: () => void;
}

const USER_AGENT = 'influxdb-token-action';

/**
 * exchange sends a request once and reads the response. It always ends in time, even if the body arrives very slowly.
 *
 * The client's raw method uses all options unchanged. The other methods select an agent by the proxy variables and add the
 * runner's orchestration ID to the User-Agent.
 */
async function exchange(request: HttpRequest, attempt: Attempt): Promise<HttpResponse> {
  const { url, body } = request;
  const { client, timeoutMs, closed } = attempt;
  const { promise, resolve, reject } = Promise.withResolvers<HttpResponse>();
  const abandonment = new AbortController();
  const { signal: abandoned } = abandonment;
  let timer: NodeJS.Timeout | undefined;
  let responding = false;

  const respond = (message: IncomingMessage): void => {
    responding = true;
    readResponse(message, abandoned).then(resolve, reject);
  };
  const watch = (sent: ClientRequest): void => {
    sent.on('error', (error) => {
      if (sent.reusedSocket && !responding && !abandoned.aborted) closed();
      // After a response has begun, the client does not report errors.
      reject(error);
    });
    // Without a listener, Node closes the connection and reports nothing.
    sent.on('upgrade', respond);
    // This is a timer and not a signal, because Node keeps memory for each request with a signal until the next full collection.
    timer = setTimeout(() => {
      // The request itself reports a timeout only after it has a socket, which a silent proxy never provides.
      reject(sent.socket ? timedOut(url, timeoutMs) : notConnected(url, timeoutMs));
      abandonment.abort();
      sent.destroy();
    }, timeoutMs);
  };

  try {
    client.requestRawWithCallback(
      {
        parsedUrl: url,
        options: optionsOf(request, attempt, abandoned),
        httpModule: watchedModule(url, watch),
      },
      body ?? null,
      (error, response) => {
        if (response) respond(response.message);
        else reject(error);
      },
    );
    return await promise;
  } finally {
    clearTimeout(timer);
  }
}

function optionsOf(
  { url, method, headers }: HttpRequest,
  { agent }: Attempt,
  abandoned: AbortSignal,
): AttemptOptions {
  return {
    ...urlToHttpOptions(url),
    method,
    headers: { 'Accept-Encoding': 'identity', ...headers, 'User-Agent': USER_AGENT },
    agent,
    abandoned,
  };
}

/** The client does not return the request, but the caller chooses the module that creates the request. */
function watchedModule({ protocol }: URL, watch: (sent: ClientRequest) => void): typeof http {
  const { request } = protocol === 'https:' ? https : http;
  const watched = (
    options: RequestOptions,
    onResponse: (message: IncomingMessage) => void,
  ): ClientRequest => {
    const sent = request(options, onResponse);
    watch(sent);
    return sent;
  };
  return { request: watched } as typeof http;
}

function timedOut({ host }: URL, limitMs: number): NetworkError {
  const message = `${host} did not respond within ${describeLimit(limitMs)}.`;
  return new NetworkError('timeout', message, { limitMs });
}

function notConnected({ host }: URL, limitMs: number): NetworkError {
  const message = `The connection to ${host} was not established within ${describeLimit(limitMs)}.`;
  return new NetworkError('connect-timeout', message, { limitMs });
}

/** Rounds down, so that the message never claims a longer wait than the actual one. */
function describeLimit(ms: number): string {
  return ms < 1000 ? `${Math.floor(ms)} ms` : `${Math.floor(ms / 100) / 10} s`;
}
