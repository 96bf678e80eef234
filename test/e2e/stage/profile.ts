import type { Emulator } from '../../../emulator/servers/emulator.ts';

/** profile is a `config.toml` of influxctl for an emulated cluster of the product Clustered. */
export function profile(name: string, { apiUrl, managementToken }: Emulator): string {
  const { hostname, port } = new URL(apiUrl);
  return [
    '[[profile]]',
    `name = "${name}"`,
    'product = "clustered"',
    `host = "${hostname}"`,
    `port = "${port}"`,
    `mgmt_token = "${managementToken}"`,
    '[profile.tls]',
    'disable = true',
  ].join('\n');
}
