import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseLines, parseList } from '../../../src/request/fields/list.ts';

const items = (text: string) => parseList(text);
const problem = (text: string): string => {
  const list = parseList(text);
  return 'problem' in list ? list.problem : '';
};

describe('a list', () => {
  test('separates its items by lines, commas, or both', () => {
    expect(items('a, b\nc,d')).toEqual({ items: ['a', 'b', 'c', 'd'] });
  });

  test.each([
    ['blank lines', 'a\n\n  \nb'],
    ['comments', '# what for\na\n  # and why, really\nb'],
    ['line breaks of Windows', 'a\r\nb\r\n'],
    ['line breaks of old systems', 'a\rb'],
    ['white space around items', '  a ,\tb  '],
    ['commas without items', ',a,,b,'],
    ['duplicates', 'a\nb, a\nb'],
    ['JSON', '["a", "b"]'],
    ['JSON on several lines', '[\n  "a",\n  "b"\n]'],
    ['JSON with duplicates', '["a","b","a"]'],
  ])('is read through %s', (_, text) => {
    expect(items(text)).toEqual({ items: ['a', 'b'] });
  });

  test('keeps a number sign that does not start a line', () => {
    expect(items('a#1, #b')).toEqual({ items: ['a#1', '#b'] });
  });

  test('keeps commas and number signs in JSON', () => {
    expect(items('["a, b", "# c"]')).toEqual({ items: ['a, b', '# c'] });
  });

  test('keeps an empty string in JSON, so that it becomes an input error', () => {
    expect(items('["a", ""]')).toEqual({ items: ['a', ''] });
  });

  test('keeps commas within lines where only lines separate', () => {
    expect(parseLines('a: read, write\nb: read')).toEqual({ items: ['a: read, write', 'b: read'] });
  });

  test.each(['# a\n#b', ' , ,', '[]', ''])('can be empty: %j', (text) => {
    expect(items(text)).toEqual({ items: [] });
  });

  test('contains the same items in every layout', () => {
    const item = fc.stringMatching(/^[a-z]{1,8}$/);
    const separator = fc.constantFrom(',', '\n', '\r\n', ' , ', '\n# comment\n', ',\n', '\n\n');
    fc.assert(
      fc.property(fc.array(fc.tuple(item, separator)), (parts) => {
        const names = parts.map(([name]) => name);
        expect(items(parts.flat().join(''))).toEqual({ items: [...new Set(names)] });
        expect(items(JSON.stringify(names))).toEqual({ items: [...new Set(names)] });
      }),
    );
  });

  test('is items or one problem, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (text) => {
        const list = items(text);
        if ('problem' in list) expect(list.problem).toMatch(/[.]$/);
        else expect(list.items).toEqual([...new Set(list.items)]);
      }),
    );
  });
});

describe('a mistake in a list', () => {
  test.each([
    ['Array', 'toJSON(…)'],
    ['Object', 'toJSON(…)'],
    [JSON.stringify('["a"]'), 'Remove one `toJSON(…)`'],
    ['- a\n- b', 'write "a"'],
    ['"a"', 'write "a"'],
    ["'a', 'b'", 'write "a"'],
    ['repo = A repo = B', 'Use `|` instead'],
    ['metrics: read logs: write', 'Use `|` instead'],
    ['a # of the web', 'on their own lines'],
    ['["a"', 'is not valid JSON'],
    ['[a, b]', 'is not valid JSON'],
    ['[1]', 'not of strings'],
    ['["a", null]', 'not of strings'],
    ['[{"a":"b"}]', 'not of strings'],
  ])('gets its own hint: %j', (text, hint) => {
    expect(problem(text)).toContain(hint);
  });
});
