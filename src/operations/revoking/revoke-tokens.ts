import { aborted, inParallel, JobCancelled, MAX_IN_FLIGHT } from '../../base/concurrency.ts';
import { Failure, failureOnly } from '../../base/errors.ts';
import { RetryAfterTooLong } from '../../http/retry.ts';
import { isAuthError } from '../../management-api/errors.ts';
import type { Outcome } from '../../tokens/outcome.ts';
import { indexById } from '../../tokens/token.ts';
import type { Deps } from '../deps.ts';
import { progressOf } from '../progress.ts';
import { type DeleteResult, deleteToken, judgeNotFound } from './revoke-token.ts';

/** Revocations are tokens to revoke. */
export interface Revocations {
  readonly ids: readonly string[];
  /** Whether an earlier response of this step, or the ledger, shows that all of them existed at this address. */
  readonly known: boolean;
}

/** The runner kills a canceled job after 7.5 s. The report must be written before that. */
const TIME_TO_FINISH_MS = 3_000;

export interface RevokeDeps extends Pick<Deps, 'api' | 'retryControl' | 'progress' | 'clock'> {
  /** Aborted when the job is cancelled: no request begins after that. */
  readonly cancelled?: AbortSignal;
}

/**
 * revokeTokens revokes many tokens. One failure does not stop the others, except a 401, a 403, or a `Retry-After` that is
 * too long. The outcomes are in the order of the IDs. Never throws for what happens to a token.
 */
export async function revokeTokens({ ids, known }: Revocations, deps: RevokeDeps): Promise<Outcome[]> {
  const deleted = await deleteAll(ids, deps);
  const missing = [...deleted.values()].flatMap((result) =>
    result.kind === 'not-found' ? [{ id: result.id, known: known || result.wasShown }] : [],
  );
  const end = deps.cancelled?.aborted ? new JobCancelled() : [...deleted.values()].find(abortsBatch)?.error;
  const unseen = (error: unknown) => missing.map(({ id }) => failed(id, error));
  // After the end of the batch no list is read, so tokens that were not found might be alive.
  const looked =
    end === undefined
      ? await Promise.race([
          lookFor(missing, deps),
          timeToFinish(deps).then(() => unseen(new JobCancelled())),
        ])
      : unseen(end);
  const judged = new Map(looked.map((outcome) => [outcome.id, outcome]));
  return ids.map((id) => {
    const result = deleted.get(id);
    return judged.get(id) ?? (result && result.kind !== 'not-found' ? result : { id, kind: 'skipped' });
  });
}

/** The result of the DELETE of one token, before any list was read. */
type Deleted = ({ readonly id: string } & DeleteResult) | Failed;

/**
 * The first request is sent alone, and each response allows one more request in flight. So the first response already shows that
 * the management token is refused.
 */
async function deleteAll(ids: readonly string[], deps: RevokeDeps): Promise<Map<string, Deleted>> {
  const outcomes = new Map<string, Deleted>();
  const progress = progressOf('revoking', ids.length, deps);
  const asked = new Set<string>();
  let stopped = false;
  const shouldContinue = () => !stopped && !deps.cancelled?.aborted;
  const begin = async (id: string) => {
    asked.add(id);
    const outcome = await deleteOne(id, deps, shouldContinue);
    outcomes.set(id, outcome);
    stopped ||= abortsBatch(outcome);
    progress(outcomes.size);
  };
  await Promise.race([
    inParallel(ids, begin, { maxInFlight: maxInFlightAfter, shouldContinue }),
    timeToFinish(deps),
  ]);
  const withoutResponse = [...asked].filter((id) => !outcomes.has(id));
  return new Map([
    ...outcomes,
    ...withoutResponse.map((id) => [id, failed(id, new JobCancelled())] as const),
  ]);
}

/** Never resolves as long as the job is not cancelled. */
async function timeToFinish({ cancelled, clock }: RevokeDeps): Promise<void> {
  await (cancelled ? aborted(cancelled) : new Promise<never>(() => {}));
  await clock.sleep(TIME_TO_FINISH_MS);
}

function maxInFlightAfter(responses: number): number {
  return Math.min(MAX_IN_FLIGHT, 1 + responses);
}

async function deleteOne(id: string, deps: RevokeDeps, shouldContinue: () => boolean): Promise<Deleted> {
  try {
    return { id, ...(await deleteToken(id, deps, shouldContinue)) };
  } catch (error) {
    return failed(id, failureOnly(error));
  }
}

type Failed = Extract<Outcome, { kind: 'failed' }>;

function failed(id: string, error: unknown): Failed {
  return { id, kind: 'failed', error };
}

function abortsBatch(outcome: Deleted): outcome is Failed {
  return (
    outcome.kind === 'failed' && (isAuthError(outcome.error) || outcome.error instanceof RetryAfterTooLong)
  );
}

/** Reads the list once for all tokens that were not found. The list is read after the last DELETE, so it shows the effect of all. */
async function lookFor(
  missing: readonly { readonly id: string; readonly known: boolean }[],
  { api }: RevokeDeps,
): Promise<Outcome[]> {
  if (missing.length === 0) return [];
  try {
    const { tokens } = await api.tokens();
    const tokenById = indexById(tokens);
    return missing.map(({ id, known }) => {
      const judged = judgeNotFound({ id, listed: tokenById(id), known });
      return judged instanceof Failure ? failed(id, judged) : { id, kind: judged };
    });
  } catch (error) {
    const failure = failureOnly(error);
    return missing.map(({ id }) => failed(id, failure));
  }
}
