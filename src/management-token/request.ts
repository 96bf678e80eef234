import type { InputErrors } from '../base/errors.ts';
import type { Where } from '../report/context.ts';
import { addCertainErrors } from '../request/certain-errors.ts';
import { type Connection, readConnection } from '../request/connection/connection.ts';
import { type ConnectionSources, settingOf } from '../request/connection/setting.ts';
import { defaultDescription, readDescription } from '../request/fields/description.ts';
import { readExpiry } from '../request/fields/expiry.ts';
import { type DateFilter, readDateFilter } from '../request/fields/filter.ts';
import { readBoolean, readChoice, readDuration, UP_TO_TEN_YEARS } from '../request/fields/scalars.ts';
import { readTokenIds } from '../request/fields/token-ids.ts';
import { type Inputs, inapplicableInputs } from '../request/inputs.ts';
import { readSeriesRequest, type SeriesRequest } from '../request/rotate.ts';
import type { RunContext, RunVariables } from '../request/run-context.ts';
import type { Expiry } from '../tokens/token-spec.ts';
import { type InfluxctlProfile, whereOf } from './configuration.ts';
import { MANAGEMENT_INPUTS, type ManagementOperation } from './inputs.ts';

/** CommonRequest is what every request has. */
export interface CommonRequest {
  readonly connection: Connection;
  readonly profile: InfluxctlProfile;
  /** The account and the cluster, for people. */
  readonly where: Where;
}

/** ListRequest asks which management tokens there are. */
export interface ListRequest extends CommonRequest {
  readonly operation: 'list';
  readonly selection: DateFilter;
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

/** RevokeRequest asks to revoke management tokens. */
export interface RevokeRequest extends CommonRequest {
  readonly operation: 'revoke';
  /** Without duplicates. If there are none, there is nothing to do. */
  readonly tokenIds: readonly string[];
  readonly dryRun: boolean;
}

/** RotateRequest asks to replace the management token in secrets. */
export interface RotateRequest extends CommonRequest, SeriesRequest {
  readonly operation: 'rotate';
  readonly run: RunContext;
  /** How long a replaced token stays valid. */
  readonly gracePeriodMs: number;
}

/** ManagementRequest is the validated request of one step. */
export type ManagementRequest = ListRequest | CreateRequest | RevokeRequest | RotateRequest;

/** ParseContext is what the reader of a request needs in addition to the inputs. */
export interface ParseContext {
  readonly variables: Pick<RunVariables, 'run'>;
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

/** parseManagementRequest parses the inputs into one request. Throws InvalidInputs with all input errors. */
export function parseManagementRequest(sources: ConnectionSources, context: ParseContext): ManagementRequest {
  const { inputs } = sources;
  const { errors } = context;
  const operation = readChoice(inputs.operation || MANAGEMENT_INPUTS.operation.default, OPERATION, errors);
  const connection = readConnection(sources, errors);
  const profile = profileOf(sources, connection);
  const common = { connection, profile, where: whereOf(profile) };
  if (operation === undefined || errors.isExplained('operation')) {
    const read = (one: ManagementOperation, found: InputErrors) =>
      READERS[one](inputs, common, { ...context, errors: found });
    addCertainErrors(inputs, { operations: OPERATION.values, read, declarations: MANAGEMENT_INPUTS }, errors);
    return errors.throwAll();
  }
  for (const { input, message } of inapplicableInputs(inputs, operation, MANAGEMENT_INPUTS))
    errors.add(input, message);
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

const STATUSES = ['active', 'expired', 'revoked', 'all'] as const;

function readList(inputs: Inputs, common: CommonRequest, { errors }: ParseContext): ListRequest {
  return {
    operation: 'list',
    ...common,
    selection: readDateFilter(inputs, STATUSES, errors),
    failOnMatch: readBoolean(inputs, 'fail-on-match', errors),
  };
}

function readCreate(
  inputs: Inputs,
  common: CommonRequest,
  { variables, now, errors }: ParseContext,
): CreateRequest {
  const run = variables.run(errors);
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
    'is required, because the token outlives its job. Write a duration such as `90d`, a date (RFC 3339), or `never`.',
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
  { variables, now, errors }: ParseContext,
): RotateRequest {
  const run = variables.run(errors);
  const series = readSeriesRequest(inputs, { run, now, allowsLaterSteps: false }, errors);
  if (series.storeIn.laterSteps) {
    errors.add(
      'store-in',
      '`later-steps` does not work for management tokens: the action detects a delivery only by the date of a secret. Use a ' +
        'secret.',
    );
  }
  return {
    operation: 'rotate',
    ...common,
    run,
    ...series,
    gracePeriodMs: readDuration(inputs, { input: 'grace-period', ...UP_TO_TEN_YEARS }, errors),
  };
}
