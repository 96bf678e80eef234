import { expect, test } from 'vitest';
import { Emulator } from '../../emulator/servers/emulator.ts';
import { call } from './calls.ts';

const NOON = Date.parse('2030-06-01T12:00:00.250Z');

test('a created token is shown with its secret once', async () => {
  await using emulator = await Emulator.start({ clock: () => NOON });
  const permissions = [{ action: 'read', resource: 'metrics' }];
  const sent = { description: 'ci', permissions, expiresAt: '2030-06-02T12:00:00Z' };
  const { json: created } = await call(emulator, 'POST', '/tokens', sent);
  expect(created).toMatchObject({
    ...sent,
    accountId: emulator.accountId,
    clusterId: emulator.clusterId,
    createdAt: '2030-06-01T12:00:00.250456Z',
    accessToken: emulator.tokens[0]?.secret,
  });
  const { accessToken, ...shown } = created;
  expect((await call(emulator, 'GET', `/tokens/${created.id}`)).json).toEqual(shown);
  expect((await call(emulator, 'GET', '/tokens')).json).toEqual([shown]);
});

test('a secret is long and needs escaping', async () => {
  await using emulator = await Emulator.start();
  const { accessToken } = (await call(emulator, 'POST', '/tokens', { description: 'd' })).json;
  expect(accessToken).toMatch(/^apiv1_[A-Za-z0-9+/]+={1,2}$/);
  expect(accessToken.length).toBeGreaterThanOrEqual(64);
  expect(accessToken).toContain('+');
  expect(accessToken).toContain('/');
});

test('PATCH replaces all permissions and keeps other fields', async () => {
  await using emulator = await Emulator.start();
  const { id, secret } = emulator.seed({
    description: 'd',
    permissions: [{ action: 'read', resource: 'a' }],
  });
  const permissions = [{ action: 'write', resource: 'b' }];
  expect(await call(emulator, 'PATCH', `/tokens/${id}`, { permissions })).toMatchObject({
    status: 200,
    json: { id, description: 'd', permissions },
  });
  await call(emulator, 'PATCH', `/tokens/${id}`, { description: 'e' });
  expect(emulator.tokens).toMatchObject([{ id, secret, description: 'e', permissions }]);
});

test('the list is shuffled, and contains revoked and expired tokens', async () => {
  await using emulator = await Emulator.start();
  for (const description of ['1', '2', '3', '4']) emulator.seed({ description });
  emulator.seed({ description: 'expired', expiresAt: 0 });
  emulator.seed({ description: 'revoked', revokedAt: 0 });
  const list: { description: string }[] = (await call(emulator, 'GET', '/tokens')).json;
  expect(list.map((token) => token.description)).toEqual(['2', '4', 'revoked', '1', '3', 'expired']);
  expect(emulator.liveTokens.map((token) => token.description)).toEqual(['1', '2', '3', '4']);
});

test('revoked tokens can be hidden from the list', async () => {
  await using emulator = await Emulator.start({ revokedTokens: 'hidden' });
  const { id } = emulator.seed({ description: 'd' });
  await call(emulator, 'DELETE', `/tokens/${id}`);
  expect((await call(emulator, 'GET', '/tokens')).json).toEqual([]);
  expect((await call(emulator, 'GET', `/tokens/${id}`)).json).toHaveProperty('revokedAt');
});

test('DELETE revokes, and a second one keeps the date', async () => {
  let now = NOON;
  await using emulator = await Emulator.start({ clock: () => now });
  const { id } = emulator.seed({ description: 'd' });
  expect(await call(emulator, 'DELETE', `/tokens/${id}`)).toMatchObject({ status: 204, text: '' });
  now += 60_000;
  expect(await call(emulator, 'DELETE', `/tokens/${id}`)).toMatchObject({ status: 204 });
  expect((await call(emulator, 'GET', `/tokens/${id}`)).json.revokedAt).toBe('2030-06-01T12:00:00.250456Z');
});

test.each([200, 404, 409] as const)('a change of a revoked token gets %i', async (patchingRevoked) => {
  await using emulator = await Emulator.start({ patchingRevoked });
  const { id } = emulator.seed({ description: 'd', revokedAt: NOON });
  expect((await call(emulator, 'PATCH', `/tokens/${id}`, { description: 'e' })).status).toBe(patchingRevoked);
  expect(emulator.tokens[0]?.description).toBe(patchingRevoked === 200 ? 'e' : 'd');
});

test.each([204, 400, 404, 409] as const)('a second revocation gets %i', async (deletingRevoked) => {
  await using emulator = await Emulator.start({ deletingRevoked });
  const { id } = emulator.seed({ description: 'd', revokedAt: NOON });
  expect((await call(emulator, 'DELETE', `/tokens/${id}`)).status).toBe(deletingRevoked);
});

test('the status of a success can be 201 for POST and 200 for DELETE', async () => {
  await using emulator = await Emulator.start({ createStatus: 201, deleteStatus: 200 });
  const created = await call(emulator, 'POST', '/tokens', { description: 'd' });
  expect(created.status).toBe(201);
  expect((await call(emulator, 'DELETE', `/tokens/${created.json.id}`)).status).toBe(200);
});

test('a server that does not know expirationType names it', async () => {
  await using emulator = await Emulator.start({ expirationType: 'refused' });
  const body = { description: 'd', expiresAt: '2099-01-01T00:00:00Z' };
  expect(await call(emulator, 'POST', '/tokens', { ...body, expirationType: 'datetime' })).toMatchObject({
    status: 400,
    json: { message: expect.stringContaining('expirationType') },
  });
  expect((await call(emulator, 'POST', '/tokens', body)).status).toBe(200);
});

test.each([
  ['absent', undefined],
  ['null', null],
  ['empty', ''],
  ['zero', '0001-01-01T00:00:00Z'],
  ['epoch', '1970-01-01T00:00:00Z'],
] as const)('unset dates can be %s', async (unsetDates, shown) => {
  await using emulator = await Emulator.start({ unsetDates });
  const { id } = emulator.seed({ description: 'd' });
  const { expiresAt, revokedAt } = (await call(emulator, 'GET', `/tokens/${id}`)).json;
  expect([expiresAt, revokedAt]).toEqual([shown, shown]);
});

test('databases are listed with more fields than their names', async () => {
  await using emulator = await Emulator.start({ databases: ['b', 'a'] });
  const { json } = await call(emulator, 'GET', '/databases');
  expect(json).toMatchObject([{ name: 'b', clusterId: emulator.clusterId, maxTables: 500 }, { name: 'a' }]);
});

test('responses have the date of the clock', async () => {
  await using emulator = await Emulator.start({ clock: () => NOON });
  const { headers } = await call(emulator, 'GET', '/tokens');
  expect(headers.get('Date')).toBe('Sat, 01 Jun 2030 12:00:00 GMT');
  expect(emulator.requests[0]?.at).toBe(NOON);
});
