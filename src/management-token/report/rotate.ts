import { asSentence, Failure, withContext } from '../../base/errors.ts';
import { countOf } from '../../base/text.ts';
import { clusterLine, type Where } from '../../report/context.ts';
import { reportIncompleteDelivery } from '../../report/delivery.ts';
import { NOTHING_CHANGED, rotationRefused } from '../../report/failures.ts';
import { describeOutcome, nameSome } from '../../report/outcomes.ts';
import { recordOutputs, revocationOutputs } from '../../report/outputs.ts';
import { DRY_RUN } from '../../report/progress.ts';
import type { Line, Report } from '../../runner/publish.ts';
import type { Outputs } from '../../runner/runner.ts';
import type { SummarySection } from '../../runner/summary.ts';
import { describeMoment, followingMinute } from '../../tokens/dates.ts';
import { mightBeAlive, wasRevoked } from '../../tokens/outcome.ts';
import { isConfirmedRevoked } from '../../tokens/token.ts';
import type { RetirementResult, RotateResult } from '../outcome.ts';
import type { ManagementRotation, NotDue } from '../plan.ts';
import type { LeftToken } from '../retirement.ts';
import { describeIssueFailure, describeWithdrawn, factsOf, neverExpires } from './issuing.ts';
import { describePlan, info } from './progress.ts';

interface RotatedFor {
  readonly storeIn: { readonly targets: readonly { readonly label: string }[] };
  readonly where: Where;
}

/** reportRotate reports which token the secrets contain now, and which tokens were revoked. */
export function reportRotate(request: RotatedFor, result: RotateResult): Report {
  const { where } = request;
  switch (result.kind) {
    case 'not-begun':
      return { outputs: replacedOutputs(), failure: withContext(result.error, NOTHING_CHANGED) };
    // The step has already set the outputs about the tokens before the rotation.
    case 'refused':
      return { outputs: revocationOutputs(), failure: rotationRefused(result) };
    case 'withdrawn': {
      const ids = [result.token.id];
      const ended = result.notRevoked ? { failed: ids } : { revoked: ids };
      return { outputs: revocationOutputs(ended), failure: describeWithdrawn(result) };
    }
    case 'not-delivered':
      return {
        ...reportIncompleteDelivery(result.delivery, result.token.id, where),
        outputs: revocationOutputs(),
      };
    case 'dry-run':
      return reportDryRun(result, where);
    case 'not-due':
      return withRetirement(result, [
        {
          title: '0 management tokens rotated: no rotation is due',
          text: [clusterLine(where)],
          facts: [...factsOf(result.plan.newest), ...storedIn(request)],
        },
      ]);
    case 'rotated': {
      const secrets = countOf(request.storeIn.targets.length, 'secret');
      return withRetirement(
        result,
        [
          {
            title: `1 management token rotated and stored in ${secrets}`,
            text: [clusterLine(where)],
            facts: [
              ...factsOf(result.token),
              ['Reason', result.plan.reasons.join('; ')],
              ...storedIn(request),
            ],
          },
        ],
        result.token.expiresAt === 'unset' ? [neverExpires(result.token)] : [],
      );
    }
    default:
      return { outputs: revocationOutputs(), failure: describeIssueFailure(result) };
  }
}

function reportDryRun(
  { plan, inUse, preview: { due, left }, now }: Extract<RotateResult, { kind: 'dry-run' }>,
  where: Where,
): Report {
  const title = `Dry run: ${countOf(plan.kind === 'rotate' ? 1 : 0, 'management token')} would be rotated`;
  return {
    outputs: {
      rotated: 'false',
      ...(inUse ? recordOutputs(inUse) : {}),
      // What is replaced so far is set already. A dry run replaces nothing.
      ...revocationOutputs(),
    },
    lines: [...due.map(({ id }) => info(`Management token ${id} would be revoked.`)), DRY_RUN],
    sections: [
      { title, text: [clusterLine(where)], items: [describePlan(plan)] },
      ...replacedTable([
        ...due.map(({ id }) => [id, 'would be revoked']),
        ...left.map((one) => [one.token.id, describeLeft(one, now)]),
      ]),
    ],
  };
}

function replacedTable(rows: readonly (readonly string[])[]): SummarySection[] {
  return rows.length > 0 ? [{ title: 'Replaced management tokens', head: ['Token ID', 'Result'], rows }] : [];
}

