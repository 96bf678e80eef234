import { Failure } from '../failure.ts';
import { parseHttpDate } from '../http/http-date.ts';
import type { Ask } from './ask.ts';
import { GithubError, unreadable } from './errors.ts';
import type { OrganizationAccess, SeenSecret } from './github.ts';
import { needFor, routeTo } from './holders.ts';
import type { PublicKeys } from './public-keys.ts';
import { isOwn404, parseOrganizationSecret, parseRepositories, parseSecret } from './schemas.ts';
import type { SecretTarget } from './secret-target.ts';

/** The most that GitHub shows at once. */
const PAGE_SIZE = 100;

/** look carries out Github's method of that name. */
export async function look(target: SecretTarget, ask: Ask, keys: PublicKeys): Promise<SeenSecret> {
  const { holder, name, label } = target;
  const { secrets, names } = routeTo(holder);
  const action = `show ${label}`;
  // First, since it is there for everybody who may write: after it a 404 is about the secret alone.
  const key = await keys.for(target);
  const answer = await ask(`GET ${secrets}/{name}`, { ...names, name });
  const respondedAt = parseHttpDate(answer.headers.date ?? '');
  if (isOwn404(answer)) return { target, key, storedAt: absent(target), respondedAt };
  if (answer.status !== 200) throw new GithubError(action, answer, needFor(holder));
  if (holder.kind !== 'organization') {
    return { target, key, storedAt: parseSecret(answer.body) ?? unreadable(action, answer), respondedAt };
  }
  const { storedAt, visibility } = parseOrganizationSecret(answer.body) ?? unreadable(action, answer);
  const access: OrganizationAccess =
    visibility === 'selected'
      ? { visibility, repositoryIds: await selectedRepositories(target, ask) }
      : { visibility };
  return { target, key, storedAt, respondedAt, access };
}

function absent({ holder, name, label }: SecretTarget): 'absent' {
  if (holder.kind !== 'organization') return 'absent';
  throw new Failure(
    'No such secret',
    `${label}: the organization ${holder.owner} has no secret ${name} yet. Create it there with any value, because which ` +
      'repositories see it is for a person to choose.',
  );
}

/** Throws when the list is not complete: a repository that is missing in it would lose the secret. */
async function selectedRepositories(target: SecretTarget, ask: Ask): Promise<number[]> {
  const { holder, name, label } = target;
  const { secrets, names } = routeTo(holder);
  const action = `list the repositories that see ${label}`;
  const ids = new Set<number>();
  for (let page = 1; ; page++) {
    const parameters = { ...names, name, per_page: PAGE_SIZE, page };
    const answer = await ask(`GET ${secrets}/{name}/repositories`, parameters);
    if (answer.status !== 200) throw new GithubError(action, answer, needFor(holder));
    const listed = parseRepositories(answer.body) ?? unreadable(action, answer);
    const before = ids.size;
    for (const id of listed.ids) ids.add(id);
    if (ids.size === listed.total) return [...ids];
    if (ids.size === before || ids.size > listed.total) {
      throw new Failure(
        'Incomplete list',
        `GitHub was to ${action}, and showed ${ids.size} of ${listed.total}. The others would lose the secret, so it was ` +
          'not written. Perhaps the list was just being changed: run the job again.',
      );
    }
  }
}
