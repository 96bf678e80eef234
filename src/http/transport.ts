import * as http from 'node:http';
import * as https from 'node:https';
import * as tls from 'node:tls';
import { urlToHttpOptions } from 'node:url';
import { HttpClient } from '@actions/http-client';
import { checkBypass, getProxyUrl } from '@actions/http-client/lib/proxy';
import { NetworkError, networkError, unreadableProxy } from './network-error.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface HttpRequest {
  readonly method: Method;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
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

/**
 * HttpTransport sends through the agents of @actions/http-client, for the sake of its proxy support, and leaves out what
 * else it does, since this product must decide itself on retries, redirects, and what a 404 means.
 */
export class HttpTransport implements Transport {
  /** One for each origin: whether one goes through a proxy depends on the host. Connections are kept open. */
  readonly #agents = new Map<string, http.Agent>();
  readonly #verification: tls.ConnectionOptions;

  /** `trusted` are certificates in PEM that are trusted besides those that Node trusts anyway. */
  constructor(trusted: readonly string[]) {
    this.#verification = {
      // Set explicitly although it is the default, because NODE_TLS_REJECT_UNAUTHORIZED=0 changes the default.
      rejectUnauthorized: true,
      ...(trusted.length === 0
        ? {}
        : {
            secureContext: tls.createSecureContext({ ca: [...tls.getCACertificates('default'), ...trusted] }),
          }),
    };
  }

  async send(request: HttpRequest, timeoutMs: number): Promise<HttpAnswer> {
    try {
      return await exchange(request, this.#agent(request.url), timeoutMs);
    } catch (error) {
      throw networkError(error, request.url.host);
    }
  }

  #agent(url: URL): http.Agent {
    const known = this.#agents.get(url.origin);
    if (known) return known;
    if (ignoresProxy(url)) throw unreadableProxy(url.host);
    const agent: http.Agent = new HttpClient(USER_AGENT, [], { keepAlive: true }).getAgent(url.href);
    this.#verifyCertificates(agent);
    // The package behind proxies calls what Node wants gone, and Node would say so in the log of everybody behind one.
    if ('proxyOptions' in agent) process.noDeprecation = true;
    this.#agents.set(url.origin, agent);
    return agent;
  }

  /** An agent behind a proxy keeps the options of its connection to the proxy apart. */
  #verifyCertificates(agent: http.Agent): void {
    const { options: direct, proxyOptions: proxy } = agent as { options?: object; proxyOptions?: object };
    for (const options of [direct, proxy]) {
      if (options) Object.assign(options, this.#verification);
    }
  }
}

/**
 * Ends in time whatever happens, a body that drips in included. By a timer and not by a signal, since Node keeps something
 * of each request with a signal in memory until the next full collection.
 */
async function exchange(
  { url, method, headers, body }: HttpRequest,
  agent: http.Agent,
  timeoutMs: number,
): Promise<HttpAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<HttpAnswer>();
  const { request } = url.protocol === 'https:' ? https : http;
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

/** Without a word http-client goes without a proxy whose setting it cannot read, such as proxy.example.com:3128. */
function ignoresProxy(url: URL): boolean {
  const setting = process.env['https_proxy'] || process.env['HTTPS_PROXY'];
  if (url.protocol !== 'https:' || !setting || checkBypass(url)) return false;
  const proxy = getProxyUrl(url);
  // A password that holds a # or ? unencoded ends the address early, and its rest would be asked for as a host.
  return !proxy?.hostname || proxy.hash !== '' || proxy.search !== '';
}

/** Listens instead of iterating, which costs a millisecond of a start. A message that ends early is an error. */
function readBody(message: http.IncomingMessage): Promise<string> {
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
