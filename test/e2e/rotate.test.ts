import { describe, expect, test } from 'vitest';
import type { GithubTokenSeed } from '../../emulator/servers/github/access.ts';
import { GithubEmulator } from '../../emulator/servers/github/github-emulator.ts';
import type { GithubOptions } from '../../emulator/servers/github/options.ts';
import type { EmulatorOptions } from '../../emulator/servers/options.ts';
import type { StoredToken, TokenSeed } from '../../emulator/servers/token-store.ts';
import { formatTagged, parseTagged, type TagKind } from '../../src/tokens/tag.ts';
import type { StepResult } from '../actions-runner/step-run.ts';
import { connection, Scene } from './scene.ts';
import { unmasked } from './unmasked.ts';

const DAY = 24 * 3_600_000;
const PLAIN = 'telegraf';
const OWN_RUN = 8_812_345_678;

interface Given {
  readonly tokens?: readonly TokenSeed[];
  readonly inputs?: Readonly<Record<string, string>>;
  readonly cluster?: EmulatorOptions;
  readonly storeToken?: GithubTokenSeed;
  readonly github?: GithubOptions;
  readonly debug?: boolean;
}

/** Rotating is a rotation step, a cluster with tokens, and GitHub with a repository and an organization. */
class Rotating {
  readonly scene: Scene;
  readonly github: GithubEmulator;
  /** The routes of all requests to both servers, in order. */
  readonly order: string[] = [];

  static async start({
    tokens = [],
    inputs,
    cluster = {},
    storeToken,
    github: options,
    debug = false,
  }: Given = {}): Promise<Rotating> {
    const github = await GithubEmulator.start(options);
    github.repository('acme/web', { environments: ['eu/west 1'] });
    github.organization('acme');
    github.run({ id: OWN_RUN });
    const scene = await Scene.start({
      operation: 'rotate',
      cluster,
      debug,
      github: { api_url: github.apiUrl, token: github.token({ kind: 'job', actions: 'read' }) },
    });
    const rotating = new Rotating(scene, github, {
      ...connection(scene.cluster),
      operation: 'rotate',
      description: PLAIN,
      permissions: 'metrics: read',
      'expires-at': '90d',
      'store-in': 'repo = INFLUXDB_TOKEN',
      'store-token': github.token(
        storeToken ?? { secrets: 'write', environments: 'write', organizationSecrets: 'write' },
      ),
      ...inputs,
    });
    for (const seed of tokens) scene.cluster.seed(seed);
    return rotating;
  }

  readonly inputs: Readonly<Record<string, string>>;

  private constructor(scene: Scene, github: GithubEmulator, inputs: Readonly<Record<string, string>>) {
    this.scene = scene;
    this.github = github;
    this.inputs = inputs;
    const note = ({ route }: { readonly route: string }, moment: string): undefined => {
      if (moment === 'before') this.order.push(route);
    };
    scene.cluster.onRequest(note);
    github.onRequest(note);
  }

  main(changes: Readonly<Record<string, string>> = {}): Promise<StepResult> {
    return this.scene.main({ inputs: { ...this.inputs, ...changes } });
  }

  post(jobStatus: 'success' | 'failure' | 'cancelled' = 'success'): Promise<StepResult> {
    return this.scene.post({ inputs: this.inputs, jobStatus });
  }

  /** The kinds of the live tokens, in order of creation. */
  get alive(): string[] {
    return this.scene.cluster.liveTokens.map(
      ({ description }) => parseTagged(description)?.tag.kind ?? 'untagged',
    );
  }

  /** The token in the secret of the repository. */
  get storedToken(): StoredToken | undefined {
    const value = this.github.secret('acme/web', 'INFLUXDB_TOKEN')?.value;
    return this.scene.cluster.tokens.find(({ secret }) => secret === value);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.scene[Symbol.asyncDispose]();
    await this.github.stop();
  }
}

/** member is a token of the series. It was created thirty days ago for ninety days, by a run that ended long ago. */
function member(
  kind: TagKind | 'untagged',
  changes: Partial<TokenSeed> & { readonly runId?: string } = {},
): TokenSeed {
  const { runId = '100', ...others } = changes;
  const tag = {
    repository: 'acme/web',
    server: 'github.com',
    repositoryId: '4711',
    runId,
    runAttempt: '1',
    nonce: '0123456789abcdef',
  };
  return {
    description: kind === 'untagged' ? PLAIN : formatTagged(PLAIN, { ...tag, kind }),
    permissions: [{ action: 'read', resource: 'metrics' }],
    createdAt: Date.now() - 30 * DAY,
    expiresAt: Date.now() + 60 * DAY,
    ...others,
  };
}

const idsIn = (text: string | undefined): string[] => JSON.parse(text ?? 'null');
const errors = ({ annotations }: StepResult) => annotations.filter(({ level }) => level === 'error');

