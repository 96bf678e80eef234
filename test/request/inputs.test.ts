import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { givenOrDefault, type InputName, inapplicableInputs } from '../../src/request/inputs.ts';
import { given, inputNames } from '../inputs/given.ts';

/** Which inputs `create` does not read, from the table of inputs. */
const FOREIGN_TO_CREATE = [
  'description-pattern',
  'token-id',
  'store-in',
  'store-token',
  'renew-before',
  'grace-period',
  'quarantine',
  'status',
  'expires-within',
  'scope',
  'max-age',
  'max-revocations',
  'kinds',
  'fail-on-match',
] as const satisfies readonly InputName[];

const READ_BY_CREATE = inputNames.filter((name) => !FOREIGN_TO_CREATE.some((foreign) => foreign === name));

describe('an input that create does not use', () => {
  test.each(FOREIGN_TO_CREATE)('is one input error that names it: %s', (name) => {
    expect(inapplicableInputs(given({ [name]: 'something' }), 'create')).toEqual([
      { input: name, message: expect.stringContaining('has no effect with `operation: create`') },
    ]);
  });

  test.each(FOREIGN_TO_CREATE)('causes no error if it is empty or has its default: %s', (name) => {
    expect(inapplicableInputs(given({ [name]: givenOrDefault(given({}), name) }), 'create')).toEqual([]);
    expect(inapplicableInputs(given({ [name]: '' }), 'create')).toEqual([]);
  });

  test.each(['false', 'False', 'FALSE'])('can be %s if that is its default', (text) => {
    expect(inapplicableInputs(given({ 'dry-run': text }), 'list')).toEqual([]);
  });

  test.each([
    ['grace-period', '1d'],
    ['grace-period', '1440m'],
    ['check-databases', 'True'],
    ['activation-timeout', '300s'],
  ] as const)('can have its default in another spelling: %s %s', (name, text) => {
    expect(inapplicableInputs(given({ [name]: text }), 'list')).toEqual([]);
  });

  test('shows its value, unless it is a credential', () => {
    expect(inapplicableInputs(given({ scope: 'cluster' }), 'create')[0]?.message).toMatch(
      /^"cluster" has no effect/,
    );
    expect(inapplicableInputs(given({ 'store-token': 'hunter2' }), 'create')[0]?.message).not.toContain(
      'hunter2',
    );
  });

  test('says which operations use it', () => {
    expect(inapplicableInputs(given({ 'renew-before': '7d' }), 'create')[0]?.message).toContain('`rotate`');
  });

  test('never hides another error', () => {
    fc.assert(
      fc.property(fc.subarray([...FOREIGN_TO_CREATE]), (names) => {
        const inputs = given(Object.fromEntries(names.map((name) => [name, 'something'])));
        expect(
          inapplicableInputs(inputs, 'create')
            .map(({ input }) => input)
            .sort(),
        ).toEqual([...names].sort());
      }),
    );
  });
});

describe('an input that create uses', () => {
  test.each(READ_BY_CREATE)('can have any value: %s', (name) => {
    expect(inapplicableInputs(given({ [name]: 'something' }), 'create')).toEqual([]);
  });
});

describe('an input that one other operation uses', () => {
  test('is an error for all others', () => {
    expect(inapplicableInputs(given({ 'skip-token-revoke': 'true' }), 'list')).toHaveLength(1);
    expect(inapplicableInputs(given({ status: 'all' }), 'list')).toEqual([]);
  });
});

describe('an empty input', () => {
  test.each([
    ['operation', 'create'],
    ['request-timeout', '30s'],
    ['retries', '4'],
    ['check-databases', 'true'],
    ['skip-token-revoke', 'false'],
    ['fail-on-revoke-error', 'false'],
    ['activation-timeout', '5m'],
    ['grace-period', '24h'],
    ['status', 'active'],
    ['max-revocations', '100'],
    ['dry-run', 'false'],
    ['product', ''],
    ['scope', ''],
  ] as const)('has its default: %s', (name, value) => {
    expect(givenOrDefault(given({}), name)).toBe(value);
  });

  test('does not replace a given value', () => {
    expect(givenOrDefault(given({ retries: '0' }), 'retries')).toBe('0');
  });
});
