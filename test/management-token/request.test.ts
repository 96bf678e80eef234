import { describe, expect, test } from 'vitest';
import { InputErrors, InvalidInputs } from '../../src/base/errors.ts';
import { MANAGEMENT_INPUTS } from '../../src/management-token/inputs.ts';
import { type ManagementRequest, parseManagementRequest } from '../../src/management-token/request.ts';
import type { InputName } from '../../src/request/inputs.ts';
import { undeclaredInputs } from '../../src/request/misspelled.ts';
import { given } from '../inputs/given.ts';

const ACCOUNT = '7f3a9c2e-5b1d-4e8a-9c46-0d2f81b3a507';
const CLUSTER = '8f3a9c2e-5b1d-4e8a-9c46-0d2f81b3a507';
const CONNECTION = { 'management-token': 'M.V1.abcdefgh', 'account-id': ACCOUNT, 'cluster-id': CLUSTER };

const REQUIRED = {
  list: {},
  create: { 'expires-at': '90d' },
  revoke: { 'token-id': ACCOUNT },
  rotate: {
    description: 'a series',
    'expires-at': '90d',
    'store-in': 'repo = TOKEN',
    'store-token': `ghs_${'a'.repeat(36)}`,
  },
} as const;

type Operation = keyof typeof REQUIRED;
const OPERATIONS = Object.keys(REQUIRED) as Operation[];

function parse(operation: Operation | '', inputs: Partial<Record<InputName, string>>): ManagementRequest {
  const sources = {
    inputs: given({ ...CONNECTION, operation, ...REQUIRED[operation || 'list'], ...inputs }),
    profile: undefined,
    readFile: () => {
      throw new Error('there is no file');
    },
  };
  const run = {
    server: 'github.com',
    repository: 'acme/web',
    repositoryId: '4711',
    runId: '9',
    runAttempt: '1',
    workflow: 'Nightly',
    job: 'test',
    githubApiUrl: 'https://api.github.com',
  };
  return parseManagementRequest(sources, {
    variables: { run: () => run },
    now: Date.UTC(2027, 0),
    errors: new InputErrors(),
  });
}

function errorsOf(operation: Operation, inputs: Partial<Record<InputName, string>>): string[] {
  try {
    parse(operation, inputs);
    return [];
  } catch (error) {
    if (!(error instanceof InvalidInputs)) throw error;
    return error.errors.map(({ input, message }) => `${input}: ${message}`);
  }
}

/** A value other than the default, and the operations that use the input: as on the page, not as in the code. */
const USES: Readonly<Partial<Record<InputName, readonly [value: string, ...Operation[]]>>> = {
  'dry-run': ['true', 'create', 'revoke', 'rotate'],
  'token-id': [CLUSTER, 'revoke', 'rotate'],
  description: ['another', 'create', 'rotate'],
  'expires-at': ['30d', 'create', 'rotate'],
  'store-in': ['env:production = TOKEN', 'rotate'],
  'store-token': [`ghs_${'b'.repeat(36)}`, 'rotate'],
  'renew-before': ['7d', 'rotate'],
  'grace-period': ['1h', 'rotate'],
  status: ['all', 'list'],
  'expires-within': ['2w', 'list'],
  'fail-on-match': ['true', 'list'],
};

describe('an input that the operation does not use is an error', () => {
  const cells = Object.entries(USES).flatMap(([name, [value, ...users]]) =>
    OPERATIONS.map((operation) => [name as InputName, operation, value, users] as const),
  );

  test.for(cells)('%s with %s', ([name, operation, value, users]) => {
    const errors = errorsOf(operation, { [name]: value });
    if (users.includes(operation)) expect(errors).toEqual([]);
    else {
      expect(errors).toHaveLength(1);
      expect(errors[0]).toContain(`has no effect with \`operation: ${operation}\``);
      if (name !== 'store-token') expect(errors[0]).toContain(value);
    }
  });

  test.for(OPERATIONS)('but not for connection inputs, defaults, or `github-token`, with %s', (operation) => {
    const inputs = {
      'request-timeout': '5s',
      'grace-period': '1d',
      status: 'active',
      'fail-on-match': 'False',
    };
    const defaults = { 'dry-run': 'false', 'github-token': `ghs_${'c'.repeat(36)}` };
    expect(errorsOf(operation, { ...inputs, ...defaults })).toEqual([]);
  });

  test('the table has every input that not all operations use', () => {
    const declared = Object.entries(MANAGEMENT_INPUTS).filter(([, { usedBy }]) => usedBy !== 'all');
    expect(declared.map(([name]) => name).filter((name) => name !== 'github-token')).toEqual(
      Object.keys(USES),
    );
  });
});

