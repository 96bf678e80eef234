import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { Emulator } from '../../emulator/servers/emulator.ts';
import type { Activation } from '../../emulator/servers/options.ts';
import type { Permission } from '../../emulator/servers/token-store.ts';
import { call, query, write } from './calls.ts';

const READ: Permission = { action: 'read', resource: 'metrics' };
const WRITE: Permission = { action: 'write', resource: 'metrics' };

test('a query needs permission to read the database', async () => {
  await using emulator = await Emulator.start();
  const reader = emulator.seed({ description: 'reader', permissions: [READ] });
  const all = emulator.seed({ description: 'all', permissions: [{ action: 'read', resource: '*' }] });
  const writer = emulator.seed({ description: 'writer', permissions: [WRITE] });
  expect(await query(emulator, reader.secret, 'metrics')).toMatchObject({
    status: 200,
    json: { results: [{ statement_id: 0 }] },
  });
  expect((await query(emulator, reader.secret, 'logs')).status).toBe(401);
  expect((await query(emulator, all.secret, 'logs')).status).toBe(200);
  expect((await query(emulator, writer.secret, 'metrics')).status).toBe(401);
  expect(await query(emulator, emulator.managementToken, 'metrics')).toMatchObject({
    status: 401,
    json: { code: 'unauthorized' },
  });
});

test('revoked and expired tokens are refused', async () => {
  let now = 1_000_000;
  await using emulator = await Emulator.start({ clock: () => now, refusesWith: 403 });
  const { secret } = emulator.seed({ description: 'd', permissions: [READ], expiresAt: now + 1000 });
  const revoked = emulator.seed({ description: 'd', permissions: [READ], revokedAt: now });
  expect((await query(emulator, secret, 'metrics')).status).toBe(200);
  expect((await query(emulator, revoked.secret, 'metrics')).status).toBe(403);
  now += 1000;
  expect((await query(emulator, secret, 'metrics')).status).toBe(403);
  expect(emulator.accepts(secret)).toBe(false);
});

test('a query of an unknown database is a success that contains an error', async () => {
  await using emulator = await Emulator.start();
  const { secret } = emulator.seed({
    description: 'd',
    permissions: [{ action: 'read', resource: 'nowhere' }],
  });
  expect(await query(emulator, secret, 'nowhere')).toMatchObject({
    status: 200,
    json: { results: [{ error: 'database not found: nowhere' }] },
  });
});

test('a malformed query gets a response before the token is checked', async () => {
  await using emulator = await Emulator.start();
  expect((await query(emulator, 'nonsense', 'metrics', 'SELECT 1')).status).toBe(200);
  expect((await query(emulator, 'nonsense', 'metrics', 'SELECT * FROM cpu')).status).toBe(401);
  expect((await query(emulator, 'nonsense', 'metrics', 'SHOW MEASUREMENTS')).status).toBe(401);
});

test('a write needs permission and lines', async () => {
  await using emulator = await Emulator.start();
  const { secret } = emulator.seed({
    description: 'd',
    permissions: [WRITE, { action: 'write', resource: 'nowhere' }],
  });
  const line = 'cpu,host=a\\ b load=0.5,text="one two" 1';
  expect((await write(emulator, secret, 'metrics', `${line}\n\n`)).status).toBe(204);
  expect((await write(emulator, secret, 'metrics', 'mem free=1i', 'Token')).status).toBe(204);
  expect((await write(emulator, secret, 'metrics', 'mem free=1i\nmem free')).status).toBe(400);
  expect(await write(emulator, secret, 'logs', line)).toMatchObject({ status: 401, text: '' });
  expect((await write(emulator, secret, 'nowhere', line)).status).toBe(404);
  expect(emulator.points).toEqual([
    { database: 'metrics', line },
    { database: 'metrics', line: 'mem free=1i' },
  ]);
});

