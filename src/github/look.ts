import { parseHttpDate } from '../http/http-date.ts';
import type { HttpResponse } from '../http/transport.ts';
import { readOrganizationSecret } from './audience.ts';
import type { GithubClient } from './client.ts';
import { GithubError, unreadable } from './errors.ts';
import type { SecretMetadata } from './github.ts';
import { needFor } from './holders.ts';
import type { PublicKeys } from './public-keys.ts';
import { isOwn404, parseSecret } from './schemas.ts';
import { secretRoute } from './secret-routes.ts';
import type { SecretTarget } from './secret-target.ts';

/** look carries out Github's method of that name. */
export async function look(
  target: SecretTarget,
  client: GithubClient,
  keys: PublicKeys,
): Promise<SecretMetadata> {
  // First, since it is there for everybody who may write: after it a 404 is about the secret alone.
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
