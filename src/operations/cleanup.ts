import { unlessCanceled } from '../base/concurrency.ts';
import { Failure, resultOf } from '../base/errors.ts';
import type { WorkflowRuns } from '../github/workflow-run.ts';
import type { CleanupRequest } from '../request/cleanup.ts';
import { type CleanupPlan, type Decided, jobRunsToCheck, planCleanup } from '../tokens/cleanup-plan.ts';
import { formatTokens } from '../tokens/listing.ts';
import type { CleanupResult } from '../tokens/results.ts';
import type { Deps } from './deps.ts';
import { outputListing } from './list.ts';
import { endTokens, type TokenEnding } from './revoking/revoke-tokens.ts';
import { askWhichEnded } from './run-status.ts';

/** CleanupDeps are the dependencies of a cleanup. */
export interface CleanupDeps extends Deps {
  readonly github: WorkflowRuns;
  /** Aborted when the job is canceled. */
  readonly canceled: AbortSignal;
}

/**
 * cleanup revokes or suspends tokens that are no longer in use. It writes all decisions to the outputs before it changes the first
 * token. Throws a Failure if the file for the decisions cannot be written.
 */
export async function cleanup(request: CleanupRequest, deps: CleanupDeps): Promise<CleanupResult> {
  const plan = await resultOf(unlessCanceled(readAndPlan(request, deps), deps.canceled));
  if (plan instanceof Failure) return { kind: 'not-begun', error: plan };
  const { decided, toEnd, tooMany } = plan;
  outputListing(
    formatTokens(decided, ({ decision, reason }) => ({ decision, reason })),
    decided.length,
    deps,
  );
  if (request.dryRun) return { kind: 'dry-run', plan };
  if (tooMany) return { kind: 'too-many', plan, live: tooMany };
  const outcomes = await endTokens(toEnd.map(tokenEnding), deps);
  return { kind: 'done', plan, outcomes };
}

function tokenEnding(token: Decided): TokenEnding {
  const { id, decision, status } = token;
  if (decision === 'suspend') return { kind: 'suspend', id, token };
  return { kind: 'revoke', id, known: true, ...(status === 'suspended' ? { decidedOn: token } : {}) };
}

/** Reads the list first and then asks GitHub, because a run that has ended by then creates no more tokens. */
async function readAndPlan(
  { spec, run, maxRevocations }: CleanupRequest,
  deps: CleanupDeps,
): Promise<CleanupPlan> {
  const { tokens, clocks } = await deps.api.tokens();
  const toCheck = jobRunsToCheck(spec, { tokens, run, clocks });
  const { hasEnded, unresolved } = await askWhichEnded(toCheck, { own: run, clocks }, deps);
  const plan = planCleanup(spec, { tokens, run, hasEnded, clocks }, maxRevocations);
  deps.progress({ kind: 'cleanup-planned', plan, unresolved });
  return plan;
}
