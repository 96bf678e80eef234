import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseGlob } from '../../src/tokens/glob.ts';

const matches = (pattern: string, text: string): boolean => parseGlob(pattern).matches(text);

/** Follows the definition, with exponential effort. This is fast enough for short texts. */
function naive(pattern: readonly string[], text: readonly string[]): boolean {
  const [first, ...rest] = pattern;
  const [character, ...others] = text;
  if (first === undefined) return character === undefined;
  if (first === '*') return naive(rest, text) || (character !== undefined && naive(pattern, others));
  return character !== undefined && (first === '?' || first === character) && naive(rest, others);
}

describe('a glob', () => {
  test.each([
    ['ci-1', 'ci-1'],
    ['ci-*', 'ci-'],
    ['ci-*', 'ci-10'],
    ['*', ''],
    ['*', 'anything / at\nall'],
    ['**', ''],
    ['team/*', 'team/web/nightly'],
    ['*nightly*', 'nightly'],
    ['n?ghtly', 'n🎉ghtly'],
    ['a*b*c', 'a/b/b/c'],
    ['[abc]{d,e}', '[abc]{d,e}'],
    ['100\\*', '100*'],
    ['why\\?', 'why?'],
    ['back\\\\slash', 'back\\slash'],
    ['\\n', 'n'],
    ['', ''],
  ])('%j matches %j', (pattern, text) => {
    expect(matches(pattern, text)).toBe(true);
  });

  test.each([
    ['ci-1', 'ci-10'],
    ['ci-1', 'my ci-1'],
    ['nightly*', 'a nightly'],
    ['*nightly', 'nightly run'],
    ['Nightly', 'nightly'],
    ['n?ghtly', 'nghtly'],
    ['?', ''],
    ['[abc]', 'a'],
    ['100\\*', '1000'],
    ['', 'x'],
    ['a.c', 'abc'],
  ])('%j does not match %j', (pattern, text) => {
    expect(matches(pattern, text)).toBe(false);
  });

  test('matches as its definition says', () => {
    const pattern = fc.array(fc.constantFrom('a', 'b', '*', '?'), { maxLength: 6 });
    const text = fc.array(fc.constantFrom('a', 'b', '/'), { maxLength: 8 });
    fc.assert(
      fc.property(pattern, text, (pieces, letters) => {
        expect(matches(pieces.join(''), letters.join(''))).toBe(naive(pieces, letters));
      }),
      { numRuns: 2000 },
    );
  });

  test('with everything escaped matches only the text itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (text, other) => {
        const escaped = text.replaceAll(/[\\*?]/g, '\\$&');
        expect(matches(escaped, text)).toBe(true);
        expect(matches(escaped, other)).toBe(other === text);
      }),
    );
  });

  test('with many stars is fast', () => {
    expect(matches('*a*a*a*a*a*a*a*a*b', 'a'.repeat(20_000))).toBe(false);
  });

  test.each([
    ['', 0],
    ['*', 0],
    ['ci-*', 3],
    ['a?\\*', 2],
    ['**??', 0],
    ['🎉', 1],
  ])('%j has this number of literal characters: %i', (pattern, count) => {
    expect(parseGlob(pattern).literals).toBe(count);
  });
});
