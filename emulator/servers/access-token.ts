import { randomBytes } from 'node:crypto';

/** In base64 this is `++//` where it begins at a multiple of three. */
const AWKWARD = Buffer.from([0xfb, 0xef, 0xff]);

/**
 * newAccessToken makes the string of a database token: `apiv1_` and base64 that always holds `+`, `/` and `=`, so that
 * whatever forgets to escape it fails every time and not once in a while.
 */
export function newAccessToken(): string {
  const bytes = Buffer.concat([randomBytes(30), AWKWARD, randomBytes(31)]);
  return `apiv1_${bytes.toString('base64')}`;
}

/** newManagementToken makes a string of one of the shapes that management tokens have. */
export function newManagementToken(): string {
  return `M.V1.${randomBytes(48).toString('base64url')}`;
}
