import type { Outputs } from '../runner/runner.ts';
import { formatServerDate } from '../tokens/dates.ts';
import { formatPermissions } from '../tokens/permissions.ts';
import { plainDescription } from '../tokens/tag.ts';
import type { Token, TokenStatus } from '../tokens/token.ts';

/** tokenOutputs is what every operation on a single token sets about it. What the server did not tell is left unset. */
export function tokenOutputs(token: Token, status: TokenStatus): Outputs {
  return {
    'token-id': token.id,
    description: plainDescription(token.description),
    permissions: formatPermissions(token.permissions),
    ...(token.createdAt === 'unset' ? {} : { 'created-at': formatServerDate(token.createdAt) ?? '' }),
    // Empty: it never does.
    'expires-at': formatServerDate(token.expiresAt) ?? '',
    status,
  };
}
