import fc from 'fast-check';
import type { Tag } from '../../src/tokens/tag.ts';

const WORD = 'abzABZ019_.-';

function digits(maxLength: number): fc.Arbitrary<string> {
  return fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength });
}

const word = fc.string({ unit: fc.constantFrom(...WORD), minLength: 1, maxLength: 40 });

const host = fc.string({ unit: fc.constantFrom(...'abz019_.-'), minLength: 1, maxLength: 253 });
const server = fc
  .tuple(host, fc.option(digits(5)))
  .map(([name, port]) => (port === null ? name : `${name}:${port}`));

/** arbitraryTag is any tag that can be written. */
export const arbitraryTag: fc.Arbitrary<Tag> = fc.record({
  server,
  repository: fc.tuple(word, word).map(([owner, name]) => `${owner}/${name}`),
  repositoryId: digits(20),
  runId: digits(20),
  runAttempt: digits(9),
  kind: fc.constantFrom('job', 'kept', 'pending', 'current'),
  nonce: fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 16, maxLength: 16 }),
});
