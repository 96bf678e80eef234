import type { CleanupPlan } from './cleanup-plan.ts';
import type { ProbeTarget } from './permissions.ts';
import type { UnresolvedRuns } from './run-end.ts';
import type { Token } from './token.ts';

/** LongWork is work with one step per token or run. */
export type LongWork = 'revoking' | 'suspending-and-revoking' | 'restoring' | 'asking-about-runs';

/** Progress is what an operation reports while it runs. */
export type Progress =
  /** It is not known whether a token was created. */
  | { readonly kind: 'response-lost'; readonly error: Error }
  | { readonly kind: 'lost-token-revoked'; readonly id: string }
  /** The list contains none of the tokens whose responses were lost. */
  | { readonly kind: 'no-lost-token' }
  | { readonly kind: 'created'; readonly token: Token }
  | { readonly kind: 'nothing-to-probe' }
  | { readonly kind: 'probing'; readonly target: ProbeTarget; readonly timeoutMs: number }
  /** `why`: the last response that did not accept the token, if there was one. */
  | { readonly kind: 'not-accepted-yet'; readonly waitedMs: number; readonly why: string | undefined }
  | { readonly kind: 'accepted' }
  | {
      readonly kind: 'cleanup-planned';
      readonly plan: CleanupPlan;
      readonly unresolved: UnresolvedRuns | undefined;
    }
  | { readonly kind: 'advanced'; readonly work: LongWork; readonly done: number; readonly total: number }
  /** The list of tokens is too large for an output, so it is only in the file. */
  | { readonly kind: 'listing-only-in-file' };
