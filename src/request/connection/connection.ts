import type { InputErrors } from '../../base/errors.ts';
import { isUuid } from '../../base/uuid.ts';
import type { RetryPolicy } from '../../http/retry.ts';
import {
  type CandidateEndpoints,
  type ClusterAddress,
  candidateEndpoints,
} from '../../management-api/endpoint.ts';
import { nearestValue, suggestion } from '../fields/nearest.ts';
import { readCount, readDuration } from '../fields/scalars.ts';
import { notAUuid } from '../fields/uuid.ts';
import { readBaseUrl } from './base-url.ts';
import { type Credentials, readCredentials } from './credentials.ts';
import { type ConnectionSources, missing, refuseValue, type Setting, settingOf } from './setting.ts';

/** Connection contains the addresses of the cluster and everything that requests need. */
export interface Connection extends Credentials {
  /** The candidate endpoints of the Management API. */
  readonly endpoints: CandidateEndpoints;
  /** The base URL of the data plane, without a slash at its end. */
  readonly clusterUrl: string;
  readonly retryPolicy: RetryPolicy;
}

/** DEDICATED_API is the default of `api-url` for Cloud Dedicated. */
export const DEDICATED_API = 'https://console.influxdata.com';

const REQUEST_TIMEOUT = {
  input: 'request-timeout',
  min: 1,
  max: 3600,
  rule: 'Use `1s` to `1h`',
} as const;

/** readConnection reads where to send requests and with which management token. Collects every input error. */
export function readConnection(sources: ConnectionSources, errors: InputErrors): Connection {
  const product = readProduct(settingOf(sources, 'product', 'product'), errors);
  const ids = readIds(sources, product === 'dedicated', errors);
  const { inputs } = sources;
  return {
    ...(product === 'clustered' ? readClustered(sources, ids, errors) : readDedicated(sources, ids, errors)),
    ...readCredentials(sources, errors),
    retryPolicy: {
      timeoutMs: readDuration(inputs, REQUEST_TIMEOUT, errors),
      retries: readCount(inputs, { input: 'retries', max: 99 }, errors),
    },
  };
}

/** Undefined after an input error. Then it is not known which other inputs are needed. */
function readProduct(product: Setting, errors: InputErrors): ClusterAddress['product'] | undefined {
  const { text } = product;
  if (product.profileUnreadable) return undefined;
  if (text === '' || text === 'dedicated') return 'dedicated';
  if (text === 'clustered') return 'clustered';
  refuseValue(
    product,
    `is neither \`dedicated\` (Cloud Dedicated) nor \`clustered\`.${suggestion(nearestValue(text, PRODUCT))}`,
    errors,
  );
  return undefined;
}

const PRODUCT = { values: ['dedicated', 'clustered'], synonyms: { cloud: 'dedicated' } } as const;

interface Ids {
  readonly accountId: string | undefined;
  readonly clusterId: string | undefined;
}

function readIds(sources: ConnectionSources, required: boolean, errors: InputErrors): Ids {
  return {
    accountId: readId(
      settingOf(sources, 'account-id', 'account_id'),
      { required, folder: 'accounts' },
      errors,
    ),
    clusterId: readId(
      settingOf(sources, 'cluster-id', 'cluster_id'),
      { required, folder: 'clusters' },
      errors,
    ),
  };
}

type Addresses = Pick<Connection, 'endpoints' | 'clusterUrl'>;

/** The host of a profile is the cluster, because the vendor hosts the Management API. An ID is missing only with an input error. */
function readDedicated(
  sources: ConnectionSources,
  { accountId = '', clusterId = '' }: Ids,
  errors: InputErrors,
): Addresses {
  const apiUrl = readBaseUrl(settingOf(sources, 'api-url'), 'management', errors) ?? DEDICATED_API;
  return {
    endpoints: candidateEndpoints({ product: 'dedicated', apiUrl, accountId, clusterId }),
    clusterUrl:
      readBaseUrl(settingOf(sources, 'cluster-url', 'host'), 'data', errors) ??
      `https://${clusterId}.a.influxdb.io`,
  };
}

/** Both planes are on one host, so each URL follows from the other or from the host of a profile. */
function readClustered(sources: ConnectionSources, ids: Ids, errors: InputErrors): Addresses {
  const api = settingOf(sources, 'api-url', 'host');
  const cluster = settingOf(sources, 'cluster-url', 'host');
  if (api.text === '' && cluster.text === '') {
    missing(api, 'is required with `product: clustered`. Set the URL of your cluster.', errors);
  }
  const clusterUrl = readBaseUrl(cluster, 'data', errors);
  // If both are the host of the profile, report its error once.
  const apiUrl = api.from && cluster.from ? clusterUrl : readBaseUrl(api, 'management', errors);
  // Both are empty only if there is already an input error.
  return {
    endpoints: candidateEndpoints({ product: 'clustered', apiUrl: apiUrl ?? clusterUrl ?? '', ...ids }),
    clusterUrl: clusterUrl ?? apiUrl ?? '',
  };
}

function readId(
  id: Setting,
  { required, folder }: { readonly required: boolean; readonly folder: string },
  errors: InputErrors,
): string | undefined {
  const { text } = id;
  if (text === '') {
    if (required) {
      missing(
        id,
        'is required for Cloud Dedicated. Set the UUID that `influxctl` and the Admin UI show.',
        errors,
      );
    }
    return undefined;
  }
  if (!isUuid(text)) refuseValue(id, notAUuid(text, folder), errors);
  return text;
}
