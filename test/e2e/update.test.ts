import { describe, expect, test } from 'vitest';
import type { EmulatorOptions } from '../../emulator/servers/options.ts';
import type { Permission, StoredToken, TokenSeed } from '../../emulator/servers/token-store.ts';
import { parseTagged } from '../../src/tokens/tag.ts';
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
    await using scene = await updating({ permissions: 'metrics: read\nlogs: read' });
    const main = await scene.main();
    expect(main).toMatchObject({ conclusion: 'success', annotations: [], state: { ledger: '' } });
    expect(scene.cluster.trace).toEqual(['GET token 200', 'GET databases 200', 'PATCH token 200']);
    expect(sent(scene)).toEqual([{ permissions: [READ_METRICS, READ_LOGS] }]);
    expect(stored(scene)).toMatchObject({
      description: SEED.description,
      permissions: [READ_METRICS, READ_LOGS],
      expiresAt: SEED.expiresAt,
    });
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
  });

  test.each<[string, readonly Permission[]]>([
    ['none', []],
    ['not only read and write', [READ_METRICS, { action: 'admin' as 'read', resource: 'metrics' }]],
  ])('of the description is sent without permissions if the permissions are %s', async (_, permissions) => {
    await using scene = await updating({ description: 'every night' }, { permissions });
    const main = await scene.main();
    expect(main.outputs['changed']).toBe('true');
    expect(sent(scene)).toEqual([{ description: `every night${TAG}` }]);
    expect(stored(scene)?.permissions).toEqual(permissions);
  });

  test('of both needs one request', async () => {
    await using scene = await updating({ description: 'every night', permissions: 'logs: read' });
    await scene.main();
    expect(sent(scene)).toEqual([{ description: `every night${TAG}`, permissions: [READ_LOGS] }]);
  });

  test('of the permissions is sent without a description if the description is the same', async () => {
    await using scene = await updating({ description: 'nightly', permissions: 'logs: read' });
    await scene.main();
    expect(sent(scene)).toEqual([{ permissions: [READ_LOGS] }]);
  });

  test('has the updated token in its outputs', async () => {
    await using scene = await updating({
      description: 'every night',
      databases: 'logs',
      permissions: 'read',
    });
    expect((await scene.main()).outputs).toEqual({
      'token-id': ID,
      description: 'every night',
      permissions: '[{"action":"read","resource":"logs"}]',
      'created-at': '2026-01-31T10:00:00Z',
      'expires-at': '2099-06-30T00:00:00Z',
      status: 'active',
      changed: 'true',
    });
  });

  test('shows added and removed permissions in the log and the summary', async () => {
    await using scene = await updating({ permissions: 'metrics: read\nlogs: read, write' });
    const { log, summary } = await scene.main();
    expect(log).toContain('Permissions to add: logs: read, write.');
    expect(log).toContain('Permissions to remove: metrics: write.');
    expect(log).toContain(`Updated token ${ID}.`);
    expect(summary).toContain('### 1 token updated\n');
    expect(summary).toContain('- **Added:** logs: read, write\n');
    expect(summary).toContain('- **Removed:** metrics: write\n');
    expect(summary).toContain('- **Permissions:** metrics: read; logs: read, write\n');
  });

  test('of the description is shown without the tag', async () => {
    await using scene = await updating({ description: 'every night' });
    const { log, summary } = await scene.main();
    expect(log).toContain('New description: "every night" instead of "nightly".');
    expect(summary).toContain('- **Description:** every night\n');
    expect(summary).toContain('- **Old description:** nightly\n');
    expect(log + summary).not.toContain('gha:');
  });

  test('keeps every tag and the text after it verbatim', async () => {
    const records = ['', ' [gha-restored:2027-01-31T12:00:00Z rw:metrics]', ' [gha-susp'];
    const cases = records.flatMap((record) =>
      ['job', 'kept', 'pending', 'current'].map((kind) => ({ kind, record })),
    );
    for (const { kind, record } of cases) {
      const tag = ` [gha:github.com/Other.Org/x_y#00815 1.22 ${kind} 00f3a9c2e5b1d804]${record}`;
      await using scene = await updating({ description: 'new' }, { description: `old${tag}` });
      await scene.main();
      expect(stored(scene)?.description).toBe(`new${tag}`);
    }
  });

  test('adds no tag to an untagged token', async () => {
    await using scene = await updating(
      { description: 'new' },
      { description: 'old [gha:github.com/acme/web]' },
    );
    await scene.main();
    expect(stored(scene)?.description).toBe('new');
    expect(parseTagged(stored(scene)?.description ?? '')).toBeUndefined();
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

  test('leaves the post step nothing to do', async () => {
    await using scene = await updating({ permissions: 'logs: read' });
    await scene.main();
    const { length } = scene.cluster.requests;
    expect(await scene.post()).toMatchObject({ stdout: '', stderr: '', summary: '' });
    expect(scene.cluster.requests).toHaveLength(length);
    expect(scene.cluster.liveTokens).toHaveLength(1);
  });

  test('on Clustered uses the path that the read found', async () => {
    for (const form of ['bare', 'prefixed'] as const) {
      await using scene = await updating({ description: 'new' }, {}, { product: 'clustered', form });
      await scene.main();
      expect(
        scene.cluster.requests.filter(({ route }) => route === 'unknown').map(({ method }) => method),
      ).toEqual(form === 'bare' ? [] : ['GET']);
      expect(stored(scene)?.description).toBe(`new${TAG}`);
    }
  });
});