describe('a rotation into a secret', () => {
  test('sends its requests in the order of the protocol', async () => {
    await using rotating = await Rotating.start({
      tokens: [member('current')],
      inputs: { 'grace-period': '0' },
    });
    const main = await rotating.main();
    expect(main).toMatchObject({ conclusion: 'success', annotations: [] });
    expect(rotating.order).toEqual([
      'GET tokens',
      'GET databases',
      'GET repository key',
      'GET repository secret',
      'POST tokens',
      'GET tokens',
      ...Array(17).fill('GET query'),
      'PUT repository secret',
      'GET token',
      'PATCH token',
      'GET tokens',
      'DELETE token',
    ]);
    expect((await rotating.post()).annotations).toEqual([]);
    expect(rotating.order).toHaveLength(28);
    expect(rotating.alive).toEqual(['current']);
    expect(rotating.storedToken).toBe(rotating.scene.cluster.liveTokens[0]);
  });

  test('sets these outputs, and never `token`', async () => {
    await using rotating = await Rotating.start({ tokens: [member('current')] });
    const { outputs } = await rotating.main();
    const [old, own] = rotating.scene.cluster.tokens;
    expect(outputs).toEqual({
      'token-id': own?.id,
      description: PLAIN,
      permissions: '[{"action":"read","resource":"metrics"}]',
      'created-at': expect.stringMatching(/Z$/),
      'expires-at': expect.stringMatching(/:\d\dZ$/),
      status: 'active',
      active: 'true',
      rotated: 'true',
      'previous-token-ids': JSON.stringify([old?.id]),
      'revoked-token-ids': '[]',
      'suspended-token-ids': '[]',
      'failed-token-ids': '[]',
    });
    expect(rotating.alive).toEqual(['current', 'current']);
  });

  test('shows the replaced token, the consumers, and how long each token is valid', async () => {
    await using rotating = await Rotating.start({
      tokens: [member('current')],
      inputs: { 'renew-before': '61d' },
    });
    const { summary } = await rotating.main();
    const [old] = rotating.scene.cluster.tokens;
    expect(summary).toContain('### 1 token rotated and stored in 1 secret\n');
    expect(summary).toContain(`- **Replaces:** ${old?.id}\n`);
    expect(summary).toContain('| repo = INFLUXDB\\_TOKEN | stored |');
    expect(summary).toMatch(
      new RegExp(`\\| ${old?.id} \\| replaced \\| the first run after .* UTC, in 24 hours \\|`),
    );
    expect(summary).toMatch(
      /^The replaced token stays valid until the first run after .* UTC, in 24 hours\.$/m,
    );
    expect(summary).toMatch(/^Next rotation: the first run after .* UTC, in \d+ \w+\.$/m);
    expect(summary).toContain(`- **Cluster:** ${rotating.scene.inputs['cluster-id']}\n`);
  });

  test('stores the token in an environment whose name contains a slash and a space', async () => {
    await using rotating = await Rotating.start({ inputs: { 'store-in': 'env:eu/west 1 = TOKEN' } });
    expect((await rotating.main()).conclusion).toBe('success');
    expect(rotating.github.secret('env:acme/web/eu/west 1', 'TOKEN')?.value).toBe(
      rotating.scene.cluster.tokens[0]?.secret,
    );
  });

  test('uses the GitHub Enterprise Server of the runner', async () => {
    await using rotating = await Rotating.start({ github: { basePath: '/api/v3' } });
    expect((await rotating.main()).conclusion).toBe('success');
    expect(rotating.storedToken).toBe(rotating.scene.cluster.liveTokens[0]);
    expect(rotating.github.requests.every(({ path }) => path.startsWith('/api/v3/repos/acme/web/'))).toBe(
      true,
    );
  });

  test('keeps the repositories that can use an organization’s secret', async () => {
    await using rotating = await Rotating.start({ inputs: { 'store-in': 'org:acme = TOKEN' } });
    const selectedRepositoryIds = Array.from(
      { length: 130 },
      (_, index) => rotating.github.repository(`acme/repository-${index}`).id,
    );
    rotating.github.seed('org:acme', 'TOKEN', { visibility: 'selected', selectedRepositoryIds });
    expect((await rotating.main()).conclusion).toBe('success');
    expect(rotating.github.secret('org:acme', 'TOKEN')).toMatchObject({
      value: rotating.scene.cluster.tokens[0]?.secret,
      visibility: 'selected',
      selectedRepositoryIds,
    });
  });

  test('keeps the repositories that somebody selects during the rotation', async () => {
    await using rotating = await Rotating.start({ inputs: { 'store-in': 'org:acme = TOKEN' } });
    rotating.github.seed('org:acme', 'TOKEN', { visibility: 'all' });
    const chosen = [rotating.github.repository('acme/chosen').id];
    rotating.scene.cluster.next('POST tokens').runs('after', () => {
      rotating.github.seed('org:acme', 'TOKEN', { visibility: 'selected', selectedRepositoryIds: chosen });
    });
    expect((await rotating.main()).conclusion).toBe('success');
    expect(rotating.github.secret('org:acme', 'TOKEN')).toMatchObject({
      value: rotating.scene.cluster.tokens[0]?.secret,
      visibility: 'selected',
      selectedRepositoryIds: chosen,
    });
  });

  test('does not write an organization secret if the list of its repositories is incomplete', async () => {
    await using rotating = await Rotating.start({ inputs: { 'store-in': 'org:acme = TOKEN' } });
    rotating.github.seed('org:acme', 'TOKEN', { visibility: 'selected' });
    rotating.github
      .next('GET selected repositories', { after: 1 })
      .changes((page) => ({ ...page, total_count: 7 }));
    const main = await rotating.main();
    expect(errors(main)[0]?.message).toMatch(/returned 0 of 7 repositories.*Not changed: `org:acme = TOKEN`/);
    expect(rotating.github.writes).toEqual([]);
    expect(rotating.scene.cluster.liveTokens).toHaveLength(1);
  });

  test('names an archived repository as the reason, and revokes the new token', async () => {
    await using rotating = await Rotating.start({ inputs: { 'store-in': 'repo:acme/old = TOKEN' } });
    rotating.github.repository('acme/old', { archived: true });
    const main = await rotating.main();
    expect(errors(main)[0]?.message).toMatch(
      /Repository was archived so is read-only\.\)\. Unarchive the repository/,
    );
    expect(errors(main)[0]?.message).not.toContain('Secrets: write');
    expect(rotating.scene.cluster.liveTokens).toEqual([]);
  });

  test('does not say that it rotated if somebody revokes the new token before the promotion', async () => {
    await using rotating = await Rotating.start({ tokens: [member('current')] });
    rotating.scene.cluster.next('PATCH token').respondsWith(404, { code: 404, message: 'no such token' });
    const main = await rotating.main();
    expect(main.conclusion).toBe('failure');
    expect(main.outputs).not.toHaveProperty('rotated');
    expect(main.outputs).toHaveProperty('token-id');
    expect(rotating.alive).toEqual(['current', 'pending']);
  });

  test('does not create an organization’s secret', async () => {
    await using rotating = await Rotating.start({ inputs: { 'store-in': 'org:acme = TOKEN' } });
    const main = await rotating.main();
    expect(errors(main)[0]?.message).toMatch(/has no secret TOKEN \(.*Nothing was changed/);
    expect(rotating.scene.cluster.tokens).toEqual([]);
  });

  test('needs a token with the permission: the first read names the missing one, and no token is created', async () => {
    await using rotating = await Rotating.start({ storeToken: { kind: 'app' } });
    const main = await rotating.main();
    expect(errors(main)[0]?.message).toMatch(
      /`store-token`.*`Secrets: write`.*GITHUB_TOKEN cannot have this permission.*Nothing was changed/,
    );
    expect(rotating.scene.cluster.tokens).toEqual([]);
  });

  test('shows every secret only in its place, even in debug mode', async () => {
    await using rotating = await Rotating.start({ tokens: [member('current')], debug: true });
    const main = await rotating.main();
    const post = await rotating.post();
    const secrets = [
      rotating.inputs['store-token'],
      rotating.inputs['management-token'],
      rotating.storedToken?.secret,
    ];
    for (const secret of secrets) {
      expect(secret).toMatch(/.{20}/);
      for (const { stdout, stderr, summary, state, outputs } of [main, post]) {
        const shown = JSON.stringify([unmasked(stdout), stderr, summary, state, outputs]);
        expect(shown).not.toContain(secret);
      }
      expect(main.masks).toContain(secret);
    }
  });
});

