import { InvalidInputs } from '../base/input-errors.ts';
import { markServerText } from '../base/server-text.ts';
import type { Line } from '../runner/publish.ts';
import type { UnknownDatabases } from '../tokens/outcome.ts';
import { grantsAnyDatabase, type Permission } from '../tokens/permissions.ts';

/** warningsAbout warns about permissions on all databases, because nobody knows yet which ones will be created. */
export function warningsAbout(permissions: readonly Permission[]): Line[] {
  if (!grantsAnyDatabase(permissions)) return [];
  return [
    {
      kind: 'warning',
      code: 'all-databases',
      text: 'The token is for `*`: all databases of the cluster, those to come included.',
    },
  ];
}

/** unknownDatabasesError is one input error for each database that the cluster does not have. */
export function unknownDatabasesError({ databases, input }: Omit<UnknownDatabases, 'kind'>): InvalidInputs {
  return new InvalidInputs(
    databases.map(({ name, nearest }) => {
      const hint = nearest === undefined ? '' : ` Did you mean ${markServerText(`\`${nearest}\``)}?`;
      return {
        input,
        message: `The cluster has no database "${name}".${hint} To grant it before it exists: \`check-databases: false\`.`,
      };
    }),
  );
}