describe('no change', () => {
  test.for<[string, Record<string, string>]>([
    ['the permissions in another order', { permissions: 'metrics: write, read' }],
    [
      'the permissions in JSON with duplicates',
      { permissions: JSON.stringify([WRITE_METRICS, READ_METRICS, WRITE_METRICS]) },
    ],
    ['the same description', { description: 'nightly' }],
    [
      'the same description and permissions',
      { description: 'nightly', databases: 'metrics', permissions: 'read, write' },
    ],
  ])('%s: nothing is sent, and the databases are not read', async ([, inputs]) => {
    await using scene = await updating(inputs);
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
    expect(main.log).toContain('nothing was sent');
    expect(scene.cluster.trace).toEqual(['GET token 200']);
    expectUntouched(scene);
  });

  test('is needed in a second run', async () => {
    await using scene = await updating({ description: 'new', permissions: 'logs: read' });
    expect((await scene.main()).outputs['changed']).toBe('true');
    expect((await scene.main()).outputs['changed']).toBe('false');
    expect(sent(scene)).toHaveLength(1);
  });

  test('is needed for a token with duplicate permissions', async () => {
    await using scene = await updating({ permissions: 'metrics: read' });
    scene.cluster.every('GET token').changes((token) => ({
      ...token,
      permissions: [READ_METRICS, READ_METRICS],
    }));
    expect((await scene.main()).outputs['changed']).toBe('false');
  });
});