describe('a rotation for later steps', () => {
  const LATER = { 'store-in': 'later-steps', 'grace-period': '0' };

  test('sets the token, then `rotated`, and promotes the token after the job has succeeded', async () => {
    await using rotating = await Rotating.start({ tokens: [member('current')], inputs: LATER });
    const main = await rotating.main();
    const names = Object.keys(main.outputs);
    expect(names.slice(-2)).toEqual(['token', 'rotated']);
    expect(main.outputs['token']).toBe(rotating.scene.cluster.tokens[1]?.secret);
    expect(idsIn(main.outputs['previous-token-ids'])).toEqual([rotating.scene.cluster.tokens[0]?.id]);
    expect(rotating.alive).toEqual(['current', 'pending']);
    expect(rotating.github.requests).toEqual([]);
    const sent = rotating.order.length;
    const post = await rotating.post();
    expect(rotating.order.slice(sent)).toEqual(['GET token', 'PATCH token', 'GET tokens', 'DELETE token']);
    expect(post).toMatchObject({ exitCode: 0, annotations: [] });
    expect(rotating.alive).toEqual(['current']);
    expect(post.summary).toContain('### 1 token promoted at the end of the job\n');
  });

  test.for(['failure', 'cancelled'] as const)(
    'promotes and revokes nothing if the job ends as %s',
    async (status) => {
      await using rotating = await Rotating.start({ tokens: [member('current')], inputs: LATER });
      await rotating.main();
      const sent = rotating.order.length;
      const post = await rotating.post(status);
      expect(post).toMatchObject({
        exitCode: 0,
        annotations: [{ level: 'warning', title: 'Token not promoted' }],
      });
      expect(post.annotations[0]?.message).toContain(rotating.scene.cluster.tokens[1]?.id);
      expect(post.annotations[0]?.message).toContain(
        `The job did not succeed: \`job-status\` is "${status}".`,
      );
      expect(rotating.order).toHaveLength(sent);
      expect(rotating.alive).toEqual(['current', 'pending']);
    },
  );

  test('fails the job if somebody revokes the token before the promotion, because consumers have no access', async () => {
    await using rotating = await Rotating.start({ tokens: [member('current')], inputs: LATER });
    await rotating.main();
    const own = rotating.scene.cluster.tokens[1];
    if (own) own.revokedAt = Date.now();
    const post = await rotating.post();
    expect(post.exitCode).toBe(1);
    expect(rotating.alive).toEqual(['current']);
  });

  test('does not promote without a management token in the post step, and says so', async () => {
    await using rotating = await Rotating.start({ tokens: [member('current')], inputs: LATER });
    await rotating.main();
    const post = await rotating.scene.post({ inputs: { ...rotating.inputs, 'management-token': '' } });
    expect(post).toMatchObject({
      exitCode: 0,
      annotations: [{ level: 'warning', title: 'Management token missing' }],
    });
    expect(post.annotations[0]?.message).toMatch(
      /`management-token` is empty.*composite action.*A token that a rotation created stays valid.*\. The next run rotates again/,
    );
    expect(post.annotations[0]?.message).not.toContain('did not succeed');
    expect(post.annotations[0]?.message).toContain(rotating.scene.cluster.tokens[1]?.id);
    expect(rotating.alive).toEqual(['current', 'pending']);
  });
});

