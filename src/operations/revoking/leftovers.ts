import { asSentence, Failure, failureOnly } from '../../base/errors.ts';
import { isAuthError } from '../../management-api/errors.ts';
import { mightBeAlive, type Outcome } from '../../tokens/outcome.ts';
import { findByNonce } from '../../tokens/tag.ts';
import { isConfirmedRevoked } from '../../tokens/token.ts';
import type { Deps } from '../deps.ts';
import { type Attempt, hasLeftover } from '../ledger.ts';
import { revokeTokens } from './revoke-tokens.ts';

/** A server may still be at work on a POST whose sender was killed: so long after it nothing more is expected. */
const LATEST_EFFECT_MS = 5_000;

/** What is open at the end of a job: tokens whose ids are known, and marks of such as may exist. */
export interface Leftovers {
  readonly ids: readonly string[];
  readonly nonces: readonly string[];
  /** When the last POST of an unknown outcome was sent, as `Clock.elapsed` measures. */
  readonly lastPostAt: number;
}

/** selectLeftovers picks the attempts that were neither resolved nor kept. */
export function selectLeftovers(attempts: readonly Attempt[]): Leftovers {
  const open = attempts.filter(hasLeftover);
  const unknown = open.filter(({ id }) => id === undefined);
  return {
    ids: open.flatMap(({ id }) => (id === undefined ? [] : [id])),
    nonces: unknown.map(({ nonce }) => nonce),
    lastPostAt: Math.max(0, ...unknown.map(({ at }) => at)),
  };
}

/** hasNoLeftovers tells whether there is nothing to do. */
export function hasNoLeftovers({ ids, nonces }: Leftovers): boolean {
  return ids.length === 0 && nonces.length === 0;
}

type LeftoversDeps = Pick<Deps, 'api' | 'retryControl' | 'runner' | 'clock'>;

/**
 * revokeLeftovers revokes at the end of a job whatever its step created and nobody keeps: by id where it is known, by a list
 * where only nonces are. One failure does not stop the others, unless the management token is refused. Throws a
 * Failure that names what may be alive.
 */
export async function revokeLeftovers(open: Leftovers, deps: LeftoversDeps): Promise<void> {
  const { runner } = deps;
  const report = new LeftoversReport();
  const found = open.nonces.length === 0 ? [] : await findLost(open, deps, report);
  const ids = [...new Set([...open.ids, ...found])];
  const outcomes = report.hasAuthError
    ? ids.map((id): Outcome => ({ id, kind: 'skipped' }))
    : await revokeTokens({ ids, known: true }, deps);
  for (const outcome of outcomes) report.add(outcome);
  for (const line of report.done) runner.info(line);
  if (report.done.length > 0) {
    runner.summary({ title: 'InfluxDB token at the end of the job', items: report.done });
  }
  if (report.failures.length > 0) {
    throw new Failure('token-not-revoked', `${report.failures.join(' ')} ${remedy(report)}`);
  }
}

/** remedy says what a person can do about tokens that may be alive. */
export function remedy({ ids, nonces }: Pick<Leftovers, 'ids' | 'nonces'>): string {
  const byId =
    ids.length > 0
      ? [`Nobody holds it any more. To end it: \`influxctl token revoke ${ids.join(' ')}\`.`]
      : [];
  const byMark =
    nonces.length > 0
      ? [`If there is a token whose description contains ${nonces.join(' or ')}, revoke it: nobody holds it.`]
      : [];
  return [...byId, ...byMark].join(' ');
}

/** What was achieved and what was not, for people. */
class LeftoversReport {
  readonly done: string[] = [];
  readonly failures: string[] = [];
  readonly ids: string[] = [];
  nonces: readonly string[] = [];
  /** The management token was refused: whatever comes next would be too. */
  hasAuthError = false;

  add(outcome: Outcome): void {
    const { id } = outcome;
    if (outcome.kind === 'revoked') this.done.push(`Revoked token ${id}.`);
    if (outcome.kind === 'already-revoked') this.done.push(`Token ${id} was already revoked.`);
    if (!mightBeAlive(outcome)) return;
    this.ids.push(id);
    this.failures.push(
      outcome.kind === 'failed'
        ? `Token ${id} could not be revoked: ${asSentence(outcome.error)}`
        : `Token ${id} was not tried.`,
    );
  }

  notFound(nonces: readonly string[], error: unknown): void {
    this.nonces = nonces;
    this.failures.push(`Whether a token of a lost answer is alive is not known: ${asSentence(error)}`);
    this.hasAuthError ||= isAuthError(error);
  }
}

/** Finds the tokens whose responses were lost, not before they had time to come to be. */
async function findLost(
  { nonces, lastPostAt }: Leftovers,
  { api, clock, runner }: LeftoversDeps,
  report: LeftoversReport,
): Promise<string[]> {
  try {
    const wait = lastPostAt + LATEST_EFFECT_MS - clock.elapsed();
    if (wait > 0) await clock.sleep(Math.min(wait, LATEST_EFFECT_MS));
    const { tokens } = await api.tokens();
    const lost = findByNonce(new Set(nonces), tokens);
    if (lost.length === 0) runner.info('The answer to creating a token was lost; there is no such token.');
    return lost.filter(({ token }) => !isConfirmedRevoked(token)).map(({ token }) => token.id);
  } catch (error) {
    report.notFound(nonces, failureOnly(error));
    return [];
  }
}
