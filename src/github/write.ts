import { Failure } from '../failure.ts';
import { NetworkError } from '../http/network-error.ts';
import { isRetryable, RetryAfterTooLong } from '../http/requests.ts';
import type { HttpResponse } from '../http/transport.ts';
import type { Secret } from '../secret.ts';
import { readOrganizationSecret } from './audience.ts';
import type { Call, GithubClient } from './client.ts';
import { GithubError } from './errors.ts';
import type { SecretMetadata } from './github.ts';
import { needFor } from './holders.ts';
import { isRateLimited, rateLimitAdvice } from './rate-limit.ts';
import { organizationWriteRoute, writeRoute } from './secret-routes.ts';

/**
 * What became of one attempt to write. `refused`: by a definite 4xx. `not-written`: by a rate limit, or nothing was sent.
 * `lost`: it might have been written.
 */
export type WriteResult =
  | { readonly kind: 'stored' }
  | { readonly kind: 'refused'; readonly error: GithubError }
  | { readonly kind: 'not-written' | 'lost'; readonly error: Failure; readonly retryable: boolean };

/** write seals a value and writes it, once. */
export async function write(
  seen: SecretMetadata,
  secret: Secret,
  client: GithubClient,
): Promise<WriteResult> {
  let call: Call;
  try {
    call = await callToWrite(seen, secret, client);
  } catch (error) {
    // Whatever was read for it was retried already.
    if (error instanceof Failure) return { kind: 'not-written', error, retryable: false };
    throw error;
  }
  try {
    return classify(await client.send(call), seen);
  } catch (error) {
    if (error instanceof NetworkError) {
      return { kind: error.mayHaveReachedServer ? 'lost' : 'not-written', error, retryable: error.retryable };
    }
    if (!(error instanceof Failure)) throw error;
    return { kind: error instanceof RetryAfterTooLong ? 'lost' : 'not-written', error, retryable: false };
  }
}

function classify(response: HttpResponse, { target: { label, holder } }: SecretMetadata): WriteResult {
  const { status } = response;
  if (status === 201 || status === 204) return { kind: 'stored' };
  const error = new GithubError(`store ${label}`, response, needFor(holder));
  if (isRateLimited(response)) {
    return { kind: 'not-written', error, retryable: rateLimitAdvice(response) !== undefined };
  }
  const retryable = isRetryable(status);
  // Only a plain 4xx is sure to have written nothing: a 303, say, may follow what was done.
  return status >= 400 && status < 500 && !retryable
    ? { kind: 'refused', error }
    : { kind: 'lost', error, retryable };
}

/** The audience is read last, so that hardly any time is left in which somebody could change it. */
async function callToWrite(
  { target, key }: SecretMetadata,
  secret: Secret,
  client: GithubClient,
): Promise<Call> {
  const { sealedBox } = await import('./sealed-box.ts');
  const value = {
    encrypted_value: sealedBox(Buffer.from(secret.reveal()), key.publicKey),
    key_id: key.id,
  };
  const { holder, name } = target;
  if (holder.kind !== 'organization') return writeRoute(holder, name, value);
  const { audience } = await readOrganizationSecret(target, client);
  return organizationWriteRoute(holder, name, value, audience);
}
