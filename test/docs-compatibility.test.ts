// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are GitHub's expressions, not JavaScript's.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { ACTION } from './e2e/scene.ts';
import { WorkflowStage, workflowOf } from './e2e/stage/workflow-stage.ts';

const PAGE = readFileSync(join(ACTION, 'docs/compatibility.md'), 'utf8');
const [COMPOSITE = '', ...others] = [...PAGE.matchAll(/^```yaml\n(.*?)^```/gms)].map(
  ([, snippet = '']) => snippet,
);

test('docs/compatibility.md shows only code that runs in a test', () => expect(others).toEqual([]));

test('the composite action, with other addresses, creates a token for the job', async () => {
  await using stage = await WorkflowStage.start();
  const { cluster } = stage;
  const directory = mkdtempSync(join(tmpdir(), 'composite-'));
  const addressed = COMPOSITE.replace('11111111-1111-4111-8111-111111111111', cluster.accountId).replace(
    /^( *)cluster-id: .*$/m,
    `$1cluster-id: ${cluster.clusterId}\n$1api-url: ${cluster.apiUrl}\n$1cluster-url: ${cluster.clusterUrl}`,
  );
  writeFileSync(join(directory, 'action.yml'), addressed);
  const run = await stage.run(
    workflowOf(`
- id: metrics
  uses: ./metrics-token
  with:
    management-token: \${{ secrets.INFLUXDB_MANAGEMENT_TOKEN }}
- env:
    TOKEN: \${{ steps.metrics.outputs.token }}
  run: test -n "$TOKEN"
`),
    { actions: { './metrics-token': directory } },
  );
  rmSync(directory, { recursive: true });
  expect(run.conclusion, run.log).toBe('success');
  expect(cluster.tokens).toHaveLength(1);
  expect(cluster.liveTokens).toEqual([]);
});

test('docs/compatibility.md names the version of Node.js in action.yml', () => {
  const { using } = parse(readFileSync(join(ACTION, 'action.yml'), 'utf8')).runs;
  expect(using).toBe('node24');
  expect(PAGE).toContain('The action needs Node.js 24');
});

test('docs/compatibility.md names the runners whose variables the tests use', () => {
  const sources = readFileSync(join(ACTION, 'test/actions-runner/runner-kind.ts'), 'utf8');
  expect(sources).toContain('nektos/act 0.2.87');
  expect(PAGE).toContain('[act](https://github.com/nektos/act) 0.2.87');
  expect(sources).toContain('act_runner of 2025-12');
  expect(PAGE).toContain("Gitea's act_runner from December 2025");
  expect(sources).toContain('forgejo/runner 12');
  expect(PAGE).toContain('Forgejo Runner 12');
});
