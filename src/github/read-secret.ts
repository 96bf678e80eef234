import { Failure } from '../base/errors.ts';
import type { HttpResponse } from '../http/messages.ts';
import { parseHttpDate } from '../http/retry.ts';
import type { Audience, SecretTarget } from '../request/fields/secret-target.ts';
import type { GithubClient } from './client.ts';
import { GithubError, unreadable } from './errors.ts';
import type { SecretMetadata } from './ports.ts';
import { isOwn404, parseKey, parseOrganizationSecret, parseRepositories, parseSecret } from './schemas.ts';
import {
  holderKey,
  MAX_PAGE_SIZE,
  needFor,
  publicKeyRoute,
  secretRoute,
  selectedRepositoriesRoute,
} from './secret-routes.ts';

/** look reads a secret as `SecretStore.look` says. */
export async function look(
  target: SecretTarget,
  client: GithubClient,
  keys: PublicKeys,
): Promise<SecretMetadata> {
  // The key comes first, because everybody who can write can read it. A later 404 is about the secret alone.
  const key = await keys.for(target);
  const { storedAt, response } = await readSecret(target, client);
  return { target, key, storedAt, date: parseHttpDate(response.headers.date ?? '') };
}

/** An organization's audience is read for its errors alone: the write reads it again. */
async function readSecret(
  target: SecretTarget,
  client: GithubClient,
): Promise<Pick<SecretMetadata, 'storedAt'> & { readonly response: HttpResponse }> {
  const { holder, name, label } = target;
  if (holder.kind === 'organization') return readOrganizationSecret(target, client);
  const action = `show ${label}`;
  const response = await client.send(secretRoute(holder, name));
  if (isOwn404(response)) return { storedAt: 'absent', response };
  if (response.status !== 200) throw new GithubError(action, response, needFor(holder));
  return { storedAt: parseSecret(response.body) ?? unreadable(action, response), response };
}

/** OrganizationSecret is what a read of an organization's secret shows. */
export interface OrganizationSecret {
  /** When it was last written, in milliseconds since 1970. */
  readonly storedAt: number;
  readonly audience: Audience;
  /** The last response of the read. */
  readonly response: HttpResponse;
}

/** No list is read for longer: an hour's rate limit has room for it, and no organization is known to need more. */
const MAX_REPOSITORIES = 100_000;

/**
 * readOrganizationSecret reads when an organization's secret was stored and who sees it, all selected repositories included.
 * Throws NetworkError, and a Failure when there is no such secret or its audience cannot be read completely.
 */
export async function readOrganizationSecret(
  target: SecretTarget,
  client: GithubClient,
): Promise<OrganizationSecret> {
  const { holder, name, label } = target;
  const action = `show ${label}`;
  const response = await client.send(secretRoute(holder, name));
  if (isOwn404(response)) throw noSuchSecret(target);
  if (response.status !== 200) throw new GithubError(action, response, needFor(holder));
  const { storedAt, visibility } = parseOrganizationSecret(response.body) ?? unreadable(action, response);
  if (visibility !== 'selected') return { storedAt, audience: { visibility }, response };
  const selected = await readSelectedRepositories(target, client);
  return { storedAt, audience: { visibility, repositoryIds: selected.ids }, response: selected.response };
}

function noSuchSecret({ holder, name, label }: SecretTarget): Failure {
  return new Failure(
    'no-such-secret',
    `${label}: the organization ${holder.owner} has no secret ${name} yet. Create it there with any value, because which ` +
      'repositories see it is for a person to choose.',
  );
}

/** Throws when the list is not complete: a repository that is missing in it would lose the secret. */
async function readSelectedRepositories(
  { holder, name, label }: SecretTarget,
  client: GithubClient,
): Promise<{ readonly ids: readonly number[]; readonly response: HttpResponse }> {
  const action = `list the repositories that see ${label}`;
  const ids = new Set<number>();
  let total = 0;
  let pages = 0;
  let maxPages = 1;
  for await (const response of client.pages(selectedRepositoriesRoute(holder.owner, name))) {
    if (response.status !== 200) throw new GithubError(action, response, needFor(holder));
    const page = parseRepositories(response.body) ?? unreadable(action, response);
    const before = ids.size;
    for (const id of page.ids) ids.add(id);
    total = page.total;
    if (ids.size === total) return { ids: [...ids], response };
    pages++;
    // A total that grows from page to page must not prolong the read.
    if (pages === 1) maxPages = Math.ceil(total / MAX_PAGE_SIZE) + 1;
    const isStuck = ids.size === before || ids.size > total;
    if (isStuck || pages >= maxPages || total > MAX_REPOSITORIES) break;
  }
  throw incompleteList(action, ids.size, total);
}

function incompleteList(action: string, shown: number, total: number): Failure {
  return new Failure(
    'incomplete-list',
    `GitHub was to ${action}, and showed ${shown} of ${total}. The others would lose the secret, so it was ` +
      'not written. Perhaps the list was just being changed: run the job again.',
  );
}

/** PublicKeys reads what secrets are sealed for. Throws like Github's look. */
export class PublicKeys {
  readonly #client: GithubClient;
  /** Responses, not keys: where there is none, each target has an error of its own. */
  readonly #responses = new Map<string, Promise<HttpResponse>>();

  constructor(client: GithubClient) {
    this.#client = client;
  }

  /** for reads the key of a target's holder, the first time that it is asked for. */
  async for(target: SecretTarget): Promise<SecretMetadata['key']> {
    const holder = holderKey(target.holder);
    const asking = this.#responses.get(holder) ?? this.#read(target);
    this.#responses.set(holder, asking);
    return keyIn(await asking, target);
  }

  /** again reads the key as it is by now. */
  async again(target: SecretTarget): Promise<SecretMetadata['key']> {
    return keyIn(await this.#read(target), target);
  }

  #read({ holder }: SecretTarget): Promise<HttpResponse> {
    return this.#client.send(publicKeyRoute(holder));
  }
}

/** A key that is no use is refused here, before anything depends on it. */
async function keyIn(
  response: HttpResponse,
  { holder, label }: SecretTarget,
): Promise<SecretMetadata['key']> {
  const action = `show the public key for ${label}`;
  if (response.status !== 200) throw new GithubError(action, response, needFor(holder));
  const key = parseKey(response.body) ?? unreadable(action, response);
  const { isPublicKey } = await import('./sealed-box.ts');
  if (isPublicKey(key.publicKey)) return key;
  throw new Failure(
    'not-a-public-key',
    `GitHub shows a public key for ${label} that nothing can be encrypted for: it is not a usable X25519 key. Run the ` +
      'job again; on a GitHub Enterprise Server, ask its administrator.',
  );
}
