import { type Failure, failureOnly } from '../../base/errors.ts';
import { ApiError } from '../../management-api/errors.ts';
import type { Retagging } from '../../tokens/results.ts';
import type { Deps } from '../deps.ts';

/**
 * retag replaces the description of a token, including its tag. The response decides the result, not the request. The caller must
 * check the rest of the token in the response. Throws only defects.
 */
export async function retag(id: string, description: string, api: Deps['api']): Promise<Retagging> {
  try {
    const updated = await api.updateToken(id, { description });
    if (updated?.revokedAt !== 'unset') return { kind: 'revoked' };
    if (updated.description === description) return { kind: 'done', token: updated };
    return { kind: 'unclear', error: undefined };
  } catch (thrown) {
    const error = failureOnly(thrown);
    return (await isRevoked(id, error, api)) ? { kind: 'revoked' } : { kind: 'unclear', error };
  }
}

/** A 409 might mean that the token is revoked, so read the token. After any other error the read would prove nothing new. */
async function isRevoked(id: string, error: Failure, api: Deps['api']): Promise<boolean> {
  if (!(error instanceof ApiError && error.status === 409)) return false;
  try {
    const { token } = await api.findToken(id);
    return token?.revokedAt !== 'unset';
  } catch {
    return false;
  }
}
