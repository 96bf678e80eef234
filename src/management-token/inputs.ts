import { type Declaration, type InputName, type Inputs, readInputs } from '../request/inputs.ts';

/** ManagementOperation is an operation of this action. */
export type ManagementOperation = 'list' | 'create' | 'revoke' | 'rotate';

/** MANAGEMENT_INPUTS declares every input, its default, and the operations that use it. A test compares them with action.yml. */
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

function isDeclared(name: string): name is ManagementInputName {
  return Object.hasOwn(MANAGEMENT_INPUTS, name);
}
