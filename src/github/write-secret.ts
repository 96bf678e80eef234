import { Failure } from '../base/errors.ts';
import type { Secret } from '../base/secret.ts';
import { NetworkError } from '../http/network-error.ts';
import type { RetryControl } from '../http/retry.ts';
import { isRetryable, RetryAfterTooLong } from '../http/retry-rule.ts';
import type { HttpResponse } from '../http/transport.ts';
import type { Call, GithubClient } from './client.ts';
import { GithubError } from './errors.ts';
import type { SecretMetadata, StoreResult } from './ports.ts';
import { isRateLimited, rateLimitAdvice } from './rate-limit.ts';
import type { PublicKeys } from './read-secret.ts';
import { readOrganizationSecret } from './read-secret.ts';
import { needFor, organizationWriteRoute, writeRoute } from './secret-routes.ts';

/** GitHub's response to what was sealed for a key that it has replaced since. */
const OUTDATED_KEY = 422;

/** store carries out Github's method of that name. */
export async function store(
  seen: SecretMetadata,
  secret: Secret,
  client: GithubClient,
  keys: PublicKeys,
  retryControl: RetryControl,
): Promise<StoreResult> {
  const attempts = retryControl.start();
  let sealedFor = seen.key;
  let keyIsNew = false;
  let mightBeWritten = false;
  for (;;) {
    const result = await write({ ...seen, key: sealedFor }, secret, client);
    if (result.kind === 'stored') return result;
    if (result.kind === 'refused') {
      const { error } = result;
      const newKey = error.status === OUTDATED_KEY && !keyIsNew ? await keyNow(seen, keys) : undefined;
      if (newKey === undefined) return { kind: mightBeWritten ? 'unclear' : 'refused', error };
      sealedFor = newKey;
      keyIsNew = true;
      continue;
    }
    const { error, retryable } = result;
    mightBeWritten ||= result.kind === 'lost';
    if (!(await attempts.again(retryable))) {
      return { kind: mightBeWritten ? 'unclear' : 'not-written', error };
    }
  }
}

/** Undefined where it cannot be read: then what GitHub said before counts. */
async function keyNow(
  { target }: SecretMetadata,
  keys: PublicKeys,
): Promise<SecretMetadata['key'] | undefined> {
  try {
    return await keys.again(target);
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}

/**
 * What became of one attempt to write. `refused`: by a definite 4xx. `not-written`: by a rate limit, or nothing was sent.
 * `lost`: it might have been written.
 */
export type WriteResult =
  | { readonly kind: 'stored' }
  | { readonly kind: 'refused'; readonly error: GithubError }
  | { readonly kind: 'not-written' | 'lost'; readonly error: Failure; readonly retryable: boolean };

/** write seals a value and writes it, once. */
async function write(seen: SecretMetadata, secret: Secret, client: GithubClient): Promise<WriteResult> {
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
