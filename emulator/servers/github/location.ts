/**
 * Location is the location of secrets, as in the action's input `store-in`: a repository, one of its environments, its Dependabot,
 * or an organization. It is case-insensitive.
 */
export type Location =
  | `${string}/${string}`
  | `env:${string}/${string}/${string}`
  | `dependabot:${string}/${string}`
  | `org:${string}`;

/** locationKey returns the same key for all spellings of a location. */
export function locationKey(location: Location): string {
  return location.toLowerCase();
}
