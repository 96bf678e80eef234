import type { TwoClocks } from '../clocks.ts';
import type { Permission } from '../permissions.ts';
import { parseRecord } from '../record.ts';
import { sameId, type Token } from '../token.ts';
import { isWithoutAccess, type TokenContent } from '../token-content.ts';
import type { EndedAfterPromotion } from './outcome.ts';
import { membersOf, type Series } from './series.ts';

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

/**
 * endedSincePromotion tells whether a list shows that somebody ended the access of a token after it was promoted, and which other
 * tokens of the series are valid. Undefined: the list does not show that. Pure.
 */
export function endedSincePromotion(
  { id, issued }: PromotedToken,
  series: Series,
  { tokens, clocks }: { readonly tokens: readonly Token[]; readonly clocks: TwoClocks },
): EndedAfterPromotion | undefined {
  const token = tokens.find((one) => sameId(one.id, id));
  const how = token && howEnded(token, issued);
  if (how === undefined) return undefined;
  const others = membersOf(tokens, series, clocks).filter((one) => !sameId(one.id, id));
  return { kind: 'ended', how, stillValid: others.filter((one) => !isWithoutAccess(one)) };
}

function howEnded(token: Token, issued: readonly Permission[]): EndedAfterPromotion['how'] | undefined {
  if (token.revokedAt !== 'unset') return 'revoked';
  return whyNotPromotable(token, issued) === 'suspended' ? 'suspended' : undefined;
}
