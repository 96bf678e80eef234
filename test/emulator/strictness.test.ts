import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Emulator } from '../../emulator/servers/emulator.ts';
import { call } from './calls.ts';

let emulator: Emulator;
let id: string;
beforeAll(async () => {
  emulator = await Emulator.start();
  id = emulator.seed({ description: 'seeded' }).id;
});
afterAll(() => emulator.stop());

const FUTURE = '2099-01-01T00:00:00Z';
const read = (resource: unknown) => ({ action: 'read', resource });

describe('a token is created from', () => {
  test.each([
    ['a description', { description: 'd' }],
    ['an empty set of permissions', { description: 'd', permissions: [] }],
    [
      'grants on some databases and on all databases',
      { description: 'd', permissions: [read('a-b_c/D9'), read('*')] },
    ],
    ['a database that does not exist', { description: 'd', permissions: [read('nowhere')] }],
    ['only a description and an expiry', { description: 'd', expiresAt: FUTURE }],
    ['an expiry and its type', { description: 'd', expiresAt: FUTURE, expirationType: 'datetime' }],
    ['the type for no expiry', { description: 'd', expirationType: 'noExpiration' }],
  ])('%s', async (_, body) => {
    expect(await call(emulator, 'POST', '/tokens', body)).toMatchObject({ status: 200 });
  });
});

describe('a POST is refused because of', () => {
  const d = { description: 'd' };
  test.each([
    ['no description', {}, 'description'],
    ['an empty description', { description: '' }, 'description'],
    ['a description that is not a string', { description: 7 }, 'description'],
    ['an array as the body', [d], 'JSON object'],
    ['unknown fields', { ...d, 'expiresAt:': FUTURE, name: 'x' }, 'expiresAt:, name'],
    ['permissions that are not an array', { ...d, permissions: null }, 'permissions'],
    ['an unknown action', { ...d, permissions: [{ action: 'delete', resource: 'a' }] }, 'action'],
    ['a grant without a resource', { ...d, permissions: [{ action: 'read' }] }, 'resource'],
    ['a grant with more fields', { ...d, permissions: [{ ...read('a'), org: 'x' }] }, 'org'],
    ['a leading underscore', { ...d, permissions: [read('_internal')] }, 'resource'],
    ['a name of 65 characters', { ...d, permissions: [read('a'.repeat(65))] }, 'resource'],
    ['a name with a space', { ...d, permissions: [read('a b')] }, 'resource'],
    ['a duplicate grant', { ...d, permissions: [read('a'), read('a')] }, 'permissions'],
    ['an expiry of null', { ...d, expiresAt: null }, 'expiresAt'],
    ['sub-seconds', { ...d, expiresAt: '2099-01-01T00:00:00.000Z' }, 'expiresAt'],
    ['an expiry with an offset', { ...d, expiresAt: '2099-01-01T00:00:00+00:00' }, 'expiresAt'],
    ['a day that does not exist', { ...d, expiresAt: '2099-02-30T00:00:00Z' }, 'expiresAt'],
    ['an expiry in the past', { ...d, expiresAt: '2020-01-01T00:00:00Z' }, 'future'],
    ['a type that needs an expiry', { ...d, expirationType: 'datetime' }, 'expirationType'],
    [
      'a type that allows no expiry',
      { ...d, expiresAt: FUTURE, expirationType: 'noExpiration' },
      'expirationType',
    ],
  ])('%s', async (_, body, message) => {
    const { status, json } = await call(emulator, 'POST', '/tokens', body);
    expect({ status, json }).toEqual({
      status: 400,
      json: { code: 400, message: expect.stringContaining(message) },
    });
  });
});

describe('a PATCH is refused because of', () => {
  test.each([
    ['nothing to change', {}],
    ['an expiry', { description: 'd', expiresAt: FUTURE }],
    ['an empty description', { description: '' }],
    ['permissions that are not an array', { permissions: 'read' }],
  ])('%s', async (_, body) => {
    expect(await call(emulator, 'PATCH', `/tokens/${id}`, body)).toMatchObject({
      status: 400,
      json: { code: 400 },
    });
  });
});

describe('a request is refused because of', () => {
  const header = (name: string, value: string) => ({ headers: { [name]: value } });
  test.each([
    ['another token', 'GET', '/tokens', undefined, header('Authorization', 'Bearer nonsense'), 401],
    ['another scheme', 'GET', '/tokens', undefined, header('Authorization', 'Token x'), 401],
    ['an invalid ID', 'GET', '/tokens/current', undefined, {}, 400],
    ['a path as the ID', 'DELETE', '/tokens/..%2Fdatabases%2Fmetrics', undefined, {}, 400],
    ['an unknown ID', 'GET', `/tokens/${randomUUID()}`, undefined, {}, 404],
    ['a change of an unknown ID', 'PATCH', `/tokens/${randomUUID()}`, { description: 'd' }, {}, 404],
    ['a revocation of an unknown ID', 'DELETE', `/tokens/${randomUUID()}`, undefined, {}, 404],
    ['a method that the list does not support', 'DELETE', '/tokens', undefined, {}, 405],
    ['a method that databases do not support', 'DELETE', '/databases/metrics', undefined, {}, 405],
    ['a query parameter', 'GET', '/tokens?limit=10', undefined, {}, 400],
    ['an Accept header for another type', 'GET', '/databases', undefined, header('Accept', 'text/html'), 406],
    ['no JSON', 'POST', '/tokens', { description: 'd' }, { body: '{' }, 400],
    ['a form', 'POST', '/tokens', { description: 'd' }, header('Content-Type', 'text/plain'), 415],
  ])('%s', async (_, method, path, body, init, status) => {
    expect(await call(emulator, method, path, body, init)).toMatchObject({ status, json: { code: status } });
  });

  test('a body on a DELETE', async () => {
    expect(await call(emulator, 'DELETE', `/tokens/${id}`, {})).toMatchObject({ status: 400 });
    expect(emulator.liveTokens.map((token) => token.id)).toContain(id);
  });

  test('a database token', async () => {
    const { secret } = emulator.seed({ description: 'd', permissions: [{ action: 'read', resource: '*' }] });
    const reply = await call(emulator, 'GET', '/tokens', undefined, {
      headers: { Authorization: `Bearer ${secret}` },
    });
    expect(reply.status).toBe(401);
  });

  test('another account or cluster', async () => {
    const { accountId, clusterId } = emulator;
    for (const [account, cluster, status] of [
      [accountId, clusterId, 200],
      [randomUUID(), clusterId, 404],
      [accountId, randomUUID(), 404],
      [accountId, 'prod', 400],
    ] as const) {
      const url = `${emulator.apiUrl}/api/v0/accounts/${account}/clusters/${cluster}/tokens`;
      const headers = { Authorization: `Bearer ${emulator.managementToken}` };
      const response = await fetch(url, { headers });
      expect(response.status).toBe(status);
      if (status !== 200) expect(await response.json()).toMatchObject({ code: status });
    }
  });
});

test('an Accept header can allow several types', async () => {
  const headers = { Accept: 'text/html, application/*;q=0.5' };
  expect(await call(emulator, 'GET', '/databases', undefined, { headers })).toMatchObject({ status: 200 });
});

test('a path without a route gets no response of the API', async () => {
  const response = await fetch(`${emulator.apiUrl}/api/v0/tokens`);
  expect([response.status, await response.text()]).toEqual([404, '404 page not found\n']);
});
