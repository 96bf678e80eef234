import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { READERS } from './read-long-texts.ts';

/** Much longer than all readers need together, and much shorter than one reading with quadratic effort. */
const PATIENCE_MS = 120_000;

test('a text of half a megabyte, or the longest input, is read completely by each reader', {
  timeout: 2 * PATIENCE_MS,
}, () => {
  const program = join(import.meta.dirname, 'read-long-texts.ts');
  const { stdout, stderr } = spawnSync(process.execPath, [program], {
    timeout: PATIENCE_MS,
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  // A reader that never ends is the first that is missing.
  expect(stdout.trimEnd().split('\n')).toEqual(Object.keys(READERS));
});
