import type { Emulator } from '../../../emulator/servers/emulator.ts';

type Texts = Readonly<Record<string, string>>;

/** Inputs that contain the address of a cluster. */
const LOCATIONS = ['api-url', 'influxctl-config'];

/**
 * Sends the steps of a workflow to an emulated cluster, as if it were Cloud Dedicated. A step that contains the address of its
 * cluster is not changed.
 */
export function rewireTo({ apiUrl, clusterUrl }: Emulator): (inputs: Texts) => Texts {
  return (inputs) =>
    LOCATIONS.some((name) => inputs[name])
      ? inputs
      : { ...inputs, 'api-url': apiUrl, 'cluster-url': clusterUrl };
}
