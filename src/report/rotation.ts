import { asSentence, Failure, withContext } from '../base/errors.ts';
import type { RotateRequest } from '../request/rotate.ts';
import type { Report } from '../runner/publish.ts';
import type { SummarySection } from '../runner/summary.ts';
import { formatSecond } from '../tokens/dates.ts';
import { describePermissions } from '../tokens/permissions.ts';
import type {
  FailedAdoption,
  Promotion,
  ReplacementFailure,
  Rotated,
  RotateResult,
  WithdrawalReason,
  Withdrawn,
} from '../tokens/rotation/outcome.ts';
import { replacedBy } from '../tokens/rotation/plan.ts';
import type { Token } from '../tokens/token.ts';
import { describeExpiry } from '../tokens/token-spec.ts';
import { reportIncompleteDelivery } from './delivery.ts';
import {
  ACTIVATION_FACT,
  describeUnclear,
  describeUnreachable,
  notAccepted,
  reportIssueFailure,
} from './issuing.ts';
import { retirementOutputs } from './outputs.ts';
import type { UnpromotedToken } from './post-step.ts';
import { describeRetirement, summarizeUnretired, summarizeValidity } from './retirement.ts';
import {
  describeNextRun,
  describeReplaced,
  NOTHING_CHANGED,
  newTokenCannotBeProven,
  reportUnrotated,
  rotationRefused,
} from './rotation-plan.ts';
import { type SuspensionContext, summarizeQuarantine } from './suspension.ts';
import { unknownDatabasesError } from './token.ts';

/** reportRotation reports a rotation: which token replaced which, or why not, and what is true now. */
export function reportRotation(request: RotateRequest, result: RotateResult): Report {
  switch (result.kind) {
    case 'not-begun':
      return { failure: withContext(result.error, NOTHING_CHANGED) };
    case 'refused':
      return { failure: rotationRefused(result) };
    case 'unknown-databases':
      return { failure: unknownDatabasesError(result) };
    case 'cannot-be-proven':
      return { failure: newTokenCannotBeProven() };
    case 'unrotated':
      return reportUnrotated(request, result);
    case 'not-adopted':
      return { failure: notAdopted(result.token, result.adoption) };
    case 'not-replaced':
      return withAdoption(reportUnreplaced(result.failure), result.plan.adopts);
    case 'rotated':
      return withAdoption(reportRotated(request, result), result.plan.adopts);
  }
}

function notAdopted({ id }: Token, adoption: FailedAdoption): Error {
  const failed = (message: string) => new Failure('token-not-adopted', message);
  switch (adoption.kind) {
    case 'suspended':
      return failed(
        `Another run suspended token ${id} while it was adopted, and the token was changed once more. Nothing else was changed. Look ` +
          'at it (`operation: get`), give its permissions back (`operation: restore`), and run again.',
      );
    case 'changed-meanwhile':
      return failed(
        `Somebody suspended or changed token ${id} after the tokens were listed, so it was not adopted. Nothing was changed. Look at ` +
          'it (`operation: get`). If it is suspended, give its permissions back (`operation: restore`). Then run again.',
      );
    case 'revoked':
      return failed(
        `Token ${id} was revoked before it could be adopted. Nothing else was changed. Run again without it.`,
      );
    case 'unclear':
      return failed(
        `Whether token ${id} has the tag of the series is not known: ${describeUnclear(adoption)} The token is as valid as ` +
          'before, and nothing else was changed. Run again.',
      );
    case 'not-shown':
      return failed(
        `The server confirmed the tag of token ${id}, but does not show it. The token is as valid as before, and nothing else was ` +
          'changed. Run again.',
      );
    case 'not-read-back':
      return withContext(
        adoption.error,
        `Token ${id} got the tag of the series, but the tag could not be read back. The token is as valid as before. Run again.`,
      );
  }
}

/** Adds to a failure after an adoption that the token was adopted. */
function withAdoption(report: Report, adopted: Token | undefined): Report {
  if (!adopted || !report.failure) return report;
  const context = `Token ${adopted.id} was adopted: it belongs to the series from now on.`;
  return { ...report, failure: withContext(report.failure, context) };
}

function reportUnreplaced(failure: ReplacementFailure): Report {
  switch (failure.kind) {
    case 'withdrawn':
      return reportWithdrawn(failure);
    case 'not-delivered':
      return reportIncompleteDelivery(failure.delivery, failure.token.id);
    default:
      return reportIssueFailure(failure);
  }
}

/** A new token that no consumer has. */
function reportWithdrawn({ token: { id }, why, notRevoked }: Withdrawn): Report {
  const reason = describeWithdrawal(why);
  if (notRevoked) {
    const context = `The new token ${id}, which nobody holds, could not be revoked: ${asSentence(notRevoked)} The post step tries again.`;
    return { failure: withContext(reason, context) };
  }
  return {
    outputs: { status: 'revoked', ...retirementOutputs() },
    failure: withContext(reason, `The new token ${id} was revoked. What consumers hold was not touched.`),
  };
}

function describeWithdrawal(why: WithdrawalReason): Error {
  switch (why.kind) {
    case 'concurrent':
      return new Failure(why.refusal.code, why.refusal.why);
    case 'not-accepted':
      return notAccepted(why.activation);
    case 'unreachable':
      return new Failure('token-not-probed', describeUnreachable(why.activation));
    case 'not-stored':
      return new Failure('token-not-stored', asSentence(why.error), { cause: why.error });
    case 'not-listed':
      return why.error;
  }
}

