import { formatInstant, wholeSeconds, withinCalendar } from './dates.ts';
import { describePermissions, type Permission, samePermissions } from './permissions.ts';
import type { Token } from './token.ts';

/** Expiry is the time when a token must expire, in milliseconds since 1970 and whole seconds, or `never`. */
export type Expiry = number | 'never';

/** TokenSpec is what a new token must be. It is sent, and then compared with the response. */
export interface TokenSpec {
  readonly description: string;
  readonly permissions: readonly Permission[];
  readonly expiresAt: Expiry;
}

/**
 * deviations compares a token with its spec and describes each difference in a part of a sentence. The response counts, not the
 * request, because a server can ignore an expiry or shorten a description.
 */
export function deviations(spec: TokenSpec, token: Token): string[] {
  const found: string[] = [];
  if (!sameExpiry(spec.expiresAt, token.expiresAt)) {
    found.push(`${describeExpiring(token.expiresAt)} (requested: ${describeExpiry(spec.expiresAt)})`);
  }
  if (!samePermissions(spec.permissions, token.permissions)) {
    found.push(
      `grants "${describePermissions(token.permissions)}" instead of "${describePermissions(spec.permissions)}"`,
    );
  }
  if (token.description !== spec.description) {
    found.push(`has the description "${token.description}" instead of "${spec.description}"`);
  }
  if (token.revokedAt !== 'unset') found.push('is already revoked');
  return found;
}

/** describeExpiry describes an expiry for people: a date, `never`, or that the date is unreadable. */
export function describeExpiry(expiry: Expiry | Token['expiresAt']): string {
  if (typeof expiry === 'number') return formatInstant(expiry);
  return expiry === 'unreadable' ? 'an unreadable date' : 'never';
}

/** describeExpiring says when a token expires, as a part of a sentence: `expires at …` or `never expires`. */
export function describeExpiring(expiry: Expiry | Token['expiresAt']): string {
  const when = describeExpiry(expiry);
  return when === 'never' ? 'never expires' : `expires at ${when}`;
}

function sameExpiry(asked: Expiry, given: Token['expiresAt']): boolean {
  return asked === 'never' ? given === 'unset' : given === asked;
}

/**
 * inheritedExpiry gives a new token the lifetime of the token that it replaces, in whole seconds from `now` (in milliseconds since 1970).
 * Undefined if there is no lifetime to inherit. Pure.
 */
export function inheritedExpiry(
  predecessor: Pick<Token, 'createdAt' | 'expiresAt'> | undefined,
  now: number,
): { readonly expiresAt: number; readonly lifetimeMs: number } | undefined {
  if (typeof predecessor?.createdAt !== 'number' || typeof predecessor.expiresAt !== 'number') {
    return undefined;
  }
  const lifetimeMs = Math.round((predecessor.expiresAt - predecessor.createdAt) / 1000) * 1000;
  const expiresAt = withinCalendar(wholeSeconds(now) + lifetimeMs);
  return expiresAt === undefined ? undefined : { expiresAt, lifetimeMs };
}
