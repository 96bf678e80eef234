import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { GithubEmulator } from '../../emulator/servers/github/github-emulator.ts';
import type { OperationName } from '../../src/request/inputs.ts';
import { connection, Scene, type SceneOptions } from './scene.ts';

const preloading = (name: string) => ({ NODE_OPTIONS: `--require=${join(import.meta.dirname, name)}` });

const unwritable = (code: string, ...variables: readonly string[]) => ({
  ...preloading('unwritable.cjs'),
  UNWRITABLE: [code, ...variables].join(' '),
});

/** The inputs of each operation on the emulated cluster, which has one token. */
const OPERATIONS: readonly OperationName[] = [
  'create',
  'get',
  'list',
  'update',
  'revoke',
  'rotate',
  'cleanup',
  'restore',
];

async function prepared(operation: OperationName, options: SceneOptions) {
  const github = await GithubEmulator.start();
  github.repository('acme/web');
  const scene = await Scene.start({
    operation,
    ...options,
    github: { api_url: github.apiUrl, token: github.token({ kind: 'job', actions: 'read' }) },
  });
  const token = scene.cluster.seed({ description: 'telegraf', createdAt: 0 });
  const more: Readonly<Record<OperationName, Record<string, string>>> = {
    create: {},
    get: { 'token-id': token.id },
    list: {},
    update: { 'token-id': token.id, description: 'another' },
    revoke: { 'token-id': token.id },
    rotate: {
      ...connection(scene.cluster),
      operation,
      description: 'telegraf',
      permissions: 'metrics: read',
      'expires-at': '90d',
      'store-in': 'repo = TOKEN\nlater-steps',
      'store-token': github.token({ secrets: 'write' }),
    },
    cleanup: { scope: 'cluster', 'description-pattern': 'telegraf', 'max-age': '1d' },
    restore: { 'token-id': token.id },
  };
  return {
    scene,
    github,
    main: () => scene.main({ inputs: { ...scene.inputs, ...more[operation] } }),
    [Symbol.asyncDispose]: async () => {
      await scene[Symbol.asyncDispose]();
      await github.stop();
    },
  };
}

const BROKEN: readonly [why: string, options: SceneOptions, says: RegExp][] = [
  [
    'a container that runs as another user',
    { env: unwritable('EACCES', 'GITHUB_OUTPUT') },
    /`GITHUB_OUTPUT` cannot be written: EACCES.*Nothing was sent\..*`container: options: --user root`/,
  ],
  [
    'a read-only file system',
    { env: unwritable('EROFS', 'GITHUB_OUTPUT') },
    /`GITHUB_OUTPUT` cannot be written: EROFS.*Nothing was sent\. The file system is read-only\. Mount/,
  ],
  [
    'a missing variable',
    { unset: ['GITHUB_OUTPUT'] },
    /the variable `GITHUB_OUTPUT` is not set\. Nothing was sent\. GitHub's runner sets this variable for each step/,
  ],
];

describe.for(OPERATIONS)('%s, before it sends anything', (operation) => {
  test.for(BROKEN)(
    'fails if its outputs cannot be written, and says what to do: %s',
    async ([, options, says]) => {
      await using step = await prepared(operation, options);
      const main = await step.main();
      expect(main.exitCode).toBe(1);
      expect(main.annotations).toMatchObject([
        {
          level: 'error',
          title: "The runner's files cannot be written",
          message: expect.stringMatching(says),
        },
      ]);
      expect(step.scene.cluster.requests).toEqual([]);
      expect(step.github.requests).toEqual([]);
    },
  );

  test('fails if its state cannot be written', async () => {
    await using step = await prepared(operation, {
      env: unwritable('EACCES', 'GITHUB_STATE', 'GITHUB_OUTPUT'),
    });
    const main = await step.main();
    expect(main.exitCode).toBe(1);
    expect(main.annotations).toMatchObject([
      {
        title: 'State not saved',
        message: expect.stringMatching(/EACCES.*Nothing was sent\..*GITHUB_STATE.*`options: --user root`/),
      },
    ]);
    expect(step.scene.cluster.requests).toEqual([]);
  });
});

test('a job summary that cannot be written causes a warning with a hint, and the step continues', async () => {
  await using step = await prepared('revoke', { env: unwritable('EACCES', 'GITHUB_STEP_SUMMARY') });
  const main = await step.main();
  expect(main).toMatchObject({ conclusion: 'success', summary: '' });
  expect(main.annotations).toMatchObject([
    {
      level: 'warning',
      title: "The runner's files cannot be written",
      message: expect.stringMatching(
        /`GITHUB_STEP_SUMMARY` cannot be written: EACCES.*continues without a job summary\..*--user root/,
      ),
    },
  ]);
  expect(step.scene.cluster.liveTokens).toEqual([]);
});

test('cleanup revokes nothing if its file with all tokens cannot be written', async () => {
  await using step = await prepared('cleanup', { unset: ['RUNNER_TEMP'] });
  const main = await step.main();
  expect(main.exitCode).toBe(1);
  expect(main.annotations).toMatchObject([
    { title: 'No file written', message: expect.stringMatching(/`RUNNER_TEMP` is not set/) },
  ]);
  expect(step.scene.cluster.liveTokens).toHaveLength(1);
});

test('a Node.js version that is too old is an error before anything is sent', async () => {
  await using step = await prepared('create', { env: preloading('old-node.cjs') });
  const main = await step.main();
  expect(main.exitCode).toBe(1);
  expect(main.annotations).toMatchObject([
    {
      title: 'Unsupported Node.js',
      message: expect.stringMatching(
        /^The action needs Node\.js 24 or later, but this runner uses 20\.20\.2\. Nothing was sent\./,
      ),
    },
  ]);
  expect(step.scene.cluster.requests).toEqual([]);
});
