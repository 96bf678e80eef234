import type { InputError } from '../base/errors.ts';
import { parseDuration } from '../tokens/duration.ts';

/** The operations of the interface. */
export type OperationName = 'create' | 'get' | 'list' | 'update' | 'revoke' | 'rotate' | 'cleanup';

interface Declaration {
  /** What action.yml declares as `default:`, and what an empty value stands for. */
  readonly default?: string;
  /** What an empty value stands for without being declared: applied by whoever reads the input. */
  readonly implicitDefault?: string;
  /** The expression in action.yml's `default:`, which the runner evaluates: so it is given to every operation. */
  readonly runnerExpression?: string;
  /** Masked before anything else is done. */
  readonly secret?: true;
  readonly usedBy: 'all' | readonly OperationName[];
}

/**
 * INPUTS declares every input, its default and who reads it; action.yml says the same, which a test compares.
 * Defaults that depend on other inputs (product, URLs, expiry, description) are applied where these are read.
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
  'token-id': { usedBy: ['get', 'update', 'revoke', 'rotate'] },
  'skip-token-revoke': { default: 'false', usedBy: ['create'] },
  'fail-on-revoke-error': { default: 'false', usedBy: ['create'] },
  'activation-timeout': { default: '5m', usedBy: ['create', 'rotate'] },
  'store-in': { usedBy: ['rotate'] },
  'store-token': { usedBy: ['rotate'], secret: true },
  'renew-before': { usedBy: ['rotate'] },
  'grace-period': { default: '24h', usedBy: ['rotate'] },
  'github-token': { runnerExpression: 'github.token', usedBy: ['rotate', 'cleanup'], secret: true },
  status: { default: 'active', usedBy: ['list'] },
  kinds: { usedBy: ['list'] },
  'expires-within': { usedBy: ['list'] },
  'fail-on-match': { default: 'false', usedBy: ['list'] },
  scope: { implicitDefault: 'repository', usedBy: ['list', 'cleanup'] },
  'max-age': { usedBy: ['cleanup'] },
  'max-revocations': { default: '100', usedBy: ['cleanup'] },
  'dry-run': { default: 'false', usedBy: ['create', 'update', 'revoke', 'rotate', 'cleanup'] },
  'job-status': { runnerExpression: 'job.status', usedBy: ['rotate'] },
} as const satisfies Record<string, Declaration>;

export type InputName = keyof typeof INPUTS;

const NAMES = Object.keys(INPUTS) as InputName[];

/** Inputs holds the trimmed text of every declared input; an empty text means "not given". */
export type Inputs = Readonly<Record<InputName, string>>;

/** readInputs reads every declared input with `read`, which gives trimmed texts. */
export function readInputs(read: (name: InputName) => string): Inputs {
  return Object.fromEntries(NAMES.map((name) => [name, read(name)])) as Inputs;
}

/**
 * secretInputs are all credentials given, sound or not and read or not: what is to be masked. One that the runner gives to
 * every operation counts only where it is read.
 */
export function secretInputs(inputs: Inputs): string[] {
  return NAMES.flatMap((name) => {
    const { secret, runnerExpression }: Declaration = INPUTS[name];
    const isGiven = runnerExpression === undefined || isUsedBy(name, inputs.operation);
    return secret && isGiven && inputs[name] !== '' ? [inputs[name]] : [];
  });
}

/** givenOrDefault is an input's text, or its declared default where it is empty. */
export function givenOrDefault(inputs: Inputs, name: InputName): string {
  return inputs[name] === '' ? defaultOf(name) : inputs[name];
}

/**
 * inapplicableInputs finds inputs that were given to an operation which does not read them. Silence would be dangerous:
 * somebody who writes `dry-run: true` beside `operation: create` does not expect a token.
 */
export function inapplicableInputs(inputs: Inputs, operation: OperationName): InputError[] {
  return NAMES.filter((name) => (INPUTS[name] as Declaration).runnerExpression === undefined)
    .filter((name) => inputs[name] !== '' && !isDefault(name, inputs[name]))
    .filter((name) => !isUsedBy(name, operation))
    .map((name) => ({
      input: name,
      message:
        operation === 'update' && name === 'expires-at'
          ? 'the API cannot change when a token expires: to extend it, replace it by a new one (`operation: rotate`). Remove it.'
          : `\`operation: ${operation}\` does not read it, it belongs to ${listOperations(name)}. Remove it.`,
    }));
}

function isUsedBy(name: InputName, operation: string): boolean {
  const { usedBy }: Declaration = INPUTS[name];
  return usedBy === 'all' || usedBy.some((one) => one === operation);
}

function defaultOf(name: InputName): string {
  const declaration: Declaration = INPUTS[name];
  return declaration.default ?? '';
}

/** `False` is YAML's false as much as `false` is, and `1d` is `24h`. */
function isDefault(name: InputName, given: string): boolean {
  const { default: declared, implicitDefault }: Declaration = INPUTS[name];
  if (given === declared || given === implicitDefault) return true;
  if (declared === undefined) return false;
  if (declared === 'true' || declared === 'false') return given.toLowerCase() === declared;
  const duration = parseDuration(given);
  return duration !== undefined && duration === parseDuration(declared);
}

function listOperations(name: InputName): string {
  const { usedBy }: Declaration = INPUTS[name];
  return usedBy === 'all' ? 'all operations' : usedBy.map((operation) => `\`${operation}\``).join(', ');
}
