import { expect, test } from 'vitest';
import { combinations } from './matrix.ts';

test('a matrix combines every value of each axis', () => {
  expect(combinations({ a: [1, 2], b: ['x', 'y'] })).toEqual([
    { a: 1, b: 'x' },
    { a: 1, b: 'y' },
    { a: 2, b: 'x' },
    { a: 2, b: 'y' },
  ]);
});

test('a matrix omits an excluded combination', () => {
  expect(combinations({ a: [1, 2], b: [3], exclude: [{ a: 2 }] })).toEqual([{ a: 1, b: 3 }]);
});

test('a matrix adds an included value to the matching combinations', () => {
  expect(combinations({ a: [1, 2], include: [{ a: 2, extra: true }, { all: 'x' }] })).toEqual([
    { a: 1, all: 'x' },
    { a: 2, extra: true, all: 'x' },
  ]);
});

test('an included combination without a match is a separate job', () => {
  expect(combinations({ a: [1], include: [{ a: 3 }] })).toEqual([{ a: 1 }, { a: 3 }]);
});

test('a matrix can consist of included combinations only', () => {
  expect(combinations({ include: [{ a: 1 }, { a: 2 }] })).toEqual([{ a: 1 }, { a: 2 }]);
});

test('an axis must be a list', () => {
  expect(() => combinations({ a: 'x' })).toThrow('strategy.matrix.a is not a list');
});
