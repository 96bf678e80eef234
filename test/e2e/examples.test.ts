import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { Emulator } from '../../emulator/servers/emulator.ts';
import { runWorkflow } from '../actions-runner/workflow/run-workflow.ts';
import { ACTION } from './scene.ts';

const EXAMPLE = readFileSync(join(ACTION, 'examples/ephemeral-token.yml'), 'utf8');

function run(workflow: string, cluster: Emulator) {
  return runWorkflow(workflow, {
    actions: { 'OWNER/influxdb-token-action': ACTION },
    secrets: { INFLUXDB_MANAGEMENT_TOKEN: cluster.managementToken },
    vars: {
      INFLUXDB_ACCOUNT_ID: cluster.accountId,
      INFLUXDB_CLUSTER_ID: cluster.clusterId,
      INFLUXDB_API_URL: cluster.apiUrl,
      INFLUXDB_URL: cluster.clusterUrl,
    },
  });
}

describe('examples/ephemeral-token.yml', () => {
  test('writes a point with its token, and the token is gone when the job is over', async () => {
    await using cluster = await Emulator.start();
    const { conclusion, log } = await run(EXAMPLE, cluster);
    expect(conclusion).toBe('success');
    expect(cluster.points).toMatchObject([
      { database: 'metrics', line: 'load_test,job=load-test requests=4200i,errors=0i' },
    ]);
    expect(cluster.tokens).toHaveLength(1);
    expect(cluster.liveTokens).toEqual([]);
    expect(log).not.toContain(cluster.tokens[0]?.secret);
    expect(log).not.toContain(cluster.managementToken);
  });

  test('revokes its token also when a later step fails', async () => {
    await using cluster = await Emulator.start();
    const { conclusion } = await run(
      EXAMPLE.replace('metrics&precision', 'no-such-database&precision'),
      cluster,
    );
    expect(conclusion).toBe('failure');
    expect(cluster.tokens).toHaveLength(1);
    expect(cluster.liveTokens).toEqual([]);
  });

  test('does not show its token when a step prints it, encoded in another text', async () => {
    await using cluster = await Emulator.start();
    const leak = 'run: |\n          printf "user:%s" "$INFLUXDB_TOKEN" | base64 | tr -d "\\n" | tr "+/" "-_"';
    const { jobs } = await run(EXAMPLE.replace('run: |', leak), cluster);
    const [, step] = jobs['load-test']?.steps ?? [];
    expect(step?.log).toContain('***');
    expect(step?.log).not.toContain(
      Buffer.from(cluster.tokens[0]?.secret ?? '')
        .toString('base64url')
        .slice(8, 40),
    );
  });
});

describe('npm run demo', () => {
  test('ends well and says what a user would see', async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [join(ACTION, 'scripts/demo.ts')]);
    for (const expected of [
      'Created token',
      'Written to metrics.',
      'Post Mint a token',
      'Revoked token',
      'error: 401',
    ]) {
      expect(stdout).toContain(expected);
    }
  });
});
