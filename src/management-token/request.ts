import type { InputErrors } from '../base/errors.ts';
import type { Secret } from '../base/secret.ts';
import { type Connection, readConnection } from '../request/connection/connection.ts';
import { readGithubToken } from '../request/connection/credentials.ts';
import { type ConnectionSources, settingOf } from '../request/connection/setting.ts';
import { defaultDescription, readDescription } from '../request/fields/description.ts';
import { readExpiry } from '../request/fields/expiry.ts';
import { readExpiresWithin } from '../request/fields/filter.ts';
import { readBoolean, readChoice, readDuration, UP_TO_TEN_YEARS } from '../request/fields/scalars.ts';
import { readStoreIn, type StoreIn } from '../request/fields/store-in.ts';
import { readTokenId, readTokenIds } from '../request/fields/token-ids.ts';
import { givenOrDefault, type Inputs } from '../request/inputs.ts';
import { readRenewBefore } from '../request/rotate.ts';
import type { RunContext } from '../request/run-context.ts';
import type { Expiry } from '../tokens/token-spec.ts';
import type { InfluxctlProfile } from './configuration.ts';
import { inapplicableManagementInputs, type ManagementOperation } from './inputs.ts';
import type { TokenSelection } from './token.ts';

/** CommonRequest is what every request has. */
export interface CommonRequest {
  readonly connection: Connection;
  readonly profile: InfluxctlProfile;
}

/** ListRequest asks which management tokens there are. */
export interface ListRequest extends CommonRequest {
  readonly operation: 'list';
  readonly selection: TokenSelection;
  /** The step fails when the list is not empty. */
  readonly failOnMatch: boolean;
}

/** CreateRequest asks for a new management token, which outlives the job once the step has succeeded. */
export interface CreateRequest extends CommonRequest {
  readonly operation: 'create';
  readonly run: RunContext;
  /** Without the tag. */
  readonly description: string;
  readonly expiresAt: Expiry;
  readonly dryRun: boolean;
}

/** RevokeRequest asks to end management tokens. */
export interface RevokeRequest extends CommonRequest {
  readonly operation: 'revoke';
  /** Each once. None at all means that there is nothing to do. */
  readonly tokenIds: readonly string[];
  readonly dryRun: boolean;
}

/** RotateRequest asks to replace the management token in secrets. */
export interface RotateRequest extends CommonRequest {
  readonly operation: 'rotate';
  readonly run: RunContext;
  /** Names the series; or the token does, by its description. At least one of them is set. */
  readonly description?: string;
  /** A token created by hand that the series replaces. */
  readonly tokenId?: string;
  readonly expiresAt?: Expiry;
  readonly targets: StoreIn['targets'];
  readonly storeToken: Secret;
  readonly githubToken: Secret;
  /** Rotate only when it is due. */
  readonly renewBeforeMs?: number;
  readonly graceMs: number;
  readonly dryRun: boolean;
}

/** ManagementRequest is what one step asks for, validated. */
export type ManagementRequest = ListRequest | CreateRequest | RevokeRequest | RotateRequest;

/** ParseContext is what a request is made of. */
export interface ParseContext {
  /** Reads the run that the step belongs to. Notes what is wrong with it. */
  readonly readRun: () => RunContext;
  /** In milliseconds since 1970. */
  readonly now: number;
  readonly errors: InputErrors;
}

type Reader<Request> = (inputs: Inputs, common: CommonRequest, context: ParseContext) => Request;

const READERS: { [O in ManagementOperation]: Reader<Extract<ManagementRequest, { operation: O }>> } = {
  list: readList,
  create: readCreate,
  revoke: readRevoke,
  rotate: readRotate,
};

/** parseManagementRequest makes one request of the inputs. Throws InvalidInputs with everything that is wrong. */
export function parseManagementRequest(sources: ConnectionSources, context: ParseContext): ManagementRequest {
  const { inputs } = sources;
  const { errors } = context;
  const operation = readChoice(inputs.operation || 'list', OPERATION, errors);
  const connection = readConnection(sources, errors);
  if (operation === undefined || errors.isExplained('operation')) return errors.throwAll();
  for (const { input, message } of inapplicableManagementInputs(inputs, operation))
    errors.add(input, message);
  const common = { connection, profile: profileOf(sources, connection) };
  const request = READERS[operation](inputs, common, context);
  errors.throwIfAny();
  return request;
}

const OPERATION = {
  input: 'operation',
  values: ['list', 'create', 'revoke', 'rotate'],
  synonyms: { ls: 'list', add: 'create', new: 'create', delete: 'revoke', remove: 'revoke', renew: 'rotate' },
} as const;

