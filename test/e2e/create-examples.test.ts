import { describe, expect, test } from 'vitest';
import type { WorkflowReport } from '../runner/workflow/run-workflow.ts';
import { ACTION } from './scene.ts';
import { profile } from './stage/profile.ts';
import { Programs } from './stage/programs.ts';
import { example, WorkflowStage } from './stage/workflow-stage.ts';
import { pem, tlsFront } from './tls-front.ts';

const DAY_MS = 24 * 3_600_000;

/** No token, alive or not, and no management token is in the log. */
function expectNoSecretIn(run: WorkflowReport, { cluster }: WorkflowStage): void {
  expect(cluster.tokens.length).toBeGreaterThan(0);
  for (const secret of [cluster.managementToken, ...cluster.tokens.map(({ secret }) => secret)])
    expect(run.log).not.toContain(secret);
}

const grantsOf = ({ cluster }: WorkflowStage): string[] =>
  cluster.tokens.map(({ permissions }) =>
    permissions.map(({ action, resource }) => `${resource} ${action}`).join(),
  );

describe('examples/matrix.yml', () => {
  test('gives each job a token for its own database, and leaves none', async () => {
    await using stage = await WorkflowStage.start();
    const run = await stage.run(example('matrix.yml'));
    expect(run.conclusion, run.log).toBe('success');
    expect(grantsOf(stage)).toEqual(['metrics write', 'logs write']);
    expect(stage.cluster.points.map(({ database }) => database)).toEqual(['metrics', 'logs']);
    expect(stage.cluster.liveTokens).toEqual([]);
    expectNoSecretIn(run, stage);
  });
});

