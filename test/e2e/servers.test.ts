import { describe, expect, test } from 'vitest';
import { GithubEmulator } from '../../emulator/servers/github/github-emulator.ts';
import type { TokenSeed } from '../../emulator/servers/token-store.ts';
import { formatTagged, type Tag } from '../../src/tokens/tag.ts';
import { connection, Scene } from './scene.ts';

const DAY = 24 * 3_600_000;
const OWN_RUN = 8_812_345_678;
const OTHER = 'ghe.example.com';

/** The variables that a runner outside of GitHub Actions sets. */
const NO_VARIABLES = { server_url: '', repository: '', repository_id: '', run_id: '', run_attempt: '' };

/** tagged is a token of repository 4711, by default of github.com and of run 100. */
function tagged(plain: string, changes: Partial<Tag>, token: Partial<TokenSeed> = {}): TokenSeed {
  const tag: Tag = {
    server: 'github.com',
    repository: 'acme/web',
    repositoryId: '4711',
    runId: '100',
    runAttempt: '1',
    kind: 'job',
    nonce: '0123456789abcdef',
    ...changes,
  };
  const permissions = [{ action: 'read', resource: 'metrics' }] as const;
  return { description: formatTagged(plain, tag), permissions, ...token };
}

/** A cluster that two GitHub servers share. Both have a repository 4711 and a run 100, but only ours gets requests. */
async function sharing(operation: 'cleanup' | 'rotate' | 'list', inputs: Readonly<Record<string, string>>) {
  const github = await GithubEmulator.start();
  github.repository('acme/web');
  github.run({ id: OWN_RUN });
  github.run({ id: 100, status: 'completed' });
  const scene = await Scene.start({
    operation,
    github: { api_url: github.apiUrl, token: github.token({ kind: 'job', actions: 'read' }) },
  });
  const main = (more: Readonly<Record<string, string>> = {}) =>
    scene.main({ inputs: { ...scene.inputs, ...inputs, ...more } });
  const alive = () => scene.cluster.liveTokens.map(({ description }) => description.split(' [')[0]);
  return {
    scene,
    github,
    main,
    alive,
    [Symbol.asyncDispose]: async () => {
      await scene[Symbol.asyncDispose]();
      await github.stop();
    },
  };
}

