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
