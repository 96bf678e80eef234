import { Failure } from '../failure.ts';
import { NetworkError } from '../http/network-error.ts';
import type { Requests } from '../http/requests.ts';
import type { HttpRequest } from '../http/transport.ts';
import type { Secret } from '../secret.ts';
import { ANY_DATABASE, type Permission } from '../tokens/permissions.ts';

/** ProbeTarget is the one grant that is tried out to see whether the cluster accepts a token. */
export interface ProbeTarget {
  readonly action: 'read' | 'write';
  readonly database: string;
}

/**
 * ProbeResult is what one probe tells. `unreachable`: no answer at all; `unclear`: an answer that says neither yes nor
 * no, after which the server wants a pause of `holdMs`; `turned-away`: the server names a pause that is too long
 * to wait for.
 */
export type ProbeResult =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'refused' | 'unreachable' | 'turned-away'; readonly why: string }
  | { readonly kind: 'unclear'; readonly why: string; readonly holdMs: number };

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

  /** probe asks once, for at most so many milliseconds, whether the cluster accepts a token. Never throws for an answer. */
  async probe(target: ProbeTarget, token: Secret, timeoutMs: number): Promise<ProbeResult> {
    try {
      const { status } = await this.#requests.once(this.#request(target, token), timeoutMs);
      return reading(target.action, status, this.#requests.heldForMs);
    } catch (error) {
      if (error instanceof NetworkError) return { kind: 'unreachable', why: error.message };
      if (error instanceof Failure) return { kind: 'turned-away', why: error.message };
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

/** Not yet active is 401 or 403, depending on version and proxy. A 400 to a write came after authorization. */
function reading(action: 'read' | 'write', status: number, holdMs: number): ProbeResult {
  const why = `the cluster answered ${status}`;
  if (status === 401 || status === 403) return { kind: 'refused', why };
  const accepted = action === 'read' ? status === 200 : status === 204 || status === 400;
  return accepted ? { kind: 'accepted' } : { kind: 'unclear', why, holdMs };
}
