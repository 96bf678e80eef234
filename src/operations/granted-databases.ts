import { type InputError, InvalidInputs } from '../base/input-errors.ts';
import { markServerText } from '../base/server-text.ts';
import type { RequestedPermissions } from '../request/fields/permissions.ts';
import type { Runner } from '../runner/runner.ts';
import { nearestName, unknownDatabases } from '../tokens/databases.ts';
import { grantsAnyDatabase, type Permission } from '../tokens/permissions.ts';

/** mustKnowDatabases tells whether the databases of the cluster must be known before anything is granted. */
export function mustKnowDatabases({ checkDatabases, permissions }: RequestedPermissions): boolean {
  return checkDatabases && unknownDatabases(permissions, []).length > 0;
}

/** refuseUnknownDatabases throws InvalidInputs that name each database which the cluster does not have. */
export function refuseUnknownDatabases(
  { permissions, checkDatabases, databasesInput }: RequestedPermissions,
  existing: readonly string[],
): void {
  if (!checkDatabases) return;
  const errors = unknownDatabases(permissions, existing).map((name): InputError => {
    const nearest = nearestName(name, existing);
    const hint = nearest === undefined ? '' : ` Did you mean ${markServerText(`\`${nearest}\``)}?`;
    return {
      input: databasesInput,
      message: `The cluster has no database "${name}".${hint} To grant it before it exists: \`check-databases: false\`.`,
    };
  });
  if (errors.length > 0) throw new InvalidInputs(errors);
}

/** warnOfAnyDatabase warns when databases are granted that nobody has thought of yet. */
export function warnOfAnyDatabase(permissions: readonly Permission[], runner: Runner): void {
  if (!grantsAnyDatabase(permissions)) return;
  runner.warning(
    'all-databases',
    'The token is for `*`: all databases of the cluster, those to come included.',
  );
}
