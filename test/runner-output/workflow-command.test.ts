import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { EOL, tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Failure } from '../../src/failure.ts';
import {
  appendToFile,
  formatCommand,
  formatFileCommand,
  writeTemporaryFile,
} from '../../src/runner/workflow-command.ts';
import { parseCommand } from '../runner/commands/parse-command.ts';
import { keyValues } from '../runner/files/key-values.ts';
import { hostileText } from './hostile-text.ts';

/** What Node's file system fails with, where a test says so: a test that runs as root is allowed everything. */
const failing = vi.hoisted(() => ({ code: '' }));
vi.mock('node:fs', async (importOriginal) => {
  const fs = await importOriginal<typeof import('node:fs')>();
  function failingOr<Args extends unknown[]>(write: (...args: Args) => void) {
    return (...args: Args) => {
      if (failing.code === '') return write(...args);
      throw Object.assign(new Error(`${failing.code}: a reason, write`), { code: failing.code });
    };
  }
  return { ...fs, appendFileSync: failingOr(fs.appendFileSync), writeFileSync: failingOr(fs.writeFileSync) };
});
afterEach(() => {
  failing.code = '';
});

const DELIMITER = 'ghadelimiter_end';

/** Text that is made to break out of an entry, or of the escapes of a command. */
const escaping = fc.oneof(
  hostileText,
  fc
    .array(
      fc.constantFrom(
        '%',
        '%25',
        '%0A',
        '%0D',
        '%3A',
        '%2C',
        ':',
        ',',
        '\r',
        '\n',
        '=',
        '<<',
        DELIMITER,
        '_',
        'x',
      ),
    )
    .map((pieces) => pieces.join('')),
);

describe('a command', () => {
  test('is one line', () => {
    fc.assert(
      fc.property(escaping, escaping, (message, title) => {
        expect(formatCommand('error', message, title)).not.toMatch(/[\r\n]/);
      }),
    );
  });

  test('is understood by the runner as it was meant', () => {
    fc.assert(
      fc.property(escaping, (message) => {
        expect(parseCommand(formatCommand('add-mask', message))).toEqual({
          name: 'add-mask',
          properties: {},
          message,
        });
      }),
    );
  });

  test('has a title that is understood as it was meant', () => {
    // The runner itself drops equals signs at either end of a value, and white space around all properties.
    const title = escaping.map((text) => `a${text.replaceAll('=', '')}z`);
    fc.assert(
      fc.property(title, escaping, (text, message) => {
        expect(parseCommand(formatCommand('error', message, text))).toEqual({
          name: 'error',
          properties: { title: text },
          message,
        });
      }),
    );
  });

  test.each([
    ['50% of\r\nall', '::warning::50%25 of%0D%0Aall'],
    ['a:b,c', '::warning::a:b,c'],
    ['%0A', '::warning::%250A'],
  ])('escapes its message: %j', (message, command) => {
    expect(formatCommand('warning', message)).toBe(command);
  });

  test('escapes more in its title', () => {
    expect(formatCommand('error', 'x', '50%: a, b\n')).toBe('::error title=50%25%3A a%2C b%0A::x');
  });
});

describe('an entry in a file of the runner', () => {
  test('has a value of any content, which the runner reads as it was', () => {
    // The runner's files are UTF-8, which has no halves of pairs.
    const value = escaping.map((text) => text.toWellFormed());
    fc.assert(
      fc.property(value, (text) => {
        expect([...keyValues(formatFileCommand('description', text))]).toEqual([['description', text]]);
      }),
    );
  });

  test('does not reach into the next one', () => {
    fc.assert(
      fc.property(escaping, escaping, (one, other) => {
        const file = formatFileCommand('one', one) + formatFileCommand('other', other);
        expect([...keyValues(file)]).toEqual([
          ['one', one],
          ['other', other],
        ]);
      }),
    );
  });

  test.each([
    ['the delimiter', DELIMITER],
    ['the delimiter on a line of its own and an entry behind it', `x\n${DELIMITER}\ntoken=stolen`],
    ['the delimiters that would be next', `${DELIMITER}\n${DELIMITER}_\n${DELIMITER}__\ntoken=stolen`],
    ['an entry', 'x\ntoken=stolen'],
    ['an opening', 'token<<EOF\nstolen\nEOF'],
    ['line breaks at its end', 'x\n\n'],
    ['nothing', ''],
  ])('cannot be broken out of with %s', (_, value) => {
    expect([...keyValues(formatFileCommand('description', value))]).toEqual([['description', value]]);
  });

  test('ends with a line break, so that another may follow', () => {
    expect(formatFileCommand('active', 'true').endsWith(EOL)).toBe(true);
  });
});

