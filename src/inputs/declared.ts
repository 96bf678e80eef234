import type { Fault } from '../input-errors.ts';
import { parseDuration } from '../tokens/duration.ts';

/** The operations of the interface. */
export type OperationName = 'create' | 'get' | 'list' | 'update' | 'revoke' | 'rotate' | 'cleanup';

interface Declaration {
  /** What action.yml declares as `default:`, and what an empty value stands for. */
  readonly default?: string;
  /** What an empty value stands for without being declared: applied by whoever reads the input. */
  readonly applied?: string;
  /** The expression in action.yml's `default:`, which the runner evaluates: so it is given to every operation. */
  readonly evaluated?: string;
  /** Masked before anything else is done. */
  readonly secret?: true;
  readonly readBy: 'all' | readonly OperationName[];
}

/**
 * INPUTS declares every input, its default and who reads it; action.yml says the same, which a test compares.
 * Defaults that depend on other inputs (product, URLs, expiry, description) are applied where these are read.
 */
export const INPUTS = {
  operation: { default: 'create', readBy: 'all' },
  'management-token': { readBy: 'all', secret: true },
  'account-id': { readBy: 'all' },
  'cluster-id': { readBy: 'all' },
  product: { readBy: 'all' },
  'api-url': { readBy: 'all' },
  'cluster-url': { readBy: 'all' },
  'ca-certificate': { readBy: 'all' },
  'influxctl-config': { readBy: 'all' },
  'influxctl-profile': { default: 'default', readBy: 'all' },
  'request-timeout': { default: '30s', readBy: 'all' },
  retries: { default: '4', readBy: 'all' },
  databases: { readBy: ['create', 'update', 'rotate', 'list'] },
  permissions: { readBy: ['create', 'update', 'rotate'] },
  'check-databases': { default: 'true', readBy: ['create', 'update', 'rotate'] },
  'expires-at': { readBy: ['create', 'rotate'] },
  description: { readBy: ['create', 'update', 'rotate'] },
  'description-pattern': { readBy: ['list', 'cleanup'] },
  'token-id': { readBy: ['get', 'update', 'revoke', 'rotate'] },
  'skip-token-revoke': { default: 'false', readBy: ['create'] },
  'fail-on-revoke-error': { default: 'false', readBy: ['create'] },
  'activation-timeout': { default: '5m', readBy: ['create', 'rotate'] },
  'store-in': { readBy: ['rotate'] },
  'store-token': { readBy: ['rotate'], secret: true },
  'renew-before': { readBy: ['rotate'] },
  'grace-period': { default: '24h', readBy: ['rotate'] },
  'github-token': { evaluated: 'github.token', readBy: ['rotate', 'cleanup'], secret: true },
  status: { default: 'active', readBy: ['list'] },
  kinds: { readBy: ['list'] },
  'expires-within': { readBy: ['list'] },
  'fail-on-match': { default: 'false', readBy: ['list'] },
  scope: { applied: 'repository', readBy: ['list', 'cleanup'] },
  'max-age': { readBy: ['cleanup'] },
  'max-revocations': { default: '100', readBy: ['cleanup'] },
  'dry-run': { default: 'false', readBy: ['create', 'update', 'revoke', 'rotate', 'cleanup'] },
  'job-status': { evaluated: 'job.status', readBy: ['rotate'] },
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
    const { secret, evaluated }: Declaration = INPUTS[name];
    const isGiven = evaluated === undefined || isReadBy(name, inputs.operation);
    return secret && isGiven && inputs[name] !== '' ? [inputs[name]] : [];
  });
}

/** givenOrDefault is an input's text, or its declared default where it is empty. */
export function givenOrDefault(inputs: Inputs, name: InputName): string {
  return inputs[name] === '' ? defaultOf(name) : inputs[name];
}

/**
 * foreignInputs finds inputs that were given to an operation which does not read them. Silence would be dangerous:
 * somebody who writes `dry-run: true` beside `operation: create` does not expect a token.
 */
export function foreignInputs(inputs: Inputs, operation: OperationName): Fault[] {
  return NAMES.filter((name) => (INPUTS[name] as Declaration).evaluated === undefined)
    .filter((name) => inputs[name] !== '' && !isDefault(name, inputs[name]))
    .filter((name) => !isReadBy(name, operation))
    .map((name) => ({
      input: name,
      message:
        operation === 'update' && name === 'expires-at'
          ? 'the API cannot change when a token expires: to extend it, replace it by a new one (`operation: rotate`). Remove it.'
          : `\`operation: ${operation}\` does not read it, it belongs to ${listOperations(name)}. Remove it.`,
    }));
}

function isReadBy(name: InputName, operation: string): boolean {
  const { readBy }: Declaration = INPUTS[name];
  return readBy === 'all' || readBy.some((one) => one === operation);
}

function defaultOf(name: InputName): string {
  const declaration: Declaration = INPUTS[name];
  return declaration.default ?? '';
}

/** `False` is YAML's false as much as `false` is, and `1d` is `24h`. */
function isDefault(name: InputName, given: string): boolean {
  const { default: declared, applied }: Declaration = INPUTS[name];
  if (given === declared || given === applied) return true;
  if (declared === undefined) return false;
  if (declared === 'true' || declared === 'false') return given.toLowerCase() === declared;
  const duration = parseDuration(given);
  return duration !== undefined && duration === parseDuration(declared);
}

function listOperations(name: InputName): string {
  const { readBy }: Declaration = INPUTS[name];
  return readBy === 'all' ? 'all operations' : readBy.map((operation) => `\`${operation}\``).join(', ');
}
