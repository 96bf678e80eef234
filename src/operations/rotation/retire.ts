import { asSentence, failureOnly } from '../../base/errors.ts';
import type { Outputs } from '../../runner/runner.ts';
import type { TwoClocks } from '../../tokens/clocks.ts';
import { newestFirst } from '../../tokens/listing.ts';
import { mightBeAlive, wasRevoked } from '../../tokens/outcome.ts';
import { planRetirement, type Retirement } from '../../tokens/rotation/retirement.ts';
import type { Series, SeriesToken } from '../../tokens/rotation/series.ts';
import type { Deps } from '../deps.ts';
import { revokeTokens } from '../revoking/revoke-tokens.ts';

/** Retired is what became of the tokens that a series has replaced. */
export interface Retired {
  readonly revoked: readonly string[];
  readonly failed: readonly string[];
  /** Replaced and still valid, the newest first. `until`: revoked by the first run after that time. */
  readonly left: readonly { readonly token: SeriesToken; readonly until: number }[];
}

/** RetireOrder is which series, and what of it. */
export interface RetireOrder {
  readonly series: Series;
  /** The token that this run has promoted, if it has. */
  readonly own?: string;
  readonly graceMs: number;
  /** False: only show what is left. */
  readonly revokes: boolean;
}

type RetireDeps = Pick<Deps, 'api' | 'retryControl' | 'runner' | 'clock'>;

/**
 * retire revokes what a series has replaced long enough ago. It goes by a fresh list and never by memory, so what fails today
 * is found again by the next run: a failure is a warning. Undefined when the list could not be read.
 */
export async function retire(order: RetireOrder, deps: RetireDeps): Promise<Retired | undefined> {
  try {
    const { tokens, clocks } = await deps.api.tokens();
    const { series, graceMs, own } = order;
    return await revokeDue(planRetirement(tokens, series, { own, graceMs, clocks }), order, {
      ...deps,
      forRenewing: clocks.forRenewing,
    });
  } catch (error) {
    deps.runner.warning(
      'nothing-retired',
      `Which tokens were replaced long enough ago is not known: ${asSentence(failureOnly(error))} They stay valid; the next run looks again.`,
    );
    return undefined;
  }
}

async function revokeDue(
  { due, inGrace }: Retirement,
  { revokes }: RetireOrder,
  { forRenewing, ...deps }: RetireDeps & Pick<TwoClocks, 'forRenewing'>,
): Promise<Retired> {
  const ids = revokes ? due.map(({ id }) => id) : [];
  const outcomes = await revokeTokens({ ids, known: true }, deps);
  const failed = outcomes.filter(mightBeAlive).map(({ id }) => id);
  const revoked = outcomes.filter(wasRevoked).map(({ id }) => id);
  for (const id of revoked) deps.runner.info(`Revoked token ${id}, which was replaced.`);
  if (failed.length > 0) {
    const [first] = outcomes.flatMap((outcome) => (outcome.kind === 'failed' ? [outcome.error] : []));
    deps.runner.warning(
      'replaced-token-not-revoked',
      `Nobody needs ${failed.join(', ')} any more, and revoking failed: ${asSentence(first)} The next run tries again.`,
    );
  }
  const overdue = due
    .filter(({ id }) => !revoked.includes(id))
    .map((token) => ({ token, until: forRenewing }));
  const left = [...overdue, ...inGrace];
  return { revoked, failed, left: left.sort((one, other) => newestFirst(one.token, other.token)) };
}

/** retirementOutputs is what a step tells of it; without an argument that nothing was replaced yet. */
export function retirementOutputs(retired: Retired = { revoked: [], failed: [], left: [] }): Outputs {
  return {
    'previous-token-ids': JSON.stringify(retired.left.map(({ token }) => token.id)),
    'revoked-token-ids': JSON.stringify(retired.revoked),
    'failed-token-ids': JSON.stringify(retired.failed),
  };
}
