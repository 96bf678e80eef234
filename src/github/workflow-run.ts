import { asSentence } from '../base/errors.ts';
import type { HttpResponse } from '../http/messages.ts';
import { NetworkError } from '../http/network-error.ts';
import { RetryAfterTooLong } from '../http/retry.ts';
import { parseRepository } from '../request/fields/secret-target.ts';
import type { RunResponse } from '../tokens/run-end.ts';
import type { GithubClient } from './client.ts';
import { GithubError, isFromInBetween, type Need } from './errors.ts';
import { isRateLimited } from './rate-limit.ts';
import { isOwn404, parseRun } from './schemas.ts';

/** run asks for a workflow run as `WorkflowRuns.run` says. */
export async function run(repository: string, runId: string, client: GithubClient): Promise<RunResponse> {
  const names = parseRepository(repository);
  // Both are from a tag, which anybody may have written.
  if (names === undefined || !/^\d{1,20}$/.test(runId)) {
    return noResponse(`There can be no run ${runId} of ${repository}.`);
  }
  let response: HttpResponse;
  try {
    // An ID that is too large for a number is in no response of GitHub either.
    response = await client.send(({ rest }) =>
      rest.actions.getWorkflowRun({ ...names, run_id: Number(runId) }),
    );
  } catch (error) {
    if (error instanceof RetryAfterTooLong) return noResponse(asSentence(error), true);
    if (error instanceof NetworkError) return noResponse(asSentence(error));
    throw error;
  }
  if (response.status === 200) {
    return parseRun(response.body) ?? noResponse(`GitHub did not answer with run ${runId} of ${repository}.`);
  }
  if (isOwn404(response)) return { kind: 'unknown' };
  const error = new GithubError(`show run ${runId} of ${repository}`, response, needFor(repository));
  const isLimited = isRateLimited(response);
  const isFromGithub = !isLimited && !isFromInBetween(response);
  if ((response.status === 401 || response.status === 403) && isFromGithub) throw error;
  return noResponse(asSentence(error), isLimited);
}

function needFor(repository: string): Need {
  return {
    input: 'github-token',
    thing: `repository ${repository}`,
    permission:
      'To read whether runs have ended, give the job `permissions: actions: read`; for those of other repositories give ' +
      '`github-token` the token of a GitHub App that may read their Actions.',
  };
}

function noResponse(why: string, lasting = false): RunResponse {
  return { kind: 'no-response', why, lasting };
}
