import type { TwoClocks } from './clocks.ts';
import { isSameRepository, type RepositoryKey, type Tag } from './tag.ts';
import type { Token } from './token.ts';

/** RunResponse is what GitHub says about a workflow run. `unknown`: GitHub has no such run, or does not show it. */
export type RunResponse = FoundRun | { readonly kind: 'unknown' } | NoResponse;

/**
 * NoResponse proves nothing about a run. `about` says whether requests for other runs would fail, too: `perhaps-all-runs` after a
 * network error or a 5xx.
 */
export interface NoResponse {
  readonly kind: 'no-response';
  readonly why: string;
  readonly about: 'this-run' | 'perhaps-all-runs' | 'all-runs';
}

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
      `The GitHub request for run ${asked.runId} of repository ${asked.repositoryId} returned run ${runId} of repository ` +
      `${repositoryId}.`,
    about: 'this-run',
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

/** TokenOfRun is a token, and the tag that names the run that created it. */
export interface TokenOfRun {
  readonly token: Pick<Token, 'createdAt'>;
  readonly tag: Tag;
}

/** EndedRuns says which runs have ended, according to GitHub. */
export interface EndedRuns {
  /** Whether the run in the tag of a token is known to have ended. */
  readonly hasEnded: (token: Pick<Token, 'createdAt'>, tag: Tag) => boolean;
  readonly unresolved: UnresolvedRuns | undefined;
}

/** UnresolvedRuns are the runs whose status is not known. `why` is a sentence about the first of them. */
export interface UnresolvedRuns {
  readonly count: number;
  readonly asked: number;
  readonly why: string;
}

/** RunResponses are GitHub's responses by `runKey`, and what else decides about the end of a run. */
export interface RunResponses extends Omit<RunKnowledge, 'response'> {
  readonly responses: ReadonlyMap<string, RunResponse>;
}

/** runKey identifies a run among the runs of all repositories and servers. */
export function runKey({
  server,
  repositoryId,
  runId,
}: Pick<Tag, 'server' | 'repositoryId' | 'runId'>): string {
  return `${server} ${repositoryId} ${runId}`;
}

/** judgeRuns decides which runs have ended, and counts the runs in `toAsk` whose status is not known. Pure. */
export function judgeRuns(toAsk: readonly TokenOfRun[], { responses, own, clocks }: RunResponses): EndedRuns {
  const hasEnded: EndedRuns['hasEnded'] = (token, tag) =>
    runHasEnded(token, tag, { response: responses.get(runKey(tag)), own, clocks });
  const reasons = new Map(
    toAsk.flatMap(({ token, tag }) => {
      const why = whyUnresolved(tag, responses.get(runKey(tag)), own);
      return why === undefined || hasEnded(token, tag) ? [] : [[runKey(tag), why] as const];
    }),
  );
  const asked = new Set(toAsk.map(({ tag }) => runKey(tag))).size;
  return { hasEnded, unresolved: unresolvedOf([...reasons.values()], asked) };
}

/** Empty if GitHub was not asked about the run. Then an earlier response contains the reason. */
function whyUnresolved(tag: Tag, response: RunResponse | undefined, own: RepositoryKey): string | undefined {
  if (response === undefined) return '';
  if (response.kind === 'found') return undefined;
  if (response.kind === 'no-response') return response.why;
  const run = `run ${tag.runId} of ${tag.repository}`;
  return isSameRepository(tag, own)
    ? `GitHub no longer has ${run} (404). Such a run counts as ended only when its token is older than 35 days.`
    : `GitHub has no ${run}, or \`github-token\` cannot see this run (404).`;
}

function unresolvedOf(reasons: readonly string[], asked: number): UnresolvedRuns | undefined {
  if (reasons.length === 0) return undefined;
  return { count: reasons.length, asked, why: reasons.find((why) => why !== '') ?? '' };
}
