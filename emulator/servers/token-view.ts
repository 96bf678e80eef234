import type { Settings } from './options.ts';
import type { StoredToken } from './token-store.ts';

const UNSET = {
  absent: undefined,
  null: null,
  empty: '',
  zero: '0001-01-01T00:00:00Z',
  epoch: '1970-01-01T00:00:00Z',
};

/**
 * viewOf returns a token as the API shows it, without its secret. `schemaVersion` is not documented, so clients must ignore fields
 * that they do not know.
 */
export function viewOf(token: StoredToken, unsetDates: Settings['unsetDates']): Record<string, unknown> {
  return {
    id: token.id,
    description: token.description,
    permissions: token.permissions,
    createdAt: withMicroseconds(token.createdAt),
    expiresAt: token.expiresAt === undefined ? UNSET[unsetDates] : inSeconds(token.expiresAt),
    revokedAt: token.revokedAt === undefined ? UNSET[unsetDates] : withMicroseconds(token.revokedAt),
    schemaVersion: 1,
  };
}

/** Real servers send more digits than JavaScript's dates can contain. */
function withMicroseconds(instant: number): string {
  return new Date(instant).toISOString().replace('Z', '456Z');
}

function inSeconds(instant: number): string {
  return new Date(instant).toISOString().replace('.000Z', 'Z');
}
