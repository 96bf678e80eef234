import type { WorkflowRuns } from '../github/github.ts';
import { inParallel, STEADY } from '../in-parallel.ts';
import type { RunContext } from '../runner/context.ts';
import { type RunAnswer, runHasEnded } from '../tokens/run-end.ts';
import type { Tag } from '../tokens/tag.ts';
import type { Token } from '../tokens/token.ts';
import type { Deps } from './deps.ts';
import { progressOf } from './progress.ts';

/** EndedRuns is what GitHub told about runs. */
export interface EndedRuns {
  /** Whether the run that a token's tag names is known to have ended. */
  readonly hasEnded: (token: Pick<Token, 'createdAt'>, tag: Tag) => boolean;
  /** Of how many of the runs asked about GitHub did not tell anything, and what it said of the first of them. */
  readonly untold: { readonly count: number; readonly asked: number; readonly why: string } | undefined;
}

/** So many questions in a row without an answer, each tried several times: GitHub cannot be reached. */
const PATIENCE = 8;

/**
 * askWhichEnded asks GitHub once about the run of each tag, and no more once GitHub wants to be left alone or does not
 * answer. It must be called after the list was read. `now` is in milliseconds since 1970. Throws a Failure when GitHub
 * refuses to tell.
 */
export async function askWhichEnded(
  tags: readonly Tag[],
  own: RunContext,
  now: number,
  { github, ...deps }: Pick<Deps, 'runner' | 'clock'> & { readonly github: WorkflowRuns },
): Promise<EndedRuns> {
  // Of our own run nobody knows better: it goes on, in this attempt.
  const ours: RunAnswer = { kind: 'found', status: 'in_progress', attempt: Number(own.runAttempt) };
  const answers = new Map<string, RunAnswer>([[keyOf(own), ours]]);
  const asked = new Map(tags.filter((tag) => !answers.has(keyOf(tag))).map((tag) => [keyOf(tag), tag]));
  const progress = progressOf('Asking GitHub about runs', asked.size, deps);
  let refusal: unknown;
  let silences = 0;
  const ask = async ([key, tag]: [string, Tag]) => {
    // The name in a tag is from before a rename of our own repository.
    const repository = tag.repositoryId === own.repositoryId ? own.repository : tag.repository;
    try {
      const answer = await github.run(repository, tag.runId);
      answers.set(key, answer);
      if (answer.kind !== 'no-answer') silences = 0;
      else silences += answer.lasting ? PATIENCE : 1;
      progress(answers.size - 1);
    } catch (error) {
      refusal ??= error;
    }
  };
  await inParallel(asked, ask, { ...STEADY, goesOn: () => refusal === undefined && silences < PATIENCE });
  if (refusal !== undefined) throw refusal;
  return {
    hasEnded: (token, tag) => runHasEnded(tag, token, answers.get(keyOf(tag)), own.repositoryId, now),
    untold: untoldOf(asked, answers, own),
  };
}

function untoldOf(
  asked: ReadonlyMap<string, Tag>,
  answers: ReadonlyMap<string, RunAnswer>,
  own: RunContext,
): EndedRuns['untold'] {
  const reasons = [...asked].flatMap(([key, tag]) => {
    const answer = answers.get(key);
    if (answer === undefined) return [''];
    if (answer.kind === 'no-answer') return [answer.why];
    return answer.kind === 'unknown' && tag.repositoryId !== own.repositoryId
      ? [`Run ${tag.runId} of ${tag.repository} is not there, or \`github-token\` may not see it.`]
      : [];
  });
  return reasons.length === 0
    ? undefined
    : { count: reasons.length, asked: asked.size, why: reasons.find((why) => why !== '') ?? '' };
}

function keyOf({ repositoryId, runId }: Pick<Tag, 'repositoryId' | 'runId'>): string {
  return `${repositoryId} ${runId}`;
}
