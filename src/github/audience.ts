import { Failure } from '../failure.ts';
import type { HttpAnswer } from '../http/transport.ts';
import type { Ask } from './ask.ts';
import { GithubError, unreadable } from './errors.ts';
import { needFor, routeTo } from './holders.ts';
import { isOwn404, parseOrganizationSecret, parseRepositories } from './schemas.ts';
import type { SecretTarget } from './secret-target.ts';

/** Audience is which repositories of an organization see a secret: GitHub clears it unless it is sent back with a value. */
export type Audience =
  | { readonly visibility: 'all' | 'private' }
  | { readonly visibility: 'selected'; readonly repositoryIds: readonly number[] };

/** OrganizationSecret is what a read of an organization's secret shows. */
export interface OrganizationSecret {
  /** When it was last written, in milliseconds since 1970. */
  readonly storedAt: number;
  readonly audience: Audience;
  /** The last response of the read. */
  readonly response: HttpAnswer;
}

/** The most that GitHub shows at once. */
const PAGE_SIZE = 100;

/** No list is read for longer: an hour's rate limit has room for it, and no organization is known to need more. */
const MAX_REPOSITORIES = 100_000;

/**
 * readOrganizationSecret reads when an organization's secret was stored and who sees it, all selected repositories included.
 * Throws NetworkError, and a Failure when there is no such secret or its audience cannot be read completely.
 */
export async function readOrganizationSecret(target: SecretTarget, ask: Ask): Promise<OrganizationSecret> {
  const { holder, name, label } = target;
  const { secrets, names } = routeTo(holder);
  const action = `show ${label}`;
  const response = await ask(`GET ${secrets}/{name}`, { ...names, name });
  if (isOwn404(response)) throw noSuchSecret(target);
  if (response.status !== 200) throw new GithubError(action, response, needFor(holder));
  const { storedAt, visibility } = parseOrganizationSecret(response.body) ?? unreadable(action, response);
  if (visibility !== 'selected') return { storedAt, audience: { visibility }, response };
  const selected = await readSelectedRepositories(target, ask);
  return { storedAt, audience: { visibility, repositoryIds: selected.ids }, response: selected.response };
}

function noSuchSecret({ holder, name, label }: SecretTarget): Failure {
  return new Failure(
    'No such secret',
    `${label}: the organization ${holder.owner} has no secret ${name} yet. Create it there with any value, because which ` +
      'repositories see it is for a person to choose.',
  );
}

/** Throws when the list is not complete: a repository that is missing in it would lose the secret. */
async function readSelectedRepositories(
  target: SecretTarget,
  ask: Ask,
): Promise<{ readonly ids: readonly number[]; readonly response: HttpAnswer }> {
  const { holder, name, label } = target;
  const { secrets, names } = routeTo(holder);
  const action = `list the repositories that see ${label}`;
  const ids = new Set<number>();
  let maxPages = 1;
  for (let page = 1; ; page++) {
    const parameters = { ...names, name, per_page: PAGE_SIZE, page };
    const response = await ask(`GET ${secrets}/{name}/repositories`, parameters);
    if (response.status !== 200) throw new GithubError(action, response, needFor(holder));
    const { total, ids: listed } = parseRepositories(response.body) ?? unreadable(action, response);
    const before = ids.size;
    for (const id of listed) ids.add(id);
    if (ids.size === total) return { ids: [...ids], response };
    // A total that grows from page to page must not prolong the read.
    if (page === 1) maxPages = Math.ceil(total / PAGE_SIZE) + 1;
    const isStuck = ids.size === before || ids.size > total;
    if (isStuck || page >= maxPages || total > MAX_REPOSITORIES)
      throw incompleteList(action, ids.size, total);
  }
}

function incompleteList(action: string, shown: number, total: number): Failure {
  return new Failure(
    'Incomplete list',
    `GitHub was to ${action}, and showed ${shown} of ${total}. The others would lose the secret, so it was ` +
      'not written. Perhaps the list was just being changed: run the job again.',
  );
}
