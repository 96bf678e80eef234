import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asCode, containsCredential, contentLines, plainCharacters, quote } from '../../src/base/text.ts';

describe('content lines', () => {
  test('keep their commas and their order, and can repeat', () => {
    expect(contentLines('b: read, write\n\n# no\na: read\nb: read, write')).toEqual([
      'b: read, write',
      'a: read',
      'b: read, write',
    ]);
  });
});

describe('a quoted value', () => {
  test('is shown completely if it is short', () => {
    expect(quote('metrics')).toBe('"metrics"');
  });

  test('is cut between words if it is long', () => {
    expect(quote('ab '.repeat(1000))).toBe(`"${'ab '.repeat(27).trim()} …"`);
  });

  test('keeps letters of every language', () => {
    expect(quote('Größe 測定 ñ')).toBe('"Größe 測定 ñ"');
  });

  test.each([
    ['a zero-width space', 'me\u200btrics', '"me\\u200btrics"'],
    ['a word joiner', 'true\u2060', '"true\\u2060"'],
    ['a left-to-right mark', '\u200elist', '"\\u200elist"'],
    ['a soft hyphen', 'dedi\u00adcated', '"dedi\\u00adcated"'],
    ['a hyphen that is not a hyphen-minus', '11111111\u20111111', '"11111111\\u20111111"'],
    ['a no-break space', 'a\u00a0b', '"a\\u00a0b"'],
    ['a line break', 'a\nb', '"a\\u000ab"'],
    ['an escape character', 'a\u001bb', '"a\\u001bb"'],
    ['a tag character', 'a\u{e0041}', '"a\\u{e0041}"'],
    ['a blank of Braille', 'a\u2800', '"a\\u2800"'],
    ['a placeholder of an object', 'a\ufffc', '"a\\ufffc"'],
    ['a character for private use', 'a\ue000', '"a\\ue000"'],
  ])('shows %s as an escape', (_, text, shown) => {
    expect(quote(text)).toBe(shown);
  });

  test('never contains an invisible character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        expect(quote(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u00ad\u200b-\u200f]/u);
      }),
    );
  });
});

describe('a credential in a text', () => {
  const CREDENTIALS = [
    'M.V1.c2VjcmV0',
    'apiv1_c2VjcmV0LXNlY3JldA==',
    `ghp_${'a1B2'.repeat(9)}`,
    `github_pat_${'a1B2'.repeat(9)}`,
    'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln',
  ];

  test.each(CREDENTIALS)('is recognized, and never shown: %s', (credential) => {
    for (const text of [credential, `x ${credential} y`, `"${credential}"`]) {
      expect(containsCredential(text)).toBe(true);
      expect(quote(text)).not.toContain(credential.slice(-8));
      expect(asCode(text)).not.toContain(credential.slice(-8));
    }
  });

  test.each(['metrics', 'repo = GHP_TOKEN', 'apiv1', '1a2b3c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5d', 'eyJ', 'M.V1'])(
    'is not every text: %s',
    (text) => {
      expect(containsCredential(text)).toBe(false);
      expect(quote(text)).toBe(`"${text}"`);
    },
  );
});

describe('plain characters', () => {
  test.each([
    ['me\u200btrics', 'metrics'],
    ['a\u00a0b', 'a b'],
    ['2027\u201101\u201331', '2027-01-31'],
    ['\u201cx\u201d', '"x"'],
    ['\uff41\uff1ab', 'a:b'],
    ['a\nb\tc', 'a\nb\tc'],
    ['Größe 測定', 'Größe 測定'],
  ])('replace what only looks like them: %j', (text, plain) => {
    expect(plainCharacters(text)).toBe(plain);
  });
});
