// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are GitHub's expressions, not JavaScript's.
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { StandIn } from './actions.ts';
import { runWorkflow, type WorkflowOptions } from './run-workflow.ts';

/** A step that ends when `size` jobs have reached it. `most` is the largest number of jobs that waited at once. */
function meeting(size: number): { readonly come: StandIn; readonly most: () => number } {
  let here = 0;
  let most = 0;
  const { promise, resolve } = Promise.withResolvers<void>();
  const come: StandIn = async () => {
    most = Math.max(most, ++here);
    if (here === size) resolve();
    await promise;
    here--;
    return {};
  };
  return { come, most: () => most };
}

const matrix = (strategy: string, steps: string, options?: WorkflowOptions) =>
  runWorkflow(
    `
on: push
jobs:
  build:
    runs-on: x
    strategy: ${strategy}
    steps:
${steps}
`,
    options,
  );

describe('the legs of a matrix', () => {
  test('run at the same time, each on its own host', async () => {
    const { come } = meeting(3);
    const run = await matrix(
      '{ matrix: { n: [1, 2, 3] } }',
      `
      - run: echo "\${{ matrix.n }}" > mine
      - uses: acme/meeting@v1
      - run: cat mine
`,
      { actions: { 'acme/meeting': come } },
    );
    expect(Object.keys(run.jobs)).toEqual(['build (1)', 'build (2)', 'build (3)']);
    expect(Object.values(run.jobs).map(({ steps }) => steps.at(-1)?.stdout)).toEqual(['1\n', '2\n', '3\n']);
  });

  test('each have a contiguous part of the transcript', async () => {
    const { come } = meeting(2);
    const { log } = await matrix(
      '{ matrix: { n: [1, 2] } }',
      '      - run: echo a\n      - uses: acme/meeting@v1\n      - run: echo b',
      { actions: { 'acme/meeting': come } },
    );
    const jobs = log.split(/^Job /m).slice(1);
    expect(jobs).toHaveLength(2);
    for (const job of jobs) expect(job).toMatch(/^build \(\d\)[\s\S]*echo a[\s\S]*echo b[\s\S]*: success/);
  });

  test('see the `strategy` context', async () => {
    const run = await matrix(
      '{ matrix: { n: [5, 6] } }',
      '      - run: echo "${{ strategy.job-index }} ${{ strategy.job-total }} ${{ strategy.fail-fast }}"',
    );
    expect(Object.values(run.jobs).map(({ steps }) => steps[0]?.stdout)).toEqual([
      '0 2 true\n',
      '1 2 true\n',
    ]);
  });

  test('run at most `max-parallel` at a time', async () => {
    const { come, most } = meeting(2);
    const run = await matrix(
      '{ max-parallel: 2, matrix: { n: [1, 2, 3, 4] } }',
      '      - uses: acme/meeting@v1',
      { actions: { 'acme/meeting': come } },
    );
    expect(run.conclusion).toBe('success');
    expect(most()).toBe(2);
  });
});

describe('a leg that fails', () => {
  const NEVER_ENDS = 'setInterval(() => {}, 1e6); await new Promise(() => {})';

  /** The first leg fails as soon as the second one runs, and the third one waits for a place. */
  const legs = (failFast: boolean) => {
    const { come } = meeting(2);
    return matrix(
      `{ fail-fast: ${failFast}, max-parallel: 2, matrix: { n: [1, 2, 3] } }`,
      `
      - uses: acme/meeting@v1
        if: matrix.n < 3
      - uses: acme/script@v1
        if: matrix.n < 3
        with: { main: "\${{ matrix.n == 1 && 'process.exitCode = 1' || '${failFast ? NEVER_ENDS : ''}' }}" }
      - run: echo ended
        if: always()
`,
      { actions: { 'acme/meeting': come, 'acme/script': join(import.meta.dirname, '../fixtures/script') } },
    );
  };

  test('cancels running and waiting legs', async () => {
    const run = await legs(true);
    expect(Object.values(run.jobs).map(({ conclusion }) => conclusion)).toEqual([
      'failure',
      'cancelled',
      'cancelled',
    ]);
    expect(run.jobs['build (2)']?.steps.at(-2)?.stdout).toBe('ended\n');
    expect(run.jobs['build (3)']?.steps).toEqual([]);
    expect(run.conclusion).toBe('failure');
  });

  test('stops no other leg if `fail-fast` is `false`', async () => {
    const run = await legs(false);
    expect(Object.values(run.jobs).map(({ conclusion }) => conclusion)).toEqual([
      'failure',
      'success',
      'success',
    ]);
  });
});
