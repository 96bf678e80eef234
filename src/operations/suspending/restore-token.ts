import { type Restoration, restoringPatch, type ShownToken } from '../../tokens/restoring.ts';
import { tokenStatus } from '../../tokens/token.ts';
import { sameContent } from '../../tokens/token-content.ts';
import { type PatchDeps, type PatchFailure, patchAfterReading } from './patch-after-reading.ts';

/** restoreToken gives a suspended token its recorded permissions back, and completes an unfinished restore. Throws only defects. */
export async function restoreToken(id: string, deps: PatchDeps): Promise<Restoration> {
  const attempts = deps.retryControl.start();
  let last: ShownToken | undefined;
  for (;;) {
    const patched = await patchAfterReading(id, restoringPatch, deps);
    if (patched.kind === 'failed') return failedRestore(patched, last);
    if (patched.kind === 'revoked') {
      // The API no longer knows a token that it has just shown, so somebody revoked the token.
      const revoked = patched.token ?? patched.read ?? last?.token;
      return revoked ? { kind: 'revoked', token: revoked, status: 'revoked' } : { kind: 'not-found' };
    }
    const { token, clocks } = patched;
    const shown = { token, status: tokenStatus(token, clocks.forRenewing) };
    const hasSent = last !== undefined;
    last = shown;
    if (patched.kind === 'stopped') return { kind: hasSent ? 'restored' : 'nothing-to-restore', ...shown };
    if (sameContent(token, patched.patch.wanted)) return { kind: 'restored', ...shown };
    // If the response does not show both, the next read decides again.
    if (!(await attempts.again(true))) return { kind: 'not-shown', ...shown };
  }
}

/** `last`: the token as an earlier PATCH has shown it, if one was sent. */
function failedRestore(
  { error, read, mightBePatched }: PatchFailure,
  last: ShownToken | undefined,
): Restoration {
  const shown = read ? { token: read.token, status: tokenStatus(read.token, read.clocks.forRenewing) } : last;
  return { kind: 'failed', error, mightBeRestored: mightBePatched || last !== undefined, shown };
}
