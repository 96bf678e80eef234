import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ListForm, parseList } from '../../../src/request/fields/list.ts';

const NAMES: ListForm = { separator: 'comma', isValid: (item) => /^[a-z]+$/.test(item) };
const LINES: ListForm = { separator: 'line', isValid: (item) => /^[a-z]+: [a-z]+$/.test(item) };
const ENTRIES: ListForm = { separator: 'comma', isValid: (item) => /^[a-z]+ = [A-Z]$/.test(item) };

const items = (text: string) => parseList(text, NAMES);
const problem = (text: string, form = NAMES): string => {
  const list = parseList(text, form);
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
  ])('is parsed from %s', (_, text) => {
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

  test('keeps commas within lines if only lines separate', () => {
    expect(parseList('a: read, write\nb: read', LINES)).toEqual({ items: ['a: read, write', 'b: read'] });
  });

  test.each(['# a\n#b', ' , ,', '[]', ''])('can be empty: %j', (text) => {
    expect(items(text)).toEqual({ items: [] });
  });

  test('contains the same items in any layout', () => {
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

  test('is items or one problem, for any text', () => {
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
    ['Array', `Use \`\${{ toJSON(…) }}\`.`],
    ['Object', 'toJSON(…)'],
    ['[object Object]', 'toJSON(…)'],
    [JSON.stringify('["a"]'), 'Remove one `toJSON(…)`.'],
    ['- a\n- b', 'as in a YAML or Markdown list. Inputs are plain text. Write `a, b`.'],
    ['* a', 'Write `a`.'],
    ['"a"', 'Write `a`.'],
    ["'a', 'b'", 'Write `a, b`.'],
    ['"a, b"', '"a, b"" is in quotes. Remove the quotes. Write `a, b`.'],
    ['a b', 'use `|` and not `>`). Write `a, b`.'],
    ['a and b', 'Write `a, b`.'],
    ['a;b', 'Write `a, b`.'],
    ['a | b', 'Write `a, b`.'],
    ['a\\nb', 'Write `a, b`.'],
    ['a\u00a0b', 'Write `a, b`.'],
    ['a # of the web', 'on their own lines, starting with `#`. Write `a`.'],
    ['["a"', 'is not valid JSON. Write `a`.'],
    ['[a, b]', 'is not valid JSON. Write `a, b`.'],
    ["['a']", 'Write `a`.'],
    ['[1]', 'not an array of strings. Write `["a", "b"]`'],
    ['["a", null]', 'not an array of strings'],
    ['[{"a":"b"}]', `use \`\${{ toJSON(fromJSON(…).*.id) }}\``],
  ])('has one problem, with what to write instead: %j', (text, hint) => {
    expect(problem(text)).toContain(hint);
  });

  test.each<[string, ListForm, string]>([
    ['repo = A repo = B', ENTRIES, 'Use `|` instead, with one item per line. Write `repo = A, repo = B`.'],
    ['repo = A; repo = B', ENTRIES, 'Write `repo = A, repo = B`.'],
    ['repo=A repo=B', ENTRIES, 'contains more than one item'],
    ['a:read,b:write', LINES, 'contains more than one item'],
    ['a: read b: write', LINES, 'Write these lines: `a: read`, `b: write`.'],
    ['a: read, b: write', LINES, 'Write these lines: `a: read`, `b: write`.'],
    ['- a: read', LINES, 'Write `a: read`.'],
    ['"a": "read"', LINES, 'Write `a: read`.'],
  ])('is recognized in entries, too: %j', (text, form, hint) => {
    expect(problem(text, form)).toContain(hint);
  });

  test('gets no suggestion that is not valid', () => {
    expect(problem('- a1\n- b')).not.toContain('Write `');
    expect(items('a 1')).toEqual({ items: ['a 1'] });
  });

  test('gets a suggestion only while it fits into a message', () => {
    expect(problem('a b c d')).toContain('Write `a, b, c, d`.');
    expect(problem('a b c d e')).not.toContain('Write `');
  });
});

test('what a problem suggests is the list that was meant', () => {
  const names = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 2, maxLength: 4 });
  const mistake = fc.constantFrom<(items: string[]) => string>(
    (list) => list.join(' '),
    (list) => list.join('; '),
    (list) => list.map((item) => `- ${item}`).join('\n'),
    (list) => list.map((item) => `"${item}"`).join(', '),
    (list) => `[${list.join(', ')}]`,
  );
  fc.assert(
    fc.property(names, mistake, (list, write) => {
      fc.pre(!list.includes('and'));
      const suggested = /Write `([^`]+)`\.$/.exec(problem(write(list)))?.[1] ?? '';
      expect(items(suggested)).toEqual({ items: list });
    }),
  );
});

describe('several mistakes in one list', () => {
  test('are all reported, each form of mistake once', () => {
    expect(items('"a"\n1\n- b\n"c"\n2\nd')).toEqual({
      problem: '""a"" is in quotes. Remove the quotes.',
      others: [expect.stringMatching(/^"- b" starts with "- "/)],
      invalid: ['1', '2'],
    });
  });

  test('are one mistake if the hint corrects the whole list', () => {
    expect(items('- a\n- b')).toEqual({ problem: expect.stringMatching(/Write `a, b`\.$/) });
  });
});
