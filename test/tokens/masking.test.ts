import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maskingForms } from '../../src/tokens/masking.ts';

const BASE64 = 'ABCXYZabcxyz0189+/';

/** A token's string: a prefix that names its kind, and base64 with all that may be in it. */
const token = fc
  .string({ unit: fc.constantFrom(...BASE64), minLength: 64, maxLength: 100 })
  .chain((core) => fc.constantFrom(`apiv1_${core}==`, `apiv1_${core}`, core));

/** Only what has these in it differs between the two alphabets of base64. */
const ENCODED_DIFFERENTLY = '>?~ÿ';

/** Other credentials look like anything. */
const secret = fc.oneof(
  token,
  fc.string({ unit: fc.constantFrom(...BASE64, ...ENCODED_DIFFERENTLY), minLength: 64, maxLength: 100 }),
  fc.string({ unit: 'binary', minLength: 64, maxLength: 100 }),
);

const around = fc.uint8Array({ maxLength: 20 });

describe('the forms of a secret that are masked', () => {
  test('hold the secret itself, however short it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (text) => maskingForms(text).includes(text)),
    );
  });

  test('hide it in the base64 of any longer text, in both alphabets', () => {
    fc.assert(
      fc.property(secret, around, around, (text, before, behind) => {
        const whole = Buffer.concat([before, Buffer.from(text), behind]);
        const forms = maskingForms(text);
        expect(forms.some((form) => whole.toString('base64').includes(form))).toBe(true);
        expect(forms.some((form) => whole.toString('base64url').includes(form))).toBe(true);
      }),
    );
  });

  test('leave no more than two characters of its base64 to be seen at either end', () => {
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

  test('hide it in a URL', () => {
    fc.assert(
      fc.property(secret, fc.string(), (text, before) => {
        const address = `https://example.com/?q=${encodeURIComponent(before + text)}`;
        expect(maskingForms(text).some((form) => address.includes(form))).toBe(true);
      }),
    );
  });

  test('hold no padding, which depends on what follows', () => {
    const [, ...derived] = maskingForms(`apiv1_${'x'.repeat(65)}`);
    expect(derived.filter((form) => form.includes('='))).toEqual([]);
  });

  test('are never so short that ordinary text would be hidden, but for the secret itself', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 12 }), (text) => {
        const derived = maskingForms(text).filter((form) => form !== text);
        expect(derived.filter((form) => form.length < 8)).toEqual([]);
      }),
    );
  });

  test('stand there once each', () => {
    fc.assert(
      fc.property(secret, (text) => {
        const forms = maskingForms(text);
        expect(new Set(forms).size).toBe(forms.length);
      }),
    );
  });

  test('can be made of text that is no valid Unicode', () => {
    expect(maskingForms('half a pair: \ud800, and more')).toContain('half a pair: \ud800, and more');
  });
});
