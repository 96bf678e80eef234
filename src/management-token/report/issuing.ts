import { asSentence, Failure, withContext } from '../../base/errors.ts';
import { markServerText } from '../../base/text.ts';
import { clusterLine, type Where } from '../../report/context.ts';
import { DRY_RUN } from '../../report/progress.ts';
import type { Line, Report } from '../../runner/publish.ts';
import { plainDescription } from '../../tokens/tag.ts';
import { describeExpiry } from '../../tokens/token-spec.ts';
import type { CreateResult, IssueFailure, Withdrawn } from '../outcome.ts';
import type { CreateRequest } from '../request.ts';
import type { ManagementToken } from '../token.ts';

type CreatedFor = Pick<CreateRequest, 'description' | 'expiresAt'> & { readonly where: Where };

/** reportCreate reports the new token. */
export function reportCreate({ description, expiresAt, where }: CreatedFor, result: CreateResult): Report {
  switch (result.kind) {
    case 'not-begun':
      return { failure: withContext(result.error, 'No management token was created.') };
    case 'dry-run':
      return {
        lines: [DRY_RUN],
        sections: [
          {
            title: 'Dry run: 1 management token would be created',
            text: [clusterLine(where)],
            facts: [
              ['Description', description],
              ['Expires', describeExpiry(expiresAt)],
            ],
          },
        ],
      };
    case 'withdrawn':
      return { failure: describeWithdrawn(result) };
    case 'created':
      return {
        lines: expiresAt === 'never' ? [neverExpires(result.token)] : [],
        sections: [
          {
            title: '1 management token created',
            text: [clusterLine(where)],
            facts: factsOf(result.token),
          },
        ],
      };
    default:
      return { failure: describeIssueFailure(result) };
  }
}

/** neverExpires warns about a token that has no backstop. */
export function neverExpires({ id }: ManagementToken): Line {
  const text = `Management token ${id} never expires. It stays valid until a person or a rotation revokes it.`;
  return { kind: 'warning', code: 'no-expiry', text };
}

/** factsOf shows a token in the summary. */
export function factsOf({ id, description, expiresAt }: ManagementToken): (readonly [string, string])[] {
  return [
    ['Token ID', id],
    ['Description', plainDescription(description)],
    ['Expires', describeExpiry(expiresAt)],
  ];
}

/** describeIssueFailure says why there is no new token, and what is true now. */
export function describeIssueFailure(failure: IssueFailure): Failure {
  switch (failure.kind) {
    case 'not-created':
      return notCreated(failure);
    case 'lost': {
      const nonces = failure.openNonces.join(' or ');
      return new Failure(
        'a-token-might-exist',
        `A new management token might exist whose value is lost. ${asSentence(failure.error)} The post step looks for a management ` +
          `token whose description contains ${nonces}, and revokes it. ${revokeByHand(nonces)}`,
        { cause: failure.error },
      );
    }
    case 'deviates': {
      const found = markServerText(failure.deviations.join('; '));
      const now = failure.notRevoked
        ? `The revocation failed. ${asSentence(failure.notRevoked)} The post step tries again. ${revokeByHand(failure.nonce)}`
        : afterwards(failure);
      return new Failure(
        'token-not-as-requested',
        `The new management token is not as requested: ${found}. ${now} Check whether this version of influxctl is supported: see ` +
          'docs/management-token.md.',
      );
    }
  }
}

/** What is true after tokens with our nonce, if there were any, were revoked. */
function afterwards({ nonce, suspects }: Extract<IssueFailure, { kind: 'deviates' }>): string {
  if (suspects.length === 0) {
    return `The step revoked every listed management token whose description contains ${nonce}.`;
  }
  if (suspects.length === 1) {
    return (
      `Management token ${suspects[0]} is probably the new token, because its prefix matches what influxctl printed. The step did not revoke it. If ` +
      'no consumer uses this token, run `influxctl management revoke ID`.'
    );
  }
  return (
    `One of these management tokens is probably the new token, because its prefix matches what influxctl printed: ` +
    `${suspects.join(', ')}. The step revoked none of them. ` +
    'For each of these tokens that no consumer uses, run `influxctl management revoke ID`.'
  );
}

/** After an unknown outcome, a token might appear late: the ledger keeps the nonces that no list has shown. */
function notCreated({ error, openNonces }: Extract<IssueFailure, { kind: 'not-created' }>): Failure {
  const now =
    openNonces.length === 0
      ? 'There is no leftover token.'
      : `The list shows no leftover management token. If one appears later, the post step finds it by its tag (${openNonces.join(' or ')}) ` +
        'and revokes it.';
  return new Failure(error.code, `${asSentence(error)} ${now}`, {
    cause: error,
    detail: error.detail,
    remedy: error.remedy,
  });
}

function revokeByHand(nonces: string): string {
  return (
    `If the post step fails too, look for ${nonces} in \`influxctl management list\`, and run ` +
    '`influxctl management revoke ID`. No consumer uses the token.'
  );
}

/** Only these are refusals of the Management API itself. */
const REFUSALS: readonly Failure['code'][] = ['management-token-refused', 'management-token-not-allowed'];

/** The hints for a refused management token are about the one in the secret, so they would mislead here. */
function notAccepted(id: string, error: Failure): string {
  if (!REFUSALS.includes(error.code)) {
    return `It is not known whether the Management API accepts the new management token ${id}. ${asSentence(error)}`;
  }
  return (
    `The Management API did not accept the new management token ${id} in time. Check that \`api-url\` belongs to the token's account. If the ` +
    'server needs more time for a new token, set a longer `request-timeout`. The step waits up to four times this value.'
  );
}

/** describeWithdrawn says why a new token was not delivered, and whether it was revoked. */
export function describeWithdrawn({ token: { id }, why, notRevoked }: Withdrawn): Failure {
  const reason =
    why.kind === 'refused'
      ? new Failure(why.code, markServerText(why.why))
      : new Failure('token-not-accepted', notAccepted(id, why.error), { cause: why.error });
  const now = notRevoked
    ? `The step could not revoke the new management token ${id}. ${asSentence(notRevoked)} No consumer uses this token. The post step ` +
      `tries again. If the post step fails too, run \`influxctl management revoke ${id}\`.`
    : `The step revoked the new management token ${id}. The token that consumers use was not changed.`;
  return withContext(reason, now);
}
