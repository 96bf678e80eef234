import { Failure } from '../base/errors.ts';
import { isUuid } from '../base/uuid.ts';

/** PathForm is the form of all paths of the API: with account and cluster (`prefixed`), or without (`bare`). */
export type PathForm = 'bare' | 'prefixed';

/** Endpoint is the address of the Management API of one cluster. The ledger contains it for the post step. */
export interface Endpoint {
  readonly apiUrl: string;
  readonly form: PathForm;
  readonly accountId: string;
  readonly clusterId: string;
}

/** The vendor's clients use this ID in the prefixed form on Clustered, which has no IDs. */
const DUMMY_ID = '11111111-1111-1111-1111-111111111111';

/** CandidateEndpoints are the possible endpoints, the most likely one first. */
export type CandidateEndpoints = readonly [Endpoint, ...Endpoint[]];

/** ClusterAddress is what the inputs say about the address of the API. Clustered needs no IDs. */
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
 * candidateEndpoints lists the possible endpoints. Cloud Dedicated has one form. Clustered documents the bare form, but some
 * releases use the prefixed one.
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

/** endpointUrl returns the URL of a collection of the API, or of one token in it. Throws a Failure for an ID that is not a UUID. */
export function endpointUrl(endpoint: Endpoint, collection: 'tokens' | 'databases', id?: string): URL {
  const ids = endpoint.form === 'bare' ? [] : [endpoint.accountId, endpoint.clusterId];
  for (const part of id === undefined ? ids : [...ids, id]) {
    if (!isUuid(part)) {
      throw new Failure(
        'invalid-id',
        `"${part}" is not a UUID, so the action did not use it in the path of a request. Nothing was sent.`,
      );
    }
  }
  const prefix =
    endpoint.form === 'bare' ? '' : `/accounts/${endpoint.accountId}/clusters/${endpoint.clusterId}`;
  return new URL(`${endpoint.apiUrl}/api/v0${prefix}/${collection}${id === undefined ? '' : `/${id}`}`);
}
