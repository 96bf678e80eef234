import type { Outputs } from '../runner/runner.ts';
import { formatServerDate } from '../tokens/dates.ts';
import { formatPermissions } from '../tokens/permissions.ts';
import { plainDescription } from '../tokens/tag.ts';
import type { Token, TokenRecord, TokenStatus } from '../tokens/token.ts';

/** GitHub accepts outputs of up to 1 MB each. */
const MAX_OUTPUT_BYTES = 1_000_000;

/** tokenOutputs is what every operation on a single token sets about it. What the server did not tell stays unset. */
export function tokenOutputs(token: Token, status: TokenStatus): Outputs {
  const permissions = formatPermissions(token.permissions);
  return { ...nameOutputs(token), permissions, ...dateOutputs(token), status };
}

/** recordOutputs is the part of these outputs that a management token has, too. */
export function recordOutputs(token: TokenRecord): Outputs {
  return { ...nameOutputs(token), ...dateOutputs(token) };
}

function nameOutputs({ id, description }: TokenRecord): Outputs {
  return { 'token-id': id, description: plainDescription(description) };
}

function dateOutputs({ createdAt, expiresAt }: TokenRecord): Outputs {
  return {
    ...(createdAt === 'unset' ? {} : { 'created-at': formatServerDate(createdAt) ?? '' }),
    // Empty if the token never expires.
    'expires-at': formatServerDate(expiresAt) ?? '',
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
export function endingOutputs({ suspended = [], ...others }: EndedIds = {}): Outputs {
  return { ...revocationOutputs(others), 'suspended-token-ids': JSON.stringify(suspended) };
}

/** revocationOutputs are the outputs of operations that cannot suspend. */
export function revocationOutputs({ revoked = [], failed = [] }: Omit<EndedIds, 'suspended'> = {}): Outputs {
  return { 'revoked-token-ids': JSON.stringify(revoked), 'failed-token-ids': JSON.stringify(failed) };
}

/** ACTIVE_OUTPUT is the value of the output `active` for a token that was not refused. */
export const ACTIVE_OUTPUT = { accepted: 'true', unreachable: 'false', 'not-probed': '' } as const;
