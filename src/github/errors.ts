import type { ErrorCode } from '../base/error-codes.ts';
import { Failure } from '../base/errors.ts';
import { describeBody, excerpt } from '../http/body.ts';
import type { HttpResponse } from '../http/messages.ts';
import { isRetryable, MAX_RETRY_AFTER_MS } from '../http/retry.ts';
import type { GithubCredential } from './client.ts';
import { isRateLimited, rateLimitWaitMs } from './rate-limit.ts';
import { parseOwnError } from './schemas.ts';

/** Need is what a request needs in order to succeed. */
export interface Need {
  /** The source of the token. */
  readonly input: GithubCredential['input'];
  /** The thing that must exist, without an article: `repository acme/web`. */
  readonly thing: string;
  /** Says which permission the token needs and how to get it, in sentences. */
  readonly permission: string;
}

/** GithubError is an error response of GitHub, or of a server in front of it. */
export class GithubError extends Failure {
  readonly status: number;

  constructor(action: string, response: HttpResponse, need: Need) {
    const text = excerpt(response);
    const said = text === '' ? `${response.status}` : `${response.status}: ${text}`;
    super(
      codeOf(response),
      isFromInBetween(response)
        ? `A proxy or firewall refused the GitHub request to ${action} (${said}). ${IN_BETWEEN_HINT}`
        : `The GitHub request to ${action} failed (${said}). ${hint(response, need)}`.trimEnd(),
      {
        detail: String(response.status),
        remedy: isRetryable(response.status) && !isRateLimited(response) ? 'Run the job again later.' : '',
      },
    );
    this.name = 'GithubError';
    this.status = response.status;
  }
}

/** unreadable throws a Failure for a success whose body is not from GitHub. Usually, the body is the page of a proxy or a login service. */
export function unreadable(action: string, response: HttpResponse): never {
  throw new Failure(
    'unreadable-response',
    `The GitHub request to ${action} returned ${response.status} with ${describeBody(response)}. Check ` +
      'whether a proxy responds in place of GitHub.',
  );
}

/**
 * isFromInBetween tells whether a proxy or firewall refused a request before it reached GitHub. GitHub itself gives the reason in
 * JSON. An empty body shows nothing, so it counts as GitHub's.
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
  'The request did not reach GitHub, so the response says nothing about the token or its permissions. Check the proxy and the ' +
  'firewall of the runner.';

function codeOf(response: HttpResponse): ErrorCode {
  const { status } = response;
  if (isRateLimited(response)) return 'github-rate-limit-exceeded';
  if (isFromInBetween(response)) return 'response-not-from-github';
  if (status === 401) return 'github-token-refused';
  if (status === 403)
    return fixFor(response) === undefined ? 'github-token-not-allowed' : 'refused-by-github';
  if (status === 404) return 'not-found-on-github';
  return 'github-responded-with';
}

function hint(response: HttpResponse, { input, thing, permission }: Need): string {
  const { status } = response;
  if (isRateLimited(response)) return rateLimitHint(response);
  const fix = fixFor(response);
  if (fix !== undefined) {
    // A refusal to show runs always names the permission, because the job might lack it, too.
    return [fix(input), ...(input === 'github-token' ? [permission] : [])].join(' ').trim();
  }
  if (status === 401) return `The token in \`${input}\` is wrong, expired, or revoked. ${permission}`;
  if (status === 403) return `The token in \`${input}\` does not have the required permission. ${permission}`;
  if (status === 404) {
    return `Either there is no ${thing}, or the token in \`${input}\` cannot see it. ${permission}`;
  }
  if (status >= 300 && status <= 399) {
    return 'The action does not follow redirects. If the repository was renamed or moved, use its current name.';
  }
  return '';
}

function rateLimitHint(response: HttpResponse): string {
  const waitMs = rateLimitWaitMs(response);
  return waitMs !== undefined && waitMs > MAX_RETRY_AFTER_MS
    ? `GitHub asks for a pause of ${Math.ceil(waitMs / 1000)} s, but the action waits at most ` +
        `${MAX_RETRY_AFTER_MS / 1000} s. Run the job again later.`
    : 'All retries failed. Run the job again later.';
}

type Fix = (input: Need['input']) => string;

const singleSignOn: Fix = (input) =>
  `Authorize the token in \`${input}\` for single sign-on in the organization (GitHub: Settings, Developer settings, ` +
  'Configure SSO), or use a GitHub App token.';

/** The reasons of GitHub that are not about permissions, and how to fix them. */
const FIXES: readonly { readonly says: RegExp; readonly fix: Fix }[] = [
  { says: /SAML|single sign-on/i, fix: singleSignOn },
  {
    says: /IP allow list|IP address/i,
    fix: () =>
      'Add the IP address of the runner to the IP allow list, or use a runner whose address is on the list.',
  },
  {
    says: /archived/i,
    fix: () => 'Unarchive the repository, or remove it from the workflow.',
  },
  {
    says: /forbids access via/i,
    fix: (input) =>
      `Set \`${input}\` to a token whose type and lifetime the organization allows, such as a GitHub App token.`,
  },
];

/** These reasons are about permissions, or give no details. */
const ABOUT_PERMISSIONS = /not accessible by|must have|permission|rights|scope|^not found$|^forbidden\b/i;

/** Undefined if a hint about permissions fits. For a reason that is not in the list, GitHub's own text is the hint. */
function fixFor({ status, headers, body }: HttpResponse): Fix | undefined {
  if (status === 403 && /^required\b/i.test(String(headers['x-github-sso']))) return singleSignOn;
  const reason = parseOwnError(body);
  if (reason === undefined || reason === '' || ![403, 404, 422].includes(status)) return undefined;
  const known = FIXES.find(({ says }) => says.test(reason));
  if (known) return known.fix;
  return ABOUT_PERMISSIONS.test(reason) ? undefined : () => '';
}
