import { Failure } from '../base/errors.ts';
import type { Secret } from '../base/secret.ts';
import { describeBody, isHtml, parseShortJson } from '../http/body.ts';
import type { HttpRequest, HttpResponse } from '../http/messages.ts';
import { NetworkError } from '../http/network-error.ts';
import type { Requests } from '../http/requests.ts';
import { parseHttpDate } from '../http/retry.ts';
import type { ProbeTarget } from '../tokens/permissions.ts';

/** Do not change this query: a malformed query gets a 200 before the cluster checks the token. Cheap on any database. */
const CHEAP_QUERY = 'SELECT * FROM dummy WHERE time > now()';

/** DataPlaneClient probes tokens on a cluster, for the port in operations/deps.ts. It never writes a point. */
export class DataPlaneClient {
  readonly #requests: Requests;
  readonly #clusterUrl: string;

  /** `clusterUrl` has no slash at its end. */
  constructor(requests: Requests, clusterUrl: string) {
    this.#requests = requests;
    this.#clusterUrl = clusterUrl;
  }

  async probe(target: ProbeTarget, token: Secret, timeoutMs: number): Promise<ProbeResult> {
    try {
      const response = await this.#requests.send(this.#request(target, token), timeoutMs);
      return readProbeResponse(target.action, response, this.#requests.gate.heldForMs);
    } catch (error) {
      if (error instanceof NetworkError) {
        return { kind: 'no-response', why: withoutPeriod(error), limitMs: error.limitMs };
      }
      if (error instanceof Failure) return { kind: 'pause-too-long', why: withoutPeriod(error) };
      throw error;
    }
  }

  #request({ action, database }: ProbeTarget, token: Secret): HttpRequest {
    // Each probe uses a new connection, because behind a load balancer, an open connection always leads to the same replica.
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
 * ProbeResult is what one probe shows. `not-found`: the data plane does not serve this path. `unclear`: a response that
 * neither accepts nor refuses the token. `no-response`: a network error. `pause-too-long`: the server asked for too long a pause.
 * `holdMs` is how long a `Retry-After` still delays the next request. `limitMs` is the time limit that the probe has reached.
 */
export type ProbeResult =
  | { readonly kind: 'accepted'; readonly serverTime?: number | undefined }
  | { readonly kind: 'refused'; readonly why: string; readonly serverTime?: number | undefined }
  | { readonly kind: 'not-found' | 'unclear'; readonly why: string; readonly holdMs: number }
  | { readonly kind: 'no-response'; readonly why: string; readonly limitMs?: number | undefined }
  | { readonly kind: 'pause-too-long'; readonly why: string };

/**
 * readProbeResponse classifies the response to a probe. A status alone shows nothing: a login page also responds with
 * 200. A data plane checks the token before it parses a write, so its own 400 accepts the token.
 */
function readProbeResponse(action: 'read' | 'write', response: HttpResponse, holdMs: number): ProbeResult {
  const { status } = response;
  const serverTime = parseHttpDate(response.headers.date ?? '');
  if (status === 401 || status === 403) {
    const why = isHtml(response) ? describe(response) : describeStatus(response);
    return { kind: 'refused', why, serverTime };
  }
  if (action === 'write' && status === 204) return { kind: 'accepted', serverTime };
  const [acceptingStatus, fields] = ACCEPTING[action];
  if (status === acceptingStatus) {
    return isObjectWithAny(fields, response.body)
      ? { kind: 'accepted', serverTime }
      : { kind: 'unclear', why: describe(response), holdMs };
  }
  return { kind: status === 404 ? 'not-found' : 'unclear', why: describe(response), holdMs };
}

/** A body that only InfluxDB sends with this status is a JSON object with one of these fields. */
const ACCEPTING = {
  read: [200, ['results', 'error']],
  write: [400, ['code', 'message', 'error']],
} as const satisfies Readonly<Record<'read' | 'write', readonly [number, readonly string[]]>>;

function isObjectWithAny(fields: readonly string[], body: string): boolean {
  const json = parseShortJson(body);
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return false;
  // Other services send a field of null or "" if there was no error.
  return fields.some((field) => {
    const value: unknown = Object.hasOwn(json, field) ? json[field as never] : undefined;
    return value !== undefined && value !== null && value !== '';
  });
}

/** A reason is a part of a longer sentence. */
function withoutPeriod({ message }: Failure): string {
  return message.replace(/\.$/, '');
}

function describe(response: HttpResponse): string {
  return `${describeStatus(response)} and ${describeBody(response)}`;
}

function describeStatus({ status }: HttpResponse): string {
  return `\`cluster-url\` responded with status ${status}`;
}
