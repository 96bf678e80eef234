import type { Clock } from '../src/base/clock.ts';

/** FakeClock stands still until a caller sleeps, and then jumps. Time passes only when a test says so. */
export class FakeClock implements Clock {
  /** Every sleep so far, in milliseconds. */
  readonly sleeps: number[] = [];
  #now: number;
  /** The clock starts at a large value, so that a wrong sign causes a large error. */
  #elapsed = 1_000_000_000;

  constructor(now = Date.UTC(2027, 0, 31, 12)) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  elapsed(): number {
    return this.#elapsed;
  }

  async sleep(ms: number): Promise<void> {
    this.sleeps.push(ms);
    this.advance(ms);
  }

  /** advance lets time pass without a sleep: a response took this long. */
  advance(ms: number): void {
    this.#now += ms;
    this.#elapsed += ms;
  }

  /** set changes the clock of the machine, like a person. No time passes. */
  set(now: number): void {
    this.#now = now;
  }
}
