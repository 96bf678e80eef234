import type { InputErrors } from '../base/errors.ts';
import type { TokenFilter } from '../tokens/listing.ts';
import type { Expiry } from '../tokens/token-spec.ts';
import type { Connection } from './connection/connection.ts';
import { defaultDescription, readDescription } from './fields/description.ts';
import { readExpiry } from './fields/expiry.ts';
import { readFilter } from './fields/filter.ts';
import {
  type RequestedPermissions,
  readRequestedPermissions,
  requestsPermissions,
} from './fields/permissions.ts';
import { readActivationTimeout, readBoolean } from './fields/scalars.ts';
import { readTokenId, readTokenIds } from './fields/token-ids.ts';
import type { Inputs } from './inputs.ts';
import type { RunContext, RunVariables } from './run-context.ts';

/** CommonRequest is the common part of all requests. */
export interface CommonRequest {
  readonly connection: Connection;
}

/** RunRequest is a request of an operation that writes or compares tags. */
export interface RunRequest extends CommonRequest {
  readonly run: RunContext;
}

/** ParseContext contains the inputs and the parts of a request that are already parsed. */
export interface ParseContext {
  readonly inputs: Inputs;
  readonly common: CommonRequest;
  readonly variables: RunVariables;
  /** In milliseconds since 1970. */
  readonly now: number;
  readonly errors: InputErrors;
}

/** CreateRequest asks for a new token for this job, or for longer with `keep`. */
export interface CreateRequest extends RunRequest {
  readonly operation: 'create';
  /** Without the tag. */
  readonly description: string;
  readonly grants: RequestedPermissions;
  readonly expiresAt: Expiry;
  /** How long to wait until the cluster accepts the token, in milliseconds. 0: send no probe. */
  readonly activationTimeoutMs: number;
  /** The token outlives the job if the step succeeds. */
  readonly keep: boolean;
  readonly failOnRevokeError: boolean;
  readonly dryRun: boolean;
}

/** readCreateRequest reads the inputs of `create`. Collects every input error. */
export function readCreateRequest({ inputs, common, variables, now, errors }: ParseContext): CreateRequest {
  const run = variables.run(errors);
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

/** GetRequest asks for one token. */
export interface GetRequest extends CommonRequest {
  readonly operation: 'get';
  readonly tokenId: string;
}

/** readGetRequest reads the inputs of `get`. Collects every input error. */
export function readGetRequest({ inputs, common, errors }: ParseContext): GetRequest {
  return { operation: 'get', ...common, tokenId: readTokenId(inputs, errors) };
}

/** ListRequest asks for a list of tokens. */
export interface ListRequest extends CommonRequest {
  readonly operation: 'list';
  readonly filter: TokenFilter;
  /** The step fails if the list is not empty. */
  readonly failOnMatch: boolean;
}

/** readListRequest reads the inputs of `list`. Collects every input error. */
export function readListRequest({ inputs, common, variables, errors }: ParseContext): ListRequest {
  return {
    operation: 'list',
    ...common,
    filter: readFilter(inputs, variables.repository(errors), errors),
    failOnMatch: readBoolean(inputs, 'fail-on-match', errors),
  };
}

/** UpdateRequest asks to change the description or the permissions of a token. Omitted fields stay as they are. */
export interface UpdateRequest extends CommonRequest {
  readonly operation: 'update';
  readonly tokenId: string;
  /** Without the tag. */
  readonly description?: string;
  /** All permissions. They replace the old ones. */
  readonly grants?: RequestedPermissions;
  readonly dryRun: boolean;
}

/** readUpdateRequest reads the inputs of `update`. Collects every input error. */
export function readUpdateRequest({ inputs, common, errors }: ParseContext): UpdateRequest {
  const regrants = requestsPermissions(inputs);
  const description = readDescription(inputs, errors);
  if (!regrants && description === undefined) {
    errors.add(
      'permissions',
      'is required, unless you set `description`. An update changes at least one of them.',
    );
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

/** RevokeRequest asks to revoke tokens. */
export interface RevokeRequest extends CommonRequest {
  readonly operation: 'revoke';
  /** Without duplicates. If there are none, there is nothing to do. */
  readonly tokenIds: readonly string[];
  readonly dryRun: boolean;
}

/** readRevokeRequest reads the inputs of `revoke`. Collects every input error. */
export function readRevokeRequest({ inputs, common, errors }: ParseContext): RevokeRequest {
  return {
    operation: 'revoke',
    ...common,
    tokenIds: readTokenIds(inputs, errors),
    dryRun: readBoolean(inputs, 'dry-run', errors),
  };
}

/** RestoreRequest asks to give suspended tokens their permissions back. */
export interface RestoreRequest extends CommonRequest {
  readonly operation: 'restore';
  /** Without duplicates. If there are none, there is nothing to do. */
  readonly tokenIds: readonly string[];
  readonly dryRun: boolean;
}

/** readRestoreRequest reads the inputs of `restore`. Collects every input error. */
export function readRestoreRequest({ inputs, common, errors }: ParseContext): RestoreRequest {
  return {
    operation: 'restore',
    ...common,
    tokenIds: readTokenIds(inputs, errors),
    dryRun: readBoolean(inputs, 'dry-run', errors),
  };
}
