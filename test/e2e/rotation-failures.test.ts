import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { StoredToken } from '../../emulator/servers/token-store.ts';
import type { Conclusion } from '../actions-runner/expressions.ts';
import type { WorkflowOptions, WorkflowReport } from '../actions-runner/workflow/run-workflow.ts';
import { ACTION } from './scene.ts';
import { example, WorkflowStage } from './stage/workflow-stage.ts';

const PAGE = readFileSync(join(ACTION, 'docs/rotation.md'), 'utf8');

/** Few attempts and short waits, so that failures do not take long. */
const ROTATION = example('scheduled-rotation.yml').replace(
  'operation: rotate',
  'operation: rotate\n          retries: 0\n          activation-timeout: 1s',
);
const BY_LATER_STEPS = `${ROTATION}            later-steps
      - name: Deliver
        run: echo Delivering. && \${{ vars.COMMAND || 'true' }}
`;
const OTHER_RUN = 4_000_000_000;

let stage: WorkflowStage;
/** The token that consumers have before the failure. It is due. */
let old: StoredToken;

beforeEach(async () => {
  stage = await WorkflowStage.start();
  old = stage.seedDue('Web application', [
    { action: 'read', resource: 'metrics' },
    { action: 'write', resource: 'metrics' },
  ]);
  stage.store(old);
});
afterEach(() => stage[Symbol.asyncDispose]());

/** For each row of the table: the failure, the tokens that are left, and what the next run does. */
const ROWS: Record<string, () => Promise<void>> = {
  'An input is wrong, or tokens, databases, secrets, or runs cannot be read.': async () => {
    await leaves('failure', [old], 0, ROTATION.replace('metrics: read', 'read: metrics'));
    stage.cluster.next('GET tokens').respondsWith(403, { code: 403, message: 'no' });
    await leaves('failure', [old]);
    stage.cluster.next('GET databases').respondsWith(403, { code: 403, message: 'no' });
    await leaves('failure', [old]);
    stage.github.next('GET environment key').respondsWith(404, { message: 'Not Found' });
    await leaves('failure', [old]);
    const { description } = old;
    old.description = description.replace(' current ', ' pending ');
    stage.github.next('GET run').respondsWith(403, { message: 'no' });
    await leaves('failure', [old]);
    old.description = description;
    await heals({ created: 1 });
  },

  'Another rotation of the series is in progress.': async () => {
    const run = stage.github.run({ id: OTHER_RUN });
    const theirs = pendingOf(OTHER_RUN);
    const { log } = await leaves('failure', [old, theirs]);
    expect(log).toContain(`Run ${OTHER_RUN}`);
    run.status = 'completed';
    await heals({ created: 1 });
  },

  'The response to the adoption is lost.': async () => {
    old.description = 'Web application';
    stage.cluster.next('PATCH token').resets('before');
    await leaves('failure', [old]);
    await heals({ created: 1 });
    stage.daysGoBy(77);
    old = storedToken();
    // A read shows that the adoption had its effect, so the rotation continues.
    old.description = 'Web application';
    stage.cluster.next('PATCH token').resets('after');
    await leaves('success', [old], 1);
    await heals({ created: 0 });
  },

  'The server refuses to create the token.': async () => {
    stage.cluster.every('POST tokens').respondsWith(400, { code: 400, message: 'no' });
    await leaves('failure', [old]);
    await heals({ created: 1 });
  },

  'The response to the creation is lost.': async () => {
    stage.cluster.next('POST tokens').resets('after');
    const [, second] = await createdBy(() => stage.run(ROTATION.replace('retries: 0', 'retries: 1')));
    expect(storedToken()).toBe(second);
    expect(stage.cluster.liveTokens).toEqual([old, second]);
    await heals({ created: 0 });
  },

  'The cluster does not accept the new token, or cannot be reached.': async () => {
    stage.cluster.every('GET query').respondsWith(401);
    await leaves('failure', [old]);
    await heals({ created: 1 });
  },

  'GitHub clearly refuses to write the first secret.': async () => {
    stage.github.every('PUT repository secret').respondsWith(403, { message: 'no' });
    await leaves('failure', [old]);
    await heals({ created: 1 });
  },

  'A later secret cannot be written, or a response to a write is lost.': async () => {
    stage.github.every('PUT environment secret').respondsWith(403, { message: 'no' });
    const [second] = await createdBy(() => leaves('failure', [old], 1));
    expect(stage.stored).toEqual([second?.secret, old.secret]);
    await heals({ created: 1 });
    stage.daysGoBy(77);
    old = storedToken();
    stage.github.next('PUT repository secret').resets('after');
    await leaves('failure', [old], 1);
    await heals({ created: 1 });
  },

  '`later-steps`: the delivery fails, or the job is canceled.': async () => {
    const red = await leaves('failure', [old], 1, BY_LATER_STEPS, { vars: { COMMAND: 'false' } });
    expect(red.log).toContain('was not promoted');
    await heals({ created: 1 }, BY_LATER_STEPS);
    stage.daysGoBy(77);
    old = storedToken();
    const cancelling = new AbortController();
    const cancelled = await leaves('cancelled', [old], 1, BY_LATER_STEPS, {
      vars: { COMMAND: 'sleep 60' },
      signal: cancelling.signal,
      write: (line) => line.trim() === 'Delivering.' && cancelling.abort(),
    });
    expect(cancelled.log).toContain('was not promoted');
    await heals({ created: 1 }, BY_LATER_STEPS);
  },

  'The runner dies before the promotion.': async () => {
    const run = stage.github.run({ id: OTHER_RUN });
    const theirs = pendingOf(OTHER_RUN);
    stage.github.seed('acme/web', 'INFLUXDB_TOKEN', { value: theirs.secret });
    await leaves('failure', [old, theirs]);
    run.status = 'completed';
    await heals({ created: 1 });
  },

  'The response to the promotion is lost.': async () => {
    for (const [effect, created] of [
      ['before', 1],
      ['after', 0],
    ] as const) {
      stage.cluster.every('PATCH token').resets(effect);
      const { log } = await leaves('success', [old], 1);
      // A read shows whether a promotion without a response had its effect.
      const isUnknown = log.includes('It is not known whether the token was promoted');
      expect(isUnknown).toBe(effect === 'before');
      expect(storedToken()).not.toBe(old);
      await heals({ created });
      stage.daysGoBy(77);
      old = storedToken();
    }
  },

  'The old token cannot be revoked after its grace period.': async () => {
    await stage.run(ROTATION);
    stage.daysGoBy(2);
    stage.cluster.every('DELETE token').respondsWith(500);
    const { log } = await leaves('success', [old, storedToken()]);
    expect(log).toContain(`The step could not revoke or suspend 1 replaced token (${old.id})`);
    await heals({ created: 0 });
  },

  'A person revokes the token that consumers use.': async () => {
    await stage.run(ROTATION);
    storedToken().revokedAt = Date.now();
    await heals({ created: 1 });
  },

  'No run takes place until the token expires.': async () => {
    stage.daysGoBy(20);
    expect(stage.cluster.liveTokens).toEqual([]);
    await heals({ created: 1 });
  },
};

