import { wholeSeconds } from './instant.ts';

/** ClockReading is what a server's clock showed at a moment. */
export interface ClockReading {
  /** By the server, in milliseconds since 1970, from a `Date` header: whole seconds. Undefined where there was none. */
  readonly date: number | undefined;
  /** By the runner's monotonic clock, in milliseconds. */
  readonly elapsed: number;
}

/** A date is shifted by no more: one wrong header must not make an old secret look new. */
export const MAX_SHIFT_MS = 300_000;

/** Headers of whole seconds cannot tell such clocks apart. */
const MIN_DIFFERENCE_MS = 1000;

/**
 * clockDifference is how far the first clock is ahead of the second, in milliseconds: whole seconds, rounded up. The time
 * between the two readings is not part of it. Zero for clocks that cannot be told apart; undefined where a date is missing.
 */
export function clockDifference(first: ClockReading, second: ClockReading): number | undefined {
  if (first.date === undefined || second.date === undefined) return undefined;
  const difference = first.date - second.date + (second.elapsed - first.elapsed);
  if (Math.abs(difference) < MIN_DIFFERENCE_MS) return 0;
  return Math.ceil(difference / 1000) * 1000;
}

/**
 * isStoredSince tells whether a secret was stored when a token was created or later, each by the clock of its own server.
 * `aheadMs` is how far the token's clock is ahead of the secret's. Compares whole seconds; equal is not before. Pure.
 */
export function isStoredSince(storedAt: number, createdAt: number, aheadMs: number | undefined): boolean {
  const ahead = aheadMs ?? 0;
  const shifted = storedAt + Math.max(-MAX_SHIFT_MS, Math.min(MAX_SHIFT_MS, ahead));
  // Beyond the bound no clock is to be trusted: the less favorable date counts.
  const comparable = Math.abs(ahead) > MAX_SHIFT_MS ? Math.min(storedAt, shifted) : shifted;
  return wholeSeconds(comparable) >= wholeSeconds(createdAt);
}