describe('parseManagementRequest', () => {
  test('lists by default, and names the account and the cluster', () => {
    expect(parse('', {})).toMatchObject({
      operation: 'list',
      selection: { status: 'active' },
      where: { account: ACCOUNT, cluster: CLUSTER },
    });
  });

  test('names a cluster without IDs by its host', () => {
    const clustered = { product: 'clustered', 'account-id': '', 'cluster-id': '' };
    const { where } = parse('list', { ...clustered, 'api-url': 'https://influxdb.example.com:8443' });
    expect(where).toEqual({ cluster: 'influxdb.example.com:8443' });
  });

  test('keeps a replaced token for 24 hours, and names a token for the job, by default', () => {
    expect(parse('rotate', {})).toMatchObject({ gracePeriodMs: 24 * 3_600_000 });
    expect(parse('create', {})).toMatchObject({ description: 'Nightly / test' });
  });

  test.for<[Operation, Partial<Record<InputName, string>>, string]>([
    ['create', { 'expires-at': '' }, 'expires-at: is required'],
    ['create', { 'expires-at': '30m' }, 'expires-at: '],
    ['create', { 'expires-at': '2026-01-01T00:00:00Z' }, 'expires-at: '],
    ['revoke', { 'token-id': '' }, 'token-id: '],
    ['rotate', { description: '', 'token-id': '' }, 'description: is required, unless you set `token-id`'],
    ['rotate', { 'store-in': '' }, 'store-in: '],
    [
      'rotate',
      { 'store-in': 'repo = TOKEN\nlater-steps' },
      'store-in: `later-steps` does not work for management tokens',
    ],
    ['rotate', { 'store-token': '' }, 'store-token: is required'],
    ['rotate', { 'renew-before': '90d' }, 'renew-before: "90d" is not shorter'],
    ['list', { status: 'suspended' }, 'status: '],
    ['list', { status: 'expired', 'expires-within': '1d' }, 'expires-within: "1d" excludes expired tokens'],
  ])('refuses %s with %o', ([operation, inputs, message]) => {
    const errors = errorsOf(operation, inputs);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toContain(message);
  });

  test('suggests the nearest operation', () => {
    expect(errorsOf('list', { operation: 'rotat' })[0]).toContain('`rotate`');
  });

  test('reports with an unknown operation what every operation that uses the input would report', () => {
    const inputs = {
      operation: 'rotat',
      'store-token': `ghs_${'a'.repeat(36)} `.repeat(2).trim(),
      'grace-period': '1 day',
      'token-id': 'prod',
      'expires-at': '30 minutes',
      'dry-run': 'true',
    };
    expect(errorsOf('list', inputs).map((error) => error.split(':')[0])).toEqual([
      'operation',
      'expires-at',
      'token-id',
      'store-token',
      'grace-period',
    ]);
  });
});

test.for([
  ['influx-ctl', 'influxctl'],
  ['influxctrl', 'influxctl'],
  ['token', 'management-token'],
  ['dry', 'dry-run'],
])('the misspelled input %s is probably %s', ([name, meant]) => {
  const { misspelled } = undeclaredInputs(
    { [`INPUT_${name?.toUpperCase()}`]: 'x' },
    Object.keys(MANAGEMENT_INPUTS),
  );
  expect(misspelled[0]?.meant[0]).toBe(meant);
});

test('an input of the main action alone is an error, never a suggestion', () => {
  const env = { INPUT_DATABASES: 'x', INPUT_RETRYS: '3' };
  const { misspelled, unknown } = undeclaredInputs(env, Object.keys(MANAGEMENT_INPUTS));
  expect(misspelled).toEqual([
    { input: 'databases', message: 'is an input of the main action only. Remove the input.', meant: [] },
  ]);
  expect(unknown).toEqual(['retrys']);
});
