import { type InputError, InputErrors, InvalidInputs } from '../../src/base/errors.ts';
import { readSources } from '../../src/request/connection/setting.ts';
import { readTextFile } from '../../src/request/connection/text-file.ts';
import type { Inputs, OperationName } from '../../src/request/inputs.ts';
import { noteMisplacedTexts } from '../../src/request/misplaced.ts';
import { noteMisspelled, undeclaredInputs } from '../../src/request/misspelled.ts';
import { parseRequest, type Request } from '../../src/request/parse-request.ts';
import { runVariables } from '../../src/request/run-context.ts';
import { given } from './given.ts';

export const TOKEN_ID = '7f3a9c2e-5b1d-4e8a-9c46-0d2f81b3a507';
const RUN = {
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_REPOSITORY: 'acme/web',
  GITHUB_REPOSITORY_ID: '4711',
  GITHUB_RUN_ID: '8812345678',
};

const CONNECTION: Partial<Inputs> = {
  'management-token': 'M.V1.secret',
  'account-id': '1a2b3c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5d',
  'cluster-id': '1a2b3c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5e',
};

/** Valid inputs of every operation, in addition to the inputs of its connection. */
export const VALID: Readonly<Record<OperationName, Partial<Inputs>>> = {
  create: { permissions: 'metrics: read' },
  get: { 'token-id': TOKEN_ID },
  list: {},
  update: { 'token-id': TOKEN_ID, description: 'telegraf' },
  revoke: { 'token-id': TOKEN_ID },
  rotate: { description: 'telegraf', 'store-in': 'repo = A', 'store-token': 'ghp_x' },
  cleanup: {},
  restore: { 'token-id': TOKEN_ID },
};

export type Changes = Readonly<Record<string, string>>;

/**
 * parseStep parses the inputs of a step as main does: valid inputs with some changes. Undeclared names are misspelled inputs, and
 * GITHUB_… are variables. Throws InvalidInputs.
 */
export async function parseStep(operation: string, changes: Changes): Promise<Request> {
  const isVariable = (name: string) => name.startsWith('GITHUB_');
  const names = Object.keys(changes);
  const env = {
    ...RUN,
    ...Object.fromEntries(names.filter(isVariable).map((name) => [name, changes[name]])),
    ...Object.fromEntries(names.map((name) => [`INPUT_${name.toUpperCase()}`, changes[name]])),
  };
  const valid = VALID[operation as OperationName] ?? VALID.list;
  const inputs = given({ ...CONNECTION, ...valid, ...changes, operation });
  const errors = new InputErrors();
  noteMisspelled(undeclaredInputs(env).misspelled, inputs, errors);
  noteMisplacedTexts(inputs, errors);
  const sources = await readSources(inputs, readTextFile, errors);
  return parseRequest(sources, { variables: runVariables(env), now: Date.UTC(2027, 0, 31) }, errors);
}

/** inputErrors returns the input errors that parseStep throws. */
export async function inputErrors(operation: string, changes: Changes): Promise<readonly InputError[]> {
  try {
    await parseStep(operation, changes);
    return [];
  } catch (error) {
    if (error instanceof InvalidInputs) return error.errors;
    throw error;
  }
}
