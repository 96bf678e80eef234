// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are GitHub's expressions, not JavaScript's.
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Timer } from '../actions-runner/workflow/step-turns.ts';
import { WorkflowStage, workflowOf } from './stage/workflow-stage.ts';

const CONNECTION = `
          management-token: \${{ secrets.INFLUXDB_MANAGEMENT_TOKEN }}
          account-id: \${{ vars.INFLUXDB_ACCOUNT_ID }}
          cluster-id: \${{ vars.INFLUXDB_CLUSTER_ID }}
          api-url: \${{ vars.INFLUXDB_API_URL }}
          cluster-url: \${{ vars.INFLUXDB_URL }}`;

const CREATE = `
      - uses: OWNER/influxdb-token-action@v1
        with:
          permissions: 'metrics: read'${CONNECTION}`;

let stage: WorkflowStage;
beforeEach(async () => {
  stage = await WorkflowStage.start();
});
afterEach(() => stage[Symbol.asyncDispose]());

/** A clock on which limits of this many minutes are over when the cluster gets a request on the route. */
function overAt(route: 'POST tokens' | 'GET query', minutes: number): Timer {
  const limits = new Set<() => void>();
  stage.cluster.onRequest((exchange, moment) => {
    if (exchange.route === route && moment === 'after') for (const over of limits) over();
    return undefined;
  });
  return (limit, over) => {
    if (limit === minutes) limits.add(over);
    return () => limits.delete(over);
  };
}

test('the legs of a matrix create tokens at the same time, and each job revokes its own', async () => {
  const run = await stage.run(
    `
on: push
jobs:
  write:
    runs-on: ubuntu-latest
    strategy: { matrix: { n: [1, 2, 3] } }
    steps:${CREATE}
      - uses: acme/meeting@v1
`,
    {
      actions: { 'acme/meeting': meetingOf(3) },
    },
  );
  expect(run.conclusion, run.log).toBe('success');
  expect(stage.cluster.tokens).toHaveLength(3);
  expect(stage.cluster.liveTokens).toEqual([]);
});

test('a leg that is canceled by another one still revokes its token', async () => {
  const run = await stage.run(
    `
on: push
jobs:
  write:
    runs-on: ubuntu-latest
    strategy: { matrix: { n: [1, 2] } }
    steps:${CREATE}
      - uses: acme/meeting@v1
      - run: if [ \${{ matrix.n }} = 1 ]; then exit 1; else exec sleep 600; fi
`,
    {
      actions: { 'acme/meeting': meetingOf(2) },
    },
  );
  expect(Object.values(run.jobs).map(({ conclusion }) => conclusion)).toEqual(['failure', 'cancelled']);
  expect(stage.cluster.tokens).toHaveLength(2);
  expect(stage.cluster.liveTokens).toEqual([]);
});

test.for<'POST tokens' | 'GET query'>(['POST tokens', 'GET query'])(
  'a step that times out at %s leaves no token',
  async (route) => {
    const steps = CREATE.replace('        with:', '        timeout-minutes: 5\n        with:');
    stage.cluster.next(route).hangs('after');
    const run = await stage.run(workflowOf(steps), { timer: overAt(route, 5) });
    expect(run.jobs['job']?.steps[0]).toMatchObject({
      outcome: 'failure',
      annotations: expect.arrayContaining([
        expect.objectContaining({ message: expect.stringMatching(/has timed out after 5 minutes\.$/) }),
      ]),
    });
    expect(run.conclusion).toBe('failure');
    expect(stage.cluster.tokens.length).toBeGreaterThanOrEqual(1);
    expect(stage.cluster.liveTokens).toEqual([]);
  },
);

test('a job that times out after the delivery of a rotation does not promote the token', async () => {
  const rotate = `
      - uses: OWNER/influxdb-token-action@v1
        with:
          operation: rotate
          description: telegraf
          permissions: 'metrics: read'
          expires-at: 90d
          store-in: later-steps${CONNECTION}
      - uses: acme/deliver@v1
      - run: exec sleep 600`;
  const limits = new Set<() => void>();
  const timer: Timer = (_minutes, over) => {
    limits.add(over);
    return () => limits.delete(over);
  };
  const run = await stage.run(
    workflowOf(rotate).replace('    steps:', '    timeout-minutes: 10\n    steps:'),
    {
      timer,
      write: (line) => {
        if (line.trim() === 'exec sleep 600') setImmediate(() => limits.forEach((over) => void over()));
      },
      actions: { 'acme/deliver': async () => ({}) },
    },
  );
  expect(run.conclusion, run.log).toBe('cancelled');
  expect(run.jobs['job']?.steps.at(-1)?.annotations).toMatchObject([
    { level: 'warning', title: 'Token not promoted', message: expect.stringContaining('"cancelled"') },
  ]);
  expect(stage.cluster.liveTokens.map(({ description }) => description)).toEqual([
    expect.stringMatching(/^telegraf \[gha:.* pending /),
  ]);
});

/** An action that ends when this many jobs have reached it. */
function meetingOf(size: number): () => Promise<Record<string, string>> {
  let here = 0;
  const { promise, resolve } = Promise.withResolvers<void>();
  return async () => {
    if (++here === size) resolve();
    await promise;
    return {};
  };
}
