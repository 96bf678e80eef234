import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { GithubTokenSeed } from '../../emulator/servers/github/access.ts';
import { GithubEmulator } from '../../emulator/servers/github/github-emulator.ts';
import type { EmulatorOptions } from '../../emulator/servers/options.ts';
import type { TokenSeed } from '../../emulator/servers/token-store.ts';
import type { StepResult } from '../actions-runner/step-run.ts';
import { Scene } from './scene.ts';
import { unmasked } from './unmasked.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const OWN_RUN = 8812345678;

interface Given {
  readonly tokens?: readonly TokenSeed[];
  readonly inputs?: Readonly<Record<string, string>>;
  readonly cluster?: EmulatorOptions;
  readonly githubToken?: GithubTokenSeed;
}

/** Cleaning is a cleanup step, a cluster with tokens, and GitHub. */
class Cleaning {
  readonly scene: Scene;
  readonly github: GithubEmulator;

  static async start({ tokens = [], inputs, cluster = {}, githubToken }: Given = {}): Promise<Cleaning> {
    const github = await GithubEmulator.start();
    github.repository('acme/web');
    github.repository('acme/api');
    github.run({ id: OWN_RUN });
    const token = github.token(githubToken ?? { kind: 'job', actions: 'read' });
    const scene = await Scene.start({
      operation: 'cleanup',
      cluster,
      github: { api_url: github.apiUrl, token },
      inputs: { ...inputs },
    });
    for (const seed of tokens) scene.cluster.seed(seed);
    return new Cleaning(scene, github);
  }

  private constructor(scene: Scene, github: GithubEmulator) {
    this.scene = scene;
    this.github = github;
  }

