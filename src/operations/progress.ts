import type { LongWork } from '../tokens/outcome.ts';
import type { Deps } from './deps.ts';

const INTERVAL_MS = 5_000;

/**
 * progressOf tells how far a long work is, at most every five seconds. Call the function that it returns after each step, with
 * the number of steps done.
 */
export function progressOf(
  work: LongWork,
  total: number,
  { progress, clock }: Pick<Deps, 'progress' | 'clock'>,
): (done: number) => void {
  let toldAt = clock.elapsed();
  return (done) => {
    if (clock.elapsed() - toldAt < INTERVAL_MS) return;
    toldAt = clock.elapsed();
    progress({ kind: 'advanced', work, done, total });
  };
}
