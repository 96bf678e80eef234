import { Failure } from './errors.ts';

/** MAX_IN_FLIGHT is how many requests can be in flight at once. */
export const MAX_IN_FLIGHT = 8;

export interface Concurrency {
  /** How many tasks may go on at once when so many have ended. */
  readonly maxInFlight: (ended: number) => number;
  /** Asked before each task begins; false: no more begin. */
  readonly shouldContinue: () => boolean;
}

/** DEFAULT_CONCURRENCY goes on to the end, as fast as is polite. */
export const DEFAULT_CONCURRENCY: Concurrency = {
  maxInFlight: () => MAX_IN_FLIGHT,
  shouldContinue: () => true,
};

/** inParallel carries out a task for each item, in their order, some at once. Tasks must not throw. */
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

/** JobCancelled says that something was not done, or not seen to be done, because the job was cancelled. */
export class JobCancelled extends Failure {
  constructor() {
    super('cancelled', 'The job was cancelled.');
    this.name = 'JobCancelled';
  }
}

/** unlessCancelled gives up waiting when the job is cancelled. Throws JobCancelled then. */
export async function unlessCancelled<Value>(work: Promise<Value>, cancelled: AbortSignal): Promise<Value> {
  return await Promise.race([
    work,
    aborted(cancelled).then(() => {
      throw new JobCancelled();
    }),
  ]);
}

/** aborted resolves when a signal is aborted, and never without. */
export function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
