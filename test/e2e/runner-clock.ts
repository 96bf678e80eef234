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
