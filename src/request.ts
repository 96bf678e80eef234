import { FaultList } from './faults.ts';
import { type Connection, readConnection } from './inputs/connection.ts';
import { foreignInputs, givenOrDefault, type Inputs } from './inputs/declared.ts';
import { readDescription } from './inputs/description.ts';
import { readExpiry } from './inputs/expiry.ts';
import { readPermissions } from './inputs/permissions.ts';
import { readBoolean, readDuration } from './inputs/scalars.ts';
import { quote } from './inputs/text.ts';
import type { RunContext } from './runner/context.ts';
import type { Expiry } from './tokens/order.ts';
import type { Permission } from './tokens/permissions.ts';

/** CreateRequest asks for a new token: for this job, or (`keep`) for longer. */
export interface CreateRequest {
  readonly operation: 'create';
  readonly connection: Connection;
  readonly run: RunContext;
  /** Without the tag. */
  readonly description: string;
  readonly permissions: readonly Permission[];
  /** Whether names that the cluster does not have are refused; and which input to name then. */
  readonly checkDatabases: boolean;
  readonly databasesTypedIn: 'databases' | 'permissions';
  readonly expiresAt: Expiry;
  /** How long to wait for the cluster to accept the token, in milliseconds; 0: do not probe. */
  readonly activationTimeoutMs: number;
  /** The token outlives the job, once the step has succeeded. */
  readonly keep: boolean;
  readonly failOnRevokeError: boolean;
}

/** Request is what one step asks for, validated. */
export type Request = CreateRequest;

/**
 * parseRequest makes one request of the inputs. `now` is in milliseconds since 1970. Throws Faults with everything
 * that is wrong, before anything was sent.
 */
export function parseRequest(inputs: Inputs, run: RunContext, now: number): Request {
  const faults = new FaultList();
  const operation = givenOrDefault(inputs, 'operation');
  if (operation !== 'create') {
    faults.add('operation', `${quote(operation)} is not one that this version has. Choose: create.`);
    // What every operation needs can be judged all the same.
    readConnection(inputs, faults);
    faults.throwIfAny();
  }
  for (const { input, message } of foreignInputs(inputs, 'create')) faults.add(input, message);
  const keep = readBoolean(inputs, 'skip-token-revoke', faults);
  const request: CreateRequest = {
    operation: 'create',
    connection: readConnection(inputs, faults),
    run,
    description: readDescription(inputs, run, faults),
    permissions: readPermissions(inputs, faults),
    checkDatabases: readBoolean(inputs, 'check-databases', faults),
    databasesTypedIn: inputs.databases === '' ? 'permissions' : 'databases',
    expiresAt: readExpiry(inputs, keep, now, faults),
    activationTimeoutMs: readDuration(
      inputs,
      'activation-timeout',
      { least: 0, most: 24 * 3600, rule: 'waiting takes at most 24h, and 0 does not probe' },
      faults,
    ),
    keep,
    failOnRevokeError: readBoolean(inputs, 'fail-on-revoke-error', faults),
  };
  faults.throwIfAny();
  return request;
}
