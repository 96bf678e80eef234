import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { credentialProblem } from '../../../src/request/fields/pasted-text.ts';

test.each([
  'M.V1.c2VjcmV0+/==',
  'eyJhbGciOiJIUzI1NiJ9.e30.c2ln',
  'github_pat_11ABC_def',
  `ghs_123_${'x'.repeat(520)}`,
  'x',
  'ABC=',
  'ABC==',
  'lower=case',
  'A.B=c',
  'token',
  'Bearer',
  '"half a quote',
  '$x',
  '~!@#$%^&*()',
  '',
])('a credential can look like anything else: %s', (text) => {
  expect(credentialProblem(text.replaceAll(' ', ''))).toBeUndefined();
});

describe('a credential that was pasted with other text', () => {
  test.each([
    ['a literal expression', `\${{secrets.TOKEN}}`, /expression that GitHub did not evaluate/],
    ['an expression inside', `M.V1.\${{ x }}`, /did not evaluate/],
    ['double quotes', '"M.V1.abc"', /in quotes.*only the token/],
    ['single quotes', "'M.V1.abc'", /in quotes/],
    ['quotes with a space inside', '"M.V1 abc"', /in quotes/],
    ['typographic quotes', '\u201cM.V1.abc\u201d', /in quotes/],
    ['JSON', '{"token":"M.V1.abc"}', /looks like JSON.*only the token/],
    ['a JSON array', '["M.V1.abc"]', /looks like JSON.*only the token/],
    ['an expression without its dollar', '{{ secrets.TOKEN }}', /did not evaluate/],
    ['a variable of a shell', '$INFLUX_TOKEN', /name of a variable/],
    ['a variable of a shell in braces', `\${INFLUX_TOKEN}`, /name of a variable/],
    ['the asterisks of a log', '***', /what a log shows instead of a secret/],
    ['a variable of PowerShell', '$env:INFLUX_TOKEN', /name of a variable/],
    ['a private key as base64', btoa('-----BEGIN RSA PRIVATE KEY-----'), /create-github-app-token/],
    ['a whole header', 'Authorization: Bearer M.V1.abc', /begins with "Bearer"/],
    ['its name and spaces', 'INFLUX_TOKEN = M.V1.abc', /begins with `NAME=`/],
    ['its name and a colon', 'token: M.V1.abc', /begins with `NAME=`/],
    ['a line of a shell', 'export INFLUX_TOKEN=M.V1.abc', /begins with `NAME=`/],
    ['a line of TOML', 'mgmt_token = "M.V1.abc"', /begins with `NAME=`/],
    ['a private key', '-----BEGIN RSA PRIVATE KEY-----\nMII\n-----END', /create-github-app-token/],
    ['the scheme of a header', 'Bearer M.V1.abc', /begins with "Bearer".*only the token/],
    ['the scheme of a header in other letters', 'bearer\tM.V1.abc', /begins with "bearer"/],
    ['the scheme of InfluxDB', 'Token M.V1.abc', /begins with "Token"/],
    ['its name', 'INFLUX_TOKEN=M.V1.abc', /begins with `NAME=`.*only the token/],
    ['its name and quotes', 'INFLUX_TOKEN="M.V1.abc"', /begins with `NAME=`/],
    ['a space inside', 'ghp_wri ter1', /white space/],
    ['two lines', 'ghp_one\nghp_two', /line break/],
    ['a space of another width inside', 'ghp_wri\u00a0ter1', /white space/],
    ['a letter outside ASCII', 'ghp_writer€', /non-ASCII/],
    ['an invisible character', 'M.V1.\u200babc', /non-ASCII/],
    ['a control character', 'M.V1.\u0007abc', /control character/],
    ['a deleted character', 'M.V1.\u007fabc', /control character/],
  ])('says what to set instead: %s', (_, text, problem) => {
    expect(credentialProblem(text)).toMatch(problem);
  });
});

test('an accepted credential can be sent in a header, and a refused one cannot', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1 }), (text) => {
      const canBeSent = /^[\x21-\x7e]+$/.test(text);
      if (credentialProblem(text) === undefined) expect(canBeSent).toBe(true);
      if (!canBeSent) expect(credentialProblem(text)).toBeDefined();
    }),
  );
});

test('no message ever quotes the credential', () => {
  const around = fc.constantFrom(
    ['"', '"'],
    ['{', '}'],
    ['Bearer ', ''],
    ['NAME=', ''],
    ['-----BEGIN ', ''],
    [`\${{`, '}}'],
    ['', '€'],
    ['a b', ''],
  );
  fc.assert(
    fc.property(around, fc.string({ unit: 'binary', maxLength: 20 }), ([before, after], text) => {
      const problem = credentialProblem(`${before}hunter2${text}hunter2${after}`);
      expect(problem).toBeDefined();
      expect(problem).not.toContain('hunter2');
    }),
  );
});