describe('the first token of a series', () => {
  test('is created from the inputs, with a notice', async () => {
    await using rotating = await Rotating.start();
    const main = await rotating.main();
    expect(main.annotations).toMatchObject([
      { level: 'notice', message: expect.stringContaining('"telegraf"') },
    ]);
    expect(rotating.alive).toEqual(['current']);
    expect(main.outputs['previous-token-ids']).toBe('[]');
  });

  test.for(['permissions', 'expires-at'])('needs %s', async (name) => {
    await using rotating = await Rotating.start({ inputs: { [name]: '' } });
    const main = await rotating.main();
    expect(errors(main)[0]?.message).toMatch(new RegExp(`Set \`${name}\`.*Nothing was changed`));
    expect(rotating.scene.cluster.tokens).toEqual([]);
  });

  test.for<[string, TagKind | 'untagged']>([
    ['created by a person', 'untagged'],
    ['kept by this repository', 'kept'],
  ])('is adopted if there is one, %s, and its permissions are inherited', async ([, kind]) => {
    await using rotating = await Rotating.start({
      tokens: [member(kind)],
      inputs: { permissions: '', 'expires-at': '', 'grace-period': '1h' },
    });
    const main = await rotating.main();
    expect(main.annotations).toEqual([]);
    expect(rotating.order.indexOf('PATCH token')).toBeLessThan(rotating.order.indexOf('POST tokens'));
    const [adopted, own] = rotating.scene.cluster.tokens;
    expect(parseTagged(adopted?.description ?? '')).toMatchObject({
      plain: PLAIN,
      tag: { kind: 'current', runId: '0', runAttempt: '0', server: 'github.com', repositoryId: '4711' },
    });
    expect(own?.permissions).toEqual(adopted?.permissions);
    expect(Math.round(((own?.expiresAt ?? 0) - (own?.createdAt ?? 0)) / DAY)).toBe(90);
    expect(rotating.alive).toEqual(['current', 'current']);
    expect(idsIn(main.outputs['previous-token-ids'])).toEqual([adopted?.id]);
    // If the nonce were in the ledger, a lost response would make the step revoke the token that consumers use.
    const nonce = parseTagged(adopted?.description ?? '')?.tag.nonce ?? '';
    expect(nonce).toMatch(/^[0-9a-f]{16}$/);
    expect(main.state['ledger']).not.toContain(nonce);
  });

  test('is not adopted if the server refuses the tag, and nothing is changed', async () => {
    await using rotating = await Rotating.start({ tokens: [member('untagged')] });
    rotating.scene.cluster.every('PATCH token').respondsWith(400, { code: 400, message: 'no luck' });
    const main = await rotating.main();
    expect(errors(main)).toHaveLength(1);
    expect(errors(main)[0]?.message).toMatch(/no luck.* was not adopted\. Nothing was changed\./);
    expect(main.outputs).toMatchObject({ 'token-id': rotating.scene.cluster.tokens[0]?.id });
    expect(rotating.alive).toEqual(['untagged']);
  });

  test('is not guessed if there are several', async () => {
    await using rotating = await Rotating.start({ tokens: [member('untagged'), member('kept')] });
    const main = await rotating.main();
    for (const { id } of rotating.scene.cluster.tokens) expect(errors(main)[0]?.message).toContain(id);
    expect(errors(main)[0]?.message).toContain('`token-id`');
    expect(rotating.alive).toEqual(['untagged', 'kept']);
  });

  test('can be selected by its ID, also in capitals', async () => {
    await using rotating = await Rotating.start({ tokens: [member('untagged'), member('untagged')] });
    const chosen = rotating.scene.cluster.tokens[1];
    const main = await rotating.main({ description: '', 'token-id': chosen?.id.toUpperCase() ?? '' });
    expect(errors(main)).toEqual([]);
    expect(rotating.alive).toEqual(['untagged', 'current', 'current']);
  });
});

