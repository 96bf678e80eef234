import { samePermissions } from '../../tokens/permissions.ts';
import type { PromotedTag } from '../../tokens/rotation/outcome.ts';
import { whyNotPromotable } from '../../tokens/rotation/promoted-token.ts';
import type { Token } from '../../tokens/token.ts';
import { type PlannedPatch, patchOf } from '../../tokens/token-content.ts';
import type { Delivery } from '../ledger.ts';
import { type PatchDeps, patchAfterReading } from '../suspending/patch-after-reading.ts';

/**
 * promote marks a delivered token as current. It reads the token before each PATCH: a token that another run has suspended must
 * not become current, and the PATCH would replace the record of its permissions. The response must show the permissions that were
 * read. Throws only defects.
 */
export async function promote(
  { tokenId, promotedDescription, permissions }: Omit<Delivery, 'phase'>,
  deps: PatchDeps,
): Promise<PromotedTag> {
  const plan = (read: Token): PlannedPatch | undefined =>
    whyNotPromotable(read, permissions) ? undefined : patchOf(read, { description: promotedDescription });
  const patched = await patchAfterReading(tokenId, plan, deps);
  if (patched.kind === 'failed') {
    return { kind: patched.mightBePatched ? 'unclear' : 'not-changed', error: patched.error };
  }
  if (patched.kind === 'revoked') return { kind: 'revoked' };
  const { token } = patched;
  const why = whyNotPromotable(token, permissions);
  if (why) return { kind: why };
  if (patched.kind === 'shown' && !samePermissions(token.permissions, patched.patch.wanted.permissions)) {
    return { kind: 'other-permissions', token };
  }
  const isPromoted = token.description === promotedDescription;
  return isPromoted ? { kind: 'done', token } : { kind: 'unclear', error: undefined };
}
