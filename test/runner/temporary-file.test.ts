import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Failure } from '../../src/base/errors.ts';
import { writeTemporaryFile } from '../../src/runner/runner-files.ts';

/** Whether the disk is full. A test can set this. */
const disk = vi.hoisted(() => ({ full: false }));
vi.mock('node:fs', async (importOriginal) => {
  const fs = await importOriginal<typeof import('node:fs')>();
  const writeFileSync = (...args: Parameters<typeof fs.writeFileSync>) => {
    if (!disk.full) return fs.writeFileSync(...args);
    throw Object.assign(new Error('ENOSPC: a reason, write'), { code: 'ENOSPC' });
  };
  return { ...fs, writeFileSync };
});

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'temporary-file-'));
  vi.stubEnv('RUNNER_TEMP', folder);
});
afterEach(() => {
  disk.full = false;
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

describe('a temporary file', () => {
  test('can be read only by its owner', () => {
    const path = writeTemporaryFile('tokens.json', '[]');
    expect(readFileSync(path, 'utf8')).toBe('[]');
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  test('never overwrites another file', () => {
    writeFileSync(join(folder, 'tokens.json'), 'of somebody else');
    const { title, message } = failureOf(() => writeTemporaryFile('tokens.json', '[]'));
    expect(title).toBe('No file written');
    expect(message).toContain('EEXIST');
    expect(readFileSync(join(folder, 'tokens.json'), 'utf8')).toBe('of somebody else');
  });

  test.each(['target', 'no such target'])('is never written through a link: to %s', (target) => {
    writeFileSync(join(folder, 'target'), 'of somebody else');
    symlinkSync(join(folder, target), join(folder, 'tokens.json'));
    expect(() => writeTemporaryFile('tokens.json', '[]')).toThrow('EEXIST');
    expect(readdirSync(folder).toSorted()).toEqual(['target', 'tokens.json']);
    expect(readFileSync(join(folder, 'target'), 'utf8')).toBe('of somebody else');
  });

  test('is removed if only a part fits on the disk', () => {
    disk.full = true;
    const { message } = failureOf(() => writeTemporaryFile('tokens.json', '[]'));
    expect(message).toContain("Check the runner's disk.");
    expect(readdirSync(folder)).toEqual([]);
  });

  test.each([undefined, ''])('is not written if the runner provides no folder: %j', (path) => {
    vi.stubEnv('RUNNER_TEMP', path);
    const { message } = failureOf(() => writeTemporaryFile('tokens.json', '[]'));
    expect(message).toContain('the variable `RUNNER_TEMP` is not set.');
  });
});

function failureOf(act: () => unknown): Failure {
  try {
    act();
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}
