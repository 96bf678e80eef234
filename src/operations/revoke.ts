import { asSentence, Failure, withConsequence } from '../failure.ts';
import { Failures } from '../failures.ts';
import { formatCount } from '../format-count.ts';
import type { RevokeRequest } from '../request/revoke.ts';
import type { Runner } from '../runner/runner.ts';
import { plainDescription } from '../tokens/tag.ts';
import { isSeenRevoked, tokenStatus } from '../tokens/token.ts';
import type { Deps } from './deps.ts';
import { type Outcome, revokeTokens } from './revoke-tokens.ts';

/** GitHub cuts a message after 4096 characters, in the log too. */
const MOST_NAMED = 80;

/** revoke ends tokens by id. What the server does not know any more is revoked, as far as anybody can tell. */
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
  report(await revokeTokens(tokenIds, deps), deps);
}

/** A write must not find out which form of paths the server has. */
async function locate(tokenIds: readonly string[], deps: Deps): Promise<void> {
  try {
    await deps.api.locate();
  } catch (error) {
    reportIds([], tokenIds, deps);
    throw withConsequence(error, 'No token was revoked.');
  }
}

/** Throws Failures when there is a token that may be alive. */
function report(outcomes: readonly Outcome[], deps: Deps): void {
  const { runner } = deps;
  const failed = outcomes.filter(isFailed);
  const revoked = outcomes.filter((outcome) => !isFailed(outcome));
  runner.info(`${formatCount(revoked.length)} of ${formatCount(outcomes.length)} tokens are revoked.`);
  reportIds(
    revoked.map(({ id }) => id),
    failed.map(({ id }) => id),
    deps,
  );
  warnOfUnheardOf(
    outcomes.filter(({ kind }) => kind === 'unheard-of').map(({ id }) => id),
    runner,
  );
  runner.summary({
    title: failed.length === 0 ? 'InfluxDB tokens revoked' : 'InfluxDB tokens: not all are revoked',
    head: ['Token', 'Outcome'],
    rows: outcomes.map((outcome) => [outcome.id, describe(outcome)]),
  });
  if (failed.length > 0) throw new Failures(failuresOf(failed));
}

function isFailed({ kind }: Outcome): boolean {
  return kind === 'failed' || kind === 'untried';
}

function warnOfUnheardOf(ids: readonly string[], runner: Runner): void {
  if (ids.length === 0) return;
  runner.warning(
    'Token not known',
    `${nameSome(ids)}: not known to this cluster: check account-id and cluster-id.`,
  );
}

function reportIds(revoked: readonly string[], failed: readonly string[], { runner }: Deps): void {
  runner.outputs({
    'revoked-token-ids': JSON.stringify(revoked),
    'failed-token-ids': JSON.stringify(failed),
  });
}

function describe(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'revoked':
      return 'revoked';
    case 'already-revoked':
      return 'was revoked already';
    case 'unheard-of':
      return 'not known to this cluster';
    case 'untried':
      return 'not tried';
    case 'failed':
      return `not revoked: ${asSentence(outcome.error)}`;
  }
}

function failuresOf(failed: readonly Outcome[]): Failure[] {
  const untried = failed.filter(({ kind }) => kind === 'untried').map(({ id }) => id);
  return [
    ...failed.flatMap((outcome) =>
      outcome.kind === 'failed'
        ? [
            new Failure(
              'Token not revoked',
              `Token ${outcome.id} may be alive: ${asSentence(outcome.error)} To revoke it again does no harm.`,
            ),
          ]
        : [],
    ),
    ...(untried.length > 0
      ? [
          new Failure(
            'Tokens not tried',
            `These were not tried any more and may be alive: ${nameSome(untried)}. Mend the cause and run the step again. ` +
              'The output `failed-token-ids` holds all.',
          ),
        ]
      : []),
  ];
}

function nameSome(ids: readonly string[]): string {
  const some = ids.slice(0, MOST_NAMED).join(', ');
  const rest = ids.length - MOST_NAMED;
  return rest > 0 ? `${some} and ${formatCount(rest)} more` : some;
}

async function showWhatWouldHappen(tokenIds: readonly string[], deps: Deps): Promise<void> {
  const { api, runner } = deps;
  const { tokens, now } = await api.tokens();
  const listed = new Map(tokens.map((token) => [token.id.toLowerCase(), token]));
  const rows = tokenIds.map((id) => {
    const token = listed.get(id.toLowerCase());
    if (!token) return [id, '', 'is not known to this cluster'];
    const would = isSeenRevoked(token)
      ? 'is revoked already'
      : `would be revoked (it is ${tokenStatus(token, now)})`;
    return [id, plainDescription(token.description), would];
  });
  for (const [id, , would] of rows) runner.info(`Token ${id} ${would}.`);
  warnOfUnheardOf(
    tokenIds.filter((id) => !listed.has(id.toLowerCase())),
    runner,
  );
  reportIds([], [], deps);
  runner.info('This was a dry run: nothing was changed.');
  runner.summary({
    title: 'InfluxDB tokens: what a revocation would do',
    head: ['Token', 'For', 'Outcome'],
    rows,
  });
}
