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
  test('is shown in these outputs, after one request', async () => {
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
    expect(scene.cluster.liveTokens).toHaveLength(1);
  });

  test('is shown in the log and the summary', async () => {
    await using scene = await getting();
    const { log, summary } = await scene.main();
    expect(log).toContain(`Token ${ID} is active.`);
    for (const expected of [
      ID,
      'nightly load test',
      'metrics: read; logs: write',
      '30 Jun 2099, 00:00 UTC, in ',
    ])
      expect(summary).toContain(expected);
    expect(summary).not.toContain('gha:');
  });

  test('without a tag is shown with its complete description', async () => {
    await using scene = await getting({ description: 'made by hand [gha:github.com/acme/web]' });
    expect((await scene.main()).outputs['description']).toBe('made by hand [gha:github.com/acme/web]');
  });

  test('can be requested in capital letters, and is shown as in the cluster', async () => {
    await using scene = await getting();
    const inputs = { ...scene.inputs, 'token-id': ID.toUpperCase() };
    expect((await scene.main({ inputs })).outputs['token-id']).toBe(ID);
  });

  test('without any permission has an empty list of permissions', async () => {
    await using scene = await getting({ permissions: [] });
    expect((await scene.main()).outputs['permissions']).toBe('[]');
  });

  test('is read again after a retryable error', async () => {
    await using scene = await getting();
    scene.cluster.next('GET token').resets('before');
    expect((await scene.main()).outputs['status']).toBe('active');
    expect(scene.cluster.trace).toEqual(['GET token reset', 'GET token 200']);
  });
});

