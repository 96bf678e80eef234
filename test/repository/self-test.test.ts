import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runWorkflow } from '../actions-runner/workflow/run-workflow.ts';
import { ACTION } from '../e2e/scene.ts';

const WORKFLOW = readFileSync(join(ACTION, '.github/workflows/self-test.yml'), 'utf8');

test('.github/workflows/self-test.yml succeeds, as far as it can run without GitHub', async () => {
  const { conclusion, log, jobs } = await runWorkflow(WORKFLOW, {
    actions: { './': ACTION, './emulator': join(ACTION, 'emulator'), 'actions/checkout': async () => ({}) },
  });
  expect(conclusion, log).toBe('success');
  expect(Object.keys(jobs)).toHaveLength(6);
  for (const { summary } of Object.values(jobs)) expect(summary).toContain('no tokens are still valid');
});

test('.github/workflows/self-test.yml fails if the token grants more than requested', async () => {
  const oneJob = WORKFLOW.replace(/os: .*/, 'os: [ubuntu-latest]').replace(
    /product: \[.*/,
    'product: [dedicated]',
  );
  const { conclusion, jobs } = await runWorkflow(oneJob.replace('metrics: write', 'logs: write'), {
    actions: { './': ACTION, './emulator': join(ACTION, 'emulator'), 'actions/checkout': async () => ({}) },
  });
  expect(conclusion).toBe('failure');
  expect(Object.keys(jobs)).toHaveLength(1);
});
