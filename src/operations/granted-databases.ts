import { unknownDatabasesError, warningsAbout } from '../report/grants.ts';
import type { RequestedPermissions } from '../request/fields/permissions.ts';
import { publishLines } from '../runner/publish.ts';
import type { Runner } from '../runner/runner.ts';
import { refusedDatabases } from '../tokens/databases.ts';
import type { Permission } from '../tokens/permissions.ts';

/** refuseUnknownDatabases throws InvalidInputs that name each database which the cluster does not have. */
export function refuseUnknownDatabases(grants: RequestedPermissions, existing: readonly string[]): void {
  const databases = refusedDatabases(grants, existing);
  if (databases.length > 0) throw unknownDatabasesError({ databases, input: grants.databasesInput });
}

/** warnOfAnyDatabase warns about permissions on all databases. */
export function warnOfAnyDatabase(permissions: readonly Permission[], runner: Runner): void {
  publishLines(warningsAbout(permissions), runner);
}
