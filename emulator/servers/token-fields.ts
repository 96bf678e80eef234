import type { Settings } from './options.ts';
import { Refusal } from './refusal.ts';
import type { Permission, StoredToken } from './token-store.ts';

/** The grammar of a database name, or `*` for all databases. */
const RESOURCE = /^(?:\*|(?!_)[A-Za-z0-9_/-]{1,64})$/;

type Fields = Readonly<Record<string, unknown>>;

/** newTokenFields parses the body of a POST. `now` is in milliseconds since 1970. */
export function newTokenFields(
  json: unknown,
  expirationType: Settings['expirationType'],
  now: number,
): Pick<StoredToken, 'description' | 'permissions' | 'expiresAt'> {
  const known = ['description', 'permissions', 'expiresAt'];
  const fields = fieldsOf(json, expirationType === 'accepted' ? [...known, 'expirationType'] : known);
  checkExpirationType(fields);
  return {
    description: description(fields['description']),
    permissions: 'permissions' in fields ? permissions(fields['permissions']) : [],
    expiresAt: 'expiresAt' in fields ? expiry(fields['expiresAt'], now) : undefined,
  };
}

/** changedTokenFields parses the body of a PATCH. */
export function changedTokenFields(json: unknown): Partial<Pick<StoredToken, 'description' | 'permissions'>> {
  const fields = fieldsOf(json, ['description', 'permissions']);
  if (Object.keys(fields).length === 0) throw new Refusal(400, 'description or permissions is required');
  return {
    ...('description' in fields && { description: description(fields['description']) }),
    ...('permissions' in fields && { permissions: permissions(fields['permissions']) }),
  };
}

function fieldsOf(json: unknown, known: readonly string[]): Fields {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    throw new Refusal(400, 'the body must be a JSON object');
  }
  const unknown = Object.keys(json).filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new Refusal(400, `unknown field: ${unknown.join(', ')}`);
  return json as Fields;
}

function description(value: unknown): string {
  if (typeof value === 'string' && value !== '') return value;
  throw new Refusal(400, 'description must be a string of at least one character');
}

function permissions(value: unknown): readonly Permission[] {
  if (!Array.isArray(value)) throw new Refusal(400, 'permissions must be an array');
  const granted = value.map(permission);
  const pairs = new Set(granted.map(({ action, resource }) => `${action} ${resource}`));
  if (pairs.size < granted.length) throw new Refusal(400, 'permissions must not repeat a pair');
  return granted;
}

function permission(value: unknown): Permission {
  const { action, resource } = fieldsOf(value, ['action', 'resource']);
  if (action !== 'read' && action !== 'write') {
    throw new Refusal(400, 'permissions: action must be read or write');
  }
  if (typeof resource !== 'string' || !RESOURCE.test(resource)) {
    throw new Refusal(400, 'permissions: resource must be the name of a database or *');
  }
  return { action, resource };
}

/** The date must be equal to its own ISO form, so it exists in the calendar and is in whole seconds and UTC. */
function expiry(value: unknown, now: number): number {
  const instant = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(instant) || new Date(instant).toISOString().replace('.000Z', 'Z') !== value) {
    throw new Refusal(400, 'expiresAt must be RFC 3339 in whole seconds, ending in Z');
  }
  if (instant <= now) throw new Refusal(400, 'expiresAt must be in the future');
  return instant;
}

function checkExpirationType(fields: Fields): void {
  if (!('expirationType' in fields)) return;
  const fitting = 'expiresAt' in fields ? 'datetime' : 'noExpiration';
  if (fields['expirationType'] !== fitting) throw new Refusal(400, `expirationType must be ${fitting} here`);
}
