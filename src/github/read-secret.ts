import { Failure } from '../base/errors.ts';
import type { HttpResponse } from '../http/messages.ts';
import { parseHttpDate } from '../http/retry.ts';
import type { Audience, SecretTarget } from '../request/fields/secret-target.ts';
import type { GithubClient } from './client.ts';
import { GithubError, unreadable } from './errors.ts';
import { isGithub404, parseKey, parseOrganizationSecret, parseRepositories, parseSecret } from './schemas.ts';
import {
  locationKey,
  MAX_PAGE_SIZE,
  needFor,
  publicKeyRoute,
  secretRoute,
  selectedRepositoriesRoute,
} from './secret-routes.ts';
import type { SecretMetadata } from './secret-store.ts';

/** readMetadata reads the public key first, and then the secret: see `SecretStore`. */
export async function readMetadata(
  target: SecretTarget,
  client: GithubClient,
  keys: PublicKeys,
): Promise<SecretMetadata> {
  // The key comes first, because everyone who can write secrets can read it. So a later 404 is only about the secret.
  const key = await keys.keyFor(target);
  const { storedAt, response } = await readSecret(target, client);
  return { target, key, storedAt, date: parseHttpDate(response.headers.date ?? '') };
}

/** This reads the audience of an organization's secret only to find errors early. The write reads it again. */
async function readSecret(
  target: SecretTarget,
  client: GithubClient,
): Promise<Pick<SecretMetadata, 'storedAt'> & { readonly response: HttpResponse }> {
  const { location, name, label } = target;
  if (location.kind === 'organization') return readOrganizationSecret(target, client);
  const action = `show ${label}`;
  const response = await client.send(secretRoute(location, name));
  if (isGithub404(response)) return { storedAt: 'absent', response };
  if (response.status !== 200) throw new GithubError(action, response, needFor(location));
  return { storedAt: parseSecret(response.body) ?? unreadable(action, response), response };
}

/** OrganizationSecret is the metadata of an organization's secret. */
export interface OrganizationSecret {
  /** The time of the last write, in milliseconds since 1970. */
  readonly storedAt: number;
  readonly audience: Audience;
  /** The last response of the read. */
  readonly response: HttpResponse;
}

/** The longest list that is read. It fits into the rate limit of an hour, and no known organization needs more. */
const MAX_REPOSITORIES = 100_000;

/**
 * readOrganizationSecret reads when an organization's secret was stored and which repositories can use it. Throws NetworkError,
 * and a Failure if there is no such secret or the list of repositories is incomplete.
 */
export async function readOrganizationSecret(
  target: SecretTarget,
  client: GithubClient,
): Promise<OrganizationSecret> {
  const { location, name, label } = target;
  const action = `show ${label}`;
  const response = await client.send(secretRoute(location, name));
  if (isGithub404(response)) throw noSuchSecret(target);
  if (response.status !== 200) throw new GithubError(action, response, needFor(location));
  const { storedAt, visibility } = parseOrganizationSecret(response.body) ?? unreadable(action, response);
  if (visibility !== 'selected') return { storedAt, audience: { visibility }, response };
  const selected = await readSelectedRepositories(target, client);
  return { storedAt, audience: { visibility, repositoryIds: selected.ids }, response: selected.response };
}

function noSuchSecret({ location, name, label }: SecretTarget): Failure {
  return new Failure(
    'no-such-secret',
    `The organization ${location.owner} has no secret ${name} (${label}). Create the secret with any value, and select the ` +
      'repositories that can use it. The action cannot select them.',
  );
}

/** Throws if the list is incomplete, because a repository that is not in the list would lose the secret. */
async function readSelectedRepositories(
  { location, name, label }: SecretTarget,
  client: GithubClient,
): Promise<{ readonly ids: readonly number[]; readonly response: HttpResponse }> {
  const action = `list the repositories that can use ${label}`;
  const ids = new Set<number>();
  let total = 0;
  let pages = 0;
  let maxPages = 1;
  for await (const response of client.pages(selectedRepositoriesRoute(location.owner, name))) {
    if (response.status !== 200) throw new GithubError(action, response, needFor(location));
    const page = parseRepositories(response.body) ?? unreadable(action, response);
    const before = ids.size;
    for (const id of page.ids) ids.add(id);
    total = page.total;
    if (ids.size === total) return { ids: [...ids], response };
    pages++;
    // If the total grows from page to page, the read must still end.
    if (pages === 1) maxPages = Math.ceil(total / MAX_PAGE_SIZE) + 1;
    const isStuck = ids.size === before || ids.size > total;
    if (isStuck || pages >= maxPages || total > MAX_REPOSITORIES) break;
  }
  throw incompleteList(action, ids.size, total);
}

function incompleteList(action: string, shown: number, total: number): Failure {
  return new Failure(
    'incomplete-list',
    `The GitHub request to ${action} returned ${shown} of ${total} repositories. The secret was not written, because ` +
      'the other repositories would lose access to it. Someone might have changed the list at the same time, so run the job again.',
  );
}

/** PublicKeys reads the keys that secrets are sealed for. Throws like `SecretStore.readMetadata`. */
export class PublicKeys {
  readonly #client: GithubClient;
  /** Responses and not keys, so that a missing key is an error for each target. */
  readonly #responses = new Map<string, Promise<HttpResponse>>();

  constructor(client: GithubClient) {
    this.#client = client;
  }

  /** keyFor returns the key of a target's location. It reads each key once. */
  async keyFor(target: SecretTarget): Promise<SecretMetadata['key']> {
    const key = locationKey(target.location);
    const asking = this.#responses.get(key) ?? this.#read(target);
    this.#responses.set(key, asking);
    return keyIn(await asking, target);
  }

  /** rereadKey reads the key again, because GitHub can replace it. */
  async rereadKey(target: SecretTarget): Promise<SecretMetadata['key']> {
    return keyIn(await this.#read(target), target);
  }

  #read({ location }: SecretTarget): Promise<HttpResponse> {
    return this.#client.send(publicKeyRoute(location));
  }
}

/** Refuses an unusable key before the action creates a token. */
async function keyIn(
  response: HttpResponse,
  { location, label }: SecretTarget,
): Promise<SecretMetadata['key']> {
  const action = `show the public key for ${label}`;
  if (response.status !== 200) throw new GithubError(action, response, needFor(location));
  const key = parseKey(response.body) ?? unreadable(action, response);
  const { isPublicKey } = await import('./sealed-box.ts');
  if (isPublicKey(key.publicKey)) return key;
  throw new Failure(
    'invalid-public-key',
    `The public key that GitHub sent for ${label} is not a valid X25519 key, so the secret was not written. Run the job again. ` +
      'On GitHub Enterprise Server, ask the administrator.',
  );
}
