import { editDistance } from '../base/edit-distance.ts';
import { ANY_DATABASE, type Permission } from './permissions.ts';

/** The vendor's grammar for database names: 1 to 64 characters, case-sensitive, no leading underscore. */
const NAME = /^(?!_)[A-Za-z0-9_/-]{1,64}$/;

/** DATABASE_NAME_RULE is the end of every message about an invalid database name. */
export const DATABASE_NAME_RULE =
  'Use 1 to 64 of the characters `A-Z a-z 0-9 _ - /`, without a leading `_`. `*` means all databases';

/** isDatabaseName tells whether a text is a valid database name or `*`. */
export function isDatabaseName(text: string): boolean {
  return text === ANY_DATABASE || NAME.test(text);
}

/** unknownDatabases lists the databases in permissions that the cluster does not have, in the same order. `*` always exists. */
export function unknownDatabases(permissions: readonly Permission[], existing: readonly string[]): string[] {
  const known = new Set([...existing, ANY_DATABASE]);
  return [...new Set(permissions.map((permission) => permission.resource))].filter(
    (name) => !known.has(name),
  );
}

/** CheckedPermissions are permissions from an input. With `checkDatabases`, the cluster must have their databases. */
export interface CheckedPermissions {
  readonly permissions: readonly Permission[];
  readonly checkDatabases: boolean;
}

/** mustKnowDatabases tells whether the check of permissions needs the databases of the cluster. Pure. */
export function mustKnowDatabases({ permissions, checkDatabases }: CheckedPermissions): boolean {
  return checkDatabases && unknownDatabases(permissions, []).length > 0;
}

/** UnknownDatabase is a database that the cluster does not have, and the most similar name. */
export interface UnknownDatabase {
  readonly name: string;
  readonly nearest: string | undefined;
}

/** refusedDatabases are the databases that must not be granted because the cluster does not have them. Pure. */
export function refusedDatabases(
  { permissions, checkDatabases }: CheckedPermissions,
  existing: readonly string[],
): UnknownDatabase[] {
  if (!checkDatabases) return [];
  return unknownDatabases(permissions, existing).map((name) => ({
    name,
    nearest: nearestName(name, existing),
  }));
}

/**
 * nearestName returns the most similar existing name, if it differs in at most a third of the characters. Otherwise undefined,
 * because a name that has nothing in common with the typed one does not help.
 */
export function nearestName(typed: string, existing: readonly string[]): string | undefined {
  const measured = existing
    .map((name) => ({ name, away: editDistance(typed.toLowerCase(), name.toLowerCase()) }))
    .sort((one, other) => one.away - other.away);
  const nearest = measured[0];
  const tolerated = Math.min(Math.ceil(typed.length / 3), typed.length - 1);
  return nearest && nearest.away <= tolerated ? nearest.name : undefined;
}
