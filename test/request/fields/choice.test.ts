import { describe, expect, test } from 'vitest';
import { readChoice } from '../../../src/request/fields/scalars.ts';
import { reading } from '../../inputs/given.ts';

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
    ['something else', 'is not valid. Use `active`, `expired`, `all`.'],
  ])('suggests the nearest value for %s', (text, hint) => {
    expect(reading((errors) => readChoice(text, CHOICE, errors))).toEqual({
      result: undefined,
      errors: [{ input: 'status', message: expect.stringContaining(hint) }],
    });
  });

  test('does not take a word that every object has for a synonym', () => {
    const { errors } = reading((list) => readChoice('constructor', CHOICE, list));
    expect(errors[0]?.message).not.toContain('function');
  });
});
