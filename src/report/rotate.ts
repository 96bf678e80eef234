import { asSentence, Failure, withContext } from '../base/errors.ts';
import { countOf } from '../base/text.ts';
import type { RotateRequest } from '../request/rotate.ts';
import type { Report } from '../runner/publish.ts';
import type { Outputs } from '../runner/runner.ts';
import type { SummarySection } from '../runner/summary.ts';
import { describePermissions } from '../tokens/permissions.ts';
import type {
  FailedAdoption,
  FailedRotation,
  Promotion,
  Rotated,
  RotateResult,
  WithdrawalReason,
  Withdrawn,
} from '../tokens/rotation/outcome.ts';
import { replacedBy } from '../tokens/rotation/plan.ts';
import { type Token, tokenStatus } from '../tokens/token.ts';
import { describeEnd, type ReportContext } from './context.ts';
import { reportIncompleteDelivery } from './delivery.ts';
import { NOTHING_CHANGED, rotationRefused, unknownDatabasesError } from './failures.ts';
import {
  ACTIVATION_FACT,
  describeUnclear,
  describeUnreachable,
  notAccepted,
  reportIssueFailure,
} from './issuing.ts';
import { endingOutputs, tokenOutputs } from './outputs.ts';
import { reportPromotion } from './promotion.ts';
import { describeReplacedTokens, summarizeUnretired, summarizeValidity } from './retirement.ts';
import { previousOutputs } from './rotation-outputs.ts';
import {
  describeNextRotation,
  describeReplaced,
  newTokenCannotBeProbed,
  reportUnrotated,
} from './rotation-plan.ts';
import { summarizeQuarantine } from './suspension.ts';

/** reportRotation reports a rotation: which token replaced which, or why not, and what is true now. */
export function reportRotation(request: RotateRequest, result: RotateResult, context: ReportContext): Report {
  switch (result.kind) {
    case 'not-begun':
      return withoutNewToken(result, withContext(result.error, NOTHING_CHANGED));
    case 'refused':
      return withoutNewToken(result, rotationRefused(result));
    case 'unknown-databases':
      return withoutNewToken(result, unknownDatabasesError(result));
    case 'cannot-be-probed':
      return withoutNewToken(result, newTokenCannotBeProbed());
    case 'unrotated':
      return reportUnrotated(request, result, context);
    case 'not-adopted':
      return reportNotAdopted(result);
    case 'not-replaced':
      return withAdoption(reportUnreplaced(result, context), result.plan.adopts);
    case 'rotated':
      return withAdoption(reportRotated(request, result, context), result.plan.adopts);
  }
}

/** Without a new token, the outputs are about the token that consumers use. */
function withoutNewToken({ before }: Pick<FailedRotation, 'before'>, failure: Error): Report {
  return {
    outputs: {
      ...inUseOutputs(before),
      ...previousOutputs(before?.replaced),
      ...endingOutputs(),
    },
    failure,
  };
}

/** Empty if consumers use no token yet. */
function inUseOutputs(before: FailedRotation['before']): Outputs {
  const inUse = before?.inUse;
  return inUse ? tokenOutputs(inUse, tokenStatus(inUse, before.now)) : {};
}

/** A token that somebody revoked or suspended meanwhile no longer has the status and the permissions that the list showed. */
function reportNotAdopted(result: Extract<FailedRotation, { kind: 'not-adopted' }>): Report {
  const { adoption } = result;
  const { outputs, ...report } = withoutNewToken(result, notAdopted(result.token, adoption));
  if (adoption.kind === 'revoked') return { ...report, outputs: { ...outputs, status: 'revoked' } };
  const { status: _, permissions: __, ...others } = outputs ?? {};
  const isUnclear =
    adoption.kind === 'suspended' ||
    adoption.kind === 'changed-meanwhile' ||
    adoption.kind === 'not-given-back';
  return { ...report, outputs: isUnclear ? others : { ...outputs } };
}

