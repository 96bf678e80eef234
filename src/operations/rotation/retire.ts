import { failureOnly } from '../../base/errors.ts';
import { newestFirst } from '../../tokens/listing.ts';
import { mightBeAlive, wasRevoked } from '../../tokens/outcome.ts';
import type { RetirementResult } from '../../tokens/rotation/outcome.ts';
import { planRetirement } from '../../tokens/rotation/retirement.ts';
import type { Series } from '../../tokens/rotation/series.ts';
import type { Deps } from '../deps.ts';
import { revokeTokens } from '../revoking/revoke-tokens.ts';

/** RetireOptions say which tokens are retired. */
export interface RetireOptions {
  readonly series: Series;
  /** The token that this run has promoted. */
  readonly own?: string;
  readonly graceMs: number;
  /** False: only find out which tokens are left. */
  readonly revokes: boolean;
}

/**
 * retire revokes the tokens of a series that were replaced at least `graceMs` ago. It reads a fresh list, so the next run finds
 * every token whose revocation fails now. Throws only defects.
 */
export async function retire(
  { series, own, graceMs, revokes }: RetireOptions,
  deps: Pick<Deps, 'api' | 'retryControl' | 'progress' | 'clock'>,
): Promise<RetirementResult> {
  try {
    const { tokens, clocks } = await deps.api.tokens();
    const { due, inGrace } = planRetirement(tokens, series, { own, graceMs, clocks });
    const ids = revokes ? due.map(({ id }) => id) : [];
    const outcomes = await revokeTokens({ ids, known: true }, deps);
    const revoked = outcomes.filter(wasRevoked).map(({ id }) => id);
    const overdue = due
      .filter(({ id }) => !revoked.includes(id))
      .map((token) => ({ token, until: clocks.forRenewing }));
    return {
      kind: 'retired',
      revoked,
      failed: outcomes.filter(mightBeAlive).map(({ id }) => id),
      error: outcomes.find((outcome) => outcome.kind === 'failed')?.error,
      left: [...overdue, ...inGrace].sort((one, other) => newestFirst(one.token, other.token)),
    };
  } catch (error) {
    return { kind: 'not-listed', error: failureOnly(error) };
  }
}
