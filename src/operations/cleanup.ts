import { unlessCancelled } from '../base/concurrency.ts';
import { Failure, resultOf } from '../base/errors.ts';
import type { WorkflowRuns } from '../github/ports.ts';
import type { CleanupRequest } from '../request/cleanup.ts';
import { type CleanupPlan, jobRunsToCheck, planCleanup } from '../tokens/cleanup-plan.ts';
import { formatTokens } from '../tokens/listing.ts';
import type { CleanupResult } from '../tokens/outcome.ts';
import type { Deps } from './deps.ts';
import { outputListing } from './list.ts';
import { revokeTokens } from './revoking/revoke-tokens.ts';
import { askWhichEnded } from './run-status.ts';

/** CleanupDeps are the parts of the world that a cleanup speaks to. */
export interface CleanupDeps extends Deps {
  readonly github: WorkflowRuns;
  /** Aborted when the job is cancelled. */
  readonly cancelled: AbortSignal;
}

/**
 * cleanup revokes tokens that are no longer in use. It writes all decisions to the outputs before it revokes the first token.
 * Throws a Failure when the file for the decisions cannot be written.
 */
export async function cleanup(request: CleanupRequest, deps: CleanupDeps): Promise<CleanupResult> {
  const plan = await resultOf(unlessCancelled(readAndPlan(request, deps), deps.cancelled));
  if (plan instanceof Failure) return { kind: 'not-begun', error: plan };
  const { decided, toRevoke, tooMany } = plan;
  outputListing(
    formatTokens(decided, ({ decision, reason }) => ({ decision, reason })),
    decided.length,
    deps,
  );
  if (request.dryRun) return { kind: 'dry-run', plan };
  if (tooMany) return { kind: 'too-many', plan, live: tooMany };
  const outcomes = await revokeTokens({ ids: toRevoke.map(({ id }) => id), known: true }, deps);
  return { kind: 'done', plan, outcomes };
}

/** GitHub is asked after the list was read: a run that has ended by then creates no more tokens. */
async function readAndPlan(
  { order, run, maxRevocations }: CleanupRequest,
  deps: CleanupDeps,
): Promise<CleanupPlan> {
  const { tokens, clocks } = await deps.api.tokens();
  const toCheck = jobRunsToCheck(order, { tokens, run, clocks });
  const { hasEnded, unresolved } = await askWhichEnded(toCheck, { own: run, clocks }, deps);
  const plan = planCleanup(order, { tokens, run, hasEnded, clocks }, maxRevocations);
  deps.progress({ kind: 'cleanup-planned', plan, unresolved });
  return plan;
}
