import { Failure } from '../failure.ts';
import { NetworkError } from '../http/network-error.ts';
import type { Requests } from '../http/requests.ts';
import type { HttpRequest } from '../http/transport.ts';
import type { Secret } from '../secret.ts';
import { ANY_DATABASE, type Permission } from '../tokens/permissions.ts';
import { type ProbeResult, readProbeResponse } from './probe-result.ts';

/** ProbeTarget is the one grant that is tried out to see whether the cluster accepts a token. */
export interface ProbeTarget {
  readonly action: 'read' | 'write';
  readonly database: string;
}

/** Must not be changed: anything malformed is answered 200 before the token is looked at. Cheap on any database. */
const CHEAP_QUERY = 'SELECT * FROM dummy WHERE time > now()';

/** DataPlane tries tokens out on a cluster. It never writes a point. */
export class DataPlane {
  readonly #requests: Requests;
  readonly #clusterUrl: string;

  /** `clusterUrl` has no slash at its end. */
  constructor(requests: Requests, clusterUrl: string) {
    this.#requests = requests;
    this.#clusterUrl = clusterUrl;
  }

  /** probe sends one probe and waits at most so many milliseconds for the response. Throws only defects. */
  async probe(target: ProbeTarget, token: Secret, timeoutMs: number): Promise<ProbeResult> {
    try {
      const response = await this.#requests.send(this.#request(target, token), timeoutMs);
      return readProbeResponse(target.action, response, this.#requests.heldForMs);
    } catch (error) {
      if (error instanceof NetworkError) return { kind: 'no-response', why: error.message };
      if (error instanceof Failure) return { kind: 'told-to-wait', why: error.message };
      throw error;
    }
  }

  #request({ action, database }: ProbeTarget, token: Secret): HttpRequest {
    // A connection of its own for each probe: behind a balancer, one that is kept open leads to the same replica.
    const headers = {
      Accept: 'application/json',
      Authorization: `Bearer ${token.reveal()}`,
      Connection: 'close',
    };
    const name = encodeURIComponent(database);
    if (action === 'read') {
      const url = new URL(`${this.#clusterUrl}/query?db=${name}&q=${encodeURIComponent(CHEAP_QUERY)}`);
      return { method: 'GET', url, headers };
    }
    const url = new URL(`${this.#clusterUrl}/api/v2/write?org=x&bucket=${name}&precision=s`);
    return {
      method: 'POST',
      url,
      headers: { ...headers, 'Content-Type': 'text/plain; charset=utf-8' },
      body: '',
    };
  }
}

/**
 * probeTarget picks the grant to try: a read before a write, a named database before `*`. For `*` any database of the
 * cluster will do. Undefined when there is nothing to probe: no grant, or `*` on a cluster without databases.
 */
export function probeTarget(
  permissions: readonly Permission[],
  existing: readonly string[],
): ProbeTarget | undefined {
  for (const action of ['read', 'write'] as const) {
    const granted = permissions.filter((permission) => permission.action === action);
    const named = granted.find((permission) => permission.resource !== ANY_DATABASE)?.resource;
    const database = named ?? (granted.length > 0 ? existing[0] : undefined);
    if (database !== undefined) return { action, database };
  }
  return undefined;
}
