import { Failure } from '../failure.ts';
import { describeExpired } from '../tokens/two-clocks.ts';
import type { Deps } from './deps.ts';

/**
 * expiredMeanwhile says whether a new token that the cluster does not accept has expired by the server's clock. Undefined
 * where it has not, or where the server does not tell: then the refusal itself is all that is known.
 */
export async function expiredMeanwhile(id: string, api: Deps['api']): Promise<string | undefined> {
  try {
    const { token, clocks } = await api.findToken(id);
    return token && describeExpired(token, clocks);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return undefined;
  }
}
