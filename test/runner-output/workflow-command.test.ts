import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { EOL, tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { appendToFile, formatCommand, formatFileCommand } from '../../src/runner/workflow-command.ts';
import { parseCommand } from '../runner/commands/parse-command.ts';
import { keyValues } from '../runner/files/key-values.ts';
import { hostileText } from './hostile-text.ts';

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
    const file = join(folder, 'output');
    appendToFile(file, 'one\n');
    appendToFile(file, 'zwei ü\n');
    expect(readFileSync(file, 'utf8')).toBe('one\nzwei ü\n');
  });

  test.each([undefined, ''])('is never made up where the runner gave none: %j', (file) => {
    expect(() => appendToFile(file, 'x')).toThrow('cannot be written');
  });
});
