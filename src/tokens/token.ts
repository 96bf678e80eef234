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

/** TokenRecord is what the list shows of any token, database token or management token. */
export type TokenRecord = Omit<Token, 'permissions'>;

/** DateStatus is the status of a token by its dates. */
export type DateStatus = 'active' | 'expired' | 'revoked';

/** `suspended`: a suspension was at least begun, and the token is not restored. */
export type TokenStatus = DateStatus | 'suspended';

/**
 * tokenStatus returns the status of a token at a time (milliseconds since 1970). `revoked` takes precedence over `expired`, and
 * `expired` over `suspended`, because only a suspended token can be restored.
 */
export function tokenStatus(
  token: Pick<Token, 'description' | 'expiresAt' | 'revokedAt'>,
  now: number,
): TokenStatus {
  const status = dateStatus(token, now);
  if (status !== 'active') return status;
  const state = parseRecord(token.description)?.state;
  return state === 'suspending' || state === 'suspended' ? 'suspended' : 'active';
}

/** dateStatus returns the status of a token by its dates alone, which is the status of a management token. `revoked` takes precedence. */
export function dateStatus(
  { expiresAt, revokedAt }: Pick<Token, 'expiresAt' | 'revokedAt'>,
  now: number,
): DateStatus {
  if (revokedAt !== 'unset') return 'revoked';
  return typeof expiresAt === 'number' && expiresAt <= now ? 'expired' : 'active';
}

/**
 * isConfirmedRevoked tells whether a token is surely revoked. An unreadable date proves nothing. A second revocation does no harm,
 * but a token that stays valid does.
 */
export function isConfirmedRevoked({ revokedAt }: Pick<Token, 'revokedAt'>): boolean {
  return typeof revokedAt === 'number';
}

/** indexById returns a function that finds a token by its ID in any case. If an ID is listed twice, it returns the last token. */
export function indexById<Listed extends Pick<Token, 'id'>>(
  tokens: readonly Listed[],
): (id: string) => Listed | undefined {
  const byId = new Map(tokens.map((token) => [token.id.toLowerCase(), token]));
  return (id) => byId.get(id.toLowerCase());
}

/** sameId compares IDs, whose hex digits can have either case. */
export function sameId(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
