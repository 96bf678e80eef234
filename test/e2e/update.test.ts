import { describe, expect, test } from 'vitest';
import type { EmulatorOptions } from '../../emulator/servers/options.ts';
import type { Permission, StoredToken, TokenSeed } from '../../emulator/servers/token-store.ts';
import { Scene } from './scene.ts';

const ID = '3f2b8c1d-9e4a-4b6f-8d07-5a1c2e3f4b6d';
const TAG = ' [gha:github.com/acme/web#4711 8812345678.1 current 7f3a9c2e5b1d8046]';
const READ_METRICS: Permission = { action: 'read', resource: 'metrics' };
const WRITE_METRICS: Permission = { action: 'write', resource: 'metrics' };
const READ_LOGS: Permission = { action: 'read', resource: 'logs' };

const SEED: TokenSeed = {
  id: ID,
  description: `nightly${TAG}`,
  permissions: [READ_METRICS, WRITE_METRICS],
  createdAt: Date.parse('2026-01-31T10:00:00Z'),
  expiresAt: Date.parse('2099-06-30T00:00:00Z'),
};

/** A step that updates the one token of a cluster. */
async function updating(
  inputs: Readonly<Record<string, string>>,
  seed: Partial<TokenSeed> = {},
  cluster: EmulatorOptions = {},
): Promise<Scene> {
  const scene = await Scene.start({ operation: 'update', cluster, inputs: { 'token-id': ID, ...inputs } });
  scene.cluster.seed({ ...SEED, ...seed });
  return scene;
}

/** The bodies of all PATCHes. */
function sent({ cluster }: Scene): unknown[] {
  return cluster.requests.filter(({ route }) => route === 'PATCH token').map(({ json }) => json);
}

function stored({ cluster }: Scene): StoredToken | undefined {
  return cluster.tokens[0];
}