describe('a rotation that is not due', () => {
  const STORED = { 'renew-before': '14d' };

  test('shows the current token, and only retires tokens after their grace period', async () => {
    await using rotating = await Rotating.start({
      tokens: [member('current', { createdAt: Date.now() - 60 * DAY }), member('current'), member('job')],
      inputs: STORED,
    });
    const [replaced, current] = rotating.scene.cluster.tokens;
    rotating.github.seed('acme/web', 'INFLUXDB_TOKEN', { value: current?.secret ?? '' });
    const main = await rotating.main();
    expect(main).toMatchObject({ conclusion: 'success', annotations: [] });
    expect(main.outputs).toMatchObject({
      'token-id': current?.id,
      rotated: 'false',
      active: '',
      'previous-token-ids': '[]',
      'revoked-token-ids': JSON.stringify([replaced?.id]),
    });
    expect(main.outputs).not.toHaveProperty('token');
    expect(main.state).toEqual({ ledger: '' });
    expect(rotating.order).not.toContain('POST tokens');
    expect(rotating.order.slice(-2)).toEqual(['GET tokens', 'DELETE token']);
    expect(rotating.alive).toEqual(['current', 'job']);
    expect(main.summary).toContain('no rotation is due');
  });

  test.for(['untagged', 'kept'] as const)('warns about a %s token that it would adopt', async (kind) => {
    await using rotating = await Rotating.start({ tokens: [member(kind)], inputs: STORED });
    rotating.github.seed('acme/web', 'INFLUXDB_TOKEN', {});
    const main = await rotating.main();
    expect(main).toMatchObject({ conclusion: 'success', annotations: [{ level: 'warning' }] });
    expect(main.annotations[0]?.message).toMatch(/The first rotation that is due adopts token.*`max-age`/);
    expect(main.outputs['rotated']).toBe('false');
    expect(rotating.alive).toEqual([kind]);
  });

  test('fails all the same if the cluster does not have a database that the inputs name', async () => {
    const permissions = [{ action: 'read', resource: 'gone' }] as const;
    await using rotating = await Rotating.start({
      tokens: [member('current', { permissions })],
      inputs: { permissions: 'gone: read', 'renew-before': '7d' },
    });
    rotating.github.seed('acme/web', 'INFLUXDB_TOKEN', {});
    const main = await rotating.main();
    expect(errors(main)).toMatchObject([{ title: 'Input permissions' }]);
    expect(main.outputs).not.toHaveProperty('rotated');
    expect(rotating.alive).toEqual(['current']);
  });

  test('is due if a secret is older than the token', async () => {
    await using rotating = await Rotating.start({ tokens: [member('current')], inputs: STORED });
    rotating.github.seed('acme/web', 'INFLUXDB_TOKEN', { updatedAt: Date.now() - 31 * DAY });
    const main = await rotating.main();
    expect(main.outputs['rotated']).toBe('true');
    expect(main.log).toMatch(/Reason: the secret `repo = INFLUXDB_TOKEN` was stored before/);
  });
});

describe('a dry run', () => {
  test.for<[string, readonly TokenSeed[]]>([
    ['of a rotation', [member('current')]],
    ['of an adoption', [member('untagged')]],
    [
      'of a token that is not due',
      [member('current', { createdAt: Date.now() - 40 * DAY }), member('current')],
    ],
  ])('%s sends no request that changes anything', async ([, tokens]) => {
    await using rotating = await Rotating.start({
      tokens,
      inputs: { 'dry-run': 'true', 'renew-before': '14d' },
    });
    const before = JSON.stringify(rotating.scene.cluster.tokens);
    const main = await rotating.main();
    expect(main).toMatchObject({ conclusion: 'success', annotations: [], outputs: { rotated: 'false' } });
    expect(rotating.order.filter((route) => !route.startsWith('GET '))).toEqual([]);
    expect(JSON.stringify(rotating.scene.cluster.tokens)).toBe(before);
    expect(main.log).toContain('This was a dry run: nothing was changed.');
    expect(main.outputs['token-id']).toBe(rotating.scene.cluster.tokens.at(-1)?.id);
  });
});

describe('a rotation to a token without access', () => {
  test.each([{}, { 'store-in': 'later-steps', 'store-token': '' }])(
    'is promoted and retires nothing: %j',
    async (inputs) => {
      await using rotating = await Rotating.start({
        tokens: [member('current')],
        inputs: { permissions: 'none', ...inputs },
      });
      const main = await rotating.main();
      const post = await rotating.post();
      expect(main).toMatchObject({ conclusion: 'success', outputs: { rotated: 'true', active: '' } });
      expect(post).toMatchObject({ exitCode: 0, annotations: [] });
      expect(rotating.alive).toEqual(['current', 'current']);
    },
  );
});

test.each([['the databases are wrong', { permissions: 'metrcs: read' }, 'Unknown databases']])(
  'names the current token if it does not rotate because %s',
  async (_, inputs) => {
    await using rotating = await Rotating.start({ tokens: [member('current')], inputs });
    const main = await rotating.main();
    expect(main.exitCode).toBe(1);
    expect(main.outputs['token-id']).toBe(rotating.scene.cluster.tokens[0]?.id);
    expect(main.outputs).not.toHaveProperty('rotated');
  },
);

test.for<[string, (scene: Scene) => void]>([
  [
    'the server refuses to create a token',
    ({ cluster }) => cluster.every('POST tokens').respondsWith(409, { code: 409, message: 'no' }),
  ],
  [
    'the response to the creation is lost, and the tokens cannot be listed',
    ({ cluster }) =>
      cluster.next('POST tokens').runs('after', () => {
        cluster.every('GET tokens').respondsWith(503);
        return 'drop';
      }),
  ],
])('the outputs are about the current token if %s', async ([, fails]) => {
  await using rotating = await Rotating.start({ tokens: [member('current')] });
  const [current] = rotating.scene.cluster.tokens;
  fails(rotating.scene);
  const main = await rotating.main();
  expect(main.exitCode).toBe(1);
  expect(main.outputs).toEqual({
    'token-id': current?.id,
    description: PLAIN,
    permissions: JSON.stringify(current?.permissions),
    'created-at': expect.stringMatching(/Z$/),
    'expires-at': expect.stringMatching(/Z$/),
    status: 'active',
    'previous-token-ids': '[]',
    'revoked-token-ids': '[]',
    'suspended-token-ids': '[]',
    'failed-token-ids': '[]',
  });
});

