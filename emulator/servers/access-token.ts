import { randomBytes } from 'node:crypto';

/** In base64, these bytes are `++//` if they start at a multiple of three. */
const AWKWARD = Buffer.from([0xfb, 0xef, 0xff]);

/**
 * newAccessToken creates the string of a database token: `apiv1_` and base64 that always contains `+`, `/`, and `=`. So code that
 * does not escape it always fails, and not only sometimes.
 */
export function newAccessToken(): string {
  const bytes = Buffer.concat([randomBytes(30), AWKWARD, randomBytes(31)]);
  return `apiv1_${bytes.toString('base64')}`;
}

/** newManagementToken creates a string in one of the forms of management tokens. */
export function newManagementToken(): string {
  return `M.V1.${randomBytes(48).toString('base64url')}`;
}
