import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { StandIn } from '../actions-runner/workflow/actions.ts';
import type { WorkflowReport } from '../actions-runner/workflow/run-workflow.ts';
import { ACTION } from './scene.ts';
import { profile } from './stage/profile.ts';
import { Programs } from './stage/programs.ts';
import { example, WorkflowStage } from './stage/workflow-stage.ts';
import { pem, tlsFront } from './tls-front.ts';

const DAY_MS = 24 * 3_600_000;

type OnCluster = Pick<WorkflowStage, 'cluster'>;

const secretsOf = ({ cluster }: OnCluster): string[] => [
  cluster.managementToken,
  ...cluster.tokens.map(({ secret }) => secret),
];

/** No token, alive or not, and no management token is in the log. */
function expectNoSecretIn(run: WorkflowReport, stage: OnCluster): void {
  expect(stage.cluster.tokens.length).toBeGreaterThan(0);
  for (const secret of secretsOf(stage)) expect(run.log).not.toContain(secret);
}

/** Nor is one on the command line of a program, which has run. */
function expectNoSecretGivenTo(name: string, programs: Programs, stage: OnCluster): void {
  const given = programs.runs(name).map(({ args }) => args.join(' '));
  expect(given).not.toEqual([]);
  for (const secret of secretsOf(stage)) expect(given.join('\n')).not.toContain(secret);
}

/** The curl of this machine, so that it is recorded what it was given. */
const CURL = `
  const { spawnSync } = require('node:child_process');
  const PATH = env.PATH.split(':').slice(1).join(':');
  const { status, stdout, stderr } = spawnSync('curl', args, { input: stdin, env: { ...env, PATH }, encoding: 'utf8' });
  process.stdout.write(stdout);
  if (status !== 0) refuse(stderr);`;

const grantsOf = ({ cluster }: OnCluster): string[] =>
  cluster.tokens.map(({ permissions }) =>
    permissions.map(({ action, resource }) => `${resource} ${action}`).join(),
  );

