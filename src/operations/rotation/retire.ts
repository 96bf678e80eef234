import { Failure, failureOnly } from '../../base/errors.ts';
import { newestFirst } from '../../tokens/listing.ts';
import { mightBeAlive, wasRevoked } from '../../tokens/outcome.ts';
import type { RetirementResult } from '../../tokens/rotation/outcome.ts';
import { planRetirement, type RetiredToken, showsPromotion } from '../../tokens/rotation/retirement.ts';
import type { Series } from '../../tokens/rotation/series.ts';
import { isWithoutAccess } from '../../tokens/token-content.ts';
import type { Deps } from '../deps.ts';
import { endTokens, type TokenEnding } from '../revoking/revoke-tokens.ts';

/** RetireOptions say which tokens are retired. */
export interface RetireOptions {
  readonly series: Series;
  /** The token that this run has promoted. */
  readonly own?: string;
  readonly gracePeriodMs: number;
  /** Retired tokens are first suspended for this time, in milliseconds. 0: they are revoked at once. */
  readonly quarantineMs: number;
  /** If false, retire only determines which tokens are left. */
  readonly endsTokens: boolean;
}

/**
 * retire revokes or suspends the tokens of a series that were replaced at least `gracePeriodMs` ago. It reads a fresh list, so the next
 * run finds every token that cannot be ended now. Throws only defects.
 */
export async function retire(
  { series, own, gracePeriodMs, quarantineMs, endsTokens }: RetireOptions,
  deps: Pick<Deps, 'api' | 'retryControl' | 'progress' | 'clock'>,
): Promise<RetirementResult> {
  try {
    const { tokens, clocks } = await deps.api.tokens();
    if (own !== undefined && !showsPromotion(tokens, own)) {
      return { kind: 'not-listed', error: promotionNotListed(own) };
    }
    const { due, inGracePeriod } = planRetirement(tokens, series, {
      own,
      gracePeriodMs,
      quarantineMs,
      clocks,
    });
    const kept = due.filter(({ decision }) => decision === 'keep');
    const toEnd = due.filter(({ decision }) => decision !== 'keep');
    const outcomes = await endTokens(endsTokens ? toEnd.map(tokenEnding) : [], deps);
    const revoked = outcomes.filter(wasRevoked).map(({ id }) => id);
    const suspended = outcomes.flatMap((outcome) => (outcome.kind === 'suspended' ? [outcome] : []));
    const ended = new Set([...revoked, ...suspended.map(({ id }) => id)]);
    const overdue = toEnd
      .filter((token) => !ended.has(token.id) && !isWithoutAccess(token))
      .map((token) => ({ token, until: clocks.forRenewing }));
    return {
      kind: 'retired',
      revoked,
      suspended: suspended.map(({ id, token }) => ({ ...token, id })),
      failed: outcomes.filter(mightBeAlive),
      spared: outcomes.filter(({ kind }) => kind === 'kept'),
      kept,
      postponed: endsTokens ? [] : toEnd,
      left: [...overdue, ...inGracePeriod].sort((one, other) => newestFirst(one.token, other.token)),
    };
  } catch (error) {
    return { kind: 'not-listed', error: failureOnly(error) };
  }
}

function promotionNotListed(id: string): Failure {
  return new Failure('token-not-listed', `the list does not show yet that token ${id} was promoted.`);
}

function tokenEnding(token: RetiredToken): TokenEnding {
  const { id, decision } = token;
  return decision === 'suspend'
    ? { kind: 'suspend', id, token }
    : { kind: 'revoke', id, known: true, ...(isWithoutAccess(token) ? { decidedOn: token } : {}) };
}
