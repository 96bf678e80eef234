import * as v from '@badrap/valita';
import { parseBody, parseShortBody } from '../http/body.ts';
import { parseServerDate, type ServerDate } from '../tokens/dates.ts';
import type { Permission } from '../tokens/permissions.ts';
import type { Token } from '../tokens/token.ts';

const date = v.unknown().map(parseServerDate);
const dates = { createdAt: date.optional(), expiresAt: date.optional(), revokedAt: date.optional() };
const permission = v.object({ action: v.string(), resource: v.string() });

/** A token as the response to a request for this one: what it holds is relied upon. */
const token = v
  .object({
    id: v.string(),
    description: v.string().nullable().optional(),
    permissions: v.array(permission).nullable().optional(),
    ...dates,
  })
  .map(tokenFrom);

/**
 * A token in a list. One odd entry among thousands, say one that somebody else made without a description, must not
 * keep us from finding and revoking our own: what cannot be read of it is taken for absent. Only its id must be there.
 */
const listedToken = v
  .object({
    id: v.string(),
    description: v.unknown().optional(),
    permissions: v.unknown().optional(),
    createdAt: v.unknown().optional(),
    expiresAt: v.unknown().optional(),
    revokedAt: v.unknown().optional(),
  })
  .map(
    ({ id, description, permissions, createdAt, expiresAt, revokedAt }): Token => ({
      id,
      description: typeof description === 'string' ? description : '',
      permissions: Array.isArray(permissions) ? permissions.flatMap(readablePermission) : [],
      createdAt: parseServerDate(createdAt),
      expiresAt: parseServerDate(expiresAt),
      revokedAt: parseServerDate(revokedAt),
    }),
  );

const tokens = v.array(listedToken);
const databases = v.array(v.object({ name: v.string() }));

/** At least 64 characters [OpenAPI], and nothing that does not fit into a header or a line. */
const accessToken = v.string().assert((text) => /^[\x21-\x7e]{64,8192}$/.test(text), 'not an access token');
const withSecret = v.object({ accessToken });

const apiError = v.object({ code: v.union(v.number(), v.string()), message: v.string() });
const refusal = v.union(apiError, v.object({ error: v.union(v.string(), v.record()) }));

/** parseTokens reads the response to a list; undefined when it is anything but an array of tokens. */
export function parseTokens(body: string): Token[] | undefined {
  return parseBody(tokens, body);
}

/** parseToken reads one token; undefined when the response is none. */
export function parseToken(body: string): Token | undefined {
  return parseBody(token, body);
}

/** parseAccessToken reads the secret from the response to a POST; undefined when there is none. */
export function parseAccessToken(body: string): string | undefined {
  return parseShortBody(withSecret, body)?.accessToken;
}

/** parseDatabaseNames reads the names from the response to a list of databases; undefined when it is none. */
export function parseDatabaseNames(body: string): string[] | undefined {
  return parseBody(databases, body)?.map((database) => database.name);
}

/** parseApiError reads the API's own kind of error, which no proxy sends: `{code, message}`. */
export function parseApiError(body: string): { readonly message: string } | undefined {
  return parseShortBody(apiError, body);
}

/** parseRefusal reads an error body that the API is known to send with a 401 or 403: `{code, message}` or `{error}`. */
export function parseRefusal(body: string): object | undefined {
  return parseShortBody(refusal, body);
}

function readablePermission(held: unknown): Permission[] {
  const parsed = permission.try(held, { mode: 'strip' });
  return parsed.ok ? [parsed.value] : [];
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