function storedIn({ storeIn }: RotatedFor): (readonly [string, string])[] {
  return [['Stored in', storeIn.targets.map(({ label }) => label).join(', ')]];
}

interface AfterRetirement {
  readonly plan: ManagementRotation | NotDue;
  readonly retirement: RetirementResult;
  /** In milliseconds since 1970. */
  readonly now: number;
}

/** A failed revocation is a warning: the next run finds the token again. */
function withRetirement(
  { retirement, now, plan }: AfterRetirement,
  sections: readonly SummarySection[],
  lines: readonly Line[] = [],
): Report {
  if (retirement.kind === 'own-revoked')
    return { outputs: replacedOutputs({ left: retirement.stillValid }), failure: ownRevoked(retirement) };
  if (retirement.kind === 'not-listed') {
    const text =
      `The step could not retire the replaced management tokens. ${asSentence(retirement.error)} The replaced tokens stay ` +
      'valid. The next run tries again.';
    return {
      outputs: unretired(plan),
      lines: [...lines, { kind: 'warning', code: 'nothing-retired', text }],
      sections,
    };
  }
  const { outcomes, left } = retirement;
  const revoked = outcomes.filter(wasRevoked).map(({ id }) => id);
  const failed = outcomes.filter(mightBeAlive).map(({ id }) => id);
  const error = outcomes.find((outcome) => outcome.kind === 'failed')?.error;
  const warnings: Line[] =
    error === undefined
      ? []
      : [
          {
            kind: 'warning',
            code: 'replaced-token-not-revoked',
            text:
              `${countOf(failed.length, 'replaced management token')} could not be revoked (${nameSome(failed)}). ${asSentence(error)} ` +
              'The next run tries again.',
          },
        ];
  const table = replacedTable([
    ...outcomes.map((outcome) => [outcome.id, describeOutcome(outcome)]),
    ...left.map((one) => [one.token.id, describeLeft(one, now)]),
  ]);
  return {
    outputs: replacedOutputs({ revoked, failed, left: [...failed, ...left.map(({ token }) => token.id)] }),
    lines: [...lines, ...revoked.map((id) => info(`Revoked replaced management token ${id}.`)), ...warnings],
    sections: [...sections, ...table],
  };
}

/** The outputs if nothing was retired: every token that the new one replaces is still valid. */
function unretired(plan: ManagementRotation | NotDue): Outputs {
  if (plan.kind === 'not-due') return revocationOutputs();
  const { members, listed, series } = plan;
  const byHand = listed.filter((token) => token.id === series.replaces && !isConfirmedRevoked(token));
  return replacedOutputs({ left: [...members, ...byHand].map(({ id }) => id) });
}

/** The lists of IDs that every rotation sets. `left`: replaced and still valid. */
function replacedOutputs({ left = [], ...ended }: ReplacedIds = {}): Outputs {
  return { ...revocationOutputs(ended), 'previous-token-ids': JSON.stringify(left) };
}

interface ReplacedIds {
  readonly revoked?: readonly string[];
  readonly failed?: readonly string[];
  readonly left?: readonly string[];
}

function ownRevoked({ id, stillValid }: Extract<RetirementResult, { kind: 'own-revoked' }>): Failure {
  const next =
    stillValid.length > 0
      ? `These replaced tokens are still valid and were not changed: ${nameSome(stillValid)}. Set \`management-token\` to one ` +
        'of them, and run the job again at once.'
      : 'No other token of the series is valid. Set `management-token` to another valid management token, and run the job ' +
        'again at once.';
  return new Failure(
    'new-token-revoked',
    `Someone revoked management token ${id} after it was delivered, so its consumers have no valid token. ${next}`,
  );
}

function describeLeft({ token, until, inUse }: LeftToken, now: number): string {
  // Without the prefix, no run can tell whether it uses the token itself.
  if (token.prefix === '') return 'might be used by this step, so no run revokes it';
  const run = inUse ? 'run with another token' : 'run';
  const when =
    until <= now
      ? `valid until the next ${run}`
      : `valid until the first ${run} after ${describeMoment(followingMinute(until), now)}`;
  return inUse ? `used by this step: ${when}` : when;
}
