import type { Permission } from '../permissions.ts';
import { parseRecord } from '../record.ts';
import { sameId, type Token } from '../token.ts';
import type { TokenContent } from '../token-content.ts';

/**
 * whyNotPromotable says what another run has done to a token since it was issued with these permissions. A token that was issued with
 * permissions and has none now is suspended, even if its record is not written yet. A restored token is no longer one of its series.
 * Undefined: nothing. Pure.
 */
export function whyNotPromotable(
  { description, permissions }: TokenContent,
  issued: readonly Permission[],
): 'suspended' | 'restored' | undefined {
  const record = parseRecord(description);
  const hasLostAll = permissions.length === 0 && issued.length > 0;
  if (hasLostAll || (record && record.state !== 'restored')) return 'suspended';
  return record ? 'restored' : undefined;
}

/** PromotedToken is a token that a run has promoted, and the permissions that it was issued with. */
export interface PromotedToken {
  readonly id: string;
  readonly issued: readonly Permission[];
}

/** endedSincePromotion tells whether a list shows that somebody ended the access of a token after it was promoted. Pure. */
export function endedSincePromotion(
  tokens: readonly Token[],
  { id, issued }: PromotedToken,
): 'revoked' | 'suspended' | undefined {
  const token = tokens.find((one) => sameId(one.id, id));
  if (!token) return undefined;
  if (token.revokedAt !== 'unset') return 'revoked';
  return whyNotPromotable(token, issued) === 'suspended' ? 'suspended' : undefined;
}
