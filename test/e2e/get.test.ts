import { describe, expect, test } from 'vitest';
import type { EmulatorOptions } from '../../emulator/servers/options.ts';
import type { TokenSeed } from '../../emulator/servers/token-store.ts';
import { maskingForms } from '../../src/runner/masking.ts';
import { Scene } from './scene.ts';

const ID = '3f2b8c1d-9e4a-4b6f-8d07-5a1c2e3f4b6d';
const CREATED = Date.parse('2026-01-31T10:00:00.123Z');
const EXPIRY = Date.parse('2099-06-30T00:00:00Z');
const REVOKED = Date.parse('2026-02-01T00:00:00Z');

const SEED: TokenSeed = {
  id: ID,
  description: 'nightly load test [gha:github.com/acme/web#4711 8812345678.1 kept 7f3a9c2e5b1d8046]',
  permissions: [
    { action: 'read', resource: 'metrics' },
    { action: 'write', resource: 'logs' },
  ],
  createdAt: CREATED,
  expiresAt: EXPIRY,
};

/** A step that gets the one token of a cluster. */
async function getting(seed: Partial<TokenSeed> = {}, cluster: EmulatorOptions = {}): Promise<Scene> {
  const scene = await Scene.start({ operation: 'get', cluster, inputs: { 'token-id': ID } });
  scene.cluster.seed({ ...SEED, ...seed });
  return scene;
}

describe('a token', () => {
  test('is shown in the outputs, the log, and the summary after one request, and the post step does nothing', async () => {
    await using scene = await getting();
    const main = await scene.main();
    expect(main.outputs).toEqual({
      'token-id': ID,
      description: 'nightly load test',
      permissions: '[{"action":"read","resource":"metrics"},{"action":"write","resource":"logs"}]',
      'created-at': '2026-01-31T10:00:00.123Z',
      'expires-at': '2099-06-30T00:00:00Z',
      status: 'active',
    });
    expect(main).toMatchObject({ conclusion: 'success', annotations: [], state: { ledger: '' } });
    expect(scene.cluster.trace).toEqual(['GET token 200']);
    expect(main.log).toContain(`Token ${ID} is active.`);
    for (const expected of [
      ID,
      'nightly load test',
      'metrics: read; logs: write',
      '30 Jun 2099, 00:00 UTC, in ',
    ])
      expect(main.summary).toContain(expected);
    expect(main.summary).not.toContain('gha:');
    expect(await scene.post()).toMatchObject({ stdout: '', stderr: '', summary: '', exitCode: 0 });
    expect(scene.cluster.trace).toEqual(['GET token 200']);
    expect(scene.cluster.liveTokens).toHaveLength(1);
  });

  test('can be requested in capital letters, and is shown as in the cluster', async () => {
    await using scene = await getting();
    const inputs = { ...scene.inputs, 'token-id': ID.toUpperCase() };
    expect((await scene.main({ inputs })).outputs['token-id']).toBe(ID);
  });

  test('without a tag, permissions, and an expiry is shown completely', async () => {
    const description = 'made by hand [gha:github.com/acme/web]';
    const seed = { description, permissions: [], expiresAt: undefined };
    await using scene = await getting(seed, { unsetDates: 'zero' });
    const { outputs, summary } = await scene.main();
    expect(outputs).toMatchObject({ description, permissions: '[]', 'expires-at': '', status: 'active' });
    expect(summary).toContain('- **Expires:** never\n');
  });

  test('is read again after a reset and after an incomplete response', async () => {
    await using scene = await getting();
    scene.cluster.next('GET token').resets('before');
    scene.cluster.next('GET token').truncates();
    const main = await scene.main({ inputs: { ...scene.inputs, retries: '2' } });
    expect(main.outputs).toMatchObject({ 'token-id': ID, status: 'active' });
    expect(scene.cluster.trace).toEqual(['GET token reset', 'GET token 200 truncated', 'GET token 200']);
  });
});

describe('the dates of a token', () => {
  test('can show that the token was revoked after it expired, which is not a failure', async () => {
    await using scene = await getting({ revokedAt: REVOKED, expiresAt: CREATED + 1000 });
    const main = await scene.main();
    expect(main).toMatchObject({ conclusion: 'success', annotations: [] });
    expect(main.outputs['status']).toBe('revoked');
    expect(main.summary).toContain('- **Status:** revoked\n');
  });

  test('can have any offset and any fraction, and are not "never" if they cannot be read', async () => {
    await using scene = await getting();
    const dates = { createdAt: '2026-01-31T12:00:00.123456789+02:00', expiresAt: 'soon' };
    scene.cluster.every('GET token').changes((token) => ({ ...token, ...dates }));
    const { outputs, summary } = await scene.main();
    expect(outputs).toMatchObject({ 'created-at': '2026-01-31T10:00:00.123Z', 'expires-at': 'unreadable' });
    expect(summary).toContain('- **Expires:** unreadable\n');
  });
});

