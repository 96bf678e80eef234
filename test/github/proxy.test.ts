import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { GithubScene, REPOSITORY, VALUE } from './scene.ts';

beforeAll(() => {
  for (const name of ['HTTPS_PROXY', 'HTTP_PROXY', 'https_proxy', 'http_proxy']) {
    vi.stubEnv(name, 'http://user:password@127.0.0.1:1');
  }
  for (const name of ['NO_PROXY', 'no_proxy']) vi.stubEnv(name, '');
});
afterAll(() => vi.unstubAllEnvs());

test('behind a proxy, this machine is reached directly', async () => {
  await using scene = await GithubScene.start();
  vi.stubEnv('GITHUB_API_URL', 'https://api.github.com');
  const github = scene.github();
  expect(await github.store(await github.readMetadata(REPOSITORY), VALUE)).toEqual({ kind: 'stored' });
  expect(await github.run('acme/web', '4711')).toMatchObject({ kind: 'found' });
});

test('and GitHub is reached through the proxy', async () => {
  await using scene = await GithubScene.start();
  const github = scene.github(undefined, { apiUrl: 'https://github.invalid', policy: { retries: 0 } });
  await expect(github.readMetadata(REPOSITORY)).rejects.toMatchObject({
    kind: 'proxy',
    message: expect.stringContaining('The proxy for github.invalid:443 cannot be reached (ECONNREFUSED)'),
  });
});
