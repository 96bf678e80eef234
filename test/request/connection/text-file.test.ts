import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readTextFile, whyUnreadable } from '../../../src/request/connection/text-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'text-file-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Why a file cannot be read, for people; or its text. */
function outcome(path: string): string {
  try {
    return readTextFile(path);
  } catch (error) {
    return whyUnreadable(error, path);
  }
}

describe('a text file', () => {
  test('is read completely', () => {
    writeFileSync(join(folder, 'a.pem'), 'text\r\nof it');
    expect(outcome(join(folder, 'a.pem'))).toBe('text\r\nof it');
  });

  test.each([
    ['none', 'none.pem', /no such file.*earlier step/],
    ['one below a file', 'a.pem/b', /no such file/],
    ['a folder', '.', /not a file/],
    ['a name with a zero byte', 'a\0b', /cannot be read/],
  ])('that is %s causes an error without its path', (_, name, message) => {
    writeFileSync(join(folder, 'a.pem'), '');
    expect(outcome(join(folder, name))).toMatch(message);
    expect(outcome(join(folder, name))).not.toContain(folder);
  });

  test('that is larger than any configuration is not read', () => {
    writeFileSync(join(folder, 'large'), 'x'.repeat(1024 * 1024 + 1));
    expect(outcome(join(folder, 'large'))).toMatch(/larger than 1 MiB/);
  });

  test('that is a device is not read', () => {
    expect(outcome('/dev/zero')).toMatch(/not a file/);
  });

  test('in the home directory has a hint how to name it', () => {
    expect(outcome('~/none')).toMatch(/Inputs do not expand `~`/);
  });
});
