import type { InputError } from '../base/errors.ts';
import { quote } from '../base/text.ts';
import { parseDuration } from '../tokens/duration.ts';
import { orList } from './fields/nearest.ts';
import { looksLikeToken } from './fields/uuid.ts';

/** The operations of the interface. */
export type OperationName =
  | 'create'
  | 'get'
  | 'list'
  | 'update'
  | 'revoke'
  | 'rotate'
  | 'cleanup'
  | 'restore';

/** Declaration is what action.yml says about an input. */
export interface Declaration {
  /** The `default:` in action.yml, which also replaces an empty value. */
  readonly default?: string;
  /** The default that is not declared in action.yml. The code that reads the input applies it. */
  readonly implicitDefault?: string;
  /** The expression in the `default:` of action.yml. The runner evaluates it, so every operation receives the value. */
  readonly runnerExpression?: string;
  /** Masked before everything else. */
  readonly secret?: true;
  readonly usedBy: 'all' | readonly string[];
}

/**
 * INPUTS declares every input, its default, and the operations that use it. A test compares them with action.yml. Defaults that
 * depend on other inputs (product, URLs, expiry, description) are applied when the inputs are read.
 */
export const INPUTS = {
  operation: { default: 'create', usedBy: 'all' },
  'management-token': { usedBy: 'all', secret: true },
  'account-id': { usedBy: 'all' },
  'cluster-id': { usedBy: 'all' },
  product: { usedBy: 'all' },
  'api-url': { usedBy: 'all' },
  'cluster-url': { usedBy: 'all' },
  'ca-certificate': { usedBy: 'all' },
  'influxctl-config': { usedBy: 'all' },
  'influxctl-profile': { default: 'default', usedBy: 'all' },
  'request-timeout': { default: '30s', usedBy: 'all' },
  retries: { default: '4', usedBy: 'all' },
  databases: { usedBy: ['create', 'update', 'rotate', 'list'] },
  permissions: { usedBy: ['create', 'update', 'rotate'] },
  'check-databases': { default: 'true', usedBy: ['create', 'update', 'rotate'] },
  'expires-at': { usedBy: ['create', 'rotate'] },
  description: { usedBy: ['create', 'update', 'rotate'] },
  'description-pattern': { usedBy: ['list', 'cleanup'] },
  'token-id': { usedBy: ['get', 'update', 'revoke', 'rotate', 'restore'] },
  'skip-token-revoke': { default: 'false', usedBy: ['create'] },
  'fail-on-revoke-error': { default: 'false', usedBy: ['create'] },
  'activation-timeout': { default: '5m', usedBy: ['create', 'rotate'] },
  'store-in': { usedBy: ['rotate'] },
  'store-token': { usedBy: ['rotate'], secret: true },
  'renew-before': { usedBy: ['rotate'] },
  'grace-period': { default: '24h', usedBy: ['rotate'] },
  quarantine: { default: '0', usedBy: ['rotate', 'cleanup'] },
  'github-token': { runnerExpression: 'github.token', usedBy: ['rotate', 'cleanup'], secret: true },
  status: { default: 'active', usedBy: ['list'] },
  kinds: { usedBy: ['list'] },
  'expires-within': { usedBy: ['list'] },
  'fail-on-match': { default: 'false', usedBy: ['list'] },
  scope: { implicitDefault: 'repository', usedBy: ['list', 'cleanup'] },
  'max-age': { usedBy: ['cleanup'] },
  'max-revocations': { default: '100', usedBy: ['cleanup'] },
  'dry-run': { default: 'false', usedBy: ['create', 'update', 'revoke', 'rotate', 'cleanup', 'restore'] },
  'job-status': { runnerExpression: 'job.status', usedBy: ['rotate'] },
} as const satisfies Record<string, Declaration>;

export type InputName = keyof typeof INPUTS;

const NAMES = Object.keys(INPUTS) as InputName[];

