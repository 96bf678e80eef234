import { asSentence, Failure, withContext } from '../../base/errors.ts';
import { markServerText } from '../../base/text.ts';
import { DRY_RUN } from '../../report/progress.ts';
import type { Line, Report } from '../../runner/publish.ts';
import { plainDescription } from '../../tokens/tag.ts';
import { describeExpiry } from '../../tokens/token-spec.ts';
import type { CreateResult, IssueFailure, Withdrawn } from '../outcome.ts';
import type { CreateRequest } from '../request.ts';
import type { ManagementToken } from '../token.ts';

/** reportCreate reports the new token. */
export function reportCreate({ description, expiresAt }: CreateRequest, result: CreateResult): Report {
  switch (result.kind) {
    case 'not-begun':
      return { failure: withContext(result.error, 'No management token was created.') };
    case 'dry-run':
      return {
        lines: [DRY_RUN],
        sections: [
          {
            title: 'InfluxDB management token: what `create` would do',
            facts: [
              ['For', description],
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
        sections: [{ title: 'InfluxDB management token created', facts: factsOf(result.token) }],
      };
    default:
      return { failure: describeIssueFailure(result) };
  }
}

/** neverExpires warns about a token that only a person or a rotation can end. */
export function neverExpires({ id }: ManagementToken): Line {
  const text = `Management token ${id} never expires: only a person or a rotation can end it.`;
  return { kind: 'warning', code: 'no-expiry', text };
}

/** factsOf shows a token in the summary. */
export function factsOf({ id, description, expiresAt }: ManagementToken): (readonly [string, string])[] {
  return [
    ['Token', id],
    ['For', plainDescription(description)],
    ['Expires', describeExpiry(expiresAt)],
  ];
}

/** describeIssueFailure says why there is no new token, and what is true now. */
export function describeIssueFailure(failure: IssueFailure): Failure {
  switch (failure.kind) {
    case 'not-created':
      return withContext(failure.error, 'No management token was created.') as Failure;
    case 'lost': {
      const nonces = failure.openNonces.join(' or ');
      return new Failure(
        'a-token-might-exist',
        `${asSentence(failure.error)} A management token whose description contains ${nonces} might exist, and nobody has it. The post ` +
          `step looks for it and revokes it. ${revokeByHand(nonces)}`,
      );
    }
    case 'deviates': {
      const found = markServerText(failure.deviations.join('; '));
      const now = failure.notRevoked
        ? `It could not be revoked: ${asSentence(failure.notRevoked)} The post step tries again. ${revokeByHand(failure.nonce)}`
        : 'Every management token with this nonce that the list shows was revoked.';
      return new Failure(
        'token-not-as-requested',
        `The new management token is not as specified: ${found}. ${now} The version of influxctl might print tokens in an unknown form.`,
      );
    }
  }
}

function revokeByHand(nonce: string): string {
  return `To revoke it yourself, look for ${nonce} in \`influxctl management list\`, and run \`influxctl management revoke ID\`.`;
}

/** describeWithdrawn says why a new token was not delivered, and whether it was revoked. */
export function describeWithdrawn({ token: { id }, why, notRevoked }: Withdrawn): Failure {
  const now = notRevoked
    ? `Nobody has it, and it could not be revoked: ${asSentence(notRevoked)} The post step tries again. To revoke it yourself, run \`influxctl management revoke ${id}\`.`
    : 'It was revoked. The secrets were not changed.';
  if (why.kind === 'refused')
    return new Failure(why.code, `${markServerText(why.why)} The new management token is ${id}. ${now}`);
  return new Failure(
    'token-not-accepted',
    `The Management API does not accept the new management token ${id}: ${asSentence(why.error)} ${now}`,
  );
}
