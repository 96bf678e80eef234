import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ActionStep, type ActionStepOptions } from './action-step.ts';

const action = join(import.meta.dirname, 'fixtures/script');

function script(main: string, options: Partial<ActionStepOptions> = {}): ActionStep {
  return new ActionStep({ action, ...options, inputs: { main, ...options.inputs } });
}

/** Ends a main phase that reports when it is ready. */
async function endWhenReady(step: ActionStep, end: (running: ReturnType<ActionStep['start']>) => void) {
  const running = step.start('main', { print: (line) => line === 'ready' && end(running) });
  return running.finished;
}

const untilKilled = "print('ready'); setInterval(() => {}, 1e6); await new Promise(() => {});";

describe('the process', () => {
  test('succeeds with exit code 0', async () => {
    using step = script("print('hello')");
    expect(await step.main()).toMatchObject({ conclusion: 'success', exitCode: 0, log: 'hello\n' });
  });

  test('fails with any other exit code', async () => {
    using step = script('process.exitCode = 3');
    expect(await step.main()).toMatchObject({ conclusion: 'failure', exitCode: 3 });
  });

  test('does not see the environment of its parent', async () => {
    vi.stubEnv('SECRET_OF_THE_DEVELOPER', 'x');
    using step = script(
      'print(Object.keys(process.env).filter((name) => !/^(GITHUB|RUNNER|INPUT)_/.test(name)).sort())',
    );
    expect((await step.main()).stdout).toBe('CI,HOME,PATH\n');
  });

  test('receives the variables of the run, but not the token', async () => {
    using step = script('print(process.env.GITHUB_RUN_ID, typeof process.env.GITHUB_TOKEN)', {
      github: { run_id: '99' },
    });
    const { log } = await step.main();
    expect(log).toBe('99 undefined\n');
  });

  test('can also write commands to standard error', async () => {
    using step = script("process.stderr.write('::error::oh\\n')");
    expect((await step.main()).annotations).toMatchObject([{ message: 'oh' }]);
  });

  test('also ends a line at a lone carriage return', async () => {
    using step = script("process.stdout.write('harmless\\r::error::hostile')");
    expect((await step.main()).annotations).toMatchObject([{ message: 'hostile' }]);
  });

  test('leaves no directory', async () => {
    const step = script('');
    const { temp } = step.host;
    step[Symbol.dispose]();
    expect(existsSync(temp)).toBe(false);
  });
});