test('a dry run of a due rotation shows the tokens in their grace period', async () => {
  const older = member('current', { createdAt: Date.now() - 31 * DAY });
  await using rotating = await Rotating.start({
    tokens: [older, member('current', { createdAt: Date.now() - DAY })],
    inputs: { 'dry-run': 'true', 'grace-period': '7d' },
  });
  const main = await rotating.main();
  expect(main.log).toContain('Rotation of "telegraf":');
  expect(idsIn(main.outputs['previous-token-ids'])).toEqual([rotating.scene.cluster.tokens[0]?.id]);
});

describe('a token with an unreadable date', () => {
  test.for(['yesterday', null] as const)('%j neither replaces nor is replaced', async (createdAt) => {
    await using rotating = await Rotating.start({
      tokens: [member('current'), member('current', { createdAt: Date.now() - 40 * DAY })],
      inputs: { 'grace-period': '0' },
    });
    const odd = rotating.scene.cluster.tokens[1];
    rotating.scene.cluster
      .every('GET tokens')
      .changes((tokens: { id: string }[]) =>
        tokens.map((token) => (token.id === odd?.id ? { ...token, createdAt } : token)),
      );
    const main = await rotating.main();
    expect(main).toMatchObject({ conclusion: 'success', outputs: { rotated: 'true' } });
    expect(rotating.scene.cluster.liveTokens).toEqual([odd, rotating.storedToken]);
  });
});

describe('no replaced tokens', () => {
  test('are in the outputs if the first write is refused', async () => {
    await using rotating = await Rotating.start({ tokens: [member('current')] });
    rotating.github.every('PUT repository secret').respondsWith(403, { message: 'no' });
    const main = await rotating.main();
    // No rotation took place, so the outputs are about the token that consumers use.
    const [current] = rotating.scene.cluster.liveTokens;
    expect(main).toMatchObject({
      exitCode: 1,
      outputs: { 'token-id': current?.id, status: 'active', 'previous-token-ids': '[]' },
    });
    expect(idsIn(main.outputs['revoked-token-ids'])).toEqual([rotating.scene.cluster.tokens.at(-1)?.id]);
    expect(rotating.alive).toEqual(['current']);
  });

  test('are in the outputs if the first write of the first token is refused', async () => {
    await using rotating = await Rotating.start();
    rotating.github.every('PUT repository secret').respondsWith(403, { message: 'no' });
    const main = await rotating.main();
    expect(main).toMatchObject({ exitCode: 1, outputs: { status: 'revoked', 'previous-token-ids': '[]' } });
    expect(idsIn(main.outputs['revoked-token-ids'])).toEqual([main.outputs['token-id']]);
    expect(rotating.alive).toEqual([]);
  });

  test('are in the outputs if only some secrets have the new token', async () => {
    await using rotating = await Rotating.start({
      tokens: [member('current')],
      inputs: { 'store-in': 'repo = INFLUXDB_TOKEN\nenv:eu/west 1 = INFLUXDB_TOKEN' },
    });
    rotating.github.every('PUT environment secret').respondsWith(403, { message: 'no' });
    const main = await rotating.main();
    expect(main).toMatchObject({ exitCode: 1, outputs: { 'previous-token-ids': '[]' } });
    expect(main.outputs).not.toHaveProperty('rotated');
    expect(rotating.alive).toEqual(['current', 'pending']);
  });
});

describe('tokens that earlier rotations replaced', () => {
  const older = { id: '0f2b8c1d-9e4a-4b6f-8d07-5a1c2e3f4b6d', createdAt: Date.now() - 40 * DAY };
  const tokens = [member('current', older), member('current')];

  test.for<[string, (rotating: Rotating) => void, Record<string, string>]>([
    [
      'the first write is refused',
      ({ github }) => github.every('PUT repository secret').respondsWith(403, { message: 'no' }),
      {},
    ],
    ['a secret does not exist', () => {}, { 'store-in': 'org:acme = TOKEN' }],
    [
      'the secrets cannot be read',
      ({ github }) => github.every('GET repository key').respondsWith(500, { message: 'no' }),
      {},
    ],
    [
      'a token cannot be created',
      ({ scene }) => scene.cluster.every('POST tokens').respondsWith(400, { code: 400, message: 'no' }),
      {},
    ],
    ['the cluster does not have a database', () => {}, { permissions: 'unknown: read' }],
  ])('are in the outputs if %s', async ([, prepare, inputs]) => {
    await using rotating = await Rotating.start({ tokens, inputs: { 'grace-period': '60d', ...inputs } });
    prepare(rotating);
    const main = await rotating.main();
    expect(main.exitCode, main.log).toBe(1);
    expect(idsIn(main.outputs['previous-token-ids'])).toEqual([older.id]);
    expect(rotating.alive).toEqual(['current', 'current']);
  });

  test('are not in the outputs if the tokens cannot be listed', async () => {
    await using rotating = await Rotating.start({ tokens });
    rotating.scene.cluster.every('GET tokens').respondsWith(400, { code: 400, message: 'no' });
    const main = await rotating.main();
    expect(main.outputs).toEqual({
      'previous-token-ids': '[]',
      'revoked-token-ids': '[]',
      'suspended-token-ids': '[]',
      'failed-token-ids': '[]',
    });
  });
});

