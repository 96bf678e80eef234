export const ACTIONS = ['read', 'write'] as const;
export type Action = (typeof ACTIONS)[number];

/** ANY_DATABASE in a permission means all databases, including future ones. */
export const ANY_DATABASE = '*';

/** Permission grants one action on one database. It is one entry of the API's `permissions`. */
export interface Permission {
  readonly action: string;
  /** The name of a database, or `*`. */
  readonly resource: string;
}

/** grants lists every action for every database, which is the meaning of the short form of `permissions`. */
export function grants(actions: readonly Action[], databases: readonly string[]): Permission[] {
  return databases.flatMap((resource) =>
    ACTIONS.filter((action) => actions.includes(action)).map((action) => ({ action, resource })),
  );
}

/** mergePermissions removes duplicates and keeps the order. */
export function mergePermissions(permissions: readonly Permission[]): Permission[] {
  return [...new Map(permissions.map((permission) => [key(permission), permission])).values()];
}

/** grantsAnyDatabase tells whether permissions include all databases, including future ones. */
export function grantsAnyDatabase(permissions: readonly Permission[]): boolean {
  return permissions.some((permission) => permission.resource === ANY_DATABASE);
}

/** PermissionChange is the difference between two sets of permissions. */
export interface PermissionChange {
  readonly added: readonly Permission[];
  readonly removed: readonly Permission[];
}

/** permissionChange compares two sets of permissions. It ignores order and duplicates. */
export function permissionChange(from: readonly Permission[], to: readonly Permission[]): PermissionChange {
  return { added: missingIn(from, to), removed: missingIn(to, from) };
}

/** samePermissions tells whether two sets of permissions are the same. */
export function samePermissions(one: readonly Permission[], other: readonly Permission[]): boolean {
  const { added, removed } = permissionChange(one, other);
  return added.length === 0 && removed.length === 0;
}

function missingIn(some: readonly Permission[], others: readonly Permission[]): Permission[] {
  const known = new Set(some.map(key));
  return mergePermissions(others).filter((permission) => !known.has(key(permission)));
}

/** formatPermissions returns the JSON of the output `permissions`, which the input `permissions` accepts. */
export function formatPermissions(permissions: readonly Permission[]): string {
  return JSON.stringify(permissions.map(({ action, resource }) => ({ action, resource })));
}

/** describePermissions describes permissions for people: `metrics: read, write; logs: read`. */
export function describePermissions(permissions: readonly Permission[]): string {
  if (permissions.length === 0) return 'none';
  const byDatabase = new Map<string, string>();
  for (const { action, resource } of permissions) {
    const earlier = byDatabase.get(resource);
    byDatabase.set(resource, earlier === undefined ? `${resource}: ${action}` : `${earlier}, ${action}`);
  }
  return [...byDatabase.values()].join('; ');
}

function key({ action, resource }: Permission): string {
  return JSON.stringify([action, resource]);
}

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

/** needsDatabaseToProbe tells whether the grants name no database, so that a probe needs one of the cluster. */
export function needsDatabaseToProbe(permissions: readonly Permission[]): boolean {
  return permissions.length > 0 && probeTarget(permissions, []) === undefined;
}
