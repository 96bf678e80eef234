import { DEFAULT_CONCURRENCY, inParallel } from '../base/concurrency.ts';
import type { WorkflowRuns } from '../github/ports.ts';
import type { RunContext } from '../request/run-context.ts';
import type { TwoClocks } from '../tokens/clocks.ts';
import { checkResponse, type RunResponse, runHasEnded, type UnresolvedRuns } from '../tokens/run-end.ts';
import { isSameRepository, type Tag } from '../tokens/tag.ts';
import type { Token } from '../tokens/token.ts';
import type { Deps } from './deps.ts';
import { progressOf } from './progress.ts';

/** TokenOfRun is a token, and the tag that names the run that created it. */
export interface TokenOfRun {
  readonly token: Pick<Token, 'createdAt'>;
  readonly tag: Tag;
}

/** EndedRuns is what GitHub told about runs. */
export interface EndedRuns {
  /** Whether the run that a token's tag names is known to have ended. */
  readonly hasEnded: (token: Pick<Token, 'createdAt'>, tag: Tag) => boolean;
  readonly unresolved: UnresolvedRuns | undefined;
}

/** So many requests in a row without a usable response, each retried: GitHub cannot be reached. */
const MAX_SILENCES = 8;

/**
 * askWhichEnded asks GitHub once about each run of this server, and stops when GitHub's rate limit is used up or GitHub
 * does not respond. Call it after the list was read. Throws a Failure when GitHub refuses to tell.
 */
export async function askWhichEnded(
  tokens: readonly TokenOfRun[],
  { own, clocks }: { readonly own: RunContext; readonly clocks: TwoClocks },
  { github, ...deps }: Pick<Deps, 'progress' | 'clock'> & { readonly github: WorkflowRuns },
): Promise<EndedRuns> {
  const responses = new Map<string, RunResponse>([[keyOf(own), ownRun(own)]]);
  const toAsk = tokens.filter(({ tag }) => tag.server === own.server && !responses.has(keyOf(tag)));
  const runs = new Map(toAsk.map(({ tag }) => [keyOf(tag), tag]));
  const progress = progressOf('asking-about-runs', runs.size, deps);
  let refusal: unknown;
  let silences = 0;
  const ask = async ([key, tag]: [string, Tag]) => {
    // The name in a tag is from before a rename of our own repository.
    const repository = isSameRepository(tag, own) ? own.repository : tag.repository;
    try {
      const response = checkResponse(tag, await github.run(repository, tag.runId));
      responses.set(key, response);
      if (response.kind !== 'no-response') silences = 0;
      else silences += response.lasting ? MAX_SILENCES : 1;
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
  const hasEnded: EndedRuns['hasEnded'] = (token, tag) =>
    runHasEnded(token, tag, { response: responses.get(keyOf(tag)), own, clocks });
  const reasons = new Map(
    toAsk.flatMap(({ token, tag }) => {
      const why = whyUnresolved(tag, responses.get(keyOf(tag)), own);
      return why === undefined || hasEnded(token, tag) ? [] : [[keyOf(tag), why] as const];
    }),
  );
  return { hasEnded, unresolved: unresolvedOf([...reasons.values()], runs.size) };
}

/** Nobody knows better about our own run: this attempt of it goes on. */
function ownRun({ runId, repositoryId, runAttempt }: RunContext): RunResponse {
  return { kind: 'found', runId, repositoryId, status: 'in_progress', attempt: Number(runAttempt) };
}

/** Empty where the run was not asked about, because an earlier response says why. */
function whyUnresolved(tag: Tag, response: RunResponse | undefined, own: RunContext): string | undefined {
  if (response === undefined) return '';
  if (response.kind === 'found') return undefined;
  if (response.kind === 'no-response') return response.why;
  const run = `run ${tag.runId} of ${tag.repository}`;
  return isSameRepository(tag, own)
    ? `GitHub has no ${run} any longer (404), and the token is not older than 35 days.`
    : `GitHub has no ${run}, or does not show it to \`github-token\` (404).`;
}

function unresolvedOf(reasons: readonly string[], asked: number): EndedRuns['unresolved'] {
  if (reasons.length === 0) return undefined;
  return { count: reasons.length, asked, why: reasons.find((why) => why !== '') ?? '' };
}

function keyOf({ server, repositoryId, runId }: Pick<Tag, 'server' | 'repositoryId' | 'runId'>): string {
  return `${server} ${repositoryId} ${runId}`;
}
