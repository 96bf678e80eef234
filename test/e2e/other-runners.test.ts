import { describe, expect, test } from 'vitest';
import { GithubEmulator } from '../../emulator/servers/github/github-emulator.ts';
import type { TokenSeed } from '../../emulator/servers/token-store.ts';
import { formatTagged, type Tag } from '../../src/tokens/tag.ts';
import type { RunnerKind } from '../actions-runner/runner-kind.ts';
import { connection, Scene, type SceneOptions } from './scene.ts';

type OtherRunner = Exclude<RunnerKind, 'github'>;

/**
 * The variables and the event of each runner for a run of repository 815. act has an event only with `--eventpath`. The sources
 * are in test/actions-runner/runner-kind.ts.
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

/** How each of them parses a command. They print unknown commands unchanged. */
const COMMANDS = {
  // nektos/act, pkg/runner/command.go: commandPatternGA.
  act: /^::(?<command>[^ ]+)( (.+))?::(?<text>[^\r\n]*)$/,
  // gitea.com/gitea/act_runner and code.forgejo.org/forgejo/runner, internal/pkg/report/reporter.go: cmdRegex.
  gitea: /^::(?<command>[^ :]+)( .*)?::(?<text>.*)$/,
  forgejo: /^::(?<command>[^ :]+)( .*)?::(?<text>.*)$/,
};

/** None of them shows a summary. The tests omit its variable, like versions of act from before 2023-02. */
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
  test('create tags the token with the repository in the event file, and the post step revokes it', async () => {
    await using scene = await start(runner);
    const main = await scene.main();
    expect(main).toMatchObject({ conclusion: 'success', annotations: [] });
    const run = `${SERVERS[runner]}/acme/web#815 ${RUNS[runner].run_id}.1`;
    expect(scene.issuedToken(main)?.description).toContain(` [gha:${run} job `);
    expect(await scene.post()).toMatchObject({ conclusion: 'success', annotations: [] });
    expect(scene.cluster.liveTokens).toEqual([]);
  });

  test('list finds the tokens of this repository', async () => {
    await using scene = await start(runner, {
      operation: 'list',
      inputs: { scope: 'repository' },
      // The runner does not show this summary.
      unset: [],
    });
    scene.cluster.seed(tagged(runner, {}));
    scene.cluster.seed(tagged(runner, { repositoryId: '816' }));
    scene.cluster.seed(tagged(runner, { server: 'ghe.example.com' }));
    const main = await scene.main();
    expect(main).toMatchObject({ conclusion: 'success', outputs: { count: '1' }, annotations: [] });
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

  test('an error is complete in the log, and masks use a command that the runner understands', async () => {
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
});

describe('on gitea', () => {
  test('get, update, and revoke work', async () => {
    await using scene = await start('gitea', { operation: 'get' });
    const token = scene.cluster.seed({ description: 'nightly' });
    const given = { ...scene.inputs, 'token-id': token.id };
    const run = (operation: string, inputs = {}) =>
      scene.main({ inputs: { ...given, operation, ...inputs } });
    expect(await run('get')).toMatchObject({
      conclusion: 'success',
      outputs: { 'token-id': token.id, description: 'nightly' },
    });
    expect(await run('update', { description: 'weekly' })).toMatchObject({
      conclusion: 'success',
      outputs: { changed: 'true' },
    });
    expect(token.description).toBe('weekly');
    expect((await run('revoke')).outputs).toMatchObject({ 'revoked-token-ids': JSON.stringify([token.id]) });
    expect(scene.cluster.liveTokens).toEqual([]);
  });

  test('a GitHub secret as a target is refused before anything is sent, with the reason', async () => {
    await using scene = await start('gitea', { operation: 'rotate' });
    const inputs = {
      ...scene.inputs,
      ...connection(scene.cluster),
      ...ROTATION,
      'store-in': 'repo = TOKEN\nenv:production = TOKEN\nlater-steps',
    };
    const main = await scene.main({ inputs });
    expect(main.exitCode).toBe(1);
    expect(main.annotations).toMatchObject([
      {
        title: 'Input store-in',
        message: expect.stringContaining(
          '`store-in`: "repo = TOKEN", "env:production = TOKEN" cannot be used here, because Gitea does not have GitHub\'s API for secrets. Use `later-steps`',
        ),
      },
    ]);
    expect(scene.cluster.requests).toEqual([]);
  });

  test('a missing management token at the end of the job causes a warning with the run as in the tag', async () => {
    await using scene = await start('gitea');
    await scene.main();
    const post = await scene.post({ inputs: { ...scene.inputs, 'management-token': '' } });
    const [token] = scene.cluster.liveTokens;
    expect(post.annotations).toMatchObject([{ level: 'warning', title: 'Management token missing' }]);
    const named = /contains "(?<part>[^"]+)"/.exec(post.annotations[0]?.message ?? '')?.groups?.['part'];
    expect(named).toBe(`${RUNS.gitea.run_id}.1 job`);
    expect(token?.description).toContain(` ${named} `);
  });
});

