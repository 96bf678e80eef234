import { describe, expect, test } from 'vitest';
import { SecretMasker } from './secret-masker.ts';

function masking(...secrets: string[]): SecretMasker {
  const masker = new SecretMasker();
  for (const secret of secrets) masker.add(secret);
  return masker;
}

const base64 = (text: string): string => Buffer.from(text).toString('base64');

test('a mask hides every occurrence', () => {
  expect(masking('abc').mask('abc-abc.x')).toBe('***-***.x');
});

test('overlapping or adjacent secrets become one mask', () => {
  expect(masking('abcd', 'cdef', 'gh').mask('-abcdefgh-')).toBe('-***-');
});

test('the outer secret hides the inner one', () => {
  expect(masking('abcdef', 'cd').mask('-abcdef-cd-')).toBe('-***-***-');
});

test('each line of a secret is masked separately', () => {
  expect(masking('first line\r\n  second line').mask('> second line')).toBe('> ***');
});

test('an empty secret hides nothing', () => {
  expect(masking('').mask('abc')).toBe('abc');
});

const secret = `apiv1_p&q+"x'<y>\\z`;

describe('a mask hides other forms of a secret:', () => {
  test.each([
    ['base64', base64(secret)],
    ['base64 after one byte', base64(`:${secret}`).slice(4)],
    ['base64 after two bytes', base64(`a:${secret}`).slice(4)],
    ['a URL', 'apiv1_p%26q%2B%22x%27%3Cy%3E%5Cz'],
    ['a JSON string', JSON.stringify(secret).slice(1, -1)],
    ['XML', 'apiv1_p&amp;q+&quot;x&apos;&lt;y&gt;\\z'],
    ['an expression string', secret.replaceAll("'", "''")],
    ['a command line argument', secret.replaceAll('"', '\\"')],
  ])('%s', (_, form) => {
    expect(masking(secret).mask(`[${form}]`)).toBe('[***]');
  });
});

test('a mask hides a quoted secret without its quotes', () => {
  expect(masking('"quoted-secret"').mask('quoted-secret')).toBe('***');
});

test('a mask hides both sides of an ampersand', () => {
  expect(masking('secret1&secret2').mask('secret1& and secret2')).toBe('*** and ***');
});

describe('like GitHub, a mask does not hide', () => {
  test('the base64 of a secret with a line feed', () => {
    expect(masking('0123456789').mask(base64('0123456789\n'))).not.toBe('***');
  });

  test('hexadecimal digits', () => {
    const hex = Buffer.from('0123456789').toString('hex');
    expect(masking('0123456789').mask(hex)).toBe(hex);
  });
});
