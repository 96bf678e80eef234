import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Emulator } from '../emulator/servers/emulator.ts';
import { runWorkflow } from './actions-runner/workflow/run-workflow.ts';
import { profile } from './e2e/stage/profile.ts';

const ROOT = join(import.meta.dirname, '..');
const PAGE = readFileSync(join(ROOT, 'docs/across-jobs.md'), 'utf8');
const [WRONG = '', RIGHT = '', ...others] = [...PAGE.matchAll(/```yaml\n(.*?)```/gs)].map(([, yaml]) => yaml);

async function run(workflow: string) {
  await using cluster = await Emulator.start({ product: 'clustered' });
  const report = await runWorkflow(workflow, {
    actions: { 'OWNER/influxdb-token-action': ROOT },
    secrets: { INFLUXCTL_CONFIG: profile('default', cluster) },
  });
  return { ...report, cluster };
}

test('docs/across-jobs.md shows one way that does not work, and one that works', () => {
  expect(others).toEqual([]);
});

test('docs/across-jobs.md: the output of a job does not contain the token, as the log says', async () => {
  const { conclusion, jobs, log, cluster } = await run(WRONG);
  expect(conclusion).toBe('failure');
  expect(jobs['create']?.conclusion).toBe('success');
  expect(jobs['create']?.outputs).toEqual({});
  const [quoted = 'no quotation'] = /Skip output 'token'[^*]*/.exec(PAGE.replaceAll(/\s+/g, ' ')) ?? [];
  expect(log).toContain(quoted);
  expect(jobs['write']?.conclusion).toBe('failure');
  expect(cluster.liveTokens).toEqual([]);
});

test('docs/across-jobs.md: a token for each job works', async () => {
  const { conclusion, log, cluster } = await run(RIGHT);
  expect(conclusion, log).toBe('success');
  expect(cluster.tokens.map(({ permissions }) => permissions)).toEqual([
    [{ action: 'write', resource: 'metrics' }],
    [{ action: 'read', resource: 'metrics' }],
  ]);
  expect(cluster.liveTokens).toEqual([]);
});
