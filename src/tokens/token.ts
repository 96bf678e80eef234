import type { ServerDate } from './dates.ts';
import type { Permission } from './permissions.ts';
import { parseRecord } from './record.ts';

/** Token is what the Management API tells about a database token: everything but the secret. */
export interface Token {
  readonly id: string;
  readonly description: string;
  readonly permissions: readonly Permission[];
  readonly createdAt: ServerDate;
  readonly expiresAt: ServerDate;
  readonly revokedAt: ServerDate;
}

/** TokenChange is what of a token is to be replaced. */
export type TokenChange = Partial<Pick<Token, 'description' | 'permissions'>>;

/** `suspended`: a suspension was at least begun, and the token is not restored. */
export type TokenStatus = 'active' | 'suspended' | 'expired' | 'revoked';

/**
 * tokenStatus tells what a token is worth at a time (milliseconds since 1970). Revoked outranks expired, and expired outranks
 * suspended, because only a suspended token can be restored.
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
 * isConfirmedRevoked tells whether there is nothing left to revoke. A date that cannot be read proves nothing: to revoke a
 * token twice does no harm, to leave one alive does.
 */
export function isConfirmedRevoked({ revokedAt }: Pick<Token, 'revokedAt'>): boolean {
  return typeof revokedAt === 'number';
}

/** indexById makes a list searchable by id, whose hex digits may be of either case; of one listed twice the last counts. */
export function indexById(tokens: readonly Token[]): (id: string) => Token | undefined {
  const byId = new Map(tokens.map((token) => [token.id.toLowerCase(), token]));
  return (id) => byId.get(id.toLowerCase());
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * isUuid checks for UUID syntax and never for a version: Clustered's dummy id is of none. Every id that goes into a
 * path must pass: `../databases/prod` for a token's id would delete a database.
 */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}

/** sameId compares ids, whose hex digits may be of either case. */
export function sameId(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