describe('the dates of a token', () => {
  test.for(['absent', 'null', 'empty', 'zero', 'epoch'] as const)(
    'can be unset as %s: the token never expires and is active',
    async (unsetDates) => {
      await using scene = await getting({ expiresAt: undefined }, { unsetDates });
      const { outputs, summary } = await scene.main();
      expect(outputs).toMatchObject({ 'expires-at': '', status: 'active' });
      expect(summary).toContain('- **Expires:** never\n');
    },
  );

  test.for<[string, Partial<TokenSeed>, string]>([
    ['revoked', { revokedAt: REVOKED }, 'revoked'],
    ['expired', { expiresAt: Date.parse('2026-02-02T00:00:00Z') }, 'expired'],
    ['revoked after it expired', { revokedAt: REVOKED, expiresAt: CREATED + 1000 }, 'revoked'],
  ])('can show that the token is %s, which is not a failure', async ([, seed, status]) => {
    await using scene = await getting(seed);
    const main = await scene.main();
    expect(main).toMatchObject({ conclusion: 'success', annotations: [] });
    expect(main.outputs['status']).toBe(status);
    expect(main.summary).toContain(`- **Status:** ${status}\n`);
  });

  test('are compared with the server’s clock, not with the runner’s', async () => {
    await using scene = await getting({}, { clock: () => EXPIRY + 1000 });
    expect((await scene.main()).outputs['status']).toBe('expired');
  });

  test('can have any offset and any fraction', async () => {
    await using scene = await getting();
    scene.cluster.every('GET token').changes((token) => ({
      ...token,
      createdAt: '2026-01-31T12:00:00.123456789+02:00',
      expiresAt: '2099-06-29T23:00:00.5-01:00',
    }));
    expect((await scene.main()).outputs).toMatchObject({
      'created-at': '2026-01-31T10:00:00.123Z',
      'expires-at': '2099-06-30T00:00:00.500Z',
    });
  });

  test('are not "never" if they cannot be read', async () => {
    await using scene = await getting();
    scene.cluster.every('GET token').changes((token) => ({ ...token, expiresAt: 'soon' }));
    const { outputs, summary } = await scene.main();
    expect(outputs['expires-at']).toBe('unreadable');
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

  test.for(['', 'x', '../databases/prod', `${ID}, ${ID.replace('3f', '4f')}`, `${ID}/`, `%2e%2e/${ID}`])(
    '%j is an input error, and nothing is sent',
    async (id) => {
      await using scene = await getting();
      const main = await scene.main({ inputs: { ...scene.inputs, 'token-id': id } });
      expect(main).toMatchObject({ exitCode: 1, outputs: {}, annotations: [{ title: 'Input token-id' }] });
      expect(scene.cluster.requests).toEqual([]);
    },
  );

  test('at an address without an API is not an unknown token', async () => {
    await using scene = await getting();
    scene.cluster.every('GET token').respondsWith(404, '404 page not found');
    const main = await scene.main();
    expect(main.annotations).toMatchObject([{ title: 'Not found' }]);
    expect(main.annotations[0]?.message).toMatch(/no Management API.*api-url/);
  });

  test.for<[number, string]>([
    [401, 'Management token refused'],
    [403, 'Management token not allowed'],
  ])('with the response %i is requested once', async ([status, title]) => {
    await using scene = await getting();
    scene.cluster.every('GET token').respondsWith(status, { code: status, message: 'no' });
    const main = await scene.main();
    expect(main).toMatchObject({ exitCode: 1, outputs: {}, annotations: [{ level: 'error', title }] });
    expect(scene.cluster.trace).toEqual([`GET token ${status}`]);
  });
});

describe('a response that is not the token', () => {
  const GOOD = { id: ID, description: 'x', permissions: [], createdAt: '2026-01-31T10:00:00Z' };

  test.for<[string, string | object]>([
    ['HTML', '<!doctype html><title>Sign in</title>'],
    ['nothing', ''],
    ['a text', 'ok'],
    ['a JSON text', '"ok"'],
    ['null', 'null'],
    ['an array', [GOOD]],
    ['an empty object', {}],
    ['the token in an envelope', { token: GOOD }],
    ['another token', { ...GOOD, id: '0b7d4f7e-4b1c-4c0e-9d6a-2f3e5a6b7c8d' }],
    ['a token with a number as its ID', { ...GOOD, id: 7 }],
    ['a token with a number as its description', { ...GOOD, description: 7 }],
    ['a token with a text as its permissions', { ...GOOD, permissions: 'read' }],
    ['a token with a number as an action', { ...GOOD, permissions: [{ action: 1, resource: 'metrics' }] }],
    ['a token with a number as a database', { ...GOOD, permissions: [{ action: 'read', resource: 2 }] }],
  ])('%s is a failure, and no output is set', async ([, body]) => {
    await using scene = await getting();
    scene.cluster.every('GET token').respondsWith(200, body);
    const main = await scene.main();
    expect(main).toMatchObject({ exitCode: 1, outputs: {} });
    expect(main.annotations).toMatchObject([{ level: 'error', title: 'Unreadable response' }]);
  });

  test('is requested again if it is incomplete', async () => {
    await using scene = await getting();
    scene.cluster.next('GET token').truncates();
    expect((await scene.main()).outputs['token-id']).toBe(ID);
    expect(scene.cluster.trace).toEqual(['GET token 200 truncated', 'GET token 200']);
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

describe('the post step', () => {
  test('does nothing and prints nothing', async () => {
    await using scene = await getting();
    await scene.main();
    expect(await scene.post()).toMatchObject({ stdout: '', stderr: '', summary: '', exitCode: 0 });
    expect(scene.cluster.trace).toEqual(['GET token 200']);
    expect(scene.cluster.liveTokens).toHaveLength(1);
  });
});

describe('Clustered', () => {
  test.for<['bare' | 'prefixed', string[]]>([
    ['bare', ['GET token 200']],
    ['prefixed', ['unknown 404', 'GET token 200']],
  ])('in the %s form is found by the read itself', async ([form, trace]) => {
    await using scene = await getting({}, { product: 'clustered', form });
    expect((await scene.main()).outputs['status']).toBe('active');
    expect(scene.cluster.trace).toEqual(trace);
  });

  test.for<['bare' | 'prefixed', string[]]>([
    ['bare', ['GET token 404']],
    ['prefixed', ['unknown 404', 'GET token 404']],
  ])('in the %s form separates an unknown ID from an unknown path', async ([form, trace]) => {
    await using scene = await Scene.start({
      operation: 'get',
      cluster: { product: 'clustered', form },
      inputs: { 'token-id': ID },
    });
    expect((await scene.main()).annotations).toMatchObject([{ title: 'Token not found' }]);
    expect(scene.cluster.trace).toEqual(trace);
  });
});
