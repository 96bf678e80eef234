import type { Conclusion } from '../expressions.ts';
import type { Workflow } from './model.ts';

/** The results of a job for the jobs that need it. For a matrix, the results of all its jobs together. */
export interface Need {
  readonly result: Conclusion;
  readonly outputs: Readonly<Record<string, string>>;
}

/** The names of the jobs. Each job comes after the jobs that it needs. */
export function jobOrder(jobs: Workflow['jobs']): string[] {
  const order: string[] = [];
  const visit = (name: string, path: readonly string[]): void => {
    const job = jobs[name];
    if (job === undefined) throw new Error(`Job '${path.at(-1)}' needs '${name}', which does not exist`);
    if (path.includes(name)) throw new Error(`Jobs need each other: ${[...path, name].join(' → ')}`);
    for (const need of job.needs) visit(need, [...path, name]);
    if (!order.includes(name)) order.push(name);
  };
  for (const name of Object.keys(jobs)) visit(name, []);
  return order;
}

/** All jobs that a job directly or indirectly needs. `success()` and `failure()` check every one of them. */
export function ancestors(name: string, jobs: Workflow['jobs']): string[] {
  const needs = jobs[name]?.needs ?? [];
  return [...needs, ...needs.flatMap((need) => ancestors(need, jobs))];
}

/** The combined result of several jobs: the worst one. */
export function together(results: readonly Conclusion[]): Conclusion {
  const worst = (['failure', 'cancelled', 'skipped'] as const).find((result) => results.includes(result));
  return worst ?? 'success';
}
