// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are GitHub's expressions, not JavaScript's.
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runWorkflow, runWorkflowFile, type WorkflowOptions, type WorkflowReport } from './run-workflow.ts';

const script = join(import.meta.dirname, '../fixtures/script');

/** Runs the steps of one job. `jobKeys` are further keys of the job before its steps. */
async function steps(yaml: string, options: WorkflowOptions = {}, jobKeys = '') {
  const run = await runWorkflow(
    `on: push\njobs:\n  build:\n    runs-on: ubuntu-latest\n${indented(jobKeys, 4)}    steps:\n${indented(yaml, 6)}`,
    { actions: { 'acme/script': script }, ...options },
  );
  const job = run.jobs['build'];
  if (job === undefined) throw new Error('No such job');
  return { ...job, log: run.log };
}

function indented(text: string, spaces: number): string {
  return text.replace(/^(?=.)/gm, ' '.repeat(spaces)).replace(/(?<=.)$(?![\r\n])/, '\n');
}

const jobs = (yaml: string, options?: WorkflowOptions): Promise<WorkflowReport> =>
  runWorkflow(`on: push\njobs:\n${indented(yaml, 2)}`, options);

describe('scripts', () => {
  test('see the variables of the step, the job, and the workflow, in this order', async () => {
    const run = await runWorkflow(`
on: push
env: { A: workflow, B: workflow, C: workflow }
jobs:
  build:
    runs-on: ubuntu-latest
    env: { B: job, C: job }
    steps:
      - run: echo "$A $B $C"
        env: { C: step }
`);
    expect(run.jobs['build']?.steps[0]?.stdout).toBe('workflow job step\n');
  });

  test('pass outputs, variables, and paths to later steps', async () => {
    const job = await steps(`
- id: first
  run: |
    echo 'a=1' >> "$GITHUB_OUTPUT"
    echo 'B=2' >> "$GITHUB_ENV"
    echo '/special/bin' >> "$GITHUB_PATH"
- run: echo "\${{ steps.first.outputs.a }} $B \${{ env.B }} \${PATH%%:*}"
`);
    expect(job.steps[1]?.stdout).toBe('1 2 2 /special/bin\n');
  });

  test('stop at the first command that fails', async () => {
    const job = await steps('- run: |\n    false\n    echo never');
    expect(job.steps[0]).toMatchObject({
      stdout: '',
      exitCode: 1,
      annotations: [{ message: 'Process completed with exit code 1.' }],
    });
  });

  test('continue after a pipe that failed, unless they use bash', async () => {
    const job = await steps('- run: false | true\n- run: false | true\n  shell: bash');
    expect(job.steps.map(({ conclusion }) => conclusion)).toEqual(['success', 'failure']);
  });

  test('use the default shell and directory of the job', async () => {
    const job = await steps(
      '- run: mkdir sub\n  working-directory: .\n- run: pwd; false | true',
      {},
      'defaults: { run: { shell: bash, working-directory: sub } }',
    );
    expect(job.steps[1]).toMatchObject({
      conclusion: 'failure',
      stdout: expect.stringMatching(/work\/sub\n$/),
    });
  });

  test('fail in a directory that does not exist', async () => {
    const job = await steps('- run: pwd\n  working-directory: nowhere');
    expect(job.conclusion).toBe('failure');
  });

  test('are refused for another shell', async () => {
    const job = await steps('- run: ls\n  shell: pwsh');
    expect(job.steps[0]?.annotations).toMatchObject([{ message: expect.stringContaining('only bash') }]);
  });
});

describe('conditions', () => {
  test('skip steps after a failure, except steps that ask to run', async () => {
    const job = await steps(
      '- run: exit 1\n- run: echo plain\n- run: echo failure\n  if: failure()\n- run: echo always\n  if: always()',
    );
    expect(job.steps.map(({ outcome }) => outcome)).toEqual(['failure', 'skipped', 'success', 'success']);
    expect(job.conclusion).toBe('failure');
  });

  test('see the variables of their step', async () => {
    const job = await steps("- run: echo a\n  if: env.A == 'x'\n  env: { A: x }");
    expect(job.steps[0]?.outcome).toBe('success');
  });

  test('fail the step if they are invalid', async () => {
    const job = await steps('- run: echo a\n  if: nowhere.a');
    expect(job.steps[0]).toMatchObject({ outcome: 'failure', annotations: [{ level: 'error' }] });
  });
});

describe('continue-on-error', () => {
  test('separates the outcome from the conclusion, and keeps the outputs', async () => {
    const job = await steps(`
- id: first
  continue-on-error: true
  run: |
    echo 'a=1' >> "$GITHUB_OUTPUT"
    exit 1
- run: echo "\${{ steps.first.outcome }} \${{ steps.first.conclusion }} \${{ steps.first.outputs.a }}"
`);
    expect(job.steps[1]?.stdout).toBe('failure success 1\n');
    expect(job.conclusion).toBe('success');
  });
});

