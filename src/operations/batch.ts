import { aborted, inParallel, JobCanceled, MAX_IN_FLIGHT } from '../base/concurrency.ts';
import { Failure, resultOf } from '../base/errors.ts';
import { RetryAfterTooLong } from '../http/retry.ts';
import { isAuthError } from '../management-api/errors.ts';
import type { LongWork } from '../tokens/progress.ts';
import type { Deps } from './deps.ts';
import { progressOf } from './progress.ts';

/** The runner kills a canceled job after 7.5 s. The report must be written before that. */
const TIME_TO_FINISH_MS = 3_000;

export interface BatchDeps extends Pick<Deps, 'progress' | 'clock'> {
  /** Aborted when the job is canceled. No request begins after that. */
  readonly canceled?: AbortSignal;
}

/** Batch is work for many tokens, with one item per token. */
export interface Batch<Item, Result> {
  readonly work: LongWork;
  readonly items: readonly Item[];
  /** Does the work for one token. It must not begin a request after `shouldContinue` returns false. Throws a Failure. */
  readonly begin: (item: Item, shouldContinue: () => boolean) => Promise<Result>;
}

/**
 * runBatch does work for many tokens, several at once. One failure does not stop the others, except a 401, a 403, or a
 * `Retry-After` that is too long. Returns the result or the failure of each item that was begun. Throws only defects.
 */
export async function runBatch<Item, Result>(
  { work, items, begin }: Batch<Item, Result>,
  deps: BatchDeps,
): Promise<Map<Item, Result | Failure>> {
  const results = new Map<Item, Result | Failure>();
  const progress = progressOf(work, items.length, deps);
  const begun = new Set<Item>();
  let stopped = false;
  const shouldContinue = () => !stopped && !deps.canceled?.aborted;
  const beginOne = async (item: Item) => {
    begun.add(item);
    const result = await resultOf(begin(item, shouldContinue));
    results.set(item, result);
    stopped ||= abortsBatch(result);
    progress(results.size);
  };
  await Promise.race([
    inParallel(items, beginOne, { maxInFlight: maxInFlightAfter, shouldContinue }),
    timeToFinish(deps),
  ]);
  const withoutResponse = [...begun].filter((item) => !results.has(item));
  return new Map([...results, ...withoutResponse.map((item) => [item, new JobCanceled()] as const)]);
}

/** abortsBatch tells whether the work for all other tokens would fail in the same way. */
export function abortsBatch(result: unknown): boolean {
  const error = failureIn(result);
  return isAuthError(error) || error instanceof RetryAfterTooLong;
}

/** failureIn returns why the work for one token failed. Undefined if it did not fail. */
export function failureIn(result: unknown): Failure | undefined {
  if (result instanceof Failure) return result;
  const hasError = typeof result === 'object' && result !== null && 'error' in result;
  return hasError && result.error instanceof Failure ? result.error : undefined;
}

/** timeToFinish resolves when a canceled step must write its report. If the job is not canceled, it never resolves. */
export async function timeToFinish({ canceled, clock }: BatchDeps): Promise<void> {
  await (canceled ? aborted(canceled) : new Promise<never>(() => {}));
  await clock.sleep(TIME_TO_FINISH_MS);
}

/**
 * The first request is sent alone, and each response allows one more request in flight. So the first response already shows that
 * the management token is refused.
 */
function maxInFlightAfter(responses: number): number {
  return Math.min(MAX_IN_FLIGHT, 1 + responses);
}
