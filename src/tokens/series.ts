import { newestFirst } from './listing.ts';
import { isSameRepository, parseTagged, type RepositoryKey, type Tag, type TagKind } from './tag.ts';
import { type Token, tokenStatus } from './token.ts';
import type { TwoClocks } from './two-clocks.ts';

/** Line is a token series: the tokens of one repository that replace one another. */
export interface Line extends RepositoryKey {
  /** The description of each of them, without tag and record. */
  readonly plainDescription: string;
}

/** LineKind is a kind of tag that only rotation gives. */
export type LineKind = Extract<TagKind, 'pending' | 'current'>;

/** LineToken is a token with the tag of a series, alive or not. */
export interface LineToken extends Token {
  readonly tag: Tag & { readonly kind: LineKind };
}

/** lineTokens picks the tokens with the tag of a series. `job`, `kept`, and untagged tokens never belong, whatever their description. */
export function lineTokens(tokens: readonly Token[], line: Line): LineToken[] {
  return tokens.flatMap((token) => {
    const tagged = parseTagged(token.description);
    return tagged &&
      hasLineKind(tagged.tag) &&
      isSameRepository(tagged.tag, line) &&
      tagged.plain === line.plainDescription
      ? [{ ...token, tag: tagged.tag }]
      : [];
  });
}

/**
 * membersOf are the live tokens of a series, the newest first. A member that only one clock takes for expired is live:
 * otherwise a wrong clock would end the series.
 */
export function membersOf(tokens: readonly Token[], line: Line, { forEnding }: TwoClocks): LineToken[] {
  return lineTokens(tokens, line)
    .filter((token) => tokenStatus(token, forEnding) === 'active')
    .sort(newestFirst);
}

/** currentOf is the newest promoted one of tokens that are sorted newest first; undefined when there is none. */
export function currentOf(members: readonly LineToken[]): LineToken | undefined {
  return members.find(({ tag }) => tag.kind === 'current');
}

/** isNewer tells whether one token was created after another. A date that cannot be read proves nothing. */
export function isNewer(one: Token, other: Token): boolean {
  return (
    typeof one.createdAt === 'number' &&
    typeof other.createdAt === 'number' &&
    one.createdAt > other.createdAt
  );
}

/** hasLineKind tells whether a tag is of a kind that only rotation gives. */
export function hasLineKind(tag: Tag): tag is Tag & { readonly kind: LineKind } {
  return tag.kind === 'pending' || tag.kind === 'current';
}
