import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Emulator } from '../../emulator/servers/emulator.ts';
import type { OperationName } from '../../src/request/inputs.ts';
import { Scene } from './scene.ts';

const ID = '7f3a9c2e-5b1d-4e8a-9c46-0d2f81b3a507';
const OTHER_ID = '8f3a9c2e-5b1d-4e8a-9c46-0d2f81b3a507';
const TOKEN = `apiv1_${'c2VjcmV0'.repeat(8)}`;

let cluster: Emulator;
beforeAll(async () => {
  cluster = await Emulator.start();
  for (const id of [ID, OTHER_ID]) cluster.seed({ id, description: 'of the mistakes' });
});
afterAll(() => cluster.stop());

/** A step with one mistake, or with the text that its message suggests. Neither changes anything. */
async function run(operation: OperationName, inputs: Readonly<Record<string, string>>) {
  const dryRun = operation === 'list' || operation === 'get' ? {} : { 'dry-run': 'true' };
  using step = new Scene(cluster, { operation, inputs: { ...dryRun, ...inputs } }).step;
  const before = cluster.requests.length;
  const main = await step.main();
  return {
    ...main,
    requests: cluster.requests.length - before,
    errors: main.annotations.filter(({ level }) => level === 'error'),
  };
}

const READ = { permissions: 'metrics: read' };
const ROTATE = { ...READ, description: 'telegraf', 'expires-at': '30d' };

