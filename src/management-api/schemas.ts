import * as v from '@badrap/valita';
import { parseJson } from '../base/json.ts';
import { parseBody, parseShortBody } from '../http/body.ts';
import { parseServerDate, type ServerDate } from '../tokens/dates.ts';
import type { Permission } from '../tokens/permissions.ts';
import type { Token } from '../tokens/token.ts';

const date = v.unknown().map(parseServerDate);
const dates = { createdAt: date.optional(), expiresAt: date.optional(), revokedAt: date.optional() };
const permission = v.object({ action: v.string(), resource: v.string() });

/** A single token in a response. All of its fields must be valid. */
const token = v
  .object({
    id: v.string(),
    description: v.string().nullable().optional(),
    permissions: v.array(permission).nullable().optional(),
    ...dates,
  })
  .map(tokenFrom);

const databases = v.array(v.object({ name: v.string() }));

/** At least 64 characters [OpenAPI], and only characters that a header and a line can contain. */
const accessToken = v.string().assert((text) => /^[\x21-\x7e]{64,8192}$/.test(text), 'not an access token');
const withSecret = v.object({ accessToken });

const apiError = v.object({ code: v.union(v.number(), v.string()), message: v.string() });
const refusal = v.union(apiError, v.object({ error: v.union(v.string(), v.record()) }));

/** parseTokens parses a list of tokens, and omits repetitions of an ID. Undefined for any other text. */
export function parseTokens(body: string): Token[] | undefined {
  const listed = parseJson(body);
  if (!Array.isArray(listed)) return undefined;
  const tokens = new Map<string, Token>();
  for (const entry of listed) {
    const token = listedToken(entry);
    if (token === undefined) return undefined;
    tokens.set(token.id.toLowerCase(), token);
  }
  return [...tokens.values()];
}

/** parseToken parses one token. Undefined for any other text. */
export function parseToken(body: string): Token | undefined {
  return parseBody(token, body);
}

/** parseAccessToken returns the secret in the response to a POST. Undefined if there is none. */
export function parseAccessToken(body: string): string | undefined {
  return parseShortBody(withSecret, body)?.accessToken;
}

/** parseDatabaseNames returns the names in a list of databases. Undefined for any other text. */
export function parseDatabaseNames(body: string): string[] | undefined {
  return parseBody(databases, body)?.map((database) => database.name);
}

/** parseApiError parses the API's own kind of error, which no proxy sends: `{code, message}`. */
export function parseApiError(
  body: string,
): { readonly code: number | string; readonly message: string } | undefined {
  return parseShortBody(apiError, body);
}

/** parseRefusal parses an error body that the API sends with a 401 or 403: `{code, message}` or `{error}`. */
export function parseRefusal(body: string): object | undefined {
  return parseShortBody(refusal, body);
}

/**
 * A token in a list. One invalid entry among thousands must not prevent the action from finding and revoking its own tokens. So
 * fields that cannot be read count as absent, and only the ID is required. Undefined without an ID. A list can contain thousands of
 * tokens, and plain checks are faster than a schema.
 */
function listedToken(entry: unknown): Token | undefined {
  if (!isObject(entry) || typeof entry['id'] !== 'string') return undefined;
  const { id, description, permissions, createdAt, expiresAt, revokedAt } = entry;
  return {
    id,
    description: typeof description === 'string' ? description : '',
    permissions: Array.isArray(permissions) ? permissions.flatMap(readablePermission) : [],
    createdAt: parseServerDate(createdAt),
    expiresAt: parseServerDate(expiresAt),
    revokedAt: parseServerDate(revokedAt),
  };
}

function readablePermission(entry: unknown): Permission[] {
  if (!isObject(entry)) return [];
  const { action, resource } = entry;
  return typeof action === 'string' && typeof resource === 'string' ? [{ action, resource }] : [];
}

function isObject(json: unknown): json is Readonly<Record<string, unknown>> {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

function tokenFrom(response: {
  id: string;
  description?: string | null | undefined;
  permissions?: Permission[] | null | undefined;
  createdAt?: ServerDate | undefined;
  expiresAt?: ServerDate | undefined;
  revokedAt?: ServerDate | undefined;
}): Token {
  return {
    id: response.id,
    description: response.description ?? '',
    permissions: response.permissions ?? [],
    createdAt: response.createdAt ?? 'unset',
    expiresAt: response.expiresAt ?? 'unset',
    revokedAt: response.revokedAt ?? 'unset',
  };
}
