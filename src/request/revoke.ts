import { readBoolean } from '../inputs/scalars.ts';
import { readTokenIds } from '../inputs/token-ids.ts';
import type { Asked, CommonRequest } from './common.ts';

/** RevokeRequest asks to end tokens. */
export interface RevokeRequest extends CommonRequest {
  readonly operation: 'revoke';
  /** Each once; none at all means that there is nothing to do. */
  readonly tokenIds: readonly string[];
  readonly dryRun: boolean;
}

/** readRevokeRequest reads what `revoke` needs. Notes every fault. */
export function readRevokeRequest({ inputs, common, faults }: Asked): RevokeRequest {
  return {
    operation: 'revoke',
    ...common,
    tokenIds: readTokenIds(inputs, faults),
    dryRun: readBoolean(inputs, 'dry-run', faults),
  };
}
