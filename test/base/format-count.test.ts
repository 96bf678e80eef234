import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countOf, formatCount } from '../../src/base/text.ts';

test('a count has a comma between groups of three digits', () => {
  expect([0, 999, 1_000, 1_234_567].map(formatCount)).toEqual(['0', '999', '1,000', '1,234,567']);
  fc.assert(fc.property(fc.nat(), (count) => formatCount(count) === count.toLocaleString('en-US')));
});

test('a number of things is singular for one thing only', () => {
  expect([0, 1, 2, 1200].map((count) => countOf(count, 'token'))).toEqual([
    '0 tokens',
    '1 token',
    '2 tokens',
    '1,200 tokens',
  ]);
});