describe('actions', () => {
  test('clean up in reverse order, with their original inputs and the current status', async () => {
    const job = await steps(`
- id: first
  name: First
  uses: acme/script@v1
  with:
    post: print(process.env['INPUT_STATUS'], process.env['INPUT_SOME_VALUE'])
    some value: \${{ env.LATER }}
- name: Second
  uses: acme/script@v1
  with: { post: "print('second')" }
- run: echo 'LATER=later' >> "$GITHUB_ENV"
- run: exit 1
`);
    expect(job.steps.slice(-2).map(({ name, stdout }) => [name, stdout])).toEqual([
      ['Post Second', 'second\n'],
      ['Post First', 'failure later\n'],
    ]);
  });

  test('that were not started have no cleanup', async () => {
    const job = await steps('- uses: acme/script@v1\n  if: false');
    expect(job.steps).toHaveLength(1);
  });

  test('that failed still clean up, with their state', async () => {
    const job = await steps(`
- uses: acme/script@v1
  with:
    main: append('STATE', 'id=42'); process.exitCode = 1
    post: print(process.env.STATE_id)
`);
    expect(job.steps[1]?.stdout).toBe('42\n');
  });

  test('fail the job if their cleanup fails', async () => {
    const job = await steps('- uses: acme/script@v1\n  with: { post: process.exitCode = 1 }');
    expect(job.conclusion).toBe('failure');
  });

  test('can be replaced by a function', async () => {
    const job = await steps(
      '- id: a\n  uses: other/action@v2\n  with: { x: 1 }\n- run: echo ${{ steps.a.outputs.y }}',
      {
        actions: {
          'other/action@v2': async ({ inputs, print }) => {
            print('::notice::stood in');
            return { y: `${inputs['x']}!` };
          },
        },
      },
    );
    expect(job.steps[0]?.annotations).toMatchObject([{ message: 'stood in' }]);
    expect(job.steps[1]?.stdout).toBe('1!\n');
  });

  test('fail the step if their function fails', async () => {
    const actions = { 'other/action': () => Promise.reject(new Error('no such thing')) };
    const job = await steps('- uses: other/action@v2', { actions });
    expect(job.steps[0]).toMatchObject({ outcome: 'failure', annotations: [{ message: 'no such thing' }] });
  });

  test('must be mapped before anything runs', async () => {
    await expect(steps('- run: echo a\n- uses: actions/checkout@v5')).rejects.toThrow(
      "'uses: actions/checkout@v5' is not mapped",
    );
  });
});

describe('secrets', () => {
  test('are masked in the log', async () => {
    const job = await steps('- run: echo "${{ secrets.KEY }}"', { secrets: { KEY: 'hunter22' } });
    expect(job.log).toContain('    ***');
    expect(job.log).not.toContain('hunter22');
  });

  test('include the token of the run', async () => {
    const job = await steps('- run: echo "${{ secrets.GITHUB_TOKEN }}" "${{ github.token }}"');
    expect(job.steps[0]).toMatchObject({
      stdout: expect.stringMatching(/^ghs_/),
      log: expect.stringContaining('*** ***'),
    });
  });
});

describe('jobs', () => {
  test('run after the jobs that they need, with their outputs', async () => {
    const run = await jobs(`
second:
  needs: first
  runs-on: ubuntu-latest
  steps: [{ run: 'echo "\${{ needs.first.result }} \${{ needs.first.outputs.a }}"' }]
first:
  runs-on: ubuntu-latest
  outputs: { a: "\${{ steps.x.outputs.a }}" }
  steps: [{ id: x, run: 'echo a=1 >> "$GITHUB_OUTPUT"' }]
`);
    expect(run.jobs['second']?.steps[0]?.stdout).toBe('success 1\n');
  });

  test('do not pass on masked outputs', async () => {
    const job = await steps(
      '- id: x\n  run: |\n    echo "::add-mask::hunter22"\n    echo "a=the hunter22" >> "$GITHUB_OUTPUT"',
      {},
      'outputs: { a: "${{ steps.x.outputs.a }}" }',
    );
    expect(job.outputs).toEqual({});
    expect(job.annotations).toMatchObject([{ message: "Skip output 'a' since it may contain secret." }]);
  });

  test('share neither masks nor files', async () => {
    const run = await jobs(`
first:
  runs-on: ubuntu-latest
  steps: [{ run: 'echo "::add-mask::hunter22"; touch left-over' }]
second:
  needs: first
  runs-on: ubuntu-latest
  steps: [{ run: 'echo hunter22; ls' }]
`);
    expect(run.jobs['second']?.steps[0]).toMatchObject({
      stdout: 'hunter22\n',
      log: expect.stringContaining('hunter22'),
    });
  });

  test('are skipped after a failure of any earlier job, unless they ask to run', async () => {
    const run = await jobs(`
first: { runs-on: x, steps: [{ run: exit 1 }] }
second: { runs-on: x, needs: first, steps: [{ run: ls }] }
third: { runs-on: x, needs: second, if: failure(), steps: [{ run: ls }] }
`);
    expect(Object.values(run.jobs).map(({ conclusion }) => conclusion)).toEqual([
      'failure',
      'skipped',
      'success',
    ]);
    expect(run.conclusion).toBe('failure');
  });

  test('of a matrix run with their own values', async () => {
    const run = await jobs(`
build:
  runs-on: x
  strategy: { matrix: { n: [1, 2] } }
  steps: [{ run: "echo \${{ matrix.n }}" }]
`);
    expect(run.jobs['build (2)']?.steps[0]?.stdout).toBe('2\n');
  });

  test('cannot need each other', async () => {
    await expect(jobs('a: { runs-on: x, needs: a, steps: [] }')).rejects.toThrow(
      'Jobs need each other: a → a',
    );
  });
});

