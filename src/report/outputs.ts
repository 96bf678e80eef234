import type { Outputs } from '../runner/runner.ts';
import { formatServerDate } from '../tokens/dates.ts';
import { formatPermissions } from '../tokens/permissions.ts';
import { plainDescription } from '../tokens/tag.ts';
import type { Token, TokenStatus } from '../tokens/token.ts';

/** GitHub accepts outputs of up to 1 MB each. */
const MAX_OUTPUT_BYTES = 1_000_000;

/** tokenOutputs is what every operation on a single token sets about it. What the server did not tell stays unset. */
export function tokenOutputs(token: Token, status: TokenStatus): Outputs {
  return {
    'token-id': token.id,
    description: plainDescription(token.description),
    permissions: formatPermissions(token.permissions),
    ...(token.createdAt === 'unset' ? {} : { 'created-at': formatServerDate(token.createdAt) ?? '' }),
    // Empty if the token never expires.
    'expires-at': formatServerDate(token.expiresAt) ?? '',
    status,
  };
}

/** listingOutputs is what every operation that selects tokens sets about them. `tokens` stays unset if it is over 1 MB. */
export function listingOutputs(json: string, count: number): Outputs {
  return { count: String(count), ...(Buffer.byteLength(json) <= MAX_OUTPUT_BYTES ? { tokens: json } : {}) };
}

/** EndedIds are the IDs of tokens that an operation ended. `failed` tokens might be alive. */
export interface EndedIds {
  readonly revoked?: readonly string[];
  readonly suspended?: readonly string[];
  readonly failed?: readonly string[];
}

/** endingOutputs are the outputs of every operation that ends tokens. */
export function endingOutputs({ revoked = [], suspended = [], failed = [] }: EndedIds = {}): Outputs {
  return {
    'revoked-token-ids': JSON.stringify(revoked),
    'suspended-token-ids': JSON.stringify(suspended),
    'failed-token-ids': JSON.stringify(failed),
  };
}
