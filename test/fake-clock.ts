import type { Clock } from '../src/base/clock.ts';

/** FakeClock stands still until somebody sleeps, and then jumps: time passes only where a test says so. */
export class FakeClock implements Clock {
  /** Every sleep so far, in milliseconds. */
  readonly sleeps: number[] = [];
  #now: number;
  /** Whoever adds where they should subtract is far off. */
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

  /** advance lets time pass that nobody slept through: a response took so long. */
  advance(ms: number): void {
    this.#now += ms;
    this.#elapsed += ms;
  }

  /** set is somebody who sets the clock of the machine: no time passes. */
  set(now: number): void {
    this.#now = now;
  }
}
