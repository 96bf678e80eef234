import type { FaultList } from '../input-errors.ts';
import { readActivationTimeout } from '../inputs/activation-timeout.ts';
import { readGithubToken } from '../inputs/credentials.ts';
import type { Inputs } from '../inputs/declared.ts';
import { readDescription } from '../inputs/description.ts';
import { readExpiry } from '../inputs/expiry.ts';
import { readTypedPermissions, type TypedPermissions, typesPermissions } from '../inputs/permissions.ts';
import { readBoolean, readDuration, UP_TO_TEN_YEARS } from '../inputs/scalars.ts';
import { readStoreIn, type StoreIn } from '../inputs/store-in.ts';
import { readTokenId } from '../inputs/token-ids.ts';
import type { Secret } from '../secret.ts';
import { formatDuration, parseDuration } from '../tokens/duration.ts';
import type { Expiry } from '../tokens/order.ts';
import type { Asked, RunRequest } from './common.ts';

/** RotateRequest asks to replace the token that the consumers of a series use. What is left out is inherited from it. */
export interface RotateRequest extends RunRequest {
  readonly operation: 'rotate';
  /** Names the series, or the token that names it; at least one of them. */
  readonly description?: string;
  readonly tokenId?: string;
  readonly grants?: TypedPermissions;
  readonly expiresAt?: Expiry;
  readonly storeIn: StoreIn;
  /** May write the secrets in `storeIn`. */
  readonly storeToken: Secret;
  /** May read workflow runs. */
  readonly githubToken: Secret;
  /** Rotate only when it is due. */
  readonly renewBeforeMs?: number;
  /** How long a replaced token stays valid. */
  readonly graceMs: number;
  /** How long to wait for the cluster to accept the token, in milliseconds; 0: do not probe. */
  readonly activationTimeoutMs: number;
  readonly dryRun: boolean;
}

/** readRotateRequest reads what `rotate` needs. Notes every fault. */
export function readRotateRequest({ inputs, common, readRun, now, faults }: Asked): RotateRequest {
  const run = readRun();
  const description = readDescription(inputs, faults);
  const tokenId = inputs['token-id'] === '' ? undefined : readTokenId(inputs, faults);
  if (description === undefined && tokenId === undefined) {
    faults.add(
      'description',
      'this or `token-id` is required: it names the series of tokens that replace one another.',
    );
  }
  const grants = typesPermissions(inputs) ? readTypedPermissions(inputs, faults) : undefined;
  const expiresAt = inputs['expires-at'] === '' ? undefined : readExpiry(inputs, true, now, faults);
  const renewBeforeMs = readRenewBefore(inputs, expiresAt, now, faults);
  const activationTimeoutMs = readActivationTimeout(inputs, faults);
  const unproven = activationTimeoutMs === 0 || inputs.permissions === 'none';
  const storeIn = readStoreIn(inputs, run.repository, faults);
  if (storeIn.targets.length > 0 && inputs['store-token'] === '') {
    faults.add(
      'store-token',
      'is required for the secrets in `store-in`: a token of a GitHub App, or a fine-grained PAT, that may write them. ' +
        "The job's own token never may.",
    );
  }
  return {
    operation: 'rotate',
    ...common,
    run,
    ...(description === undefined ? {} : { description }),
    ...(tokenId === undefined ? {} : { tokenId }),
    ...(grants ? { grants } : {}),
    ...(expiresAt === undefined ? {} : { expiresAt }),
    storeIn,
    storeToken: readGithubToken(inputs, 'store-token', faults),
    githubToken: readGithubToken(inputs, 'github-token', faults),
    ...(renewBeforeMs === undefined ? {} : { renewBeforeMs }),
    graceMs: readGrace(inputs, unproven, faults),
    activationTimeoutMs,
    dryRun: readBoolean(inputs, 'dry-run', faults),
  };
}

function readRenewBefore(
  inputs: Inputs,
  expiresAt: Expiry | undefined,
  now: number,
  faults: FaultList,
): number | undefined {
  if (inputs['renew-before'] === '') return undefined;
  const renewBeforeMs = readDuration(inputs, 'renew-before', UP_TO_TEN_YEARS, faults);
  const lifetimeMs = typeof expiresAt === 'number' ? expiresAt - now : Number.POSITIVE_INFINITY;
  // A lifetime that is wrong by itself is told already.
  if (lifetimeMs > 0 && renewBeforeMs >= lifetimeMs) {
    faults.add(
      'renew-before',
      `is ${formatDuration(renewBeforeMs / 1000)}, and a token lives for ${formatDuration(Math.ceil(lifetimeMs / 1000))} ` +
        '(`expires-at`): make it shorter, or every run would rotate.',
    );
  }
  return renewBeforeMs;
}

/** Whoever retires a token at once must know that the next one works. */
function readGrace(inputs: Inputs, unproven: boolean, faults: FaultList): number {
  const graceMs = readDuration(inputs, 'grace-period', UP_TO_TEN_YEARS, faults);
  if (unproven && parseDuration(inputs['grace-period']) === 0) {
    faults.add(
      'grace-period',
      '`0` ends the old token at once, so the new one must be probed first: it needs an `activation-timeout` and grants.',
    );
  }
  return graceMs;
}
