import { afterEach, beforeEach, expect, test } from 'vitest';
import { GithubEmulator } from '../../../emulator/servers/github/github-emulator.ts';
import { ask, putSecret, sealed } from './calls.ts';

const SECRETS = '/repos/acme/web/actions/secrets';

let github: GithubEmulator;
beforeEach(async () => {
  github = await GithubEmulator.start();
  github.repository('acme/web');
});
afterEach(() => github.stop());

test.each([
  ['saml', /^Resource protected by organization SAML enforcement/],
  ['ip-allow-list', /`acme` organization has an IP allow list enabled/],
  ['token-kind', /^`acme` forbids access via a personal access token/],
] as const)(
  'a token that a policy refuses has no access, with any permissions: %s',
  async (refusedBy, says) => {
    const token = github.token({ secrets: 'write', refusedBy });
    const { status, json, headers } = await ask(github, token, 'GET', `${SECRETS}/public-key`);
    expect([status, json.message]).toEqual([403, expect.stringMatching(says)]);
    const sso = headers.get('X-GitHub-SSO')?.startsWith('required; url=https://github.com/orgs/acme/sso?');
    expect(sso).toBe(refusedBy === 'saml' ? true : undefined);
  },
);

test('an archived repository can be read but not written', async () => {
  github.repository('acme/old', { archived: true });
  const token = github.token({ secrets: 'write' });
  const path = '/repos/acme/old/actions/secrets';
  const body = await sealed(github, token, path, 'value');
  expect(await ask(github, token, 'PUT', `${path}/NAME`, body)).toMatchObject({
    status: 403,
    json: { message: 'Repository was archived so is read-only.' },
  });
  expect(github.secrets).toEqual([]);
});

test('a key can be any text, and values that are sealed for it are refused', async () => {
  const token = github.token({ secrets: 'write' });
  const body = await sealed(github, token, SECRETS, 'value');
  github.showKey('acme/web', 'AAAA');
  const { json } = await ask(github, token, 'GET', `${SECRETS}/public-key`);
  expect(json.key).toBe('AAAA');
  expect(await ask(github, token, 'PUT', `${SECRETS}/NAME`, { ...body, key_id: json.key_id })).toMatchObject({
    status: 422,
  });
});

test('headers can be added to a response', async () => {
  const token = github.token({ secrets: 'write' });
  github.next('PUT repository secret').setsHeaders({ Date: 'Sat, 01 Jun 2030 12:00:00 GMT', 'X-More': '1' });
  const { status, headers } = await putSecret(github, token, SECRETS, 'NAME', 'value');
  expect([status, headers.get('Date'), headers.get('X-More')]).toEqual([
    201,
    'Sat, 01 Jun 2030 12:00:00 GMT',
    '1',
  ]);
});
