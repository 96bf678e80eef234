import { Failure, resultOf } from '../../base/errors.ts';
import {
  judgeSuspension,
  type KeptBecause,
  type SuspensionResult,
  sameContent,
  suspensionStep,
  type TokenContent,
  undoingPatch,
} from '../../tokens/suspension.ts';
import type { Token } from '../../tokens/token.ts';
import { type PatchDeps, patchAfterReading } from './patch-after-reading.ts';

/**
 * suspendToken records what a token grants in its description, and then takes the permissions away. At every instant the server
 * has the permissions or their record, so the next run or a restore goes on from there. `listed` is the token as it was decided
 * on. Throws a Failure when the outcome is not known.
 */
export async function suspendToken(listed: Token, deps: PatchDeps): Promise<SuspensionResult> {
  const { id } = listed;
  const attempts = deps.retryControl.start();
  let token: TokenContent = listed;
  let isRecorded = false;
  for (;;) {
    const expected = token;
    const plan = (read: Token, since: number) =>
      sameContent(read, expected) ? suspensionStep({ token: read, isRecorded }, since) : undefined;
    const patched = await patchAfterReading(id, plan, deps);
    if (patched.kind === 'revoked') return { kind: patched.token ? 'already-revoked' : 'missing' };
    if (patched.kind === 'stopped') return { kind: 'kept', why: 'changed-meanwhile' };
    const { token: shown, patch: step } = patched;
    switch (judgeSuspension(step, expected, shown)) {
      case 'to-undo': {
        const why =
          step.completes && shown.permissions.length > 0 ? 'permissions-remain' : 'record-not-shown';
        return await undo({ original: listed, shown, why }, deps);
      }
      case 'incomplete':
        if (!(await attempts.again(true))) return { kind: 'not-completed' };
        break;
      case 'as-wanted':
        if (step.completes) return { kind: 'suspended', token: shown };
        isRecorded = true;
    }
    token = shown;
  }
}

/** Gives a token back what it had: what the server did not show as it was sent cannot be relied upon. */
async function undo(
  { original, shown, why }: { readonly original: Token; readonly shown: Token; readonly why: KeptBecause },
  deps: PatchDeps,
): Promise<SuspensionResult> {
  const attempts = deps.retryControl.start();
  let token: TokenContent = shown;
  for (;;) {
    const expected = token;
    const plan = (read: Token) =>
      sameContent(read, expected) || sameContent(read, original) ? undoingPatch(original, read) : undefined;
    const patched = await resultOf(patchAfterReading(original.id, plan, deps));
    if (patched instanceof Failure) return { kind: 'not-undone', original, error: patched };
    if (patched.kind === 'revoked') return { kind: patched.token ? 'already-revoked' : 'missing' };
    if (patched.kind === 'stopped') {
      const isUnchanged = sameContent(patched.token, expected);
      return isUnchanged ? { kind: 'not-completed' } : { kind: 'kept', why: 'changed-meanwhile' };
    }
    if (sameContent(patched.token, patched.patch.wanted)) return { kind: 'kept', why };
    if (!(await attempts.again(true))) return { kind: 'not-undone', original, error: undefined };
    token = patched.token;
  }
}
