import type { Tag } from './tag.ts';
import type { Token } from './token.ts';

/**
 * What GitHub says of a workflow run. `unknown`: there is none of that id, or none that we may see. `no-answer` proves
 * nothing; `lasting`: and the next question would get none either.
 */
export type RunAnswer =
  | { readonly kind: 'found'; readonly status: string; readonly attempt: number }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'no-answer'; readonly why: string; readonly lasting: boolean };

/** GitHub forgets a run after at most so long: it runs for 35 days at most. */
const LONGEST_RUN_MS = 35 * 24 * 3_600_000;

/**
 * runHasEnded tells whether the run and attempt that made a token are known to have ended. Only of runs of our own
 * repository does a 404 prove anything, and of old tokens. `now` is in milliseconds since 1970. Pure.
 */
export function runHasEnded(
  tag: Tag,
  { createdAt }: Pick<Token, 'createdAt'>,
  answer: RunAnswer | undefined,
  ownRepositoryId: string,
  now: number,
): boolean {
  if (answer?.kind === 'found') {
    return answer.status === 'completed' || answer.attempt > Number(tag.runAttempt);
  }
  return (
    answer?.kind === 'unknown' &&
    tag.repositoryId === ownRepositoryId &&
    typeof createdAt === 'number' &&
    now - createdAt > LONGEST_RUN_MS
  );
}
