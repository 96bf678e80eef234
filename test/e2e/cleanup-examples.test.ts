import { describe, expect, test } from 'vitest';
import { formatTagged, type TagKind } from '../../src/tokens/tag.ts';
import { example, WorkflowStage } from './stage/workflow-stage.ts';

const DAY = 24 * 3_600_000;

/** left is a token of a run, by default of `acme/web`. */
function left(plain: string, kind: TagKind, runId: number, repository = 'acme/web', repositoryId = '4711') {
  const run = { runId: String(runId), runAttempt: '1', nonce: '0123456789abcdef' };
  return {
    description: formatTagged(plain, { server: 'github.com', repository, repositoryId, kind, ...run }),
  };
}

function alive({ cluster }: WorkflowStage): string[] {
  return cluster.liveTokens.map(({ description }) => description.replace(/ \[gha:.*/, ''));
}

describe('examples/scheduled-cleanup.yml', () => {
  test('revokes what dead runners have left, and no token in use', async () => {
    await using stage = await WorkflowStage.start();
    stage.github.run({ id: 100, status: 'completed' });
    stage.github.run({ id: 101 });
    stage.cluster.seed(left('dead', 'job', 100));
    stage.cluster.seed(left('at work', 'job', 101));
    stage.cluster.seed(left('service', 'current', 100));
    stage.cluster.seed({ description: 'by hand' });
    const run = await stage.run(example('scheduled-cleanup.yml'));
    expect(run.conclusion, run.log).toBe('success');
    expect(alive(stage)).toEqual(['at work', 'service', 'by hand']);
  });
});

describe('examples/cleanup-dry-run.yml', () => {
  const DRY_RUN = example('cleanup-dry-run.yml');

  async function staged(): Promise<WorkflowStage> {
    const stage = await WorkflowStage.start();
    for (const [description, days] of [
      ['load test 1', 100],
      ['load test 2', 10],
      ['production', 100],
    ] as const) {
      stage.cluster.seed({ description, createdAt: Date.now() - days * DAY });
    }
    return stage;
  }

  test('shows what it would revoke, and revokes nothing', async () => {
    await using stage = await staged();
    const run = await stage.run(DRY_RUN, { inputs: { pattern: 'load test*' } });
    expect(run.conclusion, run.log).toBe('success');
    expect(run.log).toMatch(/Token \S+ would be revoked: older than 90d\./);
    expect(alive(stage)).toEqual(['load test 1', 'load test 2', 'production']);
  });

  test('revokes exactly these tokens when the box is ticked', async () => {
    await using stage = await staged();
    const run = await stage.run(DRY_RUN, { inputs: { pattern: 'load test*', apply: true } });
    expect(run.conclusion, run.log).toBe('success');
    expect(alive(stage)).toEqual(['load test 2', 'production']);
  });

  test('refuses an invalid pattern', async () => {
    await using stage = await staged();
    const run = await stage.run(DRY_RUN, { inputs: { pattern: '*', apply: true } });
    expect(run.conclusion).toBe('failure');
    expect(alive(stage)).toHaveLength(3);
  });

  test('revokes nothing if there are more tokens than expected', async () => {
    await using stage = await staged();
    const inputs = { pattern: 'load test*', 'older-than': '1d', most: '1', apply: true };
    const run = await stage.run(DRY_RUN, { inputs });
    expect(run.conclusion).toBe('failure');
    expect(run.log).toContain('max-revocations: 2');
    expect(alive(stage)).toHaveLength(3);
  });
});

describe('examples/cleanup-organization.yml', () => {
  test('revokes what the jobs of all repositories of the owner have left', async () => {
    await using stage = await WorkflowStage.start();
    stage.github.repository('acme/api');
    stage.github.run({ id: 100, status: 'completed' });
    stage.github.run({ id: 200, status: 'completed', repository: 'acme/api' });
    stage.github.run({ id: 201, repository: 'acme/api' });
    stage.cluster.seed(left('web', 'job', 100));
    stage.cluster.seed(left('api', 'job', 200, 'acme/api', '4712'));
    stage.cluster.seed(left('api at work', 'job', 201, 'acme/api', '4712'));
    stage.cluster.seed(left('stranger', 'job', 100, 'evil/web', '1'));
    const run = await stage.run(example('cleanup-organization.yml'));
    expect(run.conclusion, run.log).toBe('success');
    expect(alive(stage)).toEqual(['api at work', 'stranger']);
  });
});
