import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readBoolean, readCount, readDuration } from '../../../src/request/fields/scalars.ts';
import { given, reading } from '../../inputs/given.ts';

const RULE = { input: 'request-timeout', min: 1, max: 3600, rule: 'Use `1s` to `1h`' } as const;

describe('a switch', () => {
  test.each([
    ['true', true],
    ['True', true],
    ['TRUE', true],
    ['false', false],
    ['False', false],
    ['FALSE', false],
    ['tRUE', true],
  ])('is %s', (text, value) => {
    const inputs = given({ 'check-databases': text });
    expect(reading((errors) => readBoolean(inputs, 'check-databases', errors))).toEqual({
      result: value,
      errors: [],
    });
  });

  test.each([
    ['check-databases', true],
    ['skip-token-revoke', false],
  ] as const)('has its declared default if it is empty: %s', (name, value) => {
    expect(reading((errors) => readBoolean(given({}), name, errors))).toEqual({ result: value, errors: [] });
  });

  test.each(['yes', 'on', '1', 'true,', 'truefalse', 'null'])('is not %s', (text) => {
    const inputs = given({ 'skip-token-revoke': text });
    const { errors } = reading((list) => readBoolean(inputs, 'skip-token-revoke', list));
    expect(errors).toEqual([{ input: 'skip-token-revoke', message: expect.stringContaining(`"${text}"`) }]);
  });
});

describe('an invalid switch', () => {
  test.each([
    ['yes', '`true`'],
    ['On', '`true`'],
    ['1', '`true`'],
    ['ture', '`true`'],
    ['off', '`false`'],
    ['0', '`false`'],
    ['flase', '`false`'],
    ['"true"', '`true`'],
    ['true # for now', '`true`'],
    ['false\u200b', '`false`'],
  ])('causes the right suggestion: %s', (text, meant) => {
    const { errors } = reading((list) => readBoolean(given({ 'dry-run': text }), 'dry-run', list));
    expect(errors).toEqual([
      { input: 'dry-run', message: expect.stringContaining(`Did you mean ${meant}?`) },
    ]);
  });
});

test.each(['!true', 'not true', 'wahr', 'null'])(
  'a switch that nobody can tell gets no suggestion: %s',
  (text) => {
    const { errors } = reading((list) => readBoolean(given({ 'dry-run': text }), 'dry-run', list));
    expect(errors).toEqual([{ input: 'dry-run', message: expect.not.stringContaining('Did you mean') }]);
  },
);

describe('a number', () => {
  test.each([
    ['"4"', '4'],
    ['4 times', '4'],
    ['4.0', '4'],
    ['+4', '4'],
    ['4\u200b', '4'],
    ['none', '0'],
    ['1,000', '1000'],
    ['1_000', '1000'],
    ['1.000', '1000'],
  ])('written as %s gets the right one suggested', (text, meant) => {
    const inputs = given({ 'max-revocations': text });
    const rule = { input: 'max-revocations', max: 1_000_000 } as const;
    const { errors } = reading((list) => readCount(inputs, rule, list));
    expect(errors).toEqual([
      { input: 'max-revocations', message: expect.stringContaining(`Did you mean \`${meant}\`?`) },
    ]);
  });

  test('is suggested only where it is allowed', () => {
    const { errors } = reading((list) =>
      readCount(given({ retries: '1,000' }), { input: 'retries', max: 99 }, list),
    );
    expect(errors).toEqual([{ input: 'retries', message: expect.not.stringContaining('Did you mean') }]);
  });

  test.each([
    ['0', 0],
    ['4', 4],
    ['99', 99],
  ])('can be %s', (text, value) => {
    const inputs = given({ retries: text });
    expect(reading((errors) => readCount(inputs, { input: 'retries', max: 99 }, errors))).toEqual({
      result: value,
      errors: [],
    });
  });

  test('has its declared default if it is empty', () => {
    expect(reading((errors) => readCount(given({}), { input: 'retries', max: 99 }, errors)).result).toBe(4);
  });

  test.each([
    '100',
    '-1',
    '+1',
    '1.5',
    '1e1',
    '0x10',
    'many',
    '٣',
    '4 4',
    'NaN',
    'Infinity',
    '9'.repeat(400),
  ])('is not %s', (text) => {
    const inputs = given({ retries: text });
    const { errors } = reading((list) => readCount(inputs, { input: 'retries', max: 99 }, list));
    expect(errors).toEqual([{ input: 'retries', message: expect.stringContaining('from 0 to 99') }]);
  });
});

