import { join } from 'node:path';

/** runnerClockOffBy is the environment of a step whose runner's clock is wrong by this many milliseconds. */
export function runnerClockOffBy(ms: number): { readonly env: Readonly<Record<string, string>> } {
  return {
    env: {
      NODE_OPTIONS: `--require=${join(import.meta.dirname, 'wrong-clock.cjs')}`,
      CLOCK_OFF_MS: String(ms),
    },
  };
}

/** runnerClockAt is the environment of a step that starts at a time, in milliseconds since 1970. */
export function runnerClockAt(now: number): ReturnType<typeof runnerClockOffBy> {
  return runnerClockOffBy(now - Date.now());
}

/**
 * elapsedClock is the environment of a step whose monotonic clock is ahead by so many milliseconds, and by `stepMs` more each time when the
 * step looks at it: the time for a wait is over, and the test need not wait for it.
 */
export function elapsedClock(aheadMs: number, stepMs = 0): ReturnType<typeof runnerClockOffBy> {
  return {
    env: {
      NODE_OPTIONS: `--require=${join(import.meta.dirname, 'elapsed-clock.cjs')}`,
      ELAPSED_AHEAD_MS: String(aheadMs),
      ELAPSED_STEP_MS: String(stepMs),
    },
  };
}
