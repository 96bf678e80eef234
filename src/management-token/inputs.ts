import type { InputError } from '../base/errors.ts';
import { quote } from '../base/text.ts';
import { INPUTS, type InputName, type Inputs, readInputs } from '../request/inputs.ts';
import { isShownInput } from '../request/misplaced.ts';
import { meantBy, misspellingMessage } from '../request/misspelled.ts';
import { parseDuration } from '../tokens/duration.ts';

/** ManagementOperation is an operation of this action. */
export type ManagementOperation = 'list' | 'create' | 'revoke' | 'rotate';

interface Declaration {
  /** What action.yml declares as `default:`. An empty value means the same. */
  readonly default?: string;
  /** The expression in action.yml's `default:`, which the runner evaluates. */
  readonly runnerExpression?: string;
  readonly usedBy: 'all' | readonly ManagementOperation[];
}

/** MANAGEMENT_INPUTS declares every input. management-token/action.yml says the same, which a test compares. */
export const MANAGEMENT_INPUTS = {
  operation: { default: 'list', usedBy: 'all' },
  'dry-run': { default: 'false', usedBy: ['create', 'revoke', 'rotate'] },
  influxctl: { default: 'influxctl', usedBy: 'all' },
  'management-token': { usedBy: 'all' },
  'account-id': { usedBy: 'all' },
  'cluster-id': { usedBy: 'all' },
  product: { usedBy: 'all' },
  'api-url': { usedBy: 'all' },
  'ca-certificate': { usedBy: 'all' },
  'influxctl-config': { usedBy: 'all' },
  'influxctl-profile': { default: 'default', usedBy: 'all' },
  'request-timeout': { default: '30s', usedBy: 'all' },
  'token-id': { usedBy: ['revoke', 'rotate'] },
  description: { usedBy: ['create', 'rotate'] },
  'expires-at': { usedBy: ['create', 'rotate'] },
  'store-in': { usedBy: ['rotate'] },
  'store-token': { usedBy: ['rotate'] },
  'renew-before': { usedBy: ['rotate'] },
  'grace-period': { default: '24h', usedBy: ['rotate'] },
  'github-token': { runnerExpression: 'github.token', usedBy: ['rotate'] },
  status: { default: 'active', usedBy: ['list'] },
  'expires-within': { usedBy: ['list'] },
  'fail-on-match': { default: 'false', usedBy: ['list'] },
} as const satisfies Partial<Record<InputName | 'influxctl', Declaration>>;

export type ManagementInputName = keyof typeof MANAGEMENT_INPUTS;

/** ManagementInputs are the inputs that the main action has too, and the one that it does not have. */
export interface ManagementInputs {
  /** Without the ones that this action does not declare: they are empty. */
  readonly shared: Inputs;
  /** The name or path of influxctl. */
  readonly influxctl: string;
}

/** readManagementInputs reads every declared input with `read`, which returns trimmed texts. */
export function readManagementInputs(read: (name: ManagementInputName) => string): ManagementInputs {
  return {
    shared: readInputs((name) => (isDeclared(name) ? read(name) : '')),
    influxctl: read('influxctl') || MANAGEMENT_INPUTS.influxctl.default,
  };
}

/** inapplicableManagementInputs finds inputs with a value that the operation does not use. */
export function inapplicableManagementInputs(inputs: Inputs, operation: ManagementOperation): InputError[] {
  return Object.entries<Declaration>(MANAGEMENT_INPUTS).flatMap(([name, declaration]) => {
    const { usedBy, runnerExpression } = declaration;
    const given = name === 'influxctl' ? '' : inputs[name as InputName];
    const isApplicable = usedBy === 'all' || usedBy.includes(operation) || runnerExpression !== undefined;
    if (isApplicable || given === '' || isDefault(given, declaration)) return [];
    const value = isShownInput(name as InputName) ? `${quote(given)} ` : '';
    const users = usedBy.map((one) => `\`${one}\``).join(', ');
    return [
      {
        input: name,
        message: `${value}has no effect with \`operation: ${operation}\`. The input is only for ${users}. Remove the input.`,
      },
    ];
  });
}

/** `False` is YAML's false as much as `false` is, and `1d` is `24h`. */
function isDefault(given: string, { default: declared = '' }: Declaration): boolean {
  if (declared === 'true' || declared === 'false') return given.toLowerCase() === declared;
  const duration = parseDuration(given);
  return given === declared || (duration !== undefined && duration === parseDuration(declared));
}

/** UndeclaredInput is an input error about a name, with the declared inputs that have no value and that it probably stands for. */
export interface UndeclaredInput extends InputError {
  readonly meant: readonly string[];
}

/** UndeclaredManagementInputs are inputs with a value that management-token/action.yml does not declare. */
export interface UndeclaredManagementInputs {
  readonly errors: readonly UndeclaredInput[];
  /** Similar to no declared input: perhaps a variable that is meant for another program. */
  readonly unknown: readonly string[];
}

/** undeclaredManagementInputs finds the inputs that GitHub only warns about. `env` is the environment of the step. Pure. */
export function undeclaredManagementInputs(env: NodeJS.ProcessEnv): UndeclaredManagementInputs {
  const names = Object.keys(env)
    .filter((variable) => /^INPUT_./i.test(variable) && (env[variable] ?? '').trim() !== '')
    .map((variable) => variable.slice('INPUT_'.length).toLowerCase())
    .filter((name) => !isDeclared(name))
    .sort();
  const judged = names.map((name) => ({ name, error: problemOf(name, env) }));
  return {
    errors: judged.flatMap(({ error }) => error ?? []),
    unknown: judged.filter(({ error }) => error === undefined).map(({ name }) => name),
  };
}

function problemOf(name: string, env: NodeJS.ProcessEnv): UndeclaredInput | undefined {
  if (Object.hasOwn(INPUTS, name)) {
    return { input: name, message: 'is an input of the main action only. Remove the input.', meant: [] };
  }
  const meant = meantBy(name).filter((one) => Object.hasOwn(MANAGEMENT_INPUTS, one));
  if (meant.length === 0) return undefined;
  return {
    input: name,
    message: misspellingMessage(name, meant, env),
    meant: meant.filter((one) => (env[`INPUT_${one.toUpperCase()}`] ?? '') === ''),
  };
}

function isDeclared(name: string): name is ManagementInputName {
  return Object.hasOwn(MANAGEMENT_INPUTS, name);
}
