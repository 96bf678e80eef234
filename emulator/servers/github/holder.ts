/**
 * Holder is the location of secrets, as in the action's input `store-in`: a repository, one of its environments, its Dependabot,
 * or an organization. It is case-insensitive.
 */
export type Holder =
  | `${string}/${string}`
  | `env:${string}/${string}/${string}`
  | `dependabot:${string}/${string}`
  | `org:${string}`;

/** holderKey returns the same key for all spellings of a location. */
export function holderKey(holder: Holder): string {
  return holder.toLowerCase();
}
