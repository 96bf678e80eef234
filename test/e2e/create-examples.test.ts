import { describe, expect, test } from 'vitest';
import type { WorkflowReport } from '../actions-runner/workflow/run-workflow.ts';
import { checkoutOf } from './stage/checkout.ts';
import { profile } from './stage/profile.ts';
import { CURL, GH_SECRETS, NPM, STORE_TOKEN, TELEGRAF, TERRAFORM } from './stage/program-bodies.ts';
import { Programs } from './stage/programs.ts';
import { readBack } from './stage/read-back.ts';
import { vaultAction } from './stage/vault-action.ts';
import { example, WorkflowStage } from './stage/workflow-stage.ts';
import { pem, tlsFront } from './tls-front.ts';

const DAY_MS = 24 * 3_600_000;

type OnCluster = Pick<WorkflowStage, 'cluster'>;

const secretsOf = ({ cluster }: OnCluster): string[] => [
  cluster.managementToken,
  ...cluster.tokens.map(({ secret }) => secret),
];

/** Expects that the log contains no database token, live or not, and no management token. */
function expectNoSecretIn(run: WorkflowReport, stage: OnCluster): void {
  expect(stage.cluster.tokens.length).toBeGreaterThan(0);
  for (const secret of secretsOf(stage)) expect(run.log).not.toContain(secret);
}

/** Expects that the program has run, and that its command line contains none of these tokens either. */
function expectNoSecretGivenTo(name: string, programs: Programs, stage: OnCluster): void {
  const given = programs.runs(name).map(({ args }) => args.join(' '));
  expect(given).not.toEqual([]);
  for (const secret of secretsOf(stage)) expect(given.join('\n')).not.toContain(secret);
}

const grantsOf = ({ cluster }: OnCluster): string[] =>
  cluster.tokens.map(({ permissions }) =>
    permissions.map(({ action, resource }) => `${resource} ${action}`).join(),
  );

describe('examples/matrix.yml', () => {
  test('gives each job a token for its own database, and leaves no token', async () => {
    await using stage = await WorkflowStage.start();
    using programs = new Programs({ curl: CURL });
    const run = await stage.run(example('matrix.yml'), { paths: [programs.folder] });
    expect(run.conclusion, run.log).toBe('success');
    expectNoSecretGivenTo('curl', programs, stage);
    // The legs of a matrix run in parallel.
    expect(grantsOf(stage).sort()).toEqual(['logs write', 'metrics write']);
    expect(stage.cluster.points.map(({ database }) => database).sort()).toEqual(['logs', 'metrics']);
    expect(stage.cluster.liveTokens).toEqual([]);
    expectNoSecretIn(run, stage);
  });

  test('writes to the other databases if one does not exist', async () => {
    await using stage = await WorkflowStage.start({ databases: ['logs'] });
    const run = await stage.run(example('matrix.yml'));
    expect(Object.entries(run.jobs).map(([job, { conclusion }]) => [job, conclusion])).toEqual([
      ['write (metrics)', 'failure'],
      ['write (logs)', 'success'],
    ]);
    expect(stage.cluster.points.map(({ database }) => database)).toEqual(['logs']);
    expect(grantsOf(stage)).toEqual(['logs write']);
    expect(stage.cluster.liveTokens).toEqual([]);
  });
});