describe('a file of the runner', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'runner-file-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('keeps what is in it', () => {
    const env = { GITHUB_OUTPUT: join(folder, 'output') };
    appendToFile(env, 'GITHUB_OUTPUT', 'one\n');
    appendToFile(env, 'GITHUB_OUTPUT', 'zwei ü\n');
    expect(readFileSync(env.GITHUB_OUTPUT, 'utf8')).toBe('one\nzwei ü\n');
  });

  test('can be read by its owner only where the action creates it', () => {
    const env = { GITHUB_OUTPUT: join(folder, 'output') };
    appendToFile(env, 'GITHUB_OUTPUT', 'token');
    expect(statSync(env.GITHUB_OUTPUT).mode & 0o777).toBe(0o600);
  });

  test.each([undefined, ''])(
    'is never made up where the runner gave none, and its text is not shown: %j',
    (path) => {
      const failure = failureOf(() => appendToFile({ GITHUB_OUTPUT: path }, 'GITHUB_OUTPUT', 'apiv1_secret'));
      expect(failure.message).toContain('the variable `GITHUB_OUTPUT` is not set.');
      expect(failure.message).not.toContain('apiv1_secret');
      expect(failure.message).not.toContain('disk');
    },
  );

  test('that another user owns is told with the user of the step and the option of the container', () => {
    const env = { GITHUB_STATE: join(folder, 'state') };
    for (const code of ['EACCES', 'EPERM']) {
      failing.code = code;
      const { title, message } = failureOf(() => appendToFile(env, 'GITHUB_STATE', 'x'));
      expect(title).toBe("The runner's files cannot be written");
      expect(message).toContain(`The file in \`GITHUB_STATE\` cannot be written: ${code}`);
      expect(message).toContain(`The user of this step (ID ${process.getuid?.()})`);
      expect(message).toContain('`container: options: --user root`');
      expect(message).not.toContain('disk');
    }
  });

  test('on a full disk is told with the disk', () => {
    failing.code = 'ENOSPC';
    const { message } = failureOf(() =>
      appendToFile({ GITHUB_STATE: join(folder, 'state') }, 'GITHUB_STATE', 'x'),
    );
    expect(message).toMatch(/ENOSPC.*Check the disk of the runner\.$/);
  });
});

describe('a temporary file', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'runner-file-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('can be read by its owner only', () => {
    const path = writeTemporaryFile({ RUNNER_TEMP: folder }, 'tokens.json', '[]');
    expect(readFileSync(path, 'utf8')).toBe('[]');
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  test('is never written over another one', () => {
    writeFileSync(join(folder, 'tokens.json'), 'of somebody else');
    const { title, message } = failureOf(() =>
      writeTemporaryFile({ RUNNER_TEMP: folder }, 'tokens.json', '[]'),
    );
    expect(title).toBe('No file written');
    expect(message).toContain('EEXIST');
    expect(readFileSync(join(folder, 'tokens.json'), 'utf8')).toBe('of somebody else');
  });

  test.each(['target', 'no such target'])('is never written through a link: to %s', (target) => {
    writeFileSync(join(folder, 'target'), 'of somebody else');
    symlinkSync(join(folder, target), join(folder, 'tokens.json'));
    expect(() => writeTemporaryFile({ RUNNER_TEMP: folder }, 'tokens.json', '[]')).toThrow('EEXIST');
    expect(readdirSync(folder).toSorted()).toEqual(['target', 'tokens.json']);
    expect(readFileSync(join(folder, 'target'), 'utf8')).toBe('of somebody else');
  });

  test('of which only a part fits on the disk is removed', () => {
    failing.code = 'ENOSPC';
    const { message } = failureOf(() => writeTemporaryFile({ RUNNER_TEMP: folder }, 'tokens.json', '[]'));
    expect(message).toContain('Check the disk of the runner.');
    expect(readdirSync(folder)).toEqual([]);
  });

  test.each([undefined, ''])('is written nowhere where the runner gave no folder: %j', (path) => {
    const { message } = failureOf(() => writeTemporaryFile({ RUNNER_TEMP: path }, 'tokens.json', '[]'));
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
