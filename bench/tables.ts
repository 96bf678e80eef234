import type { Case } from './cases.ts';
import { judge } from './goals.ts';
import type { Usage } from './measured-process.ts';
import type { RequestCount } from './requests.ts';
import { median } from './statistics.ts';

/** Measured is a case with its usage in each round. */
export interface Measured extends Case {
  readonly usages: readonly Usage[];
}

/** usageTable has a row for each case, with its medians and its goals. */
export function usageTable(all: readonly Measured[]): string {
  const usagesOf = (name: string) => all.find((one) => one.name === name)?.usages ?? [];
  const rows = all.map(({ name, goals = [], usages }) => {
    const middle = (key: keyof Usage, digits = 0): string =>
      median(usages.map((usage) => usage[key])).toFixed(digits);
    return [
      name,
      middle('wallMs'),
      middle('cpuMs'),
      middle('peakMib'),
      (median(usages.map(({ loadedBytes }) => loadedBytes)) / 1000).toFixed(0),
      goals.map((goal) => judge(goal, usages, usagesOf)).join('<br>'),
    ];
  });
  return table(['step', 'wall ms', 'CPU ms', 'peak MiB', 'loaded kB', 'goal reached'], rows);
}

/** requestsTable has a row for each step. It lists the sent requests if they are not the minimum. */
export function requestsTable(all: readonly RequestCount[]): string {
  const rows = all.map(({ step, sent, minimum }) => [
    step,
    sent.join() === minimum.join() ? String(sent.length) : `${sent.length}: ${sent.join(', ')}`,
    minimum.length === 0 ? '0' : `${minimum.length}: ${abbreviate(minimum)}`,
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
