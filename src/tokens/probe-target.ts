import { ANY_DATABASE, type Permission } from './permissions.ts';

/** ProbeTarget is the one grant of a token that is used to test whether the cluster accepts the token. */
export interface ProbeTarget {
  readonly action: 'read' | 'write';
  readonly database: string;
}

/**
 * probeTarget selects the grant to probe: a read before a write, a named database before `*`. For `*` it selects a database
 * of the cluster. Undefined when nothing can be probed: no grant, or `*` on a cluster without databases.
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
