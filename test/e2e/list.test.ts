import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Emulator } from '../../emulator/servers/emulator.ts';
import type { EmulatorOptions } from '../../emulator/servers/options.ts';
import type { StoredToken, TokenSeed } from '../../emulator/servers/token-store.ts';
import { formatTagged, type TagKind } from '../../src/tokens/tag.ts';
import type { StepResult } from '../actions-runner/step-run.ts';
import { runWorkflow } from '../actions-runner/workflow/run-workflow.ts';
import { runnerClockAt } from './runner-clock.ts';
import { ACTION, Scene } from './scene.ts';

/** The server's time in most of these tests. */
const NOW = Date.parse('2026-05-01T12:00:00Z');
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** The entry of each token in the output `tokens`. */
type Listed = Record<string, unknown>;

/** A step that lists the tokens of a cluster whose clock is stopped. */
async function listing(
  seeds: readonly TokenSeed[],
  inputs: Readonly<Record<string, string>> = {},
  cluster: EmulatorOptions = {},
): Promise<Scene> {
  const scene = await Scene.start({
    operation: 'list',
    inputs,
    ...runnerClockAt(NOW),
    cluster: { clock: () => NOW, ...cluster },
  });
  for (const seed of seeds) scene.cluster.seed(seed);
  return scene;
}

function listed({ outputs }: StepResult): Listed[] {
  return JSON.parse(outputs['tokens'] ?? 'null');
}

function descriptions(result: StepResult): unknown[] {
  return listed(result).map(({ plainDescription }) => plainDescription);
}

function tagged(
  plain: string,
  kind: TagKind = 'job',
  repository = 'acme/web',
  repositoryId = '4711',
): string {
  const run = { runId: '8812345678', runAttempt: '1', nonce: '7f3a9c2e5b1d8046' };
  return formatTagged(plain, { server: 'github.com', repository, repositoryId, kind, ...run });
}

/** The cells of the summary's rows, without the header. */
function rows(summary: string): string[][] {
  return summary
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(1)
    .map((line) => line.slice(2, -2).split(' | '));
}

const ONE_OF_EACH: readonly TokenSeed[] = [
  { description: 'never expires', createdAt: NOW - 3 * DAY_MS },
  { description: 'is active', createdAt: NOW - 2 * DAY_MS, expiresAt: NOW + DAY_MS },
  { description: 'has expired', createdAt: NOW - 5 * DAY_MS, expiresAt: NOW },
  { description: 'is revoked', createdAt: NOW - DAY_MS, revokedAt: NOW - HOUR_MS },
  {
    description: 'is revoked and has expired',
    createdAt: NOW - 4 * DAY_MS,
    expiresAt: NOW - DAY_MS,
    revokedAt: NOW - 2 * DAY_MS,
  },
];

