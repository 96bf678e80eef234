import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { INPUTS } from '../../emulator/src/inputs.ts';
import { ACTION } from '../e2e/scene.ts';
import { ActionStep } from '../runner/action-step.ts';
import type { StepResult } from '../runner/step-run.ts';

const EMULATOR = join(ACTION, 'emulator');
const MANIFEST = parse(readFileSync(join(EMULATOR, 'action.yml'), 'utf8'));

interface Given {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly debug?: boolean;
}

function emulatorStep({ inputs = {}, debug = false }: Given = {}): ActionStep {
  return new ActionStep({ action: EMULATOR, inputs, debug });
}

/** The action itself, led to an emulator that a step has started. */
function createStep({ outputs }: StepResult, inputs: Readonly<Record<string, string>> = {}): ActionStep {
  const led = { ...outputs, permissions: 'metrics: read, write', ...inputs };
  return new ActionStep({ action: ACTION, inputs: led });
}

async function isGone(url: string | undefined): Promise<boolean> {
  return fetch(url ?? '').then(
    () => false,
    () => true,
  );
}

describe('the action that emulates a cluster', () => {
  test('declares the inputs that it reads, with the same defaults, and no others', () => {
    const defaults = Object.entries(MANIFEST.inputs).map(([name, input]) => [
      name,
      (input as { default: string }).default,
    ]);
    expect(Object.fromEntries(defaults)).toEqual(INPUTS);
  });

  test('tells where the cluster is, for a step that mints a token there; and is gone with the job', async () => {
    using emulator = emulatorStep();
    const started = await emulator.main();
    expect(started).toMatchObject({ conclusion: 'success', stderr: '' });
    expect(Object.keys(started.outputs)).toEqual(Object.keys(MANIFEST.outputs));
    using create = createStep(started);
    const created = await create.main();
    expect(created.conclusion, created.log).toBe('success');
    expect(created.outputs['active']).toBe('true');
    const revoked = await create.post();
    expect(revoked.annotations).toEqual([]);
    const stopped = await emulator.post();
    expect(stopped).toMatchObject({ conclusion: 'success', annotations: [] });
    expect(stopped.log).toContain('Of 1 tokens 0 are left alive.');
    expect(stopped.summary).toContain('### InfluxDB emulator: no token is left alive');
    expect(await isGone(started.outputs['api-url'])).toBe(true);
    expect(await isGone(started.outputs['cluster-url'])).toBe(true);
  });

  test('plays Clustered, too, which needs no ids', async () => {
    using emulator = emulatorStep({ inputs: { product: 'clustered', databases: 'logs, metrics' } });
    const started = await emulator.main();
    expect(started.outputs).toMatchObject({ 'account-id': '', 'cluster-id': '' });
    using create = createStep(started, { product: 'clustered', permissions: 'logs: read' });
    const created = await create.main();
    expect(created.conclusion, created.log).toBe('success');
    await emulator.post();
  });

  test('shows in the summary what is left alive, and only warns about it', async () => {
    using emulator = emulatorStep();
    const started = await emulator.main();
    using create = createStep(started, {
      description: 'a|b',
      'skip-token-revoke': 'true',
      'expires-at': '90d',
    });
    const { outputs } = await create.main();
    const { conclusion, annotations, summary } = await emulator.post();
    expect(conclusion).toBe('success');
    expect(annotations).toMatchObject([{ level: 'warning', title: 'Tokens left alive' }]);
    expect(summary).toContain('tokens left alive: 1 of 1');
    expect(summary).toMatch(/\| a\\\|b .*\| metrics: read, write \| 20\d\d-\S+Z \| \S+ \|/);
    expect(summary).toContain(outputs['token-id']);
    expect(summary).not.toContain(outputs['token']);
  });

  test('fails the job for that when it was asked to', async () => {
    using emulator = emulatorStep({ inputs: { 'fail-on-live-tokens': 'true' } });
    const started = await emulator.main();
    using create = createStep(started);
    await create.main();
    const { conclusion, annotations } = await emulator.post();
    expect(conclusion).toBe('failure');
    expect(annotations).toMatchObject([{ level: 'error', title: 'Tokens left alive' }]);
  });

  test('masks the management token, and keeps it out of the state', async () => {
    using emulator = emulatorStep({ debug: true });
    const started = await emulator.main();
    const token = started.outputs['management-token'] ?? '';
    expect(token).not.toBe('');
    expect(started.log).not.toContain(token);
    expect(JSON.stringify(started.state)).not.toContain(token);
    expect(started.state['control-url']).toMatch(/^http/);
    expect(started.log).not.toContain(started.state['control-url']);
    await emulator.post();
  });

  test('listens on loopback only', async () => {
    using emulator = emulatorStep();
    const { outputs, state } = await emulator.main();
    for (const url of [outputs['api-url'], outputs['cluster-url'], state['control-url']])
      expect(new URL(url ?? '').hostname).toBe('127.0.0.1');
    await emulator.post();
  });

  test('is stopped at once where nobody could be told of it', async () => {
    using emulator = emulatorStep();
    const state = join(emulator.host.temp, 'state');
    const env = { GITHUB_STATE: state, GITHUB_OUTPUT: '/no/such/output', RUNNER_TEMP: emulator.host.temp };
    const { status, stdout } = spawnSync(process.execPath, [join(EMULATOR, 'dist/main.js')], {
      env,
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    expect(stdout).toContain('::error title=Emulator not started::');
    const [controlUrl = ''] = /http:\S+/.exec(readFileSync(state, 'utf8')) ?? [];
    expect(await isGone(controlUrl)).toBe(true);
  });

  test('is stopped by nobody who does not know how', async () => {
    using emulator = emulatorStep();
    const { outputs, state } = await emulator.main();
    const { origin } = new URL(state['control-url'] ?? '');
    const answers = await Promise.all([
      fetch(`${origin}/stop`, { method: 'POST' }),
      fetch(state['control-url'] ?? ''),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([404, 404]);
    expect(await isGone(outputs['api-url'])).toBe(false);
    await emulator.post();
  });

  test('tells all that is wrong with its inputs at once, and starts nothing', async () => {
    using emulator = emulatorStep({
      inputs: { product: 'cloud', databases: '_a, *', 'fail-on-live-tokens': 'maybe' },
    });
    const { conclusion, annotations, outputs } = await emulator.main();
    expect(conclusion).toBe('failure');
    expect(annotations.map(({ title }) => title)).toEqual([
      'Input product',
      'Input databases',
      'Input databases',
      'Input fail-on-live-tokens',
    ]);
    expect(outputs).toEqual({});
    expect(await emulator.post()).toMatchObject({ conclusion: 'success', annotations: [] });
  });

  test.for([
    ['false', 'success', 'warning'],
    ['true', 'failure', 'error'],
  ] as const)(
    'says so when it is gone before its time (fail-on-live-tokens: %s)',
    async ([asked, conclusion, level]) => {
      using emulator = emulatorStep({ inputs: { 'fail-on-live-tokens': asked } });
      const { state } = await emulator.main();
      await fetch(state['control-url'] ?? '', { method: 'POST' });
      const stopped = await emulator.post();
      expect(stopped.conclusion).toBe(conclusion);
      expect(stopped.annotations).toMatchObject([{ level, title: 'Emulator gone' }]);
    },
  );

  test('is gone soon after the runner was killed', async () => {
    using emulator = emulatorStep();
    const folder = emulator.host.temp;
    const output = join(folder, 'output');
    const state = join(folder, 'state');
    for (const file of [output, state]) writeFileSync(file, '');
    // In place of the runner: starts the step, waits for it, and is killed afterwards.
    const runner = spawn(
      process.execPath,
      [
        '--eval',
        `require('node:child_process').spawnSync(process.execPath, [process.argv[1]], { stdio: 'inherit' }); console.log('started'); setInterval(() => {}, 1000)`,
        join(EMULATOR, 'dist/main.js'),
      ],
      {
        env: { GITHUB_OUTPUT: output, GITHUB_STATE: state, RUNNER_TEMP: folder },
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    await new Promise<void>((resolve) => {
      runner.stdout.on('data', (chunk) => String(chunk).includes('started') && resolve());
    });
    const [, apiUrl = ''] = /api-url<<\S+\r?\n(\S+)/.exec(readFileSync(output, 'utf8')) ?? [];
    expect(await isGone(apiUrl)).toBe(false);
    runner.kill('SIGKILL');
    for (let tries = 0; tries < 100 && !(await isGone(apiUrl)); tries++) await sleep(100);
    expect(await isGone(apiUrl)).toBe(true);
  });
});
