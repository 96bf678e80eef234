import { Failure, resultOf } from '../../base/errors.ts';
import { RetryAfterTooLong } from '../../http/retry.ts';
import { ApiError } from '../../management-api/errors.ts';
import type { FoundToken } from '../../management-api/outcomes.ts';
import type { TwoClocks } from '../../tokens/clocks.ts';
import type { Token } from '../../tokens/token.ts';
import { type PlannedPatch, sameContent } from '../../tokens/token-content.ts';
import type { Deps } from '../deps.ts';

/**
 * Patched is the outcome of one planned PATCH. `shown`: the token as the response shows it, or as a read shows it after a lost
 * response. `stopped`: after a read, the plan sent nothing. `revoked`: the token is revoked, or the API does not know it. `read`: the
 * token as it was last read, if it was not revoked yet. `clocks`: the time of the last read.
 */
export type Patched<Patch extends PlannedPatch> =
  | PatchFailure
  | ({ readonly clocks: TwoClocks } & (
      | { readonly kind: 'shown'; readonly token: Token; readonly patch: Patch }
      | { readonly kind: 'stopped'; readonly token: Token }
      | { readonly kind: 'revoked'; readonly token: Token | undefined; readonly read: Token | undefined }
    ));

/**
 * PatchFailure is a read or a PATCH that failed. `read`: the token as it was last read, if it was read. `mightBePatched` is
 * false if the server definitely refused every PATCH, or none was sent.
 */
export interface PatchFailure {
  readonly kind: 'failed';
  readonly error: Failure;
  readonly read: { readonly token: Token; readonly clocks: TwoClocks } | undefined;
  readonly mightBePatched: boolean;
}

export interface PatchDeps extends Pick<Deps, 'api' | 'retryControl'> {
  /** Called before each repetition. */
  readonly shouldContinue?: () => boolean;
  /** A read that was just made, and that serves the first attempt. */
  readonly firstRead?: FoundToken;
}

/**
 * patchAfterReading reads the token before each attempt of a PATCH, because another run or a person can change the token at any
 * time. `plan` receives the token and returns the PATCH, or undefined to send nothing. `since` is the later of the server's and the
 * runner's clock, in milliseconds since 1970. Throws only defects.
 */
export async function patchAfterReading<Patch extends PlannedPatch>(
  id: string,
  plan: (token: Token, since: number) => Patch | undefined,
  { api, retryControl, shouldContinue = () => true, firstRead }: PatchDeps,
): Promise<Patched<Patch>> {
  const attempts = retryControl.start();
  const sent: Patch[] = [];
  let lastError: Failure | undefined;
  let read: PatchFailure['read'];
  let mightBePatched = false;
  const failed = (error: Failure): PatchFailure => ({ kind: 'failed', error, read, mightBePatched });
  for (;;) {
    const found = read === undefined && firstRead ? firstRead : await resultOf(api.findToken(id));
    if (found instanceof Failure) return failed(found);
    const { token, clocks } = found;
    if (token?.revokedAt !== 'unset') {
      return { kind: 'revoked', token, read: read?.token, clocks };
    }
    read = { token, clocks };
    const done = sent.find(({ wanted }) => sameContent(wanted, token));
    if (done) return { kind: 'shown', token, patch: done, clocks };
    if (lastError) return failed(lastError);
    const patch = plan(token, clocks.forReplacing);
    if (!patch) return { kind: 'stopped', token, clocks };
    if (sameContent(patch.wanted, token)) return { kind: 'shown', token, patch, clocks };
    sent.push(patch);
    const result = await api.patchToken(id, patch.change);
    if (result.kind === 'unknown-token') {
      return { kind: 'revoked', token: undefined, read: token, clocks };
    }
    if (result.kind === 'done') {
      const isRevoked = result.token.revokedAt !== 'unset';
      return isRevoked
        ? { kind: 'revoked', token: result.token, read: token, clocks }
        : { kind: 'shown', token: result.token, patch, clocks };
    }
    mightBePatched ||= result.kind === 'unknown';
    if (result.kind === 'rejected' && result.error.status !== 409) return failed(result.error);
    // Without a response from the API, another attempt can succeed. A status that is not retryable would come again.
    const isSilent =
      result.kind === 'unknown' &&
      !(result.error instanceof ApiError || result.error instanceof RetryAfterTooLong);
    const again = await attempts.again(result.retryable || isSilent);
    if (again && shouldContinue()) continue;
    if (again || result.kind === 'not-sent' || result.error instanceof RetryAfterTooLong) {
      return failed(result.error);
    }
    // Only one more read can show whether the last attempt had an effect, and whether a 409 means that the token is revoked.
    lastError = result.error;
  }
}
