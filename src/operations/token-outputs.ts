import type { Outputs } from '../runner/runner.ts';
import { formatInstant, type ServerDate } from '../tokens/instant.ts';
import { formatPermissions } from '../tokens/permissions.ts';
import { plainDescription } from '../tokens/tag.ts';
import type { Token, TokenStatus } from '../tokens/token.ts';

/** tokenOutputs is what every operation on a single token sets about it. */
export function tokenOutputs(token: Token, status: TokenStatus): Outputs {
  return {
    'token-id': token.id,
    description: plainDescription(token.description),
    permissions: formatPermissions(token.permissions),
    'created-at': dateOutput(token.createdAt),
    'expires-at': dateOutput(token.expiresAt),
    status,
  };
}

function dateOutput(date: ServerDate): string {
  return typeof date === 'number' ? formatInstant(date) : '';
}
