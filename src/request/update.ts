import type { CommonRequest, ParseContext } from './common.ts';
import { readDescription } from './fields/description.ts';
import {
  type RequestedPermissions,
  readRequestedPermissions,
  requestsPermissions,
} from './fields/permissions.ts';
import { readBoolean } from './fields/scalars.ts';
import { readTokenId } from './fields/token-ids.ts';

/** UpdateRequest asks to change what a token is for or what it grants; what is left out stays. */
export interface UpdateRequest extends CommonRequest {
  readonly operation: 'update';
  readonly tokenId: string;
  /** Without the tag. */
  readonly description?: string;
  /** The whole set, in place of the other. */
  readonly grants?: RequestedPermissions;
  readonly dryRun: boolean;
}

/** readUpdateRequest reads what `update` needs. Collects every input error. */
export function readUpdateRequest({ inputs, common, errors }: ParseContext): UpdateRequest {
  const regrants = requestsPermissions(inputs);
  const description = readDescription(inputs, errors);
  if (!regrants && description === undefined) {
    errors.add('permissions', 'this or `description` is required: say what shall change.');
  }
  return {
    operation: 'update',
    ...common,
    tokenId: readTokenId(inputs, errors),
    ...(description === undefined ? {} : { description }),
    ...(regrants ? { grants: readRequestedPermissions(inputs, errors) } : {}),
    dryRun: readBoolean(inputs, 'dry-run', errors),
  };
}
