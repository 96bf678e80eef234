import { Failure, failureOnly } from '../base/errors.ts';
import type { Secret } from '../base/secret.ts';
import type { HttpResponse } from '../http/messages.ts';
import { NetworkError } from '../http/network-error.ts';
import type { RetryControl } from '../http/retry.ts';
import { RetryAfterTooLong } from '../http/retry.ts';
import { failedByStatus, failedWithoutResponse, type WriteResult } from '../http/write-result.ts';
import type { Call, GithubClient } from './client.ts';
import { GithubError } from './errors.ts';
import { isRateLimited, rateLimitAdvice } from './rate-limit.ts';
import type { PublicKeys } from './read-secret.ts';
import { readOrganizationSecret } from './read-secret.ts';
import { needFor, organizationWriteRoute, writeRoute } from './secret-routes.ts';
import type { SecretMetadata, StoreResult } from './secret-store.ts';

/** GitHub's status for a value that was sealed for an outdated key. */
const OUTDATED_KEY = 422;

/** StoreDeps are the dependencies of `store`. */
export interface StoreDeps {
  readonly client: GithubClient;
  readonly keys: PublicKeys;
  readonly retryControl: RetryControl;
}

/** store seals a value and writes it until the outcome is known: see `SecretStore`. */
export async function store(
  seen: SecretMetadata,
  secret: Secret,
  { client, keys, retryControl }: StoreDeps,
): Promise<StoreResult> {
  const attempts = retryControl.start();
  let sealedFor = seen.key;
  let keyIsNew = false;
  let mightBeWritten = false;
  for (;;) {
    const result = await write({ ...seen, key: sealedFor }, secret, client);
    if (result.kind === 'done') return { kind: 'stored' };
    if (result.kind === 'rejected') {
      const { error } = result;
      const newKey = error.status === OUTDATED_KEY && !keyIsNew ? await keyNow(seen, keys) : undefined;
      if (newKey === undefined) return { kind: mightBeWritten ? 'unclear' : 'refused', error };
      sealedFor = newKey;
      keyIsNew = true;
      continue;
    }
    const { error, retryable } = result;
    mightBeWritten ||= result.kind === 'unknown';
    if (!(await attempts.again(retryable))) {
      return { kind: mightBeWritten ? 'unclear' : 'not-written', error };
    }
  }
}

/** Undefined if the key cannot be read. Then GitHub's earlier response counts. */
async function keyNow(
  { target }: SecretMetadata,
  keys: PublicKeys,
): Promise<SecretMetadata['key'] | undefined> {
  try {
    return await keys.rereadKey(target);
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}

/** Attempt is the outcome of one attempt to write. A rate limit has no effect, but it is not a definite refusal. */
type Attempt =
  | WriteResult<object, GithubError>
  | { readonly kind: 'rate-limited'; readonly error: GithubError; readonly retryable: boolean };

/** Seals a value and writes it, once. */
async function write(seen: SecretMetadata, secret: Secret, client: GithubClient): Promise<Attempt> {
  let call: Call;
  try {
    call = await callToWrite(seen, secret, client);
  } catch (error) {
    // The reads for this call were already retried.
    return notSent(error);
  }
  let response: HttpResponse;
  try {
    response = await client.send(call);
  } catch (error) {
    const isOfNetwork = error instanceof NetworkError || error instanceof RetryAfterTooLong;
    // Any other failure, such as an empty token, keeps the request from being sent.
    return isOfNetwork ? failedWithoutResponse(error) : notSent(error);
  }
  return classify(response, seen);
}

/** Throws a defect. */
function notSent(error: unknown): Attempt {
  return { kind: 'not-sent', error: failureOnly(error), retryable: false };
}

function classify(response: HttpResponse, { target: { label, location } }: SecretMetadata): Attempt {
  const { status } = response;
  if (status === 201 || status === 204) return { kind: 'done' };
  const error = new GithubError(`store ${label}`, response, needFor(location));
  return isRateLimited(response)
    ? { kind: 'rate-limited', error, retryable: rateLimitAdvice(response) !== undefined }
    : failedByStatus(status, error);
}

/** Reads the audience last, so that somebody is unlikely to change it between the read and the write. */
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
  const { location, name } = target;
  if (location.kind !== 'organization') return writeRoute(location, name, value);
  const { audience } = await readOrganizationSecret(target, client);
  return organizationWriteRoute(location, name, { value, audience });
}
