import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ACTION, Scene } from './scene.ts';

test('a reset after the POST leaves one token for the job, and none after the post step', async () => {
  await using scene = await Scene.start();
  scene.cluster.next('POST tokens').resets('after');
  const main = await scene.main();
  expect(main.exitCode).toBe(0);
  expect(scene.cluster.liveTokens).toEqual([scene.issuedToken(main)]);
  await scene.post();
  expect(scene.cluster.liveTokens).toEqual([]);
});

test('CONTRIBUTING.md shows the scenario above', () => {
  const page = readFileSync(join(ACTION, 'CONTRIBUTING.md'), 'utf8');
  const [, shown = 'nothing'] = /```ts\n(.*?)```/s.exec(page) ?? [];
  expect(readFileSync(import.meta.filename, 'utf8')).toContain(shown);
});
