import { Failure } from '../failure.ts';
import { NetworkError } from '../http/network-error.ts';
import { isPassing, RetryAfterTooLong } from '../http/requests.ts';
import type { HttpAnswer } from '../http/transport.ts';
import type { Secret } from '../secret.ts';
import type { Ask, Parameters } from './ask.ts';
import { readOrganizationSecret } from './audience.ts';
import { GithubError } from './errors.ts';
import type { SeenSecret } from './github.ts';
import { needFor, routeTo } from './holders.ts';
import { isRateLimited, rateLimitAdvice } from './rate-limit.ts';

/**
 * What became of one attempt to write. `refused`: by a definite 4xx. `not-written`: by a rate limit, or nothing was sent.
 * `lost`: it might have been written.
 */
export type Writing =
  | { readonly kind: 'stored' }
  | { readonly kind: 'refused'; readonly error: GithubError }
  | { readonly kind: 'not-written' | 'lost'; readonly error: Failure; readonly retryable: boolean };

/** write seals a value and writes it, once. */
export async function write(seen: SeenSecret, secret: Secret, ask: Ask): Promise<Writing> {
  let parameters: Parameters;
  try {
    parameters = await parametersOf(seen, secret, ask);
  } catch (error) {
    // Whatever was read for it was retried already.
    if (error instanceof Failure) return { kind: 'not-written', error, retryable: false };
    throw error;
  }
  try {
    return classify(await ask(`PUT ${routeTo(seen.target.holder).secrets}/{name}`, parameters), seen);
  } catch (error) {
    if (error instanceof NetworkError) {
      return { kind: error.mayHaveLeft ? 'lost' : 'not-written', error, retryable: error.passing };
    }
    if (!(error instanceof Failure)) throw error;
    return { kind: error instanceof RetryAfterTooLong ? 'lost' : 'not-written', error, retryable: false };
  }
}

function classify(response: HttpAnswer, { target: { label, holder } }: SeenSecret): Writing {
  const { status } = response;
  if (status === 201 || status === 204) return { kind: 'stored' };
  const error = new GithubError(`store ${label}`, response, needFor(holder));
  if (isRateLimited(response)) {
    return { kind: 'not-written', error, retryable: rateLimitAdvice(response) !== undefined };
  }
  const retryable = isPassing(status);
  // Only a plain 4xx is sure to have written nothing: a 303, say, may follow what was done.
  return status >= 400 && status < 500 && !retryable
    ? { kind: 'refused', error }
    : { kind: 'lost', error, retryable };
}

/** The audience is read last, so that hardly any time is left in which somebody could change it. */
async function parametersOf({ target, key }: SeenSecret, secret: Secret, ask: Ask): Promise<Parameters> {
  const { sealedBox } = await import('./sealed-box.ts');
  const sealed = {
    ...routeTo(target.holder).names,
    name: target.name,
    encrypted_value: sealedBox(Buffer.from(secret.reveal()), key.publicKey),
    key_id: key.id,
  };
  if (target.holder.kind !== 'organization') return sealed;
  const { audience } = await readOrganizationSecret(target, ask);
  return {
    ...sealed,
    visibility: audience.visibility,
    ...(audience.visibility === 'selected' && { selected_repository_ids: audience.repositoryIds }),
  };
}
