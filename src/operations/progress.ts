import { formatCount } from '../base/text.ts';
import type { Deps } from './deps.ts';

const EVERY_MS = 5_000;

/**
 * progressOf tells how far a long work is by a line every few seconds, not one for each step: "Revoking: 1,200 of 5,000."
 * What it returns is called after each step with the number of steps done.
 */
export function progressOf(
  work: string,
  total: number,
  { runner, clock }: Pick<Deps, 'runner' | 'clock'>,
): (done: number) => void {
  let saidAt = clock.elapsed();
  return (done) => {
    if (clock.elapsed() - saidAt < EVERY_MS) return;
    saidAt = clock.elapsed();
    runner.info(`${work}: ${formatCount(done)} of ${formatCount(total)}.`);
  };
}
