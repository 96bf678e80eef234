// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are GitHub's expressions, not JavaScript's.
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { exampleNames, findWorkflowFile, readExample } from '../../scripts/demo/workflow-file.ts';
import { World } from '../../scripts/demo/world.ts';
import { ACTION } from '../e2e/scene.ts';
import { chosenFrom } from '../sample.ts';

/** Runs the command as npm does. */
function demo(...args: string[]): Promise<{ exitCode: number; stdout: string; stderr: string }> {
  const command = [join(ACTION, 'scripts/demo.ts'), ...args];
  return new Promise((resolve) => {
    execFile(process.execPath, command, (error, stdout, stderr) =>
      resolve({ exitCode: error === null ? 0 : Number(error.code), stdout, stderr }),
    );
  });
}

/** A repository with workflows, which is deleted at the end of its scope. */
class Repository implements Disposable {
  readonly #folder = mkdtempSync(join(tmpdir(), 'demo-'));

  workflow(name: string, text: string): string {
    const folder = join(this.#folder, '.github/workflows');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  }

  [Symbol.dispose](): void {
    rmSync(this.#folder, { recursive: true });
  }
}

/** Runs an example or a workflow file in its own world. */
async function run(name: string, inputs: readonly string[] = []) {
  await using world = await World.start();
  const lines: string[] = [];
  const report = await world.run(findWorkflowFile(name), inputs, (line) => lines.push(line));
  return { ...report, lines };
}

describe('npm run demo', () => {
  test('shows a job token, a rotation, and a cleanup, each with its summary, and ends with one line', async () => {
    const { exitCode, stdout, stderr } = await demo();
    expect(exitCode, stdout + stderr).toBe(0);
    for (const example of ['ephemeral-token', 'scheduled-rotation', 'scheduled-cleanup'])
      expect(stdout).toContain(`examples/${example}.yml`);
    for (const job of ['load-test', 'rotate', 'clean-up']) expect(stdout).toContain(`Summary of ${job}`);
    expect(stdout.trimEnd().split('\n').slice(-2)).toEqual([
      '',
      'All three workflows worked as expected. `npm run demo -- --list` shows more workflows to run.',
    ]);
  });

  test('hides the inputs of other operations', async () => {
    const { lines } = await run('scheduled-cleanup');
    const text = lines.join('\n');
    expect(text).toContain('max-revocations: 100');
    expect(text).not.toMatch(/grace-period:|activation-timeout:|skip-token-revoke:/);
  });

  test('lists every example with a sentence', async () => {
    const { exitCode, stdout } = await demo('--list');
    expect(exitCode).toBe(0);
    const lines = stdout.trimEnd().split('\n');
    expect(lines.map((line) => line.split(' ')[0])).toEqual(exampleNames());
    for (const line of lines) expect(line).toMatch(/^[\w-]+ {2,}[A-Z].*\S\.$/);
  });

  test('fails for an unknown name, without a stack trace', async () => {
    const { exitCode, stderr, stdout } = await demo('rotate-to-valt');
    expect(exitCode).toBe(1);
    expect(stderr).toContain('rotate-to-vault');
    expect(stderr + stdout).not.toContain(' at ');
  });

  test.for([
    ['cleanup', 'clean'],
    ['examples/matrxi.yml', 'matrix'],
    ['no-such-file.yml', 'npm run demo -- --list'],
  ])('suggests the nearest example for %s', ([name = '', suggestion = '']) => {
    expect(() => findWorkflowFile(name)).toThrow(suggestion);
  });

  test('says why it does not run the example that needs influxctl', () => {
    expect(() => findWorkflowFile('rotate-management-token')).toThrow(
      'The demo cannot run rotate-management-token, which needs influxctl',
    );
  });

  test('fails when the workflow fails', async () => {
    const { exitCode, stdout } = await demo('expiry-report');
    expect(exitCode).toBe(1);
    expect(stdout).toContain('telegraf in Hamburg');
  });
});

describe('npm run demo -- EXAMPLE', () => {
  // The tests of the examples run each of them, too.
  const { chosen, how } = chosenFrom(exampleNames(), (name) => name, 'EXAMPLES', 3);
  test.for(chosen)(`runs %s${how}`, async (name) => {
    const report = await run(name);
    expect(report.conclusion, report.log).toBe(name === 'expiry-report' ? 'failure' : 'success');
    expect(report.lines.join('\n')).toBe(report.log);
    expect(Object.values(report.jobs).some(({ summary }) => summary !== '')).toBe(true);
  });

  test('passes inputs to a workflow that a person starts', async () => {
    const [dry, real] = [
      await run('cleanup-dry-run'),
      await run('examples/cleanup-dry-run.yml', ['pattern=load test of *', 'apply=true']),
    ];
    expect(dry.log).toContain('would be revoked');
    expect(real.log).not.toContain('would be revoked');
    expect(real.conclusion, real.log).toBe('success');
  });

  test('rejects an input that the workflow does not have', async () => {
    await expect(run('cleanup-dry-run', ['aply=true'])).rejects.toThrow('"aply=true" is not an input');
    await expect(run('ephemeral-token', ['a=b'])).rejects.toThrow('has no inputs');
  });
});

describe('npm run demo -- FILE', () => {
  const STEPS = `
      - uses: actions/setup-java@v4
      - id: influxdb
        uses: acme/influxdb-token-action@0123456789abcdef0123456789abcdef01234567 # v1.2.3
        with:
          management-token: \${{ secrets.MY_TOKEN }}
          account-id: \${{ vars.MY_ACCOUNT }}
          cluster-id: \${{ vars.MY_CLUSTER }}
          api-url: https://console.influxdata.com
          permissions: 'metrics: write'
      - run: kubectl apply --filename everything.yml`;
  const JOB = `
  job:
    runs-on: ubuntu-latest
    steps:${STEPS}`;

  test('sends the steps to the emulator, with any inputs, and runs no action or program that changes others', async () => {
    using repository = new Repository();
    const report = await run(repository.workflow('ci.yml', `on: push\njobs:${JOB}`));
    expect(report.conclusion, report.log).toBe('success');
    expect(report.log).toContain('api-url: http://127.0.0.1:');
    expect(report.log).not.toContain('console.influxdata.com');
    expect(report.log).toContain('The demo does not run this action.');
    expect(report.log).toContain('The demo does not run kubectl apply --filename everything.yml');
    expect(report.log).toContain('Revoked token');
  });

  test('stores a rotated token in the emulated GitHub, without the secrets of the workflow', async () => {
    using repository = new Repository();
    const rotate = JOB.replace('with:', 'with:\n          operation: rotate').replace(
      'permissions:',
      `store-token: \${{ secrets.MY_STORE_TOKEN }}
          store-in: env:production = INFLUXDB_TOKEN
          description: Ingest
          expires-at: 90d
          permissions:`,
    );
    const report = await run(repository.workflow('ci.yml', `on: push\njobs:${rotate}`));
    expect(report.conclusion, report.log).toBe('success');
    expect(report.log).toContain('Stored the new token in `env:production = INFLUXDB_TOKEN`');
    expect(report.log).toMatch(/store-token: \*\*\*/);
  });

  test('runs the workflows that the file calls', async () => {
    using repository = new Repository();
    repository.workflow('called.yml', `on: workflow_call\njobs:${JOB}`);
    const caller = 'on: push\njobs:\n  call:\n    uses: ./.github/workflows/called.yml\n';
    const report = await run(repository.workflow('ci.yml', caller));
    expect(report.conclusion, report.log).toBe('success');
    expect(report.log).toContain('Revoked token');
  });

  test.for<[what: string, on: string, message: string]>([
    [
      'required inputs',
      'on: {workflow_dispatch: {inputs: {size: {required: true}}}}',
      'Add size=VALUE to the command',
    ],
    ['a workflow that calls it', 'on: workflow_call', 'Only other workflows can call this workflow'],
    ['a runner with services', 'on: push\nservices: {}', 'unrecognized key "services"'],
  ])('says that the file needs %s', async ([, on, message]) => {
    using repository = new Repository();
    const path = repository.workflow('ci.yml', `${on}\njobs:${JOB}`);
    await expect(run(path)).rejects.toThrow(message);
  });

  test('runs the self-test of this repository', async () => {
    const report = await run(join(ACTION, '.github/workflows/self-test.yml'));
    expect(report.conclusion, report.log).toBe('success');
    expect(readExample('matrix').isExample).toBe(true);
  });
});
