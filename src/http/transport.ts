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

/** Longer than any time-out of ours: without it http-client gives up after three silent minutes. */
const LONGEST_SILENCE_MS = 2 * 3600 * 1000;

/** A list of 100,000 tokens is well below. */
const LARGEST_ANSWER = 64 * 1024 * 1024;

/**
 * HttpTransport sends through @actions/http-client for the sake of its proxy support, and by its `requestRaw`, which
 * leaves out what this product must decide itself: retries, redirects, and what a 404 means. Its own time-out only
 * notices a silent socket; here a signal ends the whole exchange, a dripping body included.
 */
export class HttpTransport implements Transport {
  /** One for each origin: a client keeps connections open, and knows only one agent. */
  readonly #clients = new Map<string, HttpClient>();
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
    const { url, method, headers, body } = request;
    const timeout = new AbortController();
    const timer = setTimeout(() => timeout.abort(), timeoutMs);
    try {
      const client = this.#client(url);
      const exchange = client.requestRaw(
        {
          parsedUrl: url,
          httpModule: url.protocol === 'https:' ? https : http,
          options: {
            ...urlToHttpOptions(url),
            method,
            headers: { ...headers, 'User-Agent': USER_AGENT },
            agent: client.getAgent(url.href),
            signal: timeout.signal,
          },
        },
        body ?? null,
      );
      const answer = await Promise.race([exchange, aborted(timeout.signal)]);
      const { statusCode = 0, headers: answered } = answer.message;
      return { status: statusCode, headers: answered, body: await readBody(answer.message) };
    } catch (error) {
      if (timeout.signal.aborted) {
        throw new NetworkError(
          'timeout',
          `${url.host} did not answer within ${Math.ceil(timeoutMs / 1000)} s`,
          {
            cause: error,
          },
        );
      }
      throw networkError(error, url.host);
    } finally {
      clearTimeout(timer);
    }
  }

  #client(url: URL): HttpClient {
    const known = this.#clients.get(url.origin);
    if (known) return known;
    if (ignoresProxy(url)) throw unreadableProxy(url.host);
    const client = new HttpClient(USER_AGENT, [], { keepAlive: true, socketTimeout: LONGEST_SILENCE_MS });
    const agent = client.getAgent(url.href);
    this.#verifyCertificates(agent);
    // The package behind proxies calls what Node wants gone, and Node would say so in the log of everybody behind one.
    if ('proxyOptions' in agent) process.noDeprecation = true;
    this.#clients.set(url.origin, client);
    return client;
  }

  /** An agent behind a proxy keeps the options of its connection to the proxy apart. */
  #verifyCertificates(agent: http.Agent): void {
    const { options: direct, proxyOptions: proxy } = agent as { options?: object; proxyOptions?: object };
    for (const options of [direct, proxy]) {
      if (options) Object.assign(options, this.#verification);
    }
  }
}

/** Node tells of an abort only once there is a socket, which behind a proxy that keeps silent there never is. */
function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
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
