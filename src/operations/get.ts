import type { GetRequest } from '../request/request.ts';
import type { GetResult } from '../tokens/results.ts';
import { tokenStatus } from '../tokens/token.ts';
import type { Deps } from './deps.ts';

/** get reads one token, alive or not. Throws what the read throws. */
export async function get({ tokenId }: GetRequest, { api }: Pick<Deps, 'api'>): Promise<GetResult> {
  const { token, clocks } = await api.findToken(tokenId);
  if (!token) return { kind: 'not-found' };
  return { kind: 'found', token, status: tokenStatus(token, clocks.forRenewing) };
}
