import * as v from '@badrap/valita';
import { parseBody, parseExactBody, parseShortBody } from '../http/body.ts';
import type { HttpResponse } from '../http/messages.ts';
import { parseInstant } from '../tokens/dates.ts';
import type { FoundRun } from '../tokens/run-end.ts';
import type { SecretMetadata } from './secret-store.ts';

/** The syntax does not show whether a key is valid: see isPublicKey. */
const key = v
  .object({ key_id: v.string(), key: v.string() })
  .map((response): SecretMetadata['key'] => ({ id: response.key_id, publicKey: response.key }));

const instant = v.string().chain((text) => {
  const parsed = parseInstant(text);
  return parsed === undefined ? v.err('not a date') : v.ok(parsed);
});
const secret = v.object({ updated_at: instant });
const visibility = v.union(v.literal('all'), v.literal('private'), v.literal('selected'));
const organizationSecret = v
  .object({ updated_at: instant, visibility })
  .map((response) => ({ storedAt: response.updated_at, visibility: response.visibility }));

const count = v.number().assert((value) => Number.isSafeInteger(value) && value >= 0, 'not a count');
const repositories = v.object({
  total_count: count,
  repositories: v.array(v.object({ id: count })),
});

/** IDs are compared as text, because a number would change the digits of a large one. */
const id = v.union(v.number(), v.bigint()).map(String);

const run = v
  .object({
    id,
    status: v.string(),
    run_attempt: v.number().optional(),
    repository: v.object({ id }),
  })
  .map(
    (response): FoundRun => ({
      kind: 'found',
      runId: response.id,
      repositoryId: response.repository.id,
      status: response.status,
      // The status alone can prove that the run has ended. A missing attempt proves nothing.
      attempt: response.run_attempt ?? 0,
    }),
  );

const ownError = v.object({ message: v.string() });

/** parseKey parses a public key that secrets are sealed for. Undefined for any other text. */
export function parseKey(body: string): SecretMetadata['key'] | undefined {
  return parseBody(key, body);
}

/**
 * parseSecret returns the time of the last write of a secret, in milliseconds since 1970. Undefined if the response contains no
 * secret.
 */
export function parseSecret(body: string): number | undefined {
  return parseBody(secret, body)?.updated_at;
}

/** parseOrganizationSecret is parseSecret for an organization's secret, and also returns its visibility. */
export function parseOrganizationSecret(body: string): v.Infer<typeof organizationSecret> | undefined {
  return parseBody(organizationSecret, body);
}

/** parseRepositories parses one page of a list of repositories. Undefined for any other text. */
export function parseRepositories(
  body: string,
): { readonly total: number; readonly ids: readonly number[] } | undefined {
  const page = parseBody(repositories, body);
  return page && { total: page.total_count, ids: page.repositories.map(({ id }) => id) };
}

/** parseRun parses a workflow run. Undefined for any other text. */
export function parseRun(body: string): FoundRun | undefined {
  return parseExactBody(run, body);
}

/** parseOwnError returns GitHub's own reason in an error response. Undefined if a proxy or another server sent the response. */
export function parseOwnError(body: string): string | undefined {
  return parseShortBody(ownError, body)?.message;
}

/** isGithub404 tells whether a 404 is from GitHub itself. The 404 of a server or proxy in front of GitHub has no message. */
export function isGithub404({ status, body }: HttpResponse): boolean {
  return status === 404 && parseOwnError(body) !== undefined;
}
