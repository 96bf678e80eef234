import type { Outputs } from '../runner/runner.ts';
import { formatInstant, type ServerDate } from '../tokens/instant.ts';
import { formatPermissions } from '../tokens/permissions.ts';
import { plainDescription } from '../tokens/tag.ts';
import type { Token, TokenStatus } from '../tokens/token.ts';

/** tokenOutputs is what every operation on a single token sets about it. What the server did not tell is left unset. */
export function tokenOutputs(token: Token, status: TokenStatus): Outputs {
  return {
    'token-id': token.id,
    description: plainDescription(token.description),
    permissions: formatPermissions(token.permissions),
    ...(token.createdAt === 'unset' ? {} : { 'created-at': dateOutput(token.createdAt) }),
    'expires-at': dateOutput(token.expiresAt),
    status,
  };
}

/** Empty is "not set", and so for an expiry "never": a date that cannot be read says so, and is not taken for it. */
function dateOutput(date: ServerDate): string {
  if (typeof date === 'number') return formatInstant(date);
  return date === 'unset' ? '' : date;
}
