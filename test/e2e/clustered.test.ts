import { describe, expect, test } from 'vitest';
import type { EmulatorOptions } from '../../emulator/servers/options.ts';
import { connection, Scene } from './scene.ts';

const DUMMY_ID = '11111111-1111-1111-1111-111111111111';
const PREFIX = `/api/v0/accounts/${DUMMY_ID}/clusters/${DUMMY_ID}`;

describe('Clustered', () => {
  test('uses the documented path, which a read finds', async () => {
    await using scene = await Scene.start({ cluster: { product: 'clustered' } });
    const main = await scene.main();
    await scene.post();
    expect(main.conclusion).toBe('success');
    expect(scene.cluster.liveTokens).toEqual([]);
    expect(paths(scene)).toEqual([
      'GET /api/v0/databases',
      'POST /api/v0/tokens',
      ...Array(17).fill('GET /query'),
      `DELETE /api/v0/tokens/${main.outputs['token-id']}`,
    ]);
  });

  test('uses the path of the vendor’s clients if there is no other', async () => {
    await using scene = await Scene.start({ cluster: { product: 'clustered', form: 'prefixed' } });
    const main = await scene.main();
    await scene.post();
    expect(scene.cluster.liveTokens).toEqual([]);
    expect(paths(scene)).toEqual([
      'GET /api/v0/databases',
      `GET ${PREFIX}/databases`,
      `POST ${PREFIX}/tokens`,
      ...Array(17).fill('GET /query'),
      `DELETE ${PREFIX}/tokens/${main.outputs['token-id']}`,
    ]);
  });

  test('finds the path with a read even if nothing else needs one', async () => {
    await using scene = await Scene.start({
      cluster: { product: 'clustered', form: 'prefixed' },
      inputs: { 'check-databases': 'false', 'activation-timeout': '0' },
    });
    expect((await scene.main()).conclusion).toBe('success');
    expect(scene.cluster.requests.map(({ route }) => route)).toEqual([
      'unknown',
      'GET databases',
      'POST tokens',
    ]);
  });

  test('needs only `cluster-url`, and derives the other URL', async () => {
    await using scene = await Scene.start({ cluster: { product: 'clustered' } });
    const inputs = { ...scene.inputs, 'api-url': '' };
    expect((await scene.main({ inputs })).outputs['active']).toBe('true');
  });

  test('without an API at the address says what to check', async () => {
    await using scene = await Scene.start({ cluster: { product: 'clustered' } });
    scene.cluster.every('GET databases').respondsWith(404, '404 page not found');
    const main = await scene.main();
    expect(main.annotations[0]?.message).toMatch(/api-url/);
    expect(scene.cluster.tokens).toEqual([]);
  });

  test('does not try another path if the API itself responds with 404', async () => {
    await using scene = await Scene.start({ cluster: { product: 'clustered' } });
    scene.cluster.every('GET databases').respondsWith(404, { code: 404, message: 'not found' });
    await scene.main();
    expect(scene.cluster.trace).toEqual(['GET databases 404']);
  });
});

