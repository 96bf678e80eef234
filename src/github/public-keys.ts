import { Failure } from '../failure.ts';
import type { HttpResponse } from '../http/transport.ts';
import type { GithubClient } from './client.ts';
import { GithubError, unreadable } from './errors.ts';
import type { SecretMetadata } from './github.ts';
import { holderKey, needFor } from './holders.ts';
import { parseKey } from './schemas.ts';
import { publicKeyRoute } from './secret-routes.ts';
import type { SecretTarget } from './secret-target.ts';

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
    'Not a public key',
    `GitHub shows a public key for ${label} that nothing can be encrypted for: it is not a usable X25519 key. Run the ` +
      'job again; on a GitHub Enterprise Server, ask its administrator.',
  );
}
