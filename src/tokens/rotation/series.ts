import { escapeCharacter } from '../../base/text.ts';
import type { TwoClocks } from '../clocks.ts';
import { newestFirst } from '../listing.ts';
import { isSameRepository, parseTagged, type RepositoryKey, type Tag, type TagKind } from '../tag.ts';
import { type Token, type TokenRecord, tokenStatus } from '../token.ts';

/** Series is a token series: the tokens of one repository that replace one another. */
export interface Series extends RepositoryKey {
  /** The description of each of them, without tag and record. */
  readonly plainDescription: string;
}

/** SeriesTagKind is a kind of tag that only rotation gives. */
export type SeriesTagKind = Extract<TagKind, 'pending' | 'current'>;

/** SeriesToken is a token with the tag of a series, alive or not. */
export type SeriesToken<Listed = Token> = Listed & { readonly tag: Tag & { readonly kind: SeriesTagKind } };

/** seriesTokens picks the tokens with the tag of a series. `job`, `kept`, and untagged tokens never belong, whatever their description. */
export function seriesTokens<Listed extends TokenRecord>(
  tokens: readonly Listed[],
  series: Series,
): SeriesToken<Listed>[] {
  return tokens.flatMap((token) => {
    const tagged = parseTagged(token.description);
    return tagged &&
      hasSeriesTagKind(tagged.tag) &&
      isSameRepository(tagged.tag, series) &&
      tagged.plain === series.plainDescription
      ? [{ ...token, tag: tagged.tag }]
      : [];
  });
}

/**
 * membersOf are the live tokens of a series, the newest first. If a token is expired by only one clock, it counts as live.
 * Otherwise, a wrong clock would end the series.
 */
export function membersOf<Listed extends TokenRecord>(
  tokens: readonly Listed[],
  series: Series,
  { forEnding }: TwoClocks,
): SeriesToken<Listed>[] {
  return seriesTokens(tokens, series)
    .filter((token) => tokenStatus(token, forEnding) === 'active')
    .sort(newestFirst);
}

/** currentOf is the newest promoted token. `members` must be sorted newest first. Undefined if there is none. */
export function currentOf(members: readonly SeriesToken[]): SeriesToken | undefined {
  return members.find(({ tag }) => tag.kind === 'current');
}

/** isNewer tells whether one token was created after another. With an unreadable date, the result is false. */
export function isNewer(one: Pick<Token, 'createdAt'>, other: Pick<Token, 'createdAt'>): boolean {
  return (
    typeof one.createdAt === 'number' &&
    typeof other.createdAt === 'number' &&
    one.createdAt > other.createdAt
  );
}

/** hasSeriesTagKind tells whether a tag is of a kind that only rotation gives. */
export function hasSeriesTagKind(tag: Tag): tag is Tag & { readonly kind: SeriesTagKind } {
  return tag.kind === 'pending' || tag.kind === 'current';
}

/** White space and invisible characters: controls, format characters, soft hyphens, and variation selectors. */
const INVISIBLE = /[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

/** similarSeries names the live series whose names differ from a new one only in case, white space, and invisible characters. */
export function similarSeries(
  tokens: readonly TokenRecord[],
  series: Series,
  { forEnding }: TwoClocks,
): string[] {
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

/** quoteVisibly quotes a name with escapes for the characters that similarSeries ignores: two names can differ in nothing else. */
export function quoteVisibly(name: string): string {
  const visible = name.replaceAll(INVISIBLE, (character) =>
    character === ' ' ? ' ' : escapeCharacter(character),
  );
  return `"${visible}"`;
}

function comparable(name: string): string {
  return name.replaceAll(INVISIBLE, '').toLowerCase();
}
