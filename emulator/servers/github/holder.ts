/**
 * Holder names what holds secrets, as the action's input `store-in` does: a repository, one of its environments, its
 * Dependabot, or an organization. Case does not matter.
 */
export type Holder =
  | `${string}/${string}`
  | `env:${string}/${string}/${string}`
  | `dependabot:${string}/${string}`
  | `org:${string}`;

/** holderKey is the same for all spellings of a holder. */
export function holderKey(holder: Holder): string {
  return holder.toLowerCase();
}
