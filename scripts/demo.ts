/**
 * Runs examples/ephemeral-token.yml as a user would paste it, with the packed action, on an emulated cluster, and shows
 * the log of the job. Then it sends the same write once more: by then the token is gone. Fails when it is not.
 */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { Emulator } from '../emulator/servers/emulator.ts';
import { runWorkflow } from '../test/actions-runner/workflow/run-workflow.ts';

const ROOT = join(import.meta.dirname, '..');
const EXAMPLE = readFileSync(join(ROOT, 'examples/ephemeral-token.yml'), 'utf8');

await using cluster = await Emulator.start({ databases: ['metrics'], activation: { afterProbes: 2 } });
console.log(`An emulated Cloud Dedicated cluster listens on ${cluster.apiUrl} (Management API)`);
console.log(`and ${cluster.clusterUrl} (data plane). This is examples/ephemeral-token.yml:\n`);

const run = await runWorkflow(EXAMPLE, {
  actions: { 'OWNER/influxdb-token-action': ROOT },
  secrets: { INFLUXDB_MANAGEMENT_TOKEN: cluster.managementToken },
  vars: {
    INFLUXDB_ACCOUNT_ID: cluster.accountId,
    INFLUXDB_CLUSTER_ID: cluster.clusterId,
    INFLUXDB_API_URL: cluster.apiUrl,
    INFLUXDB_URL: cluster.clusterUrl,
  },
  write: (line) => console.log(line),
});

console.log('\nWhat the cluster was asked, in order:\n');
for (const line of cluster.trace) console.log(`  ${line}`);

console.log('\nThe step "Write a point" once more, with the same token, now that the job is over:\n');
const [token] = cluster.tokens;
const again = await bash(scriptOf('Write a point'), {
  GITHUB_JOB: 'load-test',
  INFLUXDB_URL: cluster.clusterUrl,
  INFLUXDB_TOKEN: token?.secret ?? '',
});
console.log(again.printed.trim().replaceAll(/^/gm, '  '));

const asPromised = run.conclusion === 'success' && cluster.points.length === 1 && !again.succeeded;
console.log(
  `\n${asPromised ? 'The token worked during the job and is refused after it.' : 'This is not what was promised.'}`,
);
if (!asPromised) process.exitCode = 1;

function scriptOf(name: string): string {
  const steps: { name: string; run?: string }[] = parse(EXAMPLE).jobs['load-test'].steps;
  return steps.find((step) => step.name === name)?.run ?? '';
}

function bash(script: string, env: Record<string, string>): Promise<{ succeeded: boolean; printed: string }> {
  return new Promise((resolve) => {
    execFile(
      'bash',
      ['--norc', '-e', '-c', script],
      { env: { PATH: process.env['PATH'], ...env } },
      (error, stdout, stderr) => resolve({ succeeded: error === null, printed: stdout + stderr }),
    );
  });
}