describe('an ID', () => {
  test('that the cluster does not know fails the step, and the error says what to check', async () => {
    await using scene = await Scene.start({ operation: 'get', inputs: { 'token-id': ID } });
    const main = await scene.main();
    expect(main).toMatchObject({ exitCode: 1, outputs: {} });
    expect(main.annotations).toMatchObject([{ level: 'error', title: 'Token not found' }]);
    expect(main.annotations[0]?.message).toMatch(new RegExp(`${ID}.*account-id.*cluster-id`));
    expect(main.summary).toContain(ID);
    expect(scene.cluster.trace).toEqual(['GET token 404']);
  });

  test('in another spelling is an input error, and nothing is sent', async () => {
    await using scene = await getting();
    const main = await scene.main({ inputs: { ...scene.inputs, 'token-id': `%2e%2e/${ID}` } });
    expect(main).toMatchObject({ exitCode: 1, outputs: {}, annotations: [{ title: 'Input token-id' }] });
    expect(scene.cluster.requests).toEqual([]);
  });

  test('at an address without an API is not an unknown token', async () => {
    await using scene = await getting();
    scene.cluster.every('GET token').respondsWith(404, '404 page not found');
    const main = await scene.main();
    expect(main.annotations).toMatchObject([{ title: 'Not found' }]);
    expect(main.annotations[0]?.message).toMatch(/no Management API.*api-url/);
  });

  test('with the response 403 is requested once', async () => {
    await using scene = await getting();
    scene.cluster.every('GET token').respondsWith(403, { code: 403, message: 'no' });
    const main = await scene.main();
    expect(main).toMatchObject({
      exitCode: 1,
      outputs: {},
      annotations: [{ level: 'error', title: 'Management token not allowed' }],
    });
    expect(scene.cluster.trace).toEqual(['GET token 403']);
  });
});

describe('a response that is not the token', () => {
  const GOOD = { id: ID, description: 'x', permissions: [], createdAt: '2026-01-31T10:00:00Z' };

  test.for<[string, string | object]>([
    ['HTML', '<!doctype html><title>Sign in</title>'],
    ['another token', { ...GOOD, id: '0b7d4f7e-4b1c-4c0e-9d6a-2f3e5a6b7c8d' }],
  ])('%s is a failure, and no output is set', async ([, body]) => {
    await using scene = await getting();
    scene.cluster.every('GET token').respondsWith(200, body);
    const main = await scene.main();
    expect(main).toMatchObject({ exitCode: 1, outputs: {} });
    expect(main.annotations).toMatchObject([{ level: 'error', title: 'Unreadable response' }]);
  });
});

describe('the secret', () => {
  test('is never in an output or a line, even if the server sends it', async () => {
    await using scene = await getting();
    const secret = scene.cluster.tokens[0]?.secret ?? '';
    scene.cluster.every('GET token').changes((token) => ({ ...token, accessToken: secret }));
    const main = await scene.main();
    expect(main.conclusion).toBe('success');
    expect(main.outputs).not.toHaveProperty('token');
    for (const form of maskingForms(secret)) expect(JSON.stringify(main)).not.toContain(form);
  });

  test('of the management token is only in its masks', async () => {
    await using scene = await Scene.start({
      operation: 'get',
      inputs: { 'token-id': ID },
      debug: true,
    });
    const main = await scene.main();
    const { masks: _, commands: __, stdout, ...rest } = main;
    const printed = stdout.split('\n').filter((line) => !line.startsWith('::add-mask::'));
    expect(JSON.stringify([printed, rest])).not.toContain(scene.cluster.managementToken);
  });
});

describe('Clustered', () => {
  test('in the prefixed form separates an unknown ID from an unknown path', async () => {
    await using scene = await Scene.start({
      operation: 'get',
      cluster: { product: 'clustered', form: 'prefixed' },
      inputs: { 'token-id': ID },
    });
    expect((await scene.main()).annotations).toMatchObject([{ title: 'Token not found' }]);
    expect(scene.cluster.trace).toEqual(['unknown 404', 'GET token 404']);
  });
});
