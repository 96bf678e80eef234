import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runWorkflow, type WorkflowReport } from '../actions-runner/workflow/run-workflow.ts';
import { ACTION } from '../e2e/scene.ts';

const EXAMPLE = readFileSync(join(ACTION, 'examples/try-without-a-cluster.yml'), 'utf8');

function run(workflow: string): Promise<WorkflowReport> {
  return runWorkflow(workflow, {
    actions: {
      'OWNER/influxdb-token-action': ACTION,
      'OWNER/influxdb-token-action/emulator': join(ACTION, 'emulator'),
    },
  });
}

describe('examples/try-without-a-cluster.yml', () => {
  test('succeeds without a cluster, secrets, or variables', async () => {
    const { conclusion, log, jobs } = await run(EXAMPLE);
    expect(conclusion, log).toBe('success');
    expect(jobs['try']?.steps.map(({ name }) => name).slice(-2)).toEqual([
      'Post Create a token for this job',
      'Post Start the emulator',
    ]);
    expect(jobs['try']?.summary).toContain('no tokens are still valid');
  });

  test('fails if the workflow grants too much', async () => {
    const { conclusion } = await run(EXAMPLE.replace('metrics: write', '"*: write"'.replaceAll('"', '')));
    expect(conclusion).toBe('failure');
  });

  test('fails if the workflow leaves a token', async () => {
    const kept = EXAMPLE.replace(
      'permissions: |',
      'skip-token-revoke: true\n          expires-at: 30d\n          permissions: |',
    );
    const { conclusion, jobs } = await run(kept);
    expect(conclusion).toBe('failure');
    expect(jobs['try']?.summary).toContain('1 of 1 tokens still valid');
  });
});
