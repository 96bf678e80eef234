import { Failure } from '../failure.ts';
import { NetworkError } from '../http/network-error.ts';
import { isPassing, RetryAfterTooLong } from '../http/requests.ts';
import type { HttpAnswer } from '../http/transport.ts';
import type { Secret } from '../secret.ts';
import type { Ask } from './ask.ts';
import { GithubError } from './errors.ts';
import type { SeenSecret } from './github.ts';
import { needFor, routeTo } from './holders.ts';

/** What became of one try to write. `refused`: by a definite 4xx. `unsent`: it never left. `lost`: it may have worked. */
export type Writing =
  | { readonly kind: 'stored' }
  | { readonly kind: 'refused'; readonly error: GithubError }
  | {
      readonly kind: 'unsent' | 'lost';
      readonly error: Failure;
      /** Another try may help. */
      readonly passing: boolean;
    };

/** write seals a value and writes it, once. */
export async function write(seen: SeenSecret, secret: Secret, ask: Ask): Promise<Writing> {
  let answer: HttpAnswer;
  try {
    answer = await put(seen, secret, ask);
  } catch (error) {
    if (error instanceof NetworkError) {
      return { kind: error.mayHaveLeft ? 'lost' : 'unsent', error, passing: error.passing };
    }
    if (!(error instanceof Failure)) throw error;
    return { kind: error instanceof RetryAfterTooLong ? 'lost' : 'unsent', error, passing: false };
  }
  const { status } = answer;
  if (status === 201 || status === 204) return { kind: 'stored' };
  const { label, holder } = seen.target;
  const error = new GithubError(`store ${label}`, answer, needFor(holder));
  const passing = isPassing(status);
  // Only a plain 4xx is sure to have written nothing: a 303, say, may follow what was done.
  return status >= 400 && status < 500 && !passing
    ? { kind: 'refused', error }
    : { kind: 'lost', error, passing };
}

async function put({ target, key, access }: SeenSecret, secret: Secret, ask: Ask): Promise<HttpAnswer> {
  const { sealedBox } = await import('./sealed-box.ts');
  const { secrets, names } = routeTo(target.holder);
  return ask(`PUT ${secrets}/{name}`, {
    ...names,
    name: target.name,
    encrypted_value: sealedBox(Buffer.from(secret.reveal()), key.publicKey),
    key_id: key.id,
    ...(access && { visibility: access.visibility }),
    ...(access?.repositoryIds && { selected_repository_ids: access.repositoryIds }),
  });
}
