import type { Agent } from 'node:http';
import type { SecureContext } from 'node:tls';

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
  readonly #trusted: readonly string[];
  #verification: Promise<Verification> | undefined;

  /** `trusted` are certificates in PEM that are trusted besides those that Node trusts anyway. */
  constructor(trusted: readonly string[]) {
    this.#trusted = trusted;
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
    this.#verification ??= verification(this.#trusted);
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

async function verification(trusted: readonly string[]): Promise<Verification> {
  // Set explicitly although it is the default, because NODE_TLS_REJECT_UNAUTHORIZED=0 changes the default.
  if (trusted.length === 0) return { rejectUnauthorized: true };
  const { createSecureContext, getCACertificates } = process.getBuiltinModule('node:tls');
  const ca = [...getCACertificates('default'), ...trusted];
  return { rejectUnauthorized: true, secureContext: createSecureContext({ ca }) };
}