function notAdopted({ id }: Token, adoption: FailedAdoption): Error {
  const failed = (message: string) => new Failure('token-not-adopted', message);
  switch (adoption.kind) {
    case 'suspended':
      return failed(
        `Another run suspended token ${id}, or changed its permissions, during the adoption. Then someone changed the token ` +
          'again. This run did not create a token. Check the token (`operation: get`), restore its permissions ' +
          '(`operation: restore`), and run the job again.',
      );
    case 'changed-meanwhile':
      return failed(
        `Someone suspended or changed token ${id} after the tokens were listed, so it was not adopted. Nothing was changed. ` +
          'Check the token (`operation: get`). If it is suspended, restore its permissions (`operation: restore`). Then run the job again.',
      );
    case 'revoked':
      return failed(
        `Someone revoked token ${id} before the step could adopt the token. ${NOTHING_CHANGED} If \`token-id\` is set, remove it. Then run the job again.`,
      );
    case 'not-changed':
      return withContext(adoption.error, `Token ${id} was not adopted. ${NOTHING_CHANGED}`);
    case 'unclear':
      return failed(
        `It is not known whether token ${id} has the tag of the series. ${describeUnclear(adoption)} The token stays valid, and ` +
          'nothing else was changed. Run the job again.',
      );
    case 'not-shown':
      return failed(
        `The server accepted the tag of token ${id}, but does not show this tag. The token stays valid, and nothing else ` +
          'was changed. Run the job again.',
      );
    case 'not-given-back':
      return withContext(
        adoption.error,
        `Another run suspended token ${id}, or changed its permissions, during the adoption. It is not known whether the token ` +
          'has its permissions again. Check the token (`operation: get`), and restore it if necessary (`operation: restore`). ' +
          'Then run the job again.',
        '',
      );
    case 'not-read-back':
      return withContext(
        adoption.error,
        `The step added the tag of the series to token ${id}, but could not read the tag back. The token stays valid. Run the job again.`,
        '',
      );
  }
}

/** Adds to a failure after an adoption that the token was adopted. */
function withAdoption(report: Report, adopted: Token | undefined): Report {
  if (!adopted || !report.failure) return report;
  const context = `Token ${adopted.id} was adopted, so it now belongs to the series.`;
  return { ...report, failure: withContext(report.failure, context) };
}

function reportUnreplaced(
  { failure, before }: Extract<FailedRotation, { kind: 'not-replaced' }>,
  context: ReportContext,
): Report {
  const previous = previousOutputs(before?.replaced);
  switch (failure.kind) {
    case 'withdrawn': {
      const { outputs, ...report } = reportWithdrawn(failure);
      return { ...report, outputs: { ...outputs, ...inUseOutputs(before), ...previous } };
    }
    case 'not-delivered':
      return {
        ...reportIncompleteDelivery(failure.delivery, failure.token.id, context),
        outputs: { ...previous, ...endingOutputs() },
      };
    case 'deviates': {
      const ids = [failure.token.id];
      const { outputs, ...report } = reportIssueFailure(failure);
      const ended = endingOutputs(failure.notRevoked ? { failed: ids } : { revoked: ids });
      return { ...report, outputs: { ...outputs, ...inUseOutputs(before), ...previous, ...ended } };
    }
    case 'not-created':
    case 'lost': {
      const { outputs } = withoutNewToken({ before }, failure.error);
      return { ...reportIssueFailure(failure), ...(outputs ? { outputs } : {}) };
    }
  }
}

/** A new token that no consumer has. */
function reportWithdrawn({ token: { id }, why, notRevoked }: Withdrawn): Report {
  const reason = describeWithdrawal(why);
  if (notRevoked) {
    const context = `The step could not revoke the new token ${id}. ${asSentence(notRevoked)} No consumer uses this token. The post step tries again.`;
    return { outputs: endingOutputs({ failed: [id] }), failure: withContext(reason, context) };
  }
  return {
    outputs: { status: 'revoked', ...endingOutputs({ revoked: [id] }) },
    failure: withContext(
      reason,
      `The step revoked the new token ${id}. All tokens that consumers use stay valid.`,
    ),
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
      return new Failure('token-not-stored', asSentence(why.error), {
        cause: why.error,
        remedy: why.error instanceof Failure ? why.error.remedy : '',
      });
    case 'not-listed':
      return why.error;
  }
}