describe('examples/matrix.yml', () => {
  test('gives each job a token for its own database, and leaves none', async () => {
    await using stage = await WorkflowStage.start();
    using programs = new Programs({ curl: CURL });
    const run = await stage.run(example('matrix.yml'), { paths: [programs.folder] });
    expect(run.conclusion, run.log).toBe('success');
    expectNoSecretGivenTo('curl', programs, stage);
    expect(grantsOf(stage)).toEqual(['metrics write', 'logs write']);
    expect(stage.cluster.points.map(({ database }) => database)).toEqual(['metrics', 'logs']);
    expect(stage.cluster.liveTokens).toEqual([]);
    expectNoSecretIn(run, stage);
  });

  test('writes to the other databases when one is not there', async () => {
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
    expectNoSecretGivenTo('gh', programs, stage);
    expectNoSecretIn(run, stage);
  });

  test('revokes the token when it cannot be stored', async () => {
    await using stage = await WorkflowStage.start();
    using programs = new Programs({ gh: `refuse('HTTP 403: Resource not accessible');` });
    const run = await stage.run(EXAMPLE, { ...ASKED, paths: [programs.folder] });
    expect(run.conclusion).toBe('failure');
    expect(stage.cluster.tokens).toHaveLength(1);
    expect(stage.cluster.liveTokens).toEqual([]);
    expectNoSecretIn(run, stage);
  });

  test('revokes the token when the run is cancelled before it is stored', async () => {
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
    expect(run.jobs['give']?.steps.find(({ name }) => name === 'Store it')?.outcome).toBe('cancelled');
    expect(stage.cluster.tokens).toHaveLength(1);
    expect(stage.cluster.liveTokens).toEqual([]);
  });

  test('takes no database but those that were chosen for it', async () => {
    await using stage = await WorkflowStage.start();
    const inputs = { ...ASKED.inputs, database: '*' };
    await expect(stage.run(EXAMPLE, { ...ASKED, inputs })).rejects.toThrow('takes one of metrics, logs');
    expect(stage.cluster.tokens).toEqual([]);
  });

  test('has nothing to store, and nothing to revoke, when there is no such database', async () => {
    await using stage = await WorkflowStage.start({ databases: ['logs'] });
    using programs = new Programs({ gh: GH });
    const inputs = { ...ASKED.inputs, database: 'metrics' };
    const run = await stage.run(EXAMPLE, { ...ASKED, inputs, paths: [programs.folder] });
    expect(run.jobs['give']?.steps.slice(0, 3).map(({ outcome }) => outcome)).toEqual([
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
      /** What listens there shows a certificate that signed itself. */
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

  test('creates and writes by TLS with the certificate of its own authority', async () => {
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

  test('writes nothing to a server that another authority has signed', async () => {
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
    const soon = { description: 'telegraf in Hamburg', expiresAt: Date.now() + 3 * DAY_MS };
    const { id } = stage.cluster.seed(soon);
    const later = stage.cluster.seed({
      description: 'telegraf in Oslo',
      expiresAt: Date.now() + 30 * DAY_MS,
    });
    const run = await stage.run(EXAMPLE);
    expect(run.conclusion).toBe('failure');
    const [list, say] = run.jobs['report']?.steps ?? [];
    expect(list?.outcome).toBe('success');
    expect(say?.log).toContain(`${new Date(soon.expiresAt).toISOString()}  ${id}`);
    expect(say?.log).not.toContain(later.id);
    expect(run.jobs['report']?.summary).toContain('telegraf in Hamburg');
    expect(run.jobs['report']?.summary).not.toContain('Oslo');
    expectNoSecretIn(run, stage);
  });

  test.for(['telegraf\n::warning::forged', 'telegraf ##[warning]forged'])(
    'lets the description %j command nothing',
    async (description) => {
      await using stage = await WorkflowStage.start();
      stage.cluster.seed({ description, expiresAt: Date.now() + 3 * DAY_MS });
      const run = await stage.run(EXAMPLE);
      const annotations = run.jobs['report']?.steps.flatMap((step) => step.annotations ?? []);
      expect(annotations?.map(({ message }) => message)).toEqual(['Process completed with exit code 1.']);
    },
  );

  test('is red when the cluster does not answer the question', async () => {
    await using stage = await WorkflowStage.start();
    stage.cluster.every('GET tokens').answers(403, { code: 403, message: 'no' });
    const run = await stage.run(EXAMPLE);
    expect(run.jobs['report']?.steps.slice(0, 2).map(({ outcome }) => outcome)).toEqual([
      'failure',
      'skipped',
    ]);
  });

  test('is green when nothing does but the token of a running job', async () => {
    await using stage = await WorkflowStage.start();
    stage.cluster.seed({ description: 'telegraf in Oslo', expiresAt: Date.now() + 30 * DAY_MS });
    stage.cluster.seed({
      description: 'build [gha:github.com/acme/web#4711 8812345678.1 job 7f3a9c2e5b1d8046]',
      expiresAt: Date.now() + DAY_MS,
    });
    const run = await stage.run(EXAMPLE);
    expect(run.conclusion, run.log).toBe('success');
  });
});

describe('examples/service-test.yml', () => {
  const EXAMPLE = example('service-test.yml');
  const REVOKED_BEFORE = 'Revoke the token';
  /** As it is printed, and not in the script that prints it. */
  const NOTHING_READ = /(?<!")The service has written nothing/;

  const outcomesOf = (run: WorkflowReport) =>
    Object.fromEntries(run.jobs['test']?.steps.map(({ name, outcome }) => [name, outcome]) ?? []);

  /** Whoever asks for what the service has written gets it, as soon as it is there. */
  function readsBack({ cluster }: WorkflowStage): void {
    let asked = false;
    cluster.every('GET query').runs('before', ({ path }) => {
      const { searchParams } = new URL(path, cluster.clusterUrl);
      if (/FROM service_test WHERE run = '\d+'$/.test(searchParams.get('q') ?? '')) asked = true;
      return undefined;
    });
    cluster.every('GET query').changes((response) => {
      if (!asked || cluster.points.length === 0) return response;
      const values = cluster.points.map(() => ['2026-01-01T00:00:00Z', true]);
      const series = [{ name: 'service_test', columns: ['time', 'up'], values }];
      return { results: [{ statement_id: 0, series }] };
    });
  }

  test('revokes the token right after the test, and finds it revoked at the end of the job', async () => {
    await using stage = await WorkflowStage.start();
    readsBack(stage);
    using programs = new Programs({ curl: CURL });
    let alive: number | undefined;
    const write = (line: string) => {
      if (line.includes('No token is alive by now.')) alive ??= stage.cluster.liveTokens.length;
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

  test.for<[what: string, from: string, to: string, told: RegExp]>([
    ['the service may not write', 'bucket=metrics', 'bucket=logs', /the write was answered 401/],
    ['nothing can be read', '{1..10}', '1', NOTHING_READ],
    ['the test may not read', 'db=metrics', 'db=logs', /The requested URL returned error: 401/],
  ])('revokes it also when %s, and says why', async ([, from, to, told]) => {
    await using stage = await WorkflowStage.start();
    const run = await stage.run(EXAMPLE.replace(from, to));
    expect(run.conclusion).toBe('failure');
    expect(run.log).toMatch(told);
    if (told !== NOTHING_READ) expect(run.log).not.toMatch(NOTHING_READ);
    expect(outcomesOf(run)).toMatchObject({ [REVOKED_BEFORE]: 'success' });
    expect(stage.cluster.tokens).toHaveLength(1);
    expect(stage.cluster.liveTokens).toEqual([]);
    expectNoSecretIn(run, stage);
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
    if (!config.includes('[[inputs.cpu]]')) refuse('no inputs configured');
    if (!config.includes('[[outputs.influxdb_v2]]')) refuse('no outputs configured');
    if (config.includes('apiv1_')) refuse('a token stands in the file');
    if (value('organization') !== '""') refuse('a cluster has no organizations');
    const expand = (text) => text.replaceAll(/\\$\\{(\\w+)\\}/g, (_, name) => env[name] ?? refuse('no ' + name));
    const [url] = JSON.parse(expand(value('urls')));
    const token = JSON.parse(expand(value('token')));
    const target = url + '/api/v2/write?org=' + JSON.parse(value('organization')) + '&bucket=' + JSON.parse(value('bucket'));
    try {
      execFileSync('curl', ['--silent', '--fail-with-body', '--header', '@-', '--data-binary', 'cpu usage_idle=98.5', target],
        { input: 'Authorization: Token ' + token });
    } catch {
      refuse('failed to write metrics');
    }`;

  test('collects once with a token that stands in no file', async () => {
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

  test('is red when Telegraf cannot write', async () => {
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
  /** Stricter than Terraform, which finds nothing to do in an empty folder, and applies that. */
  const TERRAFORM = `
    const { existsSync, writeFileSync } = require('node:fs');
    const command = args.join(' ');
    if (!existsSync('main.tf')) refuse('there is no configuration here');
    if (command === 'init -input=false') return writeFileSync('.terraform.lock.hcl', '');
    if (!existsSync('.terraform.lock.hcl')) refuse('run init first');
    if (command !== 'apply -input=false -auto-approve') refuse('unknown command: ' + command);
    if (!/^apiv1_/.test(env.TF_VAR_influxdb_token ?? '')) refuse('No value for required variable "influxdb_token"');
    if (!/^http/.test(env.TF_VAR_influxdb_url ?? '')) refuse('No value for required variable "influxdb_url"');`;

  const checkout: StandIn = async ({ inputs, workspace }) => {
    if (inputs['persist-credentials'] !== 'false') throw new Error('the token of the job would stay on disk');
    writeFileSync(join(workspace, 'main.tf'), 'variable "influxdb_token" { ephemeral = true }\n');
    return {};
  };

  const apply = (stage: WorkflowStage, programs: Programs) =>
    stage.run(example('terraform.yml'), {
      actions: { 'actions/checkout': checkout },
      paths: [programs.folder],
    });

  test('hands the token over by the environment, and leaves none', async () => {
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

  test('leaves none when Terraform fails', async () => {
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
    expect(grantsOf(stage)).toEqual(['metrics write']);
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
