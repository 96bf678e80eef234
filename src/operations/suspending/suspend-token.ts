import {
  judgeSuspension,
  type KeptBecause,
  type SuspensionResult,
  type SuspensionStep,
  suspensionStep,
  undoingPatch,
} from '../../tokens/suspension.ts';
import type { Token } from '../../tokens/token.ts';
import { hasLostPermissions, sameContent, type TokenContent } from '../../tokens/token-content.ts';
import { type PatchDeps, patchAfterReading } from './patch-after-reading.ts';

/**
 * suspendToken records the permissions of a token in its description, and then removes them. The server always has the permissions
 * or their record, so the next run or a restore can continue from there. `listed` is the token that the decision was based on.
 * Throws only defects.
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
    if (patched.kind === 'failed') {
      return { kind: patched.mightBePatched ? 'not-confirmed' : 'not-suspended', error: patched.error };
    }
    if (patched.kind === 'revoked') return { kind: patched.token ? 'already-revoked' : 'missing' };
    if (patched.kind === 'stopped') return { kind: 'kept', why: 'changed-meanwhile' };
    const { token: shown, patch: step } = patched;
    switch (judgeSuspension(step, expected, shown)) {
      case 'to-undo': {
        const why =
          step.completes && shown.permissions.length > 0 ? 'permissions-remain' : 'record-not-shown';
        return await undo({ original: listed, shown, step, why }, deps);
      }
      case 'overtaken':
        // The second PATCH is only overtaken by a restore, half of which it has undone.
        return step.completes ? { kind: 'not-completed' } : { kind: 'kept', why: 'changed-meanwhile' };
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

/** UndoOptions are a suspension to undo, and why. */
interface UndoOptions {
  readonly original: Token;
  /** The step that failed. */
  readonly step: SuspensionStep;
  readonly shown: Token;
  readonly why: KeptBecause;
}

/** Gives a token its description and permissions back, because the server did not store them as they were sent. */
async function undo({ original, step, shown, why }: UndoOptions, deps: PatchDeps): Promise<SuspensionResult> {
  const attempts = deps.retryControl.start();
  let last: TokenContent = shown;
  // Somebody else has written any other description, or has removed permissions that the last response still showed.
  const own = new Set([original.description, step.wanted.description, shown.description]);
  const plan = (read: Token) =>
    own.has(read.description) && !hasLostPermissions(last, read) ? undoingPatch(original, read) : undefined;
  for (;;) {
    const patched = await patchAfterReading(original.id, plan, deps);
    if (patched.kind === 'failed') return { kind: 'not-undone', original, error: patched.error };
    if (patched.kind === 'revoked') return { kind: patched.token ? 'already-revoked' : 'missing' };
    if (patched.kind === 'stopped') return { kind: 'kept', why: 'changed-meanwhile' };
    if (sameContent(patched.token, patched.patch.wanted)) return { kind: 'kept', why };
    if (!(await attempts.again(true))) return { kind: 'not-undone', original, error: undefined };
    last = patched.token;
    own.add(last.description);
  }
}
