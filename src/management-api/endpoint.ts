import { Failure } from '../base/errors.ts';
import { isUuid } from '../tokens/token.ts';

/** Under which paths a cluster serves the API: with account and cluster (`prefixed`), or without (`bare`). */
export type PathForm = 'bare' | 'prefixed';

/** Endpoint is where on a server the API of one cluster is. The step's state holds it for the post step. */
export interface Endpoint {
  readonly apiUrl: string;
  readonly form: PathForm;
  readonly accountId: string;
  readonly clusterId: string;
}

/** What the vendor's own clients put into the prefixed form on Clustered, where there are no ids. */
const DUMMY_ID = '11111111-1111-1111-1111-111111111111';

/** CandidateEndpoints is where the API can be, most likely first. */
export type CandidateEndpoints = readonly [Endpoint, ...Endpoint[]];

/** ClusterAddress is what a step knows of where the API is. Clustered needs no IDs. */
export type ClusterAddress =
  | {
      readonly product: 'dedicated';
      readonly apiUrl: string;
      readonly accountId: string;
      readonly clusterId: string;
    }
  | {
      readonly product: 'clustered';
      readonly apiUrl: string;
      readonly accountId: string | undefined;
      readonly clusterId: string | undefined;
    };

/**
 * candidateEndpoints lists where the API can be. Cloud Dedicated has one form. Clustered documents the bare form, but some
 * releases serve the other.
 */
export function candidateEndpoints({
  product,
  apiUrl,
  accountId = DUMMY_ID,
  clusterId = DUMMY_ID,
}: ClusterAddress): CandidateEndpoints {
  const prefixed: Endpoint = { apiUrl, form: 'prefixed', accountId, clusterId };
  return product === 'dedicated' ? [prefixed] : [{ ...prefixed, form: 'bare' }, prefixed];
}

/** clusterName is what people know a cluster by: the ID of a Cloud Dedicated cluster, the host of a Clustered one. */
export function clusterName({ apiUrl, form, clusterId }: Endpoint): string {
  return form === 'bare' || clusterId === DUMMY_ID ? new URL(apiUrl).host : clusterId;
}

/** endpointUrl is the URL of a collection of the API, or of one token in it. Throws a Failure for an id that is no UUID. */
export function endpointUrl(endpoint: Endpoint, collection: 'tokens' | 'databases', id?: string): URL {
  const ids = endpoint.form === 'bare' ? [] : [endpoint.accountId, endpoint.clusterId];
  for (const part of id === undefined ? ids : [...ids, id]) {
    if (!isUuid(part)) {
      throw new Failure('not-an-id', `"${part}" is not a UUID, so no request was sent with it in its path.`);
    }
  }
  const prefix =
    endpoint.form === 'bare' ? '' : `/accounts/${endpoint.accountId}/clusters/${endpoint.clusterId}`;
  return new URL(`${endpoint.apiUrl}/api/v0${prefix}/${collection}${id === undefined ? '' : `/${id}`}`);
}