describe('other operations on Clustered', () => {
  const FORMS = ['bare', 'prefixed'] as const;
  /** The requests that find out that a path is not the bare form, and the prefix of each form. */
  const findingOut = { bare: () => [], prefixed: (read: string) => [`GET /api/v0${read}`] };
  const prefixes = { bare: '/api/v0', prefixed: PREFIX };

  test.for(FORMS)('get finds the path (%s) when it reads the token', async (form) => {
    await using scene = await Scene.start(clustered(form));
    const { id } = seed(scene);
    const main = await operate(scene, { operation: 'get', 'token-id': id });
    expect(main).toMatchObject({
      exitCode: 0,
      annotations: [],
      outputs: { 'token-id': id, status: 'active' },
    });
    expect(paths(scene)).toEqual([
      ...findingOut[form](`/tokens/${id}`),
      `GET ${prefixes[form]}/tokens/${id}`,
    ]);
  });

  test.for(FORMS)('list finds the path (%s) when it lists the tokens, and needs no IDs', async (form) => {
    await using scene = await Scene.start(clustered(form));
    const { id } = seed(scene);
    const main = await operate(scene, { operation: 'list' });
    expect(main).toMatchObject({ exitCode: 0, annotations: [], outputs: { count: '1' } });
    const [listed] = JSON.parse(main.outputs['tokens'] ?? '');
    expect(listed).toMatchObject({ id, description: 'a token' });
    expect(listed).not.toHaveProperty('accountId');
    expect(listed).not.toHaveProperty('clusterId');
    expect(paths(scene)).toEqual([...findingOut[form]('/tokens'), `GET ${prefixes[form]}/tokens`]);
  });

  test.for(FORMS)('update finds the path (%s) before it writes', async (form) => {
    await using scene = await Scene.start(clustered(form));
    const { id } = seed(scene);
    const main = await operate(scene, {
      operation: 'update',
      'token-id': id,
      permissions: 'logs: read',
      description: 'another',
    });
    expect(main).toMatchObject({ exitCode: 0, annotations: [], outputs: { changed: 'true' } });
    expect(scene.cluster.tokens).toMatchObject([
      { description: 'another', permissions: [{ action: 'read', resource: 'logs' }] },
    ]);
    expect(paths(scene)).toEqual([
      ...findingOut[form](`/tokens/${id}`),
      `GET ${prefixes[form]}/tokens/${id}`,
      `GET ${prefixes[form]}/databases`,
      `PATCH ${prefixes[form]}/tokens/${id}`,
    ]);
  });

  test.for(FORMS)('revoke finds the path (%s) through the databases, once for all IDs', async (form) => {
    await using scene = await Scene.start(clustered(form));
    const ids = [seed(scene).id, seed(scene).id];
    const main = await operate(scene, { operation: 'revoke', 'token-id': ids.join('\n') });
    expect(main).toMatchObject({ exitCode: 0, annotations: [] });
    expect(main.outputs['revoked-token-ids']).toBe(JSON.stringify(ids));
    expect(scene.cluster.liveTokens).toEqual([]);
    expect(paths(scene).slice(0, -2)).toEqual([
      ...findingOut[form]('/databases'),
      `GET ${prefixes[form]}/databases`,
    ]);
    expect(new Set(paths(scene).slice(-2))).toEqual(
      new Set(ids.map((id) => `DELETE ${prefixes[form]}/tokens/${id}`)),
    );
  });

  test.for(FORMS)('revoke looks for an unknown token under the same path (%s)', async (form) => {
    await using scene = await Scene.start({ cluster: { product: 'clustered', form, deletingRevoked: 404 } });
    const token = seed(scene);
    token.revokedAt = Date.now();
    const main = await operate(scene, { operation: 'revoke', 'token-id': token.id });
    expect(main).toMatchObject({ exitCode: 0, annotations: [] });
    expect(paths(scene).slice(-2)).toEqual([
      `DELETE ${prefixes[form]}/tokens/${token.id}`,
      `GET ${prefixes[form]}/tokens`,
    ]);
  });

  test.for(FORMS)('a dry run of revoke finds the path (%s) when it lists the tokens', async (form) => {
    await using scene = await Scene.start(clustered(form));
    const { id } = seed(scene);
    await operate(scene, { operation: 'revoke', 'token-id': id, 'dry-run': 'true' });
    expect(paths(scene)).toEqual([...findingOut[form]('/tokens'), `GET ${prefixes[form]}/tokens`]);
    expect(scene.cluster.liveTokens).toHaveLength(1);
  });

  test('an unknown token is not searched under the other path', async () => {
    await using scene = await Scene.start(clustered('bare'));
    const id = '99999999-9999-4999-8999-999999999999';
    const main = await operate(scene, { operation: 'get', 'token-id': id });
    expect(main.annotations).toMatchObject([{ level: 'error', title: 'Token not found' }]);
    expect(paths(scene)).toEqual([`GET /api/v0/tokens/${id}`]);
  });

  test.for<[string, number, string | object]>([
    ['that refuses the management token', 401, { code: 401, message: 'unauthorized' }],
    ['that fails', 503, ''],
    ['without an API', 404, '404 page not found'],
  ])('a server %s receives no write', async ([, status, body]) => {
    await using scene = await Scene.start(clustered('bare'));
    const { id } = seed(scene);
    scene.cluster.every('GET databases').respondsWith(status, body);
    const main = await operate(scene, { operation: 'revoke', 'token-id': id, retries: '0' });
    expect(main.exitCode).toBe(1);
    expect(main.outputs).toMatchObject({ 'revoked-token-ids': '[]', 'failed-token-ids': `["${id}"]` });
    expect(main.annotations[0]?.message).toContain('No token was revoked.');
    expect(scene.cluster.requests.every(({ method }) => method === 'GET')).toBe(true);
    expect(scene.cluster.liveTokens).toHaveLength(1);
  });

  test('`cluster-url` is accepted without and next to `api-url`', async () => {
    await using scene = await Scene.start(clustered('bare'));
    const { id } = seed(scene);
    const urls = { 'api-url': '', 'cluster-url': scene.cluster.clusterUrl };
    const alone = await operate(scene, { operation: 'get', 'token-id': id, ...urls });
    expect(alone).toMatchObject({ exitCode: 0, annotations: [], outputs: { 'token-id': id } });
    const both = { operation: 'revoke', 'token-id': id, 'cluster-url': scene.cluster.clusterUrl };
    expect(await operate(scene, both)).toMatchObject({ exitCode: 0, annotations: [] });
    expect(scene.cluster.liveTokens).toEqual([]);
  });
});

