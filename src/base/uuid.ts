const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * isUuid checks for the syntax of a UUID of any version, because the dummy ID of Clustered has none. Check every ID before it is
 * used in a path: `../databases/prod` as the ID of a token would delete a database.
 */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}

const ANY_UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;

/** uuidsIn finds the UUIDs in a text. */
export function uuidsIn(text: string): readonly string[] {
  return text.match(ANY_UUID) ?? [];
}

/** withoutUuids replaces each UUID in a text with a space. */
export function withoutUuids(text: string): string {
  return text.replaceAll(ANY_UUID, ' ');
}
