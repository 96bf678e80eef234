import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ACTION } from './e2e/scene.ts';
import { profile } from './e2e/stage/profile.ts';
import { WorkflowStage, workflowOf } from './e2e/stage/workflow-stage.ts';
import { pem, tlsFront } from './e2e/tls-front.ts';
import { MANAGEMENT_ACTION, ManagementScene } from './influxctl/scene.ts';

const ACTIONS = { 'OWNER/influxdb-token-action/emulator': join(ACTION, 'emulator') };

/** Pages whose workflows run in their own tests. */
const ELSEWHERE = [
  'docs/across-jobs.md',
  'docs/compatibility.md',
  'docs/influxctl.md',
  'docs/quarantine.md',
  'docs/rotation.md',
];
const PAGES = [
  'README.md',
  'emulator/README.md',
  ...readdirSync(join(ACTION, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

describe('README.md', () => {
  const [QUICK_START = '', ROTATION = '', FORKS = '', PINNED = '', ...others] = snippetsOf('README.md');

  test('shows only workflows that run in a test', () => expect(others).toEqual([]));

  test('quick start, with other addresses: writes a point, and leaves no token', async () => {
    await using stage = await WorkflowStage.start();
    const run = await stage.run(
      QUICK_START.replace(
        `https://\${{ vars.INFLUXDB_CLUSTER_ID }}.a.influxdb.io`,
        `\${{ vars.INFLUXDB_URL }}`,
      ),
    );
    expect(run.conclusion, run.log).toBe('success');
    expect(stage.cluster.points).toMatchObject([{ database: 'metrics' }]);
    expect(stage.cluster.tokens).toHaveLength(1);
    expect(stage.cluster.liveTokens).toEqual([]);
  });

  test('rotation: stores the token in both places', async () => {
    await using stage = await WorkflowStage.start();
    const { cluster, github } = stage;
    const run = await stage.run(workflowOf(ROTATION), {
      secrets: { STORE_TOKEN: github.token({ secrets: 'write', environments: 'write' }) },
    });
    expect(run.conclusion, run.log).toBe('success');
    const [token] = cluster.liveTokens;
    expect(stage.stored).toEqual([token?.secret, token?.secret]);
    expect(token?.description).toMatch(/^Web application \[gha:.* current /);
  });

  test.for<[event: string, github: Record<string, unknown>, conclusion: string]>([
    ['a push', { event_name: 'push', actor: 'octocat' }, 'success'],
    ['a push of Dependabot', { event_name: 'push', actor: 'dependabot[bot]' }, 'skipped'],
    ['a pull request of this repository', pullRequest('acme/web', 'octocat'), 'success'],
    ['a pull request of a fork', pullRequest('mallory/web', 'octocat'), 'skipped'],
    ['a pull request of Dependabot', pullRequest('acme/web', 'dependabot[bot]'), 'skipped'],
  ])('the condition for forks and Dependabot: %s', async ([, github, conclusion]) => {
    await using stage = await WorkflowStage.start();
    const { jobs } = await stage.run(FORKS, { github });
    expect(jobs['load-test']?.conclusion).toBe(conclusion);
  });

  test('the pinned action runs like any other', async () => {
    await using stage = await WorkflowStage.start({ product: 'clustered' });
    const withInputs = `${PINNED}  with:
    operation: list
    influxctl-config: \${{ secrets.INFLUXCTL_CONFIG }}
`;
    const run = await stage.run(workflowOf(withInputs), {
      secrets: { INFLUXCTL_CONFIG: profile('default', stage.cluster) },
    });
    expect(run.conclusion, run.log).toBe('success');
  });
});

test('emulator/README.md: creates a token on the emulator, and leaves none', async () => {
  await using stage = await WorkflowStage.start();
  const [STEPS = '', ...others] = snippetsOf('emulator/README.md');
  expect(others).toEqual([]);
  const run = await stage.run(workflowOf(STEPS), { actions: ACTIONS });
  expect(run.conclusion, run.log).toBe('success');
  expect(run.jobs['job']?.summary).toContain('no tokens are still valid');
  expect(stage.cluster.requests).toEqual([]);
});

describe('docs/clustered.md', () => {
  const [OWN_AUTHORITY = '', BEHIND_PROXY = '', ...others] = snippetsOf('docs/clustered.md');

  test('shows only steps that run in a test', () => expect(others).toEqual([]));

  test('private CA: creates a token over TLS, and leaves no token', async () => {
    await using stage = await WorkflowStage.start();
    await using front = await tlsFront({ certificate: 'server', cluster: { product: 'clustered' } });
    const { cluster } = front.scene;
    const run = await stage.run(
      workflowOf(OWN_AUTHORITY.replace('https://influxdb.example.com', `https://localhost:${front.apiPort}`)),
      {
        vars: { INFLUXDB_CA: pem('authority') },
        secrets: { INFLUXDB_MANAGEMENT_TOKEN: cluster.managementToken },
      },
    );
    expect(run.conclusion, run.log).toBe('success');
    expect(cluster.tokens).toHaveLength(1);
    expect(cluster.liveTokens).toEqual([]);
  });

  test('behind a proxy: hosts in NO_PROXY are reached directly', async () => {
    await using stage = await WorkflowStage.start();
    await using front = await tlsFront({ certificate: 'server', cluster: { product: 'clustered' } });
    const { cluster } = front.scene;
    const steps = BEHIND_PROXY.replace(
      'https://influxdb.example.internal',
      `https://localhost:${front.apiPort}`,
    )
      .replace('http://proxy.example.com:3128', front.proxyUrl)
      .replace('.example.internal', 'localhost')
      .replace('  with:', `  with:\n    ca-certificate: \${{ vars.INFLUXDB_CA }}`);
    const run = await stage.run(workflowOf(steps), {
      vars: { INFLUXDB_CA: pem('authority') },
      secrets: { INFLUXDB_MANAGEMENT_TOKEN: cluster.managementToken },
    });
    expect(run.conclusion, run.log).toBe('success');
    expect(cluster.tokens).toHaveLength(1);
    expect(cluster.liveTokens).toEqual([]);
    expect(front.connects).toEqual([]);
  });
});

test('docs/management-token.md: fails if a management token expires within two weeks', async () => {
  await using stage = await WorkflowStage.start();
  await using scene = await ManagementScene.start();
  const { account, api } = scene;
  const [STEPS = '', ...others] = snippetsOf('docs/management-token.md');
  expect(others).toEqual([]);
  const run = async () =>
    await stage.run(workflowOf(STEPS), {
      actions: {
        'OWNER/influxdb-token-action/management-token': {
          directory: MANAGEMENT_ACTION,
          rewire: (inputs) => ({ ...inputs, 'api-url': api.url }),
        },
      },
      paths: [account.folder],
      secrets: { INFLUXDB_MANAGEMENT_TOKEN: account.first.secret },
      vars: {
        INFLUXDB_ACCOUNT_ID: account.state.accountId,
        INFLUXDB_CLUSTER_ID: account.state.clusterId,
      },
    });
  const before = await run();
  expect(before.conclusion, before.log).toBe('success');
  account.seed({ expiresAt: Date.now() + 24 * 3_600_000 });
  expect((await run()).conclusion).toBe('failure');
});

test('docs/troubleshooting.md: revokes the token in a message', async () => {
  await using stage = await WorkflowStage.start({ product: 'clustered' });
  const [STEPS = '', ...others] = snippetsOf('docs/troubleshooting.md');
  expect(others).toEqual([]);
  stage.cluster.seed({ id: '7f3a9c2e-5b1d-4e8a-9c46-0d2f81b3a507', description: 'left behind' });
  const run = await stage.run(workflowOf(STEPS), {
    secrets: { INFLUXCTL_CONFIG: profile('default', stage.cluster) },
  });
  expect(run.conclusion, run.log).toBe('success');
  expect(stage.cluster.liveTokens).toEqual([]);
});

test('every workflow on a page runs in a test', () => {
  const [own] = [read('test/docs-snippets.test.ts')];
  const shown = PAGES.filter((page) => snippetsOf(page).length > 0);
  expect(shown.filter((page) => !ELSEWHERE.includes(page) && !own.includes(`snippetsOf('${page}')`))).toEqual(
    [],
  );
});

test('every example runs in a test', () => {
  const tests = ['test/e2e', 'test/emulator-action'].flatMap((folder) =>
    readdirSync(join(ACTION, folder))
      .filter((name) => name.endsWith('.test.ts'))
      .map((name) => read(`${folder}/${name}`)),
  );
  const untested = readdirSync(join(ACTION, 'examples')).filter(
    (name) => !tests.some((source) => new RegExp(`describe.*\\b${name}|name: '${name}'`).test(source)),
  );
  expect(untested).toEqual([]);
});

function snippetsOf(page: string): string[] {
  return [...read(page).matchAll(/^ *```yaml\n(.*?)^ *```/gms)].map(([, snippet = '']) => snippet);
}

function pullRequest(fromRepository: string, actor: string): Record<string, unknown> {
  return {
    event_name: 'pull_request',
    actor,
    event: { pull_request: { head: { repo: { full_name: fromRepository } } } },
  };
}

function read(path: string): string {
  return readFileSync(join(ACTION, path), 'utf8');
}
