import type { FaultList } from '../faults.ts';
import type { Tries } from '../http/requests.ts';
import { isTrustworthy } from '../http/url.ts';
import { isUuid } from '../tokens/uuid.ts';
import { type Access, readAccess } from './access.ts';
import type { Product } from './declared.ts';
import { readCount, readDuration } from './scalars.ts';
import { type ConnectionSources, missing, refuse, type Setting, settingOf } from './setting.ts';
import { quote } from './text.ts';

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
  const dedicated = product === 'dedicated';
  const accountId = readId(settingOf(sources, 'account-id', 'account_id'), dedicated, faults);
  const clusterId = readId(settingOf(sources, 'cluster-id', 'cluster_id'), dedicated, faults);
  // A profile's host is the cluster's. On Clustered the Management API is there too.
  const api = settingOf(sources, 'api-url', dedicated ? undefined : 'host');
  const cluster = settingOf(sources, 'cluster-url', 'host');
  const apiUrl = readBaseUrl(api, faults);
  const clusterUrl = readBaseUrl(cluster, faults);
  if (!dedicated && api.text === '' && cluster.text === '') {
    missing(
      api,
      'is required with `product: clustered` (or `cluster-url`): the URL of your cluster.',
      faults,
    );
  }
  const { inputs } = sources;
  return {
    product,
    apiUrl: apiUrl ?? (dedicated ? DEDICATED_API : originOf(clusterUrl)),
    clusterUrl: clusterUrl ?? (dedicated ? `https://${clusterId}.a.influxdb.io` : originOf(apiUrl)),
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

function readProduct(product: Setting, faults: FaultList): Product {
  const { text } = product;
  if (text !== '' && text !== 'dedicated' && text !== 'clustered') {
    refuse(product, `${quote(text)} is neither \`dedicated\` (Cloud Dedicated) nor \`clustered\`.`, faults);
  }
  return text === 'clustered' ? 'clustered' : 'dedicated';
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
    refuse(id, `${quote(text)} is not a UUID like 1a2b3c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5d.`, faults);
  }
  return text;
}

function readBaseUrl(setting: Setting, faults: FaultList): string | undefined {
  const { text } = setting;
  if (text === '') return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  // What stands before an @ may be a password, even where the URL's grammar takes it for something else.
  const shown = text.includes('@') ? 'this' : quote(text);
  if (!url || !/^https?:$/.test(url.protocol)) {
    refuse(setting, `${shown} is not a URL like https://cluster.example.com.`, faults);
    return undefined;
  }
  if (url.username !== '' || url.password !== '') {
    refuse(setting, 'holds a user name or password: give the address alone.', faults);
  } else if (!isTrustworthy(url)) {
    refuse(
      setting,
      `${shown} would send credentials in the clear: use https: (http: only for a loopback host).`,
      faults,
    );
  } else if (url.search !== '' || url.hash !== '') {
    refuse(setting, `${shown} has a query or fragment: give the base URL alone.`, faults);
  }
  return (url.origin + url.pathname).replace(/(?:\/api\/v0)?\/*$/, '').replace(/\/+$/, '');
}

/** Both planes of a Clustered cluster are on one host. Undefined only where a fault says why. */
function originOf(url: string | undefined): string {
  return url === undefined ? '' : new URL(url).origin;
}