describe('the token in use', () => {
  test('is in the outputs if runs cannot be read', async () => {
    const [current, pending] = [
      member('current'),
      member('pending', { runId: '200', createdAt: Date.now() - DAY }),
    ];
    await using rotating = await Rotating.start({ tokens: [current, pending] });
    const main = await rotating.main({ 'github-token': rotating.github.token({ kind: 'job' }) });
    expect(main).toMatchObject({
      exitCode: 1,
      outputs: { 'token-id': rotating.scene.cluster.tokens[0]?.id, status: 'active' },
    });
  });
});

describe('after main has reported that a secret was not stored', () => {
  const TWO_SECRETS = 'repo = INFLUXDB_TOKEN\nenv:eu/west 1 = INFLUXDB_TOKEN';

  test('the post step is quiet', async () => {
    await using rotating = await startUnstored(TWO_SECRETS);
    expect((await rotating.main()).state).toEqual({ ledger: '' });
    const sent = rotating.order.length;
    expect(await rotating.post('failure')).toMatchObject({ exitCode: 0, stdout: '', summary: '' });
    expect(rotating.order).toHaveLength(sent);
    expect(rotating.alive).toEqual(['current', 'pending']);
  });

  test('the post step warns that it does not promote, if the token was also for later steps', async () => {
    await using rotating = await startUnstored(`${TWO_SECRETS}\nlater-steps`);
    await rotating.main();
    const sent = rotating.order.length;
    for (const jobStatus of ['failure', 'success'] as const) {
      const post = await rotating.post(jobStatus);
      expect(post).toMatchObject({
        exitCode: 0,
        annotations: [{ level: 'warning', title: 'Token not promoted' }],
      });
      expect(post.annotations[0]?.message).toContain('The step ended during the delivery');
    }
    expect(rotating.order).toHaveLength(sent);
    expect(rotating.alive).toEqual(['current', 'pending']);
  });

  async function startUnstored(storeIn: string): Promise<Rotating> {
    const rotating = await Rotating.start({
      tokens: [member('current')],
      inputs: { 'store-in': storeIn },
    });
    rotating.github.every('PUT environment secret').respondsWith(403, { message: 'no' });
    return rotating;
  }
});

test('a failure after an adoption says that the token was adopted', async () => {
  await using rotating = await Rotating.start({ tokens: [member('untagged')] });
  rotating.scene.cluster.every('POST tokens').respondsWith(409, { code: 409, message: 'no' });
  const main = await rotating.main();
  expect(errors(main)[0]?.message).toMatch(/No token was created\. Token \S+ was adopted/);
  expect(rotating.alive).toEqual(['current']);
});

test('the post step reports a kill between the delivery and the promotion', async () => {
  await using rotating = await Rotating.start({ tokens: [member('current')] });
  const running = rotating.scene.step.start('main', { inputs: rotating.inputs });
  rotating.scene.cluster.next('PATCH token').runs('before', () => {
    running.kill('SIGKILL');
    return 'drop';
  });
  expect((await running.finished).signal).toBe('SIGKILL');
  const post = await rotating.post('success');
  expect(post.annotations).toMatchObject([{ level: 'warning', title: 'Token not promoted' }]);
  expect(post.annotations[0]?.message).toContain('The step ended during the delivery');
  expect(rotating.alive).toEqual(['current', 'pending']);
});

describe('a pending token', () => {
  const tokens = [member('current'), member('pending', { runId: '200', createdAt: Date.now() - DAY })];

  test('of a run in progress: the step fails and names it', async () => {
    await using rotating = await Rotating.start({ tokens });
    rotating.github.run({ id: 200 });
    const main = await rotating.main();
    expect(errors(main)).toMatchObject([{ title: 'A rotation is in progress' }]);
    expect(errors(main)[0]?.message).toMatch(/Run 200 .*`concurrency:`.*Nothing was changed/);
    expect(rotating.alive).toEqual(['current', 'pending']);
  });

  test.for<[string, (github: GithubEmulator) => void]>([
    ['by a run that has ended', (github) => github.run({ id: 200, status: 'completed' })],
    ['by an earlier attempt', (github) => github.run({ id: 200, attempt: 2 })],
  ])('%s: it is replaced, and its run is read once', async ([, prepare]) => {
    await using rotating = await Rotating.start({ tokens, inputs: { 'renew-before': '14d' } });
    prepare(rotating.github);
    const main = await rotating.main();
    expect(main.outputs['rotated']).toBe('true');
    expect(main.log).toContain('was never promoted');
    expect(rotating.order.filter((route) => route === 'GET run')).toHaveLength(1);
    expect(rotating.order.indexOf('GET run')).toBeLessThan(rotating.order.indexOf('POST tokens'));
  });

  test.for([
    [34, false],
    [36, true],
  ] as const)(
    'of a run that GitHub does not know, %i days ago: the step continues %s',
    async ([days, goesOn]) => {
      const pending = member('pending', { runId: '200', createdAt: Date.now() - days * DAY });
      await using rotating = await Rotating.start({ tokens: [pending] });
      const main = await rotating.main();
      expect(main.conclusion).toBe(goesOn ? 'success' : 'failure');
      const unknown = main.annotations.filter(({ title }) => title === 'Run status unknown');
      expect(unknown.map(({ message }) => message)).toEqual(
        goesOn
          ? []
          : [expect.stringMatching(/^The status of 1 of 1 run with a pending token is not known\. /)],
      );
    },
  );

  test('and a GitHub token that cannot read runs: the step fails and names the permission', async () => {
    await using rotating = await Rotating.start({ tokens });
    const main = await rotating.main({ 'github-token': rotating.github.token({ kind: 'job' }) });
    expect(errors(main)[0]?.message).toMatch(
      /`permissions: actions: read`\..* Nothing was changed\. See \S+$/,
    );
    expect(rotating.order).not.toContain('POST tokens');
  });
});

