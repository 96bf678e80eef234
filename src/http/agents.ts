import http, { type Agent, type RequestOptions } from 'node:http';
import https from 'node:https';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { TLSSocket } from 'node:tls';
import { isLoopback } from '../base/url.ts';
import { dial } from './dial.ts';
import { handshakeError } from './network-error.ts';
import { type Anchors, secureContextOf, type Verification } from './trust.ts';

/** ConnectionUse says whether a request can use a connection that was kept open, or needs a new one. */
export type ConnectionUse = 'reused' | 'fresh';

/** AttemptOptions are the options of a request. `abandoned` fires when no caller waits for its connection. */
export interface AttemptOptions extends RequestOptions {
  readonly abandoned: AbortSignal;
}

/** Node's https.Agent accepts a connected socket, but its types do not say so. */
interface ConnectedOptions extends AttemptOptions {
  readonly socket: Socket;
}

/** Opens a connection to the server of one origin, without TLS. */
type Reach = (abandoned: AbortSignal) => Promise<Socket>;

/**
 * Agents makes the connections. It decides whether they use a proxy, which certificates they trust, and which connections stay
 * open for later requests.
 */
export class Agents {
  /** One per origin and use, because a proxy can be for some hosts only. */
  readonly #agents = new Map<string, Promise<Agent>>();
  /** Origins whose server closed a connection that was kept open, while it was used again. */
  readonly #closing = new Set<string>();
  readonly #anchors: Anchors;
  #verification: Promise<Verification> | undefined;

  constructor(anchors: Anchors) {
    this.#anchors = anchors;
  }

  /**
   * agentFor returns the agent for a request to a URL. Send the request with AttemptOptions. Throws NetworkError if the
   * proxy setting cannot be used.
   */
  agentFor(url: URL, use: ConnectionUse): Promise<Agent> {
    const kept = use === 'reused' && !this.#closing.has(url.origin);
    const key = `${kept} ${url.origin}`;
    const known = this.#agents.get(key);
    if (known) return known;
    const agent = url.protocol === 'https:' ? this.#secureAgent(url, kept) : plainAgent(url, kept);
    this.#agents.set(key, agent);
    return agent;
  }

  /**
   * stopReusing makes each later request to this origin use a new connection. Otherwise, a server that closes connections after
   * each response would lose every request that closely follows another.
   */
  stopReusing({ origin }: URL): void {
    this.#closing.add(origin);
  }

  async #secureAgent(url: URL, keepAlive: boolean): Promise<Agent> {
    this.#verification ??= verification(this.#anchors);
    const options = await this.#verification;
    const reach = await reachTo(url, options);
    const agent = new https.Agent({ keepAlive, ...options });
    // Node's own method adds TLS and resumes TLS sessions.
    const addTls = agent.createConnection.bind(agent);
    return connectingBy(agent, async (attempt) => {
      const { abandoned } = attempt;
      const options: ConnectedOptions = { ...attempt, socket: await reach(abandoned) };
      return await secured(addTls(options) as TLSSocket, url, abandoned);
    });
  }
}

/**
 * Waits for the end of the handshake, so that an error before it is known to be one before anything was sent. When `abandoned` fires, it
 * closes the socket. Throws NetworkError.
 */
async function secured(socket: TLSSocket, { host }: URL, abandoned: AbortSignal): Promise<TLSSocket> {
  const { promise, resolve, reject } = Promise.withResolvers<TLSSocket>();
  const abandon = () => socket.destroy(abandoned.reason);
  abandoned.addEventListener('abort', abandon);
  socket.once('secureConnect', () => resolve(socket));
  // This listener stays on the socket, so that an error does not end the process before the request listens.
  socket.on('error', reject);
  try {
    return await promise;
  } catch (error) {
    throw handshakeError(error, host) ?? error;
  } finally {
    abandoned.removeEventListener('abort', abandon);
  }
}

/** Only for a loopback host, which is never reached through a proxy: see isTrustworthy. */
async function plainAgent(url: URL, keepAlive: boolean): Promise<Agent> {
  const reach = reachDirectly(url);
  return connectingBy(new http.Agent({ keepAlive }), ({ abandoned }) => reach(abandoned));
}

function connectingBy(
  agent: Agent,
  connect: (attempt: AttemptOptions) => Promise<Duplex | null | undefined>,
): Agent {
  agent.createConnection = (options, callback) => {
    const done = callback as (error: unknown, socket?: Duplex | null) => void;
    connect(options as AttemptOptions).then((socket) => done(null, socket), done);
    return undefined;
  };
  return agent;
}

async function reachTo(url: URL, verification: Verification): Promise<Reach> {
  const setting = process.env['https_proxy'] || process.env['HTTPS_PROXY'];
  if (!setting || isLoopback(url)) return reachDirectly(url);
  const { reachThroughProxy } = await import('./proxy.ts');
  return reachThroughProxy(url, setting, verification) ?? reachDirectly(url);
}

function reachDirectly({ hostname, port, protocol }: URL): Reach {
  const destination = {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port) || (protocol === 'https:' ? 443 : 80),
  };
  return (abandoned) => dial(destination, abandoned);
}

async function verification(anchors: Anchors): Promise<Verification> {
  const secureContext = secureContextOf(anchors);
  // Set explicitly although it is the default, because NODE_TLS_REJECT_UNAUTHORIZED=0 changes the default.
  return { rejectUnauthorized: true, ...(secureContext ? { secureContext } : {}) };
}
