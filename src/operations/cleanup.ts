import { unlessCancelled } from '../base/concurrency.ts';
import { Failure, Failures, withContext } from '../base/errors.ts';
import { formatCount } from '../base/text.ts';
import type { WorkflowRuns } from '../github/ports.ts';
import type { CleanupRequest } from '../request/cleanup.ts';
import type { SummarySection } from '../runner/summary.ts';
import { type Decided, jobRunsToCheck, planCleanup } from '../tokens/cleanup-plan.ts';
import { formatTokens } from '../tokens/listing.ts';
import type { Outcome } from '../tokens/outcome.ts';
import type { Deps } from './deps.ts';
import { outputTokens } from './listing-outputs.ts';
import { describeOutcome, failuresOf, nameSome, reportIds, reportOutcomes } from './revocation-report.ts';
import { revokeTokens } from './revoking/revoke-tokens.ts';
import { askWhichEnded } from './run-status.ts';

/** CleanupDeps are the parts of the world that a cleanup speaks to. */
export interface CleanupDeps extends Deps {
  readonly github: WorkflowRuns;
  /** Aborted when the job is cancelled. */
  readonly cancelled: AbortSignal;
}

/** cleanup revokes tokens that are no longer in use, and says for each token in scope why it is revoked or kept. */
export async function cleanup(request: CleanupRequest, deps: CleanupDeps): Promise<void> {
  const { runner } = deps;
  const decided = await unlessCancelled(decideAll(request, deps), deps.cancelled, 'No token was revoked.');
  const toRevoke = decided.filter(({ decision }) => decision === 'revoke');
  outputTokens(
    formatTokens(decided, ({ decision, reason }) => ({ decision, reason })),
    decided.length,
    deps,
  );
  runner.info(
    `${formatCount(toRevoke.length)} of ${formatCount(decided.length)} tokens in scope are to be revoked.`,
  );
  const tooMany = tooManyOf(toRevoke, request);
  if (request.dryRun) {
    if (tooMany) runner.warning(tooMany.code, tooMany.message);
    reportIds([], [], deps);
    for (const { id, reason } of toRevoke) runner.info(`Token ${id} would be revoked: ${reason}.`);
    runner.info('This was a dry run: nothing was changed.');
    runner.summary(table('InfluxDB tokens: what a cleanup would do', decided, []));
    return;
  }
  if (tooMany) {
    reportIds([], [], deps);
    runner.summary(table('InfluxDB tokens: too many to be revoked', decided, []));
    throw tooMany;
  }
  const outcomes = await revokeTokens({ ids: toRevoke.map(({ id }) => id), known: true }, deps);
  report(decided, outcomes, deps);
}

async function decideAll({ order, run }: CleanupRequest, deps: CleanupDeps): Promise<Decided[]> {
  try {
    const { tokens, clocks } = await deps.api.tokens();
    const toCheck = jobRunsToCheck(order, { tokens, run, clocks });
    const { hasEnded, unresolved } = await askWhichEnded(toCheck, { own: run, clocks }, deps);
    if (unresolved) {
      deps.runner.warning(
        'github-did-not-tell',
        `Whether ${formatCount(unresolved.count)} of ${formatCount(unresolved.asked)} runs have ended is not known, so the tokens that they created are kept: ${unresolved.why}`,
      );
    }
    return planCleanup(order, { tokens, run, hasEnded, clocks });
  } catch (error) {
    throw withContext(error, 'No token was revoked.');
  }
}

/** Expired ones do not count: to revoke these changes nothing for anybody. */
function tooManyOf(
  toRevoke: readonly Decided[],
  { maxRevocations, order }: CleanupRequest,
): Failure | undefined {
  const live = toRevoke.filter(({ status }) => status === 'active');
  if (live.length <= maxRevocations) return undefined;
  return new Failure(
    'too-many-tokens',
    `${formatCount(live.length)} live tokens would be revoked, and \`max-revocations\` allows ${formatCount(maxRevocations)}. ` +
      `None was revoked. They are ${nameSome(live.map(({ id }) => id))}; the summary says why. If that is what you want, give ` +
      `\`max-revocations: ${live.length}\`; if not, narrow it with \`description-pattern\`` +
      (order.maxAgeMs === undefined ? '.' : ' or a longer `max-age`.'),
  );
}

function report(decided: readonly Decided[], outcomes: readonly Outcome[], deps: CleanupDeps): void {
  const { runner } = deps;
  const failed = reportOutcomes(outcomes, deps);
  const title =
    failed.length === 0 ? 'InfluxDB tokens cleaned up' : 'InfluxDB tokens: not all are cleaned up';
  runner.summary(table(title, decided, outcomes));
  if (failed.length > 0) throw new Failures(failuresOf(failed));
}

/** What goes stands before what stays. */
function table(title: string, decided: readonly Decided[], outcomes: readonly Outcome[]): SummarySection {
  const byId = new Map(outcomes.map((outcome) => [outcome.id, outcome]));
  const rows = (decision: Decided['decision']) =>
    decided
      .filter((token) => token.decision === decision)
      .map((token) => {
        const outcome = byId.get(token.id);
        const what = outcome ? describeOutcome(outcome) : decision;
        return [token.plainDescription, token.tag?.kind ?? 'untagged', what, token.reason, token.id];
      });
  return {
    title: decided.length === 0 ? `${title}: none is in scope` : title,
    head: ['For', 'Kind', 'Outcome', 'Why', 'Token'],
    rows: [...rows('revoke'), ...rows('keep')],
    more: 'The file in the output `tokens-file` holds all.',
  };
}
