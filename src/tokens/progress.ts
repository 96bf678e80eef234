import type { CleanupPlan } from './cleanup-plan.ts';
import type { UnresolvedRuns } from './run-end.ts';

/** Progress is what an operation tells while it is at work. */
export type Progress =
  | {
      readonly kind: 'cleanup-planned';
      readonly plan: CleanupPlan;
      readonly unresolved: UnresolvedRuns | undefined;
    }
  /** The list of tokens is too large for an output, so it is only in the file. */
  | { readonly kind: 'listing-only-in-file' };
