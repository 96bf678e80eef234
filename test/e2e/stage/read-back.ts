import type { Emulator } from '../../../emulator/servers/emulator.ts';

/** Lets a query for the points of a service return what the service has written. The emulator itself returns nothing. */
export function readBack(cluster: Emulator): void {
  let asked = false;
  cluster.every('GET query').runs('before', ({ path }) => {
    const { searchParams } = new URL(path, cluster.clusterUrl);
    if (/FROM service_test WHERE run = '\d+'$/.test(searchParams.get('q') ?? '')) asked = true;
    return undefined;
  });
  cluster.every('GET query').changes((response) => {
    if (!asked || cluster.points.length === 0) return response;
    const values = cluster.points.map(() => ['2026-01-01T00:00:00Z', true]);
    const series = [{ name: 'service_test', columns: ['time', 'up'], values }];
    return { results: [{ statement_id: 0, series }] };
  });
}
