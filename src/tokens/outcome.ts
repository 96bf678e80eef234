import type { SuspensionResult } from './suspension.ts';

/**
 * Outcome is the result for one token. `not-found`: the cluster does not know the token, and nothing shows that it ever
 * did. `skipped`: an earlier response ended the batch before this token. Whatever the result of a suspension, the token has its
 * permissions or their record.
 */
export type Outcome =
  | { readonly id: string; readonly kind: 'revoked' | 'already-revoked' | 'not-found' | 'skipped' }
  | ({ readonly id: string } & Exclude<SuspensionResult, { kind: 'already-revoked' | 'missing' }>)
  | { readonly id: string; readonly kind: 'failed'; readonly error: unknown };

/** wasRevoked tells whether the token is revoked now, by anyone. */
export function wasRevoked({ kind }: Outcome): boolean {
  return kind === 'revoked' || kind === 'already-revoked';
}

/** A token that had to be revoked or suspended, and is neither. */
const FAILURES: readonly Outcome['kind'][] = [
  'failed',
  'skipped',
  'not-suspended',
  'not-confirmed',
  'not-completed',
  'not-undone',
];

/** mightBeAlive tells whether ending the token failed. A token that is not found is neither revoked nor a failure. */
export function mightBeAlive({ kind }: Outcome): boolean {
  return FAILURES.includes(kind);
}
