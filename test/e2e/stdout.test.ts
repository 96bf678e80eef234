import { type ChildProcessByStdio, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Emulator } from '../../emulator/servers/emulator.ts';
import { maskingForms } from '../../src/runner/masking.ts';
import { ACTION, connection } from './scene.ts';

type Step = ChildProcessByStdio<null, Readable, Readable>;

let cluster: Emulator;
let folder = '';
let child: Step | undefined;
beforeEach(async () => {
  cluster = await Emulator.start();
  folder = mkdtempSync(join(tmpdir(), 'stdout-'));
  for (const name of ['output', 'state', 'summary']) writeFileSync(join(folder, name), '');
});
afterEach(async () => {
  child?.kill('SIGKILL');
  await cluster.stop();
  rmSync(folder, { recursive: true });
});

/** Creates more masks than fit into a pipe. The host is loopback, so no proxy is used. */
const LONG_PROXY = `http://user:${Array.from({ length: 6_000 }, (_, index) => ((index * 7919) % 9973).toString(36)).join('')}@proxy.test`;

/** Enough time for everything that does not wait. */
const UNREAD_MS = 1_500;

/** Starts `create`, and does not read its output. */
function startCreate(env: Readonly<Record<string, string>> = {}): Step {
  const inputs = { ...connection(cluster), permissions: 'metrics: read', operation: 'create' };
  child = spawn(process.execPath, [join(ACTION, 'dist/main/index.js')], {
    env: {
      ...Object.fromEntries(
        Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
      ),
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_REPOSITORY: 'acme/web',
      GITHUB_REPOSITORY_ID: '4711',
      GITHUB_RUN_ID: '1',
      GITHUB_RUN_ATTEMPT: '1',
      GITHUB_OUTPUT: join(folder, 'output'),
      GITHUB_STATE: join(folder, 'state'),
      GITHUB_STEP_SUMMARY: join(folder, 'summary'),
      RUNNER_TEMP: folder,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return child;
}

function masksIn(stdout: string): string[] {
  return [...stdout.matchAll(/^::add-mask::(.*)$/gm)].map(([, mask = '']) => decodeURIComponent(mask));
}

describe('a runner that does not read what the step prints', () => {
  test('stops the step: no request is sent before the masks have left the process', async () => {
    const { stdout, stderr } = startCreate({ HTTPS_PROXY: LONG_PROXY });
    await sleep(UNREAD_MS);
    expect(cluster.requests).toEqual([]);
    expect(readFileSync(join(folder, 'output'), 'utf8')).toBe('');
    const [printed, errors] = await Promise.all([text(stdout), text(stderr)]);
    expect(errors).toBe('');
    expect(masksIn(printed)).toEqual(expect.arrayContaining(maskingForms(cluster.tokens[0]?.secret ?? '')));
    expect(printed.trimEnd().split('\n').at(-1)).not.toMatch(/^::add-mask/);
    expect(readFileSync(join(folder, 'output'), 'utf8')).toContain(cluster.tokens[0]?.secret);
  });
});

test('a kill immediately after the token is written leaves all of its masks', async () => {
  // A pipe that nobody reads: the step cannot end before the kill.
  const summary = join(folder, 'unread-summary');
  execFileSync('mkfifo', [summary]);
  const running = startCreate({ HTTPS_PROXY: LONG_PROXY, GITHUB_STEP_SUMMARY: summary });
  const output = join(folder, 'output');
  using watcher = Object.assign(watch(output), {
    [Symbol.dispose]() {
      watcher.close();
    },
  });
  watcher.on('change', () => {
    if (readFileSync(output, 'utf8').includes('token<<')) running.kill('SIGKILL');
  });
  const ended = once(running, 'exit');
  // Like a busy runner, the test reads nothing at first. The masks wait, and so must the token.
  await Promise.race([ended, sleep(UNREAD_MS)]);
  const [printed] = await Promise.all([text(running.stdout), ended]);
  const [{ secret } = { secret: '' }] = cluster.tokens;
  expect(readFileSync(output, 'utf8')).toContain(secret);
  expect(masksIn(printed)).toEqual(expect.arrayContaining(maskingForms(secret)));
  expect(running.signalCode).toBe('SIGKILL');
});

test('if the runner is gone, the step ends before it creates a token', async () => {
  const running = startCreate();
  running.stdout.destroy();
  const [errors] = await Promise.all([text(running.stderr), once(running, 'exit')]);
  expect(errors).toBe('');
  expect(running.exitCode).toBe(1);
  expect(cluster.requests).toEqual([]);
  expect(readFileSync(join(folder, 'output'), 'utf8')).toBe('');
});

test('the summary is complete when the process ends', async () => {
  const running = startCreate();
  await text(running.stdout);
  expect(readFileSync(join(folder, 'summary'), 'utf8')).toMatch(/^### 1 token created\n\n.*\n\n$/s);
});
