import type { Secret } from '../base/secret.ts';
import type { Where } from '../report/context.ts';

/** InfluxctlProfile says which account influxctl manages. The ledger contains it for the post step. */
export interface InfluxctlProfile {
  readonly product: 'dedicated' | 'clustered';
  /** Empty on Clustered where nothing says it. So is `clusterId`. */
  readonly accountId: string;
  readonly clusterId: string;
  readonly host: string;
  readonly port: string;
  /** False only for a loopback host. */
  readonly tls: boolean;
}

/** whereOf names the account, and the cluster as `clusterName` does. */
export function whereOf({ accountId, clusterId, host, port }: InfluxctlProfile): Where {
  const cluster = clusterId || (port === '443' ? host : `${host}:${port}`);
  return { cluster, ...(accountId === '' ? {} : { account: accountId }) };
}

/** PROFILE_NAME is the name of the one profile in the configuration. */
export const PROFILE_NAME = 'influxdb-token-action';

/**
 * formatConfiguration writes a `config.toml` of influxctl. An unknown key is an error there, so it has documented keys only. `ca` is
 * the path of a file with certificates. Pure.
 */
export function formatConfiguration(
  { product, accountId, clusterId, host, port, tls }: InfluxctlProfile,
  managementToken: Secret,
  ca: string | undefined,
): string {
  const keys = {
    name: PROFILE_NAME,
    product,
    ...(accountId === '' ? {} : { account_id: accountId }),
    ...(clusterId === '' ? {} : { cluster_id: clusterId }),
    host,
    port,
    mgmt_token: managementToken.reveal(),
  };
  const tlsKeys = { ...(ca === undefined ? {} : { ca }), ...(tls ? {} : { disable: true }) };
  return [
    '[[profile]]',
    ...lines(keys),
    ...(Object.keys(tlsKeys).length > 0 ? ['[profile.tls]', ...lines(tlsKeys)] : []),
    '',
  ].join('\n');
}

/** A string of JSON is one of TOML, too. */
function lines(keys: Readonly<Record<string, string | boolean>>): string[] {
  return Object.entries(keys).map(([key, value]) => `${key} = ${JSON.stringify(value)}`);
}
