import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markServerText, replaceServerTexts } from '../../src/base/text.ts';
import { plainText } from '../../src/runner/sanitize.ts';

/** Text that tries to end its marks early. */
const hostile = fc.string({ unit: fc.constantFrom('\u0002', '\u0003', 'a', 'b', ' ', '::') });

describe('a text of a server inside a message', () => {
  test('is found, with any contents of the text and of the surrounding texts', () => {
    fc.assert(
      fc.property(hostile, hostile, hostile, (before, serverText, after) => {
        const message = `${before}${markServerText(`<${serverText}>`)}${after}`;
        const replaced = replaceServerTexts(message, (text) => (text.includes('<') ? '' : text));
        expect(replaced).not.toMatch(/[<>]/);
      }),
    );
  });

  test('is replaced without the text around it', () => {
    fc.assert(
      fc.property(fc.lorem(), fc.lorem(), fc.lorem(), (before, serverText, after) => {
        const message = `${before}${markServerText(serverText)}${after}`;
        expect(replaceServerTexts(message, (text) => text.toUpperCase())).toBe(
          `${before}${serverText.toUpperCase()}${after}`,
        );
      }),
    );
  });

  test('is logged the same as without marks', () => {
    expect(plainText(`It says ${markServerText('"no"')}.`)).toBe('It says "no".');
    expect(markServerText('')).toBe('');
  });
});
