import { newestFirst } from './listing.ts';
import { parseTagged, type Tag, type TagKind } from './tag.ts';
import { type Token, tokenStatus } from './token.ts';

/** Line is all tokens that one rotation hands to the same consumers, one after the other: see README, Rotation. */
export interface Line {
  readonly repositoryId: string;
  /** The description of each of them, without the tag. */
  readonly plainDescription: string;
}

/** LineKind is a kind of tag that only rotation gives. */
export type LineKind = Extract<TagKind, 'handed' | 'current'>;

/** LineToken is a token that carries a line's tag, alive or not. */
export interface LineToken extends Token {
  readonly tag: Tag & { readonly kind: LineKind };
}

/** lineTokens picks what carries a line's tag. `job`, `kept` and untagged tokens never belong, however they are called. */
export function lineTokens(tokens: readonly Token[], line: Line): LineToken[] {
  return tokens.flatMap((token) => {
    const tagged = parseTagged(token.description);
    return tagged &&
      hasLineKind(tagged.tag) &&
      tagged.tag.repositoryId === line.repositoryId &&
      tagged.plain === line.plainDescription
      ? [{ ...token, tag: tagged.tag }]
      : [];
  });
}

/** membersOf are the live tokens of a line, the newest first. `now` is in milliseconds since 1970. */
export function membersOf(tokens: readonly Token[], line: Line, now: number): LineToken[] {
  return lineTokens(tokens, line)
    .filter((token) => tokenStatus(token, now) === 'active')
    .sort(newestFirst);
}

/** currentOf is the newest committed one of tokens that are sorted newest first; undefined when there is none. */
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
  return tag.kind === 'handed' || tag.kind === 'current';
}
