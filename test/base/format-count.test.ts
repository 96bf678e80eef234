import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatCount } from '../../src/base/text.ts';

test('a count has a comma between groups of three digits', () => {
  expect([0, 999, 1_000, 1_234_567].map(formatCount)).toEqual(['0', '999', '1,000', '1,234,567']);
  fc.assert(fc.property(fc.nat(), (count) => formatCount(count) === count.toLocaleString('en-US')));
});
