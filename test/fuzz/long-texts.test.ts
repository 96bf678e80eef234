import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { READERS } from './read-long-texts.ts';

/** Much longer than two readings of 40 texts need, and much shorter than one reading with quadratic effort. */
const PATIENCE_MS = 60_000;

describe('a text of a megabyte, or the longest input,', () => {
  test.each(Object.keys(READERS))('is read completely: %s', { timeout: 2 * PATIENCE_MS }, (reader) => {
    const program = join(import.meta.dirname, 'read-long-texts.ts');
    const { status, signal, stderr } = spawnSync(process.execPath, [program, reader], {
      timeout: PATIENCE_MS,
      encoding: 'utf8',
    });
    expect({ status, signal, stderr }).toEqual({ status: 0, signal: null, stderr: '' });
  });
});
