import { Failure } from './failure.ts';

/**
 * cancellationOf is aborted when the job is cancelled: GitHub's runner sends SIGINT, and 7.5 s later SIGTERM. Whoever asks for
 * it has to come to an end by itself; without it a signal ends the process at once.
 */
export function cancellationOf(process: NodeJS.Process): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => controller.abort());
  return controller.signal;
}

/** unlessCancelled gives up waiting when the job is cancelled. Throws a Failure then, with what is true now. */
export async function unlessCancelled<Value>(
  work: Promise<Value>,
  cancelled: AbortSignal,
  consequence: string,
): Promise<Value> {
  return await Promise.race([
    work,
    aborted(cancelled).then(() => {
      throw new Failure('Cancelled', `The job was cancelled. ${consequence}`);
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
