import type { Conclusion } from '../expressions.ts';
import type { Workflow } from './model.ts';

/** What a job leaves to those that need it; for a matrix, of all its jobs together. */
export interface Need {
  readonly result: Conclusion;
  readonly outputs: Readonly<Record<string, string>>;
}

/** The names of the jobs, each behind those it needs. */
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

/** All jobs that a job directly or indirectly waits for: `success()` and `failure()` look at every one. */
export function ancestors(name: string, jobs: Workflow['jobs']): string[] {
  const needs = jobs[name]?.needs ?? [];
  return [...needs, ...needs.flatMap((need) => ancestors(need, jobs))];
}

/** What several jobs come to: the gravest of their results. */
export function together(results: readonly Conclusion[]): Conclusion {
  const gravest = (['failure', 'cancelled', 'skipped'] as const).find((result) => results.includes(result));
  return gravest ?? 'success';
}
