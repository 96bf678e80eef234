import { Failures, withContext } from '../base/errors.ts';
import type { RevokeRequest } from '../request/revoke.ts';
import type { Outcome } from '../tokens/outcome.ts';
import { plainDescription } from '../tokens/tag.ts';
import { indexById, isConfirmedRevoked, tokenStatus } from '../tokens/token.ts';
import type { Deps } from './deps.ts';
import {
  countOutcomes,
  describeOutcome,
  failuresOf,
  reportIds,
  reportOutcomes,
  warnOfNotFound,
} from './revocation-report.ts';
import { revokeTokens } from './revoking/revoke-tokens.ts';

/** revoke revokes tokens by ID. An ID that the cluster does not know is a warning: it might be that of another cluster. */
export async function revoke({ tokenIds, dryRun }: RevokeRequest, deps: Deps): Promise<void> {
  if (tokenIds.length === 0) {
    reportIds([], [], deps);
    deps.runner.info('There is no token to revoke.');
    deps.runner.summary({ title: 'InfluxDB tokens: none to revoke', items: [] });
    return;
  }
  if (dryRun) {
    await showWhatWouldHappen(tokenIds, deps);
    return;
  }
  await locate(tokenIds, deps);
  report(await revokeTokens({ ids: tokenIds, known: false }, deps), deps);
}

/** A write must not find out which form of paths the server has. */
async function locate(tokenIds: readonly string[], deps: Deps): Promise<void> {
  try {
    await deps.api.locate();
  } catch (error) {
    reportIds([], tokenIds, deps);
    throw withContext(error, 'No token was revoked.');
  }
}

/** Throws Failures when a token might be alive. */
function report(outcomes: readonly Outcome[], deps: Deps): void {
  const { runner } = deps;
  const failed = reportOutcomes(outcomes, deps);
  runner.summary({
    title: `InfluxDB tokens: ${countOutcomes(outcomes)}`,
    head: ['Token', 'Outcome'],
    rows: outcomes.map((outcome) => [outcome.id, describeOutcome(outcome)]),
  });
  if (failed.length > 0) throw new Failures(failuresOf(failed));
}

async function showWhatWouldHappen(tokenIds: readonly string[], deps: Deps): Promise<void> {
  const { api, runner } = deps;
  const { tokens, clocks } = await api.tokens();
  const tokenById = indexById(tokens);
  const rows = tokenIds.map((id) => {
    const token = tokenById(id);
    if (!token) return [id, '', 'is not found: check account-id and cluster-id'];
    const would = isConfirmedRevoked(token)
      ? 'is revoked already'
      : `would be revoked (it is ${tokenStatus(token, clocks.forRenewing)})`;
    return [id, plainDescription(token.description), would];
  });
  for (const [id, , would] of rows) runner.info(`Token ${id} ${would}.`);
  warnOfNotFound(
    tokenIds.filter((id) => !tokenById(id)),
    deps,
  );
  reportIds([], [], deps);
  runner.info('This was a dry run: nothing was changed.');
  runner.summary({
    title: 'InfluxDB tokens: what a revocation would do',
    head: ['Token', 'For', 'Outcome'],
    rows,
  });
}
