import type { InputErrors } from '../../base/errors.ts';
import { isTrustworthy } from '../../base/url.ts';
import type { RetryPolicy } from '../../http/retry.ts';
import {
  type CandidateEndpoints,
  type ClusterAddress,
  candidateEndpoints,
} from '../../management-api/endpoint.ts';
import { nearestName } from '../../tokens/databases.ts';
import { isUuid } from '../../tokens/token.ts';
import { readCount, readDuration } from '../fields/scalars.ts';
import { type Credentials, readCredentials } from './credentials.ts';
import { type ConnectionSources, missing, refuse, type Setting, settingOf, shown } from './setting.ts';

/** Connection is where the cluster is, and with what requests are sent to it. */
export interface Connection extends Credentials {
  /** Where the Management API can be. */
  readonly endpoints: CandidateEndpoints;
  /** Base of the data plane, without a slash at its end. */
  readonly clusterUrl: string;
  readonly retryPolicy: RetryPolicy;
}

const DEDICATED_API = 'https://console.influxdata.com';

const REQUEST_TIMEOUT = {
  input: 'request-timeout',
  min: 1,
  max: 3600,
  rule: 'one try of one request takes from 1s to 1h',
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

/** Undefined with an input error, after which nobody can say what else is needed. */
function readProduct(product: Setting, errors: InputErrors): ClusterAddress['product'] | undefined {
  const { text } = product;
  if (product.profileUnreadable) return undefined;
  if (text === '' || text === 'dedicated') return 'dedicated';
  if (text === 'clustered') return 'clustered';
  const meant = product.from ? undefined : nearestName(text, ['dedicated', 'clustered']);
  refuse(
    product,
    `${shown(product)} is neither \`dedicated\` (Cloud Dedicated) nor \`clustered\`.${meant === undefined ? '' : ` Did you mean \`${meant}\`?`}`,
    errors,
  );
  return undefined;
}

interface Ids {
  readonly accountId: string | undefined;
  readonly clusterId: string | undefined;
}

function readIds(sources: ConnectionSources, required: boolean, errors: InputErrors): Ids {
  return {
    accountId: readId(settingOf(sources, 'account-id', 'account_id'), required, errors),
    clusterId: readId(settingOf(sources, 'cluster-id', 'cluster_id'), required, errors),
  };
}

type Addresses = Pick<Connection, 'endpoints' | 'clusterUrl'>;

/** The Management API is the vendor's. A profile's host is that of the cluster. An ID is missing only with an input error. */
function readDedicated(
  sources: ConnectionSources,
  { accountId = '', clusterId = '' }: Ids,
  errors: InputErrors,
): Addresses {
  const apiUrl = readBaseUrl(settingOf(sources, 'api-url'), errors) ?? DEDICATED_API;
  return {
    endpoints: candidateEndpoints({ product: 'dedicated', apiUrl, accountId, clusterId }),
    clusterUrl:
      readClusterUrl(settingOf(sources, 'cluster-url', 'host'), errors) ??
      `https://${clusterId}.a.influxdb.io`,
  };
}

/** Both are on one host, which is a profile's: each follows from the other. */
function readClustered(sources: ConnectionSources, ids: Ids, errors: InputErrors): Addresses {
  const api = settingOf(sources, 'api-url', 'host');
  const cluster = settingOf(sources, 'cluster-url', 'host');
  if (api.text === '' && cluster.text === '') {
    missing(
      api,
      'is required with `product: clustered` (or `cluster-url`): the URL of your cluster.',
      errors,
    );
  }
  const clusterUrl = readClusterUrl(cluster, errors);
  // Where both are the profile's host, what is wrong with it is told once.
  const apiUrl = api.from && cluster.from ? clusterUrl : readBaseUrl(api, errors);
  // Both are empty only where an input error says why.
  return {
    endpoints: candidateEndpoints({ product: 'clustered', apiUrl: apiUrl ?? clusterUrl ?? '', ...ids }),
    clusterUrl: clusterUrl ?? apiUrl ?? '',
  };
}

function readId(id: Setting, required: boolean, errors: InputErrors): string | undefined {
  const { text } = id;
  if (text === '') {
    if (required) {
      missing(id, 'is required for Cloud Dedicated: the UUID that `influxctl` and the console show.', errors);
    }
    return undefined;
  }
  if (!isUuid(text)) {
    refuse(id, `${shown(id)} is not a UUID like 1a2b3c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5d.`, errors);
  }
  return text;
}

function readBaseUrl(setting: Setting, errors: InputErrors): string | undefined {
  const { text } = setting;
  if (text === '') return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  // What stands before an @ may be a password, even where the URL's grammar takes it for something else.
  const value = text.includes('@') ? 'this' : shown(setting);
  if (!url || !/^https?:$/.test(url.protocol)) {
    refuse(setting, `${value} is not a URL like https://cluster.example.com.`, errors);
    return undefined;
  }
  if (url.username !== '' || url.password !== '') {
    refuse(setting, 'holds a user name or password: give the address alone.', errors);
  } else if (!isTrustworthy(url)) {
    refuse(
      setting,
      `${value} would send credentials in the clear: use https: (http: only for a loopback host).`,
      errors,
    );
  } else if (url.search !== '' || url.hash !== '') {
    refuse(setting, `${value} has a query or fragment: give the base URL alone.`, errors);
  }
  return (url.origin + url.pathname).replace(/(?:\/api\/v0)?\/*$/, '').replace(/\/+$/, '');
}

/** Paths of the data plane's API, which a URL from a client's configuration often ends in. */
const DATA_PLANE_PATH = /\/(?:api\/v2(?:\/.*)?|query|write)$/;

function readClusterUrl(setting: Setting, errors: InputErrors): string | undefined {
  const base = readBaseUrl(setting, errors);
  if (base === undefined) return undefined;
  const { origin, pathname } = new URL(base);
  const path = pathname.replace(DATA_PLANE_PATH, '');
  if (path !== pathname) {
    const value = setting.text.includes('@') ? 'this' : shown(setting);
    refuse(
      setting,
      `${value} ends in a path of the API, and the action adds that itself. Set it to \`${origin}${path}\`.`,
      errors,
    );
  }
  return base;
}
