import { get } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GithubEmulator } from '../../../emulator/servers/github/github-emulator.ts';
import { ask, sealed } from './calls.ts';

const SECRETS = '/repos/acme/web/actions/secrets';

let github: GithubEmulator;
let token: string;
beforeAll(async () => {
  github = await GithubEmulator.start();
  github.repository('acme/web', { environments: ['production'] });
  github.repository('acme/hidden', { environments: ['production'] });
  github.organization('acme');
  github.organization('hidden');
  token = github.token({
    secrets: 'write',
    environments: 'write',
    organizationSecrets: 'write',
    actions: 'read',
    repositories: ['acme/web'],
    organizations: ['acme'],
  });
});
afterAll(() => github.stop());

const header = (name: string, value: string) => ({ headers: { [name]: value } });

describe('a request is refused because of', () => {
  test.each([
    ['an unknown token', header('Authorization', 'Bearer nonsense'), 401, 'Bad credentials'],
    ['no token', header('Authorization', ''), 401, 'Requires authentication'],
    ['another scheme', header('Authorization', 'Basic eDp5'), 401, 'Requires authentication'],
    ['an unsupported version', header('X-GitHub-Api-Version', '2020-01-01'), 400, 'version'],
    ['an Accept header for another type', header('Accept', 'text/html'), 415, 'Accept'],
  ])('%s', async (_, init, status, message) => {
    const { status: actual, json } = await ask(github, token, 'GET', `${SECRETS}/NAME`, undefined, init);
    expect([actual, json]).toEqual([
      status,
      {
        message: expect.stringContaining(message),
        documentation_url: expect.stringContaining('https://docs.github.com/'),
        status: String(status),
      },
    ]);
  });

  test('a missing User-Agent', async () => {
    const headers = { Authorization: `Bearer ${token}` };
    const response = await new Promise<{ status: number | undefined; type: string | undefined }>((resolve) =>
      get(`${github.apiUrl}${SECRETS}/public-key`, { headers }, (message) => {
        message.resume();
        resolve({ status: message.statusCode, type: message.headers['content-type'] });
      }),
    );
    expect(response).toEqual({ status: 403, type: 'text/html; charset=utf-8' });
  });

  test('an unknown parameter', async () => {
    expect(await ask(github, token, 'GET', `${SECRETS}/NAME?page=1`)).toMatchObject({ status: 422 });
  });

  test('the newest version, on an Enterprise Server', async () => {
    await using server = await GithubEmulator.start({ basePath: '/api/v3' });
    server.repository('acme/web');
    const its = server.token({ secrets: 'read' });
    const newest = header('X-GitHub-Api-Version', '2026-03-10');
    const path = `${SECRETS}/public-key`;
    expect(await ask(server, its, 'GET', path, undefined, newest)).toMatchObject({ status: 400 });
    expect(await ask(github, token, 'GET', path, undefined, newest)).toMatchObject({ status: 200 });
  });
});

test.each(['token', 'Token', 'Bearer', 'bearer'])('the scheme can be %s', async (scheme) => {
  const init = header('Authorization', `${scheme} ${token}`);
  const reply = await ask(github, token, 'GET', `${SECRETS}/public-key`, undefined, init);
  expect([reply.status, reply.headers.get('X-RateLimit-Remaining')]).toEqual([200, '4711']);
});

