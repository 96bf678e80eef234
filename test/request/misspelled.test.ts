import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { INPUTS, type InputName } from '../../src/request/inputs.ts';
import { meantBy, noteMisspelled, undeclaredInputs } from '../../src/request/misspelled.ts';
import { given, reading } from '../inputs/given.ts';
import { arbitraryEdit } from './arbitrary-edit.ts';

const NAMES = Object.keys(INPUTS) as InputName[];

describe('a misspelled input', () => {
  test.each([
    ['dry_run', ['dry-run']],
    ['dryrun', ['dry-run']],
    ['dry run', ['dry-run']],
    ['dry', ['dry-run']],
    ['dryy-run', ['dry-run']],
    ['databses', ['databases']],
    ['database', ['databases']],
    ['permission', ['permissions']],
    ['expires', ['expires-at', 'expires-within']],
    ['expire-at', ['expires-at']],
    ['grace', ['grace-period']],
    ['renew', ['renew-before']],
    ['fail-on', ['fail-on-revoke-error']],
    ['token', ['management-token']],
    ['TOKEN', ['management-token']],
    ['tokenid', ['token-id']],
    ['max', ['max-age', 'max-revocations']],
    ['url', []],
    ['something', []],
  ])('%s means %j', (name, meant) => {
    expect(meantBy(name)).toEqual(expect.arrayContaining(meant));
    if (meant.length === 0) expect(meantBy(name)).toEqual([]);
  });

  test('with a long name is found with two wrong letters, and with a short name with one', () => {
    expect(meantBy('max-revocatoins')).toEqual(['max-revocations']);
    expect(meantBy('scpoe')).toEqual(['scope']);
    expect(meantBy('scpeo')).toEqual([]);
    expect(meantBy('scopes')).toEqual(['scope']);
  });

  test('is always found when there is one typing error in it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...NAMES), arbitraryEdit, (name, edit) => {
        const typed = edit(name);
        fc.pre(!NAMES.some((declared) => declared === typed.toLowerCase()));
        expect(meantBy(typed)).toContain(name);
      }),
    );
  });

  test('is always found in another case or with other separators', () => {
    const separator = fc.constantFrom('_', '', ' ', '-');
    fc.assert(
      fc.property(fc.constantFrom(...NAMES), separator, fc.boolean(), (name, between, upper) => {
        const typed = name.replaceAll('-', between);
        expect(meantBy(upper ? typed.toUpperCase() : typed)).toEqual([name]);
      }),
    );
  });
});

describe('the environment of a step', () => {
  test('has no undeclared inputs when every name is declared', () => {
    const env = Object.fromEntries(NAMES.map((name) => [`INPUT_${name.toUpperCase()}`, 'x']));
    expect(undeclaredInputs(env)).toEqual({ misspelled: [], unknown: [] });
  });

  test('contains each misspelled input once, with the probable name and its other possible sources', () => {
    const { misspelled, unknown } = undeclaredInputs({
      INPUT_DRY_RUN: 'true',
      INPUT_COLOR: 'red',
      PATH: '/',
    });
    expect(misspelled).toEqual([
      { input: 'dry_run', meant: ['dry-run'], message: expect.stringContaining('`dry-run`') },
    ]);
    expect(misspelled[0]?.message).toBe(
      'is not an input of this action (value: "true"). Did you mean `dry-run`? If the step does not set `dry_run`, look for ' +
        '`INPUT_DRY_RUN` under `env:` of the job or workflow.',
    );
    expect(unknown).toEqual(['color']);
  });

  test('never shows the value of a misspelled credential, or a value that looks like a token', () => {
    const secret = 'hunter2'.repeat(6);
    for (const name of ['TOKEN', 'MANAGEMENT_TOKEN', 'STORE', 'GIT_HUB_TOKEN', 'INFLUXCTL_CONFG', 'CA']) {
      const { misspelled } = undeclaredInputs({ [`INPUT_${name}`]: 'hunter2' });
      expect(misspelled[0]?.message).toContain('Did you mean');
      expect(misspelled[0]?.message).not.toMatch(/hunter2|value/);
    }
    expect(undeclaredInputs({ INPUT_TOKEN_IDS: secret }).misspelled[0]?.message).not.toMatch(/hunter2|value/);
  });

  test('shows invisible characters in a misspelled name', () => {
    expect(undeclaredInputs({ 'INPUT_DRY\u200b-RUN': 'true' }).misspelled).toMatchObject([
      { input: 'dry\\u200b-run', meant: ['dry-run'] },
    ]);
  });

  test('shows the value of a misspelled input in any case of its name', () => {
    for (const variable of ['INPUT_DRY_RUN', 'input_dry_run', 'Input_Dry_Run']) {
      expect(undeclaredInputs({ [variable]: ' yes ' }).misspelled[0]?.message).toContain('(value: "yes")');
    }
  });

  test('contains a declared name in another case, which the action does not read', () => {
    const read = { 'INPUT_DRY-RUN': 'false' };
    expect(undeclaredInputs({ ...read, 'INPUT_dry-run': 'true' }).misspelled).toMatchObject([
      { input: 'dry-run', meant: ['dry-run'] },
    ]);
    expect(undeclaredInputs(read).misspelled).toEqual([]);
  });

  test('ignores an undeclared input without a value', () => {
    expect(undeclaredInputs({ INPUT_DRY_RUN: ' ', INPUT_COLOR: '' })).toEqual({
      misspelled: [],
      unknown: [],
    });
  });
});

describe('what a misspelled input hides', () => {
  const noted = (env: NodeJS.ProcessEnv, inputs = {}) =>
    reading((errors) => {
      noteMisspelled(undeclaredInputs(env).misspelled, given(inputs), errors);
      errors.add('expires-at', 'is required.');
    }).errors.map(({ input }) => input);

  test('is not missing', () => {
    expect(noted({ INPUT_EXPIRE_AT: '30d' })).toEqual(['expire_at']);
    expect(noted({ INPUT_EXPIRES: '30d' })).toEqual(['expires']);
  });

  test('can be wrong all the same when it is set, too', () => {
    expect(noted({ INPUT_EXPIRE_AT: '30d' }, { 'expires-at': 'x' })).toEqual(['expire_at', 'expires-at']);
  });

  test('is only what was meant', () => {
    expect(noted({ INPUT_DRY_RUN: 'true' })).toEqual(['dry_run', 'expires-at']);
  });
});
