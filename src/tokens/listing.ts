import { formatServerDate, type ServerDate } from './dates.ts';
import type { Glob } from './glob.ts';
import { ANY_DATABASE } from './permissions.ts';
import { isSameRepository, parseTagged, plainDescription, type RepositoryKey, type Tag } from './tag.ts';
import { type Token, type TokenStatus, tokenStatus } from './token.ts';

/** Scope says whose tokens are selected. A repository and an organization belong to one server. */
export type Scope =
  | { readonly kind: 'cluster' }
  | ({ readonly kind: 'repository' } & RepositoryKey)
  | { readonly kind: 'organization'; readonly server: string; readonly owner: string };

/** LISTED_KINDS are the kinds of tags, and `untagged`. */
export const LISTED_KINDS = ['job', 'kept', 'pending', 'current', 'untagged'] as const;
export type ListedKind = (typeof LISTED_KINDS)[number];

/** TokenFilter selects the tokens that match all of its parts. */
export interface TokenFilter {
  readonly status: TokenStatus | 'all';
  readonly scope: Scope;
  /** Selects tokens that grant access to one of these databases, or to `*`. Empty: selects all tokens. */
  readonly databases: readonly string[];
  /** Selects tokens of these kinds. Undefined: all kinds. */
  readonly kinds?: readonly ListedKind[];
  /** Matches descriptions without their tags. */
  readonly pattern?: Glob;
  /** Selects live tokens that expire within this time, in milliseconds. */
  readonly expiresWithinMs?: number;
}

/** ListedToken is a token with its tag and its status at the time of the list. */
export interface ListedToken extends Token {
  readonly plainDescription: string;
  readonly tag: Tag | undefined;
  readonly status: TokenStatus;
}

/** listTokens selects tokens and sorts them, the newest first, then by ID. `now` is in milliseconds since 1970. Pure. */
export function listTokens(tokens: readonly Token[], filter: TokenFilter, now: number): ListedToken[] {
  return tokens
    .map((token) => examine(token, now))
    .filter((token) => selects(filter, token, now))
    .sort(newestFirst);
}

/** unreadableExpiries are the tokens that a filter omits only because their expiry cannot be read. Pure. */
export function unreadableExpiries(
  tokens: readonly Token[],
  { expiresWithinMs, ...others }: TokenFilter,
  now: number,
): ListedToken[] {
  if (expiresWithinMs === undefined) return [];
  return listTokens(tokens, others, now).filter(({ expiresAt }) => expiresAt === 'unreadable');
}

/** isWithin tells whether a token with this tag is in a scope. An untagged token is only in the scope of the cluster. */
export function isWithin(scope: Scope, tag: Tag | undefined): boolean {
  switch (scope.kind) {
    case 'cluster':
      return true;
    case 'repository':
      return tag !== undefined && isSameRepository(tag, scope);
    case 'organization':
      return (
        tag?.server === scope.server &&
        tag.repository.split('/')[0]?.toLowerCase() === scope.owner.toLowerCase()
      );
  }
}

/** newestFirst sorts tokens by creation, the newest first and tokens without a readable date last, then by ID. */
export function newestFirst(
  one: Pick<Token, 'id' | 'createdAt'>,
  other: Pick<Token, 'id' | 'createdAt'>,
): number {
  return sortable(other.createdAt, 0) - sortable(one.createdAt, 0) || compareTexts(one.id, other.id);
}

/** nextToExpireFirst sorts tokens by expiry, tokens without a readable expiry last, then by ID. */
export function nextToExpireFirst(one: Token, other: Token): number {
  const never = Number.MAX_SAFE_INTEGER;
  return sortable(one.expiresAt, never) - sortable(other.expiresAt, never) || compareTexts(one.id, other.id);
}

/**
 * formatTokens returns the JSON of the output `tokens`, with the field names of the API, the parts of the tag, and the fields that
 * `more` adds.
 */
export function formatTokens<Listed extends ListedToken>(
  tokens: readonly Listed[],
  more: (token: Listed) => object = () => ({}),
): string {
  return JSON.stringify(
    tokens.map((token) => ({
      id: token.id,
      description: token.description,
      permissions: token.permissions,
      createdAt: formatServerDate(token.createdAt) ?? null,
      expiresAt: formatServerDate(token.expiresAt) ?? null,
      revokedAt: formatServerDate(token.revokedAt) ?? null,
      plainDescription: token.plainDescription,
      kind: token.tag?.kind ?? null,
      server: token.tag?.server ?? null,
      repository: token.tag?.repository ?? null,
      runId: token.tag?.runId ?? null,
      status: token.status,
      ...more(token),
    })),
  );
}

function examine(token: Token, now: number): ListedToken {
  const tagged = parseTagged(token.description);
  return {
    ...token,
    plainDescription: tagged?.plain ?? plainDescription(token.description),
    tag: tagged?.tag,
    status: tokenStatus(token, now),
  };
}

function selects(filter: TokenFilter, token: ListedToken, now: number): boolean {
  return (
    (filter.status === 'all' || token.status === filter.status) &&
    isWithin(filter.scope, token.tag) &&
    grantsOneOf(filter.databases, token) &&
    (filter.kinds?.includes(token.tag?.kind ?? 'untagged') ?? true) &&
    (filter.pattern?.matches(token.plainDescription) ?? true) &&
    (filter.expiresWithinMs === undefined || expiresWithin(filter.expiresWithinMs, token, now))
  );
}

function grantsOneOf(databases: readonly string[], { permissions }: Token): boolean {
  return (
    databases.length === 0 ||
    permissions.some(({ resource }) => resource === ANY_DATABASE || databases.includes(resource))
  );
}

/** expiresWithin tells whether a live token expires within so many milliseconds. */
export function expiresWithin(
  limitMs: number,
  { expiresAt }: Pick<Token, 'expiresAt'>,
  now: number,
): boolean {
  return typeof expiresAt === 'number' && expiresAt > now && expiresAt <= now + limitMs;
}

function sortable(date: ServerDate, otherwise: number): number {
  return typeof date === 'number' ? date : otherwise;
}

function compareTexts(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
