import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Emulator } from '../../emulator/servers/emulator.ts';
import { Secret } from '../../src/base/secret.ts';
import { sealLedger } from '../../src/operations/sealed-ledger.ts';
import type { OperationName } from '../../src/request/inputs.ts';
import type { StepResult } from '../actions-runner/step-run.ts';
import { ACTION, Scene } from './scene.ts';

const KEPT = { 'skip-token-revoke': 'true', 'expires-at': '30d' };
const ROTATION = {
  description: 'telegraf',
  permissions: 'metrics: read',
  'expires-at': '30d',
  'store-in': 'later-steps',
};

/** Inputs for which each operation succeeds. Some name the token that an attacker wants to revoke. */
const OPERATIONS: readonly [
  name: string,
  operation: OperationName,
  inputs: (id: string) => Record<string, string>,
][] = [
  ['create', 'create', () => ({})],
  ['create with skip-token-revoke', 'create', () => KEPT],
  ['get', 'get', (id) => ({ 'token-id': id })],
  ['list', 'list', () => ({})],
  ['update', 'update', (id) => ({ 'token-id': id, description: 'another description' })],
  ['revoke', 'revoke', (id) => ({ 'token-id': id, 'dry-run': 'true' })],
  ['rotate', 'rotate', () => ROTATION],
  ['cleanup', 'cleanup', () => ({})],
];

/** The environment that the attacker sets. `victim` is a token of somebody else. */
const FORGERIES: readonly [name: string, state: (victim: string, to: Emulator) => string][] = [
  ['without a seal', unsealed],
  ['sealed with another token', (victim, to) => sealLedger(unsealed(victim, to), new Secret('M.V1.other'))],
  ['sealed without a token', (victim, to) => sealLedger(unsealed(victim, to), new Secret(''))],
  ['that is not a ledger', () => 'constructor __proto__ \u001b[31m ::error::x'],
  ['that is JSON of another kind', () => '[null]'],
];

/** The server of an attacker, which knows the IDs and the token of no cluster. */
let attacker: Emulator;

beforeAll(async () => {
  attacker = await Emulator.start();
});

afterAll(() => attacker.stop());

describe.for(OPERATIONS)('the post step of %s', ([, operation, inputs]) => {
  test('ignores environment variables when main ends normally', async () => {
    await using scene = await Scene.start();
    const { id } = victimOf(scene);
    const step = stepOf(scene, operation, inputs(id), { STATE_ledger: unsealed(id, scene.cluster) });
    const main = await step.main();
    expect(main.exitCode, main.log).toBe(0);
    const { description } = victimOf(scene);
    const post = await step.post();
    expectNoStack(post);
    expect(post.annotations).toEqual([]);
    expect(victimOf(scene)).toMatchObject({ id, description });
    expect(scene.cluster.liveTokens).toContain(victimOf(scene));
    const revoked = scene.cluster.tokens.length - scene.cluster.liveTokens.length;
    expect(revoked).toBe(operation === 'create' && inputs(id) !== KEPT ? 1 : 0);
  });

  test('warns once and sends nothing if main was killed before its first line', async () => {
    await using scene = await Scene.start();
    const { id, description } = victimOf(scene);
    // Only the management token of the step could verify this seal.
    const forged = sealLedger(unsealed(id, scene.cluster), new Secret('M.V1.other'));
    using step = stepOf(scene, operation, inputs(id), { STATE_ledger: forged });
    expectRefused(await step.post(), 'Ledger not valid');
    expect(scene.cluster.requests).toEqual([]);
    expect(victimOf(scene)).toMatchObject({ id, description });
    expect(scene.cluster.liveTokens).toEqual([victimOf(scene)]);
  });
});

test.for(FORGERIES)('a ledger %s sends nothing, to no server', async ([, forge]) => {
  await using scene = await Scene.start();
  const { id } = victimOf(scene);
  using step = stepOf(scene, 'create', {}, { STATE_ledger: forge(id, attacker) });
  expectRefused(await step.post(), 'Ledger not valid');
  expect([...scene.cluster.requests, ...attacker.requests]).toEqual([]);
});

