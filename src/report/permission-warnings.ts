import type { Line } from '../runner/publish.ts';
import { grantsAnyDatabase, type Permission } from '../tokens/permissions.ts';

/** warningsAbout warns about permissions on all databases, because nobody knows yet which ones will be created. */
export function warningsAbout(permissions: readonly Permission[]): Line[] {
  if (!grantsAnyDatabase(permissions)) return [];
  return [
    {
      kind: 'warning',
      code: 'all-databases',
      text: 'The token grants access to `*`: all databases of the cluster, including future ones.',
    },
  ];
}
