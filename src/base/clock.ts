/** Clock is the only source of time: tests hand in one that does not wait. */
export interface Clock {
  /** now is the date, in milliseconds since 1970. It may jump, either way, when somebody sets the machine's clock. */
  now(): number;
  /**
   * elapsed is in milliseconds, from some moment that is the same for all processes of the machine until it is started
   * anew. It never jumps: whatever is waited for is measured by it.
   */
  elapsed(): number;
  /** sleep resolves after so many milliseconds. */
  sleep(ms: number): Promise<void>;
}

/** systemClock is the machine's own. */
export const systemClock: Clock = {
  now: Date.now,
  elapsed: () => Number(process.hrtime.bigint() / 1_000_000n),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};
