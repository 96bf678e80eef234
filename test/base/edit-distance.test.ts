import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editDistance } from '../../src/base/edit-distance.ts';

test.each([
  ['', '', 0],
  ['', 'abc', 3],
  ['abc', 'abc', 0],
  ['abc', 'abxc', 1],
  ['abc', 'ac', 1],
  ['abc', 'axc', 1],
  ['abc', 'acb', 1],
  ['create', 'cretae', 1],
  ['create', 'ceraet', 2],
  ['revoke', 'rotate', 4],
  ['kitten', 'sitting', 3],
])('from %j to %j, the distance is %i', (one, other, edits) => {
  expect(editDistance(one, other)).toBe(edits);
});

test('the distance is the same in both directions, and 0 only for the same text', () => {
  const word = fc.stringMatching(/^[ab]{0,6}$/);
  fc.assert(
    fc.property(word, word, (one, other) => {
      const edits = editDistance(one, other);
      expect(editDistance(other, one)).toBe(edits);
      expect(edits === 0).toBe(one === other);
      expect(edits).toBeGreaterThanOrEqual(Math.abs(one.length - other.length));
      expect(edits).toBeLessThanOrEqual(Math.max(one.length, other.length));
    }),
  );
});
