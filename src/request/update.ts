import { readDescription } from '../inputs/description.ts';
import { readTypedPermissions, type TypedPermissions, typesPermissions } from '../inputs/permissions.ts';
import { readBoolean } from '../inputs/scalars.ts';
import { readTokenId } from '../inputs/token-ids.ts';
import type { Asked, CommonRequest } from './common.ts';

/** UpdateRequest asks to change what a token is for or what it grants; what is left out stays. */
export interface UpdateRequest extends CommonRequest {
  readonly operation: 'update';
  readonly tokenId: string;
  /** Without the tag. */
  readonly description?: string;
  /** The whole set, in place of the other. */
  readonly grants?: TypedPermissions;
  readonly dryRun: boolean;
}

/** readUpdateRequest reads what `update` needs. Notes every fault. */
export function readUpdateRequest({ inputs, common, faults }: Asked): UpdateRequest {
  const regrants = typesPermissions(inputs);
  const description = readDescription(inputs, faults);
  if (!regrants && description === undefined) {
    faults.add('permissions', 'this or `description` is required: say what shall change.');
  }
  return {
    operation: 'update',
    ...common,
    tokenId: readTokenId(inputs, faults),
    ...(description === undefined ? {} : { description }),
    ...(regrants ? { grants: readTypedPermissions(inputs, faults) } : {}),
    dryRun: readBoolean(inputs, 'dry-run', faults),
  };
}
