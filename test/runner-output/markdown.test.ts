import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bulletList, escapeMarkdown, factTable } from '../../src/runner/markdown.ts';
import { plainText } from '../../src/runner/plain-text.ts';
import { hostileText } from './hostile-text.ts';

const ENTITY = /&#(\d+);/g;
const BACKSLASHED = /\\([!-/:-@[-`{-~])/g;

const MARKUP = [
  '<',
  '>',
  '&',
  '&lt;',
  '&#60;',
  '|',
  '\\',
  '\\|',
  '`',
  '```',
  '*',
  '**',
  '_',
  '~~',
  '[x](y)',
  '![x](y)',
];
const LINKS = [
  'http://evil.com',
  'https://evil.com',
  'HTTP://EVIL.COM',
  'www.evil.com',
  'WWW.evil.com',
  'a@evil.com',
  '@acme',
  '#1',
];

const text = fc.oneof(
  hostileText,
  fc.array(fc.constantFrom(...MARKUP, ...LINKS, 'x', ' ', '\n')).map((pieces) => pieces.join('')),
);

/** shown is what a reader of the rendered Markdown sees. */
function shown(markdown: string): string {
  return markdown
    .replaceAll(BACKSLASHED, '$1')
    .replaceAll(ENTITY, (_, code) => String.fromCharCode(Number(code)));
}

describe('escaped text', () => {
  test('holds no character of Markdown or HTML that is not escaped', () => {
    fc.assert(
      fc.property(text, (raw) => {
        const unescaped = escapeMarkdown(raw).replaceAll(ENTITY, '').replaceAll(BACKSLASHED, '');
        expect(unescaped).not.toMatch(/[\\`*_[\]()#|~!<>&@]/);
      }),
    );
  });

  test('is seen as it was written, in one line', () => {
    fc.assert(
      fc.property(text, (raw) => {
        expect(shown(escapeMarkdown(raw))).toBe(plainText(raw));
      }),
    );
  });

  test.each(LINKS)('is no link and no mention: %s', (link) => {
    expect(escapeMarkdown(link)).not.toMatch(/:\/\/|www\.|@|(?<!\\|&)#/i);
  });

  test.each([
    ['<b>&amp;', '&#60;b&#62;&#38;amp;'],
    ['a|b', 'a\\|b'],
    ['a\\|b', 'a\\\\\\|b'],
    ['[x](y)', '\\[x\\]\\(y\\)'],
    ['one\ntwo', 'one two'],
    ['metrics: read, write; logs: read', 'metrics: read, write; logs: read'],
    ['2027-01-31T12:00:00Z', '2027-01-31T12:00:00Z'],
  ])('of %j is %j', (raw, escaped) => {
    expect(escapeMarkdown(raw)).toBe(escaped);
  });
});

describe('a table of facts', () => {
  test('has a row for each fact', () => {
    expect(
      factTable('Token', [
        ['For', 'nightly'],
        ['Grants', 'metrics: read'],
      ]),
    ).toBe('### Token\n\n| | |\n|---|---|\n| For | nightly |\n| Grants | metrics: read |\n');
  });

  test('keeps its rows and columns, whatever is in it', () => {
    fc.assert(
      fc.property(fc.array(text), (values) => {
        const lines = factTable(
          'Token',
          values.map((value) => ['Fact', value] as const),
        ).split('\n');
        const rows = lines.slice(4, -1);
        expect(rows).toHaveLength(values.length);
        for (const row of rows) {
          expect(row.replaceAll(BACKSLASHED, '').split('|')).toHaveLength(4);
        }
      }),
    );
  });
});

describe('a list', () => {
  test('has a line for each item, whatever is in it', () => {
    fc.assert(
      fc.property(fc.array(text), (items) => {
        const lines = bulletList('Faults', items).split('\n');
        expect(lines.slice(0, 2)).toEqual(['### Faults', '']);
        expect(lines.slice(2, -1)).toEqual(items.map((item) => `- ${escapeMarkdown(item)}`));
      }),
    );
  });
});
