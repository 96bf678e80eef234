import { Failure } from '../failure.ts';
import { isSeenRevoked, type Token } from '../tokens/token.ts';
import { sameId } from '../tokens/uuid.ts';
import type { Deps } from './deps.ts';

/** `gone`: the server does not know it or shows it revoked, so there was nothing left to do. */
export type Revocation = 'revoked' | 'gone';

/**
 * revokeToken revokes one token and returns only what it is sure of. Throws a Failure, ApiError or NetworkError when the
 * token may be alive.
 */
export async function revokeToken(id: string, deps: Pick<Deps, 'api' | 'pacing'>): Promise<Revocation> {
  if ((await tryToRevoke(id, deps)) === 'revoked') return 'revoked';
  const { tokens } = await deps.api.tokens();
  const contradiction = aliveAfterAll(tokens.find((token) => sameId(token.id, id)));
  if (contradiction) throw contradiction;
  return 'gone';
}

/**
 * tryToRevoke sends a DELETE until its outcome is known. `not-found`: the API knows no such token; because that may also
 * mean that we ask in the wrong place, a list through the same prefix must agree. It must be read afterwards, since one
 * from before the DELETE cannot show its effect. Before each repetition `goesOn` may end it. Throws like revokeToken.
 */
export async function tryToRevoke(
  id: string,
  { api, pacing }: Pick<Deps, 'api' | 'pacing'>,
  goesOn: () => boolean = () => true,
): Promise<'revoked' | 'not-found'> {
  for (let attempt = 0; ; attempt++) {
    const deletion = await api.deleteToken(id);
    if (deletion.kind === 'revoked') return 'revoked';
    if (deletion.kind === 'refused') throw deletion.error;
    if (deletion.kind === 'unsent' && !deletion.error.passing) throw deletion.error;
    if (deletion.kind === 'unknown-token') return 'not-found';
    if (deletion.kind === 'lost') {
      // A DELETE that hung up may have revoked the token all the same: look before saying or doing anything.
      const { token } = await api.findToken(id);
      if (!token) return 'not-found';
      if (isSeenRevoked(token)) return 'revoked';
    }
    if (attempt >= pacing.policy.retries || !(await pacing.backOff(attempt)) || !goesOn()) {
      throw deletion.error;
    }
  }
}

/** aliveAfterAll is the failure of a token that was not found, if the list shows it as alive. */
export function aliveAfterAll(listed: Token | undefined): Failure | undefined {
  if (!listed || isSeenRevoked(listed)) return undefined;
  return new Failure(
    'Token not revoked',
    `The Management API lists token ${listed.id} as alive but answers 404 when it is to be revoked.`,
  );
}
