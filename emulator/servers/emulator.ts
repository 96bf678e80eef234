import { pathPrefix } from './api-path.ts';
import { type Cluster, newCluster } from './cluster.ts';
import type { Point } from './data-plane.ts';
import type { Route } from './exchange.ts';
import { FaultPlan } from './fault-plan.ts';
import { FaultyService } from './faulty-service.ts';
import type { EmulatorOptions } from './options.ts';
import { LoopbackServer, type Surroundings } from './server.ts';
import type { Permission, StoredToken, TokenSeed } from './token-store.ts';

interface Servers {
  readonly api: LoopbackServer;
  /** On Clustered, both are the same server. */
  readonly dataPlane: LoopbackServer;
}

/**
 * Emulator is a Management API and a data plane on loopback, with faults on demand. It keeps its tokens in memory and logs every
 * request.
 */
export class Emulator extends FaultyService<Route, StoredToken> {
  readonly #cluster: Cluster;
  readonly #servers: Servers;

  /** start starts the servers on free ports. */
  static async start(options: EmulatorOptions = {}): Promise<Emulator> {
    const cluster = newCluster(options);
    const { clock, dateOffsetMs } = cluster.settings;
    const surroundings: Surroundings = { requests: [], faults: new FaultPlan(), clock, dateOffsetMs };
    return new Emulator(cluster, surroundings, await startServers(cluster, surroundings));
  }

  private constructor(cluster: Cluster, surroundings: Surroundings, servers: Servers) {
    super(surroundings);
    this.#cluster = cluster;
    this.#servers = servers;
  }

  get product(): 'dedicated' | 'clustered' {
    return this.#cluster.settings.product;
  }

  /** The base URL of the Management API, without the path prefix and without a slash at the end. */
  get apiUrl(): string {
    return this.#servers.api.url;
  }

  /** The base URL of the data plane. On Clustered, it is the same as `apiUrl`. */
  get clusterUrl(): string {
    return this.#servers.dataPlane.url;
  }

  /** The part of a URL between `apiUrl` and `/tokens` or `/databases`. */
  get apiPrefix(): string {
    return pathPrefix(this.#cluster.endpoint);
  }

  get managementToken(): string {
    return this.#cluster.managementToken;
  }

  get accountId(): string {
    return this.#cluster.endpoint.accountId;
  }

  get clusterId(): string {
    return this.#cluster.endpoint.clusterId;
  }

  /**
   * All tokens on the server, including revoked ones, in order of creation. To emulate that somebody else revokes a token, set its
   * `revokedAt`.
   */
  get tokens(): readonly StoredToken[] {
    return this.#cluster.tokens.all;
  }

  /** All tokens that are neither revoked nor expired, in order of creation. */
  get liveTokens(): StoredToken[] {
    return this.tokens.filter((token) => this.#cluster.tokens.isLive(token));
  }

  /** Every line of line protocol that the data plane has accepted. */
  get points(): readonly Point[] {
    return this.#cluster.dataPlane.points;
  }

  /** seed puts a token on the server, with any dates, so it can be expired or revoked. The token is active at once. */
  seed(token: TokenSeed): StoredToken {
    const stored = this.#cluster.tokens.draft(token);
    this.#cluster.tokens.all.push(stored);
    return stored;
  }

  /** accepts tells whether the data plane would accept this secret now. It sends, counts, and logs no request. */
  accepts(secret: string, database?: string, action: Permission['action'] = 'read'): boolean {
    const grant = database === undefined ? undefined : { action, resource: database };
    return this.#cluster.dataPlane.accepts(secret, grant);
  }

  override leave(): void {
    for (const server of this.#all) server.leave();
  }

  override async comeBack(): Promise<void> {
    await Promise.all([...this.#all].map((server) => server.comeBack()));
  }

  override async stop(): Promise<void> {
    await Promise.all([...this.#all].map((server) => server.stop()));
  }

  get #all(): Set<LoopbackServer> {
    return new Set([this.#servers.api, this.#servers.dataPlane]);
  }
}

async function startServers(cluster: Cluster, surroundings: Surroundings): Promise<Servers> {
  const { managementApi, dataPlane } = cluster;
  if (cluster.settings.product === 'clustered') {
    const both = await LoopbackServer.start([managementApi, dataPlane], surroundings);
    return { api: both, dataPlane: both };
  }
  return {
    api: await LoopbackServer.start([managementApi], surroundings),
    dataPlane: await LoopbackServer.start([dataPlane], surroundings),
  };
}