describe.for(['gitea', 'forgejo'] as const)('on %s, which gets no requests about runs', (runner) => {
  const NAME = { gitea: 'Gitea', forgejo: 'Forgejo' }[runner];

  test('a pending token of another run stops a rotation, and the message says what to do', async () => {
    await using scene = await start(runner, { operation: 'rotate' });
    const { id } = scene.cluster.seed(tagged(runner, { kind: 'pending' }));
    const inputs = { ...scene.inputs, ...connection(scene.cluster), ...ROTATION };
    const main = await scene.main({ inputs });
    expect(main.annotations).toMatchObject([
      {
        level: 'warning',
        title: 'Run status unknown',
        message: expect.stringContaining(`${NAME} does not report whether runs have ended.`),
      },
      {
        level: 'error',
        title: 'A rotation is in progress',
        message: expect.stringContaining(`(\`operation: revoke\`, \`token-id: ${id}\`)`),
      },
    ]);
    expect(scene.cluster.liveTokens.map((token) => token.id)).toEqual([id]);
  });

  test('a cleanup keeps the tokens of jobs, and revokes others', async () => {
    await using scene = await start(runner, { operation: 'cleanup' });
    const job = scene.cluster.seed(tagged(runner, { kind: 'job' }, { createdAt: 0 }));
    const expired = { createdAt: 0, expiresAt: 86_400_000 };
    const kept = scene.cluster.seed(tagged(runner, { kind: 'kept' }, expired));
    const main = await scene.main();
    expect(main.outputs['revoked-token-ids']).toBe(JSON.stringify([kept.id]));
    expect(main.annotations).toMatchObject([
      { level: 'warning', message: expect.stringContaining(`${NAME} does not report`) },
    ]);
    expect(scene.cluster.liveTokens).toEqual([job]);
  });
});

describe('on act', () => {
  test('without `--eventpath`, the error says how to set the ID of the repository', async () => {
    const github = { ...RUNS.act, event: {} };
    await using scene = await start('act', { github });
    const main = await scene.main();
    expect(main.annotations).toMatchObject([
      {
        title: 'Input GITHUB_REPOSITORY_ID',
        message: expect.stringMatching(
          /the action cannot read the ID from the event file, because the file does not contain `repository\.id`\. .*`GITHUB_REPOSITORY_ID: "4711"`/,
        ),
      },
    ]);
    expect(scene.cluster.requests).toEqual([]);
    await using repaired = await start('act', { github, env: { GITHUB_REPOSITORY_ID: '4711' } });
    const created = await repaired.main();
    expect(repaired.issuedToken(created)?.description).toContain(' [gha:github.com/acme/web#4711 1.1 job ');
  });

  test('a second rotation with the same run ID is refused, and one with another ID continues', async () => {
    await using scene = await start('act', { operation: 'rotate' });
    const inputs = { ...scene.inputs, ...connection(scene.cluster), ...ROTATION };
    await scene.main({ inputs });
    await scene.post({ inputs });
    await using second = new Scene(scene.cluster, {
      operation: 'rotate',
      runner: 'act',
      github: RUNS.act,
    });
    const refused = await second.main({ inputs });
    expect(refused.annotations).toMatchObject([
      {
        title: 'Already rotated in this run',
        message: expect.stringContaining('If you use act, set `GITHUB_RUN_ID` to a new number'),
      },
    ]);
    expect(scene.cluster.liveTokens).toHaveLength(1);
    await using third = new Scene(scene.cluster, {
      operation: 'rotate',
      runner: 'act',
      github: { ...RUNS.act, run_id: '2' },
    });
    expect(await third.main({ inputs })).toMatchObject({
      conclusion: 'success',
      outputs: { rotated: 'true' },
    });
  });

  test('a cleanup reads runs from GitHub with the token of act', async () => {
    await using github = await GithubEmulator.start();
    github.repository('acme/web');
    github.run({ id: 100, status: 'completed' });
    const run = { ...RUNS.act, api_url: github.apiUrl, event: { repository: { id: 4711 } } };
    const token = github.token({ actions: 'read' });
    await using scene = await start('act', { operation: 'cleanup', github: { ...run, token } });
    scene.cluster.seed(tagged('act', { kind: 'job', repositoryId: '4711', runId: '100' }));
    await using without = new Scene(scene.cluster, {
      operation: 'cleanup',
      runner: 'act',
      github: { ...run, token: '' },
    });
    expect((await without.main()).annotations).toMatchObject([
      {
        level: 'warning',
        title: 'Run status unknown',
        message: expect.stringContaining('`github-token` is empty, so the action did not ask GitHub'),
      },
    ]);
    expect(scene.cluster.liveTokens).toHaveLength(1);
    expect(await scene.main()).toMatchObject({ conclusion: 'success', annotations: [] });
    expect(scene.cluster.liveTokens).toEqual([]);
  });
});
