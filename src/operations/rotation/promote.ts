import { Failure, resultOf } from '../../base/errors.ts';
import { samePermissions } from '../../tokens/permissions.ts';
import { parseRecord } from '../../tokens/record.ts';
import type { PromotedTag } from '../../tokens/rotation/outcome.ts';
import type { Deps } from '../deps.ts';
import { retag } from '../issuing/retag.ts';

/**
 * promote marks a delivered token as current. It reads the token first, because a suspended token must not become current, and
 * because the PATCH would replace the record of its permissions. Throws only defects.
 */
export async function promote(tokenId: string, description: string, api: Deps['api']): Promise<PromotedTag> {
  const read = await resultOf(api.findToken(tokenId));
  if (read instanceof Failure) return { kind: 'unclear', error: read };
  const { token } = read;
  if (token?.revokedAt !== 'unset') return { kind: 'revoked' };
  const record = parseRecord(token.description);
  // A restored token no longer belongs to its series.
  if (record) return { kind: record.state === 'restored' ? 'restored' : 'suspended' };
  const retagging = await retag(tokenId, description, api);
  if (retagging.kind !== 'done') return retagging;
  // A concurrent suspension has removed the permissions.
  return samePermissions(retagging.token.permissions, token.permissions) ? retagging : { kind: 'suspended' };
}
