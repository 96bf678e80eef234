import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InputErrors } from '../../src/base/errors.ts';
import type { Inputs } from '../../src/request/inputs.ts';
import { noteMisspelled, undeclaredInputs } from '../../src/request/misspelled.ts';
import { parseRequest } from '../../src/request/parse-request.ts';
import { type RunVariables, runVariables } from '../../src/request/run-context.ts';
import { errorsThrownBy, given, sourcesOf } from '../inputs/given.ts';
import { arbitraryEdit } from './arbitrary-edit.ts';

const NOW = Date.UTC(2027, 0, 31, 12);

const RUN = {
  repository: 'acme/web',
  server: 'github.com',
  repositoryId: '4711',
  runId: '8812345678',
  runAttempt: '1',
  workflow: 'Nightly',
  job: 'load',
  githubApiUrl: 'https://api.github.com',
  action: 'acme/influxdb-token-action@v1',
};

const ENV = {
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_REPOSITORY: 'acme/web',
  GITHUB_REPOSITORY_ID: '4711',
  GITHUB_RUN_ID: '8812345678',
};

const VARIABLES: RunVariables = { run: () => RUN, repository: () => RUN };

const SOUND: Partial<Inputs> = {
  'management-token': 'M.V1.secret',
  'account-id': '1a2b3c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5d',
  'cluster-id': '1a2b3c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5e',
  permissions: 'metrics: read',
};

function parse(inputs: Partial<Inputs>) {
  return parseRequest(sourcesOf(inputs), { variables: VARIABLES, now: NOW }, new InputErrors());
}

function invalidInputs(inputs: Partial<Inputs>): string[] {
  return errorsThrownBy(() => parse(inputs)).map(({ input }) => input);
}

describe('a request to create', () => {
  test('has sensible defaults', () => {
    expect(parse(SOUND)).toMatchObject({
      operation: 'create',
      run: RUN,
      description: 'Nightly / load',
      grants: { permissions: [{ action: 'read', resource: 'metrics' }], checkDatabases: true },
      expiresAt: NOW + 24 * 3_600_000,
      activationTimeoutMs: 300_000,
      keep: false,
      failOnRevokeError: false,
    });
  });

  test('uses the given inputs', () => {
    const inputs = {
      ...SOUND,
      operation: 'create',
      databases: 'metrics',
      permissions: 'write',
      'check-databases': 'false',
      'expires-at': '30d',
      description: 'nightly load test',
      'skip-token-revoke': 'true',
      'fail-on-revoke-error': 'true',
      'activation-timeout': '0',
    };
    expect(parse(inputs)).toMatchObject({
      description: 'nightly load test',
      grants: { permissions: [{ action: 'write', resource: 'metrics' }], checkDatabases: false },
      expiresAt: NOW + 30 * 24 * 3_600_000,
      activationTimeoutMs: 0,
      keep: true,
      failOnRevokeError: true,
    });
  });

  test('cannot have inputs of other operations', () => {
    const inputs = { 'token-id': 'x', scope: 'cluster', 'grace-period': '1h' };
    expect(invalidInputs({ ...SOUND, ...inputs })).toEqual(['token-id', 'grace-period', 'scope']);
  });

  test.each([
    [{ permissions: 'metrics: read' }, 'permissions'],
    [{ permissions: 'read', databases: 'metrics' }, 'databases'],
  ])('records which input names its databases: %o', (inputs, name) => {
    expect(parse({ ...SOUND, ...inputs })).toMatchObject({ grants: { databasesInput: name } });
  });

  test('that keeps its token needs an expiry', () => {
    expect(invalidInputs({ ...SOUND, 'skip-token-revoke': 'true' })).toEqual(['expires-at']);
  });

  test('can be a dry run', () => {
    expect(parse({ ...SOUND, 'dry-run': 'true' })).toMatchObject({ dryRun: true });
  });

  test('never prints its credential', () => {
    expect(JSON.stringify(parse(SOUND))).not.toContain('M.V1.secret');
  });
});

