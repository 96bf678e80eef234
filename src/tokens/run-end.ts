import type { TwoClocks } from './clocks.ts';
import { isSameRepository, type RepositoryKey, type Tag } from './tag.ts';
import type { Token } from './token.ts';

/**
 * RunResponse is what GitHub says about a workflow run. `unknown`: GitHub has none of that ID, or does not show it. `no-response`
 * proves nothing; `lasting`: the next request would prove nothing either.
 */
export type RunResponse =
  | FoundRun
  | { readonly kind: 'unknown' }
  | { readonly kind: 'no-response'; readonly why: string; readonly lasting: boolean };

/** FoundRun is a run as the response shows it. IDs are text; they need not be the ones asked for. */
export interface FoundRun {
  readonly kind: 'found';
  readonly runId: string;
  readonly repositoryId: string;
  readonly status: string;
  readonly attempt: number;
}

/** A workflow run lasts for at most 35 days. GitHub can forget an older one. */
const MAX_RUN_AGE_MS = 35 * 24 * 3_600_000;

/** RunKnowledge is what a decision about the end of a run is based on. */
export interface RunKnowledge {
  readonly response: RunResponse | undefined;
  /** The repository of this step. */
  readonly own: RepositoryKey;
  /** When the tokens were listed. */
  readonly clocks: TwoClocks;
}

/** checkResponse makes a response about another run or repository one that proves nothing. Pure. */
export function checkResponse(
  asked: Pick<Tag, 'runId' | 'repositoryId'>,
  response: RunResponse,
): RunResponse {
  if (response.kind !== 'found') return response;
  const { runId, repositoryId } = response;
  if (runId === asked.runId && repositoryId === asked.repositoryId) return response;
  return {
    kind: 'no-response',
    why:
      `GitHub was asked for run ${asked.runId} of repository ${asked.repositoryId} and answered with run ${runId} of ` +
      `repository ${repositoryId}.`,
    lasting: false,
  };
}

/**
 * runHasEnded tells whether the run and attempt that created a token are known to have ended. Nothing is known about runs
 * of another server. A 404 is proof only for our own repository and an old token. Pure.
 */
export function runHasEnded(
  { createdAt }: Pick<Token, 'createdAt'>,
  tag: Tag,
  { response, own, clocks }: RunKnowledge,
): boolean {
  if (tag.server !== own.server || response === undefined) return false;
  const checked = checkResponse(tag, response);
  if (checked.kind === 'found') {
    return checked.status === 'completed' || checked.attempt > Number(tag.runAttempt);
  }
  return (
    checked.kind === 'unknown' &&
    isSameRepository(tag, own) &&
    typeof createdAt === 'number' &&
    clocks.forEnding - createdAt > MAX_RUN_AGE_MS
  );
}

/** UnresolvedRuns are the runs about which GitHub told nothing. `why` is a sentence about the first of them. */
export interface UnresolvedRuns {
  readonly count: number;
  readonly asked: number;
  readonly why: string;
}
