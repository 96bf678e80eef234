import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ActionStep } from '../actions-runner/action-step.ts';
import { ACTION, Scene } from './scene.ts';

test.for([
  ['main', 'run-operation.js'],
  ['post', 'post-step.js'],
] as const)('%s without %s fails, says so, and shows no stack', async ([phase, part]) => {
  const action = mkdtempSync(join(tmpdir(), 'damaged-'));
  for (const name of ['action.yml', 'dist'])
    cpSync(join(ACTION, name), join(action, name), { recursive: true });
  await using scene = await Scene.start();
  using step = new ActionStep({ action, inputs: scene.inputs });
  if (phase === 'post') await step.main();
  rmSync(join(action, 'dist', part));
  const result = await step[phase]();
  rmSync(action, { recursive: true });
  expect(result).toMatchObject({ exitCode: 1, stderr: '' });
  expect(result.annotations).toMatchObject([
    {
      level: 'error',
      title: 'Unexpected error',
      message: expect.stringContaining('Please report it: Cannot find module'),
    },
  ]);
  expect(result.log).not.toMatch(/^ +at /m);
  expect(scene.cluster.liveTokens).toHaveLength(phase === 'post' ? 1 : 0);
});
