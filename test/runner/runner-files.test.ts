import { execFileSync } from 'node:child_process';
import fs, {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Failure } from '../../src/base/errors.ts';
import {
  appendToSummary,
  readState,
  requireOutputs,
  summaryProblem,
  summaryWritten,
  writeOutput,
  writeState,
} from '../../src/runner/runner-files.ts';
import { keyValues } from '../actions-runner/files/key-values.ts';
import { hostileText } from './hostile-text.ts';

/** The toolkit keeps the path of the first summary, so all tests use one folder. */
const folder = mkdtempSync(join(tmpdir(), 'runner-file-'));
const file = join(folder, 'file');
beforeEach(() => {
  writeFileSync(file, '');
  for (const name of ['GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY']) vi.stubEnv(name, file);
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  syncBuiltinESMExports();
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Lets each append fail halfway, including those of the toolkit. A test that runs as root can write every file. */
function failAppendsWith(code: string): void {
  vi.spyOn(fs, 'appendFileSync').mockImplementation((path, text) => {
    fs.writeFileSync(path, String(text).slice(0, String(text).length / 2), { flag: 'a' });
    throw Object.assign(new Error(`${code}: a reason, write`), { code });
  });
  syncBuiltinESMExports();
}

const written = (): string => readFileSync(file, 'utf8');

describe('an output', () => {
  /** Text that tries to end an entry early. */
  const escaping = fc.oneof(
    hostileText,
    fc
      .array(fc.constantFrom('\r', '\n', '=', '<<', 'ghadelimiter_', 'token=x', 'x'))
      .map((pieces) => pieces.join('')),
  );

  test('can have any value, which the runner reads unchanged', () => {
    // The runner's files are UTF-8, which cannot contain lone surrogates.
    const value = escaping.map((text) => text.toWellFormed());
    fc.assert(
      fc.property(value, value, (one, other) => {
        writeFileSync(file, '');
        writeOutput('description', one);
        writeOutput('status', other);
        expect([...keyValues(written())]).toEqual([
          ['description', one],
          ['status', other],
        ]);
      }),
    );
  });

  test('keeps the earlier contents of the file', () => {
    writeFileSync(file, 'one=1\n');
    writeOutput('two', 'zwei ü');
    expect([...keyValues(written())]).toEqual([
      ['one', '1'],
      ['two', 'zwei ü'],
    ]);
  });

  test('has a delimiter that no value can contain, because it is new each time', () => {
    writeOutput('a', '');
    writeOutput('a', '');
    const delimiters = written()
      .split('\n')
      .filter((line) => line.startsWith('ghadelimiter_'));
    expect(new Set(delimiters).size).toBe(2);
  });
});

test('the state is read under the name that it was written with', () => {
  writeState('ledger', 'x\ny');
  expect([...keyValues(written())]).toEqual([['ledger', 'x\ny']]);
  vi.stubEnv('STATE_ledger', 'x\ny');
  expect(readState('ledger')).toBe('x\ny');
  expect(readState('control')).toBe('');
});

describe('if the runner provides no file, nothing is printed instead:', () => {
  const WRITES = [
    ['GITHUB_OUTPUT', () => writeOutput('token', 'apiv1_secret')],
    ['GITHUB_STATE', () => writeState('ledger', 'apiv1_secret')],
  ] as const;

  test.each(WRITES.flatMap(([name, write]) => [undefined, ''].map((path) => [name, path, write] as const)))(
    '%s is %j',
    (name, path, write) => {
      const printed = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
      vi.stubEnv(name, path);
      const { title, message } = failureOf(write);
      expect(title).toBe("The runner's files cannot be written");
      expect(message).toContain(`the variable \`${name}\` is not set.`);
      expect(message).not.toMatch(/apiv1_secret|disk/);
      expect(printed).not.toHaveBeenCalled();
    },
  );

  test.each(
    WRITES.flatMap(([name, write]) => [
      [name, 'a file that is not there', write] as const,
      [name, 'a pipe', write] as const,
    ]),
  )('%s names %s', (name, what, write) => {
    const printed = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    rmSync(file);
    // A process that opens a pipe waits until another process reads it.
    if (what === 'a pipe') execFileSync('mkfifo', [file]);
    const { message } = failureOf(write);
    expect(message).toContain(`The file in \`${name}\` cannot be written: there is no file at ${file}.`);
    expect(message).toContain('The runner creates this file for each step.');
    expect(message).not.toMatch(/apiv1_secret|disk/);
    expect(printed).not.toHaveBeenCalled();
    rmSync(file, { force: true });
  });
});

describe('a file that cannot be written', () => {
  test('because another user owns it is reported with the user of the step and the option of the container', () => {
    for (const code of ['EACCES', 'EPERM']) {
      failAppendsWith(code);
      const { message } = failureOf(() => writeState('ledger', 'x'));
      expect(message).toContain(`The file in \`GITHUB_STATE\` cannot be written: ${code}`);
      expect(message).toContain(`The user of this step (ID ${process.getuid?.()})`);
      expect(message).toContain('`container: options: --user root`');
      expect(message).not.toContain('disk');
    }
  });

  test('because the disk is full is reported with the disk', () => {
    failAppendsWith('ENOSPC');
    const { message } = failureOf(() => writeState('ledger', 'x'));
    expect(message).toMatch(/ENOSPC.*Check the runner's disk\.$/);
  });

  test('keeps its earlier contents, and no part of the new ones', () => {
    writeOutput('status', 'active');
    const before = written();
    failAppendsWith('ENOSPC');
    failureOf(() => writeOutput('token', 'apiv1_secret'));
    vi.restoreAllMocks();
    syncBuiltinESMExports();
    expect(written()).toBe(before);
    writeOutput('active', 'true');
    expect([...keyValues(written())]).toEqual([
      ['status', 'active'],
      ['active', 'true'],
    ]);
  });
});

describe('before anything is sent', () => {
  test('writable files are not changed, and cause no error', () => {
    writeFileSync(file, 'a=1\n');
    requireOutputs();
    expect(summaryProblem()).toBeUndefined();
    expect(written()).toBe('a=1\n');
  });

  test.each([undefined, ''])('a runner without summaries causes no error: %j', (path) => {
    vi.stubEnv('GITHUB_STEP_SUMMARY', path);
    expect(summaryProblem()).toBeUndefined();
  });

  test('a missing file is named, with what is true now', () => {
    rmSync(file);
    expect(failureOf(requireOutputs).message).toMatch(
      /^The file in `GITHUB_OUTPUT` cannot be written: there is no file at .*\. Nothing was sent\. The runner creates this file/,
    );
    expect(summaryProblem()).toMatch(
      /^The file in `GITHUB_STEP_SUMMARY` .* The step continues without a job summary\./,
    );
  });
});

describe('the job summary', () => {
  const adding = (text: string) => async () => appendFileSync(file, text);

  test('has its sections in the order in which they were added', async () => {
    writeFileSync(file, 'before\n');
    for (let section = 0; section < 20; section++) appendToSummary(adding(`${section}\n`), fail);
    await summaryWritten();
    expect(written()).toBe(`before\n${Array.from({ length: 20 }, (_, section) => `${section}\n`).join('')}`);
  });

  test('continues after a section that cannot be written, which is not written later', async () => {
    const errors: unknown[] = [];
    rmSync(file);
    mkdirSync(file);
    appendToSummary(adding('lost'), (error) => errors.push(error));
    await summaryWritten();
    rmdirSync(file);
    writeFileSync(file, '');
    appendToSummary(adding('kept'), fail);
    await summaryWritten();
    expect(errors).toHaveLength(1);
    expect(written()).toBe('kept');
  });
});

function fail(error: unknown): never {
  throw error;
}

function failureOf(act: () => unknown): Failure {
  try {
    act();
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}
