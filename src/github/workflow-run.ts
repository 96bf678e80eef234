import { asSentence } from '../base/errors.ts';
import type { HttpResponse } from '../http/messages.ts';
import { NetworkError } from '../http/network-error.ts';
import { RetryAfterTooLong } from '../http/retry.ts';
import { parseRepository } from '../request/fields/secret-target.ts';
import type { NoResponse, RunResponse } from '../tokens/run-end.ts';
import type { GithubClient } from './client.ts';
import { GithubError, isFromInBetween, type Need } from './errors.ts';
import { isRateLimited } from './rate-limit.ts';
import { isGithub404, parseRun } from './schemas.ts';

/** WorkflowRuns reads the status of workflow runs. */
export interface WorkflowRuns {
  /** run reads a workflow run. On a 401 or 403, it throws a Failure that names `permissions: actions: read`. */
  run(repository: string, runId: string): Promise<RunResponse>;
}

/** run asks GitHub about one run: see `WorkflowRuns`. */
export async function run(repository: string, runId: string, client: GithubClient): Promise<RunResponse> {
  const names = parseRepository(repository);
  // Both are from a tag, which anybody can have written.
  if (names === undefined || !/^\d{1,20}$/.test(runId)) {
    return noResponse(`The tag of the token contains an invalid run: run ${runId} of ${repository}.`);
  }
  let response: HttpResponse;
  try {
    // The ID stays text: as a number, a large one would be the ID of another run. Octokit inserts it into the path as it is.
    const params = { ...names, run_id: runId as unknown as number };
    response = await client.send(({ rest }) => rest.actions.getWorkflowRun(params));
  } catch (error) {
    if (error instanceof RetryAfterTooLong) return noResponse(asSentence(error), 'all-runs');
    if (error instanceof NetworkError) return noResponse(asSentence(error), 'perhaps-all-runs');
    throw error;
  }
  if (response.status === 200) {
    return (
      parseRun(response.body) ??
      noResponse(`GitHub's response does not contain run ${runId} of ${repository}.`)
    );
  }
  if (isGithub404(response)) return { kind: 'unknown' };
  const error = new GithubError(`show run ${runId} of ${repository}`, response, needFor(repository));
  const isLimited = isRateLimited(response);
  const isFromGithub = !isLimited && !isFromInBetween(response);
  if ((response.status === 401 || response.status === 403) && isFromGithub) throw error;
  if (isLimited) return noResponse(asSentence(error), 'all-runs');
  return noResponse(asSentence(error), response.status >= 500 ? 'perhaps-all-runs' : 'this-run');
}

function needFor(repository: string): Need {
  return {
    input: 'github-token',
    thing: `repository ${repository}`,
    permission:
      'To check whether runs have ended, the job needs `permissions: actions: read`. To read runs of other repositories, set ' +
      '`github-token` to a GitHub App token with read access to their Actions.',
  };
}

/** noResponse is a RunResponse that proves nothing. */
export function noResponse(why: string, about: NoResponse['about'] = 'this-run'): RunResponse {
  return { kind: 'no-response', why, about };
}