test('a write can be compressed, as clients do', async () => {
  await using emulator = await Emulator.start();
  const { secret } = emulator.seed({ description: 'd', permissions: [WRITE] });
  const post = (body: string | Uint8Array<ArrayBuffer>): Promise<Response> =>
    fetch(`${emulator.clusterUrl}/api/v2/write?bucket=metrics`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${secret}`, 'Content-Encoding': 'gzip' },
      body,
    });
  expect((await post(gzipSync('cpu load=0.5'))).status).toBe(204);
  expect(emulator.points).toEqual([{ database: 'metrics', line: 'cpu load=0.5' }]);
  await expect(post('cpu load=0.5')).rejects.toThrow();
  expect(emulator.points).toHaveLength(1);
});

test.each([204, 400] as const)('an empty write is authorized before the response %i', async (emptyWrite) => {
  await using emulator = await Emulator.start({ emptyWrite });
  const { secret } = emulator.seed({ description: 'd', permissions: [WRITE] });
  const { status, json } = await write(emulator, secret, 'metrics', '');
  expect(status).toBe(emptyWrite);
  expect(json?.code).toBe(emptyWrite === 400 ? 'invalid' : undefined);
  expect((await write(emulator, 'nonsense', 'metrics', '')).status).toBe(401);
});

test('ping and health prove nothing', async () => {
  await using emulator = await Emulator.start({ activation: 'never' });
  expect((await fetch(`${emulator.clusterUrl}/ping`)).status).toBe(204);
  expect((await fetch(`${emulator.clusterUrl}/health`)).status).toBe(200);
});

test.each<[Activation, number[]]>([
  ['at once', [200, 200]],
  ['never', [401, 401, 401]],
  [{ afterProbes: 2 }, [401, 401, 200, 200]],
  [{ pattern: [true, false, true] }, [200, 401, 200, 200]],
  [{ afterMs: 3000 }, [401, 401, 401, 200]],
])('activation %j', async (activation, statuses) => {
  let now = Date.now();
  await using emulator = await Emulator.start({ activation, clock: () => now });
  const { json } = await call(emulator, 'POST', '/tokens', { description: 'd', permissions: [READ] });
  for (const status of statuses) {
    expect(emulator.accepts(json.accessToken, 'metrics')).toBe(status === 200);
    expect((await query(emulator, json.accessToken, 'metrics')).status).toBe(status);
    now += 1000;
  }
});

test('replicas accept a token one by one, and each connection uses one of them', async () => {
  const replicasAfterMs = [0, 0, 3000];
  let now = Date.now();
  await using emulator = await Emulator.start({ activation: { replicasAfterMs }, clock: () => now });
  const { json } = await call(emulator, 'POST', '/tokens', { description: 'd', permissions: [READ] });
  const ask = () =>
    fetch(`${emulator.clusterUrl}/query?db=metrics&q=SELECT%20*%20FROM%20dummy`, {
      headers: { Authorization: `Bearer ${json.accessToken}`, Connection: 'close' },
    }).then(({ status }) => status);
  const statuses = new Set<number>();
  for (let probe = 0; probe < 30; probe++) statuses.add(await ask());
  expect([...statuses].toSorted()).toEqual([200, 401]);
  const connections = emulator.requests.filter(({ route }) => route === 'GET query');
  expect(new Set(connections.map(({ connection }) => connection)).size).toBe(30);
  expect(emulator.accepts(json.accessToken, 'metrics')).toBe(false);
  now += 3000;
  for (let probe = 0; probe < 10; probe++) expect(await ask()).toBe(200);
  expect(emulator.accepts(json.accessToken, 'metrics')).toBe(true);
});

test('a seeded token is active from the start', async () => {
  await using emulator = await Emulator.start({ activation: 'never' });
  const { secret } = emulator.seed({ description: 'd', permissions: [READ] });
  expect((await query(emulator, secret, 'metrics')).status).toBe(200);
  expect(emulator.accepts(secret)).toBe(true);
  expect(emulator.accepts(secret, 'metrics', 'write')).toBe(false);
  expect(emulator.accepts(secret, 'logs')).toBe(false);
  expect(emulator.trace).toEqual(['GET query 200']);
});