describe('a new token that was not probed', () => {
  test('does not retire another token in the same run', async () => {
    await using rotating = await Rotating.start({
      tokens: [member('current', { createdAt: Date.now() - 60 * DAY }), member('current')],
      inputs: { 'activation-timeout': '0' },
    });
    const main = await rotating.main();
    expect(main.outputs).toMatchObject({ active: '', rotated: 'true', 'revoked-token-ids': '[]' });
    expect(idsIn(main.outputs['previous-token-ids'])).toHaveLength(2);
    expect(rotating.alive).toEqual(['current', 'current', 'current']);
  });
});

describe('a promotion', () => {
  test.for([200, 404, 409] as const)(
    'of a token that somebody revoked (%i) fails, and retires nothing',
    async (patchingRevoked) => {
      await using rotating = await Rotating.start({
        tokens: [member('current')],
        inputs: { 'grace-period': '0' },
        cluster: { patchingRevoked },
      });
      rotating.scene.cluster.next('PATCH token').runs('before', () => {
        for (const token of rotating.scene.cluster.tokens.slice(1)) token.revokedAt = Date.now();
        return undefined;
      });
      const main = await rotating.main();
      expect(errors(main)).toMatchObject([{ title: 'New token revoked' }]);
      expect(main.outputs['status']).toBe('revoked');
      expect(rotating.alive).toEqual(['current']);
    },
  );

  test.for<[string, title: string, (token: StoredToken) => void]>([
    ['revoked', 'New token revoked', (token) => (token.revokedAt = Date.now())],
    [
      'suspended',
      'New token suspended',
      (token) => {
        token.description += ' [gha-suspended:2026-11-20T00:00:00Z r:metrics]';
        token.permissions = [];
      },
    ],
  ])('fails and retires nothing if the new token is %s after it', async ([kind, title, end]) => {
    await using rotating = await Rotating.start({
      tokens: [member('current')],
      inputs: { 'grace-period': '0' },
    });
    let lists = 0;
    rotating.scene.cluster.onRequest(({ route }, moment) => {
      const own = rotating.scene.cluster.tokens.at(-1);
      if (route === 'GET tokens' && moment === 'before' && ++lists === 3 && own) end(own);
      return undefined;
    });
    const main = await rotating.main();
    expect(errors(main)).toMatchObject([{ title }]);
    expect(main.outputs).toMatchObject({ status: kind });
    expect(idsIn(main.outputs['previous-token-ids'])).toEqual([rotating.scene.cluster.tokens[0]?.id]);
    expect(rotating.scene.cluster.tokens[0]?.revokedAt).toBeUndefined();
    const next = await rotating.main({ 'renew-before': '7d' });
    expect(next.outputs['rotated'], next.log).toBe('true');
    expect(rotating.storedToken?.id).toBe(next.outputs['token-id']);
  });

  test('that the server refuses is a warning, which says so, and retires nothing', async () => {
    await using rotating = await Rotating.start({
      tokens: [member('current')],
      inputs: { 'grace-period': '0' },
    });
    rotating.scene.cluster.every('PATCH token').respondsWith(400, { code: 400, message: 'no luck' });
    const main = await rotating.main();
    expect(main).toMatchObject({ exitCode: 0, outputs: { rotated: 'true' } });
    expect(main.annotations).toMatchObject([{ level: 'warning', title: 'Token not promoted' }]);
    expect(main.annotations[0]?.message).toMatch(
      /was delivered, but not promoted\. .*no luck.* All tokens stay valid/,
    );
    expect(rotating.alive).toEqual(['current', 'pending']);
  });

  test('without a response is a warning, and retires nothing', async () => {
    await using rotating = await Rotating.start({
      tokens: [member('current')],
      inputs: { 'grace-period': '0' },
    });
    rotating.scene.cluster.every('PATCH token').respondsWith(500);
    const main = await rotating.main();
    expect(main).toMatchObject({ conclusion: 'success', annotations: [{ title: 'Token not promoted' }] });
    expect(rotating.alive).toEqual(['current', 'pending']);
    expect(main.summary).toContain('### 1 token stored in 1 secret, promotion not confirmed\n');
    expect(main.summary).toContain('If the token was not promoted, the next run rotates again.');
  });
});

test('all input errors are reported together, before the first request', async () => {
  await using rotating = await Rotating.start({
    inputs: {
      description: '',
      'store-in': 'repository = X, repo = GITHUB_X',
      'store-token': '',
      'grace-period': '0',
      'activation-timeout': '0',
      'renew-before': 'soon',
      'expires-at': '30m',
    },
  });
  const main = await rotating.main();
  expect(main.annotations.map(({ title }) => title).sort()).toEqual([
    'Input description',
    'Input expires-at',
    'Input grace-period',
    'Input renew-before',
    'Input store-in',
    'Input store-in',
  ]);
  expect(rotating.order).toEqual([]);
});
