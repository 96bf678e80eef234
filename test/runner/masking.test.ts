import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maskingForms } from '../../src/runner/masking.ts';
import { SecretMasker } from '../actions-runner/masks/secret-masker.ts';

const BASE64 = 'ABCXYZabcxyz0189+/';

/** The secret of a token: a prefix that names its kind, and base64 with all of its characters. */
const token = fc
  .string({ unit: fc.constantFrom(...BASE64), minLength: 64, maxLength: 100 })
  .chain((core) => fc.constantFrom(`apiv1_${core}==`, `apiv1_${core}`, core));

/** The two alphabets of base64 differ only for secrets with these characters. */
const ENCODED_DIFFERENTLY = '>?~ÿ';

/** Other credentials can be any text in one line. */
const secret = fc.oneof(
  token,
  fc.string({ unit: fc.constantFrom(...BASE64, ...ENCODED_DIFFERENTLY), minLength: 64, maxLength: 100 }),
  fc
    .string({ unit: 'binary', minLength: 64, maxLength: 100 })
    .map((text) => text.replaceAll(/[\r\n]/g, ' ').trim())
    .filter((text) => text.length >= 64),
);

const around = fc.uint8Array({ maxLength: 20 });

/** The line lengths of GNU `base64`, of `openssl base64` and PEM, and others for `base64 --wrap`. */
const WIDTHS = [76, 64, 20, 100];

/** A program that encodes a text and prints it line by line, as `base64` and `openssl base64` do. */
function wrapped(bytes: Buffer, width: number, encoding: 'base64' | 'base64url'): string[] {
  return bytes.toString(encoding).match(new RegExp(`.{1,${width}}`, 'g')) ?? [];
}

function maskerOf(text: string): SecretMasker {
  const masker = new SecretMasker();
  for (const form of maskingForms(text)) masker.add(form);
  return masker;
}

