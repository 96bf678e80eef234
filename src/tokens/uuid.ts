const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * isUuid checks for UUID syntax and never for a version: Clustered's dummy id is of none. Every id that goes into a
 * path must pass: `../databases/prod` for a token's id would delete a database.
 */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}

/** sameId compares ids, whose hex digits may be of either case. */
export function sameId(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
