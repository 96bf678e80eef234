import { Failure, withContext } from '../base/errors.ts';
import { formatCount } from '../base/text.ts';
import type { CleanupRequest } from '../request/cleanup.ts';
import type { Line, Report } from '../runner/publish.ts';
import type { SummarySection } from '../runner/summary.ts';
import type { CleanupPlan, Decided } from '../tokens/cleanup-plan.ts';
import type { CleanupResult, Outcome } from '../tokens/outcome.ts';
import { TABLE_CONTINUES } from './list.ts';
import { revocationOutputs } from './outputs.ts';
import { DRY_RUN } from './progress.ts';
import { describeOutcome, nameSome, reportOutcomes } from './revocation.ts';

/**
 * reportCleanup reports the decision and the outcome for each token in scope. The step fails if too many live tokens would
 * be revoked, or if a token might be alive that was to be revoked.
 */
export function reportCleanup(request: CleanupRequest, result: CleanupResult): Report {
  switch (result.kind) {
    case 'not-begun':
      return { failure: withContext(result.error, 'No token was revoked.') };
    case 'dry-run':
      return reportDryRun(request, result.plan);
    case 'too-many':
      return {
        outputs: revocationOutputs([], []),
        sections: [table('InfluxDB tokens: too many to be revoked', result.plan.decided)],
        failure: tooManyTokens(request, result.live),
      };
    case 'done': {
      const report = reportOutcomes(result.outcomes);
      const title = report.failure ? 'InfluxDB tokens: not all are cleaned up' : 'InfluxDB tokens cleaned up';
      return { ...report, sections: [table(title, result.plan.decided, result.outcomes)] };
    }
  }
}

function reportDryRun(request: CleanupRequest, { decided, toRevoke, tooMany }: CleanupPlan): Report {
  const warning = tooMany && tooManyTokens(request, tooMany);
  return {
    outputs: revocationOutputs([], []),
    lines: [
      ...(warning ? [{ kind: 'warning', code: warning.code, text: warning.message } as const] : []),
      ...toRevoke.map(
        ({ id, reason }): Line => ({
          kind: 'info',
          text: `Token ${id} would be revoked: ${reason}.`,
        }),
      ),
      DRY_RUN,
    ],
    sections: [table('InfluxDB tokens: what a cleanup would do', decided)],
  };
}

function tooManyTokens({ maxRevocations, order }: CleanupRequest, live: readonly Decided[]): Failure {
  return new Failure(
    'too-many-tokens',
    `${formatCount(live.length)} live tokens would be revoked, and \`max-revocations\` allows ${formatCount(maxRevocations)}. ` +
      `None was revoked. They are ${nameSome(live.map(({ id }) => id))}; the summary says why. If that is what you want, give ` +
      `\`max-revocations: ${live.length}\`; if not, narrow it with \`description-pattern\`` +
      (order.maxAgeMs === undefined ? '.' : ' or a longer `max-age`.'),
  );
}

/** The tokens to revoke come first. */
function table(
  title: string,
  decided: readonly Decided[],
  outcomes: readonly Outcome[] = [],
): SummarySection {
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
    more: TABLE_CONTINUES,
  };
}
