import { formatInstant, type ServerDate } from './dates.ts';
import { describePermissions, type Permission, samePermissions } from './permissions.ts';
import type { Token } from './token.ts';

/** When a token shall expire: milliseconds since 1970 in whole seconds, or never. */
export type Expiry = number | 'never';

/** TokenSpec is what a new token shall be: what is sent, and what the response is measured by. */
export interface TokenSpec {
  readonly description: string;
  readonly permissions: readonly Permission[];
  readonly expiresAt: Expiry;
}

/**
 * deviations compares a token with its spec and says, one sentence each, what is not as asked. The response counts and
 * not the request: a server may drop an expiry or trim a description, and then the token is not the one wanted.
 */
export function deviations(spec: TokenSpec, token: Token): string[] {
  const found: string[] = [];
  if (!sameExpiry(spec.expiresAt, token.expiresAt)) {
    found.push(`expires ${describeExpiry(token.expiresAt)} instead of ${describeExpiry(spec.expiresAt)}`);
  }
  if (!samePermissions(spec.permissions, token.permissions)) {
    found.push(
      `grants "${describePermissions(token.permissions)}" instead of "${describePermissions(spec.permissions)}"`,
    );
  }
  if (token.description !== spec.description) {
    found.push(`is described as "${token.description}" instead of "${spec.description}"`);
  }
  if (token.revokedAt !== 'unset') found.push('is already revoked');
  return found;
}

/** describeDate writes a date of the server for people. */
export function describeDate(date: ServerDate): string {
  if (typeof date === 'number') return formatInstant(date);
  return date === 'unset' ? 'not told' : 'at a date that cannot be read';
}

/** describeExpiry writes an expiry for people: a date, `never`, or that it cannot be read. */
export function describeExpiry(expiry: Expiry | Token['expiresAt']): string {
  return expiry === 'never' || expiry === 'unset' ? 'never' : describeDate(expiry);
}

function sameExpiry(asked: Expiry, given: Token['expiresAt']): boolean {
  return asked === 'never' ? given === 'unset' : given === asked;
}