function reportRotated(request: RotateRequest, rotation: Rotated, context: ReportContext): Report {
  const { token, promotion } = rotation;
  const promoted = promotion ? reportPromotion(token.id, promotion) : {};
  if (promoted.failure) return promoted;
  // A step that fails does not set `rotated`. With `later-steps`, the delivery has set it.
  const outputs: Outputs = { ...promoted.outputs, ...(promotion ? { rotated: 'true' } : {}) };
  return { ...promoted, outputs, sections: summarizeRotation(request, rotation, context) };
}

/** Shows which token replaced which, who uses the new one, and until when each of them is valid. */
function summarizeRotation(
  request: RotateRequest,
  rotation: Rotated,
  context: ReportContext,
): SummarySection[] {
  const { plan, token, promotion } = rotation;
  const isPromoted = promotion?.kind === 'promoted';
  return [
    newToken(request, rotation, context),
    delivery(request),
    ...(isPromoted && promotion.retirement.kind === 'retired'
      ? [
          ...summarizeValidity(token, promotion.retirement, context),
          ...summarizeQuarantine(promotion.retirement, request.quarantineMs, context),
        ]
      : [summarizeUnretired(token, { replaced: replacedBy(plan), state: stateOf(promotion) }, context)]),
  ];
}

function stateOf(promotion: Promotion | undefined): Parameters<typeof summarizeUnretired>[1]['state'] {
  if (promotion?.kind === 'promoted') return 'current';
  return promotion?.kind === 'unclear' || promotion?.kind === 'restored' ? promotion.kind : 'pending';
}

function newToken(request: RotateRequest, rotation: Rotated, context: ReportContext): SummarySection {
  const { plan, token, activation, promotion } = rotation;
  return {
    title: headlineOf(request, promotion),
    text: sentencesOf(request, rotation, context),
    facts: [
      ['Series', plan.series.plainDescription],
      ['Cluster', context.cluster],
      ['Reason', { prose: plan.reasons.join('; ') }],
      ['New token', token.id],
      ['Replaces', describeReplaced(plan)],
      ['Permissions', describePermissions(token.permissions)],
      ['Expires', describeEnd(token.expiresAt, context)],
      ['Activation', ACTIVATION_FACT[activation.kind]],
    ],
  };
}

function headlineOf({ storeIn }: RotateRequest, promotion: Promotion | undefined): string {
  const secrets = countOf(storeIn.targets.length, 'secret');
  switch (promotion?.kind) {
    case 'promoted':
      return `1 token rotated and stored in ${secrets}`;
    case undefined:
      return '1 token delivered to later steps, to be promoted at the end of the job';
    case 'unclear':
      return `1 token stored in ${secrets}, promotion not confirmed`;
    default:
      return `1 token stored in ${secrets}, but not promoted`;
  }
}

/** What matters most: until when the replaced tokens are valid, and when the new one is replaced. */
function sentencesOf(
  { renewBeforeMs }: RotateRequest,
  { token, promotion }: Rotated,
  context: ReportContext,
): string[] {
  if (promotion === undefined) {
    return [
      'The post step promotes the new token if the job succeeds. Until then, all tokens of the series stay valid.',
    ];
  }
  if (promotion.kind !== 'promoted') {
    const valid = 'All tokens of the series stay valid.';
    if (promotion.kind === 'unclear')
      return [`${valid} If the token was not promoted, the next run rotates again.`];
    // A restored token is `kept`, and what it replaces might not be due.
    return [promotion.kind === 'restored' ? valid : `${valid} The next run rotates again.`];
  }
  return [
    ...describeReplacedTokens(promotion.retirement, context),
    describeNextRotation(token, renewBeforeMs, context),
  ];
}

function delivery({ storeIn }: RotateRequest): SummarySection {
  return {
    title: 'Delivery',
    head: ['Target', 'State'],
    rows: [
      ...storeIn.targets.map(({ label }) => [label, 'stored']),
      ...(storeIn.laterSteps ? [['later steps of this job', { prose: 'set as output `token`' }]] : []),
    ],
  };
}
