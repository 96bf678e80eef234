import type { Agent } from 'node:http';
import type { SecureContext } from 'node:tls';
import { type Anchors, secureContextOf } from './trust.ts';

/** Verification is how a server's certificate is looked at, in Node's own terms. */
export interface Verification {
  readonly rejectUnauthorized: true;
  readonly secureContext?: SecureContext;
}

/**
 * Agents makes the connections: it says whether they go through a proxy, and whose certificates are trusted. What a
 * connection takes is loaded with the first that takes it.
 */
export class Agents {
  /** One for each origin, since a proxy may be for some hosts only. Connections are kept open. */
  readonly #agents = new Map<string, Promise<Agent>>();
  readonly #anchors: Anchors;
  #verification: Promise<Verification> | undefined;

  constructor(anchors: Anchors) {
    this.#anchors = anchors;
  }

  /** agentFor is what a request to a URL is sent with. Throws NetworkError when a proxy is set that cannot be used. */
  agentFor(url: URL): Promise<Agent> {
    const known = this.#agents.get(url.origin);
    if (known) return known;
    const agent = url.protocol === 'https:' ? this.#secureAgent(url) : plainAgent();
    this.#agents.set(url.origin, agent);
    return agent;
  }

  async #secureAgent(url: URL): Promise<Agent> {
    this.#verification ??= verification(this.#anchors);
    const options = await this.#verification;
    const proxy = process.env['https_proxy'] || process.env['HTTPS_PROXY'];
    if (proxy) {
      const { agentThroughProxy } = await import('./proxy.ts');
      const agent = agentThroughProxy(url, options);
      if (agent) return agent;
    }
    const { Agent } = process.getBuiltinModule('node:https');
    return new Agent({ keepAlive: true, ...options });
  }
}

/** Only for a loopback host, to which no proxy leads: see isTrustworthy. */
async function plainAgent(): Promise<Agent> {
  const { Agent } = process.getBuiltinModule('node:http');
  return new Agent({ keepAlive: true });
}

async function verification(anchors: Anchors): Promise<Verification> {
  const secureContext = secureContextOf(anchors);
  // Set explicitly although it is the default, because NODE_TLS_REJECT_UNAUTHORIZED=0 changes the default.
  return { rejectUnauthorized: true, ...(secureContext ? { secureContext } : {}) };
}
