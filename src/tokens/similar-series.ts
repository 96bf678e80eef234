import { hasSeriesTagKind, type Series } from './series.ts';
import { isSameRepository, parseTagged } from './tag.ts';
import { type Token, tokenStatus } from './token.ts';
import type { TwoClocks } from './two-clocks.ts';

/** White space, and characters that show nothing: controls, format characters, soft hyphens, variation selectors. */
const INVISIBLE = /[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

/** similarSeries names the live series whose names differ from a new one only in case, white space, and invisible characters. */
export function similarSeries(tokens: readonly Token[], series: Series, { forEnding }: TwoClocks): string[] {
  const names = tokens.flatMap((token) => {
    const tagged = parseTagged(token.description);
    const isMember = tagged && hasSeriesTagKind(tagged.tag) && isSameRepository(tagged.tag, series);
    return isMember && tokenStatus(token, forEnding) === 'active' ? [tagged.plain] : [];
  });
  const wanted = comparable(series.plainDescription);
  return [...new Set(names)].filter(
    (name) => name !== series.plainDescription && comparable(name) === wanted,
  );
}

/** quoteVisibly quotes a name with its invisible characters as escapes, because two names can differ in nothing else. */
export function quoteVisibly(name: string): string {
  const visible = name.replaceAll(INVISIBLE, (character) =>
    character === ' ' ? ' ' : `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
  return `"${visible}"`;
}

function comparable(name: string): string {
  return name.replaceAll(INVISIBLE, '').toLowerCase();
}
