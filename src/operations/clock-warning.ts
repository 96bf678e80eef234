import type { Runner } from '../runner/runner.ts';
import { describeDifference, type TwoClocks } from '../tokens/clocks.ts';

/** clockWarning returns what warns of clocks that differ, once per step: they differ in every response. */
export function clockWarning(runner: Pick<Runner, 'warning'>): (clocks: TwoClocks) => void {
  let hasWarned = false;
  return (clocks) => {
    const difference = describeDifference(clocks);
    if (hasWarned || difference === undefined) return;
    hasWarned = true;
    runner.warning(
      'clocks-differ',
      `${difference}. Tokens are ended only when both clocks say that it is time. Correct the clock that is wrong.`,
    );
  };
}
