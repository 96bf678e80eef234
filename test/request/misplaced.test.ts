import { expect, test } from 'vitest';
import { noteMisplacedTexts } from '../../src/request/misplaced.ts';
import { given, inputNames, reading } from '../inputs/given.ts';

const SECRETS = ['management-token', 'store-token', 'github-token'];

test('an expression that was not evaluated is an input error of every input but credentials, which have their own', () => {
  for (const name of inputNames) {
    const { errors } = reading((list) => noteMisplacedTexts(given({ [name]: `x \${{ inputs.x }}` }), list));
    expect(errors.map(({ input }) => input)).toEqual(SECRETS.includes(name) ? [] : [name]);
  }
});

test('a token is an input error wherever it does not belong, and is never shown', () => {
  const elsewhere = [...SECRETS, 'ca-certificate', 'influxctl-config', 'token-id'];
  for (const name of inputNames) {
    const { errors } = reading((list) => noteMisplacedTexts(given({ [name]: 'M.V1.c2VjcmV0' }), list));
    expect(errors.map(({ input }) => input)).toEqual(elsewhere.includes(name) ? [] : [name]);
    expect(JSON.stringify(errors)).not.toContain('c2VjcmV0');
  }
});

test('a variable of a shell is an input error, with an expression to write', () => {
  for (const variable of ['$ACCOUNT_ID', `\${ACCOUNT_ID}`, '$env:ACCOUNT_ID']) {
    const { errors } = reading((list) => noteMisplacedTexts(given({ 'account-id': variable }), list));
    expect(errors).toEqual([
      { input: 'account-id', message: expect.stringMatching(/^"\$.* is the name of a variable.*vars\.NAME/) },
    ]);
  }
});

test('the asterisks of a log are an input error', () => {
  const { errors } = reading((list) => noteMisplacedTexts(given({ 'cluster-id': '***' }), list));
  expect(errors).toEqual([
    { input: 'cluster-id', message: expect.stringMatching(/^"\*\*\*" is what a log shows/) },
  ]);
});

test('a description can be any text', () => {
  for (const name of ['description', 'description-pattern'] as const) {
    for (const text of ['$NIGHTLY', '***']) {
      expect(reading((list) => noteMisplacedTexts(given({ [name]: text }), list)).errors).toEqual([]);
    }
  }
});

test('the text of a file is not shown', () => {
  const toml = `mgmt_token = "hunter2"\nhost = "\${{ vars.HOST }}"`;
  const { errors } = reading((list) => noteMisplacedTexts(given({ 'influxctl-config': toml }), list));
  expect(errors).toEqual([{ input: 'influxctl-config', message: expect.not.stringContaining('hunter2') }]);
});

test('nothing more is said about such an input', () => {
  const { errors } = reading((list) => {
    noteMisplacedTexts(given({ permissions: `\${{ x }}` }), list);
    list.add('permissions', 'is not one.');
  });
  expect(errors).toHaveLength(1);
});