/** Dedicated names the cluster's host; Clustered has one host for everything. Not usable after an input error. */
function profileOf(sources: ConnectionSources, { endpoints, clusterUrl }: Connection): InfluxctlProfile {
  const [{ apiUrl, form }] = endpoints;
  const text = form === 'bare' ? apiUrl : clusterUrl;
  const { hostname, port, protocol } = URL.canParse(text) ? new URL(text) : new URL('https://localhost');
  return {
    product: form === 'bare' ? 'clustered' : 'dedicated',
    accountId: settingOf(sources, 'account-id', 'account_id').text,
    clusterId: settingOf(sources, 'cluster-id', 'cluster_id').text,
    host: hostname,
    port: port || (protocol === 'https:' ? '443' : '80'),
    tls: protocol === 'https:',
  };
}

const STATUS = {
  input: 'status',
  values: ['active', 'expired', 'revoked', 'all'],
  synonyms: { any: 'all', live: 'active' },
} as const;

function readList(inputs: Inputs, common: CommonRequest, { errors }: ParseContext): ListRequest {
  const status = readChoice(givenOrDefault(inputs, 'status'), STATUS, errors) ?? 'all';
  const expiresWithinMs = readExpiresWithin(inputs, status, errors);
  return {
    operation: 'list',
    ...common,
    selection: { status, ...(expiresWithinMs === undefined ? {} : { expiresWithinMs }) },
    failOnMatch: readBoolean(inputs, 'fail-on-match', errors),
  };
}

function readCreate(
  inputs: Inputs,
  common: CommonRequest,
  { readRun, now, errors }: ParseContext,
): CreateRequest {
  const run = readRun();
  return {
    operation: 'create',
    ...common,
    run,
    description: readDescription(inputs, errors) ?? defaultDescription(run),
    expiresAt: readLastingExpiry(inputs, now, errors) ?? 'never',
    dryRun: readBoolean(inputs, 'dry-run', errors),
  };
}

/** Undefined with an input error. */
function readLastingExpiry(inputs: Inputs, now: number, errors: InputErrors): Expiry | undefined {
  if (inputs['expires-at'] !== '') return readExpiry(inputs, { outlives: true, now }, errors);
  errors.add(
    'expires-at',
    'is required, because nothing else ends a management token. Write a duration such as `90d`, a date (RFC 3339), or `never`.',
  );
  return undefined;
}

function readRevoke(inputs: Inputs, common: CommonRequest, { errors }: ParseContext): RevokeRequest {
  return {
    operation: 'revoke',
    ...common,
    tokenIds: readTokenIds(inputs, errors),
    dryRun: readBoolean(inputs, 'dry-run', errors),
  };
}

function readRotate(
  inputs: Inputs,
  common: CommonRequest,
  { readRun, now, errors }: ParseContext,
): RotateRequest {
  const run = readRun();
  const description = readDescription(inputs, errors);
  const tokenId = inputs['token-id'] === '' ? undefined : readTokenId(inputs, errors);
  if (description === undefined && tokenId === undefined) {
    errors.add(
      'description',
      'is required: it names the series of management tokens that replace one another.',
    );
  }
  const expiresAt =
    inputs['expires-at'] === '' ? undefined : readExpiry(inputs, { outlives: true, now }, errors);
  const renewBeforeMs = readRenewBefore(inputs, { expiresAt, now }, errors);
  return {
    operation: 'rotate',
    ...common,
    run,
    ...(description === undefined ? {} : { description }),
    ...(tokenId === undefined ? {} : { tokenId }),
    ...(expiresAt === undefined ? {} : { expiresAt }),
    targets: readTargets(inputs, run, errors),
    storeToken: readGithubToken(inputs, 'store-token', errors),
    githubToken: readGithubToken(inputs, 'github-token', errors),
    ...(renewBeforeMs === undefined ? {} : { renewBeforeMs }),
    graceMs: readDuration(inputs, { input: 'grace-period', ...UP_TO_TEN_YEARS }, errors),
    dryRun: readBoolean(inputs, 'dry-run', errors),
  };
}

function readTargets(inputs: Inputs, run: RunContext, errors: InputErrors): StoreIn['targets'] {
  const { targets, laterSteps } = readStoreIn(inputs, run, errors);
  if (laterSteps) {
    errors.add(
      'store-in',
      '`later-steps` is not possible here, because only the dates of secrets show that a token was delivered.',
    );
  }
  if (targets.length > 0 && inputs['store-token'] === '') {
    errors.add(
      'store-token',
      'is required for the secrets in `store-in`: a token of a GitHub App, or a fine-grained PAT, that can write them.',
    );
  }
  return targets;
}
