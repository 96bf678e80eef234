import type { CleanupPlan } from './cleanup-plan.ts';
import type { ProbeTarget } from './probe-target.ts';
import type { UnresolvedRuns } from './run-end.ts';
import type { Token } from './token.ts';

/** LongWork is work with a step for each of many tokens or runs. */
export type LongWork = 'revoking' | 'asking-about-runs';

/** Progress is what an operation tells while it is at work. */
export type Progress =
  /** Whether a token was created is not known. */
  | { readonly kind: 'response-lost'; readonly error: Error }
  | { readonly kind: 'lost-token-revoked'; readonly id: string }
  | { readonly kind: 'created'; readonly token: Token }
  | { readonly kind: 'nothing-to-probe' }
  | { readonly kind: 'probing'; readonly target: ProbeTarget; readonly timeoutMs: number }
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
