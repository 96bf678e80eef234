import { Failure } from '../base/errors.ts';
import type { TwoClocks } from '../tokens/clocks.ts';
import type { Token } from '../tokens/token.ts';
import type { Deps } from './deps.ts';

/**
 * existingToken reads a token that must be there, with the time of the response. Throws a
 * Failure for an id that the cluster does not know.
 */
export async function existingToken(
  id: string,
  api: Deps['api'],
): Promise<{ readonly token: Token; readonly clocks: TwoClocks }> {
  const { token, clocks } = await api.findToken(id);
  if (token) return { token, clocks };
  throw new Failure(
    'token-not-found',
    `Token ${id} is not known to this cluster: check \`token-id\`, and \`account-id\` and \`cluster-id\`.`,
  );
}
