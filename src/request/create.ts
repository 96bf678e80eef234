import type { Expiry } from '../tokens/token-spec.ts';
import type { ParseContext, RunRequest } from './common.ts';
import { defaultDescription, readDescription } from './fields/description.ts';
import { readExpiry } from './fields/expiry.ts';
import { type RequestedPermissions, readRequestedPermissions } from './fields/permissions.ts';
import { readActivationTimeout, readBoolean } from './fields/scalars.ts';

/** CreateRequest asks for a new token: for this job, or (`keep`) for longer. */
export interface CreateRequest extends RunRequest {
  readonly operation: 'create';
  /** Without the tag. */
  readonly description: string;
  readonly grants: RequestedPermissions;
  readonly expiresAt: Expiry;
  /** How long to wait for the cluster to accept the token, in milliseconds; 0: do not probe. */
  readonly activationTimeoutMs: number;
  /** The token outlives the job, once the step has succeeded. */
  readonly keep: boolean;
  readonly failOnRevokeError: boolean;
  readonly dryRun: boolean;
}

/** readCreateRequest reads what `create` needs. Collects every input error. */
export function readCreateRequest({ inputs, common, readRun, now, errors }: ParseContext): CreateRequest {
  const run = readRun();
  const keep = readBoolean(inputs, 'skip-token-revoke', errors);
  return {
    operation: 'create',
    ...common,
    run,
    description: readDescription(inputs, errors) ?? defaultDescription(run),
    grants: readRequestedPermissions(inputs, errors),
    expiresAt: readExpiry(inputs, { outlives: keep, now }, errors),
    activationTimeoutMs: readActivationTimeout(inputs, errors),
    keep,
    failOnRevokeError: readBoolean(inputs, 'fail-on-revoke-error', errors),
    dryRun: readBoolean(inputs, 'dry-run', errors),
  };
}
