import type { ServerDate } from './dates.ts';

/** ActivationResult is what is known about the activation of a new token. */
export type ActivationResult = ActivationStatus | RefusedActivation;

/** ActivationStatus is what is known about a token that the cluster did not refuse. `why` is part of a sentence. */
export type ActivationStatus =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'not-probed' }
  | { readonly kind: 'unreachable'; readonly why: string };

/** RefusedActivation means that the cluster did not accept the token in time. */
export interface RefusedActivation {
  readonly kind: 'refused';
  readonly why: string;
  /** The longest wait, in milliseconds. */
  readonly timeoutMs: number;
  readonly expiresAt: ServerDate;
  /** The time at the end of the wait by each clock, in milliseconds since 1970. Undefined where no response had a date. */
  readonly serverTime: number | undefined;
  readonly runnerTime: number;
}

/**
 * Retagging is the result of replacing the tag of a token. `revoked`: the token is revoked, or the API does not know it.
 * `unclear`: the token might have the new tag, and `why` is a sentence.
 */
export type Retagging =
  | { readonly kind: 'done' }
  | { readonly kind: 'revoked' }
  | { readonly kind: 'unclear'; readonly why: string };

/**
 * Outcome is the result for one token. `not-found`: the cluster does not know the token, and nothing shows that it ever
 * did. `skipped`: an earlier response ended the batch before this token.
 */
export type Outcome =
  | { readonly id: string; readonly kind: 'revoked' | 'already-revoked' | 'not-found' | 'skipped' }
  | { readonly id: string; readonly kind: 'failed'; readonly error: unknown };

/** wasRevoked tells whether the token is revoked now, whoever revoked it. */
export function wasRevoked({ kind }: Outcome): boolean {
  return kind === 'revoked' || kind === 'already-revoked';
}

/** mightBeAlive tells whether revoking the token failed. A token that is not found is neither revoked nor a failure. */
export function mightBeAlive({ kind }: Outcome): boolean {
  return kind === 'failed' || kind === 'skipped';
}

/** LeftoversResult is the result of revoking leftover tokens. */
export interface LeftoversResult {
  readonly outcomes: readonly Outcome[];
  /** Why tokens whose responses were lost were not found. They might be alive. */
  readonly searchError: Error | undefined;
}
