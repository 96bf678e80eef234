import type { Secret } from '../base/secret.ts';
import type { SecretTarget } from '../request/fields/secret-target.ts';
import type { RunResponse } from '../tokens/run-end.ts';

/** SecretMetadata is what is seen of a secret before it is replaced. */
export interface SecretMetadata {
  readonly target: SecretTarget;
  /** When it was last written by GitHub's clock, in milliseconds since 1970; `absent`: there is none yet. */
  readonly storedAt: number | 'absent';
  /** What the value is sealed for. */
  readonly key: { readonly id: string; readonly publicKey: string };
  /** The date that the last response of the look names, in milliseconds since 1970; undefined where it names none. */
  readonly date: number | undefined;
}

/**
 * What became of writing a secret. `refused`: by a definite 4xx that is no rate limit. `not-written`: a rate limit, or no
 * request was sent. In both no earlier attempt can have written it. `unclear`: it might be written.
 */
export type StoreResult =
  | { readonly kind: 'stored' }
  | { readonly kind: 'refused' | 'not-written' | 'unclear'; readonly error: Error };

/** SecretStore writes secrets of GitHub's. */
export interface SecretStore {
  /**
   * look reads all that must be known before a secret may be replaced: the key of its holder (once for each holder) and its
   * metadata. Throws a Failure that says which permission is missing, or what does not exist.
   */
  look(target: SecretTarget): Promise<SecretMetadata>;
  /**
   * store seals a value and writes it, with retries; after a 422 it asks for the key once more. It reads who sees an
   * organization's secret right before each write, and sends that back with the value.
   */
  store(seen: SecretMetadata, secret: Secret): Promise<StoreResult>;
}

/** WorkflowRuns tells of runs. */
export interface WorkflowRuns {
  /** run asks for a workflow run. Throws a Failure on a 401 or 403, which names `permissions: actions: read`. */
  run(repository: string, runId: string): Promise<RunResponse>;
}

/** Github is the part of GitHub's API that the action speaks to. */
export type Github = SecretStore & WorkflowRuns;
