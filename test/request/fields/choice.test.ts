import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readChoice } from '../../../src/request/fields/scalars.ts';
import { reading } from '../../inputs/given.ts';
import { arbitraryEdit } from '../arbitrary-edit.ts';

const CHOICE = {
  input: 'status',
  values: ['active', 'expired', 'all'],
  synonyms: { any: 'all' },
} as const;

describe('a choice', () => {
  test('is one of its values', () => {
    expect(reading((errors) => readChoice('expired', CHOICE, errors))).toEqual({
      result: 'expired',
      errors: [],
    });
  });

  test.each([
    ['Active', 'Did you mean `active`?'],
    ['activ', 'Did you mean `active`?'],
    ['any', 'Did you mean `all`?'],
    ['ANY', 'Did you mean `all`?'],
    ['"active"', 'Did you mean `active`?'],
    ['active\u200b', 'Did you mean `active`?'],
    ['active-only', 'Did you mean `active`?'],
    ['exp', 'Did you mean `expired`?'],
    [`\${{ x }}`, 'is not valid. Use `active`, `expired`, or `all`.'],
    ['active, expired', 'is not valid. Use `active`, `expired`, or `all`.'],
    ['not active', 'is not valid. Use `active`, `expired`, or `all`.'],
    ['inactive', 'is not valid. Use `active`, `expired`, or `all`.'],
    ['something else', 'is not valid. Use `active`, `expired`, or `all`.'],
  ])('suggests the nearest value for %s', (text, hint) => {
    expect(reading((errors) => readChoice(text, CHOICE, errors))).toEqual({
      result: undefined,
      errors: [{ input: 'status', message: expect.stringContaining(hint) }],
    });
  });

  test('is suggested for every single edit of it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CHOICE.values), arbitraryEdit, (value, edit) => {
        const typed = edit(value);
        fc.pre(typed !== value && !Object.hasOwn(CHOICE.synonyms, typed));
        const { errors } = reading((list) => readChoice(typed, CHOICE, list));
        expect(errors).toEqual([
          { input: 'status', message: expect.stringContaining(`Did you mean \`${value}\`?`) },
        ]);
      }),
    );
  });

  test('does not treat a property of every object as a synonym', () => {
    const { errors } = reading((list) => readChoice('constructor', CHOICE, list));
    expect(errors[0]?.message).not.toContain('function');
  });
});
