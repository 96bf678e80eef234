import { formatInstant, wholeSeconds } from './dates.ts';
import { formatDuration } from './duration.ts';

/**
 * TwoClocks is one moment by two clocks, in milliseconds since 1970. Each clock can be wrong, and a revoked token cannot be
 * restored. So the action ends a token only when both clocks agree that it is time.
 */
export interface TwoClocks {
  /** For every decision that ends a token or treats it as ended: the earlier of the two clocks. */
  readonly forEnding: number;
  /** For the decision whether a token replaces another: the later of the two clocks, so that only a live token replaces one. */
  readonly forReplacing: number;
  /** For renewals and for display: the server's clock, or the runner's clock if the response has no date. */
  readonly forRenewing: number;
  /** The date in the server's response. Undefined if there is none. */
  readonly server: number | undefined;
  readonly runner: number;
}

/** The action warns about clocks that differ by more. */
const MAX_DIFFERENCE_MS = 5 * 60_000;

/** A Date header has whole seconds, so the server's time can be up to this much later. */
const DATE_PRECISION_MS = 999;

/** twoClocks returns both clocks at the arrival of a response. `server` is the Date of the response. Undefined if there is none. */
export function twoClocks(server: number | undefined, runner: number): TwoClocks {
  return {
    forEnding: Math.min(server ?? runner, runner),
    forReplacing: Math.max(server ?? runner, runner),
    forRenewing: server ?? runner,
    server,
    runner,
  };
}

/** describeDifference describes clocks that differ by more than five minutes. Undefined for others. Pure. */
export function describeDifference({ server, runner }: TwoClocks): string | undefined {
  if (server === undefined) return undefined;
  const isAhead = server - runner > MAX_DIFFERENCE_MS;
  const isBehind = runner - (server + DATE_PRECISION_MS) > MAX_DIFFERENCE_MS;
  if (!isAhead && !isBehind) return undefined;
  return (
    `The server's clock (${formatInstant(server)}) and this runner's clock (${formatInstant(runner)}) differ by ` +
    `${formatDuration(Math.abs(server - runner) / 1000)}`
  );
}

/** ClockReading is the time of a server's clock at one moment. */
export interface ClockReading {
  /** The time by the server, from a `Date` header, in milliseconds since 1970. Whole seconds. Undefined if there was none. */
  readonly date: number | undefined;
  /** The same moment by the runner's monotonic clock, in milliseconds. */
  readonly elapsed: number;
}

/** MAX_SHIFT_MS limits the correction of a date, because one wrong header must not make an old secret look new. */
export const MAX_SHIFT_MS = 300_000;

/** Headers with whole seconds cannot show a smaller difference. */
const MIN_DIFFERENCE_MS = 1000;

/**
 * clockDifference returns how far the first clock is ahead of the second, in milliseconds. The result is in whole seconds, rounded
 * up, and excludes the time between the two readings. Zero for clocks without a visible difference. Undefined if a date is missing.
 */
export function clockDifference(first: ClockReading, second: ClockReading): number | undefined {
  if (first.date === undefined || second.date === undefined) return undefined;
  const difference = first.date - second.date + (second.elapsed - first.elapsed);
  if (Math.abs(difference) < MIN_DIFFERENCE_MS) return 0;
  return Math.ceil(difference / 1000) * 1000;
}

/**
 * isStoredSince tells whether a secret was stored at the time when a token was created, or later. Each date is by the clock of its
 * own server. `aheadMs` is how far the token's clock is ahead of the secret's clock. Compares whole seconds. Pure.
 */
export function isStoredSince(storedAt: number, createdAt: number, aheadMs: number | undefined): boolean {
  const ahead = aheadMs ?? 0;
  const shifted = storedAt + Math.max(-MAX_SHIFT_MS, Math.min(MAX_SHIFT_MS, ahead));
  // If the clocks differ too much, neither is reliable, so the earlier date counts.
  const comparable = Math.abs(ahead) > MAX_SHIFT_MS ? Math.min(storedAt, shifted) : shifted;
  return wholeSeconds(comparable) >= wholeSeconds(createdAt);
}
