// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are GitHub's expressions, not JavaScript's.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { StepReport } from '../actions-runner/workflow/step-turns.ts';
import { WorkflowStage, workflowOf } from './stage/workflow-stage.ts';

const CONNECTION = `
          account-id: \${{ inputs.account-id }}
          cluster-id: \${{ inputs.cluster-id }}
          api-url: \${{ inputs.api-url }}
          cluster-url: \${{ inputs.cluster-url }}`;

/** A composite action with inputs for the connection. `token` is its input for the management token. */
function composite(token: string, steps: string): string {
  const inputs = [token, 'account-id', 'cluster-id', 'api-url', 'cluster-url', 'operation'];
  return `
name: Composite
description: Calls an action with what it is given.
inputs:
${inputs.map((name) => `  ${name}: { description: Passed on. }`).join('\n')}
outputs:
  token:
    value: \${{ steps.influxdb.outputs.token }}
runs:
  using: composite
  steps:
${steps}
`;
}

const ROTATION = `
          description: telegraf
          permissions: 'metrics: read'
          expires-at: 90d
          renew-before: 14d
          store-in: later-steps`;

/** The composite action that calls this action. */
const INNER = composite(
  'influxdb-token',
  `
    - id: influxdb
      uses: OWNER/influxdb-token-action@v1
      with:
          management-token: \${{ inputs.influxdb-token }}
          permissions: 'metrics: read, write'${CONNECTION}
`,
);

const INNER_ROTATION = INNER.replace("permissions: 'metrics: read, write'", `operation: rotate${ROTATION}`);

/** A composite action that calls the one in ./inner. Its input has another name. */
const OUTER = composite(
  'token-of-outer',
  `
    - id: influxdb
      uses: ./inner
      with:
          influxdb-token: \${{ inputs.token-of-outer }}${CONNECTION}
`,
);

const OUTER_OF_SAME_NAME = OUTER.replaceAll('token-of-outer', 'influxdb-token');

let stage: WorkflowStage;
let folder: string;
beforeEach(async () => {
  stage = await WorkflowStage.start();
  folder = mkdtempSync(join(tmpdir(), 'composite-'));
});
afterEach(async () => {
  await stage[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true });
});

function action(text: string): string {
  const directory = mkdtempSync(join(folder, 'action-'));
  writeFileSync(join(directory, 'action.yml'), text);
  return directory;
}

/** Runs a job that calls one of the actions, and then needs its output. */
async function call(
  uses: string,
  token: string,
  actions: Readonly<Record<string, string>>,
): Promise<{
  readonly conclusion: string;
  readonly main: StepReport;
  readonly post: StepReport;
  readonly log: string;
}> {
  const run = await stage.run(
    workflowOf(`
- id: composite
  uses: ${uses}
  with:
    ${token}: \${{ secrets.INFLUXDB_MANAGEMENT_TOKEN }}
    account-id: \${{ vars.INFLUXDB_ACCOUNT_ID }}
    cluster-id: \${{ vars.INFLUXDB_CLUSTER_ID }}
    api-url: \${{ vars.INFLUXDB_API_URL }}
    cluster-url: \${{ vars.INFLUXDB_URL }}
- env: { INFLUXDB_TOKEN: '\${{ steps.composite.outputs.token }}' }
  run: test -n "$INFLUXDB_TOKEN"
`),
    { actions: Object.fromEntries(Object.entries(actions).map(([name, text]) => [name, action(text)])) },
  );
  const [main, , post] = run.jobs['job']?.steps ?? [];
  if (main === undefined || post === undefined) throw new Error('The step or its post step was not run');
  return { conclusion: run.conclusion, main, post, log: run.log };
}