test('docs/rotation.md describes each of these failures', () => {
  const [, table = ''] = /\| failure \| result \| next run \|.*?\n\|.*?\n(.*?)\n\n/s.exec(PAGE) ?? [];
  expect(table.split('\n').map((row) => row.split(' | ')[0]?.replace(/^\| /, ''))).toEqual(Object.keys(ROWS));
});

// Each of these tests runs several jobs, and some wait for time-outs.
test.for(Object.keys(ROWS))('docs/rotation.md: %s', { timeout: 60_000 }, (row) => ROWS[row]?.());

/** The one token that all targets contain. */
function storedToken(): StoredToken {
  const [secret, ...others] = stage.stored;
  expect(others.every((other) => other === secret)).toBe(true);
  const token = stage.tokenOf(secret);
  if (token === undefined) throw new Error('no target contains a token');
  return token;
}

/** Runs the rotation that fails. Afterwards, these tokens and this number of new tokens are alive. */
async function leaves(
  conclusion: Conclusion,
  alive: readonly StoredToken[],
  news = 0,
  workflow = ROTATION,
  options: WorkflowOptions = {},
): Promise<WorkflowReport> {
  const run = await stage.run(workflow, options);
  expect(run.conclusion, run.log).toBe(conclusion);
  const { liveTokens } = stage.cluster;
  expect(liveTokens).toEqual(expect.arrayContaining([...alive]));
  expect(liveTokens).toHaveLength(alive.length + news);
  expectAccepted();
  return run;
}

/** The next run repairs the rotation. After the grace period, another run leaves a single token, which all targets contain. */
async function heals({ created }: { readonly created: number }, workflow = ROTATION): Promise<void> {
  stage.cluster.clearFaults();
  stage.github.clearFaults();
  const createdTokens = await createdBy(() => stage.run(workflow));
  expect(createdTokens).toHaveLength(created);
  expectAccepted();
  const current = storedToken();
  stage.daysGoBy(2);
  expect(await createdBy(() => stage.run(workflow))).toEqual([]);
  expect(stage.cluster.liveTokens).toEqual([current]);
  expect(storedToken()).toBe(current);
}

function expectAccepted(): void {
  for (const secret of stage.stored) expect(stage.cluster.accepts(secret ?? '', 'metrics')).toBe(true);
}

async function createdBy(run: () => Promise<WorkflowReport>): Promise<StoredToken[]> {
  const before = new Set(stage.cluster.tokens);
  await run();
  return stage.cluster.tokens.filter((token) => !before.has(token));
}

/** A token that another run has created and not promoted. */
function pendingOf(run: number): StoredToken {
  return stage.cluster.seed({
    description: `Web application [gha:github.com/acme/web#4711 ${run}.1 pending 0123456789abcdef]`,
    permissions: old.permissions,
    expiresAt: Date.now() + 90 * 24 * 3_600_000,
  });
}
