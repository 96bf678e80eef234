export const ACTIONS = ['read', 'write'] as const;
export type Action = (typeof ACTIONS)[number];

/** isAction tells whether a value is `read` or `write`. */
export function isAction(value: unknown): value is Action {
  return (ACTIONS as readonly unknown[]).includes(value);
}

/** ANY_DATABASE as a permission's database means all that there are and all that will be. */
export const ANY_DATABASE = '*';

/** Permission allows one action on one database: one entry of the API's `permissions`. */
export interface Permission {
  readonly action: string;
  /** A database's name, or `*`. The API calls it `resource`. */
  readonly resource: string;
}

/** grants lists every action for every database: what the bare form of `permissions` means. */
export function grants(actions: readonly Action[], databases: readonly string[]): Permission[] {
  return databases.flatMap((resource) =>
    ACTIONS.filter((action) => actions.includes(action)).map((action) => ({ action, resource })),
  );
}

/** mergePermissions drops what stands twice and keeps the order. */
export function mergePermissions(permissions: readonly Permission[]): Permission[] {
  return [...new Map(permissions.map((permission) => [key(permission), permission])).values()];
}

/** grantsAnyDatabase tells whether all databases are included, those to come as well. */
export function grantsAnyDatabase(permissions: readonly Permission[]): boolean {
  return permissions.some((permission) => permission.resource === ANY_DATABASE);
}

/** PermissionChange is what one set of permissions has that another has not. */
export interface PermissionChange {
  readonly added: readonly Permission[];
  readonly removed: readonly Permission[];
}

/** permissionChange compares as sets: neither order nor repetition is a difference. */
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

/** formatPermissions writes the JSON of the output `permissions`, which the input of that name reads. */
export function formatPermissions(permissions: readonly Permission[]): string {
  return JSON.stringify(permissions.map(({ action, resource }) => ({ action, resource })));
}

/** describePermissions writes grants for people: `metrics: read, write; logs: read`. */
export function describePermissions(permissions: readonly Permission[]): string {
  if (permissions.length === 0) return 'none';
  const byDatabase = new Map<string, string>();
  for (const { action, resource } of permissions) {
    const held = byDatabase.get(resource);
    byDatabase.set(resource, held === undefined ? `${resource}: ${action}` : `${held}, ${action}`);
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
