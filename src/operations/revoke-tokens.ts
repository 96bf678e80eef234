import { aborted } from '../cancellation.ts';
import { Failure } from '../failure.ts';
import { RetryAfterTooLong } from '../http/requests.ts';
import { inParallel, MOST_IN_FLIGHT } from '../in-parallel.ts';
import { isTurnedAway } from '../management-api/errors.ts';
import { indexById } from '../tokens/token.ts';
import type { Deps } from './deps.ts';
import { progressOf } from './progress.ts';
import { aliveAfterAll, tryToRevoke } from './revoke-token.ts';

/**
 * Outcome is what became of one token. `unheard-of` counts as revoked: the cluster does not know it. `untried`: an
 * earlier answer left no hope for it.
 */
export type Outcome =
  | { readonly id: string; readonly kind: 'revoked' | 'already-revoked' | 'unheard-of' | 'untried' }
  | { readonly id: string; readonly kind: 'failed'; readonly error: unknown };

/** mayBeAlive tells whether a token was perhaps not revoked. */
export function mayBeAlive({ kind }: Outcome): boolean {
  return kind === 'failed' || kind === 'untried';
}

/** A cancelled job is killed 7.5 s after it was told, and by then all must be told. */
const TIME_TO_FINISH_MS = 3_000;

const CANCELLED = new Failure('Cancelled', 'The job was cancelled before the server had answered.');

export interface RevokeDeps extends Pick<Deps, 'api' | 'pacing' | 'runner' | 'clock'> {
  /** Aborted when the job is cancelled: no request begins after that. */
  readonly cancelled?: AbortSignal;
}

/**
 * revokeTokens revokes many tokens. One failure does not stop the others, unless the management token is refused or the
 * server wants to be left alone. The outcomes are in the order of the ids. Never throws for what happens to a token.
 */
export async function revokeTokens(ids: readonly string[], deps: RevokeDeps): Promise<Outcome[]> {
  const deleted = await deleteAll(ids, deps);
  const missing = ids.filter((id) => deleted.get(id)?.kind === 'not-found');
  const end = deps.cancelled?.aborted ? CANCELLED : [...deleted.values()].find(leavesNoHope)?.error;
  const unseen = (error: unknown) => missing.map((id) => failed(id, error));
  // After that nothing more is asked: what was not found may be alive.
  const looked =
    end === undefined
      ? await Promise.race([lookFor(missing, deps), timeToFinish(deps).then(() => unseen(CANCELLED))])
      : unseen(end);
  const found = new Map([...deleted.values(), ...looked].map((outcome) => [outcome.id, outcome]));
  return ids.map((id) => {
    const outcome = found.get(id);
    return outcome === undefined || outcome.kind === 'not-found' ? { id, kind: 'untried' } : outcome;
  });
}

type Deleted = Outcome | { readonly id: string; readonly kind: 'not-found' };

/**
 * The first request goes alone, and with each answer one more may be under way: a management token that is refused is
 * noticed by the first.
 */
async function deleteAll(ids: readonly string[], deps: RevokeDeps): Promise<Map<string, Deleted>> {
  const outcomes = new Map<string, Deleted>();
  const progress = progressOf('Revoking', ids.length, deps);
  const asked = new Set<string>();
  let stopped = false;
  const goesOn = () => !stopped && !deps.cancelled?.aborted;
  const begin = async (id: string) => {
    asked.add(id);
    const outcome = await deleteOne(id, deps, goesOn);
    outcomes.set(id, outcome);
    stopped ||= leavesNoHope(outcome);
    progress(outcomes.size);
  };
  await Promise.race([inParallel(ids, begin, { most: mostAfter, goesOn }), timeToFinish(deps)]);
  const unanswered = [...asked].filter((id) => !outcomes.has(id));
  return new Map([...outcomes, ...unanswered.map((id) => [id, failed(id, CANCELLED)] as const)]);
}

/** Never resolves as long as the job is not cancelled. */
async function timeToFinish({ cancelled, clock }: RevokeDeps): Promise<void> {
  await (cancelled ? aborted(cancelled) : new Promise<never>(() => {}));
  await clock.sleep(TIME_TO_FINISH_MS);
}

function mostAfter(answered: number): number {
  return Math.min(MOST_IN_FLIGHT, 1 + answered);
}

async function deleteOne(id: string, deps: RevokeDeps, goesOn: () => boolean): Promise<Deleted> {
  try {
    return { id, kind: await tryToRevoke(id, deps, goesOn) };
  } catch (error) {
    return failed(id, error);
  }
}

type Failed = Extract<Outcome, { kind: 'failed' }>;

function failed(id: string, error: unknown): Failed {
  return { id, kind: 'failed', error };
}

function leavesNoHope(outcome: Deleted): outcome is Failed {
  return (
    outcome.kind === 'failed' && (isTurnedAway(outcome.error) || outcome.error instanceof RetryAfterTooLong)
  );
}

/** Reads the list once for all tokens that were not found. */
async function lookFor(ids: readonly string[], { api }: RevokeDeps): Promise<Outcome[]> {
  if (ids.length === 0) return [];
  try {
    const { tokens } = await api.tokens();
    const tokenById = indexById(tokens);
    return ids.map((id) => {
      const token = tokenById(id);
      const error = aliveAfterAll(token);
      if (error) return failed(id, error);
      return { id, kind: token ? 'already-revoked' : 'unheard-of' };
    });
  } catch (error) {
    return ids.map((id) => failed(id, error));
  }
}
