import { indexById, isConfirmedRevoked, type Token, type TokenStatus, tokenStatus } from './token.ts';

/** RevocationPreview is what `revoke` would do with one ID. */
export type RevocationPreview =
  | { readonly id: string; readonly kind: 'not-found' }
  | { readonly id: string; readonly kind: 'already-revoked'; readonly token: Token }
  | { readonly id: string; readonly kind: 'to-revoke'; readonly token: Token; readonly status: TokenStatus };

/** previewRevocation says for each ID what `revoke` would do. `now` is in milliseconds since 1970. Pure. */
export function previewRevocation(
  ids: readonly string[],
  tokens: readonly Token[],
  now: number,
): RevocationPreview[] {
  const tokenById = indexById(tokens);
  return ids.map((id) => {
    const token = tokenById(id);
    if (!token) return { id, kind: 'not-found' };
    if (isConfirmedRevoked(token)) return { id, kind: 'already-revoked', token };
    return { id, kind: 'to-revoke', token, status: tokenStatus(token, now) };
  });
}
