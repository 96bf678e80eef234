import type { InputErrors } from '../base/errors.ts';
import { type CleanupRequest, readCleanupRequest } from './cleanup.ts';
import { readConnection } from './connection/connection.ts';
import type { ConnectionSources } from './connection/setting.ts';
import { readChoice } from './fields/scalars.ts';
import { givenOrDefault, inapplicableInputs, type OperationName } from './inputs.ts';
import {
  type CreateRequest,
  type GetRequest,
  type ListRequest,
  type ParseContext,
  type RevokeRequest,
  readCreateRequest,
  readGetRequest,
  readListRequest,
  readRevokeRequest,
  readUpdateRequest,
  type UpdateRequest,
} from './request.ts';
import { type RotateRequest, readRotateRequest } from './rotate.ts';

/** Request is what one step asks for, validated. */
export type Request =
  | CreateRequest
  | GetRequest
  | ListRequest
  | UpdateRequest
  | RevokeRequest
  | RotateRequest
  | CleanupRequest;

const READERS = {
  create: readCreateRequest,
  get: readGetRequest,
  list: readListRequest,
  update: readUpdateRequest,
  revoke: readRevokeRequest,
  rotate: readRotateRequest,
  cleanup: readCleanupRequest,
} as const satisfies { [O in OperationName]: (context: ParseContext) => Extract<Request, { operation: O }> };

/**
 * parseRequest makes one request of the inputs. `readRun` reads the run, and notes errors in `errors`; it is called only for
 * operations that write a tag or compare tags. `now` is in milliseconds since 1970. Throws InvalidInputs with everything
 * that is wrong, those noted before included, and before anything was sent.
 */
export function parseRequest(
  sources: ConnectionSources,
  { readRun, now }: Pick<ParseContext, 'readRun' | 'now'>,
  errors: InputErrors,
): Request {
  const { inputs } = sources;
  const operation = givenOrDefault(inputs, 'operation');
  if (!isReadable(operation)) {
    readChoice(operation, OPERATION, errors);
    // What every operation needs can be judged all the same.
    readConnection(sources, errors);
    return errors.throwAll();
  }
  const common = { connection: readConnection(sources, errors) };
  for (const { input, message } of inapplicableInputs(inputs, operation)) {
    errors.add(input, message);
  }
  const request = READERS[operation]({ inputs, common, readRun, now, errors });
  errors.throwIfAny();
  return request;
}

/** What people call an operation, in lower case. */
const OPERATION = {
  input: 'operation',
  values: Object.keys(READERS) as OperationName[],
  synonyms: {
    add: 'create',
    new: 'create',
    show: 'get',
    read: 'get',
    ls: 'list',
    change: 'update',
    edit: 'update',
    delete: 'revoke',
    remove: 'revoke',
    renew: 'rotate',
    replace: 'rotate',
    rotation: 'rotate',
    clean: 'cleanup',
    prune: 'cleanup',
  },
} as const;

function isReadable(operation: string): operation is keyof typeof READERS {
  return Object.hasOwn(READERS, operation);
}
