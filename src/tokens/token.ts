import type { ServerDate } from './dates.ts';
import type { Permission } from './permissions.ts';
import { parseRecord } from './record.ts';

/** Token is a database token as the Management API shows it, without the secret. */
export interface Token {
  readonly id: string;
  readonly description: string;
  readonly permissions: readonly Permission[];
  readonly createdAt: ServerDate;
  readonly expiresAt: ServerDate;
  readonly revokedAt: ServerDate;
}

/** TokenChange contains the fields of a token to replace. */
export type TokenChange = Partial<Pick<Token, 'description' | 'permissions'>>;

/** `suspended`: a suspension was at least begun, and the token is not restored. */
export type TokenStatus = 'active' | 'suspended' | 'expired' | 'revoked';

/**
 * tokenStatus returns the status of a token at a time (milliseconds since 1970). `revoked` takes precedence over `expired`, and
 * `expired` over `suspended`, because only a suspended token can be restored.
 */
export function tokenStatus(
  token: Pick<Token, 'description' | 'expiresAt' | 'revokedAt'>,
  now: number,
): TokenStatus {
  if (token.revokedAt !== 'unset') return 'revoked';
  if (typeof token.expiresAt === 'number' && token.expiresAt <= now) return 'expired';
  const state = parseRecord(token.description)?.state;
  return state === 'suspending' || state === 'suspended' ? 'suspended' : 'active';
}

/**
 * isConfirmedRevoked tells whether a token is surely revoked. An unreadable date proves nothing. A second revocation does no harm,
 * but a token that stays valid does.
 */
export function isConfirmedRevoked({ revokedAt }: Pick<Token, 'revokedAt'>): boolean {
  return typeof revokedAt === 'number';
}

/** indexById returns a function that finds a token by its ID in any case. If an ID is listed twice, it returns the last token. */
export function indexById(tokens: readonly Token[]): (id: string) => Token | undefined {
  const byId = new Map(tokens.map((token) => [token.id.toLowerCase(), token]));
  return (id) => byId.get(id.toLowerCase());
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * isUuid checks for the syntax of a UUID of any version, because the dummy ID of Clustered has none. Check every ID before it is
 * used in a path: `../databases/prod` as the ID of a token would delete a database.
 */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}

/** sameId compares IDs, whose hex digits can have either case. */
export function sameId(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
