import * as v from '@badrap/valita';
import { parseJson } from '../base/json.ts';
import type { Secret } from '../base/secret.ts';
import type { DateFilter } from '../request/fields/filter.ts';
import { formatServerDate, parseServerDate, type ServerDate, withinCalendar } from '../tokens/dates.ts';
import { expiresWithin, newestFirst } from '../tokens/listing.ts';
import { parseTagged, plainDescription } from '../tokens/tag.ts';
import { type DateStatus, dateStatus, type TokenRecord } from '../tokens/token.ts';

/** ManagementToken is a management token as influxctl shows it, without the secret. */
export interface ManagementToken extends TokenRecord {
  /** How the secret begins, which is public: `M.V1.` and four more characters in the vendor's samples. */
  readonly prefix: string;
  readonly accountId: string;
  readonly createdBy: string;
}

/** Some encoders of protocol buffers write 64-bit numbers as text. */
const timestamp = v.object({
  seconds: v.union(v.number(), v.string()).optional(),
  nanos: v.number().optional(),
});

const date = v.unknown().map(parseTimestamp);
/** Only IDs and dates decide whether a token can be revoked, so other fields of another type count as empty. */
const text = v.unknown().map((value) => (typeof value === 'string' ? value : ''));
const listed = v.object({
  id: v.string().assert((id) => id !== ''),
  description: text.optional(),
  token_prefix: text.optional(),
  account_id: text.optional(),
  created_by: text.optional(),
  created_at: date.optional(),
  expires_at: date.optional(),
  revoked_at: date.optional(),
});

/**
 * parseManagementTokens reads the JSON of `influxctl management list`. Undefined for anything else: a list that is no array is not
 * an empty one.
 */
export function parseManagementTokens(json: string): ManagementToken[] | undefined {
  const result = v.array(listed).try(parseJson(json), { mode: 'strip' });
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
  if (withinCalendar(instant) === undefined) return 'unreadable';
  return instant <= 0 ? 'unset' : instant;
}

/** beginsWith tells whether a secret begins with the prefix of a token and continues. An empty prefix begins nothing. */
export function beginsWith(secret: Secret, { prefix }: Pick<ManagementToken, 'prefix'>): boolean {
  const text = secret.reveal();
  return prefix !== '' && text.startsWith(prefix) && text.length > prefix.length;
}

/** ShownToken is a token with its status at the time of the list. */
export interface ShownToken extends ManagementToken {
  readonly status: DateStatus;
  /** Whether the step itself uses the token. */
  readonly inUse: boolean;
}

/** selectTokens selects tokens at a time, the newest first. Pure. */
export function selectTokens(
  tokens: readonly ManagementToken[],
  { status, expiresWithinMs }: DateFilter,
  { now, credential }: { readonly now: number; readonly credential: Secret },
): ShownToken[] {
  return tokens
    .map((token) => ({ ...token, status: dateStatus(token, now), inUse: beginsWith(credential, token) }))
    .filter((token) => status === 'all' || token.status === status)
    .filter((token) => expiresWithinMs === undefined || expiresWithin(expiresWithinMs, token, now))
    .sort(newestFirst);
}

/**
 * mightBe tells whether a secret might be the one of a token. Without a prefix, nothing shows that it is not. Ask this before a token is
 * revoked that no input names.
 */
export function mightBe(secret: Secret, token: Pick<ManagementToken, 'prefix'>): boolean {
  return token.prefix === '' || beginsWith(secret, token);
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
