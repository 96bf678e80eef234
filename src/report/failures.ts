import { Failure, InvalidInputs } from '../base/errors.ts';
import { markServerText } from '../base/text.ts';
import type { UnknownDatabases } from '../tokens/results.ts';
import type { Refusal } from '../tokens/rotation/refusals.ts';

/** tokenNotFound says that the cluster does not know an ID. */
export function tokenNotFound(id: string): Failure {
  return new Failure(
    'token-not-found',
    `The cluster does not know token ${id}. Check \`token-id\`, \`account-id\`, and \`cluster-id\`.`,
  );
}

/** unknownDatabasesError is one input error for each database that the cluster does not have. */
export function unknownDatabasesError({ databases, input }: Omit<UnknownDatabases, 'kind'>): InvalidInputs {
  return new InvalidInputs(
    databases.map(({ name, nearest }) => {
      const hint = nearest === undefined ? '' : ` Did you mean ${markServerText(`\`${nearest}\``)}?`;
      return {
        input,
        message:
          `The cluster has no database "${name}".${hint} To grant access to a database before it exists, set ` +
          '`check-databases: false`.',
      };
    }),
  );
}

/** NOTHING_CHANGED is what is true after a failure that came before the first change. */
export const NOTHING_CHANGED = 'Nothing was changed.';

/** rotationRefused is the failure for a rotation that was refused before it changed anything. */
export function rotationRefused({ code, why }: Refusal): Failure {
  return new Failure(code, `${markServerText(why)} ${NOTHING_CHANGED}`);
}