describe('IDs on Clustered', () => {
  const ids = {
    'account-id': '22222222-2222-4222-8222-222222222222',
    'cluster-id': '33333333-3333-4333-8333-333333333333',
  };
  const theirs = `/api/v0/accounts/${ids['account-id']}/clusters/${ids['cluster-id']}`;

  test('are not sent by update if the paths have none', async () => {
    await using scene = await Scene.start(clustered('bare'));
    const { id } = seed(scene);
    const change = { permissions: 'logs: read', description: 'another' };
    const main = await operate(scene, { operation: 'update', 'token-id': id, ...change, ...ids });
    expect(main).toMatchObject({ exitCode: 0, annotations: [] });
    for (const path of paths(scene)) expect(path).toMatch(/^[A-Z]+ \/api\/v0\/(?:tokens|databases)/);
  });

  test('are in the paths of revoke if the paths have some', async () => {
    await using scene = await Scene.start(clustered('prefixed'));
    const { id } = seed(scene);
    const main = await operate(scene, { operation: 'revoke', 'token-id': id, ...ids });
    // The emulator's own are the dummy ones, so that these are of another account.
    expect(main.exitCode).toBe(1);
    expect(paths(scene)[1]?.startsWith(`GET ${theirs}/`)).toBe(true);
    for (const path of paths(scene).slice(1)) expect(path).toContain(theirs);
    expect(scene.cluster.liveTokens).toMatchObject([{ description: 'a token' }]);
  });

  test('can be the dummy ones', async () => {
    await using scene = await Scene.start(clustered('prefixed'));
    const { id } = seed(scene);
    const dummies = { 'account-id': DUMMY_ID, 'cluster-id': DUMMY_ID };
    const main = await operate(scene, { operation: 'revoke', 'token-id': id, ...dummies });
    expect(main).toMatchObject({ exitCode: 0, annotations: [] });
    for (const path of paths(scene).slice(1)) expect(path).toContain(PREFIX);
  });

  test('can be set for create, and the post step uses them', async () => {
    await using scene = await Scene.start({ ...clustered('bare'), inputs: ids });
    expect((await scene.main()).conclusion).toBe('success');
    await scene.post();
    expect(scene.cluster.liveTokens).toEqual([]);
    for (const path of paths(scene)) expect(path).not.toContain('accounts');
  });
});

function clustered(form: EmulatorOptions['form'] & string): { cluster: EmulatorOptions } {
  return { cluster: { product: 'clustered', form } };
}

function seed({ cluster }: Scene): Emulated {
  return cluster.seed({
    description: 'a token',
    permissions: [{ action: 'read', resource: 'metrics' }],
  });
}

type Emulated = ReturnType<Scene['cluster']['seed']>;

/** A step of another operation than create, which does not use permissions. */
function operate({ cluster, step }: Scene, inputs: Record<string, string>): ReturnType<Scene['main']> {
  const { 'cluster-url': _, ...rest } = connection(cluster);
  return step.main({ inputs: { ...rest, ...inputs } });
}

function paths({ cluster }: Scene): string[] {
  return cluster.requests.map(({ method, path }) => `${method} ${path.replace(/\?.*/, '')}`);
}
