import { Failure, resultOf } from '../base/errors.ts';
import type { RevokeRequest } from '../request/request.ts';
import type { RevokeResult } from '../tokens/results.ts';
import { previewRevocation } from '../tokens/revocation-preview.ts';
import type { Deps } from './deps.ts';
import { revokeTokens } from './revoking/revoke-tokens.ts';

/**
 * revoke revokes tokens by ID. An ID that the cluster does not know is not a failure, because it might belong to another
 * cluster. Throws only defects.
 */
export async function revoke({ tokenIds, dryRun }: RevokeRequest, deps: Deps): Promise<RevokeResult> {
  if (tokenIds.length === 0) return { kind: 'nothing-to-do' };
  if (dryRun) {
    const list = await resultOf(deps.api.tokens());
    if (list instanceof Failure) return { kind: 'not-begun', error: list };
    const { tokens, clocks } = list;
    return { kind: 'dry-run', previews: previewRevocation(tokenIds, tokens, clocks.forRenewing) };
  }
  // Find the API before the first DELETE, so that a missing API is one failure and not one failure per token.
  const endpoint = await resultOf(deps.api.endpoint());
  if (endpoint instanceof Failure) return { kind: 'not-begun', error: endpoint };
  return { kind: 'done', outcomes: await revokeTokens({ ids: tokenIds, known: false }, deps) };
}