describe('in a composite action that the workflow calls', () => {
  test('a token is created, masked, returned, and revoked at the end of the job', async () => {
    const { conclusion, main, post, log } = await call('./inner', 'influxdb-token', { './inner': INNER });
    expect(conclusion, log).toBe('success');
    const [token, ...others] = stage.cluster.tokens;
    expect(others).toEqual([]);
    expect(main.outputs['token']).toBe(token?.secret);
    expect(log).not.toContain(token?.secret);
    expect(post.annotations).toEqual([]);
    expect(stage.cluster.liveTokens).toEqual([]);
  });

  test('a rotation with `later-steps` is promoted at the end of the job', async () => {
    const { conclusion, post, log } = await call('./inner', 'influxdb-token', { './inner': INNER_ROTATION });
    expect(conclusion, log).toBe('success');
    expect(post.annotations).toEqual([]);
    expect(stage.cluster.liveTokens.map(({ description }) => description)).toEqual([
      expect.stringMatching(/^telegraf \[gha:.* current /),
    ]);
  });
});

describe('in a composite action that a composite action calls, GitHub loses the inputs of the post step', () => {
  const NESTED =
    /^`management-token` is empty in the post step, so the post step did not send any request\. .*Nested composite actions are the usual cause, because GitHub loses the inputs there\. Call the action directly from the workflow, or from a composite action that the workflow calls\./;

  test('a token stays valid until it expires, and the warning says why and which', async () => {
    const actions = { './inner': INNER, './outer': OUTER };
    const { conclusion, post, log } = await call('./outer', 'token-of-outer', actions);
    expect(conclusion, log).toBe('success');
    const [token] = stage.cluster.liveTokens;
    expect(token?.expiresAt).toBeLessThanOrEqual(Date.now() + 24 * 3_600_000);
    expect(post.annotations).toMatchObject([
      {
        level: 'warning',
        title: 'Management token missing',
        message: expect.stringMatching(NESTED),
      },
    ]);
    expect(post.annotations?.[0]?.message).toContain(`This token might still be valid: ${token?.id}.`);
    expect(post.summary).toContain('GitHub loses the inputs there');
    // The post step has sent nothing: all requests are those of the main step.
    expect(stage.cluster.trace.filter((line) => line.startsWith('DELETE'))).toEqual([]);
  });

  test('a rotation is not promoted, so both tokens stay valid and the next run rotates again', async () => {
    const actions = { './inner': INNER_ROTATION, './outer': OUTER };
    for (const run of [1, 2]) {
      const { conclusion, post, log } = await call('./outer', 'token-of-outer', actions);
      expect(conclusion, log).toBe('success');
      expect(post.annotations).toMatchObject([{ level: 'warning', message: expect.stringMatching(NESTED) }]);
      expect(stage.cluster.liveTokens.map(({ description }) => description)).toEqual(
        Array.from({ length: run }, () => expect.stringMatching(/^telegraf \[gha:.* pending /)),
      );
    }
  });

  test('inputs with the same names in both composite actions are not lost', async () => {
    const actions = { './inner': INNER, './outer': OUTER_OF_SAME_NAME };
    const { conclusion, post, log } = await call('./outer', 'influxdb-token', actions);
    expect(conclusion, log).toBe('success');
    expect(post.annotations).toEqual([]);
    expect(stage.cluster.liveTokens).toEqual([]);
  });

  test('an input with the same name and another value does not match the seal of the ledger', async () => {
    const outer = OUTER_OF_SAME_NAME.replace(
      'influxdb-token: ${{ inputs.influxdb-token }}',
      'influxdb-token: ${{ inputs.operation }}',
    );
    const run = await stage.run(
      workflowOf(`
- uses: ./outer
  with:
    influxdb-token: a-token-of-something-else
    operation: \${{ secrets.INFLUXDB_MANAGEMENT_TOKEN }}
    account-id: \${{ vars.INFLUXDB_ACCOUNT_ID }}
    cluster-id: \${{ vars.INFLUXDB_CLUSTER_ID }}
    api-url: \${{ vars.INFLUXDB_API_URL }}
    cluster-url: \${{ vars.INFLUXDB_URL }}
`),
      { actions: { './inner': action(INNER), './outer': action(outer) } },
    );
    const post = run.jobs['job']?.steps[1];
    const [token] = stage.cluster.liveTokens;
    expect(post?.annotations).toMatchObject([
      {
        level: 'warning',
        title: 'Ledger not valid',
        message: expect.stringMatching(
          /In nested composite actions, the post step gets the inputs of the outermost action/,
        ),
      },
    ]);
    expect(post?.annotations?.[0]?.message).toContain(token?.id);
    expect(stage.cluster.trace.filter((line) => line.startsWith('DELETE'))).toEqual([]);
  });
});