describe('examples/kept-token.yml', () => {
  const EXAMPLE = example('kept-token.yml');
  const ASKED = {
    inputs: { repository: 'acme/ingest', database: 'logs' },
    secrets: { STORE_TOKEN },
  };
  test('stores a token that outlives the job and expires', async () => {
    await using stage = await WorkflowStage.start();
    using programs = new Programs({ gh: GH_SECRETS });
    const run = await stage.run(EXAMPLE, { ...ASKED, paths: [programs.folder] });
    expect(run.conclusion, run.log).toBe('success');
    const [token] = stage.cluster.liveTokens;
    expect(programs.runs('gh').map(({ stdin }) => stdin)).toEqual([token?.secret]);
    expect(token?.description).toMatch(/^acme\/ingest \[gha:.* kept /);
    expect(grantsOf(stage)).toEqual(['logs read']);
    expect(((token?.expiresAt ?? 0) - Date.now()) / DAY_MS).toBeCloseTo(30, 1);
    expectNoSecretGivenTo('gh', programs, stage);
    expectNoSecretIn(run, stage);
  });

  test('revokes the token if it cannot be stored', async () => {
    await using stage = await WorkflowStage.start();
    using programs = new Programs({ gh: `refuse('HTTP 403: Resource not accessible');` });
    const run = await stage.run(EXAMPLE, { ...ASKED, paths: [programs.folder] });
    expect(run.conclusion).toBe('failure');
    expect(stage.cluster.tokens).toHaveLength(1);
    expect(stage.cluster.liveTokens).toEqual([]);
    expectNoSecretIn(run, stage);
  });

  test('revokes the token if the run is canceled before it is stored', async () => {
    await using stage = await WorkflowStage.start();
    using programs = new Programs({ gh: `require('node:child_process').spawnSync('sleep', ['2']);` });
    const cancel = new AbortController();
    const write = (line: string) => line.includes('gh secret set') && setTimeout(() => cancel.abort(), 500);
    const run = await stage.run(EXAMPLE, {
      ...ASKED,
      paths: [programs.folder],
      signal: cancel.signal,
      write,
    });
    expect(run.conclusion).toBe('cancelled');
    expect(run.jobs['create']?.steps.find(({ name }) => name === 'Store the token')?.outcome).toBe(
      'cancelled',
    );
    expect(stage.cluster.tokens).toHaveLength(1);
    expect(stage.cluster.liveTokens).toEqual([]);
  });

  test('accepts only the databases that are allowed', async () => {
    await using stage = await WorkflowStage.start();
    const inputs = { ...ASKED.inputs, database: '*' };
    await expect(stage.run(EXAMPLE, { ...ASKED, inputs })).rejects.toThrow('takes one of metrics, logs');
    expect(stage.cluster.tokens).toEqual([]);
  });

  test('stores nothing and revokes nothing if the database does not exist', async () => {
    await using stage = await WorkflowStage.start({ databases: ['logs'] });
    using programs = new Programs({ gh: GH_SECRETS });
    const inputs = { ...ASKED.inputs, database: 'metrics' };
    const run = await stage.run(EXAMPLE, { ...ASKED, inputs, paths: [programs.folder] });
    expect(run.jobs['create']?.steps.slice(0, 3).map(({ outcome }) => outcome)).toEqual([
      'failure',
      'skipped',
      'skipped',
    ]);
    expect(stage.cluster.tokens).toEqual([]);
    expect(programs.runs('gh')).toEqual([]);
  });
});

describe('examples/clustered-ca.yml', () => {
  const EXAMPLE = example('clustered-ca.yml');

  async function start() {
    const front = await tlsFront({
      certificate: 'server',
      dataCertificate: 'certificate',
      cluster: { product: 'clustered' },
    });
    const programs = new Programs({ curl: CURL });
    const { cluster } = front.scene;
    const stage = await WorkflowStage.start();
    const config = profile('clustered', cluster)
      .replace(/host = .*/, 'host = "localhost"')
      .replace(/port = .*/, `port = "${front.apiPort}"`)
      .replace('[profile.tls]\ndisable = true', '');
    return {
      cluster,
      programs,
      /** The server at this address shows a self-signed certificate. */
      impostor: `https://localhost:${front.dataPort}`,
      run: (ca: string, url = `https://localhost:${front.apiPort}`) =>
        stage.run(EXAMPLE, {
          secrets: { INFLUXCTL_CONFIG: config },
          vars: { INFLUXDB_URL: url, INFLUXDB_CA: ca },
          paths: [programs.folder],
        }),
      [Symbol.asyncDispose]: async () => {
        programs[Symbol.dispose]();
        await stage[Symbol.asyncDispose]();
        await front[Symbol.asyncDispose]();
      },
    };
  }

  test('creates a token and writes over TLS with a private CA', async () => {
    await using scene = await start();
    const run = await scene.run(pem('authority'));
    expect(run.conclusion, run.log).toBe('success');
    expect(scene.cluster.points).toHaveLength(1);
    expect(scene.cluster.tokens).toHaveLength(1);
    expect(scene.cluster.liveTokens).toEqual([]);
    expect(grantsOf(scene)).toEqual(['metrics write']);
    expectNoSecretIn(run, scene);
    expectNoSecretGivenTo('curl', scene.programs, scene);
  });

  test('writes nothing to a server with a certificate of another CA', async () => {
    await using scene = await start();
    const run = await scene.run(pem('authority'), scene.impostor);
    expect(run.jobs['load-test']?.steps.map(({ outcome }) => outcome)).toEqual([
      'success',
      'failure',
      'success',
    ]);
    expect(run.log).toContain('curl: (60)');
    expect(scene.cluster.points).toEqual([]);
    expect(scene.cluster.liveTokens).toEqual([]);
  });

  test('sends nothing to a server with a certificate of another CA', async () => {
    await using scene = await start();
    const run = await scene.run(pem('certificate'));
    expect(run.conclusion).toBe('failure');
    expect(run.log).toContain('ca-certificate');
    expect(scene.cluster.requests).toEqual([]);
  });
});

describe('examples/service-test.yml', () => {
  const EXAMPLE = example('service-test.yml');
  const REVOKED_BEFORE = 'Revoke the token';
  /** The message as it is printed, unlike in the script that prints it. */
  const NOTHING_READ = /(?<!")The query found no point/;

  const outcomesOf = (run: WorkflowReport) =>
    Object.fromEntries(run.jobs['test']?.steps.map(({ name, outcome }) => [name, outcome]) ?? []);

  test('revokes the token immediately after the test, and finds it revoked at the end of the job', async () => {
    await using stage = await WorkflowStage.start();
    readBack(stage.cluster);
    using programs = new Programs({ curl: CURL });
    let alive: number | undefined;
    const write = (line: string) => {
      if (line.includes('The token is already revoked.')) alive ??= stage.cluster.liveTokens.length;
    };
    const run = await stage.run(EXAMPLE, { paths: [programs.folder], write });
    expect(run.conclusion, run.log).toBe('success');
    expect(stage.cluster.points[0]).toMatchObject({
      database: 'metrics',
      line: expect.stringMatching(/^service_test,run=\d+ up=true$/),
    });
    expect(grantsOf(stage)).toEqual(['metrics read,metrics write']);
    expect(alive).toBe(0);
    expect(outcomesOf(run)).toMatchObject({ [REVOKED_BEFORE]: 'success' });
    expect(run.jobs['test']?.steps.flatMap(({ annotations = [] }) => annotations)).toEqual([]);
    expectNoSecretIn(run, stage);
    expectNoSecretGivenTo('curl', programs, stage);
  });

  test.for<[what: string, from: string, to: string, message: RegExp]>([
    [
      'the service is not allowed to write',
      'bucket=metrics',
      'bucket=logs',
      /the write failed with status 401/,
    ],
    ['nothing can be read', '{1..10}', '1', NOTHING_READ],
    ['the test is not allowed to read', 'db=metrics', 'db=logs', /The requested URL returned error: 401/],
  ])('also revokes the token when %s, and says why', async ([, from, to, message]) => {
    await using stage = await WorkflowStage.start();
    const run = await stage.run(EXAMPLE.replace(from, to));
    expect(run.conclusion).toBe('failure');
    expect(run.log).toMatch(message);
    if (message !== NOTHING_READ) expect(run.log).not.toMatch(NOTHING_READ);
    expect(outcomesOf(run)).toMatchObject({ [REVOKED_BEFORE]: 'success' });
    expect(stage.cluster.tokens).toHaveLength(1);
    expect(stage.cluster.liveTokens).toEqual([]);
    expectNoSecretIn(run, stage);
  });

  test('revokes nothing if no token was created', async () => {
    await using stage = await WorkflowStage.start();
    stage.cluster.every('POST tokens').respondsWith(400, { code: 400, message: 'no' });
    const run = await stage.run(EXAMPLE);
    const revoke = run.jobs['test']?.steps.find(({ name }) => name === REVOKED_BEFORE);
    expect([run.conclusion, revoke?.outcome]).toEqual(['failure', 'skipped']);
  });
});

describe('examples/telegraf.yml', () => {
  test('collects once with a token that is never written to a file', async () => {
    await using stage = await WorkflowStage.start();
    using programs = new Programs({ telegraf: TELEGRAF });
    const run = await stage.run(example('telegraf.yml'), { paths: [programs.folder] });
    expect(run.conclusion, run.log).toBe('success');
    expect(stage.cluster.points).toEqual([{ database: 'metrics', line: 'cpu usage_idle=98.5' }]);
    expect(grantsOf(stage)).toEqual(['metrics write']);
    expect(stage.cluster.liveTokens).toEqual([]);
    expectNoSecretIn(run, stage);
    expectNoSecretGivenTo('telegraf', programs, stage);
  });

  test('fails when Telegraf cannot write', async () => {
    await using stage = await WorkflowStage.start();
    using programs = new Programs({ telegraf: TELEGRAF });
    const other = example('telegraf.yml').replace('bucket = "metrics"', 'bucket = "logs"');
    const run = await stage.run(other, { paths: [programs.folder] });
    expect(run.conclusion).toBe('failure');
    expect(run.log).toContain('failed to write metrics');
    expect(stage.cluster.tokens).toHaveLength(1);
    expect(stage.cluster.liveTokens).toEqual([]);
    expectNoSecretIn(run, stage);
  });
});

describe('examples/terraform.yml', () => {
  const apply = (stage: WorkflowStage, programs: Programs) =>
    stage.run(example('terraform.yml'), {
      actions: {
        'actions/checkout': checkoutOf({ 'main.tf': 'variable "influxdb_token" { ephemeral = true }\n' }),
      },
      paths: [programs.folder],
    });

  test('passes the token through the environment, and leaves no token', async () => {
    await using stage = await WorkflowStage.start();
    using programs = new Programs({ terraform: TERRAFORM });
    const run = await apply(stage, programs);
    expect(run.conclusion, run.log).toBe('success');
    const [, applied] = programs.runs('terraform');
    expect(applied?.env['TF_VAR_influxdb_token']).toBe(stage.cluster.tokens[0]?.secret);
    expect(grantsOf(stage)).toEqual(['metrics read,metrics write']);
    expect(stage.cluster.liveTokens).toEqual([]);
    expectNoSecretIn(run, stage);
    expectNoSecretGivenTo('terraform', programs, stage);
  });

  test('leaves no token when Terraform fails', async () => {
    await using stage = await WorkflowStage.start();
    using programs = new Programs({ terraform: `if (args[0] === 'apply') refuse('Error: no provider');` });
    const run = await apply(stage, programs);
    expect(run.conclusion).toBe('failure');
    expect(run.log).toContain('Error: no provider');
    expect(stage.cluster.tokens).toHaveLength(1);
    expect(stage.cluster.liveTokens).toEqual([]);
    expectNoSecretIn(run, stage);
  });
});

describe('examples/javascript-client.yml', () => {
  test('writes with the real client', async () => {
    await using stage = await WorkflowStage.start();
    using programs = new Programs({ npm: NPM });
    const run = await stage.run(example('javascript-client.yml'), { paths: [programs.folder] });
    expect(run.conclusion, run.log).toBe('success');
    expect(stage.cluster.points).toMatchObject([
      { database: 'metrics', line: expect.stringMatching(/^build,commit=[0-9a-f]{40} passed=T \d+$/) },
    ]);
    expect(grantsOf(stage)).toEqual(['metrics write']);
    expect(stage.cluster.liveTokens).toEqual([]);
    expectNoSecretIn(run, stage);
  });

  test('is refused after its token is revoked', async () => {
    await using stage = await WorkflowStage.start();
    using programs = new Programs({ npm: NPM });
    // The probe writes nothing.
    stage.cluster.every('POST write').runs('before', ({ body }) => {
      for (const token of body === '' ? [] : stage.cluster.tokens) token.revokedAt ??= Date.now();
      return undefined;
    });
    const run = await stage.run(example('javascript-client.yml'), { paths: [programs.folder] });
    expect(run.conclusion).toBe('failure');
    expect(stage.cluster.points).toEqual([]);
    expectNoSecretIn(run, stage);
  });
});

describe('examples/management-token-from-vault.yml', () => {
  const EXAMPLE = example('management-token-from-vault.yml');
  const PATH = 'secret/data/influxdb/management token';

  /** GitHub stores no management token. Only Vault has it. */
  const run = (stage: WorkflowStage, workflow: string, token = stage.cluster.managementToken) => {
    const vault = { url: 'https://vault.example.com', role: 'load-test', secrets: { [PATH]: token } };
    return stage.run(workflow, {
      actions: { 'hashicorp/vault-action': vaultAction(workflow, vault) },
      vars: { VAULT_ADDR: vault.url, VAULT_ROLE: vault.role },
      secrets: { INFLUXDB_MANAGEMENT_TOKEN: '' },
    });
  };

  test('creates a token with the management token from Vault, and revokes it when the job ends', async () => {
    await using stage = await WorkflowStage.start();
    const report = await run(stage, EXAMPLE);
    expect(report.conclusion, report.log).toBe('success');
    expect(stage.cluster.points).toMatchObject([{ database: 'metrics' }]);
    expect(grantsOf(stage)).toEqual(['metrics write']);
    expect(stage.cluster.liveTokens).toEqual([]);
    expectNoSecretIn(report, stage);
  });

  test('revokes the token when a later step fails', async () => {
    await using stage = await WorkflowStage.start();
    const report = await run(stage, EXAMPLE.replace('bucket=metrics', 'bucket=logs'));
    expect(report.conclusion).toBe('failure');
    expect(stage.cluster.tokens).toHaveLength(1);
    expect(stage.cluster.liveTokens).toEqual([]);
  });

  test.for<[what: string, from: string, to: string, message: string]>([
    ['the role does not exist', 'vars.VAULT_ROLE', "'other'", 'could not be found'],
    ['the secret has no such key', 'management token |', 'management other |', 'Unable to retrieve result'],
    ['the job cannot get an OIDC token', 'id-token: write', 'contents: read', 'ACTIONS_ID_TOKEN_REQUEST_URL'],
  ])('creates no token when %s', async ([, from, to, message]) => {
    await using stage = await WorkflowStage.start();
    const report = await run(stage, EXAMPLE.replace(from, to));
    expect(report.conclusion).toBe('failure');
    expect(report.log).toContain(message);
    expect(stage.cluster.requests).toEqual([]);
  });
});
