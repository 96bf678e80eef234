import { Failure, failureOnly } from '../../base/errors.ts';
import { isAuthError } from '../../management-api/errors.ts';
import type { Outcome } from '../../tokens/outcome.ts';
import type { LeftoversResult } from '../../tokens/results.ts';
import { findByNonce } from '../../tokens/tag.ts';
import { isConfirmedRevoked } from '../../tokens/token.ts';
import type { Deps } from '../deps.ts';
import { type Attempt, hasLeftover, LATEST_EFFECT_MS } from '../ledger.ts';
import { revokeTokens } from './revoke-tokens.ts';

/** Leftovers are the tokens that the post step must revoke: by ID, or by nonce if no response contained the ID. */
export interface Leftovers {
  readonly ids: readonly string[];
  readonly nonces: readonly string[];
  /** When the last POST of unknown outcome was sent, as `Clock.elapsed` measures. */
  readonly lastPostAt: number;
}

type LeftoversDeps = Pick<Deps, 'api' | 'retryControl' | 'progress' | 'clock'>;

/** selectLeftovers selects the attempts that were neither resolved nor kept. Pure. */
export function selectLeftovers(attempts: readonly Attempt[]): Leftovers {
  const open = attempts.filter(hasLeftover);
  const unknown = open.filter(({ id }) => id === undefined);
  return {
    ids: open.flatMap(({ id }) => (id === undefined ? [] : [id])),
    nonces: unknown.map(({ nonce }) => nonce),
    lastPostAt: Math.max(0, ...unknown.map(({ at }) => at)),
  };
}

/** hasNoLeftovers tells whether there is nothing to revoke. */
export function hasNoLeftovers({ ids, nonces }: Leftovers): boolean {
  return ids.length === 0 && nonces.length === 0;
}

/**
 * revokeLeftovers revokes leftover tokens. It finds a token without an ID by its nonce in the list. One failure does not stop the
 * others, unless the Management API refuses the management token. Throws only defects.
 */
export async function revokeLeftovers(leftovers: Leftovers, deps: LeftoversDeps): Promise<LeftoversResult> {
  const found = await findLost(leftovers, deps);
  const searchError = found instanceof Failure ? found : undefined;
  const ids = [...new Set([...leftovers.ids, ...(found instanceof Failure ? [] : found)])];
  const outcomes = isAuthError(searchError)
    ? ids.map((id): Outcome => ({ id, kind: 'skipped' }))
    : await revokeTokens({ ids, known: true }, deps);
  return { outcomes, searchError };
}

/** Lists the tokens when the server had enough time to create them. Returns the IDs of tokens whose responses were lost. */
async function findLost(
  { nonces, lastPostAt }: Leftovers,
  { api, clock, progress }: LeftoversDeps,
): Promise<readonly string[] | Failure> {
  if (nonces.length === 0) return [];
  try {
    const wait = lastPostAt + LATEST_EFFECT_MS - clock.elapsed();
    if (wait > 0) await clock.sleep(Math.min(wait, LATEST_EFFECT_MS));
    const { tokens } = await api.tokens();
    const lost = findByNonce(new Set(nonces), tokens).map(({ token }) => token);
    if (lost.length === 0) progress({ kind: 'no-lost-token' });
    return lost.filter((token) => !isConfirmedRevoked(token)).map(({ id }) => id);
  } catch (error) {
    return failureOnly(error);
  }
}
