import type { LongWork } from '../tokens/progress.ts';
import type { Deps } from './deps.ts';

const INTERVAL_MS = 5_000;

/**
 * progressOf returns a function that reports the progress of long work, at most every five seconds. Call the function after each
 * step, with the number of completed steps.
 */
export function progressOf(
  work: LongWork,
  total: number,
  { progress, clock }: Pick<Deps, 'progress' | 'clock'>,
): (done: number) => void {
  let reportedAt = clock.elapsed();
  return (done) => {
    if (clock.elapsed() - reportedAt < INTERVAL_MS) return;
    reportedAt = clock.elapsed();
    progress({ kind: 'advanced', work, done, total });
  };
}
