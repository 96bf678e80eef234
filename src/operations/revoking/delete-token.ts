import { Failure, resultOf } from '../../base/errors.ts';
import { RetryAfterTooLong } from '../../http/retry.ts';
import { ApiError, ContradictoryResponses } from '../../management-api/errors.ts';
import { isConfirmedRevoked, sameId, type Token } from '../../tokens/token.ts';
import { sameContent, type TokenContent } from '../../tokens/token-content.ts';
import type { Deps } from '../deps.ts';

/**
 * DeleteResult is what the requests for one token have shown. `not-found`: the API responded with its own 404, and only
 * a list that was read later can tell what that means. `wasShown`: an earlier response of this step showed the token.
 * `changed`: a read before the DELETE showed a token that differs from the one in the decision, so the token was kept.
 * `already-revoked`: a read showed that the token was revoked before any DELETE of this step could have an effect.
 */
export type DeleteResult =
  | { readonly kind: 'revoked' | 'already-revoked' | 'changed' }
  | { readonly kind: 'not-found'; readonly wasShown: boolean };

/**
 * revokeToken revokes one token that an earlier response of this step has shown. Throws a Failure, ApiError, or
 * NetworkError when the token might be alive.
 */
export async function revokeToken(id: string, deps: Pick<Deps, 'api' | 'retryControl'>): Promise<void> {
  const result = await deleteToken(id, deps);
  if (result.kind !== 'not-found') return;
  const { tokens } = await deps.api.tokens();
  const judged = judgeNotFound({ id, listed: tokens.find((token) => sameId(token.id, id)), known: true });
  if (judged instanceof Failure) throw judged;
}

export interface DeleteOptions {
  /** Called before each repetition. */
  readonly shouldContinue?: () => boolean;
  /** The token that the decision was based on. It is read before each attempt, and kept if it has changed. */
  readonly decidedOn?: TokenContent | undefined;
}

/** deleteToken sends DELETE until its outcome is known. Throws like revokeToken. */
export async function deleteToken(
  id: string,
  { api, retryControl }: Pick<Deps, 'api' | 'retryControl'>,
  { shouldContinue = () => true, decidedOn }: DeleteOptions = {},
): Promise<DeleteResult> {
  const attempts = retryControl.start();
  let wasShown = false;
  let mightBeRevoked = false;
  const revokedAsShown = (): DeleteResult => ({ kind: mightBeRevoked ? 'revoked' : 'already-revoked' });
  for (;;) {
    if (decidedOn) {
      const { token } = await api.findToken(id);
      if (!token) return { kind: 'not-found', wasShown };
      if (isConfirmedRevoked(token)) return revokedAsShown();
      if (!sameContent(token, decidedOn)) return { kind: 'changed' };
      wasShown = true;
    }
    const deletion = await api.deleteToken(id);
    if (deletion.kind === 'done') return { kind: 'revoked' };
    if (deletion.kind === 'unknown-token') return { kind: 'not-found', wasShown };
    if (deletion.kind === 'rejected') {
      if (await isRefusedAsRevoked(id, deletion.error, api)) return revokedAsShown();
      throw deletion.error;
    }
    mightBeRevoked ||= deletion.kind === 'unknown';
    const isToBeRead = deletion.kind === 'unknown' && !isErrorResponse(deletion.error);
    if (isToBeRead) {
      // The DELETE might have revoked the token anyway, so read the token first.
      const { token } = await api.findToken(id);
      if (!token) return { kind: 'not-found', wasShown };
      if (isConfirmedRevoked(token)) return { kind: 'revoked' };
      wasShown = true;
    }
    // A token that a read has just shown as valid can always be revoked again.
    if (!(await attempts.again(isToBeRead || deletion.retryable)) || !shouldContinue()) throw deletion.error;
  }
}

/** It is not documented how the server responds to the DELETE of a revoked token. A 401, a 403, and any 404 have another meaning. */
async function isRefusedAsRevoked(id: string, error: ApiError, api: Deps['api']): Promise<boolean> {
  if ([401, 403, 404].includes(error.status)) return false;
  const found = await resultOf(api.findToken(id));
  return !(found instanceof Failure) && found.token !== undefined && isConfirmedRevoked(found.token);
}

/** Such a response needs no read, because the 404 to a repeated DELETE shows that the first one was carried out. */
function isErrorResponse(error: Failure): boolean {
  return error instanceof ApiError || error instanceof RetryAfterTooLong;
}

/**
 * judgeNotFound decides what the API's own 404 to a DELETE means. `listed` is the token in a list that was read later
 * through the same path prefix. `known`: the token existed at this address, so that its absence proves its end. A token
 * that is neither listed nor known might be alive at another address. A Failure: the list shows the token alive. Pure.
 */
export function judgeNotFound({
  id,
  listed,
  known,
}: {
  readonly id: string;
  readonly listed: Token | undefined;
  readonly known: boolean;
}): 'already-revoked' | 'not-found' | Failure {
  if (!listed) return known ? 'already-revoked' : 'not-found';
  if (isConfirmedRevoked(listed)) return 'already-revoked';
  return new ContradictoryResponses(id);
}
