// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are GitHub's expressions, not JavaScript's.
import { describe, expect, test } from 'vitest';
import { Emulator } from '../../emulator/servers/emulator.ts';
import type { WorkflowReport } from '../actions-runner/workflow/run-workflow.ts';
import { profile } from './stage/profile.ts';
import { Vault } from './stage/vault.ts';
import { example, WorkflowStage } from './stage/workflow-stage.ts';

const SCHEDULED = example('scheduled-rotation.yml');

describe('examples/scheduled-rotation.yml', () => {
  test('creates the first token, and stores it in the repository and in the environment', async () => {
    await using stage = await WorkflowStage.start();
    const run = await stage.run(SCHEDULED);
    expect(run.conclusion, run.log).toBe('success');
    const [repository, environment] = stage.stored;
    expect(environment).toBe(repository);
    expect(stage.tokenOf(repository)?.description).toMatch(
      /^Web application \[gha:github\.com\/acme\/web#4711 .* current /,
    );
    expect(stage.cluster.accepts(repository ?? '', 'metrics', 'write')).toBe(true);
    expect(stage.cluster.liveTokens).toHaveLength(1);
    expectNoSecretIn(run, stage);
  });

  test('does nothing if the token is valid for more than two weeks', async () => {
    await using stage = await WorkflowStage.start();
    await stage.run(SCHEDULED);
    const before = stage.stored;
    stage.daysGoBy(75);
    const run = await stage.run(SCHEDULED);
    expect(run.conclusion, run.log).toBe('success');
    expect(stage.stored).toEqual(before);
    expect(stage.cluster.tokens).toHaveLength(1);
  });

  test('replaces the token when it is due, and revokes the old one in a run after its grace period', async () => {
    await using stage = await WorkflowStage.start();
    await stage.run(SCHEDULED);
    const [old = ''] = stage.stored;
    stage.daysGoBy(77);
    await stage.run(SCHEDULED);
    const [current = '', environment] = stage.stored;
    expect(environment).toBe(current);
    expect(current).not.toBe(old);
    expect([stage.cluster.accepts(old), stage.cluster.accepts(current)]).toEqual([true, true]);
    stage.daysGoBy(2);
    const run = await stage.run(SCHEDULED);
    expect(run.conclusion, run.log).toBe('success');
    expect(stage.stored).toEqual([current, current]);
    expect([stage.cluster.accepts(old), stage.cluster.accepts(current)]).toEqual([false, true]);
    expect(stage.cluster.liveTokens).toHaveLength(1);
  });

  test('replaces a leaked token at once, and revokes it in the same run', async () => {
    await using stage = await WorkflowStage.start();
    await stage.run(SCHEDULED);
    const [leaked = ''] = stage.stored;
    const run = await stage.run(SCHEDULED, { inputs: { leaked: true } });
    expect(run.conclusion, run.log).toBe('success');
    const [current = '', environment] = stage.stored;
    expect(environment).toBe(current);
    expect([stage.cluster.accepts(leaked), stage.cluster.accepts(current)]).toEqual([false, true]);
  });

  test('changes nothing if a person starts it without ticking the box', async () => {
    await using stage = await WorkflowStage.start();
    await stage.run(SCHEDULED);
    const before = stage.stored;
    expect((await stage.run(SCHEDULED, { inputs: {} })).conclusion).toBe('success');
    expect(stage.stored).toEqual(before);
  });

  test('fails before any change if the App lacks a permission', async () => {
    await using stage = await WorkflowStage.start();
    const run = await stage.run(SCHEDULED.replace(/ +permission-environments: write\n/, ''));
    expect(run.conclusion).toBe('failure');
    expect(run.log).toContain('Environments');
    expect(stage.cluster.tokens).toEqual([]);
    expect(stage.github.writes).toEqual([]);
  });

  test('repairs a rotation that stored the token in one place only', async () => {
    await using stage = await WorkflowStage.start();
    await stage.run(SCHEDULED);
    const [old = ''] = stage.stored;
    stage.daysGoBy(77);
    stage.github.every('PUT environment secret').respondsWith(403, { message: 'Forbidden' });
    const red = await stage.run(SCHEDULED);
    expect(red.conclusion).toBe('failure');
    const [half = '', before = ''] = stage.stored;
    expect([half === old, before === old]).toEqual([false, true]);
    expect([stage.cluster.accepts(half), stage.cluster.accepts(before)]).toEqual([true, true]);
    stage.github.clearFaults();
    const green = await stage.run(SCHEDULED);
    expect(green.conclusion, green.log).toBe('success');
    const [current = '', environment] = stage.stored;
    expect(environment).toBe(current);
    stage.daysGoBy(2);
    await stage.run(SCHEDULED);
    expect(stage.cluster.liveTokens.map(({ secret }) => secret)).toEqual([current]);
  });
});

describe('examples/rotate-to-vault.yml', () => {
  const EXAMPLE = example('rotate-to-vault.yml');
  const PATH = 'telegraf/influxdb';

  async function start() {
    const stage = await WorkflowStage.start();
    const vault = await Vault.start();
    return {
      stage,
      vault,
      run: () =>
        stage.run(EXAMPLE, { vars: { VAULT_ADDR: vault.url }, secrets: { VAULT_TOKEN: vault.token } }),
      storedToken: () => (vault.secrets[PATH] as { token: string } | undefined)?.token ?? '',
      [Symbol.asyncDispose]: async () => {
        await vault[Symbol.asyncDispose]();
        await stage[Symbol.asyncDispose]();
      },
    };
  }

  test('delivers the token, and promotes it after the job has succeeded', async () => {
    await using scene = await start();
    const run = await scene.run();
    expect(run.conclusion, run.log).toBe('success');
    expect(scene.vault.secrets).toEqual({ [PATH]: { token: scene.storedToken() } });
    expect(scene.stage.cluster.accepts(scene.storedToken(), 'metrics', 'write')).toBe(true);
    expect(scene.stage.tokenOf(scene.storedToken())?.description).toMatch(/^Telegraf \[gha:.* current /);
    expectNoSecretIn(run, scene.stage);
  });

  test('delivers nothing if no rotation is due', async () => {
    await using scene = await start();
    await scene.run();
    const before = scene.storedToken();
    scene.stage.daysGoBy(30);
    const run = await scene.run();
    expect(run.jobs['rotate']?.steps.map(({ name, outcome }) => [name, outcome])).toEqual([
      ['Rotate the token if it is due', 'success'],
      ['Deliver the token', 'skipped'],
      ['Post Rotate the token if it is due', 'success'],
    ]);
    expect(scene.storedToken()).toBe(before);
    expect(scene.stage.cluster.tokens).toHaveLength(1);
  });

  test('promotes nothing if the delivery fails, and the next run repairs the rotation', async () => {
    await using scene = await start();
    const { cluster } = scene.stage;
    await scene.run();
    const first = scene.storedToken();
    scene.stage.daysGoBy(77);

    scene.vault.isSealed = true;
    const red = await scene.run();
    expect(red.conclusion).toBe('failure');
    expect(red.log).toContain('Vault is sealed');
    expect(red.log).toContain('was not promoted');
    const [, undelivered] = cluster.tokens;
    expect(undelivered?.description).toContain(' pending ');
    expect(scene.storedToken()).toBe(first);
    expect(cluster.accepts(first)).toBe(true);

    scene.vault.isSealed = false;
    const green = await scene.run();
    expect(green.conclusion, green.log).toBe('success');
    const current = scene.storedToken();
    expect([first, undelivered?.secret]).not.toContain(current);
    expect(scene.stage.tokenOf(current)?.description).toContain(' current ');

    scene.stage.daysGoBy(2);
    expect((await scene.run()).conclusion).toBe('success');
    expect(scene.storedToken()).toBe(current);
    expect(cluster.liveTokens.map(({ secret }) => secret)).toEqual([current]);
  });
});

describe('examples/rotate-many.yml', () => {
  const EXAMPLE = example('rotate-many.yml');

  async function start() {
    const stage = await WorkflowStage.start();
    stage.github.repository('acme/ingest');
    const [europe, america] = [
      await Emulator.start({ product: 'clustered' }),
      await Emulator.start({ product: 'clustered' }),
    ];
    const config = [profile('europe', europe), profile('america', america)].join('\n');
    return {
      stage,
      europe,
      america,
      run: () => stage.run(EXAMPLE, { secrets: { INFLUXCTL_CONFIG: config } }),
      ingest: (name: string) => stage.github.secret('acme/ingest', name)?.value ?? '',
      [Symbol.asyncDispose]: async () => {
        await Promise.all([europe.stop(), america.stop()]);
        await stage[Symbol.asyncDispose]();
      },
    };
  }

  test('rotates every series of every cluster, each into its own repository', async () => {
    await using scene = await start();
    const run = await scene.run();
    expect(run.conclusion, run.log).toBe('success');
    const [web = '', environment] = scene.stage.stored;
    expect(environment).toBe(web);
    expect(scene.europe.accepts(web, 'metrics', 'read')).toBe(true);
    expect(scene.europe.accepts(web, 'metrics', 'write')).toBe(false);
    expect(scene.europe.accepts(scene.ingest('INFLUXDB_TOKEN_EUROPE'), 'metrics', 'write')).toBe(true);
    expect(scene.america.accepts(scene.ingest('INFLUXDB_TOKEN_AMERICA'), 'metrics', 'write')).toBe(true);
    expect([scene.europe.liveTokens.length, scene.america.liveTokens.length]).toEqual([2, 1]);
    expect(Object.keys(run.jobs)).toHaveLength(3);
  });

  test('continues with the others if one fails, and the next run repairs that one', async () => {
    await using scene = await start();
    scene.america.every('GET tokens').respondsWith(401, { code: 401, message: 'unauthorized' });
    const red = await scene.run();
    expect(red.conclusion).toBe('failure');
    expect(Object.values(red.jobs).map(({ conclusion }) => conclusion)).toEqual([
      'success',
      'success',
      'failure',
    ]);
    scene.america.clearFaults();
    const green = await scene.run();
    expect(green.conclusion, green.log).toBe('success');
    expect([scene.europe.tokens.length, scene.america.tokens.length]).toEqual([2, 1]);
    expect(scene.america.accepts(scene.ingest('INFLUXDB_TOKEN_AMERICA'))).toBe(true);
  });
});

describe('examples/adopt-existing-token.yml', () => {
  const EXAMPLE = example('adopt-existing-token.yml');

  test('first shows what it would do, then does it, and the schedule continues', async () => {
    await using stage = await WorkflowStage.start();
    const { cluster, github } = stage;
    const old = cluster.seed({
      description: 'Web application',
      permissions: [
        { action: 'read', resource: 'metrics' },
        { action: 'write', resource: 'metrics' },
      ],
    });
    stage.daysGoBy(200);

    const dry = await stage.run(EXAMPLE, { inputs: { 'token-id': old.id } });
    expect(dry.conclusion, dry.log).toBe('success');
    expect(dry.jobs['adopt']?.summary).toContain(old.id);
    expect([...cluster.trace, ...github.trace].filter((line) => !line.startsWith('GET '))).toEqual([]);

    const run = await stage.run(EXAMPLE, { inputs: { 'token-id': old.id, apply: true } });
    expect(run.conclusion, run.log).toBe('success');
    const [current = '', environment] = stage.stored;
    expect(environment).toBe(current);
    expect(stage.tokenOf(current)?.permissions).toEqual(old.permissions);
    expect(cluster.accepts(old.secret)).toBe(true);

    stage.daysGoBy(2);
    expect((await stage.run(SCHEDULED)).conclusion).toBe('success');
    expect(stage.stored).toEqual([current, current]);
    expect(cluster.liveTokens.map(({ secret }) => secret)).toEqual([current]);
  });

  test('cannot adopt a token without a description, and says what to do', async () => {
    await using stage = await WorkflowStage.start();
    const { id } = stage.cluster.seed({ description: '' });
    const run = await stage.run(EXAMPLE, { inputs: { 'token-id': id, apply: true } });
    expect(run.conclusion).toBe('failure');
    expect(run.log).toContain('it has no description');
    expect(stage.cluster.tokens).toHaveLength(1);
  });
});

describe('examples/call-reusable-rotation.yml, which calls .github/workflows/rotate.yml', () => {
  const CALLER = example('call-reusable-rotation.yml');

  test('rotates the token if it is due, and deploys only if there is a new token', async () => {
    await using stage = await WorkflowStage.start();
    const first = await stage.run(CALLER);
    expect(first.conclusion, first.log).toBe('success');
    const [current = '', environment] = stage.stored;
    expect(environment).toBe(current);
    expect(stage.cluster.accepts(current, 'metrics', 'write')).toBe(true);
    expect(first.jobs['deploy']?.conclusion).toBe('success');
    const second = await stage.run(CALLER);
    expect(second.conclusion, second.log).toBe('success');
    expect(second.jobs['deploy']?.conclusion).toBe('skipped');
    expect(stage.stored).toEqual([current, current]);
    expectNoSecretIn(first, stage);
  });

  test('replaces a leaked token, and revokes it in the same run', async () => {
    await using stage = await WorkflowStage.start();
    await stage.run(CALLER);
    const [leaked = ''] = stage.stored;
    const run = await stage.run(CALLER, { inputs: { leaked: true } });
    expect(run.conclusion, run.log).toBe('success');
    expect(stage.cluster.accepts(leaked)).toBe(false);
    expect(stage.cluster.accepts(stage.stored[0] ?? '')).toBe(true);
  });

  test('changes nothing in a dry run', async () => {
    await using stage = await WorkflowStage.start();
    const run = await stage.run(CALLER.replace('leaked: ${{ inputs.leaked || false }}', 'dry-run: true'));
    expect(run.conclusion, run.log).toBe('success');
    expect(run.jobs['deploy']?.conclusion).toBe('skipped');
    expect(stage.cluster.tokens).toEqual([]);
    expect(stage.github.writes).toEqual([]);
  });

  test('refuses later-steps, because no later step would deliver the token', async () => {
    await using stage = await WorkflowStage.start();
    const run = await stage.run(CALLER.replace('env:production = INFLUXDB_TOKEN', 'later-steps'));
    expect(run.conclusion).toBe('failure');
    expect(run.log).toContain('later-steps is not possible here');
    expect([stage.cluster.requests, stage.github.writes]).toEqual([[], []]);
  });

  test('accepts a profile of influxctl and a PAT instead of a management token and an App', async () => {
    await using stage = await WorkflowStage.start();
    const clustered = await Emulator.start({ product: 'clustered' });
    const pat = stage.github.token({ secrets: 'write', environments: 'write' });
    const caller = CALLER.replaceAll(/ +(?:account-id|cluster-id|app-client-id): .*\n/g, '')
      .replace(/management-token: .*/, 'influxctl-config: ${{ secrets.INFLUXCTL_CONFIG }}')
      .replace(/app-private-key: .*/, 'store-token: ${{ secrets.STORE_TOKEN }}');
    const secrets = { INFLUXCTL_CONFIG: profile('default', clustered), STORE_TOKEN: pat };
    const run = await stage.run(caller, { secrets });
    expect(run.conclusion, run.log).toBe('success');
    expect(stage.stored).toEqual([clustered.tokens[0]?.secret, clustered.tokens[0]?.secret]);
    await clustered.stop();
  });
});

function expectNoSecretIn({ log, jobs }: WorkflowReport, { cluster }: WorkflowStage): void {
  const text = log + Object.values(jobs).map(({ summary }) => summary);
  for (const { secret } of cluster.tokens) expect(text).not.toContain(secret);
  expect(text).not.toContain(cluster.managementToken);
}
