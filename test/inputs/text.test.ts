import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contentLines, parseList, quote } from '../../src/inputs/text.ts';

describe('a list', () => {
  test('may have its items on lines, behind commas, or both', () => {
    expect(parseList('a, b\nc,d')).toEqual(['a', 'b', 'c', 'd']);
  });

  test.each([
    ['blank lines', 'a\n\n  \nb'],
    ['comments', '# what for\na\n  # and why, really\nb'],
    ['line breaks of Windows', 'a\r\nb\r\n'],
    ['line breaks of old', 'a\rb'],
    ['white space around items', '  a ,\tb  '],
    ['commas without items', ',a,,b,'],
    ['duplicates', 'a\nb, a\nb'],
  ])('is read past %s', (_, text) => {
    expect(parseList(text)).toEqual(['a', 'b']);
  });

  test('keeps a number sign that does not begin a line', () => {
    expect(parseList('a#1, #b')).toEqual(['a#1', '#b']);
  });

  test('of nothing but comments is empty', () => {
    expect(parseList('# a\n#b')).toEqual([]);
  });

  test('holds the same items however it is laid out', () => {
    const item = fc.stringMatching(/^[a-z]{1,8}$/);
    const separator = fc.constantFrom(',', '\n', '\r\n', ' , ', '\n# comment\n', ',\n', '\n\n');
    fc.assert(
      fc.property(fc.array(fc.tuple(item, separator)), (parts) => {
        const items = parts.map(([name]) => name);
        expect(parseList(parts.flat().join(''))).toEqual([...new Set(items)]);
      }),
    );
  });
});

describe('lines with content', () => {
  test('keep their commas and their order, and may repeat', () => {
    expect(contentLines('b: read, write\n\n# no\na: read\nb: read, write')).toEqual([
      'b: read, write',
      'a: read',
      'b: read, write',
    ]);
  });
});

describe('a quoted text', () => {
  test('is shown whole while it is short', () => {
    expect(quote('metrics')).toBe('"metrics"');
  });

  test('is cut where it gets long, between words, and shows that', () => {
    expect(quote('ab '.repeat(1000))).toBe(`"${'ab '.repeat(27).trim()} …"`);
  });

  test('is not cut inside of a word, which may be a credential', () => {
    expect(quote('x'.repeat(1_000_000))).toBe('"… (1000000 characters)"');
  });
});
