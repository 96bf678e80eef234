import { expect, test } from 'vitest';
import { combinations } from './matrix.ts';

test('every value of one axis meets every value of the other', () => {
  expect(combinations({ a: [1, 2], b: ['x', 'y'] })).toEqual([
    { a: 1, b: 'x' },
    { a: 1, b: 'y' },
    { a: 2, b: 'x' },
    { a: 2, b: 'y' },
  ]);
});

test('an excluded combination is left out', () => {
  expect(combinations({ a: [1, 2], b: [3], exclude: [{ a: 2 }] })).toEqual([{ a: 1, b: 3 }]);
});

test('an included value is added to the combinations it agrees with', () => {
  expect(combinations({ a: [1, 2], include: [{ a: 2, extra: true }, { all: 'x' }] })).toEqual([
    { a: 1, all: 'x' },
    { a: 2, extra: true, all: 'x' },
  ]);
});

test('an included combination that agrees with none is a job of its own', () => {
  expect(combinations({ a: [1], include: [{ a: 3 }] })).toEqual([{ a: 1 }, { a: 3 }]);
});

test('there may be nothing but included combinations', () => {
  expect(combinations({ include: [{ a: 1 }, { a: 2 }] })).toEqual([{ a: 1 }, { a: 2 }]);
});

test('an axis must be a list', () => {
  expect(() => combinations({ a: 'x' })).toThrow('strategy.matrix.a is not a list');
});
