import { Failure } from './errors.ts';

/** MAX_IN_FLIGHT is the largest number of requests that are in flight at once. */
export const MAX_IN_FLIGHT = 8;

export interface Concurrency {
  /** How many tasks can run at once after `ended` tasks have ended. */
  readonly maxInFlight: (ended: number) => number;
  /** Called before each task. If it returns false, no further task begins. */
  readonly shouldContinue: () => boolean;
}

/** DEFAULT_CONCURRENCY runs all tasks, as fast as is fair to a server. */
export const DEFAULT_CONCURRENCY: Concurrency = {
  maxInFlight: () => MAX_IN_FLIGHT,
  shouldContinue: () => true,
};

/** inParallel runs a task for each item. It starts the tasks in order and runs several at once. Tasks must not throw. */
export async function inParallel<Item>(
  items: Iterable<Item>,
  task: (item: Item) => Promise<void>,
  { maxInFlight, shouldContinue }: Concurrency = DEFAULT_CONCURRENCY,
): Promise<void> {
  const inFlight = new Set<Promise<void>>();
  let ended = 0;
  for (const item of items) {
    while (inFlight.size >= maxInFlight(ended)) await Promise.race(inFlight);
    if (!shouldContinue()) break;
    const begun = task(item).then(() => {
      ended++;
      inFlight.delete(begun);
    });
    inFlight.add(begun);
  }
  await Promise.all(inFlight);
}

/**
 * cancellationOf is aborted when the job is canceled: GitHub's runner sends SIGINT, and SIGTERM 7.5 s later. From then on, a
 * signal no longer ends the process, so the caller must stop by itself.
 */
export function cancellationOf(process: NodeJS.Process): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => controller.abort());
  return controller.signal;
}

/** JobCanceled means that work did not finish, or its result was not seen, because the job was canceled. */
export class JobCanceled extends Failure {
  constructor() {
    super('canceled', 'The job was canceled.');
    this.name = 'JobCanceled';
  }
}

/** unlessCanceled waits for work. Throws JobCanceled if the job is canceled first. */
export async function unlessCanceled<Value>(work: Promise<Value>, canceled: AbortSignal): Promise<Value> {
  return await Promise.race([
    work,
    aborted(canceled).then(() => {
      throw new JobCanceled();
    }),
  ]);
}

/** aborted resolves when a signal is aborted. Otherwise, it never resolves. */
export function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
