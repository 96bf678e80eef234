import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { GithubEmulator } from '../../../emulator/servers/github/github-emulator.ts';
import type { GithubRoute } from '../../../emulator/servers/github/github-path.ts';
import { ask, putSecret, sealed } from './calls.ts';

const SECRETS = '/repos/acme/web/actions/secrets';
const NOON = Date.parse('2030-06-01T12:00:00Z');

let now: number;
let github: GithubEmulator;
let token: string;
beforeEach(async () => {
  now = NOON;
  github = await GithubEmulator.start({ clock: () => now });
  github.repository('acme/web');
  github.run({ id: 1 });
  github.seed('acme/web', 'NAME');
  token = github.token({ secrets: 'write', actions: 'read' });
});
afterEach(() => github.stop());

const get = (path: string) => ask(github, token, 'GET', path);

describe('a secondary rate limit', () => {
  test.each<[GithubRoute, () => Promise<{ status: number }>]>([
    ['GET repository key', () => get(`${SECRETS}/public-key`)],
    ['GET repository secret', () => get(`${SECRETS}/NAME`)],
    ['GET run', () => get('/repos/acme/web/actions/runs/1')],
  ])('starts with a request on its route: %s', async (route, request) => {
    github.limit(route, { seconds: 2 });
    expect((await request()).status).toBe(403);
    now += 2000;
    expect((await request()).status).toBe(200);
  });

  test('refuses a write before its effect', async () => {
    const body = await sealed(github, token, SECRETS, 'value');
    github.limit('PUT repository secret', { seconds: 2 });
    const reply = await ask(github, token, 'PUT', `${SECRETS}/NAME`, body);
    expect([reply.status, reply.headers.get('Retry-After')]).toEqual([403, '2']);
    expect(reply.json.message).toMatch(/^You have exceeded a secondary rate limit/);
    expect(github.writes).toEqual([]);
  });

  test('refuses every route until it is over, and says how long that is', async () => {
    github.limit('GET repository key', { seconds: 3, status: 429 });
    expect((await get(`${SECRETS}/NAME`)).status).toBe(200);
    await get(`${SECRETS}/public-key`);
    now += 1500;
    const early = await get(`${SECRETS}/NAME`);
    expect([early.status, early.headers.get('Retry-After')]).toEqual([429, '2']);
    now += 1500;
    expect((await putSecret(github, token, SECRETS, 'NAME', 'value')).status).toBe(204);
  });

  test('can come without a header with its duration', async () => {
    github.limit('GET run', { seconds: 60, announced: false });
    const { status, headers } = await get('/repos/acme/web/actions/runs/1');
    expect([status, headers.get('Retry-After'), headers.get('X-RateLimit-Remaining')]).toEqual([
      403,
      null,
      '4711',
    ]);
  });
});

test.each([403, 429] as const)('a used-up primary rate limit names its reset: %i', async (code) => {
  github.useUpLimit(NOON + 90_000, code);
  const { status, headers, json } = await get(`${SECRETS}/NAME`);
  expect(status).toBe(code);
  expect(json).toMatchObject({
    message: expect.stringMatching(/^API rate limit exceeded for installation ID 4711\. /),
    documentation_url: expect.stringContaining('rate-limits-for-the-rest-api'),
    status: String(code),
  });
  expect(headers.get('X-RateLimit-Remaining')).toBe('0');
  expect(headers.get('X-RateLimit-Used')).toBe(headers.get('X-RateLimit-Limit'));
  expect(headers.get('X-RateLimit-Reset')).toBe(String((NOON + 90_000) / 1000));
  expect(headers.get('X-RateLimit-Resource')).toBe('core');
  expect(headers.get('Retry-After')).toBeNull();
  now += 90_000;
  expect((await get(`${SECRETS}/NAME`)).status).toBe(200);
});

test('a response within the limits shows the remaining quota', async () => {
  const { headers } = await get(`${SECRETS}/NAME`);
  expect(headers.get('X-RateLimit-Remaining')).toBe('4711');
  expect(headers.get('X-RateLimit-Reset')).toBe(String(NOON / 1000 + 3600));
});
