import { asSentence, Failure, withContext } from '../../base/errors.ts';
import { markServerText } from '../../base/text.ts';
import { clusterName } from '../../management-api/endpoint.ts';
import { reportIncompleteDelivery } from '../../report/delivery.ts';
import { DRY_RUN } from '../../report/progress.ts';
import { describeOutcome, nameSome } from '../../report/revocation.ts';
import type { Line, Report } from '../../runner/publish.ts';
import type { SummarySection } from '../../runner/summary.ts';
import { formatSecond } from '../../tokens/dates.ts';
import { mightBeAlive, wasRevoked } from '../../tokens/outcome.ts';
import type { RetirementResult, RotateResult } from '../outcome.ts';
import type { RotateRequest } from '../request.ts';
import type { LeftToken } from '../retirement.ts';
import { describeIssueFailure, describeWithdrawn, factsOf, neverExpires } from './issuing.ts';
import { describePlan, info } from './progress.ts';
import { revocationOutputs } from './revocation.ts';

/** reportRotate reports which token the secrets contain now, and which tokens were revoked. */
export function reportRotate(request: RotateRequest, result: RotateResult): Report {
  switch (result.kind) {
    case 'not-begun':
      return { failure: withContext(result.error, 'Nothing was changed.') };
    case 'refused':
      return { failure: new Failure(result.code, `${markServerText(result.why)} Nothing was changed.`) };
    case 'withdrawn':
      return { failure: describeWithdrawn(result) };
    case 'not-delivered':
      return reportIncompleteDelivery(result.delivery, result.token.id, {
        cluster: clusterName(request.connection.endpoints[0]),
      });
    case 'dry-run':
      return {
        outputs: { rotated: 'false' },
        lines: [DRY_RUN],
        sections: [
          { title: 'InfluxDB management token: what `rotate` would do', items: [describePlan(result.plan)] },
        ],
      };
    case 'not-due':
      return withRetirement(result.retirement, [
        {
          title: 'InfluxDB management token: no rotation is due',
          facts: [...factsOf(result.plan.newest), ...storedIn(request)],
        },
      ]);
    case 'rotated':
      return withRetirement(
        result.retirement,
        [
          {
            title: 'InfluxDB management token rotated',
            facts: [
              ...factsOf(result.token),
              ['Because', result.plan.reasons.join('; ')],
              ...storedIn(request),
            ],
          },
        ],
        result.token.expiresAt === 'unset' ? [neverExpires(result.token)] : [],
      );
    default:
      return { failure: describeIssueFailure(result) };
  }
}

function storedIn({ targets }: RotateRequest): (readonly [string, string])[] {
  return [['Stored in', targets.map(({ label }) => label).join(', ')]];
}

/** A failed revocation is a warning: the next run finds the token again. */
function withRetirement(
  retirement: RetirementResult,
  sections: readonly SummarySection[],
  lines: readonly Line[] = [],
): Report {
  if (retirement.kind === 'not-listed') {
    const text = `Replaced management tokens were not revoked, because the list could not be read: ${asSentence(retirement.error)} The next run revokes them.`;
    return { lines: [...lines, { kind: 'warning', code: 'nothing-retired', text }], sections };
  }
  const { outcomes, left } = retirement;
  const revoked = outcomes.filter(wasRevoked).map(({ id }) => id);
  const alive = outcomes.filter(mightBeAlive);
  const [first] = alive;
  const warnings: Line[] =
    first?.kind !== 'failed'
      ? []
      : [
          {
            kind: 'warning',
            code: 'replaced-token-not-revoked',
            text: `Replaced management tokens were not revoked: ${nameSome(alive.map(({ id }) => id))}. ${asSentence(first.error)} The next run tries again.`,
          },
        ];
  const failed = alive.map(({ id }) => id);
  const table: SummarySection = {
    title: 'Replaced management tokens',
    head: ['Token', 'Outcome'],
    rows: [
      ...outcomes.map((outcome) => [outcome.id, describeOutcome(outcome)]),
      ...left.map((one) => [one.token.id, describeLeft(one)]),
    ],
  };
  return {
    outputs: {
      ...revocationOutputs(revoked, failed),
      'previous-token-ids': JSON.stringify([...failed, ...left.map(({ token }) => token.id)]),
    },
    lines: [...lines, ...revoked.map((id) => info(`Revoked replaced management token ${id}.`)), ...warnings],
    sections: table.rows.length > 0 ? [...sections, table] : sections,
  };
}

function describeLeft({ until, inUse }: LeftToken): string {
  const when = `the first run after ${formatSecond(until)} revokes it`;
  return inUse ? `valid: this step uses it; ${when}, if it uses another token` : `valid: ${when}`;
}
