import { asSentence, withContext } from '../../base/errors.ts';
import { countOf } from '../../base/text.ts';
import { clusterLine, type Where } from '../../report/context.ts';
import { reportIncompleteDelivery } from '../../report/delivery.ts';
import { NOTHING_CHANGED, rotationRefused } from '../../report/errors.ts';
import { revocationOutputs } from '../../report/outputs.ts';
import { DRY_RUN } from '../../report/progress.ts';
import { describeOutcome, nameSome } from '../../report/revocation.ts';
import type { Line, Report } from '../../runner/publish.ts';
import type { SummarySection } from '../../runner/summary.ts';
import { describeMoment, followingMinute } from '../../tokens/dates.ts';
import { mightBeAlive, wasRevoked } from '../../tokens/outcome.ts';
import type { RetirementResult, RotateResult } from '../outcome.ts';
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
      return { failure: withContext(result.error, NOTHING_CHANGED) };
    case 'refused':
      return { failure: rotationRefused(result) };
    case 'withdrawn':
      return { failure: describeWithdrawn(result) };
    case 'not-delivered':
      return reportIncompleteDelivery(result.delivery, result.token.id, where);
    case 'dry-run': {
      const count = result.plan.kind === 'rotate' ? 1 : 0;
      return {
        outputs: { rotated: 'false' },
        lines: [DRY_RUN],
        sections: [
          {
            title: `Dry run: ${countOf(count, 'management token')} would be rotated`,
            text: [clusterLine(where)],
            items: [describePlan(result.plan)],
          },
        ],
      };
    }
    case 'not-due':
      return withRetirement(result, [
        {
          title: '0 management tokens rotated: no rotation is due',
          text: [clusterLine(where)],
          facts: [...factsOf(result.plan.newest), ...storedIn(request)],
        },
      ]);
    case 'rotated': {
      const places = countOf(request.storeIn.targets.length, 'place');
      return withRetirement(
        result,
        [
          {
            title: `1 management token rotated and stored in ${places}`,
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
      return { failure: describeIssueFailure(result) };
  }
}

function storedIn({ storeIn }: RotatedFor): (readonly [string, string])[] {
  return [['Stored in', storeIn.targets.map(({ label }) => label).join(', ')]];
}

interface AfterRetirement {
  readonly retirement: RetirementResult;
  /** In milliseconds since 1970. */
  readonly now: number;
}

/** A failed revocation is a warning: the next run finds the token again. */
function withRetirement(
  { retirement, now }: AfterRetirement,
  sections: readonly SummarySection[],
  lines: readonly Line[] = [],
): Report {
  if (retirement.kind === 'not-listed') {
    const text =
      `The step could not list the replaced management tokens: ${asSentence(retirement.error)} These tokens stay valid. ` +
      'The next run tries again.';
    return { lines: [...lines, { kind: 'warning', code: 'nothing-retired', text }], sections };
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
              `${countOf(failed.length, 'replaced management token')} could not be revoked (${nameSome(failed)}): ${asSentence(error)} ` +
              'The next run tries again.',
          },
        ];
  const table: SummarySection = {
    title: 'Replaced management tokens',
    head: ['Token ID', 'Result'],
    rows: [
      ...outcomes.map((outcome) => [outcome.id, describeOutcome(outcome)]),
      ...left.map((one) => [one.token.id, describeLeft(one, now)]),
    ],
  };
  return {
    outputs: {
      ...revocationOutputs({ revoked, failed }),
      'previous-token-ids': JSON.stringify([...failed, ...left.map(({ token }) => token.id)]),
    },
    lines: [...lines, ...revoked.map((id) => info(`Revoked replaced management token ${id}.`)), ...warnings],
    sections: table.rows.length > 0 ? [...sections, table] : sections,
  };
}

function describeLeft({ token, until, inUse }: LeftToken, now: number): string {
  const run = inUse ? 'such run' : 'run';
  const when =
    until <= now
      ? `valid until the next ${run}`
      : `valid until the first ${run} after ${describeMoment(followingMinute(until), now)}`;
  if (!inUse) return when;
  const used = token.prefix === '' ? 'might be used' : 'used';
  return `${used} by this step, so only a run with another token can revoke it: ${when}`;
}
