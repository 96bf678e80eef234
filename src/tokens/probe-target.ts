import { ANY_DATABASE, type Permission } from './permissions.ts';

/** ProbeTarget is the one grant that is probed to see whether the cluster accepts a token. */
export interface ProbeTarget {
  readonly action: 'read' | 'write';
  readonly database: string;
}

/**
 * probeTarget picks the grant to probe: a read before a write, a named database before `*`. For `*` any existing database will
 * do. Undefined when there is nothing to probe: no grant, or `*` on a cluster without databases. Pure.
 */
export function probeTarget(
  permissions: readonly Permission[],
  existing: readonly string[],
): ProbeTarget | undefined {
  for (const action of ['read', 'write'] as const) {
    const granted = permissions.filter((permission) => permission.action === action);
    const named = granted.find((permission) => permission.resource !== ANY_DATABASE)?.resource;
    const database = named ?? (granted.length > 0 ? existing[0] : undefined);
    if (database !== undefined) return { action, database };
  }
  return undefined;
}

/** needsDatabaseToProbe tells whether the grants do not name a database, so that one of the cluster must be probed. Pure. */
export function needsDatabaseToProbe(permissions: readonly Permission[]): boolean {
  return permissions.length > 0 && probeTarget(permissions, []) === undefined;
}
