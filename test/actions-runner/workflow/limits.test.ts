// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are GitHub's expressions, not JavaScript's.
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runWorkflow, type WorkflowOptions } from './run-workflow.ts';
import type { Timer } from './step-turns.ts';

const fixture = (name: string) => join(import.meta.dirname, '../fixtures', name);

const ACTIONS = {
  'acme/script': fixture('script'),
  './composite': fixture('composite'),
};

const NEVER_ENDS = "print('ready'); setInterval(() => {}, 1e6); await new Promise(() => {})";

/** A clock that jumps by this many minutes when a step prints that it is ready. */
class Clock {
  /** The limits that were set, in minutes. */
  readonly limits: number[] = [];
  readonly #minutes: number;
  readonly #over = new Set<() => void>();

  constructor(minutes: number) {
    this.#minutes = minutes;
  }

  readonly timer: Timer = (minutes, over) => {
    this.limits.push(minutes);
    if (minutes <= this.#minutes) this.#over.add(over);
    return () => this.#over.delete(over);
  };

  readonly write = (line: string): void => {
    if (line.trim() === 'ready') for (const over of this.#over) over();
  };
}

async function build(job: string, clock: Clock, options: WorkflowOptions = {}) {
  const run = await runWorkflow(`on: push\njobs:\n  build:\n    runs-on: x\n${job}`, {
    actions: ACTIONS,
    timer: clock.timer,
    write: clock.write,
    ...options,
  });
  const report = run.jobs['build'];
  if (report === undefined) throw new Error('No such job');
  return report;
}

describe('timeout-minutes of a step', () => {
  test('ends and fails the step, and the post step still runs', async () => {
    const clock = new Clock(5);
    const job = await build(
      `    steps:
      - name: Wait
        uses: acme/script@v1
        timeout-minutes: 5
        with: { main: "${NEVER_ENDS}", post: "print(process.env.INPUT_STATUS)" }
      - run: echo never
      - run: echo failed
        if: failure()
`,
      clock,
    );
    expect(job.steps.map(({ outcome, stdout }) => [outcome, stdout])).toEqual([
      ['failure', 'ready\n'],
      ['skipped', undefined],
      ['success', 'failed\n'],
      ['success', 'failure\n'],
    ]);
    expect(job.steps[0]?.annotations).toMatchObject([
      { level: 'error', message: "The action 'Wait' has timed out after 5 minutes." },
    ]);
    expect(job.steps[0]?.log).toContain('##[error]The action');
    expect(job.conclusion).toBe('failure');
    expect(clock.limits).toEqual([5]);
  });

  test('fails a step that exits with 0 after the signal', async () => {
    const job = await build(
      `    steps:
      - uses: acme/script@v1
        timeout-minutes: 1
        with: { main: "process.on('SIGINT', () => process.exit(0)); ${NEVER_ENDS}" }
`,
      new Clock(1),
    );
    expect(job.steps[0]).toMatchObject({ exitCode: 0, outcome: 'failure' });
  });

  test('can be an expression, and ignores fractions', async () => {
    const clock = new Clock(0);
    await build(
      `    env: { LIMIT: '7.9' }
    steps:
      - run: echo a
        timeout-minutes: \${{ fromJSON(env.LIMIT) }}
      - run: echo b
        timeout-minutes: 0
`,
      clock,
    );
    expect(clock.limits).toEqual([7]);
  });

  test('is ignored with an error if it is not a number', async () => {
    const job = await build(
      "    steps: [{ run: echo a, timeout-minutes: '${{ github.job }}' }]",
      new Clock(0),
    );
    expect(job.steps[0]).toMatchObject({
      outcome: 'success',
      annotations: [
        { message: 'An error occurred when attempting to determine the step timeout.' },
        { message: "Unexpected value 'build'" },
      ],
    });
  });

  test('ends the step inside a composite action, and starts no other step', async () => {
    const job = await build(
      `    steps:
      - uses: ./composite
        timeout-minutes: 2
        with: { script-main: "${NEVER_ENDS}", script-post: "print('post')", last: echo always }
`,
      new Clock(2),
    );
    expect(job.steps.map(({ outcome, stdout }) => [outcome, stdout])).toEqual([
      ['failure', 'ready\n'],
      ['success', 'post\n'],
    ]);
    expect(job.steps[0]?.annotations).toMatchObject([{ message: 'The action has timed out.' }]);
  });
});

test('timeout-minutes of a job cancels the job, and its post steps still run', async () => {
  const job = await build(
    `    timeout-minutes: 10
    steps:
      - uses: acme/script@v1
        with: { main: "${NEVER_ENDS}", post: "print(process.env.INPUT_STATUS)" }
      - run: echo never
`,
    new Clock(10),
  );
  expect(job.steps.map(({ outcome, stdout }) => [outcome, stdout])).toEqual([
    ['cancelled', 'ready\n'],
    ['skipped', undefined],
    ['success', 'cancelled\n'],
  ]);
  expect(job.conclusion).toBe('cancelled');
  expect(job.annotations).toMatchObject([
    { level: 'error', message: 'The job has exceeded the maximum execution time of 10 minutes.' },
  ]);
});
