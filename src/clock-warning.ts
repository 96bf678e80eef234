import { describeClocks } from './report/progress.ts';
import { publishLines } from './runner/publish.ts';
import type { Runner } from './runner/runner.ts';
import type { TwoClocks } from './tokens/clocks.ts';

/** clockWarning returns a function that warns about different clocks once per step, because they differ in every response. */
export function clockWarning(runner: Runner): (clocks: TwoClocks) => void {
  let hasWarned = false;
  return (clocks) => {
    if (hasWarned) return;
    const lines = describeClocks(clocks);
    hasWarned = lines.length > 0;
    publishLines(lines, runner);
  };
}
