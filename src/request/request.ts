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
import type { RunContext } from './run-context.ts';

/** CommonRequest is what every request has. */
export interface CommonRequest {
  readonly connection: Connection;
}

/** RunRequest is a request of an operation that writes a tag or compares tags. */
export interface RunRequest extends CommonRequest {
  readonly run: RunContext;
}

/** ParseContext is what the request of an operation is made of: its inputs, and what is read already. */
export interface ParseContext {
  readonly inputs: Inputs;
  readonly common: CommonRequest;
  /** Reads the run that the step belongs to, once at most. Notes what is wrong with it. */
  readonly readRun: () => RunContext;
  /** In milliseconds since 1970. */
  readonly now: number;
  readonly errors: InputErrors;
}

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

/** GetRequest asks what the server knows of one token. */
export interface GetRequest extends CommonRequest {
  readonly operation: 'get';
  readonly tokenId: string;
}

/** readGetRequest reads what `get` needs. Collects every input error. */
export function readGetRequest({ inputs, common, errors }: ParseContext): GetRequest {
  return { operation: 'get', ...common, tokenId: readTokenId(inputs, errors) };
}

/** ListRequest asks which tokens there are. */
export interface ListRequest extends CommonRequest {
  readonly operation: 'list';
  readonly filter: TokenFilter;
  /** The step fails when the list is not empty. */
  readonly failOnMatch: boolean;
}

/** readListRequest reads what `list` needs. Collects every input error. */
export function readListRequest({ inputs, common, readRun, errors }: ParseContext): ListRequest {
  return {
    operation: 'list',
    ...common,
    filter: readFilter(inputs, readRun, errors),
    failOnMatch: readBoolean(inputs, 'fail-on-match', errors),
  };
}

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
