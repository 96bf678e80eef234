import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeMarkdown, plainText } from '../../src/runner/sanitize.ts';
import { LINKS, markup } from './arbitrary-markup.ts';

const ENTITY = /&#(\d+);/g;
const BACKSLASHED = /\\([!-/:-@[-`{-~])/g;

/** shown is the text that a reader of the rendered Markdown sees. */
function shown(markdown: string): string {
  return markdown
    .replaceAll(BACKSLASHED, '$1')
    .replaceAll(ENTITY, (_, code) => String.fromCharCode(Number(code)));
}

describe('escaped text', () => {
  test('contains no unescaped character of Markdown or HTML', () => {
    fc.assert(
      fc.property(markup, (raw) => {
        const unescaped = escapeMarkdown(raw).replaceAll(ENTITY, '').replaceAll(BACKSLASHED, '');
        expect(unescaped).not.toMatch(/[\\`*_[\]()#|~!<>&@$]/);
      }),
    );
  });

  test('is displayed as it was written, in one line', () => {
    fc.assert(
      fc.property(markup, (raw) => {
        expect(shown(escapeMarkdown(raw))).toBe(plainText(raw));
      }),
    );
  });

  test('starts no list', () => {
    fc.assert(
      fc.property(fc.constantFrom('-', '+', '*', '1.', '12.', '1)'), markup, (marker, raw) => {
        expect(escapeMarkdown(`${marker} ${raw}`)).not.toMatch(/^\s*(?:[-+*]|\d+[.)])(?:\s|$)/);
      }),
    );
  });

  test.each(LINKS)('is neither a link nor a mention: %s', (link) => {
    expect(escapeMarkdown(link)).not.toMatch(/:\/\/|www\.|@|(?<!\\|&)#/i);
  });

  test.each([
    ['<b>&amp;', '&#60;b&#62;&#38;amp;'],
    ['a|b', 'a\\|b'],
    ['a\\|b', 'a\\\\\\|b'],
    ['[x](y)', '\\[x\\]\\(y\\)'],
    ['one\ntwo', 'one two'],
    ['$x^2$', '\\$x^2\\$'],
    ['- item', '\\- item'],
    ['+ item', '\\+ item'],
    ['1. item', '1\\. item'],
    ['-1.5 to +1', '-1.5 to +1'],
    ['metrics: read, write; logs: read', 'metrics: read, write; logs: read'],
    ['2027-01-31T12:00:00Z', '2027-01-31T12:00:00Z'],
  ])('of %j is %j', (raw, escaped) => {
    expect(escapeMarkdown(raw)).toBe(escaped);
  });
});
