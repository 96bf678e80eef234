/**
 * PromotionPlan is what the post step does with a delivery. `not-delivered` and `job-not-successful`: it promotes nothing, and the
 * next run rotates again.
 */
export type PromotionPlan = 'done' | 'promote' | 'not-delivered' | 'job-not-successful';

/**
 * planPromotion decides by the phase in the ledger and the status of the job. Only a delivered token of a successful job is
 * promoted: otherwise it is not known whether the consumers have the token. Pure.
 */
export function planPromotion(phase: 'delivering' | 'delivered' | 'done', jobStatus: string): PromotionPlan {
  if (phase === 'done') return 'done';
  if (phase === 'delivering') return 'not-delivered';
  return jobStatus === 'success' ? 'promote' : 'job-not-successful';
}
