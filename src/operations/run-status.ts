import { DEFAULT_CONCURRENCY, inParallel } from '../base/concurrency.ts';
import type { WorkflowRuns } from '../github/workflow-run.ts';
import type { RunContext } from '../request/run-context.ts';
import type { TwoClocks } from '../tokens/clocks.ts';
import {
  checkResponse,
  type EndedRuns,
  judgeRuns,
  type RunResponse,
  runKey,
  type TokenOfRun,
} from '../tokens/run-end.ts';
import { isSameRepository, type Tag } from '../tokens/tag.ts';
import type { Deps } from './deps.ts';
import { progressOf } from './progress.ts';

/** After this many network errors or 5xx responses in a row, each with retries, GitHub counts as unreachable. */
const MAX_SILENCES = 8;

/** OwnRun is the run and attempt of this step, and its repository. */
export type OwnRun = Pick<RunContext, 'server' | 'repository' | 'repositoryId' | 'runId' | 'runAttempt'>;

/**
 * askWhichEnded asks GitHub once about each run of this server, and stops when GitHub's rate limit is used up or GitHub
 * does not respond. Call it after the list was read. Throws a Failure if GitHub refuses a request.
 */
export async function askWhichEnded(
  tokens: readonly TokenOfRun[],
  { own, clocks }: { readonly own: OwnRun; readonly clocks: TwoClocks },
  { github, ...deps }: Pick<Deps, 'progress' | 'clock'> & { readonly github: WorkflowRuns },
): Promise<EndedRuns> {
  const responses = new Map<string, RunResponse>([[runKey(own), ownRun(own)]]);
  const toAsk = tokens.filter(({ tag }) => tag.server === own.server && !responses.has(runKey(tag)));
  const runs = new Map(toAsk.map(({ tag }) => [runKey(tag), tag]));
  const progress = progressOf('asking-about-runs', runs.size, deps);
  let refusal: unknown;
  let silences = 0;
  const ask = async ([key, tag]: [string, Tag]) => {
    // The tag might contain an old name of our repository.
    const repository = isSameRepository(tag, own) ? own.repository : tag.repository;
    try {
      const response = checkResponse(tag, await github.run(repository, tag.runId));
      responses.set(key, response);
      silences = silencesAfter(response, silences);
      progress(responses.size - 1);
    } catch (error) {
      refusal ??= error;
    }
  };
  await inParallel(runs, ask, {
    ...DEFAULT_CONCURRENCY,
    shouldContinue: () => refusal === undefined && silences < MAX_SILENCES,
  });
  if (refusal !== undefined) throw refusal;
  return judgeRuns(toAsk, { responses, own, clocks });
}

function silencesAfter(response: RunResponse, silences: number): number {
  if (response.kind !== 'no-response' || response.about === 'this-run') return 0;
  return response.about === 'all-runs' ? MAX_SILENCES : silences + 1;
}

/** Replaces the request about our own run, whose present attempt has not ended. */
function ownRun({ runId, repositoryId, runAttempt }: OwnRun): RunResponse {
  return { kind: 'found', runId, repositoryId, status: 'in_progress', attempt: Number(runAttempt) };
}
