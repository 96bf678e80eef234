import type { Github } from '../github/github.ts';
import { inParallel, STEADY } from '../in-parallel.ts';
import type { RunContext } from '../runner/context.ts';
import { type RunAnswer, runHasEnded } from '../tokens/run-end.ts';
import type { Tag } from '../tokens/tag.ts';
import type { Token } from '../tokens/token.ts';
import type { Deps } from './deps.ts';
import { progressOf } from './progress.ts';

/** HasEnded tells whether the run that a token's tag names is known to have ended. */
export type HasEnded = (token: Pick<Token, 'createdAt'>, tag: Tag) => boolean;

/**
 * askWhichEnded asks GitHub once about the run of each tag. It must be called after the list was read. `now` is in
 * milliseconds since 1970. Throws a Failure when GitHub refuses to tell.
 */
export async function askWhichEnded(
  tags: readonly Tag[],
  own: RunContext,
  now: number,
  { github, ...deps }: Pick<Deps, 'runner' | 'clock'> & { readonly github: Github },
): Promise<HasEnded> {
  // Of our own run nobody knows better: it goes on, in this attempt.
  const ours: RunAnswer = { kind: 'found', status: 'in_progress', attempt: Number(own.runAttempt) };
  const answers = new Map<string, RunAnswer>([[keyOf(own), ours]]);
  const asked = new Map(tags.filter((tag) => !answers.has(keyOf(tag))).map((tag) => [keyOf(tag), tag]));
  const progress = progressOf('Asking GitHub about runs', asked.size, deps);
  let refusal: unknown;
  const ask = async ([key, tag]: [string, Tag]) => {
    // The name in a tag is from before a rename of our own repository.
    const repository = tag.repositoryId === own.repositoryId ? own.repository : tag.repository;
    try {
      answers.set(key, await github.run(repository, tag.runId));
      progress(answers.size - 1);
    } catch (error) {
      refusal ??= error;
    }
  };
  await inParallel(asked, ask, { ...STEADY, goesOn: () => refusal === undefined });
  if (refusal !== undefined) throw refusal;
  return (token, tag) => runHasEnded(tag, token, answers.get(keyOf(tag)), own.repositoryId, now);
}

function keyOf({ repositoryId, runId }: Pick<Tag, 'repositoryId' | 'runId'>): string {
  return `${repositoryId} ${runId}`;
}
