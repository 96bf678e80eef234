/** Clock is the only source of time: tests hand in one that does not wait. */
export interface Clock {
  /** now is the time in milliseconds since 1970. */
  now(): number;
  /** sleep resolves after so many milliseconds. */
  sleep(ms: number): Promise<void>;
}

/** systemClock is the machine's own. */
export const systemClock: Clock = {
  now: Date.now,
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};
