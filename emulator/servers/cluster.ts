import { randomUUID } from 'node:crypto';
import { newManagementToken } from './access-token.ts';
import { ActivationWatch } from './activation.ts';
import type { Endpoint } from './api-path.ts';
import { DataPlane } from './data-plane.ts';
import { ManagementApi } from './management-api.ts';
import { type EmulatorOptions, type Settings, settingsFrom } from './options.ts';
import { TokenStore } from './token-store.ts';

/** Replaces both IDs on Clustered. It has the syntax of a UUID but no version. */
const DUMMY_ID = '11111111-1111-1111-1111-111111111111';

/** Cluster is everything that an emulator emulates, without the servers. */
export interface Cluster {
  readonly settings: Settings;
  readonly endpoint: Endpoint;
  readonly managementToken: string;
  readonly tokens: TokenStore;
  readonly managementApi: ManagementApi;
  readonly dataPlane: DataPlane;
}

/** newCluster creates a cluster with new IDs and a new management token. */
export function newCluster(options: EmulatorOptions): Cluster {
  const settings = settingsFrom(options);
  const endpoint = newEndpoint(settings);
  const managementToken = newManagementToken();
  const tokens = new TokenStore(settings.clock);
  const activation = new ActivationWatch(settings);
  const managementApi = new ManagementApi({ settings, endpoint, managementToken, tokens, activation });
  const dataPlane = new DataPlane(settings, tokens, activation);
  return { settings, endpoint, managementToken, tokens, managementApi, dataPlane };
}

function newEndpoint({ product, form }: Settings): Endpoint {
  return product === 'clustered'
    ? { form, accountId: DUMMY_ID, clusterId: DUMMY_ID }
    : { form: 'prefixed', accountId: randomUUID(), clusterId: randomUUID() };
}
