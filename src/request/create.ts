import { readActivationTimeout } from '../inputs/activation-timeout.ts';
import { defaultDescription, readDescription } from '../inputs/description.ts';
import { readExpiry } from '../inputs/expiry.ts';
import { readTypedPermissions, type TypedPermissions } from '../inputs/permissions.ts';
import { readBoolean } from '../inputs/scalars.ts';
import type { Expiry } from '../tokens/order.ts';
import type { Asked, RunRequest } from './common.ts';

/** CreateRequest asks for a new token: for this job, or (`keep`) for longer. */
export interface CreateRequest extends RunRequest {
  readonly operation: 'create';
  /** Without the tag. */
  readonly description: string;
  readonly grants: TypedPermissions;
  readonly expiresAt: Expiry;
  /** How long to wait for the cluster to accept the token, in milliseconds; 0: do not probe. */
  readonly activationTimeoutMs: number;
  /** The token outlives the job, once the step has succeeded. */
  readonly keep: boolean;
  readonly failOnRevokeError: boolean;
  readonly dryRun: boolean;
}

/** readCreateRequest reads what `create` needs. Notes every fault. */
export function readCreateRequest({ inputs, common, readRun, now, faults }: Asked): CreateRequest {
  const run = readRun();
  const keep = readBoolean(inputs, 'skip-token-revoke', faults);
  return {
    operation: 'create',
    ...common,
    run,
    description: readDescription(inputs, faults) ?? defaultDescription(run),
    grants: readTypedPermissions(inputs, faults),
    expiresAt: readExpiry(inputs, keep, now, faults),
    activationTimeoutMs: readActivationTimeout(inputs, faults),
    keep,
    failOnRevokeError: readBoolean(inputs, 'fail-on-revoke-error', faults),
    dryRun: readBoolean(inputs, 'dry-run', faults),
  };
}
