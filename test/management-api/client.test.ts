import { describe, expect, test } from 'vitest';
import { Secret } from '../../src/base/secret.ts';
import { Requests } from '../../src/http/requests.ts';
import { ManagementApiClient } from '../../src/management-api/client.ts';
import type { CandidateEndpoints, Endpoint } from '../../src/management-api/endpoint.ts';
import { FakeClock } from '../fake-clock.ts';
import { response, type Scripted, ScriptedTransport } from '../http/scripted-transport.ts';

const ID = '1a2b3c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5d';
const DUMMY = '11111111-1111-1111-1111-111111111111';
const API_URL = 'https://influx.example.com';
const PREFIX = `/api/v0/accounts/${DUMMY}/clusters/${DUMMY}`;

const PREFIXED: Endpoint = { apiUrl: API_URL, form: 'prefixed', accountId: DUMMY, clusterId: DUMMY };
const BARE: Endpoint = { ...PREFIXED, form: 'bare' };

const NO_ROUTE = response(404, {}, 'no such page');
const DATABASES = response(200, {}, '[{"name":"metrics"}]');
const UPDATED = response(200, {}, JSON.stringify({ id: ID, description: 'new' }));

/** setUp is an API with these candidates. Its transport responds according to the script. */
function setUp(candidates: CandidateEndpoints, script: readonly Scripted[]) {
  const clock = new FakeClock();
  const transport = new ScriptedTransport(clock, script);
  const policy = { timeoutMs: 30_000, retries: 0 };
  const requests = new Requests({ transport, clock, random: () => 0.5, note: () => {}, policy });
  const api = new ManagementApiClient(requests, clock, {
    credential: { secret: new Secret('apiv1_management'), source: 'a test' },
    candidates,
    observer: { secret: () => {}, clocks: () => {} },
  });
  const sent = () => transport.sent.map(({ request: { method, url } }) => `${method} ${url.pathname}`);
  return { api, sent };
}

describe('the endpoint', () => {
  test('needs no request if there is only one candidate', async () => {
    const { api, sent } = setUp([PREFIXED], []);
    expect(await api.endpoint()).toEqual(PREFIXED);
    expect(sent()).toEqual([]);
  });

  test('is found once, by a read of the databases', async () => {
    const { api, sent } = setUp([BARE, PREFIXED], [NO_ROUTE, DATABASES]);
    expect(await api.endpoint()).toEqual(PREFIXED);
    expect(await api.endpoint()).toEqual(PREFIXED);
    expect(sent()).toEqual(['GET /api/v0/databases', `GET ${PREFIX}/databases`]);
  });

  test('is known after any other read', async () => {
    const { api, sent } = setUp([BARE, PREFIXED], [response(200, {}, '[]')]);
    await api.tokens();
    expect(await api.endpoint()).toEqual(BARE);
    expect(sent()).toEqual(['GET /api/v0/tokens']);
  });

  test('is not found through a refusal, which is thrown', async () => {
    const { api } = setUp([BARE, PREFIXED], [response(401), DATABASES]);
    await expect(api.endpoint()).rejects.toMatchObject({ name: 'ApiError', status: 401 });
    expect(await api.endpoint()).toEqual(BARE);
  });
});

test.each([
  ID.replace('1', '2'),
  '../databases/prod',
  '..%2f..%2fdatabases',
  `${ID}/../../databases/prod`,
  '::error::x',
  '',
])('a read of a token is unreadable if it shows the ID %j', async (id) => {
  const { api } = setUp([PREFIXED], [response(200, {}, JSON.stringify({ id, description: 'x' }))]);
  await expect(api.findToken(ID)).rejects.toMatchObject({ name: 'UnreadableResponse' });
});

describe('a 404 whose code is a text', () => {
  const OF_DATA_PLANE = response(404, {}, '{"code":"not found","message":"path not found"}');

  test('leads to the other form of the path, because the data plane might have sent it', async () => {
    const { api, sent } = setUp([BARE, PREFIXED], [OF_DATA_PLANE, DATABASES]);
    expect(await api.endpoint()).toEqual(PREFIXED);
    expect(sent()).toEqual(['GET /api/v0/databases', `GET ${PREFIX}/databases`]);
  });

  test('is about the token if the other form has no route either', async () => {
    const { api, sent } = setUp([BARE, PREFIXED], [OF_DATA_PLANE, NO_ROUTE]);
    expect(await api.findToken(ID)).toMatchObject({ token: undefined });
    expect(sent()).toEqual([`GET /api/v0/tokens/${ID}`, `GET ${PREFIX}/tokens/${ID}`]);
  });

  test('is not followed by another form if its code is a number', async () => {
    const { api, sent } = setUp([BARE, PREFIXED], [response(404, {}, '{"code":404,"message":"no token"}')]);
    expect(await api.findToken(ID)).toMatchObject({ token: undefined });
    expect(sent()).toEqual([`GET /api/v0/tokens/${ID}`]);
  });
});

describe('a write before any read', () => {
  const spec = { description: 'x', permissions: [], expiresAt: 'never' as const };
  const WRITES = [
    ['POST', 'tokens', (api: ManagementApiClient): Promise<unknown> => api.createToken(spec, false)],
    ['PATCH', `tokens/${ID}`, (api: ManagementApiClient) => api.updateToken(ID, { description: 'new' })],
    ['DELETE', `tokens/${ID}`, (api: ManagementApiClient) => api.deleteToken(ID)],
  ] as const;

  test.each(WRITES)('finds the endpoint first, and is sent only there: %s', async (method, path, write) => {
    const { api, sent } = setUp([BARE, PREFIXED], [NO_ROUTE, DATABASES, UPDATED]);
    await write(api);
    expect(sent()).toEqual([
      'GET /api/v0/databases',
      `GET ${PREFIX}/databases`,
      `${method} ${PREFIX}/${path}`,
    ]);
  });

  test.each(WRITES)('is not sent if the endpoint cannot be found: %s', async (_method, _path, write) => {
    const { api, sent } = setUp([BARE, PREFIXED], [NO_ROUTE]);
    await expect(write(api)).rejects.toMatchObject({ name: 'ApiError', status: 404 });
    expect(sent()).toEqual(['GET /api/v0/databases', `GET ${PREFIX}/databases`]);
  });
});