describe('the forms of a secret that are masked', () => {
  test('contain the secret itself if it has at least 4 characters', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 4 }), (text) => {
        fc.pre(text.trim() === text);
        expect(maskingForms(text)).toContain(text);
      }),
    );
  });

  test.each(['', 'a', 'abc', 'ÿ€', ' \n '])('are empty if there are fewer than 4 characters: %j', (text) => {
    expect(maskingForms(text).filter((form) => form.length < 4)).toEqual([]);
  });

  test('are never shorter than 4 characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 12 }), (text) => {
        expect(maskingForms(text).filter((form) => form.length < 4)).toEqual([]);
      }),
    );
  });

  test('include each line, because the runner masks line by line', () => {
    expect(maskingForms('line one\r\n{\n  line two')).toEqual([
      ...maskingForms('line one'),
      ...maskingForms('line two'),
    ]);
  });

  test('hide the secret in the base64 of any longer text, in both alphabets', () => {
    fc.assert(
      fc.property(secret, around, around, (text, before, behind) => {
        const whole = Buffer.concat([before, Buffer.from(text), behind]);
        const forms = maskingForms(text);
        expect(forms.some((form) => whole.toString('base64').includes(form))).toBe(true);
        expect(forms.some((form) => whole.toString('base64url').includes(form))).toBe(true);
      }),
    );
  });

  test('leave at most two characters of its base64 visible at either end', () => {
    fc.assert(
      fc.property(secret, around, around, (text, before, behind) => {
        const encoded = Buffer.concat([before, Buffer.from(text), behind]).toString('base64');
        const longest = maskingForms(text)
          .filter((form) => encoded.includes(form))
          .reduce((most, form) => Math.max(most, form.length), 0);
        expect(longest).toBeGreaterThanOrEqual(Math.floor((Buffer.byteLength(text) * 8) / 6) - 2);
      }),
    );
  });

  test.each(WIDTHS)(
    'leave fewer than 16 of its characters visible at either end of a line with %i characters of base64',
    (width) => {
      fc.assert(
        fc.property(
          secret,
          around,
          around,
          fc.constantFrom('base64', 'base64url'),
          (text, before, behind, encoding) => {
            const masker = maskerOf(text);
            const whole = Buffer.concat([before, Buffer.from(text), behind]);
            const begin = Math.floor((before.length * 8) / 6);
            const end = Math.ceil(((before.length + Buffer.byteLength(text)) * 8) / 6);
            for (const [number, line] of wrapped(whole, width, encoding).entries()) {
              const own = line.slice(Math.max(begin - number * width, 0), Math.max(end - number * width, 0));
              const seen = masker.mask(own).split('***');
              expect(seen.length).toBeLessThanOrEqual(2);
              // A whole line in the middle can be too short for a block.
              const isMiddle = begin < number * width && (number + 1) * width < end && seen.length === 1;
              for (const piece of seen) expect(piece.length).toBeLessThan(isMiddle ? 32 : 16);
            }
          },
        ),
      );
    },
  );

  test('leave 64 random bytes that cannot be guessed from wrapped base64', () => {
    const bytes = Buffer.from(Array.from({ length: 64 }, (_, index) => (index * 151 + 7) % 256));
    const text = `apiv1_${bytes.toString('base64')}`;
    const masker = maskerOf(text);
    for (const width of [76, 64]) {
      for (let before = 0; before < width; before++) {
        const whole = Buffer.from(`${'x'.repeat(before)}${text}\n`);
        const seen = wrapped(whole, width, 'base64')
          .map((line) => masker.mask(line))
          .join('');
        const shown = seen.replaceAll('***', '').length - Math.ceil(((before + 1) * 8) / 6);
        // 126 characters of base64 encode the token, and each hides 4.5 bits of the token.
        expect(shown).toBeLessThan(64);
      }
    }
  });

  test('hide the secret in a URL', () => {
    fc.assert(
      fc.property(secret, fc.string(), (text, before) => {
        const address = `https://example.com/?q=${encodeURIComponent(before + text)}`;
        expect(maskingForms(text).some((form) => address.includes(form))).toBe(true);
      }),
    );
  });

  test.each([
    ['encodeURIComponent', 'apiv1_a%2Bb%2Fc%3D%3D'],
    ['an encoder with lower-case digits', 'apiv1_a%2bb%2fc%3d%3d'],
    ['Python’s quote, which keeps /', 'apiv1_a%2Bb/c%3D%3D'],
    ['an encoder that keeps = in a query', 'apiv1_a%2Bb%2Fc=='],
    ['an encoder that keeps both', 'apiv1_a%2Bb/c=='],
    ['an encoder that keeps both, with lower-case digits', 'apiv1_a%2bb/c=='],
  ])('contain the form that %s creates', (_, form) => {
    expect(maskingForms('apiv1_a+b/c==')).toContain(form);
  });

  test.each([
    ['URLSearchParams', 'p%40ss+w%21rd%7E'],
    ['RFC 3986', 'p%40ss%20w%21rd~'],
  ])('contain a password as %s encodes it', (_, form) => {
    expect(maskingForms('p@ss w!rd~')).toContain(form);
  });

  test('contain no padding, which depends on the text after the secret', () => {
    const [, ...derived] = maskingForms(`apiv1_${'x'.repeat(65)}`);
    expect(derived.filter((form) => form.includes('='))).toEqual([]);
  });

  test.each([
    [100, 60],
    [520, 260],
    [8192, 4200],
  ])('of %i characters are at most %i, so that the runner stays fast', (length, most) => {
    const arbitrary = fc.string({ unit: fc.constantFrom(...BASE64), minLength: length, maxLength: length });
    fc.assert(
      fc.property(arbitrary, (text) => {
        expect(maskingForms(text).length).toBeLessThanOrEqual(most);
      }),
      { numRuns: 20 },
    );
  });

  test('are unique', () => {
    fc.assert(
      fc.property(secret, (text) => {
        const forms = maskingForms(text);
        expect(new Set(forms).size).toBe(forms.length);
      }),
    );
  });

  test('can be created from text that is not valid Unicode', () => {
    expect(maskingForms('half a pair: \ud800, and more')).toContain('half a pair: \ud800, and more');
  });
});
