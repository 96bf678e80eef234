import { describe, expect, test } from 'vitest';
import type { TokenSeed } from '../../emulator/servers/token-store.ts';
import { formatTagged, type Tag } from '../../src/tokens/tag.ts';
import type { RunnerKind } from '../actions-runner/runner-kind.ts';
import { connection, Scene, type SceneOptions } from './scene.ts';

type OtherRunner = Exclude<RunnerKind, 'github'>;

/**
 * What each runner says about a run of repository 815. act says so only with `--eventpath`; test/actions-runner/runner-kind.ts
 * names the sources.
 */
const RUNS = {
  act: {
    server_url: 'https://github.com',
    repository: 'acme/web',
    run_id: '1',
    event: { repository: { id: 815 } },
  },
  gitea: {
    server_url: 'https://gitea.example.com:3000',
    repository: 'acme/web',
    run_id: '42',
    event: { repository: { id: 815, full_name: 'acme/web' } },
  },
  forgejo: {
    server_url: 'https://codeberg.example',
    repository: 'acme/web',
    run_id: '42',
    event: { repository: { id: 815, full_name: 'acme/web' } },
  },
} as const satisfies Record<OtherRunner, SceneOptions['github']>;

const SERVERS = { act: 'github.com', gitea: 'gitea.example.com:3000', forgejo: 'codeberg.example' };

/** How each of them reads a command. What they do not know they print as it is. */
const COMMANDS = {
  // nektos/act, pkg/runner/command.go: commandPatternGA.
  act: /^::(?<command>[^ ]+)( (.+))?::(?<text>[^\r\n]*)$/,
  // gitea.com/gitea/act_runner and code.forgejo.org/forgejo/runner, internal/pkg/report/reporter.go: cmdRegex.
  gitea: /^::(?<command>[^ :]+)( .*)?::(?<text>.*)$/,
  forgejo: /^::(?<command>[^ :]+)( .*)?::(?<text>.*)$/,
};

/** None of them shows a summary; the tests leave its variable out, as versions of act before 0.2.33 do. */
function start(runner: OtherRunner, options: SceneOptions = {}): Promise<Scene> {
  return Scene.start({ runner, github: RUNS[runner], unset: ['GITHUB_STEP_SUMMARY'], ...options });
}

function tagged(runner: OtherRunner, changes: Partial<Tag>, seed: Partial<TokenSeed> = {}): TokenSeed {
  const tag: Tag = {
    server: SERVERS[runner],
    repository: 'acme/web',
    repositoryId: '815',
    runId: '7',
    runAttempt: '1',
    kind: 'current',
    nonce: '0123456789abcdef',
    ...changes,
  };
  return {
    description: formatTagged('telegraf', tag),
    permissions: [{ action: 'read', resource: 'metrics' }],
    ...seed,
  };
}

const ROTATION = {
  operation: 'rotate',
  description: 'telegraf',
  permissions: 'metrics: read',
  'expires-at': '90d',
  'store-in': 'later-steps',
} as const;

describe.for<OtherRunner>(['act', 'gitea', 'forgejo'])('on %s', (runner) => {
  test('create tags the token with the repository of the event file, and the post step revokes it', async () => {
    await using scene = await start(runner);
    const main = await scene.main();
    expect(main).toMatchObject({ conclusion: 'success', annotations: [] });
    const run = `${SERVERS[runner]}/acme/web#815 ${RUNS[runner].run_id}.1`;
    expect(scene.held(main)?.description).toContain(` [gha:${run} job `);
    expect(await scene.post()).toMatchObject({ conclusion: 'success', annotations: [] });
    expect(scene.cluster.liveTokens).toEqual([]);
  });

  test('get shows a token', async () => {
    await using scene = await start(runner, { operation: 'get' });
    const { id } = scene.cluster.seed({ description: 'nightly' });
    const main = await scene.main({ inputs: { ...scene.inputs, 'token-id': id } });
    expect(main).toMatchObject({
      conclusion: 'success',
      outputs: { 'token-id': id, description: 'nightly' },
    });
  });

  test('list finds the tokens of this repository', async () => {
    await using scene = await start(runner, { operation: 'list', inputs: { scope: 'repository' } });
    scene.cluster.seed(tagged(runner, {}));
    scene.cluster.seed(tagged(runner, { repositoryId: '816' }));
    scene.cluster.seed(tagged(runner, { server: 'ghe.example.com' }));
    const main = await scene.main();
    expect(main).toMatchObject({ conclusion: 'success', outputs: { count: '1' }, annotations: [] });
  });

  test('update changes a token', async () => {
    await using scene = await start(runner, { operation: 'update' });
    const token = scene.cluster.seed({ description: 'nightly' });
    const inputs = { ...scene.inputs, 'token-id': token.id, description: 'weekly' };
    expect(await scene.main({ inputs })).toMatchObject({
      conclusion: 'success',
      outputs: { changed: 'true' },
    });
    expect(token.description).toBe('weekly');
  });

  test('revoke revokes a token', async () => {
    await using scene = await start(runner, { operation: 'revoke' });
    const { id } = scene.cluster.seed({ description: 'nightly' });
    const main = await scene.main({ inputs: { ...scene.inputs, 'token-id': id } });
    expect(main.outputs).toMatchObject({ 'revoked-token-ids': JSON.stringify([id]) });
    expect(scene.cluster.liveTokens).toEqual([]);
  });

  test('rotate with `later-steps` delivers a token, and the post step promotes it and revokes the old one', async () => {
    await using scene = await start(runner, { operation: 'rotate' });
    const replaced = { createdAt: Date.now() - 80 * 86_400_000, expiresAt: Date.now() + 86_400_000 };
    scene.cluster.seed(tagged(runner, {}, replaced));
    const inputs = { ...scene.inputs, ...connection(scene.cluster), ...ROTATION, 'grace-period': '0' };
    const main = await scene.main({ inputs });
    expect(main).toMatchObject({ conclusion: 'success', outputs: { rotated: 'true' }, annotations: [] });
    expect(await scene.post({ inputs })).toMatchObject({ conclusion: 'success', annotations: [] });
    expect(scene.cluster.liveTokens.map(({ secret }) => secret)).toEqual([main.outputs['token']]);
    expect(scene.cluster.liveTokens[0]?.description).toContain(`#815 ${RUNS[runner].run_id}.1 current `);
  });

  test('an error reaches the log whole, and credentials are masked by a command that is understood', async () => {
    await using scene = await start(runner, { inputs: { permissions: 'metrics: own' } });
    const main = await scene.main();
    expect(main.exitCode).toBe(1);
    const commands = main.stdout
      .split('\n')
      .map((line) => COMMANDS[runner].exec(line)?.groups)
      .filter((groups) => groups !== undefined);
    const errors = commands.filter(({ command }) => command === 'error');
    expect(errors).toEqual([
      { command: 'error', text: expect.stringMatching(/^`permissions`: .*"own".*See /) },
    ]);
    expect(commands[0]).toEqual({ command: 'add-mask', text: scene.cluster.managementToken });
    expect(scene.cluster.requests).toEqual([]);
  });

  test('works without a summary, and with a summary that nobody shows', async () => {
    for (const unset of [['GITHUB_STEP_SUMMARY'], []]) {
      await using scene = await start(runner, { operation: 'list', unset });
      expect(await scene.main()).toMatchObject({ conclusion: 'success', annotations: [] });
    }
  });
});
