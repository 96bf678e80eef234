import type { Token } from '../token.ts';
import { type Expiry, inheritedExpiry } from '../token-spec.ts';
import { alwaysDue, livesTooShort, nothingToInherit, type Refusal } from './refusals.ts';
import type { RotationSpec } from './spec.ts';

/** A shorter lifetime is a typing error, or every run would rotate. */
const MIN_LIFETIME_MS = 3_600_000;

/**
 * planExpiry decides when a new token expires: as the input says, or after the lifetime of the token that it replaces. `now` is in
 * milliseconds since 1970. Pure.
 */
export function planExpiry(
  { expiresAt, renewBeforeMs }: Pick<RotationSpec, 'expiresAt' | 'renewBeforeMs'>,
  predecessor: Pick<Token, 'id' | 'createdAt' | 'expiresAt'> | undefined,
  now: number,
): Expiry | Refusal {
  // The input was checked when it was read, by the clock that turned it into a date.
  if (expiresAt !== undefined) return expiresAt;
  const inherited = inheritedExpiry(predecessor, now);
  if (inherited === undefined) return nothingToInherit('expires-at', predecessor);
  const { lifetimeMs } = inherited;
  if (lifetimeMs < MIN_LIFETIME_MS) return livesTooShort(lifetimeMs);
  if (renewBeforeMs !== undefined && renewBeforeMs >= lifetimeMs) return alwaysDue(renewBeforeMs, lifetimeMs);
  return inherited.expiresAt;
}
