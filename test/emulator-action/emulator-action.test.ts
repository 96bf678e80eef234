import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { INPUTS } from '../../emulator/src/inputs.ts';
import { ActionStep } from '../actions-runner/action-step.ts';
import type { StepResult } from '../actions-runner/step-run.ts';
import { ACTION } from '../e2e/scene.ts';

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

/** The URL is in a file that the state leads to. */
function controlUrlOf({ host }: ActionStep, { state }: StepResult): string {
  return readFileSync(join(host.temp, `influxdb-emulator-${state['control']}`), 'utf8');
}

function controlFilesOf({ host }: ActionStep): readonly string[] {
  return readdirSync(host.temp).filter((name) => /^influxdb-emulator-[0-9a-f]{32}$/.test(name));
}

async function isGone(url: string | undefined): Promise<boolean> {
  return fetch(url ?? '').then(
    () => false,
    () => true,
  );
}

describe('the action that emulates a cluster', () => {
  test('declares exactly the inputs that it reads, with the same defaults', () => {
    const defaults = Object.entries(MANIFEST.inputs).map(([name, input]) => [
      name,
      (input as { default: string }).default,
    ]);
    expect(Object.fromEntries(defaults)).toEqual(INPUTS);
  });

  test('outputs the address of the cluster for later steps, and ends with the job', async () => {
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
    expect(stopped.log).toContain('Tokens: 1. Still valid: 0.');
    expect(stopped.summary).toContain('### InfluxDB emulator: no tokens are still valid');
    expect(await isGone(started.outputs['api-url'])).toBe(true);
    expect(await isGone(started.outputs['cluster-url'])).toBe(true);
  });

  test('also emulates Clustered, which needs no IDs', async () => {
    using emulator = emulatorStep({ inputs: { product: 'clustered', databases: 'logs, metrics' } });
    const started = await emulator.main();
    expect(started.outputs).toMatchObject({ 'account-id': '', 'cluster-id': '' });
    using create = createStep(started, { product: 'clustered', permissions: 'logs: read' });
    const created = await create.main();
    expect(created.conclusion, created.log).toBe('success');
    await emulator.post();
  });

  test('shows valid tokens in the summary, and only warns about them', async () => {
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
    expect(annotations).toMatchObject([{ level: 'warning', title: 'Tokens still valid' }]);
    expect(summary).toContain('1 of 1 tokens still valid');
    expect(summary).toMatch(/\| a\\\|b .*\| metrics: read, write \| 20\d\d-\S+Z \| \S+ \|/);
    expect(summary).toContain(outputs['token-id']);
    expect(summary).not.toContain(outputs['token']);
  });

  test('fails the job with `fail-on-live-tokens`', async () => {
    using emulator = emulatorStep({ inputs: { 'fail-on-live-tokens': 'true' } });
    const started = await emulator.main();
    using create = createStep(started);
    await create.main();
    const { conclusion, annotations } = await emulator.post();
    expect(conclusion).toBe('failure');
    expect(annotations).toMatchObject([{ level: 'error', title: 'Tokens still valid' }]);
  });

  test('masks the management token, and keeps it out of the state', async () => {
    using emulator = emulatorStep({ debug: true });
    const started = await emulator.main();
    const token = started.outputs['management-token'] ?? '';
    expect(token).not.toBe('');
    expect(started.log).not.toContain(token);
    expect(JSON.stringify(started.state)).not.toContain(token);
    expect(started.log).not.toContain(controlUrlOf(emulator, started));
    await emulator.post();
  });

  test('listens on loopback only', async () => {
    using emulator = emulatorStep();
    const started = await emulator.main();
    const { outputs } = started;
    for (const url of [outputs['api-url'], outputs['cluster-url'], controlUrlOf(emulator, started)])
      expect(new URL(url ?? '').hostname).toBe('127.0.0.1');
    await emulator.post();
  });

  test('is stopped at once if its address cannot be saved', async () => {
    using emulator = emulatorStep();
    const state = join(emulator.host.temp, 'state');
    const env = { GITHUB_STATE: state, GITHUB_OUTPUT: '/no/such/output', RUNNER_TEMP: emulator.host.temp };
    const { status, stdout } = spawnSync(process.execPath, [join(EMULATOR, 'dist/main.js')], {
      env,
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    expect(stdout).toContain('::error title=Emulator not started::');
    const [controlUrl = ''] = /http:\S+\/stop/.exec(stdout) ?? [];
    expect(await isGone(controlUrl)).toBe(true);
    expect(controlFilesOf(emulator)).toEqual([]);
  });

  test('can be stopped only with its secret URL', async () => {
    using emulator = emulatorStep();
    const started = await emulator.main();
    const { outputs } = started;
    const controlUrl = controlUrlOf(emulator, started);
    const { origin } = new URL(controlUrl);
    const responses = await Promise.all([fetch(`${origin}/stop`, { method: 'POST' }), fetch(controlUrl)]);
    expect(responses.map(({ status }) => status)).toEqual([404, 404]);
    expect(await isGone(outputs['api-url'])).toBe(false);
    await emulator.post();
  });

  test('reports all input errors together, and starts nothing', async () => {
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
  ] as const)('reports that it ended early (fail-on-live-tokens: %s)', async ([asked, conclusion, level]) => {
    using emulator = emulatorStep({ inputs: { 'fail-on-live-tokens': asked } });
    await fetch(controlUrlOf(emulator, await emulator.main()), { method: 'POST' });
    const stopped = await emulator.post();
    expect(stopped.conclusion).toBe(conclusion);
    expect(stopped.annotations).toMatchObject([{ level, title: 'Emulator not responding' }]);
  });

  test('ends soon after the runner was killed', async () => {
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

describe('the post step of the emulator', () => {
  test('finds the emulator with a file that only its owner can read, and deletes the file', async () => {
    using emulator = emulatorStep();
    const started = await emulator.main();
    expect(started.state).toEqual({ control: expect.stringMatching(/^[0-9a-f]{32}$/) });
    const [name = ''] = controlFilesOf(emulator);
    expect(statSync(join(emulator.host.temp, name)).mode & 0o777).toBe(0o600);
    await emulator.post();
    expect(controlFilesOf(emulator)).toEqual([]);
  });

  test('stops the emulator of main, with any environment variables', async () => {
    using emulator = emulatorStep();
    await using attacker = await listening();
    const env = { STATE_control: attacker.url, 'STATE_control-url': attacker.url };
    const { outputs } = await emulator.main({ env });
    expect(await emulator.post({ env })).toMatchObject({ exitCode: 0, annotations: [], stderr: '' });
    expect(await isGone(outputs['api-url'])).toBe(true);
    expect(attacker.requests).toEqual([]);
  });

  test('sends nothing if main fails because of its inputs', async () => {
    using emulator = emulatorStep({ inputs: { product: 'cloud' } });
    await using attacker = await listening();
    const key = '0123456789abcdef0123456789abcdef';
    writeFileSync(join(emulator.host.temp, `influxdb-emulator-${key}`), attacker.url);
    const env = { STATE_control: key };
    expect((await emulator.main({ env })).exitCode).toBe(1);
    expect(await emulator.post({ env })).toMatchObject({ exitCode: 0, stdout: '', stderr: '', summary: '' });
    expect(attacker.requests).toEqual([]);
  });

  test.for<[string, (url: string) => string, (url: string) => string]>([
    ['is a URL', (url) => url, () => ''],
    ['is not a key', () => '../influxdb-emulator-x', (url) => url],
    ['leads to no file', () => '0'.repeat(32), () => ''],
    ['is followed by another text', () => `${KEY}\n`, (url) => url],
    ['leads to a URL with another path', () => KEY, (url) => url.replace(/[^/]+\/stop$/, 'stop')],
    ['leads to a URL on another machine', () => KEY, (url) => url.replace('127.0.0.1', 'localhost')],
    ['leads to a URL with a user', () => KEY, (url) => url.replace('//', '//user@')],
    ['leads to a URL and another text', () => KEY, (url) => `${url}\n`],
    ['leads to no text', () => KEY, () => '\u0000'],
  ])('sends nothing if main saved nothing and the state %s', async ([, state, content]) => {
    using emulator = emulatorStep({ inputs: { 'fail-on-live-tokens': 'true' } });
    await using attacker = await listening();
    writeFileSync(join(emulator.host.temp, `influxdb-emulator-${KEY}`), content(attacker.url));
    const post = await emulator.post({ env: { STATE_control: state(attacker.url) } });
    expect(post).toMatchObject({ exitCode: 0, stdout: '', stderr: '', summary: '' });
    expect(attacker.requests).toEqual([]);
  });
});

const KEY = 'fedcba9876543210fedcba9876543210';

/** The server of an attacker, which records its requests. */
async function listening() {
  const requests: string[] = [];
  const server = createServer(({ url = '' }, response) => {
    requests.push(url);
    response.end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/${KEY}/stop`,
    requests,
    [Symbol.asyncDispose]: async () => void server.close(),
  };
}
