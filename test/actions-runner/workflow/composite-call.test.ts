// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are GitHub's expressions, not JavaScript's.
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runWorkflow, type WorkflowOptions } from './run-workflow.ts';

const fixture = (name: string) => join(import.meta.dirname, '../fixtures', name);

const ACTIONS = {
  'acme/script': fixture('script'),
  'acme/composite': fixture('composite'),
  './composite': fixture('composite'),
  './outer': fixture('outer'),
};

async function steps(yaml: string, options: WorkflowOptions = {}) {
  const indented = yaml.trim().replaceAll(/^(?=.)/gm, '      ');
  const run = await runWorkflow(`on: push\njobs:\n  build:\n    runs-on: x\n    steps:\n${indented}\n`, {
    actions: ACTIONS,
    ...options,
  });
  const job = run.jobs['build'];
  if (job === undefined) throw new Error('No such job');
  return { ...job, log: run.log };
}

describe('a composite action', () => {
  test('is one step with the log of its steps, and returns outputs', async () => {
    const job = await steps(`
- id: composite
  uses: ./composite
  with:
    first: echo "answer=42" >> "$GITHUB_OUTPUT"; echo first
    script-main: print(process.env['INPUT_SOME_VALUE'])
- run: echo "\${{ steps.composite.outputs.answer }} \${{ steps.script.outputs.x }}"
`);
    expect(job.steps.map(({ name }) => name)).toEqual([
      'Run ./composite',
      'Run echo "42 "',
      'Post Run ./composite',
    ]);
    expect(job.steps[0]?.stdout).toBe('first\n42\n');
    expect(job.steps[1]?.stdout).toBe('42 \n');
  });

  test('runs post steps at the end of the job with its inputs, outputs, and state', async () => {
    const job = await steps(`
- uses: ./composite
  with:
    first: echo "answer=\${{ github.run_id }}" >> "$GITHUB_OUTPUT"
    script-main: append('STATE', 'id=7')
    script-post: print(process.env.STATE_id, process.env['INPUT_SOME_VALUE'], process.env.INPUT_STATUS)
- run: exit 1
`);
    expect(job.steps.at(-1)).toMatchObject({
      name: 'Post Run ./composite',
      stdout: '7 8812345678 failure\n',
    });
    expect(job.steps.at(-1)?.conclusion).toBe('success');
  });

  test('passes variables and paths on to later steps, inside and outside', async () => {
    const job = await steps(`
- uses: ./composite
  env: { OWN: own }
  with:
    first: echo "A=1" >> "$GITHUB_ENV"; echo /special/bin >> "$GITHUB_PATH"
    last: echo "$A $OWN \${PATH%%:*} $GITHUB_ACTION_PATH"
- run: echo "$A [$OWN] \${PATH%%:*} [$GITHUB_ACTION_PATH]"
`);
    expect(job.steps[0]?.stdout).toBe(`1 own /special/bin ${fixture('composite')}\n`);
    expect(job.steps[1]?.stdout).toBe('1 [] /special/bin []\n');
  });

  test('fails when one of its steps fails, and still runs steps with `always()`', async () => {
    const job = await steps(`
- id: composite
  uses: ./composite
  continue-on-error: true
  with: { first: exit 1, script-main: print('never'), script-post: print('never'), last: echo always }
- run: echo "\${{ steps.composite.outcome }}"
`);
    expect(job.steps.map(({ stdout }) => stdout)).toEqual(['always\n', 'failure\n', '']);
    expect(job.steps[0]?.annotations).toMatchObject([{ message: 'Process completed with exit code 1.' }]);
    expect(job.conclusion).toBe('success');
  });

  test('starts with success after any failure earlier in the job', async () => {
    const job = await steps(`
- run: exit 1
- uses: ./composite
  if: always()
  with: { script-main: print('runs') }
`);
    expect(job.steps[1]?.stdout).toBe('runs\n');
  });

  test('sees a secret as an input, and no other secrets', async () => {
    const job = await steps("- uses: ./composite\n  with: { first: 'echo ${{ secrets.KEY }}' }", {
      secrets: { KEY: 'hunter22' },
    });
    expect(job.steps[0]?.stdout).toBe('hunter22\n');
    const inside = await steps('- uses: ./secret', {
      actions: { './secret': fixture('secret') },
      secrets: { KEY: 'hunter22' },
    });
    expect(inside.steps[0]).toMatchObject({
      outcome: 'failure',
      annotations: [{ message: expect.stringContaining('secrets') }],
    });
  });

  test('appends to the job summary, and annotates its step', async () => {
    const job = await steps(`
- uses: ./composite
  with: { script-main: "append('STEP_SUMMARY', '# Done'); print('::warning::careful')" }
`);
    expect(job.summary).toBe('# Done\n');
    expect(job.steps[0]?.annotations).toMatchObject([{ level: 'warning', message: 'careful' }]);
    expect(job.log.match(/Warning: careful/g)).toHaveLength(1);
  });

  test('is refused before anything runs if one of its actions is not mapped', async () => {
    const actions = { './composite': fixture('composite') };
    await expect(steps('- run: echo a\n- uses: ./composite', { actions })).rejects.toThrow(
      "'uses: acme/script@v1' is not mapped",
    );
  });

  test('ends the step inside when the job is canceled, and its post step still runs', async () => {
    const cancelling = new AbortController();
    const job = await steps(
      `
- uses: ./composite
  with:
    script-main: print('ready'); setInterval(() => {}, 1e6); await new Promise(() => {})
    script-post: print(process.env.INPUT_STATUS)
    last: echo always
`,
      { signal: cancelling.signal, write: (line) => line.trim() === 'ready' && cancelling.abort() },
    );
    expect(job.steps.map(({ outcome, stdout }) => [outcome, stdout])).toEqual([
      ['cancelled', 'ready\nalways\n'],
      ['success', 'cancelled\n'],
    ]);
    expect(job.conclusion).toBe('cancelled');
  });
});

describe('a composite action in a composite action', () => {
  test('keeps the inputs of its post step if it is from a repository, and loses them if it is local', async () => {
    const job = await steps(`
- uses: ./outer
  with: { post: "print(JSON.stringify(process.env.INPUT_MAIN))" }
`);
    expect(job.steps[0]?.stdout).toBe('from a repository\nlocal\n');
    // The outer action has no input `script-post`, so the post step of the local one has nothing to run.
    expect(job.steps[1]?.stdout).toBe(`"print('from a repository')"\n`);
  });

  test('gets inputs with the same name from the outermost composite action', async () => {
    const job = await steps('- uses: ./outer', {
      actions: {
        ...ACTIONS,
        './composite': fixture('echo-composite'),
        'acme/composite': fixture('echo-composite'),
      },
    });
    expect(job.steps[1]?.stdout).toBe("print('the outer one')\nprint('from a repository')\n");
  });
});
