import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { formatRecord, parseRecord } from '../src/tokens/record.ts';
import { parseTagged } from '../src/tokens/tag.ts';
import { WorkflowStage, workflowOf } from './e2e/stage/workflow-stage.ts';

const PAGE = readFileSync(join(import.meta.dirname, '../docs/quarantine.md'), 'utf8');
const [CLEANUP = '', RESTORE = '', GET = '', ...others] = [...PAGE.matchAll(/```yaml\n(.*?)```/gs)].map(
  ([, yaml = '']) => yaml,
);
const ID = '1a2b3c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5d';
const GRANTS = [{ action: 'read', resource: 'metrics' }] as const;

test('docs/quarantine.md: its steps suspend a token, show it, and restore it', async () => {
  expect(others).toEqual([]);
  await using stage = await WorkflowStage.start();
  const token = stage.cluster.seed({
    id: ID,
    description: 'telegraf [gha:github.com/acme/web#4711 100.1 kept 7f3a9c2e5b1d8046]',
    permissions: GRANTS,
    createdAt: Date.now() - 200 * 24 * 3_600_000,
  });
  const suspending = await stage.run(workflowOf(CLEANUP));
  expect(suspending.conclusion, suspending.log).toBe('success');
  expect(token.permissions).toEqual([]);
  const showing = await stage.run(workflowOf(GET));
  expect(showing.log).toContain(`Token ${ID} is suspended (since`);
  const restoring = await stage.run(workflowOf(RESTORE));
  expect(restoring.conclusion, restoring.log).toBe('success');
  expect(token.permissions).toEqual(GRANTS);
});

test('docs/quarantine.md shows a description as the action writes it', () => {
  const [, description = ''] = /```text\n(.*)\n```/.exec(PAGE) ?? [];
  const record = parseRecord(description);
  expect(parseTagged(description)).toMatchObject({ plain: 'telegraf', tag: { kind: 'kept' } });
  expect(record && formatRecord(record)).toBe(description.slice(description.lastIndexOf(' [gha-')));
});
