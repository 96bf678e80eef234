import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { GithubEmulator } from '../../emulator/servers/github/github-emulator.ts';
import { formatTagged } from '../../src/tokens/tag.ts';
import type { StepResult } from '../actions-runner/step-run.ts';
import { connection, Scene } from './scene.ts';
import { fixture, pem, type TlsServer, tlsServer } from './tls-front.ts';

const OWN_RUN = 8_812_345_678;
const HOST = 'ghe.example.com:8443';

/** A GitHub Enterprise Server whose certificate is of a private CA. */
let github: GithubEmulator;
let front: TlsServer;
let scene: Scene;
beforeEach(async () => {
  github = await GithubEmulator.start({ basePath: '/api/v3' });
  github.repository('acme/web', { environments: ['production'] });
  github.organization('acme');
  github.run({ id: OWN_RUN });
  front = await tlsServer(github.apiUrl, 'server');
  scene = await Scene.start({
    github: {
      server_url: `https://${HOST}`,
      api_url: `https://localhost:${front.port}/api/v3`,
      token: github.token({ kind: 'job', actions: 'read' }),
    },
  });
});
afterEach(async () => {
  await scene[Symbol.asyncDispose]();
  await front[Symbol.asyncDispose]();
  await github.stop();
});

type Trust = Readonly<{ inputs?: Record<string, string>; env?: Record<string, string> }>;

const TRUSTED: readonly [name: string, trust: Trust][] = [
  ['`ca-certificate`', { inputs: { 'ca-certificate': pem('authority') } }],
  ['NODE_EXTRA_CA_CERTS', { env: { NODE_EXTRA_CA_CERTS: fixture('authority.pem') } }],
];

function rotate({ inputs, env = {} }: Trust): Promise<StepResult> {
  return scene.main({
    env,
    inputs: {
      ...connection(scene.cluster),
      operation: 'rotate',
      description: 'telegraf',
      permissions: 'metrics: read',
      'expires-at': '90d',
      'store-in': 'repo = TOKEN\nenv:production = TOKEN',
      'store-token': github.token({ secrets: 'write', environments: 'write' }),
      ...inputs,
    },
  });
}

describe('on GitHub Enterprise Server', () => {
  test('the tag contains its host, and the post step finds the token', async () => {
    const main = await scene.main();
    expect(scene.issuedToken(main)?.description).toContain(` [gha:${HOST}/acme/web#4711 ${OWN_RUN}.1 job `);
    expect((await scene.post()).annotations).toEqual([]);
    expect(scene.cluster.liveTokens).toEqual([]);
  });

  test.for(TRUSTED)('secrets are stored through its API, with its private CA in %s', async ([, trust]) => {
    const main = await rotate(trust);
    expect(main, main.log).toMatchObject({ conclusion: 'success', outputs: { rotated: 'true' } });
    const [token] = scene.cluster.liveTokens;
    expect(token?.description).toContain(` [gha:${HOST}/acme/web#4711 ${OWN_RUN}.1 current `);
    expect(github.writes.map(({ value }) => value)).toEqual([token?.secret, token?.secret]);
    expect(github.requests.every(({ path }) => path.startsWith('/api/v3/repos/acme/web/'))).toBe(true);
  });

  test.for(TRUSTED)(
    'runs are read through its API, with its private CA in %s',
    async ([, { inputs, env = {} }]) => {
      github.run({ id: 100, status: 'completed' });
      const tag = {
        server: HOST,
        repository: 'acme/web',
        repositoryId: '4711',
        runId: '100',
        runAttempt: '1',
        kind: 'job',
        nonce: '0123456789abcdef',
      } as const;
      scene.cluster.seed({ description: formatTagged('ours', tag) });
      scene.cluster.seed({ description: formatTagged('of github.com', { ...tag, server: 'github.com' }) });
      const { 'cluster-url': _, ...access } = connection(scene.cluster);
      const main = await scene.main({ env, inputs: { ...access, operation: 'cleanup', ...inputs } });
      expect(main).toMatchObject({ conclusion: 'success', annotations: [] });
      expect(scene.cluster.liveTokens.map(({ description }) => description)).toEqual([
        expect.stringContaining('of github.com'),
      ]);
      expect(github.trace).toEqual(['GET run 200']);
    },
  );

  test('an untrusted private CA fails the rotation before any change', async () => {
    const main = await rotate({});
    expect(main.annotations).toMatchObject([
      {
        level: 'error',
        title: 'No connection',
        message: expect.stringMatching(/`ca-certificate`.*Nothing was changed/),
      },
    ]);
    expect(scene.cluster.tokens).toEqual([]);
    expect(github.requests).toEqual([]);
  });
});

test('on GitHub Enterprise Server, a list of selected repositories is read page by page', async () => {
  const ids = Array.from({ length: 130 }, (_, index) => github.repository(`acme/repository-${index}`).id);
  github.seed('org:acme', 'TOKEN', { visibility: 'selected', selectedRepositoryIds: ids });
  await using direct = await Scene.start({
    github: {
      server_url: `https://${HOST}`,
      api_url: github.apiUrl,
      token: github.token({ kind: 'job', actions: 'read' }),
    },
  });
  const main = await direct.main({
    inputs: {
      ...connection(direct.cluster),
      operation: 'rotate',
      description: 'telegraf',
      permissions: 'metrics: read',
      'expires-at': '90d',
      'store-in': 'org:acme = TOKEN',
      'store-token': github.token({ organizationSecrets: 'write' }),
    },
  });
  expect(main, main.log).toMatchObject({ conclusion: 'success' });
  expect(github.secret('org:acme', 'TOKEN')).toMatchObject({
    value: direct.cluster.liveTokens[0]?.secret,
    visibility: 'selected',
    selectedRepositoryIds: ids,
  });
});
