import { formatInstant, wholeSeconds } from './dates.ts';
import { formatDuration } from './duration.ts';

/**
 * TwoClocks is one moment by two clocks, in milliseconds since 1970. Any header and any clock can be wrong, and a token that
 * was ended cannot be brought back: so a decision that ends a token waits until both clocks agree.
 */
export interface TwoClocks {
  /** For every decision that ends a token or treats it as ended: the earlier of the two clocks. */
  readonly forEnding: number;
  /** For the question whether a token replaces another: the later of the two clocks, so that it does only while surely live. */
  readonly forReplacing: number;
  /** For renewing, and for what is shown: the server's clock, or the runner's where the response has no date. */
  readonly forRenewing: number;
  /** What the server's response said, if anything. */
  readonly server: number | undefined;
  readonly runner: number;
}

/** Clocks that differ by more are worth a warning. */
const MAX_DIFFERENCE_MS = 5 * 60_000;

/** A Date header has whole seconds, so the server's time is up to a second later. */
const DATE_PRECISION_MS = 1000;

/** twoClocks reads both clocks at the arrival of a response. `server` is its Date, undefined where it has none. */
export function twoClocks(server: number | undefined, runner: number): TwoClocks {
  return {
    forEnding: Math.min(server ?? runner, runner),
    forReplacing: Math.max(server ?? runner, runner),
    forRenewing: server ?? runner,
    server,
    runner,
  };
}

/** describeDifference says by how much clocks differ, if that is more than five minutes. Pure. */
export function describeDifference({ server, runner }: TwoClocks): string | undefined {
  if (server === undefined || Math.abs(server - runner) <= MAX_DIFFERENCE_MS + DATE_PRECISION_MS) {
    return undefined;
  }
  return (
    `The server's clock says ${formatInstant(server)} and this runner's clock says ${formatInstant(runner)}: they differ by ` +
    `${formatDuration(Math.abs(server - runner) / 1000)}`
  );
}

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
