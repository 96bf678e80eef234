import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { StoredToken } from '../emulator/servers/token-store.ts';
import type { WorkflowReport } from './actions-runner/workflow/run-workflow.ts';
import { profile } from './e2e/stage/profile.ts';
import { WorkflowStage, workflowOf } from './e2e/stage/workflow-stage.ts';

const ROOT = join(import.meta.dirname, '..');
const PAGE = readFileSync(join(ROOT, 'docs/rotation.md'), 'utf8');

/** The steps on the page, each with the title of its section. */
const SNIPPETS = PAGE.split(/^#+ /m).flatMap((section) => {
  const [title = ''] = section.split('\n');
  return [...section.matchAll(/^ *```yaml\n(.*?)^ *```/gms)].map(([, steps = '']) => ({ title, steps }));
});

/** What the steps change, compared with the state before them. */
const EFFECTS: Record<string, (stage: WorkflowStage, run: WorkflowReport, old: StoredToken) => void> = {
  Rotation: ({ cluster, stored }, _, old) => {
    expect(stored).toEqual([cluster.liveTokens[1]?.secret, cluster.liveTokens[1]?.secret]);
    expect(cluster.liveTokens[0]).toBe(old);
  },
  'The first token': ({ cluster, stored }, { jobs }, old) => {
    expect(jobs['job']?.summary).toContain(old.id);
    expect(cluster.tokens).toEqual([old]);
    expect(stored).toEqual([undefined, undefined]);
  },
  'Delivery by later steps': ({ cluster }, { jobs }) => {
    const [, delivery] = jobs['job']?.steps ?? [];
    expect(delivery?.outcome).toBe('success');
    expect(cluster.liveTokens[1]?.description).toMatch(/^Telegraf \[.* current /);
  },
  'After a leak': ({ cluster, stored }, { jobs }, old) => {
    expect(cluster.liveTokens).not.toContain(old);
    expect(stored).toEqual([cluster.liveTokens[0]?.secret, cluster.liveTokens[0]?.secret]);
    expect(jobs['job']?.summary).toMatch(new RegExp(`${old.id}.*revoked by this run`));
  },
};

test('docs/rotation.md shows only steps that run in a test', () => {
  expect(SNIPPETS.map(({ title }) => title)).toEqual(Object.keys(EFFECTS));
  expect(PAGE.match(/```yaml/g)).toHaveLength(SNIPPETS.length);
});

test.for(SNIPPETS)('docs/rotation.md: $title', async ({ title, steps }) => {
  await using stage = await WorkflowStage.start({ product: 'clustered' });
  const { cluster, github } = stage;
  const old = cluster.seed({
    id: '7f3a9c2e-5b1d-4e8a-9c46-0d2f81b3a507',
    description: 'Web application',
    permissions: [{ action: 'read', resource: 'metrics' }],
    createdAt: Date.now() - 86_400_000,
  });
  const run = await stage.run(workflowOf(steps), {
    secrets: {
      INFLUXCTL_CONFIG: profile('default', cluster),
      STORE_TOKEN: github.token({ secrets: 'write', environments: 'write' }),
    },
  });
  expect(run.conclusion, run.log).toBe('success');
  EFFECTS[title]?.(stage, run, old);
});

test('docs/rotation.md links to existing examples, and to all examples of rotations', () => {
  const links = [...PAGE.matchAll(/\]\(\.\.\/(examples\/[\w-]+\.yml)\)/g)].map(([, path = '']) => path);
  for (const path of links) expect(readFileSync(join(ROOT, path), 'utf8')).toContain('rotat');
  const rotating = readdirSync(join(ROOT, 'examples')).filter((name) => /rotat|adopt/.test(name));
  expect(new Set(links)).toEqual(new Set(rotating.map((name) => `examples/${name}`)));
});
