import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Emulator } from '../../emulator/servers/emulator.ts';
import type { WorkflowReport } from '../actions-runner/workflow/run-workflow.ts';
import { Artifacts } from './stage/artifacts.ts';
import { profile } from './stage/profile.ts';
import { CURL, GH_ISSUES } from './stage/program-bodies.ts';
import { Programs } from './stage/programs.ts';
import { example, WorkflowStage } from './stage/workflow-stage.ts';

const DAY_MS = 24 * 3_600_000;

describe('examples/expiry-report.yml', () => {
  const EXAMPLE = example('expiry-report.yml');

  test('fails when a token expires within two weeks, and lists it in the summary', async () => {
    await using stage = await WorkflowStage.start();
    stage.cluster.seed({ description: 'telegraf in Hamburg', expiresAt: Date.now() + 3 * DAY_MS });
    stage.cluster.seed({ description: 'telegraf in Oslo', expiresAt: Date.now() + 30 * DAY_MS });
    const run = await stage.run(EXAMPLE);
    expect(run.conclusion).toBe('failure');
    expect(run.jobs['report']?.summary).toContain('telegraf in Hamburg');
    expect(run.jobs['report']?.summary).not.toContain('Oslo');
    expect(run.log).not.toContain(stage.cluster.managementToken);
    expect(stage.cluster.liveTokens).toHaveLength(2);
  });

  test('succeeds when only the token of a running job expires soon', async () => {
    await using stage = await WorkflowStage.start();
    stage.cluster.seed({ description: 'telegraf in Oslo', expiresAt: Date.now() + 30 * DAY_MS });
    stage.cluster.seed({
      description: 'build [gha:github.com/acme/web#4711 8812345678.1 job 7f3a9c2e5b1d8046]',
      expiresAt: Date.now() + DAY_MS,
    });
    const run = await stage.run(EXAMPLE);
    expect(run.conclusion, run.log).toBe('success');
  });

  test('fails when the cluster refuses to list its tokens', async () => {
    await using stage = await WorkflowStage.start();
    stage.cluster.every('GET tokens').respondsWith(403, { code: 403, message: 'no' });
    const run = await stage.run(EXAMPLE);
    expect(run.conclusion).toBe('failure');
    expect(stage.cluster.tokens).toEqual([]);
  });
});

describe('examples/inventory.yml', () => {
  const EXAMPLE = example('inventory.yml');

  async function start() {
    const stage = await WorkflowStage.start();
    const [europe, america] = [
      await Emulator.start({ product: 'clustered' }),
      await Emulator.start({ product: 'clustered' }),
    ];
    const artifacts = new Artifacts();
    const config = [profile('europe', europe), profile('america', america)].join('\n');
    return {
      europe,
      america,
      run: () => stage.run(EXAMPLE, { actions: artifacts.actions, secrets: { INFLUXCTL_CONFIG: config } }),
      /** What the artifact contains, if there is one. */
      inventory: (): unknown => {
        const [file] = artifacts.files('inventory');
        return file === undefined ? undefined : JSON.parse(readFileSync(file, 'utf8'));
      },
      names: () => artifacts.files('inventory').map((file) => basename(file)),
      [Symbol.asyncDispose]: async () => {
        artifacts[Symbol.dispose]();
        await Promise.all([europe.stop(), america.stop()]);
        await stage[Symbol.asyncDispose]();
      },
    };
  }

  test('merges the lists of all clusters, and names the cluster of each token', async () => {
    await using scene = await start();
    const [first, revoked] = [
      scene.europe.seed({ description: 'telegraf', expiresAt: Date.now() + DAY_MS }),
      scene.europe.seed({ description: 'left', revokedAt: Date.now() }),
    ];
    const other = scene.america.seed({ description: 'telegraf' });
    const run = await scene.run();
    expect(run.conclusion, run.log).toBe('success');
    expect(scene.names()).toEqual(['inventory.json']);
    expect(scene.inventory()).toHaveLength(3);
    expect(scene.inventory()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ cluster: 'europe', id: first.id, status: 'active' }),
        expect.objectContaining({ cluster: 'europe', id: revoked.id, status: 'revoked' }),
        expect.objectContaining({ cluster: 'america', id: other.id, status: 'active' }),
      ]),
    );
    expect(run.jobs['merge']?.summary).toContain('| america | 1 | 1 | 1 |\n| europe | 2 | 1 | 1 |');
    for (const { secret } of [first, revoked, other]) {
      expect(run.log + JSON.stringify(scene.inventory())).not.toContain(secret);
    }
  });

  test('publishes no inventory when one cluster does not respond', async () => {
    await using scene = await start();
    scene.america.every('GET tokens').respondsWith(403, { code: 403, message: 'no' });
    const run = await scene.run();
    expect(run.conclusion).toBe('failure');
    expect(Object.entries(run.jobs).map(([job, { conclusion }]) => [job, conclusion])).toEqual([
      ['list (europe)', 'success'],
      ['list (america)', 'failure'],
      ['merge', 'skipped'],
    ]);
    expect(scene.inventory()).toBeUndefined();
  });
});

