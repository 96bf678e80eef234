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
  test('needs one request, has these outputs, and leaves the post step nothing to do', async () => {
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
    const file = main.outputs['tokens-file'] ?? '';
    expect(dirname(file)).toBe(scene.step.host.temp);
    expect(readFileSync(file, 'utf8')).toBe(main.outputs['tokens']);
    expect(await scene.post()).toMatchObject({ stdout: '', stderr: '', summary: '' });
    expect(scene.cluster.trace).toEqual(['GET tokens 200']);
    expect(scene.cluster.liveTokens).toHaveLength(1);
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

  test('contains the active tokens by default, and is read again after a retryable error', async () => {
    await using scene = await listing(ONE_OF_EACH);
    scene.cluster.next('GET tokens').truncates();
    expect(descriptions(await scene.main())).toEqual(['is active', 'never expires']);
    expect(scene.cluster.trace).toEqual(['GET tokens 200 truncated', 'GET tokens 200']);
  });
});

describe('the order', () => {
  test('is the newest first, then by ID, with tokens without a readable creation date last', async () => {
    const dates: Record<string, string> = {
      newest: '2026-05-01T07:00:00.750999-05:00',
      'second by ID': '2026-05-01T14:00:00.250+02:00',
      'first by ID': '2026-05-01T12:00:00.25Z',
      unreadable: 'yesterday',
      oldest: '1970-01-02T00:00:00Z',
    };
    const idOf = (number: number) => `3f2b8c1d-9e4a-4b6f-8d07-5a1c2e3f4b6${number}`;
    const seeds = Object.keys(dates).map((description, index) => ({ description, id: idOf(9 - index) }));
    await using scene = await listing(seeds);
    scene.cluster
      .every('GET tokens')
      .changes<Listed[]>((tokens) =>
        tokens.map((token) => ({ ...token, createdAt: dates[String(token['description'])] })),
      );
    const main = await scene.main();
    expect(descriptions(main)).toEqual(['newest', 'first by ID', 'second by ID', 'oldest', 'unreadable']);
    expect(listed(main)[4]?.['createdAt']).toBe('unreadable');
  });
});

describe('status', () => {
  test('`all` selects every token, and the list shows the status of each', async () => {
    await using scene = await listing(ONE_OF_EACH, { status: 'all' }, { unsetDates: 'zero' });
    const main = await scene.main();
    expect(listed(main).map(({ description, status }) => [description, status])).toEqual([
      ['is revoked', 'revoked'],
      ['is active', 'active'],
      ['never expires', 'active'],
      ['is revoked and has expired', 'revoked'],
      ['has expired', 'expired'],
    ]);
    expect(listed(main)[2]).toMatchObject({ expiresAt: null, revokedAt: null });
  });
});

describe('description-pattern', () => {
  test('selects tokens by their descriptions without their tags', async () => {
    const names = ['a*b', 'axb', 'a*b [gha:x]', 'A*b'].flatMap((name) => [tagged(name), name]);
    const seeds = names.map((description, age) => ({ description, createdAt: NOW - age * 1000 }));
    await using scene = await listing(seeds, { 'description-pattern': 'a\\*b' });
    expect(descriptions(await scene.main())).toEqual(['a*b', 'a*b']);
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

  test('select tokens that grant access to one of them or to all databases', async () => {
    await using scene = await listing(seeds, { databases: 'logs\n# and\nmetrics' });
    expect(descriptions(await scene.main())).toEqual(['metrics', 'logs', 'any']);
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

  test('`organization` selects the tokens of all repositories of the owner', async () => {
    await using scene = await listing(seeds, { scope: 'organization' });
    expect(descriptions(await scene.main())).toEqual([
      'ours',
      'ours before it was renamed',
      'of a neighbour',
    ]);
  });

  test('`repository` selects the tokens of the repository of the step', async () => {
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

  test('selects live tokens of any status, and warns about tokens whose expiry cannot be read', async () => {
    const unreadable = { description: 'x', createdAt: NOW };
    await using scene = await listing([...seeds, unreadable], { 'expires-within': '2w', status: 'all' });
    scene.cluster
      .every('GET tokens')
      .changes<Listed[]>((tokens) =>
        tokens.map((token) => (token['description'] === 'x' ? { ...token, expiresAt: 'soon' } : token)),
      );
    const main = await scene.main();
    expect(descriptions(main)).toEqual(['tomorrow', 'in two weeks', 'revoked']);
    expect(main.outputs['count']).toBe('3');
    expect(main.annotations).toMatchObject([{ level: 'warning', title: 'Expiry not readable' }]);
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

  test('are too many for the output and the summary, which say so, and all are in the file', async () => {
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
    await using scene = await listing(seeds, { 'request-timeout': '20s' });
    const main = await scene.main();
    expect(main).toMatchObject({ conclusion: 'success', annotations: [] });
    expect(main.outputs).not.toHaveProperty('tokens');
    expect(main.outputs['count']).toBe('4000');
    const inFile: StoredToken[] = JSON.parse(readFileSync(main.outputs['tokens-file'] ?? '', 'utf8'));
    expect(inFile.map(({ id }) => id)).toEqual(scene.cluster.tokens.map(({ id }) => id));
    expect(main.log).toContain('tokens-file');
    expect(main.log.split('\n').length).toBeLessThan(10);
    expect(Buffer.byteLength(main.summary)).toBeGreaterThan(500_000);
    expect(Buffer.byteLength(main.summary)).toBeLessThan(1024 * 1024);
    const shown = rows(main.summary).length;
    expect(shown).toBeGreaterThan(1000);
    expect(main.summary).toMatch(
      new RegExp(`cannot show the other ${(4000 - shown).toLocaleString('en')} entries\\..*tokens-file`),
    );
  });
});

describe('a response that is not a list of tokens', () => {
  test.for<[string, string | object]>([
    ['HTML', '<html><title>Sign in</title></html>'],
    ['an array with an entry without an ID', [{ description: 'x' }]],
  ])('%s is a failure, and nothing is counted', async ([, body]) => {
    await using scene = await listing(ONE_OF_EACH);
    scene.cluster.every('GET tokens').respondsWith(200, body);
    const main = await scene.main();
    expect(main).toMatchObject({ exitCode: 1, outputs: {} });
    expect(main.annotations).toMatchObject([{ level: 'error', title: 'Unreadable response' }]);
  });

  test('an error status is a failure, and nothing is counted', async () => {
    await using scene = await listing(ONE_OF_EACH);
    scene.cluster.every('GET tokens').respondsWith(404, { code: 404, message: 'no such luck' });
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
  test('select tokens by their tags', async () => {
    await using scene = await listing(TWO_KINDS, { status: 'all', kinds: '["untagged", "job"]' });
    expect(descriptions(await scene.main())).toEqual(['by hand']);
  });
});

describe('input errors', () => {
  test('are all reported, and nothing is sent', async () => {
    const inputs = { kinds: 'jobs', 'expires-within': '2w', status: 'expired', scope: 'org' };
    await using scene = await listing(TWO_KINDS, inputs);
    const main = await scene.main();
    expect(main).toMatchObject({ exitCode: 1, outputs: {} });
    expect(main.annotations).toMatchObject([
      { title: 'Input expires-within' },
      { title: 'Input scope' },
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
});
