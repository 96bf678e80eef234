import type { InputErrors } from '../base/errors.ts';
import type { Secret } from '../base/secret.ts';
import { quote } from '../base/text.ts';
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
import { SECRET_PERMISSIONS } from './fields/secret-target.ts';
import { readStoreIn, type StoreIn } from './fields/store-in.ts';
import { readTokenId } from './fields/token-ids.ts';
import type { Inputs } from './inputs.ts';
import type { ParseContext, RunRequest } from './request.ts';
import type { RunContext } from './run-context.ts';

/** SeriesRequest asks to replace the token of a series in all targets. The new token inherits omitted values from it. */
export interface SeriesRequest {
  /** The name of the series, or a token with this name. At least one of them is set. */
  readonly description?: string;
  readonly tokenId?: string;
  readonly expiresAt?: Expiry;
  readonly storeIn: StoreIn;
  /** Can write the secrets in `storeIn`. */
  readonly storeToken: Secret;
  /** Can read workflow runs. */
  readonly githubToken: Secret;
  /** Rotate only if a rotation is due. */
  readonly renewBeforeMs?: number;
  readonly dryRun: boolean;
}

/** RotateRequest asks to replace the token that the consumers of a series use. */
export interface RotateRequest extends RunRequest, SeriesRequest {
  readonly operation: 'rotate';
  readonly grants?: RequestedPermissions;
  /** How long a replaced token stays valid. */
  readonly gracePeriodMs: number;
  /** Retired tokens are first suspended for this time. 0: they are revoked at once. */
  readonly quarantineMs: number;
  /** How long to wait until the cluster accepts the token, in milliseconds. 0: send no probe. */
  readonly activationTimeoutMs: number;
}

/** readRotateRequest reads the inputs of `rotate`. Collects every input error. */
export function readRotateRequest({ inputs, common, variables, now, errors }: ParseContext): RotateRequest {
  const run = variables.run(errors);
  const grants = requestsPermissions(inputs) ? readRequestedPermissions(inputs, errors) : undefined;
  const activationTimeoutMs = readActivationTimeout(inputs, errors);
  const obstacles = [
    // After an input error, the timeout is 0, too.
    ...(parseDuration(inputs['activation-timeout']) === 0 ? ['`activation-timeout: 0`'] : []),
    ...(grants?.permissions.length === 0 && isWithoutErrors(errors) ? ['`permissions: none`'] : []),
  ];
  return {
    operation: 'rotate',
    ...common,
    run,
    ...readSeriesRequest(inputs, { run, now, allowsLaterSteps: true }, errors),
    ...(grants ? { grants } : {}),
    gracePeriodMs: readGracePeriod(inputs, obstacles, errors),
    quarantineMs: readDuration(inputs, { input: 'quarantine', ...UP_TO_TEN_YEARS, zeroIsOff: true }, errors),
    activationTimeoutMs,
  };
}

/** Permissions with errors are empty, too. */
function isWithoutErrors(errors: InputErrors): boolean {
  return errors.of('permissions').length === 0 && errors.of('databases').length === 0;
}

function permissionsFor({ targets }: StoreIn): string {
  return [...new Set(targets.map(({ location }) => SECRET_PERMISSIONS[location.kind]))].join(', ');
}

/** SeriesContext is the run, the time in milliseconds since 1970, and whether later steps can deliver a token. */
export interface SeriesContext {
  readonly run: RunContext;
  readonly now: number;
  readonly allowsLaterSteps: boolean;
}

/** readSeriesRequest reads what the rotations of database tokens and of management tokens have in common. Collects every input error. */
export function readSeriesRequest(
  inputs: Inputs,
  { run, now, allowsLaterSteps }: SeriesContext,
  errors: InputErrors,
): SeriesRequest {
  const description = readDescription(inputs, errors);
  const tokenId = inputs['token-id'] === '' ? undefined : readTokenId(inputs, errors);
  if (description === undefined && tokenId === undefined) {
    errors.add(
      'description',
      'is required, unless you set `token-id`. The description names the series of tokens that replace one another.',
    );
  }
  const expiresAt =
    inputs['expires-at'] === '' ? undefined : readExpiry(inputs, { outlives: true, now }, errors);
  const renewBeforeMs = readRenewBefore(inputs, { expiresAt, now }, errors);
  const storeIn = readStoreIn(inputs, { ...run, allowsLaterSteps }, errors);
  if (storeIn.targets.length > 0 && inputs['store-token'] === '') {
    errors.add(
      'store-token',
      'is required for the secrets in `store-in`. Set a GitHub App token or a fine-grained PAT that can write these ' +
        `secrets (${permissionsFor(storeIn)}). The job's own token cannot write secrets.`,
    );
  }
  return {
    ...(description === undefined ? {} : { description }),
    ...(tokenId === undefined ? {} : { tokenId }),
    ...(expiresAt === undefined ? {} : { expiresAt }),
    storeIn,
    storeToken: readGithubToken(inputs, 'store-token', errors),
    githubToken: readGithubToken(inputs, 'github-token', errors),
    ...(renewBeforeMs === undefined ? {} : { renewBeforeMs }),
    dryRun: readBoolean(inputs, 'dry-run', errors),
  };
}

/** In milliseconds. Undefined if the input is not set. It must be shorter than the lifetime in `expiresAt`. */
function readRenewBefore(
  inputs: Inputs,
  { expiresAt, now }: { readonly expiresAt: Expiry | undefined; readonly now: number },
  errors: InputErrors,
): number | undefined {
  if (inputs['renew-before'] === '') return undefined;
  const renewBeforeMs = readDuration(inputs, { input: 'renew-before', ...UP_TO_TEN_YEARS }, errors);
  const lifetimeMs = typeof expiresAt === 'number' ? expiresAt - now : Number.POSITIVE_INFINITY;
  // There is already an error about a lifetime that is invalid by itself.
  if (lifetimeMs > 0 && renewBeforeMs >= lifetimeMs) {
    errors.add(
      'renew-before',
      `${quote(inputs['renew-before'])} is not shorter than the lifetime set by \`expires-at\` ` +
        `(${formatDuration(Math.ceil(lifetimeMs / 1000))}), so every run would rotate. Write a shorter duration.`,
    );
  }
  return renewBeforeMs;
}

/** A token can be retired at once only if the new one is known to work. `obstacles` are the inputs that prevent the probe. */
function readGracePeriod(inputs: Inputs, obstacles: readonly string[], errors: InputErrors): number {
  const gracePeriodMs = readDuration(
    inputs,
    { input: 'grace-period', ...UP_TO_TEN_YEARS, zeroIsOff: true },
    errors,
  );
  if (obstacles.length > 0 && parseDuration(inputs['grace-period']) === 0) {
    errors.add(
      'grace-period',
      `${quote(inputs['grace-period'])} retires the old token at once, so the new token must be probed first. Use a value ` +
        `such as \`24h\`, or remove ${obstacles.join(' and ')}.`,
    );
  }
  return gracePeriodMs;
}