describe('a token that cannot be changed', () => {
  test.for<[string, Partial<TokenSeed>]>([
    ['revoked', { revokedAt: Date.parse('2026-02-01T00:00:00Z') }],
    ['expired', { expiresAt: Date.parse('2026-02-01T00:00:00Z') }],
  ])('because it is %s fails the step, which sends nothing', async ([status, seed]) => {
    for (const permissions of ['logs: read', 'metrics: read, write']) {
      await using scene = await updating({ permissions }, seed);
      const main = await scene.main();
      expect(main).toMatchObject({ exitCode: 1, annotations: [{ title: 'Token not updated' }] });
      expect(main.annotations[0]?.message).toContain('Nothing was changed.');
      expect(main.outputs).toMatchObject({ 'token-id': ID, status });
      expect(main.outputs).not.toHaveProperty('changed');
      expect(scene.cluster.trace).toEqual(['GET token 200']);
      expectUntouched(scene);
    }
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

  test('are reported with the input that names them', async () => {
    await using scene = await updating({ databases: 'metrcs', permissions: 'read' });
    expect((await scene.main()).annotations).toMatchObject([{ title: 'Input databases' }]);
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

  test('with an expiry are an input error that says how to extend a token', async () => {
    await using scene = await updating({ description: 'x', 'expires-at': '30d' });
    const main = await scene.main();
    expect(main.annotations).toMatchObject([{ level: 'error', title: 'Input expires-at' }]);
    expect(main.annotations[0]?.message).toContain('operation: rotate');
    expect(scene.cluster.requests).toEqual([]);
  });

  test('with several input errors name all of them', async () => {
    await using scene = await updating({
      'token-id': `${ID}, x`,
      description: `x${TAG}`,
      permissions: 'read: metrics',
      'dry-run': 'perhaps',
    });
    const titles = (await scene.main()).annotations.map(({ title }) => title).toSorted();
    expect(titles).toEqual(['Input description', 'Input dry-run', 'Input permissions', 'Input token-id']);
    expect(scene.cluster.requests).toEqual([]);
  });

  test.for(['two\nlines', 'an escape \u001b[31m', 'a next-line \u0085 character', 'x'.repeat(201)])(
    'with the description %j are an input error',
    async (description) => {
      await using scene = await updating({ description });
      expect((await scene.main()).annotations).toMatchObject([{ title: 'Input description' }]);
      expect(scene.cluster.requests).toEqual([]);
    },
  );
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

  test.for([408, 429, 500, 502, 503, 504])('with the response %i is retried after a read', async (status) => {
    await using scene = await updating({ description: 'new' });
    scene.cluster.next('PATCH token').respondsWith(status);
    expect((await scene.main()).conclusion).toBe('success');
    expect(scene.cluster.trace.slice(1)).toEqual([
      `PATCH token ${status}`,
      'GET token 200',
      'PATCH token 200',
    ]);
  });

  test.for([400, 401, 403, 409])('with the response %i is not retried', async (status) => {
    await using scene = await updating({ permissions: 'logs: read' });
    scene.cluster.every('PATCH token').respondsWith(status, { code: status, message: 'no such luck' });
    const main = await scene.main();
    expect(main).toMatchObject({ exitCode: 1, annotations: [{ level: 'error' }] });
    expect(main.annotations[0]?.message).toMatch(new RegExp(`no such luck.*${ID}.*operation: get`));
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

  test.for<[string, string | object]>([
    ['nothing', ''],
    ['HTML', '<html><title>Sign in</title></html>'],
    ['another token', { id: '4f2b8c1d-9e4a-4b6f-8d07-5a1c2e3f4b6d', description: 'x', permissions: [] }],
    ['a token without an ID', { description: 'x', permissions: [] }],
  ])('with %s as the response is judged by a read', async ([, body]) => {
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
  test.for<[string, (token: StoredToken) => void, Record<string, string>]>([
    [
      'drops a permission',
      (token) => {
        token.permissions = [];
      },
      { permissions: '[]', description: 'new' },
    ],
    [
      'keeps a permission',
      (token) => {
        token.permissions = [...token.permissions, WRITE_METRICS];
      },
      { permissions: JSON.stringify([READ_LOGS, WRITE_METRICS]), description: 'new' },
    ],
    [
      'cuts the tag off',
      (token) => {
        token.description = 'new';
      },
      { permissions: JSON.stringify([READ_LOGS]), description: 'new' },
    ],
    [
      'changes the description',
      (token) => {
        token.description = `NEW${TAG}`;
      },
      { permissions: JSON.stringify([READ_LOGS]), description: 'NEW' },
    ],
  ])('%s: the step fails, and shows the token as it is now', async ([, change, outputs]) => {
    await using scene = await updating({ description: 'new', permissions: 'logs: read' });
    scene.cluster.next('PATCH token').stores(change);
    const main = await scene.main();
    expect(main).toMatchObject({ exitCode: 1, annotations: [{ title: 'Not updated as requested' }] });
    expect(main.annotations[0]?.message).toContain(stored(scene)?.description);
    expect(main.outputs).toMatchObject(outputs);
  });

  test('with the permissions in another order did what was asked', async () => {
    await using scene = await updating({ permissions: 'logs: read\nmetrics: read' });
    scene.cluster
      .next('PATCH token')
      .changes((token) => ({ ...token, permissions: [...(token['permissions'] as [])].reverse() }));
    expect((await scene.main()).outputs['changed']).toBe('true');
  });
});

describe('a server that changes other fields', () => {
  test('and removes the tag: the step fails, although only permissions were sent', async () => {
    await using scene = await updating({ permissions: 'logs: read' });
    scene.cluster.next('PATCH token').stores((token) => {
      token.description = 'old';
    });
    const main = await scene.main();
    expect(main).toMatchObject({ exitCode: 1, annotations: [{ title: 'Not updated as requested' }] });
    expect(main.outputs['changed']).toBeUndefined();
  });

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

  test('and removes the expiry: the step fails, although only a description was sent', async () => {
    await using scene = await updating({ description: 'new' });
    scene.cluster.next('PATCH token').stores((token) => {
      delete token.expiresAt;
    });
    const main = await scene.main();
    expect(main).toMatchObject({ exitCode: 1, annotations: [{ title: 'Not updated as requested' }] });
    expect(main.annotations[0]?.message).toContain('never expires');
    expect(main.outputs).toMatchObject({ 'expires-at': '' });
    expect(main.outputs['changed']).toBeUndefined();
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
