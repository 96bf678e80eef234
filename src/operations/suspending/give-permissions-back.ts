import { sameContent } from '../../tokens/suspension.ts';
import type { Token } from '../../tokens/token.ts';
import { type PatchDeps, patchAfterReading } from './patch-after-reading.ts';

/**
 * givePermissionsBack gives a token the permissions that it had `before` a PATCH, because the response to the PATCH showed others:
 * a suspension came between, and the PATCH has replaced its record. Returns the token as it is then. Undefined: somebody has changed
 * it once more, so it was left alone. Throws a Failure when the outcome is not known.
 */
export async function givePermissionsBack(
  { id, permissions }: Token,
  shown: Token,
  deps: PatchDeps,
): Promise<Token | undefined> {
  const wanted = { description: shown.description, permissions };
  const plan = (read: Token) =>
    sameContent(read, shown) || sameContent(read, wanted) ? { change: { permissions }, wanted } : undefined;
  const patched = await patchAfterReading(id, plan, deps);
  return patched.kind === 'shown' && sameContent(patched.token, wanted) ? patched.token : undefined;
}
