import { type RetryControl, RetryGate } from '../../src/http/retry.ts';
import { FakeClock } from '../fake-clock.ts';

/** retryControl is the real gate. Its pauses are half of their limits: 250 ms, 500 ms, and so on. */
export function retryControl({
  retries,
  clock = new FakeClock(),
  timeLeftMs = Number.POSITIVE_INFINITY,
}: {
  readonly retries: number;
  readonly clock?: FakeClock;
  readonly timeLeftMs?: number;
}): RetryControl {
  return new RetryGate({ clock, random: () => 0.5, retries, deadline: clock.elapsed() + timeLeftMs });
}