describe('one mistake gets one error before the first request, with the text to paste, which is accepted', () => {
  test.for<[OperationName, string, string, string, Record<string, string>?]>([
    ['create', 'activation-timeout', '1 hour', '1h', READ],
    ['create', 'activation-timeout', '"5m"', '5m', READ],
    ['create', 'expires-at', '30 days', '30d', READ],
    ['create', 'expires-at', '1y', '365d', READ],
    ['create', 'expires-at', '2099/1/31', '2099-01-31T00:00:00Z', READ],
    ['create', 'expires-at', '4073500800', '2099-01-31T00:00:00Z', READ],
    ['create', 'expires-at', 'Never', 'never', READ],
    ['create', 'permissions', 'rw', 'read, write', { databases: 'metrics' }],
    ['create', 'permissions', 'reed', 'read', { databases: 'metrics' }],
    ['create', 'permissions', 'None', 'none'],
    ['create', 'permissions', 'metrics=read', 'metrics: read'],
    ['create', 'permissions', 'read: metrics', 'metrics: read'],
    ['create', 'permissions', 'metrics -> rw', 'metrics: read, write'],
    ['create', 'permissions', 'metrics', 'metrics: read'],
    ['create', 'permissions', 'metrics:\n  - read\n  - write', 'metrics: read, write'],
    ['create', 'permissions', '{"metrics":"read"}', 'metrics: read'],
    ['create', 'permissions', '- metrics: read', 'metrics: read'],
    ['create', 'databases', 'metrics logs', 'metrics, logs', { permissions: 'read' }],
    ['create', 'databases', '- metrics\n- logs', 'metrics, logs', { permissions: 'read' }],
    ['create', 'databases', '"metrics", "logs"', 'metrics, logs', { permissions: 'read' }],
    ['create', 'databases', '[metrics, logs]', 'metrics, logs', { permissions: 'read' }],
    ['create', 'databases', 'metrics\u200b', 'metrics', { permissions: 'read' }],
    ['create', 'check-databases', 'yes', 'true', READ],
    [
      'create',
      'cluster-url',
      'https://influx.example.com/api/v2/write?bucket=x',
      'https://influx.example.com',
      READ,
    ],
    ['create', 'cluster-url', 'influx.example.com', 'https://influx.example.com', READ],
    ['revoke', 'token-id', `{${ID}}`, ID],
    ['revoke', 'token-id', `https://console.example.com/tokens/${ID}`, ID],
    ['revoke', 'token-id', `${ID} ${OTHER_ID}`, `${ID}, ${OTHER_ID}`],
    ['revoke', 'token-id', ID.replaceAll('-', ''), ID],
    ['get', 'token-id', `"${ID}"`, ID],
    ['list', 'status', 'live', 'active'],
    ['list', 'scope', 'org', 'organization'],
    ['list', 'kinds', 'kept pending', 'kept, pending'],
    ['list', 'kinds', 'Job', 'job'],
    ['list', 'retries', '4 times', '4'],
    ['list', 'request-timeout', '30', '30s'],
    ['list', 'product', 'Cloud Dedicated', 'dedicated'],
    ['cleanup', 'max-revocations', '1,000', '1000'],
    ['cleanup', 'max-age', '3 months', '90d'],
    ['rotate', 'store-in', 'later_steps', 'later-steps', ROTATE],
    ['rotate', 'store-in', 'outputs', 'later-steps', ROTATE],
  ])('%s, %s: %j', async ([operation, input, mistake, meant, others]) => {
    const wrong = await run(operation, { ...others, [input]: mistake });
    expect(wrong.errors).toMatchObject([{ title: `Input ${input}` }]);
    expect(wrong.errors[0]?.message).toContain(`\`${meant}\``);
    expect(wrong).toMatchObject({ exitCode: 1, requests: 0, outputs: {} });

    const right = await run(operation, { ...others, [input]: meant });
    expect(right.errors).toEqual([]);
    expect(right.exitCode).toBe(0);
  });

  test.for<[OperationName, string, string, RegExp, Record<string, string>?]>([
    [
      'rotate',
      'store-in',
      'repo TOKEN',
      /Did you mean `repo = TOKEN`\?/,
      { ...ROTATE, 'store-token': 'ghp_x' },
    ],
    [
      'rotate',
      'store-in',
      'env:a = A env:b = B',
      /Write `env:a = A, env:b = B`\./,
      { ...ROTATE, 'store-token': 'ghp_x' },
    ],
    [
      'rotate',
      'store-token',
      '-----BEGIN KEY-----',
      /create-github-app-token/,
      { ...ROTATE, 'store-in': 'repo = A' },
    ],
    ['list', 'management-token', '"M.V1.abc"', /is in quotes/],
    ['list', 'management-token', 'INFLUX_TOKEN = M.V1.abc', /begins with `NAME=`/],
    ['list', 'management-token', '["M.V1.abc"]', /looks like JSON/],
    ['list', 'management-token', '$INFLUX_TOKEN', /name of a variable/],
    ['list', 'status', `\${{ inputs.status }}`, /"\$\{\{ inputs\.status \}\}" contains an expression/],
    ['list', 'account-id', TOKEN, /looks like a token/],
    ['list', 'description-pattern', TOKEN, /looks like a token/],
    ['get', 'token-id', TOKEN, /looks like a token/],
    ['list', 'ca-certificate', btoa('-----BEGIN CERTIFICATE-----'), /encoded as base64/],
  ])('%s, %s: %j, where the suggestion cannot be run', async ([operation, input, mistake, says, others]) => {
    const wrong = await run(operation, { ...others, [input]: mistake });
    expect(wrong.errors).toMatchObject([{ title: `Input ${input}` }]);
    expect(wrong.errors[0]?.message).toMatch(says);
    expect(wrong).toMatchObject({ exitCode: 1, requests: 0, outputs: {} });
    const printed = wrong.stdout.split('\n').filter((line) => !line.startsWith('::add-mask::'));
    for (const secret of [TOKEN, 'M.V1.abc']) {
      expect(printed.join('\n')).not.toContain(secret);
      expect(wrong.summary).not.toContain(secret);
    }
  });
});

test('a wrong operation does not hide what is certain without it', async () => {
  await using scene = await Scene.start({
    inputs: {
      operation: 'creat',
      permissions: 'read: metrics',
      'expires-at': '30 days',
      retries: 'x',
      'dry-run': 'yes',
    },
  });
  const main = await scene.main();
  expect(main.annotations.map(({ title }) => title)).toEqual([
    'Input operation',
    'Input retries',
    'Input permissions',
    'Input expires-at',
    'Input dry-run',
  ]);
  expect(scene.cluster.requests).toEqual([]);
});

test('a misspelled input is one error, and does not count as missing', async () => {
  await using scene = await Scene.start({
    inputs: { permissions: '' },
    env: { INPUT_PERMISSION: 'metrics: read' },
  });
  const main = await scene.main();
  expect(main.annotations).toMatchObject([
    { title: 'Input permission', message: expect.stringContaining('Did you mean `permissions`?') },
  ]);
  expect(scene.cluster.requests).toEqual([]);
});
