import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readOrganizationSecret } from '../../src/github/read-secret.ts';
import type { Transport } from '../../src/http/messages.ts';
import { NetworkError } from '../../src/http/network-error.ts';
import { GithubScene, HOLDERS, ORGANIZATION, REPOSITORY, targetOf, VALUE } from './scene.ts';

let scene: GithubScene;
beforeEach(async () => {
  scene = await GithubScene.start();
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  await scene.emulator.stop();
});

/** The paths and headers of the requests that read and write a secret, in order. */
async function requestsFor(target = REPOSITORY) {
  const github = scene.github();
  await github.store(await github.readMetadata(target), VALUE);
  return scene.emulator.requests;
}

describe('a request', () => {
  test('has the headers that GitHub requires, and nothing about the runner', async () => {
    vi.stubEnv('ACTIONS_ORCHESTRATION_ID', 'orchestration-of-this-job');
    const [key, secret, write] = await requestsFor();
    for (const request of [key, secret, write]) {
      expect(request?.headers).toMatchObject({
        authorization: expect.stringMatching(/^token \S+$/),
        'x-github-api-version': '2022-11-28',
        'user-agent': 'influxdb-token-action',
      });
      expect(JSON.stringify(request?.headers)).not.toContain('orchestration');
    }
    expect(key?.headers).not.toHaveProperty('content-type');
    expect(write?.headers['content-type']).toBe('application/json; charset=utf-8');
  });

  test.each([
    [0, '/repos/acme/web/actions/secrets'],
    [1, '/repos/acme/web/environments/production/secrets'],
    [2, '/repos/acme/web/environments/eu%2Fblue%20green%3F%23%25/secrets'],
    [3, '/repos/acme/web/dependabot/secrets'],
    [4, '/orgs/acme/actions/secrets'],
  ])('for a secret in location %i goes to %s', async (index, path) => {
    const [location, seeded] = HOLDERS[index] as (typeof HOLDERS)[number];
    scene.emulator.seed(seeded, 'NAME');
    const paths = (await requestsFor(targetOf(location))).map((request) => request.path);
    expect(new Set(paths)).toEqual(new Set([`${path}/public-key`, `${path}/NAME`]));
  });

  test('to write contains only the value and the key ID', async () => {
    const write = (await requestsFor()).at(-1);
    expect(write?.json).toEqual({ encrypted_value: expect.any(String), key_id: expect.any(String) });
  });
});

describe('an error of a request is thrown unchanged', () => {
  const abort = Object.assign(new Error('aborted'), { name: 'AbortError' });
  const defect = new TypeError('a defect', { cause: new Error('its cause') });

  test.each([
    ['a network error', new NetworkError('certificate', 'not trusted')],
    ['a defect', defect],
    ['an abort', abort],
  ])('%s', async (_, error) => {
    const transport: Transport = { send: () => Promise.reject(error) };
    await expect(scene.github(undefined, { transport }).readMetadata(REPOSITORY)).rejects.toBe(error);
  });

  test('also for the next page of a list', async () => {
    const link = `<${scene.emulator.apiUrl}/page>; rel="next"`;
    const bodies = [
      { updated_at: '2026-10-01T12:00:00Z', visibility: 'selected' },
      { total_count: 2, repositories: [{ id: 1 }] },
    ];
    const transport: Transport = {
      send: async () => {
        const body = bodies.shift();
        if (body === undefined) throw defect;
        return { status: 200, headers: { link }, body: JSON.stringify(body) };
      },
    };
    await expect(readOrganizationSecret(ORGANIZATION, scene.client({ transport }))).rejects.toBe(defect);
    expect(bodies).toEqual([]);
  });
});

test.each([301, 302, 303, 307, 308])('a redirect is not followed: %i', async (status) => {
  scene.emulator.every('GET repository key').redirects('/repos/acme/web/actions/secrets/NAME', status);
  await expect(scene.github().readMetadata(REPOSITORY)).rejects.toMatchObject({
    name: 'GithubError',
    status,
  });
  expect(scene.emulator.trace).toEqual([`GET repository key ${status}`]);
});

test('a deprecated route prints nothing', async () => {
  const printed = [
    ...(['debug', 'log', 'info', 'warn', 'error'] as const).map((method) => vi.spyOn(console, method)),
    vi.spyOn(process.stdout, 'write'),
    vi.spyOn(process.stderr, 'write'),
  ];
  const headers = { Deprecation: 'true', Sunset: '::error::soon', Link: '<x>; rel="deprecation"' };
  const ids = [scene.emulator.repository('acme/r').id];
  scene.emulator.seed('org:acme', 'NAME', { visibility: 'selected', selectedRepositoryIds: ids });
  for (const route of ['key', 'secret'] as const) {
    scene.emulator.every(`GET organization ${route}`).setsHeaders(headers);
  }
  scene.emulator.every('GET selected repositories').setsHeaders(headers);
  await requestsFor(ORGANIZATION);
  expect(scene.emulator.requests).toHaveLength(6);
  for (const spy of printed) expect(spy).not.toHaveBeenCalled();
});
