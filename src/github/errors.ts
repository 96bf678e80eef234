import type { ErrorCode } from '../base/error-codes.ts';
import { Failure } from '../base/errors.ts';
import { describeBody, excerpt } from '../http/body.ts';
import type { HttpResponse } from '../http/messages.ts';
import { isRetryable, MAX_RETRY_AFTER_MS } from '../http/retry.ts';
import type { GithubCredential } from './client.ts';
import { isRateLimited, rateLimitWaitMs } from './rate-limit.ts';
import { parseOwnError } from './schemas.ts';

/** Need is what a request needs to succeed. */
export interface Need {
  /** Where the token comes from. */
  readonly input: GithubCredential['input'];
  /** What must exist, without an article: `repository acme/web`. */
  readonly thing: string;
  /** Which permission the token needs and how to get one, as a sentence. */
  readonly permission: string;
}

/** GithubError is a response that says no. */
export class GithubError extends Failure {
  readonly status: number;

  constructor(action: string, response: HttpResponse, need: Need) {
    const text = excerpt(response);
    const said = text === '' ? `${response.status}` : `${response.status}: ${text}`;
    super(
      codeOf(response),
      isFromInBetween(response)
        ? `Something between the runner and GitHub refused the request to ${action} (${said}). ${IN_BETWEEN_HINT}`
        : `GitHub would not ${action} (${said}). ${hint(response, need)}`.trimEnd(),
      { detail: String(response.status) },
    );
    this.name = 'GithubError';
    this.status = response.status;
  }
}

/** unreadable is for a success whose body is not what GitHub sends: mostly a proxy's or a login page. Throws a Failure. */
export function unreadable(action: string, response: HttpResponse): never {
  throw new Failure(
    'unreadable-answer',
    `GitHub was to ${action} and answered ${response.status}, but with ${describeBody(response)}. Check whether a proxy ` +
      'stands in between.',
  );
}

/**
 * isFromInBetween tells whether a proxy or firewall refused a request, and GitHub never saw it: GitHub says why in JSON. An
 * empty body might be anybody's.
 */
export function isFromInBetween(response: HttpResponse): boolean {
  const { status, body } = response;
  return (
    (status === 401 || status === 403) &&
    !isRateLimited(response) &&
    body.trim() !== '' &&
    parseOwnError(body) === undefined
  );
}

const IN_BETWEEN_HINT =
  'GitHub has not seen the request, so this says nothing about the token or its permissions. Check the proxy and the ' +
  'firewall of the runner.';

function codeOf(response: HttpResponse): ErrorCode {
  const { status } = response;
  if (isRateLimited(response)) return 'githubs-rate-limit-is-used-up';
  if (isFromInBetween(response)) return 'response-not-from-github';
  if (status === 401) return 'github-token-refused';
  if (status === 403)
    return fixFor(response) === undefined ? 'github-token-not-allowed' : 'refused-by-github';
  if (status === 404) return 'not-found-on-github';
  return 'github-answered';
}

function hint(response: HttpResponse, { input, thing, permission }: Need): string {
  const { status } = response;
  if (isRateLimited(response)) return rateLimitHint(response);
  if (isRetryable(status)) return 'This should pass: run the job again later.';
  const fix = fixFor(response);
  // The message of a refusal to show runs always names the permission: the reason can be one that nobody foresaw.
  if (fix !== undefined) return fix(input) || (input === 'github-token' ? permission : '');
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

function rateLimitHint(response: HttpResponse): string {
  const waitMs = rateLimitWaitMs(response);
  return waitMs !== undefined && waitMs > MAX_RETRY_AFTER_MS
    ? `GitHub asks for a pause of ${Math.ceil(waitMs / 1000)} s, and the action waits at most ` +
        `${MAX_RETRY_AFTER_MS / 1000} s: run the job again later.`
    : 'The retries were not enough: run the job again later.';
}

type Fix = (input: Need['input']) => string;

const singleSignOn: Fix = (input) =>
  `Authorize the token in \`${input}\` for the organization's single sign-on (GitHub settings, Developer settings, ` +
  'Configure SSO), or use the token of a GitHub App.';

/** What GitHub says where the permissions of the token are beside the point, and how to fix it. */
const FIXES: readonly { readonly says: RegExp; readonly fix: Fix }[] = [
  { says: /SAML|single sign-on/i, fix: singleSignOn },
  {
    says: /IP allow list|IP address/i,
    fix: () => "Add the runner's IP address to the IP allow list, or use a runner whose address is on it.",
  },
  {
    says: /archived/i,
    fix: () => 'Unarchive the repository, or remove it from the workflow.',
  },
  {
    says: /forbids access via/i,
    fix: (input) =>
      `Give \`${input}\` a token of a kind and lifetime that the organization allows, such as the token of a GitHub App.`,
  },
];

/** These are about permissions, or about nothing in particular. */
const ABOUT_PERMISSIONS = /not accessible by|must have|permission|rights|scope|^not found$|^forbidden\b/i;

/** Undefined where advice about permissions fits. For a reason that nobody foresaw, GitHub's own words must do. */
function fixFor({ status, headers, body }: HttpResponse): Fix | undefined {
  if (status === 403 && /^required\b/i.test(String(headers['x-github-sso']))) return singleSignOn;
  const reason = parseOwnError(body);
  if (reason === undefined || reason === '' || ![403, 404, 422].includes(status)) return undefined;
  const known = FIXES.find(({ says }) => says.test(reason));
  if (known) return known.fix;
  return ABOUT_PERMISSIONS.test(reason) ? undefined : () => '';
}
