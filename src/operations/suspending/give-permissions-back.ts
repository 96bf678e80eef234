import type { Token } from '../../tokens/token.ts';
import { patchOf, sameContent } from '../../tokens/token-content.ts';
import { type PatchDeps, patchAfterReading } from './patch-after-reading.ts';

/**
 * givePermissionsBack gives a token the permissions that it had before a PATCH. It is needed if a concurrent suspension has changed
 * them and the PATCH has replaced the record of the suspension. Returns the updated token. Undefined: somebody has changed the token
 * once more, so it was not changed again. Throws a Failure if the outcome is not known.
 */
export async function givePermissionsBack(
  { id, permissions }: Token,
  shown: Token,
  deps: PatchDeps,
): Promise<Token | undefined> {
  const patch = patchOf(shown, { permissions });
  const { wanted } = patch;
  const plan = (read: Token) => (sameContent(read, shown) || sameContent(read, wanted) ? patch : undefined);
  const patched = await patchAfterReading(id, plan, deps);
  if (patched.kind === 'failed') throw patched.error;
  return patched.kind === 'shown' && sameContent(patched.token, wanted) ? patched.token : undefined;
}
