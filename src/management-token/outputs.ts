import type { Outputs } from '../runner/runner.ts';
import { formatServerDate } from '../tokens/dates.ts';
import { plainDescription } from '../tokens/tag.ts';
import type { ManagementToken } from './token.ts';

/** managementTokenOutputs are the outputs about one token. */
export function managementTokenOutputs({ id, description, createdAt, expiresAt }: ManagementToken): Outputs {
  return {
    'token-id': id,
    description: plainDescription(description),
    ...(createdAt === 'unset' ? {} : { 'created-at': formatServerDate(createdAt) ?? '' }),
    // Empty if the token never expires.
    'expires-at': formatServerDate(expiresAt) ?? '',
  };
}