  /** The plain descriptions of the live tokens. */
  get alive(): string[] {
    return this.scene.cluster.liveTokens.map(({ description }) => description.replace(/ \[gha:.*/, ''));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.scene[Symbol.asyncDispose]();
    await this.github.stop();
  }
}

/** tagged is a token of a run, by default of `acme/web`. */
function tagged(
  plain: string,
  kind: 'job' | 'kept' | 'pending' | 'current',
  runId: number,
  { repository = 'acme/web#4711', ...changes }: Partial<TokenSeed> & { readonly repository?: string } = {},
): TokenSeed {
  return {
    description: `${plain} [gha:github.com/${repository} ${runId}.1 ${kind} 7f3a9c2e5b1d8046]`,
    ...changes,
  };
}

function decisions({ outputs }: StepResult): Record<string, string> {
  const tokens: { plainDescription: string; decision: string; reason: string }[] = JSON.parse(
    outputs['tokens'] ?? '[]',
  );
  return Object.fromEntries(
    tokens.map(({ plainDescription, decision, reason }) => [plainDescription, `${decision}: ${reason}`]),
  );
}

const revokedIds = ({ outputs }: StepResult): string[] => JSON.parse(outputs['revoked-token-ids'] ?? 'null');
const failedIds = ({ outputs }: StepResult): string[] => JSON.parse(outputs['failed-token-ids'] ?? 'null');

describe('tokens of ended jobs', () => {
  test('are revoked. Tokens of other runs and tokens that consumers use are kept', async () => {
    await using cleaning = await Cleaning.start({
      tokens: [
        tagged('ended', 'job', 100),
        tagged('cancelled', 'job', 101),
        tagged('retried', 'job', 102),
        tagged('going on', 'job', 103),
        tagged('unknown', 'job', 104),
        tagged('unknown and old', 'job', 104, { createdAt: Date.now() - 36 * DAY }),
        tagged('own', 'job', OWN_RUN),
        tagged('kept', 'kept', 100),
        tagged('pending', 'pending', 100),
        tagged('current', 'current', 100),
        tagged('current and expired', 'current', 100, { expiresAt: Date.now() - HOUR }),
        tagged('kept and expired', 'kept', 100, { expiresAt: Date.now() - HOUR }),
        tagged('sister', 'job', 100, { repository: 'acme/api#4712' }),
        { description: 'untagged', createdAt: Date.now() - 400 * DAY },
      ],
    });
    const { github, scene } = cleaning;
    github.run({ id: 100, status: 'completed' });
    github.run({ id: 101, status: 'completed', conclusion: 'cancelled' });
    github.run({ id: 102, attempt: 2 });
    github.run({ id: 103 });
    const main = await scene.main();
    expect(main).toMatchObject({
      conclusion: 'success',
      annotations: [{ level: 'warning', title: 'Run status unknown' }],
    });
    expect(main.annotations[0]?.message).toMatch(
      /^The status of 1 of 5 runs is not known, .*no longer has run 104 /,
    );
    expect(decisions(main)).toEqual({
      ended: 'revoke: run 100 ended',
      cancelled: 'revoke: run 101 ended',
      retried: 'revoke: run 102 ended',
      'going on': 'keep: run 103 might not have ended',
      unknown: 'keep: run 104 might not have ended',
      'unknown and old': 'revoke: run 104 ended',
      own: 'keep: created by this run',
      kept: 'keep: `max-age` is not set',
      pending: 'keep: pending token of its series',
      current: 'keep: current token of its series',
      'current and expired': 'keep: current token of its series',
      'kept and expired': 'revoke: expired',
    });
    expect(cleaning.alive).toEqual([
      'going on',
      'unknown',
      'own',
      'kept',
      'pending',
      'current',
      'sister',
      'untagged',
    ]);
    expect(main.outputs['count']).toBe('12');
    expect(readFileSync(main.outputs['tokens-file'] ?? '', 'utf8')).toBe(main.outputs['tokens']);
    expect(revokedIds(main)).toHaveLength(5);
    expect(failedIds(main)).toEqual([]);
    expect(main.summary).toMatch(/\| ended \| job \| none \| [^|]* \| revoked \| run 100 ended \|/);
    expect(main.summary).toContain('| kept | current token of its series |');
  });

  test('are found in this order: the list, each run once, and then the revocations', async () => {
    await using cleaning = await Cleaning.start({
      tokens: [tagged('a', 'job', 100), tagged('b', 'job', 100), tagged('c', 'job', 101)],
    });
    const { github, scene } = cleaning;
    for (const id of [100, 101]) github.run({ id, status: 'completed' });
    const seen: string[] = [];
    scene.cluster.onRequest(({ route }, moment) => {
      if (moment === 'before') seen.push(route);
      return undefined;
    });
    github.onRequest(({ route }, moment) => {
      if (moment === 'before') seen.push(route);
      return undefined;
    });
    expect((await scene.main()).conclusion).toBe('success');
    expect(seen).toEqual([
      'GET tokens',
      'GET run',
      'GET run',
      'DELETE token',
      'DELETE token',
      'DELETE token',
    ]);
  });

  test('cause no request to GitHub if no job has left any', async () => {
    await using cleaning = await Cleaning.start({ tokens: [{ description: 'untagged' }] });
    const main = await cleaning.scene.main();
    expect(main.outputs).toMatchObject({ count: '0', tokens: '[]', 'revoked-token-ids': '[]' });
    expect(cleaning.github.requests).toEqual([]);
    expect(main.summary).toContain('### 0 tokens in the scope of the cleanup\n');
  });
});

describe('if GitHub does not report the status of a run', () => {
  test.for<[string, (github: GithubEmulator) => void]>([
    ['responds with 500', (github) => github.every('GET run').respondsWith(500)],
    ['resets', (github) => github.every('GET run').resets('before')],
    ['responds with HTML', (github) => github.every('GET run').respondsWith(200, '<html></html>')],
    [
      'responds with a 404 of another server',
      (github) => github.every('GET run').respondsWith(404, '<html></html>'),
    ],
  ])('cleanup revokes nothing when GitHub %s', async ([, prepare]) => {
    await using cleaning = await Cleaning.start({ tokens: [tagged('a', 'job', 100, { createdAt: 0 })] });
    cleaning.github.run({ id: 100, status: 'completed' });
    prepare(cleaning.github);
    const main = await cleaning.scene.main();
    expect(decisions(main)).toEqual({ a: 'keep: run 100 might not have ended' });
    expect(cleaning.alive).toEqual(['a']);
    expect(main.annotations).toMatchObject([{ level: 'warning', title: 'Run status unknown' }]);
    expect(main.annotations[0]?.message).toMatch(
      /^The status of 1 of 1 run is not known, so the step keeps the tokens of this run\. \S/,
    );
  });

  test('because it asks for a long pause, cleanup sends no more requests and says so', async () => {
    const tokens = Array.from({ length: 60 }, (_, number) => tagged(`live ${number}`, 'job', 100 + number));
    await using cleaning = await Cleaning.start({ tokens });
    cleaning.github.every('GET run').respondsWith(429, { message: 'slow down' }, { 'Retry-After': '3600' });
    const main = await cleaning.scene.main();
    expect(main.annotations).toMatchObject([
      { level: 'warning', message: expect.stringContaining('3600 s') },
    ]);
    expect(main.annotations[0]?.message).toContain('60 of 60 runs');
    expect(cleaning.github.requests.length).toBeLessThanOrEqual(8);
    expect(cleaning.alive).toHaveLength(60);
  });

  test('because its rate limit is used up for an hour, cleanup stops asking, and the warning counts the runs', async () => {
    const tokens = Array.from({ length: 60 }, (_, number) => tagged(`live ${number}`, 'job', 100 + number));
    await using cleaning = await Cleaning.start({ tokens });
    const { github } = cleaning;
    for (let run = 0; run < 60; run++) github.run({ id: 100 + run, status: 'completed' });
    github.next('GET run', { after: 20 }).runs('before', () => {
      github.useUpLimit(Date.now() + 3_600_000);
    });
    const main = await cleaning.scene.main();
    expect(main.conclusion).toBe('success');
    const responses = github.trace.filter((line) => line === 'GET run 200').length;
    expect(responses).toBeGreaterThanOrEqual(20);
    expect(github.requests.length).toBeLessThanOrEqual(responses + 8);
    expect(cleaning.alive).toHaveLength(60 - responses);
    expect(main.annotations).toMatchObject([{ level: 'warning', title: 'Run status unknown' }]);
    expect(main.annotations[0]?.message).toContain(`The status of ${60 - responses} of 60 runs is not known`);
  });

  test('because of a secondary rate limit of a second, cleanup waits', async () => {
    await using cleaning = await Cleaning.start({ tokens: [tagged('a', 'job', 100)] });
    cleaning.github.run({ id: 100, status: 'completed' });
    cleaning.github.limit('GET run', { seconds: 1 });
    const main = await cleaning.scene.main();
    expect(main).toMatchObject({ conclusion: 'success', annotations: [] });
    expect(cleaning.alive).toEqual([]);
    expect(cleaning.github.trace).toEqual(['GET run 403', 'GET run 200']);
  });

  test.for([
    ['lacks the permission', {}],
    ['is not known', undefined],
  ] as const)('cleanup changes nothing, and names the permission, when the token %s', async ([, seed]) => {
    await using cleaning = await Cleaning.start({
      tokens: [tagged('a', 'job', 100), tagged('b', 'kept', 100, { expiresAt: 1 })],
      ...(seed ? { githubToken: { kind: 'job', ...seed } } : {}),
      inputs: seed ? {} : { 'github-token': 'ghs_hunter2hunter2' },
    });
    const main = await cleaning.scene.main();
    expect(main).toMatchObject({ exitCode: 1, annotations: [{ level: 'error' }] });
    expect(main.annotations[0]?.message).toMatch(/`permissions: actions: read`.*No token was revoked/);
    expect(cleaning.scene.cluster.trace).toEqual(['GET tokens 200']);
    expect(unmasked(main.stdout)).not.toContain('hunter2');
  });
});

describe('with `max-age`', () => {
  test('kept and untagged tokens are also revoked', async () => {
    await using cleaning = await Cleaning.start({
      inputs: { 'max-age': '30d', scope: 'cluster', 'description-pattern': 'load *' },
      tokens: [
        tagged('load old', 'kept', 100, { createdAt: Date.now() - 31 * DAY }),
        tagged('load young', 'kept', 100, { createdAt: Date.now() - 29 * DAY }),
        { description: 'load untagged', createdAt: Date.now() - 31 * DAY },
        { description: 'production', createdAt: Date.now() - 31 * DAY },
        tagged('load current', 'current', 100, { createdAt: Date.now() - 31 * DAY }),
      ],
    });
    const main = await cleaning.scene.main();
    expect(decisions(main)).toEqual({
      'load old': 'revoke: older than 30d',
      'load young': 'keep: younger than 30d',
      'load untagged': 'revoke: older than 30d',
      'load current': 'keep: current token of its series',
    });
    expect(cleaning.alive).toEqual(['load young', 'production', 'load current']);
  });
});

describe('the scope', () => {
  test('of an organization contains the tokens of all its repositories, and their runs are checked there', async () => {
    await using cleaning = await Cleaning.start({
      inputs: { scope: 'organization' },
      tokens: [
        tagged('ours', 'job', 100),
        tagged('sister', 'job', 101, { repository: 'ACME/api#4712' }),
        tagged('stranger', 'job', 102, { repository: 'evil/web#1' }),
        { description: 'untagged', expiresAt: 1 },
      ],
    });
    cleaning.github.run({ id: 100, status: 'completed' });
    cleaning.github.run({ id: 101, status: 'completed', repository: 'acme/api' });
    const main = await cleaning.scene.main();
    expect(Object.keys(decisions(main)).sort()).toEqual(['ours', 'sister']);
    expect(cleaning.alive).toEqual(['stranger']);
  });

  test.for([
    [{ scope: 'cluster' }, ['Input description-pattern']],
    [{ scope: 'cluster', 'description-pattern': 'a?*b' }, ['Input description-pattern']],
    [{ scope: 'everything' }, ['Input scope']],
    [
      { 'max-age': 'old', 'max-revocations': '-1', 'dry-run': 'maybe' },
      ['Input max-age', 'Input max-revocations', 'Input dry-run'],
    ],
    [{ status: 'expired' }, ['Input status']],
  ] as const)('and all other inputs are checked before the first request: %o', async ([inputs, titles]) => {
    await using cleaning = await Cleaning.start({ inputs });
    const main = await cleaning.scene.main();
    expect(main.annotations.map(({ title }) => title)).toEqual(titles);
    expect(cleaning.scene.cluster.requests).toEqual([]);
  });
});

describe('limits', () => {
  const tokens = [
    ...[1, 2, 3].map((number) => tagged(`live ${number}`, 'job', 100)),
    ...[1, 2, 3].map((number) => tagged(`expired ${number}`, 'kept', 100, { expiresAt: 1 })),
  ];

  test('too many live tokens: none is revoked, and the error says what to do', async () => {
    await using cleaning = await Cleaning.start({ tokens, inputs: { 'max-revocations': '2' } });
    cleaning.github.run({ id: 100, status: 'completed' });
    const main = await cleaning.scene.main();
    expect(main).toMatchObject({ exitCode: 1, annotations: [{ title: 'Too many tokens' }] });
    expect(main.annotations[0]?.message).toMatch(
      /^3 tokens would be revoked, .* allows 2\. No token was revoked.*`max-revocations: 3`/,
    );
    for (const { id } of cleaning.scene.cluster.liveTokens)
      expect(main.annotations[0]?.message).toContain(id);
    expect(main.annotations[0]?.message).not.toContain('max-age');
    expect(main.summary).toContain(
      '### 0 of 6 tokens revoked, because 3 live tokens exceed <code>max-revocations</code>\n',
    );
    for (const { id } of cleaning.scene.cluster.liveTokens) expect(main.summary).toContain(id);
    expect(main.summary.match(/^Cluster: /gm), 'the table and the error are in one summary').toHaveLength(1);
    expect(cleaning.scene.cluster.trace).toEqual(['GET tokens 200']);
    expect(main.outputs).toMatchObject({ count: '6', 'revoked-token-ids': '[]' });
  });

  test('as many tokens as allowed are revoked, and expired tokens do not count', async () => {
    await using cleaning = await Cleaning.start({ tokens, inputs: { 'max-revocations': '3' } });
    cleaning.github.run({ id: 100, status: 'completed' });
    const main = await cleaning.scene.main();
    expect(main.conclusion).toBe('success');
    expect(revokedIds(main)).toHaveLength(6);
    expect(cleaning.alive).toEqual([]);
  });

  test('a dry run changes nothing, and reports the limit', async () => {
    await using cleaning = await Cleaning.start({
      tokens,
      inputs: { 'max-revocations': '2', 'dry-run': 'true' },
    });
    cleaning.github.run({ id: 100, status: 'completed' });
    const main = await cleaning.scene.main();
    expect(main).toMatchObject({
      conclusion: 'success',
      annotations: [{ level: 'warning', title: 'Too many tokens' }],
    });
    expect(cleaning.scene.cluster.trace).toEqual(['GET tokens 200']);
    expect(main.log).toMatch(/Token \S+ would be revoked: run 100 ended\./);
    expect(main.summary).toContain('### Dry run: 6 of 6 tokens would be revoked, 0 kept\n');
    expect(Object.values(decisions(main)).filter((text) => text.startsWith('revoke'))).toHaveLength(6);
  });
});

describe('a failure', () => {
  const tokens = [1, 2, 3, 4].map((number) => tagged(`live ${number}`, 'job', 100));

  test('does not stop the other revocations, but fails the step at the end', async () => {
    await using cleaning = await Cleaning.start({ tokens });
    cleaning.github.run({ id: 100, status: 'completed' });
    cleaning.scene.cluster
      .next('DELETE token', { after: 1 })
      .respondsWith(400, { code: 400, message: 'no such luck' });
    const main = await cleaning.scene.main();
    expect(main).toMatchObject({ exitCode: 1, annotations: [{ title: 'Token not revoked' }] });
    expect(revokedIds(main)).toHaveLength(3);
    expect(failedIds(main)).toEqual(cleaning.scene.cluster.liveTokens.map(({ id }) => id));
    expect(main.summary).toContain('not revoked: ');
  });

  test('to find a token that was listed before counts as revoked', async () => {
    await using cleaning = await Cleaning.start({ tokens });
    cleaning.github.run({ id: 100, status: 'completed' });
    cleaning.scene.cluster.every('DELETE token').respondsWith(404, { code: 404, message: 'not found' });
    cleaning.scene.cluster.next('GET tokens', { after: 1 }).respondsWith(200, '[]');
    const main = await cleaning.scene.main();
    expect(main).toMatchObject({ conclusion: 'success', annotations: [] });
    expect(revokedIds(main)).toHaveLength(4);
    expect(failedIds(main)).toEqual([]);
  });

  test.for([401, 403])('with %i stops at once', async (status) => {
    await using cleaning = await Cleaning.start({ tokens });
    cleaning.github.run({ id: 100, status: 'completed' });
    cleaning.scene.cluster.every('DELETE token').respondsWith(status, { code: status, message: 'no' });
    const main = await cleaning.scene.main();
    expect(main.exitCode).toBe(1);
    expect(cleaning.scene.cluster.trace).toEqual(['GET tokens 200', `DELETE token ${status}`]);
    expect(failedIds(main)).toHaveLength(4);
  });
});

describe('during a pause of a second', () => {
  const tokens = Array.from({ length: 60 }, (_, number) => tagged(`live ${number}`, 'job', 100 + number));

  /** The longest time without any request, in milliseconds. */
  const standstill = (requests: readonly { readonly at: number }[]) =>
    Math.max(...requests.slice(1).map(({ at }, index) => at - (requests[index]?.at ?? 0)));

  test('that the cluster asks for, no token is revoked, and all are revoked later', async () => {
    await using cleaning = await Cleaning.start({ tokens });
    const { scene, github } = cleaning;
    for (let run = 0; run < 60; run++) github.run({ id: 100 + run, status: 'completed' });
    scene.cluster.next('DELETE token', { after: 30 }).respondsWith(429, undefined, { 'Retry-After': '1' });
    const main = await scene.main();
    expect(main.conclusion).toBe('success');
    expect(cleaning.alive).toEqual([]);
    expect(standstill(scene.cluster.requests)).toBeGreaterThan(900);
  });

  test('that GitHub asks for, no run is read, and then each is read at most once more', async () => {
    await using cleaning = await Cleaning.start({ tokens });
    const { scene, github } = cleaning;
    for (let run = 0; run < 60; run++) github.run({ id: 100 + run, status: 'completed' });
    github.next('GET run', { after: 30 }).respondsWith(429, { message: 'slow down' }, { 'Retry-After': '1' });
    const main = await scene.main();
    expect(main.conclusion).toBe('success');
    expect(cleaning.alive).toEqual([]);
    expect(github.requests).toHaveLength(61);
    expect(standstill(github.requests)).toBeGreaterThan(900);
  });
});

describe('a canceled job', () => {
  test('starts no further revocation, and reports what it has done', async () => {
    const tokens = Array.from({ length: 60 }, (_, number) => tagged(`live ${number}`, 'job', 100));
    await using cleaning = await Cleaning.start({ tokens });
    const { scene, github } = cleaning;
    github.run({ id: 100, status: 'completed' });
    const running = scene.start('main');
    let responses = 0;
    scene.cluster.onRequest(({ route }, moment) => {
      if (route !== 'DELETE token') return undefined;
      if (moment === 'before' && ++responses === 20) running.kill('SIGINT');
      return undefined;
    });
    scene.cluster.next('DELETE token', { after: 18 }).hangs('before');
    const main = await running.finished;
    expect(main).toMatchObject({ exitCode: 1, signal: null });
    expect(responses).toBeLessThan(40);
    expect(failedIds(main).toSorted()).toEqual(scene.cluster.liveTokens.map(({ id }) => id).toSorted());
    expect(revokedIds(main).length + failedIds(main).length).toBe(60);
    expect(main.annotations.map(({ title }) => title)).toContain('Tokens skipped');
    expect(main.summary).toMatch(/^### \d+ of 60 tokens revoked, \d+ failed\n/);
  });

  test('reports in time what it has done, even while it looks for missing tokens', async () => {
    const tokens = [1, 2, 3].map((number) => tagged(`live ${number}`, 'job', 100));
    await using cleaning = await Cleaning.start({ tokens, inputs: { 'request-timeout': '30s' } });
    const { scene, github } = cleaning;
    github.run({ id: 100, status: 'completed' });
    scene.cluster.next('DELETE token').respondsWith(404, { code: 404, message: 'not found' });
    const running = scene.start('main');
    scene.cluster.next('GET tokens', { after: 1 }).hangs('before');
    scene.cluster.next('GET tokens', { after: 1 }).hangs('before');
    scene.cluster.onRequest(({ route }, moment) => {
      if (route === 'GET tokens' && moment === 'before' && scene.cluster.trace.includes('DELETE token 404')) {
        running.cancel();
      }
      return undefined;
    });
    const main = await running.finished;
    expect(main).toMatchObject({ exitCode: 1, signal: null });
    expect(revokedIds(main)).toHaveLength(2);
    expect(failedIds(main)).toEqual(scene.cluster.liveTokens.map(({ id }) => id));
    expect(main.annotations).toMatchObject([{ message: expect.stringContaining('canceled') }]);
  });

  test('revokes nothing if nothing was revoked yet', async () => {
    await using cleaning = await Cleaning.start({ tokens: [tagged('live', 'job', 100)] });
    const { scene, github } = cleaning;
    github.run({ id: 100, status: 'completed' });
    const running = scene.start('main');
    github.onRequest((_, moment) => {
      if (moment === 'before') running.kill('SIGINT');
      return undefined;
    });
    github.next('GET run').hangs('before');
    const main = await running.finished;
    expect(main).toMatchObject({ exitCode: 1, annotations: [{ title: 'Canceled' }] });
    expect(cleaning.alive).toEqual(['live']);
  });
});
