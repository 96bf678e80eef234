import { formatDuration } from './duration.ts';
import { formatInstant } from './instant.ts';

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