test('a forged ledger is ignored if main fails because of its inputs', async () => {
  await using scene = await Scene.start();
  const { id } = victimOf(scene);
  const env = { STATE_ledger: unsealed(id, scene.cluster) };
  const step = stepOf(scene, 'rotate', { ...ROTATION, retries: 'many' }, env);
  expect((await step.main()).exitCode).toBe(1);
  expect(await step.post()).toMatchObject({ exitCode: 0, stdout: '', stderr: '', summary: '' });
  expect(scene.cluster.requests).toEqual([]);
});

test('a forged ledger is also ignored without a management token', async () => {
  await using scene = await Scene.start();
  const { id } = victimOf(scene);
  const env = { STATE_ledger: sealLedger(unsealed(id, attacker), new Secret('')) };
  using step = stepOf(scene, 'create', { 'management-token': '' }, env);
  expectRefused(await step.post(), 'Management token missing');
  expect([...scene.cluster.requests, ...attacker.requests]).toEqual([]);
});

test.for([undefined, '/no/such/folder/state'])(
  'a state that cannot be saved (GITHUB_STATE: %s) fails main before it reads an input',
  async (state) => {
    await using scene = await Scene.start();
    const inputs = Object.entries({ ...scene.inputs, retries: 'many' });
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(ACTION, 'dist/main/index.js')], {
      env: {
        ...Object.fromEntries(inputs.map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
        ...(state === undefined ? {} : { GITHUB_STATE: state }),
      },
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(stdout).toMatch(
      /^::error title=State not saved::.*Nothing was sent\. GITHUB_STATE must name a file/,
    );
    expect(stdout).not.toContain('retries');
    expect(scene.cluster.requests).toEqual([]);
  },
);

/** A ledger that revokes the victim, searches for a nonce, and promotes the victim. */
function unsealed(victim: string, { apiUrl, accountId, clusterId }: Emulator): string {
  return JSON.stringify({
    endpoint: { apiUrl, form: 'prefixed', accountId, clusterId },
    retryPolicy: { timeoutMs: 1000, retries: 0 },
    fingerprints: [],
    failOnRevokeError: true,
    attempts: [
      { nonce: '0123456789abcdef', at: 0, fate: 'open' },
      { nonce: 'fedcba9876543210', at: 0, id: victim, fate: 'open' },
      { nonce: '0011223344556677', at: 0, id: `${victim} attacker's words`, fate: 'open' },
    ],
    delivery: {
      phase: 'delivered',
      tokenId: victim,
      promotedDescription: "attacker's words",
      permissions: [],
      series: { server: 'github.com', repositoryId: '4711', plainDescription: "attacker's words" },
      gracePeriodMs: 0,
      quarantineMs: 0,
      accepted: true,
    },
  });
}

/** A token that a consumer uses and that the step has nothing to do with. */
function victimOf({ cluster }: Scene) {
  return cluster.tokens[0] ?? cluster.seed({ description: 'somebody uses this' });
}

function stepOf(
  { cluster }: Scene,
  operation: OperationName,
  inputs: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>>,
): Scene['step'] {
  const data = operation === 'rotate' ? { 'cluster-url': cluster.clusterUrl } : {};
  return new Scene(cluster, { operation, inputs: { ...data, ...inputs }, env }).step;
}

/** Expects one warning, which shows nothing of the ledger. */
function expectRefused(post: StepResult, title: string): void {
  expectNoStack(post);
  expect(post.annotations).toMatchObject([{ level: 'warning', title }]);
  expect(post.stdout).not.toMatch(/attacker's words|127\.0\.0\.1|__proto__|0123456789abcdef/);
}

function expectNoStack(post: StepResult): void {
  expect(post).toMatchObject({ exitCode: 0, stderr: '' });
  expect(post.stdout).not.toMatch(/^\s+at /m);
}
