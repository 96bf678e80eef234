import { isSameRepository, type RepositoryKey, type Tag } from './tag.ts';
import type { Token } from './token.ts';
import type { TwoClocks } from './two-clocks.ts';

/**
 * RunAnswer is what GitHub says about a workflow run. `unknown`: GitHub has none of that ID, or does not show it. `no-answer`
 * proves nothing; `lasting`: the next request would prove nothing either.
 */
export type RunAnswer =
  | FoundRun
  | { readonly kind: 'unknown' }
  | { readonly kind: 'no-answer'; readonly why: string; readonly lasting: boolean };

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
  readonly answer: RunAnswer | undefined;
  /** The repository of this step. */
  readonly own: RepositoryKey;
  /** When the tokens were listed. */
  readonly clocks: TwoClocks;
}

/** checkAnswer makes an answer about another run or repository one that proves nothing. Pure. */
export function checkAnswer(asked: Pick<Tag, 'runId' | 'repositoryId'>, answer: RunAnswer): RunAnswer {
  if (answer.kind !== 'found') return answer;
  const { runId, repositoryId } = answer;
  if (runId === asked.runId && repositoryId === asked.repositoryId) return answer;
  return {
    kind: 'no-answer',
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
  { answer, own, clocks }: RunKnowledge,
): boolean {
  if (tag.server !== own.server || answer === undefined) return false;
  const checked = checkAnswer(tag, answer);
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