describe('tokens of another GitHub server', () => {
  test.for<Readonly<Record<string, string>>>([
    {},
    { scope: 'organization' },
    { scope: 'cluster', 'description-pattern': 'job *' },
  ])('are never revoked by a cleanup, because their runs cannot be read: %o', async (inputs) => {
    await using shared = await sharing('cleanup', inputs);
    const expired = { expiresAt: 1 };
    shared.scene.cluster.seed(tagged('job ours', {}));
    shared.scene.cluster.seed(tagged('job theirs', { server: OTHER }));
    shared.scene.cluster.seed(
      tagged('job theirs of our run number', { server: OTHER, runId: String(OWN_RUN) }),
    );
    const theirs = shared.scene.cluster.seed(tagged('job theirs, expired', { server: OTHER }, expired));
    const main = await shared.main();
    expect(main).toMatchObject({ conclusion: 'success', annotations: [] });
    expect(shared.alive()).toEqual(['job theirs', 'job theirs of our run number']);
    expect(theirs.revokedAt).toBeUndefined();
    expect(shared.github.trace).toEqual(['GET run 200']);
    const listed: { server: string; reason: string }[] = JSON.parse(main.outputs['tokens'] ?? '');
    const others = listed.filter(({ server }) => server === OTHER);
    expect(others).toHaveLength(inputs['scope'] === 'cluster' ? 3 : 0);
    for (const { reason } of others) expect(reason).toContain(`is on ${OTHER}, so this step cannot check`);
  });

  test('are not part of a series with the same name', async () => {
    await using shared = await sharing('rotate', {
      description: 'telegraf',
      permissions: 'metrics: read',
      'expires-at': '90d',
      'store-in': 'later-steps',
      'grace-period': '1h',
    });
    const { cluster } = shared.scene;
    const old = { createdAt: Date.now() - 30 * DAY, expiresAt: Date.now() + 60 * DAY };
    const theirs = [
      tagged('telegraf', { server: OTHER, kind: 'current' }, old),
      tagged('telegraf', { server: OTHER, kind: 'pending', runId: String(OWN_RUN) }, old),
      tagged('telegraf', { server: OTHER, kind: 'kept' }, old),
    ].map((seed) => cluster.seed(seed));
    const before = theirs.map(({ description }) => description);
    const inputs = { ...connection(cluster), 'management-token': cluster.managementToken };
    const main = await shared.main(inputs);
    expect(main.outputs).toMatchObject({ rotated: 'true', 'previous-token-ids': '[]' });
    const post = await shared.scene.post({ inputs: { ...shared.scene.inputs, ...inputs } });
    expect(post).toMatchObject({ exitCode: 0, annotations: [] });
    expect(theirs.map(({ description }) => description)).toEqual(before);
    expect(cluster.liveTokens).toHaveLength(4);
    expect(cluster.liveTokens.at(-1)?.description).toMatch(
      /^telegraf \[gha:github\.com\/acme\/web#4711 .* current /,
    );
    expect(shared.github.trace).toEqual([]);
  });

  test('are listed only in the scope of the cluster, each with its server', async () => {
    await using shared = await sharing('list', {});
    shared.scene.cluster.seed(tagged('ours', {}));
    shared.scene.cluster.seed(tagged('theirs', { server: OTHER }));
    const servers = async (scope: string) =>
      JSON.parse((await shared.main({ scope })).outputs['tokens'] ?? '').map(
        ({ server }: { server: string }) => server,
      );
    expect((await servers('cluster')).toSorted()).toEqual([OTHER, 'github.com']);
    expect(await servers('repository')).toEqual(['github.com']);
    expect(await servers('organization')).toEqual(['github.com']);
  });
});

test.for<[string, (run: Record<string, unknown>) => Record<string, unknown>]>([
  ['run', (run) => ({ ...run, id: 101 })],
  ['repository', (run) => ({ ...run, repository: { id: 4712, full_name: 'acme/web' } })],
  ['run without a repository', ({ repository: _, ...run }) => run],
])('a response about another %s does not cause a revocation', async ([, change]) => {
  await using shared = await sharing('cleanup', {});
  shared.scene.cluster.seed(tagged('ours', {}));
  shared.github.every('GET run').changes(change);
  const main = await shared.main();
  expect(main.annotations).toMatchObject([{ level: 'warning', title: 'Run status unknown' }]);
  expect(main.annotations[0]?.message).toMatch(
    /^The status of 1 of 1 run is not known, so the step keeps the tokens/,
  );
  expect(shared.alive()).toEqual(['ours']);
});

describe('without the variables of a run', () => {
  test.for<Readonly<Record<string, string>>>([
    { operation: 'get' },
    { operation: 'update', description: 'weekly' },
    { operation: 'revoke' },
    { operation: 'list' },
  ])('an operation that needs no tag works: %o', async (inputs) => {
    await using scene = await Scene.start({ operation: 'get', github: NO_VARIABLES });
    const { id } = scene.cluster.seed({ description: 'nightly' });
    const named = inputs['operation'] === 'list' ? {} : { 'token-id': id };
    expect((await scene.main({ inputs: { ...scene.inputs, ...inputs, ...named } })).annotations).toEqual([]);
  });

  const [SERVER, REPOSITORY, ID, RUN] = [
    'GITHUB_SERVER_URL',
    'GITHUB_REPOSITORY',
    'GITHUB_REPOSITORY_ID',
    'GITHUB_RUN_ID',
  ];

  test.for<readonly [inputs: Readonly<Record<string, string>>, missing: readonly string[]]>([
    [{ operation: 'create', permissions: 'metrics: read' }, [SERVER, REPOSITORY, ID, RUN]],
    [{ operation: 'list', scope: 'repository' }, [SERVER, ID]],
    [{ operation: 'list', scope: 'organization' }, [SERVER, REPOSITORY]],
    [{ operation: 'cleanup' }, [SERVER, REPOSITORY, ID, RUN]],
    [
      { operation: 'rotate', description: 'x', permissions: 'metrics: read', 'store-in': 'later-steps' },
      [SERVER, REPOSITORY, ID, RUN],
    ],
  ])(
    'an operation that uses tags sends nothing, and names each variable that it needs: %o',
    async ([inputs, missing]) => {
      await using scene = await Scene.start({ operation: 'get', github: NO_VARIABLES });
      const main = await scene.main({ inputs: { ...scene.inputs, ...inputs } });
      expect(main.exitCode).toBe(1);
      expect(main.annotations.map(({ title }) => title)).toEqual(missing.map((name) => `Input ${name}`));
      expect(scene.cluster.requests).toEqual([]);
    },
  );

  test('a server that a tag cannot contain is an error before anything is sent', async () => {
    await using scene = await Scene.start({ github: { server_url: 'https://[2001:db8::1]' } });
    const main = await scene.main();
    expect(main.annotations).toMatchObject([{ title: 'Input GITHUB_SERVER_URL' }]);
    expect(scene.cluster.requests).toEqual([]);
  });

  test('the ID of the repository comes from the event, as on Gitea, Forgejo, and act', async () => {
    await using scene = await Scene.start({
      github: {
        server_url: 'http://gitea.example:3000',
        repository_id: '',
        run_attempt: '',
        event: { repository: { id: 815 } },
      },
      inputs: { 'activation-timeout': '0' },
    });
    const main = await scene.main();
    expect(main.conclusion).toBe('success');
    expect(scene.issuedToken(main)?.description).toMatch(
      / \[gha:gitea\.example:3000\/acme\/web#815 8812345678\.1 job /,
    );
    await scene.post();
    expect(scene.cluster.liveTokens).toEqual([]);
  });
});
