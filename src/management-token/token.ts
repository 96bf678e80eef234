import * as v from '@badrap/valita';
import type { Secret } from '../base/secret.ts';
import { formatServerDate, parseServerDate, type ServerDate } from '../tokens/dates.ts';
import { parseTagged, plainDescription } from '../tokens/tag.ts';

/** ManagementToken is what influxctl tells about a management token: everything but the secret. */
export interface ManagementToken {
  readonly id: string;
  readonly description: string;
  /** How the secret begins, which is public: `M.V1.` and four more characters in the vendor's samples. */
  readonly prefix: string;
  readonly accountId: string;
  readonly createdBy: string;
  readonly createdAt: ServerDate;
  readonly expiresAt: ServerDate;
  readonly revokedAt: ServerDate;
}

/** ManagementTokenStatus is what a management token is worth at a time. Revoked outranks expired. */
export type ManagementTokenStatus = 'active' | 'expired' | 'revoked';

/** Some encoders of protocol buffers write 64-bit numbers as text. */
const timestamp = v.object({
  seconds: v.union(v.number(), v.string()).optional(),
  nanos: v.number().optional(),
});

const date = v.unknown().map(parseTimestamp);
const text = v.union(v.string(), v.null()).optional();
const listed = v.object({
  id: v.string().assert((id) => id !== ''),
  description: text,
  token_prefix: text,
  account_id: text,
  created_by: text,
  created_at: date.optional(),
  expires_at: date.optional(),
  revoked_at: date.optional(),
});

/**
 * parseManagementTokens reads the JSON of `influxctl management list`. Undefined for anything else: a list that is no array is not
 * an empty one.
 */
export function parseManagementTokens(json: string): ManagementToken[] | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch {
    return undefined;
  }
  const result = v.array(listed).try(parsed, { mode: 'strip' });
  if (!result.ok) return undefined;
  return result.value.map((token) => ({
    id: token.id,
    description: token.description ?? '',
    prefix: token.token_prefix ?? '',
    accountId: token.account_id ?? '',
    createdBy: token.created_by ?? '',
    createdAt: token.created_at ?? 'unset',
    expiresAt: token.expires_at ?? 'unset',
    revokedAt: token.revoked_at ?? 'unset',
  }));
}

/** Documented is an object of seconds and nanoseconds. 1970 means "not set". A date as text is a guess about other versions. */
function parseTimestamp(value: unknown): ServerDate {
  if (value === undefined || value === null || typeof value === 'string') return parseServerDate(value);
  const parsed = timestamp.try(value, { mode: 'strip' });
  if (!parsed.ok) return 'unreadable';
  const { seconds = 0, nanos = 0 } = parsed.value;
  const instant = Number(seconds) * 1000 + Math.floor(nanos / 1_000_000);
  if (!(instant <= MAX_INSTANT)) return 'unreadable';
  return instant <= 0 ? 'unset' : instant;
}

/** The last instant that RFC 3339 can write. */
const MAX_INSTANT = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/** statusOf tells what a management token is worth at a time, in milliseconds since 1970. */
export function statusOf(
  { revokedAt, expiresAt }: Pick<ManagementToken, 'revokedAt' | 'expiresAt'>,
  now: number,
): ManagementTokenStatus {
  if (revokedAt !== 'unset') return 'revoked';
  return typeof expiresAt === 'number' && expiresAt <= now ? 'expired' : 'active';
}

/** beginsWith tells whether a secret begins with the prefix of a token. An empty prefix begins nothing. */
export function beginsWith(secret: Secret, { prefix }: Pick<ManagementToken, 'prefix'>): boolean {
  return prefix !== '' && secret.reveal().startsWith(prefix);
}

/** newestFirst orders tokens by creation, those without a readable date last; ties by ID. */
export function newestFirst(one: ManagementToken, other: ManagementToken): number {
  return dateOf(other) - dateOf(one) || (one.id < other.id ? -1 : 1);
}

function dateOf({ createdAt }: ManagementToken): number {
  return typeof createdAt === 'number' ? createdAt : 0;
}

/** TokenSelection is which tokens a list shows. */
export interface TokenSelection {
  readonly status: ManagementTokenStatus | 'all';
  /** Only tokens that expire within so many milliseconds. */
  readonly expiresWithinMs?: number;
}

/** ShownToken is a token with what can be told about it at the time of the list. */
export interface ShownToken extends ManagementToken {
  readonly status: ManagementTokenStatus;
  /** Whether the step itself uses the token. */
  readonly inUse: boolean;
}

/** selectTokens selects tokens at a time, the newest first. Pure. */
export function selectTokens(
  tokens: readonly ManagementToken[],
  { status, expiresWithinMs }: TokenSelection,
  { now, credential }: { readonly now: number; readonly credential: Secret },
): ShownToken[] {
  return tokens
    .map((token) => ({ ...token, status: statusOf(token, now), inUse: beginsWith(credential, token) }))
    .filter((token) => status === 'all' || token.status === status)
    .filter(({ expiresAt }) =>
      expiresWithinMs === undefined
        ? true
        : typeof expiresAt === 'number' && expiresAt > now && expiresAt <= now + expiresWithinMs,
    )
    .sort(newestFirst);
}

/** formatManagementTokens writes the JSON of the output `tokens`. */
export function formatManagementTokens(tokens: readonly ShownToken[]): string {
  return JSON.stringify(
    tokens.map((token) => {
      const tag = parseTagged(token.description)?.tag;
      return {
        id: token.id,
        accountId: token.accountId,
        tokenPrefix: token.prefix,
        description: token.description,
        createdBy: token.createdBy,
        createdAt: formatServerDate(token.createdAt) ?? null,
        expiresAt: formatServerDate(token.expiresAt) ?? null,
        revokedAt: formatServerDate(token.revokedAt) ?? null,
        plainDescription: plainDescription(token.description),
        kind: tag?.kind ?? null,
        server: tag?.server ?? null,
        repository: tag?.repository ?? null,
        runId: tag?.runId ?? null,
        status: token.status,
        inUse: token.inUse,
      };
    }),
  );
}