describe('there is no route', () => {
  test.each([
    ['GET', '/repos/acme/nowhere/actions/secrets/public-key'],
    ['GET', '/repos/acme/hidden/actions/secrets/public-key'],
    ['PUT', '/repos/acme/hidden/actions/secrets/NAME'],
    ['GET', '/repos/acme/web/environments/staging/secrets/public-key'],
    ['PUT', '/repos/acme/web/environments/staging/secrets/NAME'],
    ['GET', '/repos/acme/web/environments/%E0%A4%A/secrets/NAME'],
    ['GET', '/repos/acme/hidden/environments/production/secrets/public-key'],
    ['GET', '/repos/acme%2Fweb/actions/secrets/public-key'],
    ['GET', '/orgs/nowhere/actions/secrets/public-key'],
    ['GET', '/orgs/hidden/actions/secrets/public-key'],
    ['GET', '/orgs/acme/actions/secrets/NAME'],
    ['GET', '/orgs/acme/actions/secrets/NAME/repositories'],
    ['GET', `${SECRETS}/NAME`],
    ['GET', `${SECRETS}/GITHUB_NAME`],
    ['GET', '/repos/acme/web/actions/runs/1'],
    ['GET', '/repos/acme/hidden/actions/runs/1'],
    ['GET', '/repos/acme/web/actions/runs/latest'],
    // Routes and methods that the emulator does not support.
    ['GET', '/repos/acme/web'],
    ['GET', `${SECRETS}/`],
    ['POST', `${SECRETS}/NAME`],
    ['DELETE', `${SECRETS}/NAME`],
    ['PUT', `${SECRETS}/public-key/x`],
    ['GET', '/api/v3/repos/acme/web/actions/secrets/public-key'],
  ])('%s %s', async (method, path) => {
    const body = method === 'PUT' ? await sealed(github, token, SECRETS, 'x') : undefined;
    expect(await ask(github, token, method, path, body)).toMatchObject({
      status: 404,
      json: { message: 'Not Found', status: '404' },
    });
  });
});

describe('a secret is not stored with', () => {
  afterAll(() => {
    expect(github.secrets).toEqual([]);
  });

  test.each(['GITHUB_TOKEN', 'github_x', '1ST', 'A-B', 'A%20B', '%C3%84', 'public-key'])(
    'the name %s',
    async (name) => {
      const body = await sealed(github, token, SECRETS, 'x');
      const { status } = await ask(github, token, 'PUT', `${SECRETS}/${name}`, body);
      expect(status).toBe(422);
    },
  );

  const change = async (fields: object) => ({ ...(await sealed(github, token, SECRETS, 'x')), ...fields });
  test.each([
    ['no value', { encrypted_value: undefined }, 'encrypted_value'],
    ['no key', { key_id: undefined }, 'key_id'],
    ['a key that is not a text', { key_id: 7 }, 'key_id'],
    ['another key', { key_id: '012345678912345678' }, 'encrypted'],
    ['an empty value', { encrypted_value: '' }, 'does not match'],
    ['a value that is not base64', { encrypted_value: 'a-b_' }, 'does not match'],
    ['base64 without padding', { encrypted_value: 'YQ' }, 'does not match'],
    ['a value that is not sealed', { encrypted_value: 'c2VjcmV0' }, 'encrypted'],
    ['the field of another level', { visibility: 'all' }, 'visibility'],
    ['the plain value', { value: 'x' }, 'value'],
  ])('%s', async (_, fields, message) => {
    const reply = await ask(github, token, 'PUT', `${SECRETS}/NAME`, await change(fields));
    expect([reply.status, reply.json.message]).toEqual([422, expect.stringContaining(message)]);
  });

  test('a value that was sealed for another key', async () => {
    const { encrypted_value } = await sealed(github, token, '/orgs/acme/actions/secrets', 'x');
    const body = await change({ encrypted_value });
    expect(await ask(github, token, 'PUT', `${SECRETS}/NAME`, body)).toMatchObject({ status: 422 });
  });

  test('more than 48 KB', async () => {
    const body = await sealed(github, token, SECRETS, 'x'.repeat(48 * 1024 + 1));
    expect(await ask(github, token, 'PUT', `${SECRETS}/NAME`, body)).toMatchObject({ status: 422 });
  });

  test.each([
    ['no JSON', { body: '{' }, 400],
    ['a body that is not an object', { body: '[]' }, 400],
    ['nothing', { body: '' }, 400],
    ['a form', header('Content-Type', 'text/plain'), 415],
  ])('%s', async (_, init, status) => {
    const body = await change({});
    const reply = await ask(github, token, 'PUT', `${SECRETS}/NAME`, body, init);
    expect(reply).toMatchObject({ status, json: { status: String(status) } });
  });
});

test('the emulator throws for invalid calls', () => {
  expect(() => github.repository('web')).toThrow('OWNER/REPO');
  expect(() => github.repository('Acme/Web')).toThrow('exists');
  expect(() => github.organization('ACME')).toThrow('exists');
  expect(() => github.run({ id: 1, repository: 'acme/nowhere' })).toThrow('acme/nowhere');
});
