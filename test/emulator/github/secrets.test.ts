import { expect, test } from 'vitest';
import { GithubEmulator } from '../../../emulator/servers/github/github-emulator.ts';
import type { Location } from '../../../emulator/servers/github/location.ts';
import { ask, putSecret, sealed } from './calls.ts';

const NOON = Date.parse('2030-06-01T12:00:00.750Z');
const ALL = {
  secrets: 'write',
  environments: 'write',
  dependabotSecrets: 'write',
  organizationSecrets: 'write',
} as const;

async function scene(clock = () => NOON): Promise<{ github: GithubEmulator; token: string }> {
  const github = await GithubEmulator.start({ clock });
  github.repository('acme/web', { environments: ['production', 'eu/blue green'] });
  github.organization('acme');
  return { github, token: github.token(ALL) };
}

const PLACES: readonly [string, Location, object][] = [
  ['/repos/acme/web/actions/secrets', 'acme/web', {}],
  ['/repos/acme/web/environments/production/secrets', 'env:acme/web/production', {}],
  ['/repos/acme/web/environments/eu%2Fblue%20green/secrets', 'env:acme/web/eu/blue green', {}],
  ['/repos/acme/web/dependabot/secrets', 'dependabot:acme/web', {}],
  ['/orgs/acme/actions/secrets', 'org:acme', { visibility: 'private' }],
];

test.each(PLACES)('a secret in %s is created, shown, updated, and opened', async (path, location, more) => {
  let now = NOON;
  const { github, token } = await scene(() => now);
  await using _ = github;
  expect(await ask(github, token, 'GET', `${path}/TOKEN`)).toMatchObject({ status: 404 });
  expect(await putSecret(github, token, path, 'TOKEN', 'öne', more)).toMatchObject({ status: 201, json: {} });
  now += 5_000;
  expect(await putSecret(github, token, path, 'token', 'two', more)).toMatchObject({ status: 204, text: '' });
  expect(await ask(github, token, 'GET', `${path}/Token`)).toMatchObject({
    status: 200,
    json: {
      name: 'TOKEN',
      created_at: '2030-06-01T12:00:00Z',
      updated_at: '2030-06-01T12:00:05Z',
      ...more,
    },
  });
  expect(github.secret(location, 'token')).toMatchObject({
    value: 'two',
    createdAt: NOON - 750,
    updatedAt: NOON + 4_250,
  });
  expect(github.secrets).toHaveLength(1);
  expect(github.writes).toEqual([
    { location, name: 'TOKEN', value: 'öne', at: NOON },
    { location, name: 'TOKEN', value: 'two', at: NOON + 5_000 },
  ]);
});

test('the secret locations of a repository have separate secrets and keys', async () => {
  const { github, token } = await scene();
  await using _ = github;
  const keys = new Set<string>();
  for (const [path, location, more] of PLACES) {
    keys.add((await ask(github, token, 'GET', `${path}/public-key`)).json.key_id);
    await putSecret(github, token, path, 'NAME', location, more);
  }
  expect(keys.size).toBe(PLACES.length);
  expect(github.secrets.map(({ value }) => value)).toEqual(PLACES.map(([, location]) => location));
});

test('a public key is 32 bytes in base64', async () => {
  const { github, token } = await scene();
  await using _ = github;
  const { json } = await ask(github, token, 'GET', '/repos/acme/web/actions/secrets/public-key');
  expect(Object.keys(json)).toEqual(['key_id', 'key']);
  expect(json.key_id).toMatch(/^\d{19}$/);
  expect(Buffer.from(json.key, 'base64')).toHaveLength(32);
});

test('names of owners, repositories, and environments are case-insensitive', async () => {
  const { github, token } = await scene();
  await using _ = github;
  const path = '/repos/Acme/WEB/environments/Production/secrets';
  expect(await putSecret(github, token, path, 'NAME', 'x')).toMatchObject({ status: 201 });
  expect(github.secret('env:acme/web/production', 'NAME')?.value).toBe('x');
});

test.each(PLACES)(
  'in %s, a value that was sealed for the old key is refused',
  async (path, location, more) => {
    const { github, token } = await scene();
    await using _ = github;
    const body = { ...(await sealed(github, token, path, 'x')), ...more };
    github.rotateKey(location);
    expect(await ask(github, token, 'PUT', `${path}/NAME`, body)).toMatchObject({
      status: 422,
      json: { status: '422' },
    });
    expect(github.secrets).toEqual([]);
    expect(await putSecret(github, token, path, 'NAME', 'x', more)).toMatchObject({ status: 201 });
  },
);

test('a seeded secret shows its date and is updated in place', async () => {
  const { github, token } = await scene();
  await using _ = github;
  const path = '/repos/acme/web/actions/secrets';
  const updatedAt = Date.parse('2029-01-01T00:00:00Z');
  const seeded = github.seed('acme/web', 'name', { value: 'old', updatedAt });
  const { json } = await ask(github, token, 'GET', `${path}/NAME`);
  expect(json).toMatchObject({ name: 'NAME', updated_at: '2029-01-01T00:00:00Z' });
  await putSecret(github, token, path, 'NAME', 'new');
  expect(seeded.value).toBe('new');
  expect(github.writes).toHaveLength(1);
});

test('Enterprise Server has its API below a path, and no other routes', async () => {
  await using github = await GithubEmulator.start({ basePath: '/api/v3', clock: () => NOON });
  github.repository('acme/web');
  const token = github.token(ALL);
  const path = '/repos/acme/web/actions/secrets';
  expect(github.apiUrl).toMatch(/\/api\/v3$/);
  const { status, headers } = await putSecret(github, token, path, 'NAME', 'x');
  expect([status, headers.get('Date')]).toEqual([201, 'Sat, 01 Jun 2030 12:00:00 GMT']);
  const beside = await fetch(new URL(`${path}/NAME`, github.apiUrl));
  expect([beside.status, await beside.text()]).toEqual([404, '404 page not found\n']);
});
