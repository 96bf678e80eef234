import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { GithubPermission } from '../../../emulator/servers/github/access.ts';
import { GithubEmulator } from '../../../emulator/servers/github/github-emulator.ts';
import { ask, sealed } from './calls.ts';

let github: GithubEmulator;
let everything: string;
beforeAll(async () => {
  github = await GithubEmulator.start();
  github.repository('acme/web', { environments: ['production'] });
  github.organization('acme');
  github.run({ id: 1 });
  everything = github.token(ALL);
});
afterAll(() => github.stop());

const ALL = {
  secrets: 'write',
  environments: 'write',
  dependabotSecrets: 'write',
  organizationSecrets: 'write',
  actions: 'write',
} as const;

const LEVELS: readonly [GithubPermission, string, string, object][] = [
  ['secrets', 'secrets', '/repos/acme/web/actions/secrets', {}],
  ['environments', 'environments', '/repos/acme/web/environments/production/secrets', {}],
  ['dependabotSecrets', 'dependabot_secrets', '/repos/acme/web/dependabot/secrets', {}],
  ['organizationSecrets', 'organization_secrets', '/orgs/acme/actions/secrets', { visibility: 'all' }],
];

/** The statuses for the key, the secret's metadata, and a write with a token. */
async function statuses(token: string, path: string, more: object): Promise<number[]> {
  const body = { ...(await sealed(github, everything, path, 'x')), ...more };
  const replies = [
    await ask(github, token, 'PUT', `${path}/NAME`, body),
    await ask(github, token, 'GET', `${path}/public-key`),
    await ask(github, token, 'GET', `${path}/OTHER`),
  ];
  return replies.map(({ status }) => status);
}

describe.each(LEVELS)('%s', (permission, inHeader, path, more) => {
  test('write allows everything', async () => {
    const [put, ...gets] = await statuses(github.token({ [permission]: 'write' }), path, more);
    expect([201, 204]).toContain(put);
    expect(gets).toEqual([200, 404]);
  });

  test('read allows no writes', async () => {
    expect(await statuses(github.token({ [permission]: 'read' }), path, more)).toEqual([403, 200, 404]);
  });

  test('another permission is not enough', async () => {
    const { [permission]: _, ...others } = ALL;
    expect(await statuses(github.token(others), path, more)).toEqual([403, 403, 403]);
  });

  test('is never a permission of the job', async () => {
    expect(await statuses(github.token({ ...ALL, kind: 'job' }), path, more)).toEqual([403, 403, 403]);
  });

  test('is named in the refusal', async () => {
    const { headers } = await ask(github, github.token({}), 'GET', `${path}/public-key`);
    expect(headers.get('X-Accepted-GitHub-Permissions')).toBe(`${inHeader}=read`);
  });
});

test.each([
  ['personal', 'github_pat_', 'Resource not accessible by personal access token'],
  ['app', 'ghs_', 'Resource not accessible by integration'],
  ['job', 'ghs_', 'Resource not accessible by integration'],
] as const)('the refusal to a token of kind %s', async (kind, prefix, message) => {
  const token = github.token({ kind });
  expect(token.startsWith(prefix)).toBe(true);
  expect(await ask(github, token, 'GET', '/repos/acme/web/actions/secrets/NAME')).toMatchObject({
    status: 403,
    json: { message, status: '403' },
  });
});

test('the selected repositories also need a permission', async () => {
  const path = '/orgs/acme/actions/secrets/NAME/repositories';
  github.seed('org:acme', 'NAME', { visibility: 'selected' });
  const { status } = await ask(github, github.token({ secrets: 'write' }), 'GET', path);
  const token = github.token({ organizationSecrets: 'read' });
  expect([status, (await ask(github, token, 'GET', path)).status]).toEqual([403, 200]);
});

test.each([
  [{ kind: 'job', actions: 'read' }, 200],
  [{ kind: 'job' }, 403],
  [{ actions: 'write' }, 200],
  [{ secrets: 'write' }, 403],
  [{ actions: 'read', repositories: ['acme/api'] }, 404],
  [{ repositories: ['Acme/Web'] }, 403],
] as const)('a run is shown to %j: %i', async (seed, status) => {
  const reply = await ask(github, github.token(seed), 'GET', '/repos/acme/web/actions/runs/1');
  expect(reply.status).toBe(status);
});
