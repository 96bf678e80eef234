import { Failure } from '../failure.ts';
import type { Token } from '../tokens/token.ts';
import type { Deps } from './deps.ts';

/**
 * existingToken reads a token that must be there, with the time of the answer in milliseconds since 1970. Throws a
 * Failure for an id that the cluster does not know.
 */
export async function existingToken(
  id: string,
  api: Deps['api'],
): Promise<{ readonly token: Token; readonly now: number }> {
  const { token, now } = await api.findToken(id);
  if (token) return { token, now };
  throw new Failure(
    'Token not found',
    `Token ${id} is not known to this cluster: check \`token-id\`, and \`account-id\` and \`cluster-id\`.`,
  );
}
