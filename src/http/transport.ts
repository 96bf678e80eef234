import { HttpClient } from '@actions/http-client';
import { Agents, type ConnectionUse } from './agents.ts';
import { exchange } from './exchange.ts';
import type { HttpRequest, HttpResponse, Transport } from './messages.ts';
import { networkError } from './network-error.ts';
import type { Anchors } from './trust.ts';

/**
 * By default, the client gives up after 3 minutes of silence. An attempt can take longer, so this is the longest time that a
 * timer of Node can measure.
 */
const MAX_SOCKET_TIMEOUT_MS = 2 ** 31 - 1;

/**
 * HttpTransport sends through the toolkit's client. Its raw method neither retries nor follows redirects, and the options say
 * the same: see Requests.
 */
export class HttpTransport implements Transport {
  readonly #agents: Agents;
  /** One for each origin. */
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
 * A server can close an idle connection at any time, and a request that is just being sent is lost then. Whether a lost POST
 * was carried out cannot be seen, so a POST never takes that risk.
 */
function connectionFor({ method, headers }: HttpRequest): ConnectionUse {
  return method === 'POST' || headers['Connection'] === 'close' ? 'fresh' : 'reused';
}
