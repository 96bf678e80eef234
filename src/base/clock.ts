/** Clock is the only source of time. Tests pass a clock that does not wait. */
export interface Clock {
  /** now is the date, in milliseconds since 1970. It can jump forward or back when somebody sets the machine's clock. */
  now(): number;
  /**
   * elapsed is the time since the machine started, in milliseconds. All processes of the machine see the same value. It never
   * jumps, so every wait is measured with it.
   */
  elapsed(): number;
  /** sleep resolves after this number of milliseconds. */
  sleep(ms: number): Promise<void>;
}

/** systemClock is the clock of the machine. */
export const systemClock: Clock = {
  now: Date.now,
  elapsed: () => Number(process.hrtime.bigint() / 1_000_000n),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};
