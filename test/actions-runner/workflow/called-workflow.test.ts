// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are GitHub's expressions, not JavaScript's.
import { describe, expect, test } from 'vitest';
import { runWorkflow, type WorkflowOptions, type WorkflowReport } from './run-workflow.ts';

const GREETING = `
name: Greeting
on:
  workflow_call:
    inputs:
      who: { type: string, required: true }
      loud: { type: boolean }
    secrets:
      key: { required: true }
      other:
    outputs:
      greeted: { value: '\${{ jobs.greet.outputs.greeted }}' }
jobs:
  greet:
    runs-on: x
    outputs: { greeted: '\${{ steps.greet.outputs.greeted }}' }
    steps:
      - id: greet
        run: |
          echo "\${{ inputs.who }} \${{ inputs.loud }} \${{ secrets.key }} \${{ secrets.GREETING_KEY }} $CALLER \${{ vars.V }}"
          echo "\${{ github.workflow }} \${{ github.event_name }}"
          echo "greeted=\${{ inputs.who }}" >> "$GITHUB_OUTPUT"
  never:
    if: false
    runs-on: x
    steps: [{ run: ls }]
`;

/** A job that calls the workflow, optional further keys of that job, and a job that needs it. */
function call(keys: string, options: WorkflowOptions = {}): Promise<WorkflowReport> {
  return runWorkflow(
    `
name: Caller
on: push
env: { CALLER: caller }
jobs:
  first:
    uses: acme/workflows/.github/workflows/greeting.yml@v1
    ${keys}
  second:
    needs: first
    runs-on: x
    steps: [{ run: 'echo "\${{ needs.first.outputs.greeted }}"' }]
`,
    {
      workflows: { 'acme/workflows/.github/workflows/greeting.yml': GREETING },
      secrets: { GREETING_KEY: 'hunter22' },
      vars: { V: 'v' },
      ...options,
    },
  );
}

describe('a called workflow', () => {
  test('receives inputs, secrets, the run, and its variables, and returns outputs', async () => {
    const run = await call("with: { who: you }\n    secrets: { key: '${{ secrets.GREETING_KEY }}' }");
    expect(run.conclusion).toBe('success');
    expect(Object.keys(run.jobs)).toEqual(['first / greet', 'first / never', 'second']);
    expect(run.jobs['first / greet']?.steps[0]?.stdout).toBe('you false hunter22   v\nCaller push\n');
    expect(run.jobs['second']?.steps[0]?.stdout).toBe('you\n');
    expect(run.log).toContain('Job first / greet');
    expect(run.log).not.toContain('hunter22');
  });

  test('inherits all secrets if the caller says so', async () => {
    const options = { secrets: { key: 'hunter22', GREETING_KEY: 'too' } };
    const run = await call('with: { who: you, loud: true }\n    secrets: inherit', options);
    expect(run.jobs['first / greet']?.steps[0]?.stdout).toContain('you true hunter22 too');
  });

  test('fails jobs that depend on it', async () => {
    const workflows = {
      'acme/workflows/.github/workflows/greeting.yml':
        'on: workflow_call\njobs: { a: { runs-on: x, steps: [{ run: exit 1 }] } }',
    };
    const run = await call('', { workflows });
    expect(run.conclusion).toBe('failure');
    expect(run.jobs['second']?.conclusion).toBe('skipped');
  });

  test('runs once per combination of a matrix', async () => {
    const run = await call(
      "strategy: { matrix: { who: [you, me] } }\n    with: { who: '${{ matrix.who }}' }\n    secrets: { key: k }",
    );
    expect(Object.keys(run.jobs)).toContain('first (me) / greet');
  });

  test.for<[why: string, keys: string, message: string]>([
    ['a missing input', 'secrets: { key: k }', "requires the input 'who'"],
    ['an unknown input', 'with: { who: you, what: x }\n    secrets: { key: k }', "has no input 'what'"],
    ['another type', "with: { who: you, loud: 'yes' }\n    secrets: { key: k }", 'takes a boolean'],
    ['a missing secret', 'with: { who: you }', "requires the secret 'key'"],
    [
      'an empty secret',
      "with: { who: you }\n    secrets: { key: '${{ secrets.NONE }}' }",
      "requires the secret 'key'",
    ],
    ['an unknown secret', 'with: { who: you }\n    secrets: { key: k, kee: k }', "has no secret 'kee'"],
    ['variables', 'env: { A: b }', 'unrecognized key "env"'],
  ])('is refused with %s', async ([, keys, message]) => {
    await expect(call(keys)).rejects.toThrow(message);
  });

  test.for<[why: string, workflows: Record<string, string>, message: string]>([
    ['not mapped', {}, 'is not mapped'],
    [
      'not to be called',
      { 'acme/workflows/.github/workflows/greeting.yml': 'on: push\njobs: {}' },
      "it has no 'on: workflow_call'",
    ],
    [
      'of an action that is not mapped',
      {
        'acme/workflows/.github/workflows/greeting.yml':
          'on: workflow_call\njobs: { a: { runs-on: x, steps: [{ uses: some/action@v1 }] } }',
      },
      "'uses: some/action@v1' is not mapped",
    ],
  ])('is refused before anything runs if it is %s', async ([, workflows, message]) => {
    const lines: string[] = [];
    await expect(call('', { workflows, write: (line) => lines.push(line) })).rejects.toThrow(message);
    expect(lines).toEqual([]);
  });

  test.for(['./greeting.yml', './.github/workflows/a.yml@v1', 'acme/workflows/.github/workflows/a.yml'])(
    'is refused as %s',
    async (uses) => {
      await expect(runWorkflow(`on: push\njobs: { a: { uses: ${uses} } }`)).rejects.toThrow(
        'names no workflow',
      );
    },
  );
});

describe('a run that a person starts', () => {
  const ECHO =
    'jobs: { a: { runs-on: x, steps: [{ run: \'echo "${{ inputs.who }} ${{ inputs.loud }} ${{ !inputs.loud }}"\' }] } }';
  const BOTH = `on: { schedule: [{ cron: '0 0 * * *' }], workflow_dispatch: { inputs: { who: { required: true }, loud: { type: boolean } } } }\n${ECHO}`;
  const byHand = { github: { event_name: 'workflow_dispatch' } };

  test('has the given inputs, and the defaults of all others', async () => {
    const run = await runWorkflow(BOTH, { ...byHand, inputs: { who: 'you' } });
    expect(run.jobs['a']?.steps[0]?.stdout).toBe('you false true\n');
  });

  test.for<[why: string, inputs: Record<string, unknown>, message: string]>([
    ['a missing one', {}, "requires the input 'who'"],
    ['an unknown one', { who: 'you', what: 'x' }, "has no input 'what'"],
    ['one of another type', { who: 'you', loud: 'true' }, 'takes a boolean'],
  ])('is refused with %s', async ([, inputs, message]) => {
    await expect(runWorkflow(BOTH, { ...byHand, inputs })).rejects.toThrow(message);
  });

  test('has inputs, unlike a scheduled run', async () => {
    const run = await runWorkflow(BOTH);
    expect(run.jobs['a']?.steps[0]?.stdout).toBe('  true\n');
    await expect(runWorkflow(BOTH, { inputs: { who: 'you' } })).rejects.toThrow("has no input 'who'");
  });
});
