import type { Tries } from '../http/requests.ts';
import { isTrustworthy } from '../http/url.ts';
import type { FaultList } from '../input-errors.ts';
import { nearestName } from '../tokens/databases.ts';
import { isUuid } from '../tokens/uuid.ts';
import { type Access, readAccess } from './credentials.ts';
import { readCount, readDuration } from './scalars.ts';
import { type ConnectionSources, missing, refuse, type Setting, settingOf, shown } from './setting.ts';

export type Product = 'dedicated' | 'clustered';

/** Connection is where the cluster is and what opens it. */
export interface Connection extends Access {
  readonly product: Product;
  /** Base of the Management API, without a slash at its end and without `/api/v0`. */
  readonly apiUrl: string;
  /** Base of the data plane, without a slash at its end. */
  readonly clusterUrl: string;
  /** Always there for Dedicated. */
  readonly accountId?: string;
  readonly clusterId?: string;
  readonly tries: Tries;
}

const DEDICATED_API = 'https://console.influxdata.com';

/** readConnection reads where to send requests and with which management token. Notes every fault. */
export function readConnection(sources: ConnectionSources, faults: FaultList): Connection {
  const product = readProduct(settingOf(sources, 'product', 'product'), faults);
  const needsIds = product === 'dedicated';
  const accountId = readId(settingOf(sources, 'account-id', 'account_id'), needsIds, faults);
  const clusterId = readId(settingOf(sources, 'cluster-id', 'cluster_id'), needsIds, faults);
  const urls =
    product === 'clustered'
      ? readClusteredUrls(sources, faults)
      : readDedicatedUrls(sources, clusterId, faults);
  const { inputs } = sources;
  return {
    product: product ?? 'dedicated',
    ...urls,
    ...(accountId === undefined ? {} : { accountId }),
    ...(clusterId === undefined ? {} : { clusterId }),
    ...readAccess(sources, faults),
    tries: {
      timeoutMs: readDuration(
        inputs,
        'request-timeout',
        { least: 1, most: 3600, rule: 'one try of one request takes from 1s to 1h' },
        faults,
      ),
      retries: readCount(inputs, 'retries', 99, faults),
    },
  };
}

/** Undefined with a fault, after which nobody can say what else is needed. */
function readProduct(product: Setting, faults: FaultList): Product | undefined {
  const { text } = product;
  if (product.unknowable) return undefined;
  if (text === '' || text === 'dedicated') return 'dedicated';
  if (text === 'clustered') return 'clustered';
  const meant = product.from ? undefined : nearestName(text, ['dedicated', 'clustered']);
  refuse(
    product,
    `${shown(product)} is neither \`dedicated\` (Cloud Dedicated) nor \`clustered\`.${meant === undefined ? '' : ` Did you mean \`${meant}\`?`}`,
    faults,
  );
  return undefined;
}

type Urls = Pick<Connection, 'apiUrl' | 'clusterUrl'>;

/** The Management API is the vendor's. A profile's host is that of the cluster. */
function readDedicatedUrls(
  sources: ConnectionSources,
  clusterId: string | undefined,
  faults: FaultList,
): Urls {
  return {
    apiUrl: readBaseUrl(settingOf(sources, 'api-url'), faults) ?? DEDICATED_API,
    clusterUrl:
      readClusterUrl(settingOf(sources, 'cluster-url', 'host'), faults) ??
      `https://${clusterId}.a.influxdb.io`,
  };
}

/** Both are on one host, which is a profile's: each follows from the other. */
function readClusteredUrls(sources: ConnectionSources, faults: FaultList): Urls {
  const api = settingOf(sources, 'api-url', 'host');
  const cluster = settingOf(sources, 'cluster-url', 'host');
  if (api.text === '' && cluster.text === '') {
    missing(
      api,
      'is required with `product: clustered` (or `cluster-url`): the URL of your cluster.',
      faults,
    );
  }
  const clusterUrl = readClusterUrl(cluster, faults);
  // Where both are the profile's host, what is wrong with it is told once.
  const apiUrl = api.from && cluster.from ? clusterUrl : readBaseUrl(api, faults);
  // Both are empty only where a fault says why.
  return { apiUrl: apiUrl ?? clusterUrl ?? '', clusterUrl: clusterUrl ?? apiUrl ?? '' };
}

function readId(id: Setting, required: boolean, faults: FaultList): string | undefined {
  const { text } = id;
  if (text === '') {
    if (required) {
      missing(id, 'is required for Cloud Dedicated: the UUID that `influxctl` and the console show.', faults);
    }
    return undefined;
  }
  if (!isUuid(text)) {
    refuse(id, `${shown(id)} is not a UUID like 1a2b3c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5d.`, faults);
  }
  return text;
}

function readBaseUrl(setting: Setting, faults: FaultList): string | undefined {
  const { text } = setting;
  if (text === '') return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  // What stands before an @ may be a password, even where the URL's grammar takes it for something else.
  const value = text.includes('@') ? 'this' : shown(setting);
  if (!url || !/^https?:$/.test(url.protocol)) {
    refuse(setting, `${value} is not a URL like https://cluster.example.com.`, faults);
    return undefined;
  }
  if (url.username !== '' || url.password !== '') {
    refuse(setting, 'holds a user name or password: give the address alone.', faults);
  } else if (!isTrustworthy(url)) {
    refuse(
      setting,
      `${value} would send credentials in the clear: use https: (http: only for a loopback host).`,
      faults,
    );
  } else if (url.search !== '' || url.hash !== '') {
    refuse(setting, `${value} has a query or fragment: give the base URL alone.`, faults);
  }
  return (url.origin + url.pathname).replace(/(?:\/api\/v0)?\/*$/, '').replace(/\/+$/, '');
}

/** Paths of the data plane's API, which a URL from a client's configuration often ends in. */
const DATA_PLANE_PATH = /\/(?:api\/v2(?:\/.*)?|query|write)$/;

function readClusterUrl(setting: Setting, faults: FaultList): string | undefined {
  const base = readBaseUrl(setting, faults);
  if (base === undefined) return undefined;
  const { origin, pathname } = new URL(base);
  const path = pathname.replace(DATA_PLANE_PATH, '');
  if (path !== pathname) {
    const value = setting.text.includes('@') ? 'this' : shown(setting);
    refuse(
      setting,
      `${value} ends in a path of the API, and the action adds that itself. Set it to ${origin}${path}`,
      faults,
    );
  }
  return base;
}
