import { describe, expect, test } from 'vitest';
import { parseCommand } from './parse-command.ts';

describe('the form with colons', () => {
  test('has a name, properties, and a message', () => {
    expect(parseCommand('::error title=Oh no,line=3::It broke')).toEqual({
      name: 'error',
      properties: { title: 'Oh no', line: '3' },
      message: 'It broke',
    });
  });

  test('is unescaped, with the percent sign last', () => {
    expect(parseCommand('::error title=a%2Cb%3A%250A::1%0A2%0D3%253A%2C')).toEqual({
      name: 'error',
      properties: { title: 'a,b:%0A' },
      message: '1\n2\r3%3A%2C',
    });
  });

  test('accepts names of commands and properties in any case', () => {
    expect(parseCommand('::WARNING TITLE=x::y')).toEqual({
      name: 'warning',
      properties: { title: 'x' },
      message: 'y',
    });
  });

  test('ignores properties without a value or a name', () => {
    expect(parseCommand('::error file=,=x,title=t::m')?.properties).toEqual({ title: 't' });
  });

  test('can be empty', () => {
    expect(parseCommand('::endgroup::')).toEqual({ name: 'endgroup', properties: {}, message: '' });
  });

  test.each([
    ['a tab', '\t'],
    ['a no-break space', '\u00a0'],
    ['a next-line character', '\u0085'],
    ['a line separator', '\u2028'],
    ['an ideographic space', '\u3000'],
    ['a form feed', '\f'],
  ])('can follow %s', (_, space) => {
    expect(parseCommand(`${space}::error::hostile`)?.name).toBe('error');
  });

  test.each([
    ['a letter', 'x'],
    ['a byte order mark', '\ufeff'],
    ['a zero-width space', '\u200b'],
    ['an escape sequence', '\u001b[0m'],
    ['a Mongolian vowel separator', '\u180e'],
  ])('cannot follow %s', (_, text) => {
    expect(parseCommand(`${text}::error::harmless`)).toBeUndefined();
  });

  test('ends at two colons even if an ignorable character separates them', () => {
    expect(parseCommand('::error:\u200b:hostile')?.name).toBe('error');
  });

  test.each(['::error', '::error:', '::nonsense::x', ':::error::x', ':: error::x', '::', '', '::::'])(
    'is not %j',
    (line) => {
      expect(parseCommand(line)).toBeUndefined();
    },
  );
});

describe('the form with brackets', () => {
  test('has a name, properties, and a message', () => {
    expect(parseCommand('##[error title=Oh no;line=3]It broke')).toEqual({
      name: 'error',
      properties: { title: 'Oh no', line: '3' },
      message: 'It broke',
    });
  });

  test('is found anywhere in a line', () => {
    expect(parseCommand('the database says: ##[add-mask]hostile')).toMatchObject({
      name: 'add-mask',
      message: 'hostile',
    });
  });

  test('has its own escapes', () => {
    expect(parseCommand('##[error title=a%3Bb%5D]c%0Ad%255D')).toMatchObject({
      properties: { title: 'a;b]' },
      message: 'c\nd%5D',
    });
  });

  test('is not found after an unknown command', () => {
    expect(parseCommand('##[nonsense]##[error]x')).toBeUndefined();
  });

  test('is found after a bracket that a combining character changes', () => {
    expect(parseCommand('##[\u0301 ##[error]hostile')?.name).toBe('error');
  });

  test.each(['##[error', '# #[error]x', '##error]x', '##[ error]x', '#\u200b#[error]x'])(
    'is not %j',
    (line) => {
      expect(parseCommand(line)).toBeUndefined();
    },
  );

  test('is used if the form with colons does not match', () => {
    expect(parseCommand('::nonsense::##[warning]hostile')?.name).toBe('warning');
  });
});