describe('examples/notify-on-failure.yml', () => {
  const EXAMPLE = example('notify-on-failure.yml');
  const WEBHOOK = 'http://127.0.0.1:9/services/T0/B0/key-of-the-channel';
  /** The chat accepts every message. */
  const CHAT = `
    const [, url] = /^url = "(.+)"$/.exec(stdin) ?? refuse('no URL');
    if (url !== '${WEBHOOK}') refuse('curl: (6) Could not resolve host');
    return readFileSync(args[args.indexOf('--data-binary') + 1].slice(1), 'utf8');`;

  function run(stage: WorkflowStage, programs: Programs): Promise<WorkflowReport> {
    return stage.run(EXAMPLE, { paths: [programs.folder], secrets: { CHAT_WEBHOOK: WEBHOOK } });
  }

  /** The issues of the repository. */
  const issuesOf = ({ folder }: Programs): { title: string; bodies: string[] }[] =>
    JSON.parse(readFileSync(join(folder, 'issues.json'), 'utf8'));

  test('notifies nobody if the rotation succeeds', async () => {
    await using stage = await WorkflowStage.start();
    using programs = new Programs({ gh: GH_ISSUES, curl: CURL });
    const report = await run(stage, programs);
    expect(report.conclusion, report.log).toBe('success');
    expect(report.jobs['notify']?.conclusion).toBe('skipped');
    expect(stage.stored[0]).toBe(stage.cluster.liveTokens[0]?.secret);
    expect([programs.runs('gh'), programs.runs('curl')]).toEqual([[], []]);
  });

  test('opens one issue, comments on it after the next failure, and posts to the chat each time', async () => {
    await using stage = await WorkflowStage.start();
    using programs = new Programs({ gh: GH_ISSUES, curl: CHAT });
    stage.cluster.every('GET tokens').respondsWith(403, { code: 403, message: 'no' });
    const [first, second] = [await run(stage, programs), await run(stage, programs)];
    for (const report of [first, second]) {
      expect(report.conclusion).toBe('failure');
      expect(report.jobs['notify']?.conclusion, report.log).toBe('success');
    }
    expect(issuesOf(programs)).toMatchObject([
      {
        title: 'The rotation of the token for the web application failed',
        bodies: [
          expect.stringContaining('https://github.com/acme/web/actions/runs/8812345678'),
          expect.stringContaining('https://github.com/acme/web/actions/runs/8812345679'),
        ],
      },
    ]);
    expect(programs.runs('curl')).toHaveLength(2);
    expect(first.log).toMatch(/"text": "The rotation of the token .* failed: https:\S+\/8812345678"/);
    expect(stage.cluster.tokens).toEqual([]);
  });

  test('posts to the chat even if it cannot open an issue, and never shows the URL of the chat', async () => {
    await using stage = await WorkflowStage.start();
    using programs = new Programs({ gh: `refuse('HTTP 403: Resource not accessible');`, curl: CHAT });
    stage.cluster.every('GET tokens').respondsWith(403, { code: 403, message: 'no' });
    const report = await run(stage, programs);
    expect(report.jobs['notify']?.steps.map(({ outcome }) => outcome)).toEqual(['failure', 'success']);
    const [chat] = programs.runs('curl');
    expect(chat?.args.join(' ')).not.toContain(WEBHOOK);
    expect(report.log).not.toContain('key-of-the-channel');
  });
});