/** Expects that no request could have changed anything, and that the token is unchanged. */
function expectUntouched(scene: Scene): void {
  expect(scene.cluster.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
  expect(stored(scene)).toMatchObject({
    description: SEED.description,
    permissions: [READ_METRICS, WRITE_METRICS],
  });
}

describe('a change', () => {
  test('of the permissions replaces all permissions, after a read of the token and the databases', async () => {
    await using scene = await updating({ permissions: 'metrics: read\nlogs: read, write' });
    const main = await scene.main();
    expect(main).toMatchObject({ conclusion: 'success', annotations: [], state: { ledger: '' } });
    expect(scene.cluster.trace).toEqual(['GET token 200', 'GET databases 200', 'PATCH token 200']);
    const permissions = [READ_METRICS, READ_LOGS, { action: 'write', resource: 'logs' }];
    expect(sent(scene)).toEqual([{ permissions }]);
    expect(stored(scene)).toMatchObject({
      description: SEED.description,
      permissions,
      expiresAt: SEED.expiresAt,
    });
    expect(main.log).toContain('Permissions to add: logs: read, write.');
    expect(main.log).toContain('Permissions to remove: metrics: write.');
    expect(main.log).toContain(`Updated token ${ID}.`);
    expect(main.summary).toContain('### 1 token updated\n');
    expect(main.summary).toContain('- **Added:** logs: read, write\n');
    expect(main.summary).toContain('- **Removed:** metrics: write\n');
    expect(main.summary).toContain('- **Permissions:** metrics: read; logs: read, write\n');
    expect(await scene.post()).toMatchObject({ stdout: '', stderr: '', summary: '' });
    expect(scene.cluster.requests).toHaveLength(3);
    expect(scene.cluster.liveTokens).toHaveLength(1);
  });

  test('of the description is sent with the permissions that were read, without a read of the databases', async () => {
    await using scene = await updating({ description: 'every night' });
    const main = await scene.main();
    expect(scene.cluster.trace).toEqual(['GET token 200', 'PATCH token 200']);
    expect(sent(scene)).toEqual([
      { description: `every night${TAG}`, permissions: [READ_METRICS, WRITE_METRICS] },
    ]);
    expect(main.outputs).toMatchObject({ description: 'every night', changed: 'true' });
    expect(stored(scene)?.permissions).toEqual([READ_METRICS, WRITE_METRICS]);
    expect(main.log).toContain('New description: "every night" instead of "nightly".');
    expect(main.summary).toContain('- **Description:** every night\n');
    expect(main.summary).toContain('- **Old description:** nightly\n');
    expect(main.log + main.summary).not.toContain('gha:');
  });

  test('of the description is sent without permissions if they are not only read and write', async () => {
    const permissions = [READ_METRICS, { action: 'admin' as 'read', resource: 'metrics' }];
    await using scene = await updating({ description: 'every night' }, { permissions });
    const main = await scene.main();
    expect(main.outputs['changed']).toBe('true');
    expect(sent(scene)).toEqual([{ description: `every night${TAG}` }]);
    expect(stored(scene)?.permissions).toEqual(permissions);
  });

  test('of both needs one request, and the outputs show the updated token', async () => {
    const inputs = { description: 'every night', databases: 'logs', permissions: 'read' };
    await using scene = await updating(inputs);
    expect((await scene.main()).outputs).toEqual({
      'token-id': ID,
      description: 'every night',
      permissions: '[{"action":"read","resource":"logs"}]',
      'created-at': '2026-01-31T10:00:00Z',
      'expires-at': '2099-06-30T00:00:00Z',
      status: 'active',
      changed: 'true',
    });
    expect(sent(scene)).toEqual([{ description: `every night${TAG}`, permissions: [READ_LOGS] }]);
  });

  test('keeps the tag and the text after it verbatim', async () => {
    const tag =
      ' [gha:github.com/Other.Org/x_y#00815 1.22 pending 00f3a9c2e5b1d804] [gha-restored:2027-01-31T12:00:00Z rw:metrics]';
    await using scene = await updating({ description: 'new' }, { description: `old${tag}` });
    await scene.main();
    expect(stored(scene)?.description).toBe(`new${tag}`);
  });

  test('to `none` removes all permissions, without a read of the databases', async () => {
    await using scene = await updating({ permissions: 'none' });
    const main = await scene.main();
    expect(scene.cluster.trace).toEqual(['GET token 200', 'PATCH token 200']);
    expect(sent(scene)).toEqual([{ permissions: [] }]);
    expect(main.outputs).toMatchObject({ permissions: '[]', changed: 'true', status: 'active' });
    expect(scene.cluster.accepts(stored(scene)?.secret ?? '', 'metrics')).toBe(false);
  });

  test('to `*` causes a warning', async () => {
    await using scene = await updating({ permissions: '*: read' });
    const main = await scene.main();
    expect(main).toMatchObject({
      conclusion: 'success',
      annotations: [{ level: 'warning', title: 'All databases' }],
    });
    expect(stored(scene)?.permissions).toEqual([{ action: 'read', resource: '*' }]);
  });

  test('does not change the secret, and never shows it', async () => {
    await using scene = await updating({ permissions: 'logs: read' });
    const secret = stored(scene)?.secret ?? '';
    scene.cluster.every('PATCH token').changes((token) => ({ ...token, accessToken: secret }));
    const main = await scene.main();
    expect(main.conclusion).toBe('success');
    expect(main.outputs).not.toHaveProperty('token');
    expect(JSON.stringify(main)).not.toContain(secret);
    expect(scene.cluster.accepts(secret, 'logs')).toBe(true);
  });
});

describe('no change', () => {
  test('is sent for the same description and permissions, and the databases are not read', async () => {
    const permissions = JSON.stringify([WRITE_METRICS, READ_METRICS, WRITE_METRICS]);
    await using scene = await updating({ description: 'nightly', permissions });
    const main = await scene.main();
    expect(main).toMatchObject({ conclusion: 'success', annotations: [] });
    expect(main.outputs).toEqual({
      'token-id': ID,
      description: 'nightly',
      permissions: JSON.stringify([READ_METRICS, WRITE_METRICS]),
      'created-at': '2026-01-31T10:00:00Z',
      'expires-at': '2099-06-30T00:00:00Z',
      status: 'active',
      changed: 'false',
    });
    expect(main.log).toContain('already matches the request. Nothing was changed.');
    expect(scene.cluster.trace).toEqual(['GET token 200']);
    expectUntouched(scene);
  });

  test('is needed in a second run', async () => {
    await using scene = await updating({ description: 'new', permissions: 'logs: read' });
    expect((await scene.main()).outputs['changed']).toBe('true');
    expect((await scene.main()).outputs['changed']).toBe('false');
    expect(sent(scene)).toHaveLength(1);
  });
});

describe('a token that cannot be changed', () => {
  test('because it is expired fails the step, which sends nothing, even if nothing would change', async () => {
    const seed = { expiresAt: Date.parse('2026-02-01T00:00:00Z') };
    await using scene = await updating({ permissions: 'metrics: read, write' }, seed);
    const main = await scene.main();
    expect(main).toMatchObject({ exitCode: 1, annotations: [{ title: 'Token not updated' }] });
    expect(main.annotations[0]?.message).toContain('Nothing was changed.');
    expect(main.outputs).toMatchObject({ 'token-id': ID, status: 'expired' });
    expect(main.outputs).not.toHaveProperty('changed');
    expect(scene.cluster.trace).toEqual(['GET token 200']);
    expectUntouched(scene);
  });

  test('because the cluster does not know it fails the step', async () => {
    await using scene = await updating({ description: 'x' }, { id: '4f2b8c1d-9e4a-4b6f-8d07-5a1c2e3f4b6d' });
    const main = await scene.main();
    expect(main).toMatchObject({ exitCode: 1, outputs: {}, annotations: [{ title: 'Token not found' }] });
    expect(main.annotations[0]?.message).toContain(ID);
    expect(scene.cluster.trace).toEqual(['GET token 404']);
    expectUntouched(scene);
  });
});

describe('databases', () => {
  test('that the cluster does not have are refused with the most similar name', async () => {
    await using scene = await updating({ permissions: 'metrcs: read\nlogs: read\nzzz: write' });
    const main = await scene.main();
    expect(main.exitCode).toBe(1);
    expect(main.annotations).toMatchObject([
      { title: 'Input permissions', message: expect.stringContaining('Did you mean `metrics`?') },
      { title: 'Input permissions', message: expect.stringContaining('"zzz"') },
    ]);
    expect(main.outputs).not.toHaveProperty('changed');
    expect(scene.cluster.trace).toEqual(['GET token 200', 'GET databases 200']);
    expectUntouched(scene);
  });

  test('that do not exist yet can be granted with `check-databases: false`', async () => {
    await using scene = await updating({ permissions: 'future: read', 'check-databases': 'false' });
    await scene.main();
    expect(scene.cluster.trace).toEqual(['GET token 200', 'PATCH token 200']);
    expect(stored(scene)?.permissions).toEqual([{ action: 'read', resource: 'future' }]);
  });

  test('that cannot be listed fail the step before it changes anything', async () => {
    await using scene = await updating({ permissions: 'logs: read' });
    scene.cluster.every('GET databases').respondsWith(403, { code: 403, message: 'forbidden' });
    const main = await scene.main();
    expect(main.exitCode).toBe(1);
    expect(main.annotations[0]?.message).toContain('The token was not changed.');
    expectUntouched(scene);
  });
});

describe('inputs', () => {
  test('without a change are an input error', async () => {
    await using scene = await updating({});
    const main = await scene.main();
    expect(main).toMatchObject({ exitCode: 1, outputs: {} });
    expect(main.annotations[0]?.message).toContain('`permissions` is required, unless you set `description`');
    expect(scene.cluster.requests).toEqual([]);
  });

  test('with several input errors name all of them', async () => {
    await using scene = await updating({
      'token-id': `${ID}, x`,
      description: `x${TAG}`,
      permissions: 'read: metrics',
      'dry-run': 'perhaps',
      'expires-at': '30d',
    });
    const { annotations } = await scene.main();
    expect(annotations.map(({ title }) => title).toSorted()).toEqual([
      'Input description',
      'Input dry-run',
      'Input expires-at',
      'Input permissions',
      'Input token-id',
    ]);
    const expiry = annotations.find(({ title }) => title === 'Input expires-at');
    expect(expiry).toMatchObject({ level: 'error', message: expect.stringContaining('operation: rotate') });
    expect(scene.cluster.requests).toEqual([]);
  });
});

describe('a dry run', () => {
  test('changes nothing, and says what would change', async () => {
    await using scene = await updating({
      description: 'every night',
      permissions: 'logs: read',
      'dry-run': 'true',
    });
    const main = await scene.main();
    expect(main).toMatchObject({ conclusion: 'success', annotations: [] });
    expect(scene.cluster.trace).toEqual(['GET token 200', 'GET databases 200']);
    expectUntouched(scene);
    for (const expected of [
      'Permissions to add: logs: read.',
      'Permissions to remove: metrics: read, write.',
      'every night',
      'dry run',
    ])
      expect(main.log).toContain(expected);
    expect(main.summary).toContain('Dry run: 1 token would be updated');
    expect(main.outputs).toMatchObject({ changed: 'true', description: 'nightly', status: 'active' });
  });

  test('reports the same input errors', async () => {
    await using scene = await updating({ permissions: 'metrcs: read', 'dry-run': 'true' });
    expect((await scene.main()).annotations).toMatchObject([{ title: 'Input permissions' }]);
    expectUntouched(scene);
  });

  test('without a change says so', async () => {
    await using scene = await updating({ description: 'nightly', 'dry-run': 'true' });
    expect((await scene.main()).outputs['changed']).toBe('false');
    expectUntouched(scene);
  });
});

describe('a PATCH', () => {
  test.for([
    ['before', ['GET token 200', 'PATCH token 200']],
    ['after', ['GET token 200']],
  ] as const)(
    'with a response that is lost %s the effect is sent again only if a read does not show the effect',
    async ([moment, then]) => {
      await using scene = await updating({ permissions: 'logs: read' });
      scene.cluster.next('PATCH token').resets(moment);
      const main = await scene.main();
      expect(main).toMatchObject({ conclusion: 'success', annotations: [], outputs: { changed: 'true' } });
      expect(scene.cluster.trace.slice(2)).toEqual(['PATCH token reset', ...then]);
      expect(stored(scene)?.permissions).toEqual([READ_LOGS]);
    },
  );

  test('is not sent again if somebody changed the token in the meantime', async () => {
    await using scene = await updating({ description: 'new' });
    scene.cluster.next('PATCH token').respondsWith(503);
    scene.cluster.next('GET token', { after: 1 }).runs('before', () => {
      for (const token of scene.cluster.tokens) token.permissions = [READ_LOGS];
      return undefined;
    });
    const main = await scene.main();
    expect(main).toMatchObject({ exitCode: 1, annotations: [{ title: 'Not updated as requested' }] });
    expect(main.outputs).not.toHaveProperty('changed');
    expect(scene.cluster.trace.slice(1)).toEqual(['PATCH token 503', 'GET token 200']);
    expect(stored(scene)).toMatchObject({ description: SEED.description, permissions: [READ_LOGS] });
  });

  test('is not sent again if another run suspended the token in the meantime', async () => {
    await using scene = await updating({ permissions: 'logs: read' });
    const suspended = `${SEED.description} [gha-suspended:2027-01-31T12:00:00Z rw:metrics]`;
    scene.cluster.next('PATCH token').respondsWith(503);
    scene.cluster.next('GET token', { after: 1 }).runs('before', () => {
      for (const token of scene.cluster.tokens) {
        Object.assign(token, { description: suspended, permissions: [] });
      }
      return undefined;
    });
    const main = await scene.main();
    expect(main).toMatchObject({ exitCode: 1, annotations: [{ title: 'Not updated as requested' }] });
    expect(main.annotations[0]?.message).toContain('`operation: restore`');
    expect(main.outputs).toMatchObject({ status: 'suspended' });
    expect(sent(scene)).toHaveLength(1);
    expect(stored(scene)).toMatchObject({ description: suspended, permissions: [] });
  });

  test('with a retryable status is retried after a read', async () => {
    await using scene = await updating({ description: 'new' });
    scene.cluster.next('PATCH token').respondsWith(429);
    expect((await scene.main()).conclusion).toBe('success');
    expect(scene.cluster.trace.slice(1)).toEqual(['PATCH token 429', 'GET token 200', 'PATCH token 200']);
  });

  test('that is refused is not retried', async () => {
    await using scene = await updating({ permissions: 'logs: read' });
    scene.cluster.every('PATCH token').respondsWith(409, { code: 409, message: 'no such luck' });
    const main = await scene.main();
    expect(main).toMatchObject({ exitCode: 1, annotations: [{ level: 'error' }] });
    expect(main.annotations[0]?.message).toMatch(/no such luck.*The token was not changed\./);
    expect(main.annotations[0]?.message).not.toContain('not known');
    expect(main.outputs).not.toHaveProperty('changed');
    expect(sent(scene)).toHaveLength(1);
    expect(stored(scene)?.permissions).toEqual([READ_METRICS, WRITE_METRICS]);
  });

  test('without any response leaves the outcome unknown, and the error says so', async () => {
    await using scene = await updating({ permissions: 'logs: read' });
    scene.cluster.every('PATCH token').hangs('after');
    let reads = 0;
    scene.cluster.onRequest(({ route }, moment) =>
      route === 'GET token' && moment === 'before' && reads++ > 0 ? 'drop' : undefined,
    );
    const main = await scene.main();
    expect(main).toMatchObject({ exitCode: 1, annotations: [{ level: 'error' }] });
    expect(main.annotations[0]?.message).toMatch(
      /It is not known whether token .* was changed\. To find out, use `operation: get`/,
    );
    expect(main.outputs).not.toHaveProperty('changed');
    expect(stored(scene)?.permissions).toEqual([READ_LOGS]);
  });

  test('with another token as the response is judged by a read', async () => {
    const body = { id: '4f2b8c1d-9e4a-4b6f-8d07-5a1c2e3f4b6d', description: 'x', permissions: [] };
    await using scene = await updating({ description: 'new' });
    scene.cluster.every('PATCH token').respondsAfterEffect(200, body);
    const main = await scene.main();
    expect(main).toMatchObject({ conclusion: 'success', annotations: [], outputs: { changed: 'true' } });
    expect(scene.cluster.trace).toEqual(['GET token 200', 'PATCH token 200', 'GET token 200']);
    await using ignoring = await updating({ description: 'new' });
    ignoring.cluster.every('PATCH token').respondsWith(200, body);
    const failed = await ignoring.main();
    expect(failed).toMatchObject({ exitCode: 1, annotations: [{ title: 'Unreadable response' }] });
    expect(failed.outputs).not.toHaveProperty('changed');
    expect(stored(ignoring)?.description).toBe(SEED.description);
  });
});

describe('a server that updates the token differently', () => {
  test('and cuts the tag off: the step fails, and shows the token as it is now', async () => {
    await using scene = await updating({ description: 'new', permissions: 'logs: read' });
    scene.cluster.next('PATCH token').stores((token) => {
      token.description = 'new';
    });
    const main = await scene.main();
    expect(main).toMatchObject({ exitCode: 1, annotations: [{ title: 'Not updated as requested' }] });
    expect(main.annotations[0]?.message).toContain('the description "new"');
    expect(main.outputs).toMatchObject({ permissions: JSON.stringify([READ_LOGS]), description: 'new' });
    expect(main.outputs).not.toHaveProperty('changed');
  });
});

describe('a server that changes other fields', () => {
  test('and grants more, although only a description was sent: the step gives the permissions back, and warns', async () => {
    await using scene = await updating({ description: 'new' });
    const before = scene.cluster.tokens[0]?.permissions;
    scene.cluster.next('PATCH token').stores((token) => {
      token.permissions = [{ action: 'write', resource: '*' }];
    });
    const main = await scene.main();
    expect(main).toMatchObject({ exitCode: 0, annotations: [{ level: 'warning' }] });
    expect(main.outputs['permissions']).toBe(JSON.stringify(before));
    expect(scene.cluster.tokens[0]?.permissions).toEqual(before);
  });

  test('and grants more every time: the step fails', async () => {
    await using scene = await updating({ description: 'new' });
    scene.cluster.every('PATCH token').stores((token) => {
      token.permissions = [{ action: 'write', resource: '*' }];
    });
    const main = await scene.main();
    expect(main.exitCode).toBe(1);
    expect(main.annotations.at(-1)).toMatchObject({ level: 'error', title: 'Not updated as requested' });
    expect(main.outputs['permissions']).toBe('[{"action":"write","resource":"*"}]');
  });
});

describe('a token that is revoked between the read and the PATCH', () => {
  test.for([200, 404, 409] as const)('fails the step (PATCH gets %i)', async (patchingRevoked) => {
    await using scene = await updating({ permissions: 'logs: read' }, {}, { patchingRevoked });
    scene.cluster.next('PATCH token').runs('before', () => {
      for (const token of scene.cluster.tokens) token.revokedAt = Date.now();
      return undefined;
    });
    const main = await scene.main();
    expect(main).toMatchObject({ exitCode: 1, annotations: [{ level: 'error' }] });
    expect(main.annotations[0]?.message).toMatch(/^Someone revoked token \S+ before the update/);
    expect(main.outputs).not.toHaveProperty('changed');
    if (patchingRevoked !== 404) expect(main.outputs['status']).toBe('revoked');
    expect(scene.cluster.liveTokens).toEqual([]);
  });
});