describe('a duration that switches something off', () => {
  const readOff = (text: string, zeroIsOff: { readonly zeroIsOff?: true }) =>
    reading((list) =>
      readDuration(
        given({ 'grace-period': text }),
        { input: 'grace-period', min: 0, max: 86_400, rule: 'Use at most `1d`', ...zeroIsOff },
        list,
      ),
    ).errors;

  test.each(['none', 'off', 'False', 'immediately', 'zero', '0 days', 'none.'])(
    'is probably 0: %s',
    (text) => {
      expect(readOff(text, { zeroIsOff: true })).toEqual([
        { input: 'grace-period', message: expect.stringContaining('Did you mean `0`?') },
      ]);
    },
  );

  // `max-age: 0` would revoke all tokens in the scope.
  test.each(['none', '0 days'])('is the only duration for which 0 is suggested: %s', (text) => {
    expect(readOff(text, {})).toEqual([
      { input: 'grace-period', message: expect.not.stringContaining('Did you mean') },
    ]);
  });

  test.each(['00:30', '0.5h', 'never', 'on'])('is not 0: %s', (text) => {
    expect(readOff(text, { zeroIsOff: true })).toEqual([
      { input: 'grace-period', message: expect.not.stringContaining('`0`') },
    ]);
  });
});

describe('a duration', () => {
  test('is parsed to milliseconds', () => {
    const inputs = given({ 'request-timeout': '90s' });
    expect(reading((errors) => readDuration(inputs, RULE, errors))).toEqual({
      result: 90_000,
      errors: [],
    });
  });

  test.each(['1s', '1h'])('can be as short and as long as the limits: %s', (text) => {
    const inputs = given({ 'request-timeout': text });
    expect(reading((list) => readDuration(inputs, RULE, list)).errors).toEqual([]);
  });

  test.each(['0', '3601s'])('outside of the limits is an input error that names them: %s', (text) => {
    const inputs = given({ 'request-timeout': text });
    const { errors } = reading((list) => readDuration(inputs, RULE, list));
    expect(errors).toEqual([{ input: 'request-timeout', message: expect.stringContaining(RULE.rule) }]);
  });

  test.each([
    ['30 seconds', 'Did you mean `30s`?'],
    ['"30s"', 'Did you mean `30s`?'],
    ['30s # a while', 'Did you mean `30s`?'],
    ['30s\u200b', 'Did you mean `30s`?'],
    ['90', 'Did you mean `90s`?'],
    ['30', 'Did you mean `30s` or `30m`?'],
    ['30 days', 'is out of range. Use `1s` to `1h`.'],
    ['soon', '`45s`, `90m`'],
  ])('that cannot be parsed causes a hint: %s', (text, hint) => {
    const inputs = given({ 'request-timeout': text });
    const { errors } = reading((list) => readDuration(inputs, RULE, list));
    expect(errors).toEqual([{ input: 'request-timeout', message: expect.stringContaining(hint) }]);
  });
});

test('a duration that is suggested is accepted, whatever the limits are', () => {
  const unit = fc.constantFrom('', ' s', 'min', ' hours', 'D', ' weeks', 'M', ' months', 'y');
  const limits = fc.record({
    min: fc.constantFrom(0, 1, 3600),
    max: fc.constantFrom(3600, 86_400, 315_360_000),
  });
  fc.assert(
    fc.property(fc.nat(500), unit, limits, (count, word, { min, max }) => {
      const read = (text: string) =>
        reading((list) => {
          const inputs = given({ 'max-age': text });
          return readDuration(inputs, { input: 'max-age', min, max, rule: 'the rule' }, list);
        }).errors;
      const [error] = read(`${count}${word}`);
      for (const [, meant = ''] of error?.message.matchAll(/`([^`]+)`(?: or|\?)/g) ?? []) {
        expect(read(meant)).toEqual([]);
      }
    }),
  );
});
