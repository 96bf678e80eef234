import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { credentialFragments, repeatsCredential } from '../../src/runner/credential-overlap.ts';
import { cpuMsOf } from '../cpu-time.ts';

const PRINTABLE = Array.from({ length: 94 }, (_, index) => String.fromCharCode(0x21 + index)).join('');
const credential = fc.string({ unit: fc.constantFrom(...PRINTABLE), minLength: 30, maxLength: 120 });

const code = (char: string) => char.charCodeAt(0);
const hex = (char: string, digits: number) => code(char).toString(16).padStart(digits, '0');

/** Escapes of one character, which a page, an address, or a program turns back into the character. */
const ESCAPES: readonly ((char: string) => string)[] = [
  (char) => char,
  (char) => `&#${code(char)};`,
  (char) => `&#000${code(char)};`,
  (char) => `&#x${hex(char, 2)};`,
  (char) => `&#X0${hex(char, 2).toUpperCase()};`,
  (char) => `%${hex(char, 2)}`,
  (char) => `%${hex(char, 2).toUpperCase()}`,
  (char) => `\\u${hex(char, 4)}`,
  (char) => `\\u{${hex(char, 2)}}`,
  (char) => `\\x${hex(char, 2)}`,
  (char) => `${char}\u200b`,
  (char) => `${char}\n`,
];

/** Escapes again, as a program does when it inserts a text into another text. */
const WRAPPINGS: readonly ((text: string) => string)[] = [
  (text) => text.replaceAll('&', '&amp;'),
  (text) => text.replaceAll('%', '%25'),
  (text) => JSON.stringify(text).slice(1, -1),
  encodeURIComponent,
];

const repeats = (text: string, ...credentials: string[]) =>
  repeatsCredential(text, new Set(credentials.flatMap(credentialFragments)));

/** Without the characters of a credential that could start an escape together with the next ones. */
const withoutEscapes = credential.map((text) => text.replaceAll(/[&%\\]/g, '-'));

describe('a text repeats a credential', () => {
  test('if it contains 10 of its characters in a row, with up to 4 layers of escapes', () => {
    fc.assert(
      fc.property(
        withoutEscapes,
        fc.nat(),
        fc.array(fc.constantFrom(...ESCAPES), { minLength: 10, maxLength: 10 }),
        fc.array(fc.constantFrom(...WRAPPINGS), { maxLength: 4 }),
        fc.lorem(),
        (secret, at, escapes, wrappings, around) => {
          const start = at % (secret.length - 9);
          const piece = escapes.map((write, index) => write(secret[start + index] ?? '')).join('');
          const text = wrappings.reduce((inner, wrap) => wrap(inner), `${around} ${piece} ${around}`);
          expect(repeats(text, `~${secret}`)).toBe(true);
        },
      ),
    );
  });

  test('if it contains any 10 of its characters unchanged, with or without escapes', () => {
    fc.assert(
      fc.property(credential, fc.nat(), (secret, at) => {
        const start = at % (secret.length - 9);
        expect(repeats(`(${secret.slice(start, start + 10)})`, `~${secret}`)).toBe(true);
      }),
    );
  });

  test('but not if it contains only 9 of its characters in a row', () => {
    fc.assert(
      fc.property(fc.nat(80), (start) => {
        const secret = PRINTABLE.replaceAll(/[&%\\]/g, '');
        expect(repeats(`é${secret.slice(start, start + 9)}é`, secret)).toBe(false);
      }),
    );
  });

  test('but not if nothing is masked, or the masked texts are shorter', () => {
    expect(repeats('any text at all')).toBe(false);
    expect(repeats('the word passw0rd in it', 'passw0rd')).toBe(false);
  });

  test.each([
    ['apiv1_', 'apiv1_'],
    ['github_pat_', 'github_pat_'],
    ['M.V1.', 'M.V1.'],
    ['ghs_', 'ghs_'],
    ['a JWT', 'eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9.'],
    ['an installation token', 'ghs_1234567_eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9.'],
  ])('but not if it contains only the public beginning of %s', (_, beginning) => {
    const secret = `${beginning}eyJzZWNyZXQiOiJwYXlsb2FkIn0.c2lnbmF0dXJlIG9mIGl0`;
    expect(repeats(`it begins with ${beginning}`, secret)).toBe(false);
    expect(repeats(`it begins with ${beginning}eyJzZWNyZX`, secret)).toBe(true);
  });

  test('if it has too many layers of escapes', () => {
    expect(repeats(`100${'%25'.replaceAll('25', '25'.repeat(20))}`, 'x'.repeat(30))).toBe(true);
  });

  test.each([
    ['percent signs', '%25'.repeat(350_000)],
    ['ampersands', '&amp;#x'.repeat(150_000)],
    ['backslashes', '\\'.repeat(1_000_000)],
    ['zeros', `&#${'0'.repeat(1_000_000)}`],
    ['open escapes', '\\u{0'.repeat(250_000)],
    ['white space', ' '.repeat(1_000_000)],
  ])('is checked fast, in a megabyte of %s', (_, text) => {
    expect(cpuMsOf(() => repeats(text, 'abcdefghij'.repeat(50)))).toBeLessThan(10_000);
  });
});
