import type { Secret } from '../base/secret.ts';
import type { SecretTarget } from '../request/fields/secret-target.ts';

/** SecretMetadata is what the action reads about a secret before it replaces the secret. */
export interface SecretMetadata {
  readonly target: SecretTarget;
  /** The time of the last write by GitHub's clock, in milliseconds since 1970. `absent`: there is no secret yet. */
  readonly storedAt: number | 'absent';
  /** The key that the new value is sealed for. */
  readonly key: { readonly id: string; readonly publicKey: string };
  /** The date in the last response, in milliseconds since 1970. Undefined if the response contains none. */
  readonly date: number | undefined;
}

/**
 * StoreResult is the outcome of writing a secret. `refused`: a definite 4xx that is not a rate limit. `not-written`: a rate limit,
 * or no request was sent. In both cases, no earlier attempt can have written the secret. `unclear`: it might be written.
 */
export type StoreResult =
  | { readonly kind: 'stored' }
  | { readonly kind: 'refused' | 'not-written' | 'unclear'; readonly error: Error };

/** SecretStore is where a rotation stores its token. It is the interface that another kind of store would implement. */
export interface SecretStore {
  /**
   * readMetadata reads everything that must be known before a secret is replaced: the public key of its location (once per location) and
   * its metadata. Throws a Failure that says which permission is missing, or what does not exist.
   */
  readMetadata(target: SecretTarget): Promise<SecretMetadata>;
  /**
   * store seals a value and writes it, with retries. After a 422, it reads the public key once more. Immediately before each write
   * of an organization's secret, it reads which repositories can use the secret, and sends the same list with the value.
   */
  store(seen: SecretMetadata, secret: Secret): Promise<StoreResult>;
}
