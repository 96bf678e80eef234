import { Failure, resultOf } from '../../base/errors.ts';
import type { TokenList } from '../../management-api/outcomes.ts';
import { newestFirst } from '../../tokens/listing.ts';
import { mightBeAlive, wasRevoked } from '../../tokens/outcome.ts';
import type { EndedAfterPromotion, Retired, RetirementResult } from '../../tokens/rotation/outcome.ts';
import { endedSincePromotion, type PromotedToken } from '../../tokens/rotation/promoted-token.ts';
import { planRetirement, type RetiredToken, showsPromotion } from '../../tokens/rotation/retirement.ts';
import type { Series } from '../../tokens/rotation/series.ts';
import { isWithoutAccess } from '../../tokens/token-content.ts';
import type { Deps } from '../deps.ts';
import { endTokens, type TokenEnding } from '../revoking/revoke-tokens.ts';

/** RetireOptions say which tokens are retired. */
export interface RetireOptions {
  readonly series: Series;
  readonly gracePeriodMs: number;
  /** Retired tokens are first suspended for this time, in milliseconds. 0: they are revoked at once. */
  readonly quarantineMs: number;
  /** If false, retire only determines which tokens are left. */
  readonly endsTokens: boolean;
}

export type RetireDeps = Pick<Deps, 'api' | 'retryControl' | 'progress' | 'clock'>;

/**
 * retire revokes or suspends the tokens of a series that were replaced at least `gracePeriodMs` ago. It reads a fresh list, so the next
 * run finds every token that cannot be ended now. Throws only defects.
 */
export async function retire(options: RetireOptions, deps: RetireDeps): Promise<RetirementResult> {
  const list = await resultOf(deps.api.tokens());
  if (list instanceof Failure) return { kind: 'not-listed', error: list };
  return await retireListed(list, undefined, { options, deps });
}

/** retireReplacedBy retires after the promotion of a token by this run. It retires nothing unless the list shows the promotion. */
export async function retireReplacedBy(
  own: PromotedToken,
  options: RetireOptions,
  deps: RetireDeps,
): Promise<RetirementResult | EndedAfterPromotion> {
  const list = await resultOf(deps.api.tokens());
  if (list instanceof Failure) return { kind: 'not-listed', error: list };
  const ended = endedSincePromotion(own, options.series, list);
  if (ended) return ended;
  if (!showsPromotion(list.tokens, own.id)) return { kind: 'not-listed', error: promotionNotListed(own.id) };
  return await retireListed(list, own.id, { options, deps });
}

async function retireListed(
  { tokens, clocks }: TokenList,
  own: string | undefined,
  { options, deps }: { readonly options: RetireOptions; readonly deps: RetireDeps },
): Promise<Retired> {
  const { series, endsTokens, gracePeriodMs, quarantineMs } = options;
  const { due, inGracePeriod } = planRetirement(tokens, series, { own, gracePeriodMs, quarantineMs, clocks });
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
}

function promotionNotListed(id: string): Failure {
  return new Failure('token-not-listed', `The list does not show yet that token ${id} was promoted.`);
}

function tokenEnding(token: RetiredToken): TokenEnding {
  const { id, decision } = token;
  return decision === 'suspend'
    ? { kind: 'suspend', id, token }
    : { kind: 'revoke', id, known: true, ...(isWithoutAccess(token) ? { decidedOn: token } : {}) };
}
