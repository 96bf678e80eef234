import type { Case } from './cases.ts';
import type { Usage } from './measured-process.ts';
import type { RequestCount } from './requests.ts';
import type { FileSize } from './sizes.ts';
import { median, type Ratio, ratioOf } from './statistics.ts';

/** Measured is a case with its usage in each round. */
export interface Measured extends Case {
  readonly usages: readonly Usage[];
}

/** timesTable has a row for each case, with its medians and its ratios to the case or time that it is compared with. */
export function timesTable(all: readonly Measured[]): string {
  const head = ['', 'wall ms', 'CPU ms', 'compared with', 'wall', 'CPU', 'goal', 'loaded kB', 'peak MiB'];
  const rows = all.map((measured) => {
    const of = (key: keyof Usage): number[] => measured.usages.map((usage) => usage[key]);
    const middle = (key: keyof Usage, digits: number): string => median(of(key)).toFixed(digits);
    return [
      measured.name,
      middle('wallMs', 1),
      middle('cpuMs', 1),
      ...comparison(measured, all),
      (median(of('loadedBytes')) / 1000).toFixed(0),
      middle('peakMib', 0),
    ];
  });
  return table(head, rows);
}

/** Ratios of wall and CPU time, each with its spread. */
function comparison({ goal, usages }: Measured, all: readonly Measured[]): string[] {
  if (!goal) return ['', '', '', ''];
  const max = goal.max === undefined ? '' : `≤ ${goal.max}`;
  const wall = usages.map(({ wallMs }) => wallMs);
  if (typeof goal.against === 'number') {
    const ideal = wall.map(() => goal.against as number);
    return [`ideal ${goal.against} ms`, formatRatio(ratioOf(wall, ideal)), '', max];
  }
  const other = all.find(({ name }) => name === goal.against)?.usages ?? [];
  const ratio = (key: 'wallMs' | 'cpuMs'): string =>
    formatRatio(
      ratioOf(
        usages.map((usage) => usage[key]),
        other.map((usage) => usage[key]),
      ),
    );
  return [goal.against, ratio('wallMs'), ratio('cpuMs'), max];
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

/** requestsTable has a row for each step. It lists the sent requests if they are not the minimum. */
export function requestsTable(all: readonly RequestCount[]): string {
  const rows = all.map(({ step, sent, minimum }) => [
    step,
    sent.join() === minimum.join() ? String(sent.length) : `${sent.length}: ${sent.join(', ')}`,
    `${minimum.length}: ${abbreviate(minimum)}`,
  ]);
  return table(['step', 'requests sent', 'minimum for the protocol'], rows);
}

/** Lists a request that is repeated in a row only once, with its count. */
function abbreviate(routes: readonly string[]): string {
  const runs: { route: string; count: number }[] = [];
  for (const route of routes) {
    const last = runs.at(-1);
    if (last?.route === route) last.count++;
    else runs.push({ route, count: 1 });
  }
  return runs.map(({ route, count }) => (count === 1 ? route : `${route} × ${count}`)).join(', ');
}

/** table formats rows as a Markdown table. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const rule = head.map(() => '---');
  return [head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
