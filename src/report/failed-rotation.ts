import { asSentence, Failure, withContext } from '../base/errors.ts';
import type { Report } from '../runner/publish.ts';
import type { Outputs } from '../runner/runner.ts';
import type {
  FailedAdoption,
  FailedRotation,
  WithdrawalReason,
  Withdrawn,
} from '../tokens/rotation/outcome.ts';
import { type Token, tokenStatus } from '../tokens/token.ts';
import type { ReportContext } from './context.ts';
import { reportIncompleteDelivery } from './delivery.ts';
import { NOTHING_CHANGED, rotationRefused, unknownDatabasesError } from './failures.ts';
import { describeUnclear, describeUnreachable, notAccepted, reportIssueFailure } from './issuing.ts';
import { endingOutputs, tokenOutputs } from './outputs.ts';
import { previousOutputs } from './rotation-outputs.ts';
import { newTokenCannotBeProbed } from './rotation-plan.ts';

/** reportFailedRotation reports why the consumers have no new token, or not all of them, and what is true now. */
export function reportFailedRotation(result: FailedRotation, context: ReportContext): Report {
  switch (result.kind) {
    case 'not-begun':
      return withoutNewToken(result, withContext(result.error, NOTHING_CHANGED));
    case 'refused':
      return withoutNewToken(result, rotationRefused(result));
    case 'unknown-databases':
      return withoutNewToken(result, unknownDatabasesError(result));
    case 'cannot-be-probed':
      return withoutNewToken(result, newTokenCannotBeProbed());
    case 'not-adopted':
      return reportNotAdopted(result);
    case 'not-replaced':
      return withAdoption(reportUnreplaced(result, context), result.plan.adopts);
  }
}

/** Without a new token, the outputs are about the token that consumers use. */
function withoutNewToken({ before }: Pick<FailedRotation, 'before'>, failure: Error): Report {
  return { outputs: { ...outputsBefore(before), ...endingOutputs() }, failure };
}

/** What the list showed: the token that consumers use, if there was one, and the tokens that it replaced. */
function outputsBefore(before: FailedRotation['before']): Outputs {
  const inUse = before?.inUse;
  return {
    ...(inUse ? tokenOutputs(inUse, tokenStatus(inUse, before.now)) : {}),
    ...previousOutputs(before?.replaced),
  };
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

/** withAdoption adds to a failure after an adoption that the token was adopted. */
export function withAdoption(report: Report, adopted: Token | undefined): Report {
  if (!adopted || !report.failure) return report;
  const context = `Token ${adopted.id} was adopted, so it now belongs to the series.`;
  return { ...report, failure: withContext(report.failure, context) };
}

function reportUnreplaced(
  { failure, before }: Extract<FailedRotation, { kind: 'not-replaced' }>,
  context: ReportContext,
): Report {
  switch (failure.kind) {
    case 'withdrawn': {
      const { outputs, ...report } = reportWithdrawn(failure);
      return { ...report, outputs: { ...outputs, ...outputsBefore(before) } };
    }
    case 'not-delivered':
      return {
        ...reportIncompleteDelivery(failure.delivery, failure.token.id, context),
        outputs: { ...previousOutputs(before?.replaced), ...endingOutputs() },
      };
    case 'deviates': {
      const ids = [failure.token.id];
      const { outputs, ...report } = reportIssueFailure(failure);
      const ended = endingOutputs(failure.notRevoked ? { failed: ids } : { revoked: ids });
      return { ...report, outputs: { ...outputs, ...outputsBefore(before), ...ended } };
    }
    case 'not-created':
    case 'lost':
      return { ...reportIssueFailure(failure), outputs: { ...outputsBefore(before), ...endingOutputs() } };
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