describe('a run', () => {
  test('of a file knows the source of the file', async () => {
    const run = await runWorkflowFile(join(import.meta.dirname, '../fixtures/hello.yml'));
    expect(run.jobs['hello']?.steps[0]?.stdout).toBe(
      'acme/web/.github/workflows/hello.yml@refs/heads/main hello workflow_dispatch\n',
    );
  });

  test('has the defaults of its inputs', async () => {
    const run = await runWorkflow(`
on: { workflow_dispatch: { inputs: { who: { default: world, type: string } } } }
jobs: { a: { runs-on: x, steps: [{ run: 'echo "\${{ inputs.who }} \${{ github.event_name }}"' }] } }
`);
    expect(run.jobs['a']?.steps[0]?.stdout).toBe('world workflow_dispatch\n');
  });

  test('refuses keys that are not supported', async () => {
    await expect(jobs('a: { uses: ./other.yml }')).rejects.toThrow();
  });

  test('ends the step when it is canceled, and leaves time for the cleanup', async () => {
    const cancelling = new AbortController();
    const job = await steps(
      `
- uses: acme/script@v1
  with:
    main: print('ready'); setInterval(() => {}, 1e6); await new Promise(() => {})
    post: print(process.env['INPUT_STATUS'])
- run: echo never
`,
      { signal: cancelling.signal, write: (line) => line.trim() === 'ready' && cancelling.abort() },
    );
    expect(job.steps.map(({ outcome, stdout }) => [outcome, stdout])).toEqual([
      ['cancelled', 'ready\n'],
      ['skipped', undefined],
      ['success', 'cancelled\n'],
    ]);
    expect(job.conclusion).toBe('cancelled');
  });
});

test('the transcript reads like the page of a run', async () => {
  const lines: string[] = [];
  await runWorkflow(
    `
name: Nightly
on: push
jobs:
  build:
    runs-on: ubuntu-latest
    steps:
      - name: Mint
        uses: acme/script@v1
        with:
          main: print('::warning::careful'); append('STEP_SUMMARY', '# Done')
          some value: x
      - run: exit 1
        continue-on-error: true
      - run: ls
        if: false
`,
    { actions: { 'acme/script': script }, write: (line) => lines.push(line) },
  );
  expect(lines.join('\n')).toBe(`Workflow Nightly, on: push

Job build

  ● Mint
    ▾ Run acme/script@v1
      with:
        main: print('::warning::careful'); append('STEP_SUMMARY', '# Done')
        some value: x
        status: success
    Warning: careful
    ✓ success

  ● Run exit 1
    ▾ Run exit 1
      exit 1
      shell: bash -e {0}
    Error: Process completed with exit code 1.
    ✗ failure, and the job continues

  – Run ls (skipped)

  ● Post Mint
    Post job cleanup.
    ✓ success

✓ Job build: success

Summary of build

  # Done`);
});

describe('a local action', () => {
  const yaml = `- uses: acme/script\n  with:\n    main: console.log(process.env['INPUT_SOME_VALUE'])`;

  test('receives the inputs that the caller of the runner adds', async () => {
    const action = { directory: script, rewire: (inputs: object) => ({ ...inputs, 'some value': 'added' }) };
    const job = await steps(yaml, { actions: { 'acme/script': action } });
    expect(job.steps[0]?.stdout).toBe('added\n');
  });

  test('shows only the inputs that the caller selects, and receives all of them', async () => {
    const action = { directory: script, shown: () => ({ status: 'shown' }) };
    const job = await steps(yaml, { actions: { 'acme/script': action } });
    expect(job.log).toContain('with:\n        status: shown\n');
    expect(job.log).not.toContain('some value:');
    expect(job.steps[0]?.stdout).toBe('acme/web/plain\n');
  });
});
