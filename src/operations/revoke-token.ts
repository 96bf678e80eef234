import { Failure } from '../failure.ts';
import { isSeenRevoked } from '../tokens/token.ts';
import type { Deps } from './deps.ts';

/** `gone`: the server does not know it or shows it revoked, so there was nothing left to do. */
export type Revocation = 'revoked' | 'gone';

/**
 * revokeToken revokes one token and returns only what it is sure of. Throws a Failure, ApiError or NetworkError when the
 * token may be alive.
 */
export async function revokeToken(
  id: string,
  { api, pacing }: Pick<Deps, 'api' | 'pacing'>,
): Promise<Revocation> {
  for (let attempt = 0; ; attempt++) {
    const deletion = await api.deleteToken(id);
    if (deletion.kind === 'revoked') return 'revoked';
    if (deletion.kind === 'refused') throw deletion.error;
    if (deletion.kind === 'unknown-token') return await confirmGone(id, api);
    if (deletion.kind === 'lost') {
      // A DELETE that hung up may have revoked the token all the same: look before saying or doing anything.
      const token = await api.findToken(id);
      if (!token) return await confirmGone(id, api);
      if (isSeenRevoked(token)) return 'revoked';
    }
    if (attempt >= pacing.policy.retries || !(await pacing.backOff(attempt))) throw deletion.error;
  }
}

/**
 * A 404 may also mean that we ask in the wrong place: a list through the same prefix must agree. It is read only now,
 * since one from before the DELETE cannot show its effect.
 */
async function confirmGone(id: string, api: Deps['api']): Promise<'gone'> {
  const listed = (await api.tokens()).find((token) => token.id.toLowerCase() === id.toLowerCase());
  if (!listed || isSeenRevoked(listed)) return 'gone';
  throw new Failure(
    'Token not revoked',
    `The Management API lists token ${id} as alive but answers 404 when it is to be revoked.`,
  );
}
