import type { InputErrors } from '../base/errors.ts';
import { addCertainErrors } from './certain-errors.ts';
import { type CleanupRequest, readCleanupRequest } from './cleanup.ts';
import { readConnection } from './connection/connection.ts';
import type { ConnectionSources } from './connection/setting.ts';
import { readChoice } from './fields/scalars.ts';
import { givenOrDefault, INPUTS, inapplicableInputs, type OperationName } from './inputs.ts';
import {
  type CreateRequest,
  type GetRequest,
  type ListRequest,
  type ParseContext,
  type RestoreRequest,
  type RevokeRequest,
  readCreateRequest,
  readGetRequest,
  readListRequest,
  readRestoreRequest,
  readRevokeRequest,
  readUpdateRequest,
  type UpdateRequest,
} from './request.ts';
import { type RotateRequest, readRotateRequest } from './rotate.ts';
import type { RunVariables } from './run-context.ts';

/** Request is the validated request of one step. */
export type Request =
  | CreateRequest
  | GetRequest
  | ListRequest
  | UpdateRequest
  | RevokeRequest
  | RotateRequest
  | CleanupRequest
  | RestoreRequest;

const READERS = {
  create: readCreateRequest,
  get: readGetRequest,
  list: readListRequest,
  update: readUpdateRequest,
  revoke: readRevokeRequest,
  rotate: readRotateRequest,
  cleanup: readCleanupRequest,
  restore: readRestoreRequest,
} as const satisfies { [O in OperationName]: (context: ParseContext) => Extract<Request, { operation: O }> };

/**
 * parseRequest parses the inputs into one request. It reads the run only for operations that write or compare tags. `now` is in
 * milliseconds since 1970. Throws InvalidInputs with all input errors, including earlier ones, before anything is sent.
 */
export function parseRequest(
  sources: ConnectionSources,
  { variables, now }: { readonly variables: RunVariables; readonly now: number },
  errors: InputErrors,
): Request {
  const { inputs } = sources;
  const operation = givenOrDefault(inputs, 'operation');
  const known = isReadable(operation);
  if (!known) readChoice(operation, OPERATION, errors);
  const common = { connection: readConnection(sources, errors) };
  const request = { inputs, common, now, variables };
  if (!known || errors.isExplained('operation')) {
    const read = (one: OperationName, found: InputErrors) => READERS[one]({ ...request, errors: found });
    addCertainErrors(inputs, { operations: OPERATION.values, read, declarations: INPUTS }, errors);
    return errors.throwAll();
  }
  for (const { input, message } of inapplicableInputs(inputs, operation)) {
    errors.add(input, message);
  }
  const parsed = READERS[operation]({ ...request, errors });
  errors.throwIfAny();
  return parsed;
}

/** Other words of people for operations, in lower case. */
const OPERATION = {
  input: 'operation',
  values: Object.keys(READERS) as OperationName[],
  synonyms: {
    add: 'create',
    generate: 'create',
    issue: 'create',
    make: 'create',
    mint: 'create',
    new: 'create',
    describe: 'get',
    info: 'get',
    inspect: 'get',
    read: 'get',
    show: 'get',
    view: 'get',
    ls: 'list',
    change: 'update',
    edit: 'update',
    modify: 'update',
    patch: 'update',
    delete: 'revoke',
    destroy: 'revoke',
    remove: 'revoke',
    rm: 'revoke',
    renew: 'rotate',
    replace: 'rotate',
    rotation: 'rotate',
    gc: 'cleanup',
    prune: 'cleanup',
    purge: 'cleanup',
    unsuspend: 'restore',
    undo: 'restore',
    reactivate: 'restore',
  },
} as const;

function isReadable(operation: string): operation is keyof typeof READERS {
  return Object.hasOwn(READERS, operation);
}