/** Inputs contains the trimmed text of every declared input. An empty text means "not set". */
export type Inputs = Readonly<Record<InputName, string>>;

/** readInputs reads every declared input with `read`, which returns trimmed texts. */
export function readInputs(read: (name: InputName) => string): Inputs {
  return Object.fromEntries(NAMES.map((name) => [name, read(name)])) as Inputs;
}

/**
 * secretInputs returns all given credentials to mask, even if they are invalid or not used. If the runner passes a credential to
 * every operation, it counts only for operations that use it.
 */
export function secretInputs(inputs: Inputs): string[] {
  return NAMES.flatMap((name) => {
    const { secret, runnerExpression }: Declaration = INPUTS[name];
    const isGiven = runnerExpression === undefined || isUsedBy(INPUTS[name], inputs.operation);
    return secret && isGiven && inputs[name] !== '' ? [inputs[name]] : [];
  });
}

/** givenOrDefault returns the text of an input, or its declared default if the text is empty. */
export function givenOrDefault(inputs: Inputs, name: InputName): string {
  return inputs[name] === '' ? defaultOf(name) : inputs[name];
}

/**
 * inapplicableInputs finds inputs with a value that an operation does not use. It would be dangerous to ignore them: the author of
 * `max-revocations: 5` with `operation: revoke` expects a limit.
 */
export function inapplicableInputs(
  inputs: Inputs,
  operation: string,
  declarations: Readonly<Partial<Record<InputName, Declaration>>> = INPUTS,
): InputError[] {
  return givenInputs(inputs).flatMap((name) => {
    const declaration = declarations[name];
    if (declaration?.runnerExpression !== undefined) return [];
    if (!declaration || isUsedBy(declaration, operation) || isDefault(declaration, inputs[name])) return [];
    return [{ input: name, message: describeInapplicable(name, { inputs, operation, declaration }) }];
  });
}

function describeInapplicable(
  name: InputName,
  {
    inputs,
    operation,
    declaration: { usedBy },
  }: { readonly inputs: Inputs; readonly operation: string; readonly declaration: Declaration },
): string {
  const value = describeValue(name, inputs[name]);
  const users = [usedBy].flat().map((one) => `\`${one}\``);
  return operation === 'update' && name === 'expires-at'
    ? `${value}has no effect, because the API cannot change when a token expires. Remove the input. To extend the lifetime, ` +
        'replace the token with `operation: rotate`.'
    : `${value}has no effect with \`operation: ${operation}\`. The input is only for ${orList(users)}. Remove the input.`;
}

/** The beginning of a sentence. A credential is never quoted, and neither is a token in the place of an ID. */
function describeValue(name: InputName, value: string): string {
  if (isSecretInput(name)) return '';
  return name === 'token-id' && looksLikeToken(value)
    ? 'looks like a token, so its value is not shown. The input '
    : `${quote(value)} `;
}

/** givenInputs lists the inputs that have a value. */
export function givenInputs(inputs: Inputs): InputName[] {
  return NAMES.filter((name) => inputs[name] !== '');
}

/** isSecretInput tells whether an input is a credential, which has its own checks and is never quoted. */
export function isSecretInput(name: string): boolean {
  const declaration = (INPUTS as Readonly<Record<string, Declaration | undefined>>)[name];
  return declaration?.secret ?? false;
}

function isUsedBy({ usedBy }: Declaration, operation: string): boolean {
  return usedBy === 'all' || usedBy.includes(operation);
}

function defaultOf(name: InputName): string {
  const declaration: Declaration = INPUTS[name];
  return declaration.default ?? '';
}

/** `False` means the same as `false` in YAML, and `1d` the same as `24h`. */
function isDefault({ default: declared, implicitDefault }: Declaration, given: string): boolean {
  if (given === declared || given === implicitDefault) return true;
  if (declared === undefined) return false;
  if (declared === 'true' || declared === 'false') return given.toLowerCase() === declared;
  const duration = parseDuration(given);
  return duration !== undefined && duration === parseDuration(declared);
}
