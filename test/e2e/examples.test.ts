import { describe, expect, test } from 'vitest';
import { example, WorkflowStage } from './stage/workflow-stage.ts';

const EXAMPLE = example('ephemeral-token.yml');

describe('examples/ephemeral-token.yml', () => {
  test('writes a point with its token, and revokes the token when the job ends', async () => {
    await using stage = await WorkflowStage.start();
    const { cluster } = stage;
    const { conclusion, log } = await stage.run(EXAMPLE);
    expect(conclusion, log).toBe('success');
    expect(cluster.points).toMatchObject([
      { database: 'metrics', line: 'load_test,job=load-test requests=4200i,errors=0i' },
    ]);
    expect(cluster.tokens).toHaveLength(1);
    expect(cluster.liveTokens).toEqual([]);
    expect(log).not.toContain(cluster.tokens[0]?.secret);
    expect(log).not.toContain(cluster.managementToken);
  });

  test('revokes its token when a later step fails', async () => {
    await using stage = await WorkflowStage.start();
    const { conclusion } = await stage.run(
      EXAMPLE.replace('metrics&precision', 'no-such-database&precision'),
    );
    expect(conclusion).toBe('failure');
    expect(stage.cluster.tokens).toHaveLength(1);
    expect(stage.cluster.liveTokens).toEqual([]);
  });

  test('masks its token when a step prints the token encoded within another text', async () => {
    await using stage = await WorkflowStage.start();
    const leak = 'run: |\n          printf "user:%s" "$INFLUXDB_TOKEN" | base64 | tr -d "\\n" | tr "+/" "-_"';
    const { jobs } = await stage.run(EXAMPLE.replace('run: |', leak));
    const [, step] = jobs['load-test']?.steps ?? [];
    expect(step?.log).toContain('***');
    expect(step?.log).not.toContain(
      Buffer.from(stage.cluster.tokens[0]?.secret ?? '')
        .toString('base64url')
        .slice(8, 40),
    );
  });
});
