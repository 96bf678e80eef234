import { editDistance } from '../base/edit-distance.ts';
import { ANY_DATABASE, type Permission } from './permissions.ts';

/** The vendor's grammar of a database's name: 1 to 64 characters, case-sensitive, no leading underscore. */
const NAME = /^(?!_)[A-Za-z0-9_/-]{1,64}$/;

/** DATABASE_NAME_RULE ends every message about a name that no database can have. */
export const DATABASE_NAME_RULE =
  'Use 1 to 64 of `A-Z a-z 0-9 _ - /`, without a leading `_`; `*` means all databases';

/** isDatabaseName tells whether a grant can name it: a database's name, or `*`. */
export function isDatabaseName(text: string): boolean {
  return text === ANY_DATABASE || NAME.test(text);
}

/** unknownDatabases lists the granted names that a cluster does not have, in the order granted. `*` is always known. */
export function unknownDatabases(permissions: readonly Permission[], existing: readonly string[]): string[] {
  const known = new Set([...existing, ANY_DATABASE]);
  return [...new Set(permissions.map((permission) => permission.resource))].filter(
    (name) => !known.has(name),
  );
}

/** CheckedPermissions are permissions that somebody typed. With `checkDatabases`, the cluster must have their databases. */
export interface CheckedPermissions {
  readonly permissions: readonly Permission[];
  readonly checkDatabases: boolean;
}

/** mustKnowDatabases tells whether the databases of the cluster are needed to check permissions. Pure. */
export function mustKnowDatabases({ permissions, checkDatabases }: CheckedPermissions): boolean {
  return checkDatabases && unknownDatabases(permissions, []).length > 0;
}

/** UnknownDatabase is a database that the cluster does not have, and the name that was probably meant. */
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
 * nearestName finds what was probably meant: the closest name within a third of its length, if there is one. A name
 * that has nothing in common with what was typed is no suggestion.
 */
export function nearestName(typed: string, existing: readonly string[]): string | undefined {
  const measured = existing
    .map((name) => ({ name, away: editDistance(typed.toLowerCase(), name.toLowerCase()) }))
    .sort((one, other) => one.away - other.away);
  const nearest = measured[0];
  const tolerated = Math.min(Math.ceil(typed.length / 3), typed.length - 1);
  return nearest && nearest.away <= tolerated ? nearest.name : undefined;
}
