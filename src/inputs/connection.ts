import type { FaultList } from '../faults.ts';
import type { Tries } from '../http/requests.ts';
import { isTrustworthy } from '../http/url.ts';
import { Secret } from '../secret.ts';
import { isUuid } from '../tokens/uuid.ts';
import type { Inputs } from './declared.ts';
import { readCount, readDuration } from './scalars.ts';
import { quote } from './text.ts';

export type Product = 'dedicated' | 'clustered';

/** Connection is where the cluster is and what opens it. */
export interface Connection {
  readonly product: Product;
  /** Base of the Management API, without a slash at its end and without `/api/v0`. */
  readonly apiUrl: string;
  /** Base of the data plane, without a slash at its end. */
  readonly clusterUrl: string;
  /** Always there for Dedicated. */
  readonly accountId?: string;
  readonly clusterId?: string;
  readonly managementToken: Secret;
  readonly tries: Tries;
}

const DEDICATED_API = 'https://console.influxdata.com';

/** readConnection reads where to send requests and with which management token. Notes every fault. */
export function readConnection(inputs: Inputs, faults: FaultList): Connection {
  const product = readProduct(inputs, faults);
  const accountId = readId(inputs, 'account-id', product, faults);
  const clusterId = readId(inputs, 'cluster-id', product, faults);
  const apiUrl = readBaseUrl(inputs, 'api-url', faults);
  const clusterUrl = readBaseUrl(inputs, 'cluster-url', faults);
  if (product === 'clustered' && inputs['api-url'] === '' && inputs['cluster-url'] === '') {
    faults.add(
      'api-url',
      'is required with `product: clustered` (or `cluster-url`): the URL of your cluster.',
    );
  }
  const dedicated = product === 'dedicated';
  return {
    product,
    apiUrl: apiUrl ?? (dedicated ? DEDICATED_API : originOf(clusterUrl)),
    clusterUrl: clusterUrl ?? (dedicated ? `https://${clusterId}.a.influxdb.io` : originOf(apiUrl)),
    ...(accountId === undefined ? {} : { accountId }),
    ...(clusterId === undefined ? {} : { clusterId }),
    managementToken: readManagementToken(inputs['management-token'], faults),
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

/**
 * readManagementToken reads the credential. Nothing is said of its shape (it may be `M.V1.…`, a JWT or something
 * else) except that a header can carry it; and no message ever shows it.
 */
export function readManagementToken(text: string, faults: FaultList): Secret {
  if (text === '') {
    faults.add(
      'management-token',
      'is required: give it from a secret. An empty value often means that there is no secret of this name, or that ' +
        'the run was started from a fork or by Dependabot, which get no secrets.',
    );
  } else if (/^Bearer\s/i.test(text)) {
    faults.add('management-token', 'begins with "Bearer": give the token alone, the action adds the rest.');
  } else if (!/^[\x21-\x7e]+$/.test(text)) {
    faults.add(
      'management-token',
      'holds white space or characters that no token has: was it pasted whole, once?',
    );
  }
  return new Secret(text);
}

function readProduct(inputs: Inputs, faults: FaultList): Product {
  const text = inputs.product;
  if (text !== '' && text !== 'dedicated' && text !== 'clustered') {
    faults.add('product', `${quote(text)} is neither \`dedicated\` (Cloud Dedicated) nor \`clustered\`.`);
  }
  return text === 'clustered' ? 'clustered' : 'dedicated';
}

function readId(
  inputs: Inputs,
  name: 'account-id' | 'cluster-id',
  product: Product,
  faults: FaultList,
): string | undefined {
  const text = inputs[name];
  if (text === '') {
    if (product === 'dedicated') {
      faults.add(name, 'is required for Cloud Dedicated: the UUID that `influxctl` and the console show.');
    }
    return undefined;
  }
  if (!isUuid(text)) {
    faults.add(name, `${quote(text)} is not a UUID like 1a2b3c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5d.`);
  }
  return text;
}

function readBaseUrl(inputs: Inputs, name: 'api-url' | 'cluster-url', faults: FaultList): string | undefined {
  const text = inputs[name];
  if (text === '') return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  // What stands before an @ may be a password, even where the URL's grammar takes it for something else.
  const shown = text.includes('@') ? 'this' : quote(text);
  if (!url || !/^https?:$/.test(url.protocol)) {
    faults.add(name, `${shown} is not a URL like https://cluster.example.com.`);
    return undefined;
  }
  if (url.username !== '' || url.password !== '') {
    faults.add(name, 'holds a user name or password: give the address alone.');
  } else if (!isTrustworthy(url)) {
    faults.add(
      name,
      `${shown} would send credentials in the clear: use https: (http: only for a loopback host).`,
    );
  } else if (url.search !== '' || url.hash !== '') {
    faults.add(name, `${shown} has a query or fragment: give the base URL alone.`);
  }
  return (url.origin + url.pathname).replace(/(?:\/api\/v0)?\/*$/, '').replace(/\/+$/, '');
}

/** Both planes of a Clustered cluster are on one host. Undefined only where a fault says why. */
function originOf(url: string | undefined): string {
  return url === undefined ? '' : new URL(url).origin;
}
