import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Emulator } from '../../emulator/servers/emulator.ts';
import type { OperationName } from '../../src/request/inputs.ts';
import { Scene } from './scene.ts';

const ID = '7f3a9c2e-5b1d-4e8a-9c46-0d2f81b3a507';
const TOKEN = `apiv1_${'c2VjcmV0'.repeat(8)}`;

let cluster: Emulator;
beforeAll(async () => {
  cluster = await Emulator.start();
  cluster.seed({ id: ID, description: 'of the mistakes' });
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

const ROTATE = { permissions: 'metrics: read', description: 'telegraf', 'expires-at': '30d' };

describe('one mistake gets one error before the first request, with the text to paste, which is accepted', () => {
  // test/request/mistakes.test.ts has all mistakes.
  test.for<[OperationName, string, string, string, Record<string, string>?]>([
    ['create', 'permissions', 'metrics:\n  - read\n  - write', 'metrics: read, write'],
    ['revoke', 'token-id', `https://console.example.com/tokens/${ID}`, ID],
    ['get', 'token-id', `"${ID}"`, ID],
    ['list', 'kinds', 'kept pending', 'kept, pending'],
    ['cleanup', 'max-age', '3 months', '90d'],
    ['rotate', 'store-in', 'later_steps', 'later-steps', ROTATE],
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
      'store-token',
      '-----BEGIN KEY-----',
      /create-github-app-token/,
      { ...ROTATE, 'store-in': 'repo = A' },
    ],
    ['list', 'management-token', '["M.V1.abc"]', /looks like JSON/],
    ['get', 'token-id', TOKEN, /looks like a token/],
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
