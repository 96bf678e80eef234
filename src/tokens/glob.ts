/**
 * Glob is a pattern for descriptions. `*` matches any text, including slashes, and `?` matches one character. A backslash escapes
 * the next character. A pattern matches the whole text and is case-sensitive: `ci-1` does not match `ci-10`.
 */
export interface Glob {
  /** matches tells whether the pattern matches the whole text. */
  matches(text: string): boolean;
  /** The number of characters in the pattern that are not wildcards. */
  readonly literals: number;
}

const ANY_TEXT = Symbol('*');
const ANY_CHARACTER = Symbol('?');
type Piece = string | typeof ANY_TEXT | typeof ANY_CHARACTER;

/**
 * parseGlob parses a pattern. Every text is valid. All libraries use regular expressions, which can need exponential time for
 * several stars, so a hostile description could block a step for hours.
 */
export function parseGlob(pattern: string): Glob {
  const pieces = [...pattern.matchAll(/\\(.)|(\*+)|(\?)|(.)/gsu)].map(
    ([, escaped, stars, mark, plain = '']): Piece =>
      escaped ?? (stars !== undefined ? ANY_TEXT : mark !== undefined ? ANY_CHARACTER : plain),
  );
  return {
    matches: (text) => matches(pieces, [...text]),
    literals: pieces.filter((piece) => typeof piece === 'string').length,
  };
}

/** After a mismatch, only the last star must match more characters, because everything before it matches as early as possible. */
function matches(pieces: readonly Piece[], text: readonly string[]): boolean {
  let [piece, at] = [0, 0];
  let star: { readonly piece: number; at: number } | undefined;
  while (at < text.length) {
    const wanted = pieces[piece];
    if (wanted === ANY_TEXT) {
      star = { piece, at };
      piece++;
    } else if (wanted === ANY_CHARACTER || wanted === text[at]) {
      piece++;
      at++;
    } else if (star) {
      star.at++;
      piece = star.piece + 1;
      at = star.at;
    } else {
      return false;
    }
  }
  return pieces.slice(piece).every((rest) => rest === ANY_TEXT);
}
