import { Failure } from '../failure.ts';
import type { Requests } from '../http/requests.ts';
import type { Secret } from '../secret.ts';
import type { GithubClient } from './client.ts';
import type { SecretMetadata, StoreResult } from './github.ts';
import type { PublicKeys } from './public-keys.ts';
import { write } from './write.ts';

/** GitHub's response to what was sealed for a key that it has replaced since. */
const OUTDATED_KEY = 422;

/** store carries out Github's method of that name. */
export async function store(
  seen: SecretMetadata,
  secret: Secret,
  client: GithubClient,
  keys: PublicKeys,
  requests: Pick<Requests, 'policy' | 'backOff'>,
): Promise<StoreResult> {
  let sealedFor = seen.key;
  let keyIsNew = false;
  let mightBeWritten = false;
  for (let failures = 0; ; ) {
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
    if (!retryable || failures >= requests.policy.retries || !(await requests.backOff(failures++))) {
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
