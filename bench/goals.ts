import type { Usage } from './measured-process.ts';
import { median, type Ratio, ratioOf } from './statistics.ts';

/** Goal compares what a case uses with another case, with a time in milliseconds, or with a limit. */
export type Goal =
  | {
      readonly kind: 'ratio';
      readonly of: 'wallMs' | 'peakMib';
      /** The name of another case, or the shortest possible time in milliseconds. */
      readonly to: string | number;
      /** The largest acceptable ratio of medians. Absent if there is no goal. */
      readonly max?: number;
    }
  | { readonly kind: 'limit'; readonly maxMs: number };

/** judge says in a cell of the table whether a case reaches a goal. `usagesOf` returns the usages of another case. */
export function judge(
  goal: Goal,
  usages: readonly Usage[],
  usagesOf: (name: string) => readonly Usage[],
): string {
  if (goal.kind === 'limit') {
    const reached = median(usages.map(({ wallMs }) => wallMs)) <= goal.maxMs;
    return `${verdict(reached)}: at most ${goal.maxMs} ms`;
  }
  const { of, to, max } = goal;
  const values = usages.map((usage) => usage[of]);
  const others = typeof to === 'number' ? values.map(() => to) : usagesOf(to).map((usage) => usage[of]);
  const ratio = ratioOf(values, others);
  const compared = `${formatRatio(ratio)} × ${of === 'peakMib' ? 'the peak of ' : ''}${typeof to === 'number' ? `ideal ${to} ms` : to}`;
  return max === undefined
    ? compared
    : `${verdict(ratio.ofMedians <= max)}: ${compared}, at most ${max.toFixed(1)}`;
}

function verdict(reached: boolean): string {
  return reached ? 'yes' : '**no**';
}

function formatRatio({ ofMedians, quartiles: [low, high] }: Ratio): string {
  return `${ofMedians.toFixed(2)} (${low.toFixed(2)} to ${high.toFixed(2)})`;
}