describe('inputs', () => {
  test('are upper-cased, with spaces replaced and hyphens kept', async () => {
    using step = script("print(process.env['INPUT_SOME_VALUE'], process.env['INPUT_OLD-NAME'])", {
      inputs: { 'some value': 'a', 'old-name': 'b' },
    });
    expect((await step.main()).stdout).toBe('a b\n');
  });

  test('have defaults, which can be expressions', async () => {
    using step = script("print(process.env['INPUT_SOME_VALUE'])", { github: { repository: 'a/b' } });
    expect((await step.main()).stdout).toBe('a/b/plain\n');
  });

  test('are empty when there is no default', async () => {
    using step = script("print(JSON.stringify(process.env['INPUT_OLD-NAME']))");
    expect((await step.main()).stdout).toBe('""\n');
  });

  test('that are unknown cause a warning', async () => {
    using step = script('', { inputs: { nonsense: 'x' } });
    expect((await step.main()).annotations).toMatchObject([
      {
        level: 'warning',
        message: expect.stringMatching(/^Unexpected input\(s\) 'nonsense', valid inputs are \['main', /),
      },
    ]);
  });

  test('that are deprecated cause a warning', async () => {
    using step = script('', { inputs: { 'old-name': 'x' } });
    expect((await step.main()).annotations).toMatchObject([
      { message: "Input 'old-name' has been deprecated with message: Use main." },
    ]);
  });

  test('are evaluated again for the post phase', async () => {
    using step = script('print(process.env.INPUT_STATUS)', {
      inputs: { post: 'print(process.env.INPUT_STATUS)' },
    });
    expect((await step.main()).stdout).toBe('success\n');
    expect((await step.post({ jobStatus: 'failure' })).stdout).toBe('failure\n');
  });
});

describe('files', () => {
  test('contain outputs, variables, paths, and the summary', async () => {
    using step = script(
      "append('OUTPUT', 'a<<E\\n1\\n2\\nE'); append('ENV', 'B=2'); append('PATH', '/c'); append('STEP_SUMMARY', '# D');",
    );
    const result = await step.main();
    expect(result).toMatchObject({
      outputs: { a: '1\n2' },
      env: { B: '2' },
      paths: ['/c'],
      summary: '# D\n',
    });
  });

  test('with errors fail the step, but keep what comes before the error', async () => {
    using step = script("append('OUTPUT', 'a=1\\nnonsense')");
    expect(await step.main()).toMatchObject({
      conclusion: 'failure',
      exitCode: 0,
      outputs: { a: '1' },
      annotations: [
        { message: "Unable to process file command 'output' successfully." },
        { message: "Invalid format 'nonsense'" },
      ],
    });
  });

  test('cannot set NODE_OPTIONS for later steps', async () => {
    using step = script("append('ENV', 'NODE_OPTIONS=--inspect')");
    expect(await step.main()).toMatchObject({
      conclusion: 'success',
      env: {},
      annotations: [{ level: 'error' }],
    });
  });

  test('are shown masked when debugging is on', async () => {
    using step = script("print('::add-mask::hunter22'); append('OUTPUT', 'a=hunter22')", { debug: true });
    expect((await step.main()).log).toContain('##[debug]Set output a = ***\n');
  });

  test('omit a summary above one mebibyte', async () => {
    using step = script("append('STEP_SUMMARY', 'x'.repeat(1024 * 1024))");
    expect(await step.main()).toMatchObject({
      conclusion: 'success',
      summary: '',
      annotations: [{ level: 'error' }],
    });
  });

  test('mask the summary', async () => {
    using step = script("append('STEP_SUMMARY', 'hunter22')", { secrets: ['hunter22'] });
    expect((await step.main()).summary).toBe('***\n');
  });
});

describe('state', () => {
  test('is passed from main to post', async () => {
    using step = script("append('STATE', 'id=42')", { inputs: { post: 'print(process.env.STATE_id)' } });
    await step.main();
    expect((await step.post()).stdout).toBe('42\n');
  });

  test('overrides the environment if it was saved', async () => {
    const env = { STATE_saved: 'planted', STATE_other: 'planted' };
    using step = script("append('STATE', 'saved=')", {
      env,
      inputs: { post: 'print(JSON.stringify([process.env.STATE_saved, process.env.STATE_other]))' },
    });
    expect((await step.post()).stdout).toBe('["planted","planted"]\n');
    await step.main();
    expect((await step.post()).stdout).toBe('["","planted"]\n');
  });

  test('survives when the process is killed', async () => {
    using step = script(`append('STATE', 'id=42'); ${untilKilled}`, {
      inputs: { post: 'print(process.env.STATE_id)' },
    });
    const main = await endWhenReady(step, (running) => running.kill('SIGKILL'));
    expect(main).toMatchObject({
      conclusion: 'failure',
      exitCode: 137,
      signal: 'SIGKILL',
      state: { id: '42' },
    });
    expect((await step.post()).stdout).toBe('42\n');
  });
});

describe('cancellation', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  test('starts with SIGINT', async () => {
    using step = script(untilKilled);
    expect((await endWhenReady(step, (running) => running.cancel())).signal).toBe('SIGINT');
  });

  test.each([
    ['SIGTERM', 7_500, "process.on('SIGINT', () => {});"],
    ['SIGKILL', 10_000, "process.on('SIGINT', () => {}); process.on('SIGTERM', () => {});"],
  ])('continues with %s after %d ms', async (signal, after, ignoresSignals) => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    using step = script(ignoresSignals + untilKilled);
    const { signal: last } = await endWhenReady(step, (running) => {
      running.cancel();
      vi.advanceTimersByTime(after);
    });
    expect(last).toBe(signal);
  });

  test('also ends processes that the step left behind', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const leaves = "(await import('node:child_process')).spawn('sleep', ['60'], { stdio: 'inherit' });";
    using step = script(`${leaves} process.on('SIGINT', () => process.exit(7)); ${untilKilled}`);
    let later: NodeJS.Timeout | undefined;
    const { exitCode } = await endWhenReady(step, (running) => {
      running.cancel();
      // Not before the process has received the signal and ended.
      later = setInterval(() => vi.advanceTimersByTime(10_000), 200);
    });
    clearInterval(later);
    expect(exitCode).toBe(7);
  });
});

test('an action that is not JavaScript is refused', () => {
  const composite = join(import.meta.dirname, 'fixtures/composite');
  expect(() => new ActionStep({ action: composite })).toThrow("not 'using: composite'");
});
