import type { InputErrors } from '../base/errors.ts';
import type { Secret } from '../base/secret.ts';
import { formatDuration, parseDuration } from '../tokens/duration.ts';
import type { Expiry } from '../tokens/token-spec.ts';
import { readGithubToken } from './connection/credentials.ts';
import { readDescription } from './fields/description.ts';
import { readExpiry } from './fields/expiry.ts';
import {
  type RequestedPermissions,
  readRequestedPermissions,
  requestsPermissions,
} from './fields/permissions.ts';
import { readActivationTimeout, readBoolean, readDuration, UP_TO_TEN_YEARS } from './fields/scalars.ts';
import { readStoreIn, type StoreIn } from './fields/store-in.ts';
import { readTokenId } from './fields/token-ids.ts';
import type { Inputs } from './inputs.ts';
import type { ParseContext, RunRequest } from './request.ts';

/** RotateRequest asks to replace the token that the consumers of a series use. What is left out is inherited from it. */
export interface RotateRequest extends RunRequest {
  readonly operation: 'rotate';
  /** Names the series, or the token that names it; at least one of them. */
  readonly description?: string;
  readonly tokenId?: string;
  readonly grants?: RequestedPermissions;
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
  /** Retired tokens are suspended for so long first; 0: they are revoked at once. */
  readonly quarantineMs: number;
  /** How long to wait for the cluster to accept the token, in milliseconds; 0: do not probe. */
  readonly activationTimeoutMs: number;
  readonly dryRun: boolean;
}

/** readRotateRequest reads what `rotate` needs. Collects every input error. */
export function readRotateRequest({ inputs, common, readRun, now, errors }: ParseContext): RotateRequest {
  const run = readRun();
  const description = readDescription(inputs, errors);
  const tokenId = inputs['token-id'] === '' ? undefined : readTokenId(inputs, errors);
  if (description === undefined && tokenId === undefined) {
    errors.add(
      'description',
      'this or `token-id` is required: it names the series of tokens that replace one another.',
    );
  }
  const grants = requestsPermissions(inputs) ? readRequestedPermissions(inputs, errors) : undefined;
  const expiresAt =
    inputs['expires-at'] === '' ? undefined : readExpiry(inputs, { outlives: true, now }, errors);
  const renewBeforeMs = readRenewBefore(inputs, { expiresAt, now }, errors);
  const activationTimeoutMs = readActivationTimeout(inputs, errors);
  const notProbed = activationTimeoutMs === 0 || inputs.permissions === 'none';
  const storeIn = readStoreIn(inputs, run, errors);
  if (storeIn.targets.length > 0 && inputs['store-token'] === '') {
    errors.add(
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
    storeToken: readGithubToken(inputs, 'store-token', errors),
    githubToken: readGithubToken(inputs, 'github-token', errors),
    ...(renewBeforeMs === undefined ? {} : { renewBeforeMs }),
    graceMs: readGrace(inputs, notProbed, errors),
    quarantineMs: readDuration(inputs, { input: 'quarantine', ...UP_TO_TEN_YEARS }, errors),
    activationTimeoutMs,
    dryRun: readBoolean(inputs, 'dry-run', errors),
  };
}

function readRenewBefore(
  inputs: Inputs,
  { expiresAt, now }: { readonly expiresAt: Expiry | undefined; readonly now: number },
  errors: InputErrors,
): number | undefined {
  if (inputs['renew-before'] === '') return undefined;
  const renewBeforeMs = readDuration(inputs, { input: 'renew-before', ...UP_TO_TEN_YEARS }, errors);
  const lifetimeMs = typeof expiresAt === 'number' ? expiresAt - now : Number.POSITIVE_INFINITY;
  // A lifetime that is wrong by itself is told already.
  if (lifetimeMs > 0 && renewBeforeMs >= lifetimeMs) {
    errors.add(
      'renew-before',
      `is ${formatDuration(renewBeforeMs / 1000)}, and a token lives for ${formatDuration(Math.ceil(lifetimeMs / 1000))} ` +
        '(`expires-at`): make it shorter, or every run would rotate.',
    );
  }
  return renewBeforeMs;
}

/** Whoever retires a token at once must know that the next one works. */
function readGrace(inputs: Inputs, notProbed: boolean, errors: InputErrors): number {
  const graceMs = readDuration(inputs, { input: 'grace-period', ...UP_TO_TEN_YEARS }, errors);
  if (notProbed && parseDuration(inputs['grace-period']) === 0) {
    errors.add(
      'grace-period',
      '`0` ends the old token at once, so the new one must be probed first: it needs an `activation-timeout` and grants.',
    );
  }
  return graceMs;
}
