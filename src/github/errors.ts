import { Failure } from '../failure.ts';
import { describeBody, excerpt } from '../http/excerpt.ts';
import { isPassing } from '../http/requests.ts';
import type { HttpAnswer } from '../http/transport.ts';
import type { GithubCredential } from './ask.ts';

/** Need is what it takes to be answered. */
export interface Need {
  /** Where the token comes from. */
  readonly input: GithubCredential['input'];
  /** What must exist, without an article: `repository acme/web`. */
  readonly thing: string;
  /** Which permission the token needs and how to get one, as a sentence. */
  readonly permission: string;
}

/** GithubError is an answer that says no. */
export class GithubError extends Failure {
  readonly status: number;

  constructor(action: string, answer: HttpAnswer, need: Need) {
    const text = excerpt(answer);
    const said = text === '' ? '' : `: ${text}`;
    super(
      title(answer),
      `GitHub would not ${action} (${answer.status}${said}). ${cure(answer, need)}`.trimEnd(),
    );
    this.name = 'GithubError';
    this.status = answer.status;
  }
}

/** unreadable is for a success whose body is not what GitHub sends: mostly a proxy's or a login page. Throws a Failure. */
export function unreadable(action: string, answer: HttpAnswer): never {
  throw new Failure(
    'Unreadable answer',
    `GitHub was to ${action} and answered ${answer.status}, but with ${describeBody(answer)}. Check whether a proxy ` +
      'stands in between.',
  );
}

/**
 * isRateLimited tells an answer that says "too much" from one that says "never": GitHub sends a 403 for both, and a
 * 429 for the first alone.
 */
export function isRateLimited({ status, headers, body }: HttpAnswer): boolean {
  if (status !== 403) return status === 429;
  return (
    headers['x-ratelimit-remaining'] === '0' ||
    headers['retry-after'] !== undefined ||
    /rate limit/i.test(body)
  );
}

function title(answer: HttpAnswer): string {
  if (isRateLimited(answer)) return "GitHub's rate limit is used up";
  if (answer.status === 401) return 'GitHub token refused';
  if (answer.status === 403) return 'GitHub token not allowed';
  if (answer.status === 404) return 'Not found on GitHub';
  return `GitHub answered ${answer.status}`;
}

function cure(answer: HttpAnswer, { input, thing, permission }: Need): string {
  const { status } = answer;
  if (isRateLimited(answer) || isPassing(status)) return 'This should pass: run the job again later.';
  if (status === 401) return `The token in \`${input}\` is wrong, expired or revoked. ${permission}`;
  if (status === 403) return `The token in \`${input}\` may not do that. ${permission}`;
  if (status === 404) {
    return `Either there is no ${thing}, or the token in \`${input}\` does not see it. ${permission}`;
  }
  if (status >= 300 && status <= 399) {
    return 'Redirects are not followed. A repository that was renamed or moved answers so: use its present name.';
  }
  return '';
}
