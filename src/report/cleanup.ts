import { Failure, withContext } from '../base/errors.ts';
import { countOf, formatCount } from '../base/text.ts';
import type { CleanupRequest } from '../request/cleanup.ts';
import type { Line, Report } from '../runner/publish.ts';
import type { SummarySection } from '../runner/summary.ts';
import type { CleanupPlan, Decided } from '../tokens/cleanup-plan.ts';
import type { Outcome } from '../tokens/outcome.ts';
import { describePermissions } from '../tokens/permissions.ts';
import type { CleanupResult } from '../tokens/results.ts';
import type { SuspendedToken } from '../tokens/suspension.ts';
import { isWithoutAccess } from '../tokens/token-content.ts';
import { clusterLine, describeCreator, describeWhen, type ReportContext } from './context.ts';
import { rowsFor, TABLE_CONTINUES } from './list.ts';
import { countOutcomes, describeOutcome, nameSome, reportOutcomes } from './outcomes.ts';
import { endingOutputs } from './outputs.ts';
import { DRY_RUN } from './progress.ts';
import { summarizeSuspended, suspendedOnes, WOULD_END } from './suspension.ts';

/**
 * reportCleanup reports the decision and the outcome for each token in scope. The step fails if too many live tokens would
 * be revoked, or if a token might be alive that was to be revoked.
 */
export function reportCleanup(
  request: CleanupRequest,
  result: CleanupResult,
  context: ReportContext,
): Report {
  switch (result.kind) {
    case 'not-begun':
      return { outputs: endingOutputs(), failure: withContext(result.error, 'No token was revoked.') };
    case 'dry-run':
      return reportDryRun(request, result.plan, context);
    case 'too-many': {
      const { decided } = result.plan;
      const title = `0 of ${countOf(decided.length, 'token')} revoked, because ${countOf(result.live.length, 'live token')} exceed \`max-revocations\``;
      return {
        outputs: endingOutputs(),
        sections: [table({ title, request, decided }, context)],
        failure: tooManyTokens(request, result.live),
      };
    }
    case 'done': {
      const { plan, outcomes } = result;
      const { decided, toEnd } = plan;
      const title = countOutcomes(outcomes, { others: decided.length - toEnd.length });
      return {
        ...reportOutcomes(outcomes),
        sections: [
          table({ title, request, decided, outcomes }, context),
          ...summarizeSuspended(inQuarantine(plan, outcomes), request.spec.quarantineMs, context),
        ],
      };
    }
  }
}

/** Those that this step suspended, and those that earlier ones did. */
function inQuarantine({ decided }: CleanupPlan, outcomes: readonly Outcome[]): SuspendedToken[] {
  const suspended = suspendedOnes(outcomes).map(({ id, token }) => ({ ...token, id }));
  return [...suspended, ...decided.filter((token) => token.decision === 'keep' && isWithoutAccess(token))];
}

function reportDryRun(
  request: CleanupRequest,
  { decided, toEnd, tooMany }: CleanupPlan,
  context: ReportContext,
): Report {
  const warning = tooMany && tooManyTokens(request, tooMany);
  const suspended = toEnd.filter(({ decision }) => decision === 'suspend').length;
  const counted = [
    `${formatCount(toEnd.length - suspended)} of ${countOf(decided.length, 'token')} would be revoked`,
    ...(suspended > 0 ? [`${formatCount(suspended)} suspended`] : []),
    `${formatCount(decided.length - toEnd.length)} kept`,
  ];
  const title = `Dry run: ${counted.join(', ')}`;
  return {
    outputs: endingOutputs(),
    lines: [
      ...(warning ? [{ kind: 'warning', code: warning.code, text: warning.message } as const] : []),
      ...toEnd.map(
        ({ id, decision, reason }): Line => ({
          kind: 'info',
          text: `Token ${id} ${WOULD_END[decision]}: ${reason}.`,
        }),
      ),
      DRY_RUN,
    ],
    sections: [table({ title, request, decided }, context)],
  };
}

function tooManyTokens({ maxRevocations, spec }: CleanupRequest, live: readonly Decided[]): Failure {
  const ended = spec.quarantineMs === 0 ? 'revoked' : 'suspended or revoked';
  return new Failure(
    'too-many-tokens',
    `${countOf(live.length, 'token')} would be ${ended}, but \`max-revocations\` allows ${formatCount(maxRevocations)}. ` +
      `No token was ${ended}. Tokens: ${nameSome(live.map(({ id }) => id))}. The job summary shows the reasons. To ` +
      `continue, set \`max-revocations: ${live.length}\`. To select fewer tokens, set \`description-pattern\`` +
      (spec.maxAgeMs === undefined ? '.' : ' or a longer `max-age`.'),
  );
}

/** DecisionTable is what a cleanup decided, and what happened to each token so far. */
interface DecisionTable {
  readonly title: string;
  readonly request: CleanupRequest;
  readonly decided: readonly Decided[];
  readonly outcomes?: readonly Outcome[];
}

/** The tokens to end come first. */
function table(
  { title, request, decided, outcomes = [] }: DecisionTable,
  context: ReportContext,
): SummarySection {
  const text = [clusterLine(context)];
  if (decided.length === 0) return { title: '0 tokens in the scope of the cleanup', text, items: [] };
  const byId = new Map(outcomes.map((outcome) => [outcome.id, outcome]));
  const isOwn = request.spec.scope.kind === 'repository';
  const withDecision = (decision: Decided['decision']) =>
    decided.filter((token) => token.decision === decision);
  return {
    title,
    text,
    head: [
      'Description',
      'Kind',
      'Permissions',
      'Created',
      'Result',
      'Reason',
      ...(isOwn ? [] : ['Created by']),
      'Token ID',
    ],
    rows: rowsFor(
      [...withDecision('revoke'), ...withDecision('suspend'), ...withDecision('keep')],
      (token) => {
        const outcome = byId.get(token.id);
        return [
          token.plainDescription,
          token.tag?.kind ?? 'untagged',
          describePermissions(token.permissions),
          describeWhen(token.createdAt, context),
          { prose: outcome ? describeOutcome(outcome) : WOULD_END[token.decision] },
          { prose: token.reason },
          ...(isOwn ? [] : [describeCreator(token, context)]),
          token.id,
        ];
      },
    ),
    more: TABLE_CONTINUES,
  };
}
