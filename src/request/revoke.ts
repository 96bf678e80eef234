import type { CommonRequest, ParseContext } from './common.ts';
import { readBoolean } from './fields/scalars.ts';
import { readTokenIds } from './fields/token-ids.ts';

/** RevokeRequest asks to end tokens. */
export interface RevokeRequest extends CommonRequest {
  readonly operation: 'revoke';
  /** Each once; none at all means that there is nothing to do. */
  readonly tokenIds: readonly string[];
  readonly dryRun: boolean;
}

/** readRevokeRequest reads what `revoke` needs. Collects every input error. */
export function readRevokeRequest({ inputs, common, errors }: ParseContext): RevokeRequest {
  return {
    operation: 'revoke',
    ...common,
    tokenIds: readTokenIds(inputs, errors),
    dryRun: readBoolean(inputs, 'dry-run', errors),
  };
}
