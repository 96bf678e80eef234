import type { Case } from './cases.ts';
import type { Usage } from './measured-process.ts';
import type { Asked } from './requests.ts';
import type { FileSize } from './sizes.ts';
import { median, type Ratio, ratioOf } from './statistics.ts';

/** Measured is a case and what it took, round by round. */
export interface Measured extends Case {
  readonly usages: readonly Usage[];
}

/** timesTable has a row for each case: its medians, and its ratios to what it is measured by. */
export function timesTable(all: readonly Measured[]): string {
  const head = ['', 'wall ms', 'CPU ms', 'compared with', 'wall', 'CPU', 'goal', 'loaded kB', 'peak MiB'];
  const rows = all.map((measured) => {
    const of = (key: keyof Usage): number[] => measured.usages.map((usage) => usage[key]);
    const middle = (key: keyof Usage, digits: number): string => median(of(key)).toFixed(digits);
    return [
      measured.name,
      middle('wallMs', 1),
      middle('cpuMs', 1),
      ...besides(measured, all),
      (median(of('loadedBytes')) / 1000).toFixed(0),
      middle('peakMib', 0),
    ];
  });
  return table(head, rows);
}

/** Ratios of wall and CPU time, each with its spread. */
function besides({ goal, usages }: Measured, all: readonly Measured[]): string[] {
  if (!goal) return ['', '', '', ''];
  const most = goal.most === undefined ? '' : `≤ ${goal.most}`;
  const wall = usages.map(({ wallMs }) => wallMs);
  if (typeof goal.against === 'number') {
    const ideal = wall.map(() => goal.against as number);
    return [`ideal ${goal.against} ms`, formatRatio(ratioOf(wall, ideal)), '', most];
  }
  const other = all.find(({ name }) => name === goal.against)?.usages ?? [];
  const ratio = (key: 'wallMs' | 'cpuMs'): string =>
    formatRatio(
      ratioOf(
        usages.map((usage) => usage[key]),
        other.map((usage) => usage[key]),
      ),
    );
  return [goal.against, ratio('wallMs'), ratio('cpuMs'), most];
}

function formatRatio({ ofMedians, quartiles: [low, high] }: Ratio): string {
  return `${ofMedians.toFixed(2)} (${low.toFixed(2)} to ${high.toFixed(2)})`;
}

/** sizesTable has a row for each file of dist/. */
export function sizesTable(files: readonly FileSize[]): string {
  const sum = files.reduce((total, { bytes }) => total + bytes, 0);
  const rows = files.map(({ file, bytes }) => [`\`${file}\``, String(bytes)]);
  return table(['file in dist/', 'bytes'], [...rows, ['total', String(sum)]]);
}

/** requestsTable has a row for each step. What was sent is spelled out where it is not the least. */
export function requestsTable(all: readonly Asked[]): string {
  const rows = all.map(({ step, sent, least }) => [
    step,
    sent.join() === least.join() ? String(sent.length) : `${sent.length}: ${sent.join(', ')}`,
    `${least.length}: ${abbreviate(least)}`,
  ]);
  return table(['step', 'requests sent', 'minimum for the protocol'], rows);
}

/** The same request many times in a row is told once. */
function abbreviate(routes: readonly string[]): string {
  const runs: { route: string; count: number }[] = [];
  for (const route of routes) {
    const last = runs.at(-1);
    if (last?.route === route) last.count++;
    else runs.push({ route, count: 1 });
  }
  return runs.map(({ route, count }) => (count === 1 ? route : `${route} × ${count}`)).join(', ');
}

/** table writes rows as Markdown. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const rule = head.map(() => '---');
  return [head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