function reportRotated(request: RotateRequest, rotation: Rotated): Report {
  const { token, promotion } = rotation;
  const promoted = promotion ? reportPromotion(token.id, promotion) : {};
  return promoted.failure ? promoted : { ...promoted, sections: summarizeRotation(request, rotation) };
}

/** reportPromotion reports whether a delivered token is current now, and which tokens were retired. */
function reportPromotion(id: string, promotion: Promotion): Report {
  switch (promotion.kind) {
    case 'promoted': {
      const { retirement } = promotion;
      // Where nothing could be retired, the outputs say already that every replaced token is valid.
      const outputs = retirement.kind === 'retired' ? retirementOutputs(retirement) : {};
      return { outputs, lines: describeRetirement(retirement) };
    }
    case 'unclear': {
      const text =
        `Token ${id} was handed over, but not marked as current: ${describeUnclear(promotion)} All tokens stay valid; the next run ` +
        'rotates again and puts this right.';
      return { lines: [{ kind: 'warning', code: 'rotation-not-committed', text }] };
    }
    case 'restored': {
      const text =
        `Token ${id} was delivered, and then another run suspended and restored it. It is valid, but not marked as current. All ` +
        'tokens stay valid; the next run rotates again.';
      return { lines: [{ kind: 'warning', code: 'rotation-not-committed', text }] };
    }
    case 'other-permissions': {
      const message =
        `Token ${id} was delivered, and then somebody changed its permissions, so it is not marked as current. Its consumers might ` +
        'not have the access that they need. All tokens stay valid. Look at it (`operation: get`), and run again.';
      return { failure: new Failure('rotation-not-committed', message) };
    }
    case 'suspended': {
      const message =
        `Token ${id} was delivered, and then another run suspended it: the cluster no longer accepts it from its consumers. The ` +
        'tokens that it replaces are still valid, and were not changed. Run again at once, or give it its permissions back ' +
        '(`operation: restore`).';
      return { outputs: { status: 'suspended' }, failure: new Failure('new-token-suspended', message) };
    }
    case 'revoked': {
      const message =
        `Token ${id} was handed over, and then somebody revoked it: its consumers are locked out. What it replaces is ` +
        'still valid and was not touched. Run again at once.';
      return { outputs: { status: 'revoked' }, failure: new Failure('new-token-revoked', message) };
    }
  }
}

/** reportPromotionAtEnd reports how the post step finished a rotation. */
export function reportPromotionAtEnd(
  { tokenId, series }: UnpromotedToken,
  promotion: Promotion,
  context: SuspensionContext,
): Report {
  // A post step has no outputs.
  const { outputs: _, ...report } = reportPromotion(tokenId, promotion);
  if (promotion.kind !== 'promoted' || promotion.retirement.kind === 'not-listed') return report;
  const { revoked, suspended, left } = promotion.retirement;
  const section: SummarySection = {
    title: 'InfluxDB token: rotation committed at the end of the job',
    facts: [
      ['Token', tokenId],
      ['Line', series.plainDescription],
      ...(revoked.length > 0 ? [['Revoked', revoked.join(', ')] as const] : []),
      ...(suspended.length > 0 ? [['Suspended', suspended.map(({ id }) => id).join(', ')] as const] : []),
      ...left.map(
        ({ token, until }) => [`Valid until the first run after ${formatSecond(until)}`, token.id] as const,
      ),
    ],
  };
  return { ...report, sections: [section, ...summarizeQuarantine(promotion.retirement, context)] };
}

/** Shows which token replaced which, who uses the new one, and until when each of them is valid. */
function summarizeRotation(request: RotateRequest, rotation: Rotated): SummarySection[] {
  const { plan, token, promotion } = rotation;
  return [
    newToken(request, rotation),
    consumers(request),
    ...(promotion?.kind === 'promoted' && promotion.retirement.kind === 'retired'
      ? [
          ...summarizeValidity(token, promotion.retirement),
          ...summarizeQuarantine(promotion.retirement, request),
        ]
      : [summarizeUnretired(token, replacedBy(plan), promotion?.kind === 'promoted')]),
  ];
}

function newToken(request: RotateRequest, { plan, token, activation, promotion }: Rotated): SummarySection {
  const isUnclear = promotion?.kind === 'unclear';
  return {
    title: isUnclear ? 'InfluxDB token rotated, but not committed' : 'InfluxDB token rotated',
    facts: [
      ['Token', token.id],
      ['Line', plan.series.plainDescription],
      ['Because', plan.reasons.join('; ')],
      ['Replaces', describeReplaced(plan)],
      ['Grants', describePermissions(token.permissions)],
      ['Expires', describeExpiry(token.expiresAt)],
      ['Accepted by the cluster', ACTIVATION_FACT[activation.kind]],
      [
        'Next run',
        isUnclear ? 'rotates again and puts this right' : describeNextRun(token, request.renewBeforeMs),
      ],
    ],
  };
}

function consumers({ storeIn }: RotateRequest): SummarySection {
  const laterSteps = ['later steps of this job', 'committed by the post step if the job succeeds'];
  return {
    title: 'Who holds the new token',
    head: ['Where', 'Since'],
    rows: [
      ...storeIn.targets.map(({ label }) => [label, 'stored by this step']),
      ...(storeIn.laterSteps ? [laterSteps] : []),
    ],
  };
}
