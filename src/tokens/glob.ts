/**
 * Glob is a pattern over descriptions: `*` is any text, slashes included, `?` one character, and a backslash takes the
 * next character as it is. It is anchored and case-sensitive: `ci-1` is not `ci-10`.
 */
export interface Glob {
  /** matches tells whether the whole of a text fits. */
  matches(text: string): boolean;
  /** How many characters of the pattern stand for themselves. */
  readonly literals: number;
}

const ANY_TEXT = Symbol('*');
const ANY_CHARACTER = Symbol('?');
type Piece = string | typeof ANY_TEXT | typeof ANY_CHARACTER;

/**
 * parseGlob reads a pattern; each text is one. Not by a library, since all of them make a regular expression: these try
 * every way of sharing a text out among the stars, and whoever may describe a token could keep a step busy for hours.
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

/** Where a text does not fit, only the last star need give way: what is before it fits as early as it can. */
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