describe('the list', () => {
  test('needs one request, and has these outputs', async () => {
    await using scene = await listing(
      [
        {
          id: '3f2b8c1d-9e4a-4b6f-8d07-5a1c2e3f4b6d',
          description: tagged('nightly', 'kept'),
          permissions: [{ action: 'read', resource: 'metrics' }],
          createdAt: NOW - 2 * DAY_MS,
          expiresAt: NOW + DAY_MS,
        },
        {
          id: '4f2b8c1d-9e4a-4b6f-8d07-5a1c2e3f4b6d',
          description: 'by hand',
          createdAt: NOW - 3 * DAY_MS,
          revokedAt: NOW - DAY_MS + 1,
        },
      ],
      { status: 'all' },
    );
    const main = await scene.main();
    expect(main).toMatchObject({ conclusion: 'success', annotations: [], state: { ledger: '' } });
    expect(scene.cluster.trace).toEqual(['GET tokens 200']);
    expect(Object.keys(main.outputs).toSorted()).toEqual(['count', 'tokens', 'tokens-file']);
    expect(main.outputs['count']).toBe('2');
    expect(listed(main)).toEqual([
      {
        id: '3f2b8c1d-9e4a-4b6f-8d07-5a1c2e3f4b6d',
        description: tagged('nightly', 'kept'),
        permissions: [{ action: 'read', resource: 'metrics' }],
        createdAt: '2026-04-29T12:00:00Z',
        expiresAt: '2026-05-02T12:00:00Z',
        revokedAt: null,
        plainDescription: 'nightly',
        kind: 'kept',
        server: 'github.com',
        repository: 'acme/web',
        runId: '8812345678',
        status: 'active',
      },
      {
        id: '4f2b8c1d-9e4a-4b6f-8d07-5a1c2e3f4b6d',
        description: 'by hand',
        permissions: [],
        createdAt: '2026-04-28T12:00:00Z',
        expiresAt: null,
        revokedAt: '2026-04-30T12:00:00.001Z',
        plainDescription: 'by hand',
        kind: null,
        server: null,
        repository: null,
        runId: null,
        status: 'revoked',
      },
    ]);
  });

  test('is also in a file', async () => {
    await using scene = await listing(ONE_OF_EACH, { status: 'all' });
    const { outputs } = await scene.main();
    const file = outputs['tokens-file'] ?? '';
    expect(dirname(file)).toBe(scene.step.host.temp);
    expect(readFileSync(file, 'utf8')).toBe(outputs['tokens']);
  });

  test('of a second step is in a different file', async () => {
    await using scene = await listing(ONE_OF_EACH);
    const [first, second] = [await scene.main(), await scene.main()];
    expect(first.outputs['tokens-file']).not.toBe(second.outputs['tokens-file']);
    expect(readFileSync(first.outputs['tokens-file'] ?? '', 'utf8')).toBe(first.outputs['tokens']);
  });

  test('without tokens is empty, and not a failure', async () => {
    await using scene = await listing([]);
    const main = await scene.main();
    expect(main).toMatchObject({ conclusion: 'success', outputs: { count: '0', tokens: '[]' } });
    expect(readFileSync(main.outputs['tokens-file'] ?? '', 'utf8')).toBe('[]');
    expect(main.summary).toMatch(/^### 0 of \d+ tokens? listed\n/);
  });

  test('is read again after a retryable error', async () => {
    await using scene = await listing(ONE_OF_EACH);
    scene.cluster.next('GET tokens').truncates();
    expect((await scene.main()).outputs['count']).toBe('2');
    expect(scene.cluster.trace).toEqual(['GET tokens 200 truncated', 'GET tokens 200']);
  });

  test('leaves the post step nothing to do', async () => {
    await using scene = await listing(ONE_OF_EACH);
    await scene.main();
    expect(await scene.post()).toMatchObject({ stdout: '', stderr: '', summary: '' });
    expect(scene.cluster.trace).toEqual(['GET tokens 200']);
    expect(scene.cluster.liveTokens).toHaveLength(2);
  });

  test('of Clustered needs only the address of the cluster', async () => {
    await using scene = await listing(ONE_OF_EACH, {}, { product: 'clustered' });
    const inputs = { ...scene.inputs, 'api-url': '', 'cluster-url': scene.cluster.clusterUrl };
    expect((await scene.main({ inputs })).outputs['count']).toBe('2');
  });

  test('of Clustered is found under either path', async () => {
    for (const form of ['bare', 'prefixed'] as const) {
      await using scene = await listing(ONE_OF_EACH, {}, { product: 'clustered', form });
      expect((await scene.main()).outputs['count'], form).toBe('2');
    }
  });
});

describe('the order', () => {
  const NUMBERED = Array.from(
    { length: 9 },
    (_, number): TokenSeed => ({
      id: `3f2b8c1d-9e4a-4b6f-8d07-5a1c2e3f4b6${number}`,
      description: `number ${number}`,
      createdAt: NOW - DAY_MS - Math.floor(number / 3) * 1000,
    }),
  );
  const EXPECTED = NUMBERED.map(({ description }) => description);

  test.for<[string, (tokens: unknown[]) => unknown]>([
    ['scrambled', (tokens) => tokens],
    ['the oldest first', (tokens) => byCreation(tokens)],
    ['the newest first', (tokens) => byCreation(tokens).toReversed()],
    ['rotated', (tokens) => [...tokens.slice(4), ...tokens.slice(0, 4)]],
  ])('is the newest first, then by ID, if the server’s order is %s', async ([, order]) => {
    await using scene = await listing(NUMBERED);
    scene.cluster.every('GET tokens').changes<unknown[]>(order);
    expect(descriptions(await scene.main())).toEqual(EXPECTED);
  });

  test('has tokens without a readable creation date last', async () => {
    await using scene = await listing([
      { description: 'unreadable', createdAt: NOW },
      { description: 'old', createdAt: 86_400_000 },
    ]);
    scene.cluster
      .every('GET tokens')
      .changes<Listed[]>((tokens) =>
        tokens.map((token) =>
          token['description'] === 'unreadable' ? { ...token, createdAt: 'yesterday' } : token,
        ),
      );
    const main = await scene.main();
    expect(descriptions(main)).toEqual(['old', 'unreadable']);
    expect(listed(main)[1]?.['createdAt']).toBe('unreadable');
  });

  test('considers fractions of a second with any offset', async () => {
    await using scene = await listing([
      { description: 'first', createdAt: NOW },
      { description: 'second', createdAt: NOW },
      { description: 'third', createdAt: NOW },
    ]);
    const dates: Record<string, string> = {
      first: '2026-05-01T14:00:00.250+02:00',
      second: '2026-05-01T12:00:00.5Z',
      third: '2026-05-01T07:00:00.750999-05:00',
    };
    scene.cluster
      .every('GET tokens')
      .changes<Listed[]>((tokens) =>
        tokens.map((token) => ({ ...token, createdAt: dates[String(token['description'])] })),
      );
    expect(descriptions(await scene.main())).toEqual(['third', 'second', 'first']);
  });
});

function byCreation(tokens: unknown[]): unknown[] {
  const dateOf = (token: unknown) => Date.parse((token as { createdAt: string }).createdAt);
  return tokens.toSorted((one, other) => dateOf(one) - dateOf(other));
}

describe('status', () => {
  test.for<[string, string[]]>([
    ['', ['is active', 'never expires']],
    ['active', ['is active', 'never expires']],
    ['expired', ['has expired']],
    ['revoked', ['is revoked', 'is revoked and has expired']],
    ['all', ['is revoked', 'is active', 'never expires', 'is revoked and has expired', 'has expired']],
  ])('%j selects %j', async ([status, expected]) => {
    await using scene = await listing(ONE_OF_EACH, { status });
    const main = await scene.main();
    expect(descriptions(main)).toEqual(expected);
    expect(main.outputs['count']).toBe(String(expected.length));
  });

  test.for(['absent', 'null', 'empty', 'zero', 'epoch'] as const)(
    'treats dates that are %s as not set',
    async (unsetDates) => {
      await using scene = await listing(ONE_OF_EACH, {}, { unsetDates });
      const main = await scene.main();
      expect(descriptions(main)).toEqual(['is active', 'never expires']);
      expect(listed(main)[1]).toMatchObject({ expiresAt: null, revokedAt: null });
    },
  );

  test('treats an unreadable date of revocation as a revocation', async () => {
    await using scene = await listing([{ description: 'x', createdAt: NOW }], { status: 'revoked' });
    scene.cluster
      .every('GET tokens')
      .changes<Listed[]>((tokens) => tokens.map((token) => ({ ...token, revokedAt: 1_700_000_000 })));
    expect(listed(await scene.main())).toMatchObject([{ revokedAt: 'unreadable', status: 'revoked' }]);
  });

  test('that is unknown is an input error, and nothing is sent', async () => {
    await using scene = await listing([], { status: 'live' });
    const main = await scene.main();
    expect(main).toMatchObject({ exitCode: 1, outputs: {}, annotations: [{ title: 'Input status' }] });
    expect(scene.cluster.requests).toEqual([]);
  });
});

describe('description-pattern', () => {
  const NAMES = ['ci-1', 'ci-10', 'CI-1', 'my ci-1', 'deploy/eu/web', 'deploy', 'a*b', 'axb', '[gha:x]'];

  test.for<[string, string[]]>([
    ['ci-1', ['ci-1']],
    ['ci-1*', ['ci-1', 'ci-10']],
    ['*ci-1', ['ci-1', 'my ci-1']],
    ['?I-1', ['CI-1']],
    ['deploy*', ['deploy/eu/web', 'deploy']],
    ['deploy/*', ['deploy/eu/web']],
    ['*/web', ['deploy/eu/web']],
    ['a\\*b', ['a*b']],
    ['a*b', ['a*b', 'axb']],
    ['*8812345678*', []],
    ['*', NAMES],
  ])('%j selects %j, with a tag and without', async ([pattern, expected]) => {
    for (const describe of [(name: string) => tagged(name), (name: string) => name]) {
      const seeds = NAMES.map((name, age) => ({ description: describe(name), createdAt: NOW - age * 1000 }));
      await using scene = await listing(seeds, { 'description-pattern': pattern });
      expect(descriptions(await scene.main())).toEqual(expected);
    }
  });
});

describe('databases', () => {
  const seeds: readonly TokenSeed[] = [
    { description: 'metrics', permissions: [{ action: 'read', resource: 'metrics' }], createdAt: NOW - 1000 },
    { description: 'logs', permissions: [{ action: 'write', resource: 'logs' }], createdAt: NOW - 2000 },
    { description: 'any', permissions: [{ action: 'read', resource: '*' }], createdAt: NOW - 3000 },
    { description: 'none', permissions: [], createdAt: NOW - 4000 },
    { description: 'Metrics', permissions: [{ action: 'read', resource: 'Metrics' }], createdAt: NOW - 5000 },
  ];

  test.for<[string, string[]]>([
    ['', ['metrics', 'logs', 'any', 'none', 'Metrics']],
    ['metrics', ['metrics', 'any']],
    ['metrics, logs', ['metrics', 'logs', 'any']],
    ['logs\n# and\nmetrics', ['metrics', 'logs', 'any']],
    ['*', ['any']],
    ['elsewhere', ['any']],
  ])('%j selects %j', async ([databases, expected]) => {
    await using scene = await listing(seeds, { databases });
    expect(descriptions(await scene.main())).toEqual(expected);
    expect(scene.cluster.trace).toEqual(['GET tokens 200']);
  });
});

describe('scope', () => {
  const seeds: readonly TokenSeed[] = [
    { description: tagged('ours'), createdAt: NOW - 1000 },
    { description: tagged('ours before it was renamed', 'kept', 'acme/old'), createdAt: NOW - 2000 },
    { description: tagged('of a neighbour', 'job', 'ACME/app', '815'), createdAt: NOW - 3000 },
    { description: tagged('of somebody else', 'job', 'other/web', '4712'), createdAt: NOW - 4000 },
    { description: tagged('of somebody alike', 'job', 'acme-corp/web', '4713'), createdAt: NOW - 5000 },
    { description: 'untagged', createdAt: NOW - 6000 },
    { description: `${tagged('behind its tag')} `, createdAt: NOW - 7000 },
  ];

  test.for<[string, string[]]>([
    ['repository', ['ours', 'ours before it was renamed']],
    ['organization', ['ours', 'ours before it was renamed', 'of a neighbour']],
  ])('%s selects by tag', async ([scope, expected]) => {
    await using scene = await listing(seeds, { scope });
    expect(descriptions(await scene.main())).toEqual(expected);
  });

  test.for(['', 'cluster'])('%j selects every token', async (scope) => {
    await using scene = await listing(seeds, { scope });
    expect((await scene.main()).outputs['count']).toBe(String(seeds.length));
  });

  test('defaults to the repository of the step', async () => {
    await using scene = await Scene.start({
      operation: 'list',
      inputs: { scope: 'repository' },
      github: { repository_id: '815' },
    });
    for (const seed of seeds) scene.cluster.seed(seed);
    expect(descriptions(await scene.main())).toEqual(['of a neighbour']);
  });
});

describe('expires-within', () => {
  const seeds: readonly TokenSeed[] = [
    { description: 'has expired', createdAt: NOW - 1000, expiresAt: NOW - DAY_MS },
    { description: 'tomorrow', createdAt: NOW - 2000, expiresAt: NOW + DAY_MS },
    { description: 'in two weeks', createdAt: NOW - 3000, expiresAt: NOW + 14 * DAY_MS },
    { description: 'a second later', createdAt: NOW - 4000, expiresAt: NOW + 14 * DAY_MS + 1000 },
    { description: 'never', createdAt: NOW - 5000 },
    { description: 'revoked', createdAt: NOW - 6000, expiresAt: NOW + DAY_MS, revokedAt: NOW - 1000 },
  ];

  test.for<[string, string, string[]]>([
    ['2w', '', ['tomorrow', 'in two weeks']],
    ['1d12h', '', ['tomorrow']],
    ['23h', '', []],
    ['2w', 'all', ['tomorrow', 'in two weeks', 'revoked']],
    ['2w', 'revoked', ['revoked']],
  ])('%s and status %j select %j', async ([within, status, expected]) => {
    await using scene = await listing(seeds, { 'expires-within': within, status });
    const main = await scene.main();
    expect(descriptions(main)).toEqual(expected);
    expect(main.outputs['count']).toBe(String(expected.length));
  });

  test('omits tokens whose expiry cannot be read, and says so', async () => {
    await using scene = await listing([{ description: 'x', createdAt: NOW }, ...seeds.slice(1, 2)], {
      'expires-within': '2w',
    });
    scene.cluster
      .every('GET tokens')
      .changes<Listed[]>((tokens) =>
        tokens.map((token) => (token['description'] === 'x' ? { ...token, expiresAt: 'soon' } : token)),
      );
    const main = await scene.main();
    expect(descriptions(main)).toEqual(['tomorrow']);
    expect(main.annotations).toMatchObject([{ level: 'warning', title: 'Expiry not readable' }]);
  });

  test('and status expired exclude each other, which is an input error', async () => {
    await using scene = await listing([], { 'expires-within': '2w', status: 'expired' });
    expect((await scene.main()).annotations).toMatchObject([{ title: 'Input expires-within' }]);
    expect(scene.cluster.requests).toEqual([]);
  });

  test.for<[string, number, 'success' | 'failure']>([
    ['passes if no token expires soon', 15, 'success'],
    ['fails if a token expires soon', 13, 'failure'],
  ])('enables a workflow with one condition that %s', async ([, days, conclusion]) => {
    await using cluster = await Emulator.start();
    cluster.seed({ description: 'web', expiresAt: Date.now() + days * DAY_MS });
    const report = await runWorkflow(watch(cluster), {
      actions: { 'OWNER/influxdb-token-action': ACTION },
      secrets: { INFLUXDB_MANAGEMENT_TOKEN: cluster.managementToken },
    });
    expect(report.conclusion).toBe(conclusion);
    expect(cluster.trace).toEqual(['GET tokens 200']);
  });
});

function watch({ apiUrl, accountId, clusterId }: Emulator): string {
  return `
on: { schedule: [{ cron: '0 6 * * 1' }] }
jobs:
  watch:
    runs-on: ubuntu-latest
    steps:
      - id: soon
        uses: OWNER/influxdb-token-action@v1
        with:
          operation: list
          expires-within: 2w
          api-url: ${apiUrl}
          account-id: ${accountId}
          cluster-id: ${clusterId}
          management-token: \${{ secrets.INFLUXDB_MANAGEMENT_TOKEN }}
      - if: steps.soon.outputs.count != '0'
        run: exit 1
`;
}

describe('thousands of tokens', () => {
  const WORDS =
    'load tests of the shop and its neighbours in all regions, once a night and before each release';

  async function crowded(): Promise<Scene> {
    const seeds = Array.from(
      { length: 4000 },
      (_, number): TokenSeed => ({
        description: tagged(`${WORDS}, number ${number}, ${WORDS}`.slice(0, 200).trim()),
        permissions: [
          { action: 'read', resource: 'metrics' },
          { action: 'write', resource: 'metrics' },
        ],
        createdAt: NOW - number * 1000,
        expiresAt: NOW + (4000 - number) * HOUR_MS,
      }),
    );
    return listing(seeds, { 'request-timeout': '20s' });
  }

  test('are too many for the output, and all are in the file', async () => {
    await using scene = await crowded();
    const main = await scene.main();
    expect(main).toMatchObject({ conclusion: 'success', annotations: [] });
    expect(main.outputs).not.toHaveProperty('tokens');
    expect(main.outputs['count']).toBe('4000');
    const inFile: StoredToken[] = JSON.parse(readFileSync(main.outputs['tokens-file'] ?? '', 'utf8'));
    expect(inFile.map(({ id }) => id)).toEqual(scene.cluster.tokens.map(({ id }) => id));
    expect(main.log).toContain('tokens-file');
    expect(main.log.split('\n').length).toBeLessThan(10);
  });

  test('are too many for the summary, which says that it is cut', async () => {
    await using scene = await crowded();
    const { summary } = await scene.main();
    expect(Buffer.byteLength(summary)).toBeGreaterThan(500_000);
    expect(Buffer.byteLength(summary)).toBeLessThan(1024 * 1024);
    const shown = rows(summary).length;
    expect(shown).toBeGreaterThan(1000);
    expect(summary).toMatch(
      new RegExp(`no room for the other ${(4000 - shown).toLocaleString('en')}\\..*tokens-file`),
    );
  });
});

describe('a response that is not a list of tokens', () => {
  test.for<[string, string | object]>([
    ['an object', { code: 0 }],
    ['an envelope', { tokens: [] }],
    ['null', 'null'],
    ['a text', 'ok'],
    ['a JSON text', '"[]"'],
    ['HTML', '<html><title>Sign in</title></html>'],
    ['nothing', ''],
    ['an array with a text in it', ['x']],
    ['an array with null in it', [null]],
    ['an array with an entry without an ID', [{ description: 'x' }]],
    ['an array with an entry whose ID is a number', [{ id: 7, description: 'x' }]],
  ])('%s is a failure, and nothing is counted', async ([, body]) => {
    await using scene = await listing(ONE_OF_EACH);
    scene.cluster.every('GET tokens').respondsWith(200, body);
    const main = await scene.main();
    expect(main).toMatchObject({ exitCode: 1, outputs: {} });
    expect(main.annotations).toMatchObject([{ level: 'error', title: 'Unreadable response' }]);
  });

  test.for([401, 403, 404, 400, 500])('%i is a failure, and nothing is counted', async (status) => {
    await using scene = await listing(ONE_OF_EACH);
    scene.cluster.every('GET tokens').respondsWith(status, { code: status, message: 'no such luck' });
    const main = await scene.main();
    expect(main).toMatchObject({ exitCode: 1, outputs: {}, annotations: [{ level: 'error' }] });
    expect(main.annotations[0]?.message).toContain('no such luck');
  });

  test('except for one invalid field is a list, because one token must not hide the others', async () => {
    await using scene = await listing(ONE_OF_EACH.slice(0, 2));
    scene.cluster.every('GET tokens').changes<Listed[]>((tokens) => [
      ...tokens,
      {
        id: '5f2b8c1d-9e4a-4b6f-8d07-5a1c2e3f4b6d',
        description: 7,
        permissions: [{ action: 1, resource: 2 }],
        createdAt: 3,
      },
    ]);
    const main = await scene.main();
    expect(main.outputs['count']).toBe('3');
    expect(listed(main)[2]).toMatchObject({ description: '', permissions: [], createdAt: 'unreadable' });
  });
});

describe('the summary', () => {
  test('starts with the tokens that expire next', async () => {
    await using scene = await listing(
      [
        { description: 'never', createdAt: NOW },
        { description: 'later', createdAt: NOW - 1000, expiresAt: NOW + 30 * DAY_MS + 5 * HOUR_MS + 7000 },
        { description: 'soon', createdAt: NOW - 2000, expiresAt: NOW + 90_000 },
        { description: tagged('next', 'kept'), createdAt: NOW - 3000, expiresAt: NOW + 1000 },
      ],
      {},
    );
    const { summary } = await scene.main();
    expect(summary).toContain('### 4 of 4 tokens listed\n');
    expect(summary).toContain(`Cluster: ${scene.inputs['cluster-id']}\n`);
    expect(rows(summary).map((cells) => [...cells.slice(0, 3), ...cells.slice(4, 6)])).toEqual([
      [
        'next',
        'kept',
        'none',
        '1 May 2026, 12:00 UTC, in 1 second',
        '[acme/web, run 8812345678](https://github.com/acme/web/actions/runs/8812345678)',
      ],
      ['soon', 'untagged', 'none', '1 May 2026, 12:01 UTC, in 2 minutes', 'not known'],
      ['later', 'untagged', 'none', '31 May 2026, 17:00 UTC, in 30 days', 'not known'],
      ['never', 'untagged', 'none', 'never', 'not known'],
    ]);
  });

  test('of the tokens of this repository does not say who created them', async () => {
    await using scene = await listing([{ description: tagged('own', 'kept') }], { scope: 'repository' });
    const { summary } = await scene.main();
    expect(summary).not.toContain('Created by');
    expect(summary).not.toContain('](');
  });
});

describe('secrets', () => {
  test('of tokens are never in an output, a file, or a line, even if the server sends them', async () => {
    await using scene = await listing(ONE_OF_EACH, { status: 'all' });
    const { tokens, managementToken } = scene.cluster;
    scene.cluster.every('GET tokens').changes<Listed[]>((response) =>
      response.map((token) => ({
        ...token,
        accessToken: tokens.find(({ id }) => id === token['id'])?.secret,
      })),
    );
    const { masks: _, commands: __, stdout, ...rest } = await scene.main();
    const printed = stdout.split('\n').filter((line) => !line.startsWith('::add-mask::'));
    const file = readFileSync(rest.outputs['tokens-file'] ?? '', 'utf8');
    const everything = JSON.stringify([printed, rest, file]);
    expect(rest.outputs['count']).toBe('5');
    for (const secret of [managementToken, ...tokens.map((token) => token.secret)])
      expect(everything).not.toContain(secret);
  });
});

const TWO_KINDS: readonly TokenSeed[] = [
  { description: tagged('nightly', 'kept'), createdAt: NOW - DAY_MS },
  { description: 'by hand', createdAt: NOW - 2 * DAY_MS },
];

describe('kinds', () => {
  test.for([
    ['kept', ['nightly']],
    ['untagged', ['by hand']],
    ['kept, untagged', ['nightly', 'by hand']],
    ['["kept"]', ['nightly']],
    ['job', []],
  ] as const)('select tokens by their tags: %s', async ([kinds, expected]) => {
    await using scene = await listing(TWO_KINDS, { status: 'all', kinds });
    expect(listed(await scene.main()).map(({ plainDescription }) => plainDescription)).toEqual(expected);
  });

  test('that do not exist are an input error with a suggestion', async () => {
    await using scene = await listing(TWO_KINDS, { kinds: 'jobs' });
    const main = await scene.main();
    expect(main.annotations).toMatchObject([
      { title: 'Input kinds', message: expect.stringContaining('Did you mean `job`?') },
    ]);
    expect(scene.cluster.requests).toEqual([]);
  });
});

describe('fail-on-match', () => {
  test('fails the step after it has written everything', async () => {
    await using scene = await listing(TWO_KINDS, { status: 'all', 'fail-on-match': 'true' });
    const main = await scene.main();
    expect(main).toMatchObject({ exitCode: 1, annotations: [{ level: 'error', title: 'Tokens found' }] });
    expect(main.outputs['count']).toBe('2');
    expect(listed(main)).toHaveLength(2);
    expect(main.summary).toContain('nightly');
  });

  test('lets the step succeed if no token matches', async () => {
    await using scene = await listing(TWO_KINDS, { kinds: 'job', 'fail-on-match': 'true' });
    expect(await scene.main()).toMatchObject({ exitCode: 0, annotations: [] });
  });
});
