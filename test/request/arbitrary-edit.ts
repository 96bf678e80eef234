import fc from 'fast-check';

/** arbitraryEdit makes one typing error: a letter more, less, or other, two neighbors swapped, or another case. */
export const arbitraryEdit = fc
  .record({
    kind: fc.constantFrom('insert', 'delete', 'replace', 'swap', 'case'),
    position: fc.nat(),
    letter: fc.stringMatching(/^[a-z]$/),
  })
  .map(({ kind, position, letter }) => (word: string): string => {
    const at = position % word.length;
    const [before, after] = [word.slice(0, at), word.slice(at + 1)];
    switch (kind) {
      case 'insert':
        return before + letter + word.slice(at);
      case 'delete':
        return before + after;
      case 'replace':
        return before + letter + after;
      case 'swap':
        return before + after.slice(0, 1) + word.slice(at, at + 1) + after.slice(1);
      case 'case':
        return word.toUpperCase();
    }
  });
