import { asSentence, Failure, withContext } from '../base/errors.ts';
import { markServerText } from '../base/server-text.ts';
import type { Token } from '../tokens/token.ts';

/** LostNonces are the nonces of tokens that might exist although no response showed them. */
export interface LostNonces {
  readonly openNonces: ReadonlySet<string>;
}

/**
 * withoutToken says that no token was created. After lost responses it says what might appear late: the ledger keeps the
 * nonces that no list has shown.
 */
export function withoutToken(error: Error, lostResponses: number, { openNonces }: LostNonces): Error {
  if (lostResponses === 0) return withContext(error, 'No token was created.');
  const left =
    openNonces.size === 0
      ? 'What was created is revoked; no token is left.'
      : 'No token is left that is known of. Should one appear late, the post step revokes it, by the end of its ' +
        `description: ${[...openNonces].join(' or ')}.`;
  return new Failure(
    'no-token-created',
    `${asSentence(error)} ${lostResponses === 1 ? 'One answer' : `${lostResponses} answers`} to creating a token had been lost. ${left}`,
    { cause: error },
  );
}

/** unfinished says that a token might exist that nobody has, and how to find it. */
export function unfinished({ openNonces }: LostNonces, cause: Error): Failure {
  return new Failure(
    'a-token-may-be-left',
    `The answer to creating a token was lost, and what became of it is not known: ${asSentence(cause)} The post step ` +
      'looks for it and revokes it. If that fails too, find the token whose description contains ' +
      `${[...openNonces].join(' or ')} and revoke it: nobody holds it.`,
    { cause },
  );
}

/** otherThanAsked says in what the new token differs from its spec. `notRevoked` is why the token could not be revoked. */
export function otherThanAsked({ id }: Token, deviations: readonly string[], notRevoked?: Error): Failure {
  const what = `The server created token ${id} otherwise than asked: it ${markServerText(deviations.join('; it '))}.`;
  if (!notRevoked) {
    return new Failure('not-the-token-asked-for', `${what} It was revoked; no token is left.`);
  }
  return new Failure(
    'not-the-token-asked-for',
    `${what} It could not be revoked: ${asSentence(notRevoked)} The post step tries again.`,
    { cause: notRevoked },
  );
}
