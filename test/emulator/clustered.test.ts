import { expect, test } from 'vitest';
import { Emulator } from '../../emulator/servers/emulator.ts';
import { call, query } from './calls.ts';

const DUMMY = '11111111-1111-1111-1111-111111111111';
const BARE = '/api/v0';
const PREFIXED = `/api/v0/accounts/${DUMMY}/clusters/${DUMMY}`;

test.each([
  ['bare', BARE, PREFIXED],
  ['prefixed', PREFIXED, BARE],
] as const)('serves only the %s form', async (form, served, notServed) => {
  await using emulator = await Emulator.start({ product: 'clustered', form });
  expect(emulator.apiPrefix).toBe(served);
  const get = (prefix: string) =>
    fetch(`${emulator.apiUrl}${prefix}/tokens`, {
      headers: { Authorization: `Bearer ${emulator.managementToken}` },
    });
  expect(await (await get(served)).json()).toEqual([]);
  const missing = await get(notServed);
  expect([missing.status, await missing.text()]).toEqual([404, '404 page not found\n']);
  expect(emulator.trace).toEqual(['GET tokens 200', 'unknown 404']);
});

test('has one address, and shows neither account nor cluster', async () => {
  await using emulator = await Emulator.start({ product: 'clustered' });
  expect(emulator.clusterUrl).toBe(emulator.apiUrl);
  const permissions = [{ action: 'read', resource: '*' }];
  const { json } = await call(emulator, 'POST', '/tokens', { description: 'd', permissions });
  expect(json).not.toHaveProperty('accountId');
  expect(json).not.toHaveProperty('clusterId');
  expect((await query(emulator, json.accessToken, 'metrics')).status).toBe(200);
});

test('Dedicated has separate servers for the API and the data plane', async () => {
  await using emulator = await Emulator.start();
  expect((await fetch(`${emulator.apiUrl}/ping`)).status).toBe(404);
  expect((await fetch(`${emulator.clusterUrl}${emulator.apiPrefix}/tokens`)).status).toBe(404);
});
