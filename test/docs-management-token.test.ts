import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Scene } from './e2e/scene.ts';

const PAGE = readFileSync(join(import.meta.dirname, '../docs/management-token.md'), 'utf8').replaceAll(
  /\s+/g,
  ' ',
);

test.for([401, 403])('docs/management-token.md quotes the message about a %s', async (status) => {
  await using scene = await Scene.start({ operation: 'list' });
  scene.cluster.every('GET tokens').respondsWith(status, { code: status, message: 'no' });
  const { annotations } = await scene.main();
  const [{ title = '', message = '' } = {}] = annotations;
  const [, quoted = 'nothing'] =
    new RegExp(`\\*\\*${title}\\*\\*, status ${status}\\. [^\`]+\`([^\`]+)\``).exec(PAGE) ?? [];
  expect(message).toContain(quoted);
  expect(scene.cluster.requests).toHaveLength(1);
});