describe('examples/kept-token.yml', () => {
  const EXAMPLE = example('kept-token.yml');
  const ASKED = {
    inputs: { repository: 'acme/ingest', database: 'logs' },
    secrets: { STORE_TOKEN: 'ghp_store-token-of-a-person' },
  };
  const GH = `
    if (args.join(' ') !== 'secret set INFLUXDB_TOKEN --repo acme/ingest') refuse('unknown command');
    if (env.GH_TOKEN !== 'ghp_store-token-of-a-person') refuse('HTTP 401');
    if (!/^apiv1_\\S+$/.test(stdin)) refuse('this is no token');`;

  test('stores a token that outlives the job, and ends by itself', async () => {
    await using stage = await WorkflowStage.start();
    using programs = new Programs({ gh: GH });
    const run = await stage.run(EXAMPLE, { ...ASKED, paths: [programs.folder] });
    expect(run.conclusion, run.log).toBe('success');
    const [token] = stage.cluster.liveTokens;
    expect(programs.runs('gh').map(({ stdin }) => stdin)).toEqual([token?.secret]);
    expect(token?.description).toMatch(/^acme\/ingest \[gha:.* kept /);
    expect(grantsOf(stage)).toEqual(['logs read']);
    expect(((token?.expiresAt ?? 0) - Date.now()) / DAY_MS).toBeCloseTo(30, 1);
    expectNoSecretIn(run, stage);
  });

  test('revokes the token when it cannot be stored', async () => {
    await using stage = await WorkflowStage.start();
    using programs = new Programs({ gh: `refuse('HTTP 403: Resource not accessible');` });
    const run = await stage.run(EXAMPLE, { ...ASKED, paths: [programs.folder] });
    expect(run.conclusion).toBe('failure');
    expect(stage.cluster.tokens).toHaveLength(1);
    expect(stage.cluster.liveTokens).toEqual([]);
  });
});

describe('examples/clustered-ca.yml', () => {
  const EXAMPLE = example('clustered-ca.yml');

  async function start() {
    const front = await tlsFront({ certificate: 'server', cluster: { product: 'clustered' } });
    const { cluster } = front.scene;
    const stage = await WorkflowStage.start();
    const config = profile('clustered', cluster)
      .replace(/host = .*/, 'host = "localhost"')
      .replace(/port = .*/, `port = "${front.apiPort}"`)
      .replace('[profile.tls]\ndisable = true', '');
    return {
      cluster,
      run: (ca: string) =>
        stage.run(EXAMPLE, {
          secrets: { INFLUXCTL_CONFIG: config },
          vars: { INFLUXDB_URL: `https://localhost:${front.apiPort}`, INFLUXDB_CA: ca },
        }),
      [Symbol.asyncDispose]: async () => {
        await stage[Symbol.asyncDispose]();
        await front[Symbol.asyncDispose]();
      },
    };
  }

  test('mints and writes by TLS with the certificate of its own authority', async () => {
    await using scene = await start();
    const run = await scene.run(pem('authority'));
    expect(run.conclusion, run.log).toBe('success');
    expect(scene.cluster.points).toHaveLength(1);
    expect(scene.cluster.tokens).toHaveLength(1);
    expect(scene.cluster.liveTokens).toEqual([]);
  });

  test('sends nothing to a server that another authority has signed', async () => {
    await using scene = await start();
    const run = await scene.run(pem('certificate'));
    expect(run.conclusion).toBe('failure');
    expect(run.log).toContain('ca-certificate');
    expect(scene.cluster.requests).toEqual([]);
  });
});

describe('examples/expiry-report.yml', () => {
  const EXAMPLE = example('expiry-report.yml');

  test('is red when something expires within two weeks, and shows it', async () => {
    await using stage = await WorkflowStage.start();
    stage.cluster.seed({ description: 'telegraf in Hamburg', expiresAt: Date.now() + 3 * DAY_MS });
    stage.cluster.seed({ description: 'telegraf in Oslo', expiresAt: Date.now() + 30 * DAY_MS });
    const run = await stage.run(EXAMPLE);
    expect(run.conclusion).toBe('failure');
    const [list, say] = run.jobs['report']?.steps ?? [];
    expect(list?.outcome).toBe('success');
    expect(say?.log).toContain('telegraf in Hamburg');
    expect(say?.log).not.toContain('Oslo');
    expect(run.jobs['report']?.summary).toContain('telegraf in Hamburg');
  });

  test('is green when nothing does', async () => {
    await using stage = await WorkflowStage.start();
    stage.cluster.seed({ description: 'telegraf in Oslo', expiresAt: Date.now() + 30 * DAY_MS });
    const run = await stage.run(EXAMPLE);
    expect(run.conclusion, run.log).toBe('success');
  });
});

describe('examples/service-test.yml', () => {
  const EXAMPLE = example('service-test.yml');
  const REVOKED_BEFORE = 'Revoke the token';

  test('revokes the token right after the test, and finds it revoked at the end of the job', async () => {
    await using stage = await WorkflowStage.start();
    const run = await stage.run(EXAMPLE);
    expect(run.conclusion, run.log).toBe('success');
    expect(stage.cluster.points).toHaveLength(1);
    expect(stage.cluster.liveTokens).toEqual([]);
    expect(run.jobs['test']?.steps.map(({ name, outcome }) => [name, outcome])).toContainEqual([
      REVOKED_BEFORE,
      'success',
    ]);
    expect(run.jobs['test']?.steps.flatMap(({ annotations = [] }) => annotations)).toEqual([]);
    expectNoSecretIn(run, stage);
  });

  test('revokes it also when the test fails', async () => {
    await using stage = await WorkflowStage.start();
    const run = await stage.run(EXAMPLE.replace('bucket=metrics', 'bucket=logs'));
    expect(run.conclusion).toBe('failure');
    const revoke = run.jobs['test']?.steps.find(({ name }) => name === REVOKED_BEFORE);
    expect(revoke?.outcome).toBe('success');
    expect(stage.cluster.liveTokens).toEqual([]);
  });

  test('has nothing to revoke when there was never a token', async () => {
    await using stage = await WorkflowStage.start();
    stage.cluster.every('POST tokens').answers(400, { code: 400, message: 'no' });
    const run = await stage.run(EXAMPLE);
    const revoke = run.jobs['test']?.steps.find(({ name }) => name === REVOKED_BEFORE);
    expect([run.conclusion, revoke?.outcome]).toEqual(['failure', 'skipped']);
  });
});

describe('examples/telegraf.yml', () => {
  /** Reads of its configuration what this example has in it, and writes one point by curl, as Telegraf would by itself. */
  const TELEGRAF = `
    const { execFileSync } = require('node:child_process');
    if (args[0] !== '--config' || args[2] !== '--once') refuse('unknown flags');
    const config = readFileSync(args[1], 'utf8');
    const value = (key) => new RegExp('^  ' + key + ' = (.*)$', 'm').exec(config)?.[1] ?? refuse('no ' + key);
    if (!config.includes('[[outputs.influxdb_v2]]')) refuse('no outputs configured');
    const expand = (text) => text.replaceAll(/\\$\\{(\\w+)\\}/g, (_, name) => env[name] ?? refuse('no ' + name));
    const [url] = JSON.parse(expand(value('urls')));
    const token = JSON.parse(expand(value('token')));
    const target = url + '/api/v2/write?org=' + JSON.parse(value('organization')) + '&bucket=' + JSON.parse(value('bucket'));
    return execFileSync('curl', ['--silent', '--fail-with-body', '--header', 'Authorization: Token ' + token,
      '--data-binary', 'cpu usage_idle=98.5', target], { encoding: 'utf8' });`;

  test('collects once with a token that stands in no file', async () => {
    await using stage = await WorkflowStage.start();
    using programs = new Programs({ telegraf: TELEGRAF });
    const run = await stage.run(example('telegraf.yml'), { paths: [programs.folder] });
    expect(run.conclusion, run.log).toBe('success');
    expect(stage.cluster.points).toEqual([{ database: 'metrics', line: 'cpu usage_idle=98.5' }]);
    expect(stage.cluster.liveTokens).toEqual([]);
    expectNoSecretIn(run, stage);
  });
});

describe('examples/terraform.yml', () => {
  const TERRAFORM = `
    const command = args.join(' ');
    if (command === 'init -input=false') return 'initialized';
    if (command !== 'apply -input=false -auto-approve') refuse('unknown command: ' + command);
    if (!/^apiv1_/.test(env.TF_VAR_influxdb_token ?? '')) refuse('No value for required variable "influxdb_token"');
    if (!/^http/.test(env.TF_VAR_influxdb_url ?? '')) refuse('No value for required variable "influxdb_url"');`;

  test('hands the token over by the environment, and leaves none', async () => {
    await using stage = await WorkflowStage.start();
    using programs = new Programs({ terraform: TERRAFORM });
    const run = await stage.run(example('terraform.yml'), { paths: [programs.folder] });
    expect(run.conclusion, run.log).toBe('success');
    const [, apply] = programs.runs('terraform');
    const [token] = stage.cluster.tokens;
    expect(apply?.env['TF_VAR_influxdb_token']).toBe(token?.secret);
    expect(apply?.args.join(' ')).not.toContain(token?.secret);
    expect(stage.cluster.liveTokens).toEqual([]);
    expectNoSecretIn(run, stage);
  });
});

describe('examples/javascript-client.yml', () => {
  /** Nothing is downloaded in a test: the client is there already, in the version that the example installs. */
  const NPM = `
    const { symlinkSync } = require('node:fs');
    const [, version] = /^install --no-save @influxdata\\/influxdb3-client@(\\S+)$/.exec(args.join(' ')) ?? refuse('unknown command');
    const folder = ${JSON.stringify(`${ACTION}/node_modules`)};
    const installed = JSON.parse(readFileSync(folder + '/@influxdata/influxdb3-client/package.json', 'utf8'));
    if (installed.version !== version) refuse('the tests have ' + installed.version);
    symlinkSync(folder, 'node_modules');`;

  test('writes with the real client', async () => {
    await using stage = await WorkflowStage.start();
    using programs = new Programs({ npm: NPM });
    const run = await stage.run(example('javascript-client.yml'), { paths: [programs.folder] });
    expect(run.conclusion, run.log).toBe('success');
    expect(stage.cluster.points).toMatchObject([
      { database: 'metrics', line: expect.stringMatching(/^build,commit=[0-9a-f]{40} passed=T \d+$/) },
    ]);
    expect(stage.cluster.liveTokens).toEqual([]);
    expectNoSecretIn(run, stage);
  });

  test('is refused once its token is revoked', async () => {
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