describe('the input errors of a request', () => {
  const WRONG: Partial<Inputs> = {
    product: 'cloud',
    'management-token': 'two words',
    'account-id': 'acme',
    'cluster-id': 'prod',
    'api-url': 'http://evil.com',
    'cluster-url': 'nowhere',
    'request-timeout': '0',
    retries: 'many',
    permissions: 'read: metrics',
    'check-databases': 'maybe',
    'expires-at': '2027-01-01',
    description: 'one\ntwo',
    'skip-token-revoke': 'yes',
    'fail-on-revoke-error': 'no',
    'activation-timeout': '25h',
    'token-id': 'x',
    'store-in': 'repo = X',
    'dry-run': 'perhaps',
  };

  test('are reported with one per input, and none hides another', () => {
    expect(invalidInputs(WRONG).sort()).toEqual(Object.keys(WRONG).sort());
  });

  test.each(Object.entries(WRONG))('name the only wrong input: %s', (name, value) => {
    expect(invalidInputs({ ...SOUND, [name]: value })).toEqual([name]);
  });

  test('are readable for every input', () => {
    for (const { message } of errorsThrownBy(() => parse(WRONG))) {
      expect(message).toMatch(/[.?]$/);
      expect(message).not.toMatch(/undefined|NaN|\[object/);
    }
  });
});

const ID = '7f3a9c2e-5b1d-4e8a-9c46-0d2f81b3a507';
const OTHER_ID = '8f3a9c2e-5b1d-4e8a-9c46-0d2f81b3a507';
const { permissions: _, ...CONNECTED } = SOUND;

describe('a request of another operation', () => {
  test.each<[Partial<Inputs>, object]>([
    [
      { operation: 'get', 'token-id': ID },
      { operation: 'get', tokenId: ID },
    ],
    [
      { operation: 'list' },
      { operation: 'list', filter: { status: 'active', scope: { kind: 'cluster' }, databases: [] } },
    ],
    [
      { operation: 'revoke', 'token-id': ID },
      { operation: 'revoke', tokenIds: [ID], dryRun: false },
    ],
    [
      { operation: 'revoke', 'token-id': '[]', 'dry-run': 'true' },
      { operation: 'revoke', tokenIds: [], dryRun: true },
    ],
    [
      { operation: 'update', 'token-id': ID, permissions: 'none' },
      { operation: 'update', tokenId: ID, grants: { permissions: [] }, dryRun: false },
    ],
    [
      { operation: 'update', 'token-id': ID, description: 'weekly', 'dry-run': 'true' },
      { operation: 'update', tokenId: ID, description: 'weekly', dryRun: true },
    ],
  ])('uses the inputs %o', (inputs, expected) => {
    expect(parse({ ...CONNECTED, ...inputs })).toMatchObject(expected);
  });

  test('to update does not change omitted fields', () => {
    const update = { ...CONNECTED, operation: 'update', 'token-id': ID };
    expect(parse({ ...update, description: 'weekly' })).not.toHaveProperty('grants');
    expect(parse({ ...update, permissions: 'none' })).not.toHaveProperty('description');
  });

  test.each<[Partial<Inputs>, string]>([
    [{ operation: 'get' }, 'token-id'],
    [{ operation: 'get', 'token-id': '../databases/prod' }, 'token-id'],
    [{ operation: 'get', 'token-id': ID, 'dry-run': 'true' }, 'dry-run'],
    [{ operation: 'get', 'token-id': ID, permissions: 'none' }, 'permissions'],
    [{ operation: 'list', 'token-id': ID }, 'token-id'],
    [{ operation: 'list', scope: 'team' }, 'scope'],
    [{ operation: 'revoke' }, 'token-id'],
    [{ operation: 'revoke', 'token-id': `${ID},../databases/prod` }, 'token-id'],
    [{ operation: 'update', 'token-id': ID }, 'permissions'],
    [{ operation: 'update', 'token-id': ID, databases: 'metrics' }, 'permissions'],
    [{ operation: 'update', 'token-id': ID, permissions: 'read' }, 'databases'],
    [{ operation: 'update', 'token-id': ID, description: 'x', 'expires-at': '30d' }, 'expires-at'],
    [{ operation: 'update', description: 'x' }, 'token-id'],
  ])('is an input error: %o', (inputs, name) => {
    expect(invalidInputs({ ...CONNECTED, ...inputs })).toEqual([name]);
  });

  test('to update cannot change the expiry, and the error says how to get another one', () => {
    const inputs = {
      ...CONNECTED,
      operation: 'update',
      'token-id': ID,
      description: 'x',
      'expires-at': '30d',
    };
    expect(errorsThrownBy(() => parse(inputs))[0]?.message).toContain('rotate');
  });

  const CLUSTERED: Partial<Inputs> = { product: 'clustered', 'management-token': 'M.V1.secret' };
  const URL_OF_CLUSTER = 'https://influx.example.com';

  test.each(['get', 'list', 'update', 'revoke'])('on Clustered can have one URL or both: %s', (operation) => {
    const inputs = {
      ...CLUSTERED,
      operation,
      ...(operation === 'list' ? {} : { 'token-id': ID }),
      ...(operation === 'update' ? { description: 'another' } : {}),
    };
    for (const urls of [
      { 'cluster-url': URL_OF_CLUSTER },
      { 'api-url': URL_OF_CLUSTER },
      { 'cluster-url': URL_OF_CLUSTER, 'api-url': URL_OF_CLUSTER },
    ]) {
      expect(parse({ ...inputs, ...urls })).toMatchObject({
        connection: { endpoints: [{ apiUrl: URL_OF_CLUSTER }, { apiUrl: URL_OF_CLUSTER }] },
      });
    }
  });

  test.each([
    'account-id',
    'cluster-id',
    'product',
    'api-url',
    'cluster-url',
    'influxctl-profile',
    'request-timeout',
    'retries',
  ] as const)('never refuses a connection input: %s', (name) => {
    for (const operation of ['create', 'get', 'list', 'update', 'revoke', 'rotate', 'cleanup']) {
      const errors = errorsThrownBy(() => parse({ ...CONNECTED, operation, [name]: '?' }));
      expect(errors.filter(({ message }) => message.includes('has no effect with'))).toEqual([]);
    }
  });
});

describe('a GitHub token that no header can contain', () => {
  const { permissions: _, ...connected } = SOUND;
  const ROTATE: Partial<Inputs> = {
    ...connected,
    operation: 'rotate',
    description: 'telegraf',
    'store-in': 'repo = A',
    'store-token': 'ghp_writer',
  };
  const CLEANUP: Partial<Inputs> = { ...connected, operation: 'cleanup' };
  const BROKEN = [
    'ghp_hunter2€',
    'ghp_hun\nter2',
    'ghp hunter2',
    '"hunter2"',
    'Bearer hunter2',
    'PAT=hunter2',
  ];

  test.each(BROKEN)('is an error before the first request, and is never quoted: %j', (token) => {
    for (const [inputs, name] of [
      [ROTATE, 'store-token'],
      [ROTATE, 'github-token'],
      [CLEANUP, 'github-token'],
    ] as const) {
      const errors = errorsThrownBy(() => parse({ ...inputs, [name]: token }));
      expect(errors).toEqual([{ input: name, message: expect.any(String) }]);
      expect(JSON.stringify(errors)).not.toContain('hunter2');
    }
  });

  test('does not matter to an operation without requests to GitHub', () => {
    expect(parse({ ...connected, operation: 'list', 'github-token': 'ghp hunter2' })).toMatchObject({
      operation: 'list',
    });
  });
});

describe('without a valid operation, the input errors', () => {
  test('are all that hold for every operation that uses an input', () => {
    const inputs = {
      ...SOUND,
      operation: 'revok',
      retries: 'many',
      'token-id': `{${ID}}`,
      databases: '- metrics',
      permissions: 'read: metrics',
      'expires-at': '30 days',
      'dry-run': 'yes',
      'store-in': 'TOKEN',
      scope: 'all',
      status: 'live',
    };
    const { operation, 'account-id': _1, 'cluster-id': _2, 'management-token': _3, ...wrong } = inputs;
    expect(invalidInputs(inputs).sort()).toEqual(['operation', ...Object.keys(wrong)].sort());
    expect(operation).toBe('revok');
  });

  test.each<[string, Partial<Inputs>]>([
    ['what is missing', { 'token-id': '', permissions: '' }],
    ['what only some operations do not use', { 'token-id': ID, databases: 'metrics', scope: 'cluster' }],
    ['what is wrong for some operations alone', { 'token-id': `${ID},${OTHER_ID}`, 'expires-at': '6m' }],
    ['that one input contradicts another', { permissions: 'metrics: read', databases: 'metrics' }],
  ])('do not contain %s', (_, inputs) => {
    expect(invalidInputs({ ...CONNECTED, operation: 'destroy-all', ...inputs })).toEqual(['operation']);
  });

  test('are each of them once, and without those of the run', () => {
    const variables = runVariables({ ...ENV, GITHUB_RUN_ID: '' });
    const sources = sourcesOf({ ...CONNECTED, operation: 'destroy-all', 'dry-run': 'yes' });
    const errors = errorsThrownBy(() => parseRequest(sources, { variables, now: NOW }, new InputErrors()));
    expect(errors.map(({ input }) => input)).toEqual(['operation', 'dry-run']);
  });

  test('are the same when the name of the input `operation` is misspelled', () => {
    const errors = new InputErrors();
    noteMisspelled(undeclaredInputs({ INPUT_OPERATIONS: 'revoke' }).misspelled, given({}), errors);
    const sources = sourcesOf({ ...CONNECTED, 'token-id': ID });
    expect(
      errorsThrownBy(() => parseRequest(sources, { variables: VARIABLES, now: NOW }, errors)).map(
        ({ input }) => input,
      ),
    ).toEqual(['operations']);
  });
});

describe('an operation', () => {
  test.each([
    ['creat', 'create'],
    ['Create', 'create'],
    ['cretae', 'create'],
    ['create-token', 'create'],
    ['mint', 'create'],
    ['delete', 'revoke'],
    ['Remove', 'revoke'],
    ['rotation', 'rotate'],
    ['clean up', 'cleanup'],
    ['Clean-Up', 'cleanup'],
    ['ls', 'list'],
    ['show', 'get'],
    ['patch', 'update'],
    ['"revoke"', 'revoke'],
    ['revoke\u200b', 'revoke'],
  ])('that is written as %s is suggested', (operation, meant) => {
    const errors = errorsThrownBy(() => parse({ ...SOUND, operation }));
    expect(errors).toEqual([
      { input: 'operation', message: expect.stringContaining(`Did you mean \`${meant}\`?`) },
    ]);
  });

  test.each(['create,revoke', 'not create', 'test', 'true', ''.padEnd(5000, 'x')])(
    'gets no suggestion where nobody can tell: %s',
    (operation) => {
      const errors = errorsThrownBy(() => parse({ ...SOUND, operation }));
      expect(errors).toEqual([{ input: 'operation', message: expect.not.stringContaining('Did you mean') }]);
    },
  );

  test('is suggested for every single edit of it', () => {
    const names = ['create', 'get', 'list', 'update', 'revoke', 'rotate', 'cleanup', 'restore'];
    fc.assert(
      fc.property(fc.constantFrom(...names), arbitraryEdit, (name, edit) => {
        const operation = edit(name);
        fc.pre(!names.includes(operation));
        const errors = errorsThrownBy(() => parse({ ...SOUND, operation }));
        expect(errors[0]?.message).toContain(`Did you mean \`${name}\`?`);
      }),
    );
  });
});

describe('a request that neither writes a tag nor compares tags', () => {
  const parseOutside = (inputs: Partial<Inputs>, env: NodeJS.ProcessEnv = {}) =>
    parseRequest(
      sourcesOf({ ...CONNECTED, ...inputs }),
      { variables: runVariables(env), now: NOW },
      new InputErrors(),
    );

  test.each<Partial<Inputs>>([
    { operation: 'get', 'token-id': ID },
    { operation: 'list' },
    { operation: 'list', scope: 'cluster' },
    { operation: 'update', 'token-id': ID, description: 'x' },
    { operation: 'revoke', 'token-id': ID },
  ])('needs no run: %o', (inputs) => {
    expect(parseOutside(inputs)).toMatchObject({ operation: inputs.operation });
  });

  test.each<Partial<Inputs>>([
    { operation: 'create', permissions: 'metrics: read' },
    { operation: 'list', scope: 'repository' },
    { operation: 'list', scope: 'organization' },
    { operation: 'cleanup' },
    { operation: 'cleanup', scope: 'cluster', 'description-pattern': 'load*' },
    { operation: 'rotate', description: 'x', 'store-in': 'later-steps' },
  ])('is not one of these: %o', (inputs) => {
    expect(errorsThrownBy(() => parseOutside(inputs)).map(({ input }) => input)).toContain(
      'GITHUB_SERVER_URL',
    );
  });

  test.each<[string, NodeJS.ProcessEnv]>([
    ['repository', { GITHUB_RUN_ID: '', GITHUB_REPOSITORY: '' }],
    ['organization', { GITHUB_RUN_ID: '', GITHUB_REPOSITORY_ID: '' }],
  ])('needs only what a list with `scope: %s` compares', (scope, missing) => {
    expect(parseOutside({ operation: 'list', scope }, { ...ENV, ...missing })).toMatchObject({
      filter: { scope: { kind: scope, server: 'github.com' } },
    });
  });

  test('has the errors of the run in addition to the errors of the inputs', () => {
    const errors = new InputErrors();
    const variables = runVariables({ ...ENV, GITHUB_RUN_ID: '' });
    const inputs = { ...SOUND, retries: 'many' };
    expect(
      errorsThrownBy(() => parseRequest(sourcesOf(inputs), { variables, now: NOW }, errors)).map(
        ({ input }) => input,
      ),
    ).toEqual(['retries', 'GITHUB_RUN_ID']);
  });
});

describe('a request to rotate', () => {
  const DAY = 24 * 3_600_000;
  const { permissions: _, ...connected } = SOUND;
  const ROTATE: Partial<Inputs> = {
    ...connected,
    operation: 'rotate',
    description: 'telegraf',
    'store-in': 'later-steps',
  };

  test('inherits omitted values', () => {
    const request = parse(ROTATE);
    expect(request).toMatchObject({
      operation: 'rotate',
      description: 'telegraf',
      storeIn: { targets: [], laterSteps: true },
      gracePeriodMs: DAY,
      activationTimeoutMs: 300_000,
      dryRun: false,
    });
    for (const name of ['tokenId', 'grants', 'expiresAt', 'renewBeforeMs']) {
      expect(request).not.toHaveProperty(name);
    }
  });

  test('uses the given inputs', () => {
    expect(
      parse({
        ...ROTATE,
        'token-id': ID,
        permissions: 'metrics: read',
        'expires-at': '90d',
        'renew-before': '14d',
        'grace-period': '2h',
        'store-in': 'repo = INFLUXDB_TOKEN',
        'store-token': 'ghs_x',
        'github-token': 'ghs_y',
        'dry-run': 'true',
      }),
    ).toMatchObject({
      tokenId: ID,
      grants: { permissions: [{ action: 'read', resource: 'metrics' }] },
      expiresAt: NOW + 90 * DAY,
      renewBeforeMs: 14 * DAY,
      gracePeriodMs: 2 * 3_600_000,
      storeIn: { targets: [{ name: 'INFLUXDB_TOKEN' }], laterSteps: false },
      dryRun: true,
    });
  });

  test('is neither printed nor serialized with its tokens', () => {
    const request = parse({ ...ROTATE, 'store-token': 'ghs_hunter2', 'github-token': 'ghs_hunter2' });
    expect(JSON.stringify(request)).not.toContain('hunter2');
  });

  test.each<[Partial<Inputs>, string[]]>([
    [{ description: '' }, ['description']],
    [{ 'token-id': 'x' }, ['token-id']],
    [{ 'store-in': '' }, ['store-in']],
    [{ 'store-in': 'repo = A' }, ['store-token']],
    [{ databases: 'metrics' }, ['permissions']],
    [{ 'expires-at': '59m' }, ['expires-at']],
    [{ 'expires-at': '7d', 'renew-before': '7d' }, ['renew-before']],
    [{ 'renew-before': 'soon' }, ['renew-before']],
    [{ 'grace-period': 'none' }, ['grace-period']],
    [{ 'grace-period': '0', 'activation-timeout': '0' }, ['grace-period']],
    [{ 'grace-period': '0s', permissions: 'none' }, ['grace-period']],
    [{ 'skip-token-revoke': 'true' }, ['skip-token-revoke']],
    [{ scope: 'cluster' }, ['scope']],
    [
      { description: '', 'store-in': '', 'renew-before': 'x', 'dry-run': 'maybe' },
      ['description', 'renew-before', 'store-in', 'dry-run'],
    ],
  ])('is an input error: %o', (inputs, names) => {
    expect(invalidInputs({ ...ROTATE, ...inputs })).toEqual(names);
  });

  test.each<Partial<Inputs>>([
    { 'expires-at': '7d', 'renew-before': '6d23h' },
    { 'expires-at': 'never', 'renew-before': '7d' },
    { 'expires-at': '1h' },
    { 'grace-period': '0' },
    { 'activation-timeout': '0' },
    { 'renew-before': '0' },
  ])('is valid: %o', (inputs) => {
    expect(parse({ ...ROTATE, ...inputs })).toMatchObject({ operation: 'rotate' });
  });
});

describe('a request to clean up', () => {
  const { permissions: _, ...connected } = SOUND;
  const CLEANUP: Partial<Inputs> = { ...connected, operation: 'cleanup' };

  test('is by default for this repository, and careful', () => {
    expect(parse(CLEANUP)).toMatchObject({
      operation: 'cleanup',
      spec: { scope: { kind: 'repository', server: 'github.com', repositoryId: '4711' } },
      maxRevocations: 100,
      dryRun: false,
    });
  });

  test('uses the given inputs', () => {
    const inputs = {
      ...CLEANUP,
      scope: 'cluster',
      'description-pattern': 'ci *',
      'max-age': '30d',
      'max-revocations': '5000',
      'dry-run': 'true',
      'github-token': 'ghs_hunter2',
    };
    const request = parse(inputs);
    expect(request).toMatchObject({
      spec: { scope: { kind: 'cluster' }, maxAgeMs: 30 * 24 * 3_600_000 },
      maxRevocations: 5000,
      dryRun: true,
    });
    expect(JSON.stringify(request)).not.toContain('hunter2');
  });

  test.each([
    [{ scope: 'cluster' }, ['description-pattern']],
    [{ scope: 'cluster', 'description-pattern': 'ab*' }, ['description-pattern']],
    [{ scope: 'mine' }, ['scope']],
    [{ 'max-age': 'x', 'max-revocations': 'many' }, ['max-age', 'max-revocations']],
    [{ 'grace-period': '2h' }, ['grace-period']],
  ])('is an input error: %o', (inputs, names) => {
    expect(invalidInputs({ ...CLEANUP, ...inputs })).toEqual(names);
  });

  test('needs a pattern only for the tokens of all people', () => {
    for (const inputs of [{ scope: 'organization' }, { scope: 'cluster', 'description-pattern': 'abc*' }]) {
      expect(parse({ ...CLEANUP, ...inputs })).toMatchObject({ operation: 'cleanup' });
    }
  });
});

describe('an operation', () => {
  test.each(['destroy', 'Create', 'create,list'])('is not %s', (operation) => {
    const errors = errorsThrownBy(() => parse({ ...SOUND, operation }));
    expect(errors).toEqual([{ input: 'operation', message: expect.stringContaining(`"${operation}"`) }]);
  });

  test('that is unknown does not hide errors that every operation would find', () => {
    expect(
      invalidInputs({ ...SOUND, operation: 'destroy', 'management-token': '', retries: 'many' }),
    ).toEqual(['operation', 'management-token', 'retries']);
  });
});
