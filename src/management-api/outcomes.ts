import { Secret } from '../base/secret.ts';
import { isUuid } from '../base/uuid.ts';
import type { HttpResponse } from '../http/messages.ts';
import { failedByStatus, type WriteResult } from '../http/write-result.ts';
import type { TwoClocks } from '../tokens/clocks.ts';
import type { Token } from '../tokens/token.ts';
import { sameId } from '../tokens/token.ts';
import { ApiError, isFromGateway, isOwn404, UnconfirmedRevocation, UnreadableResponse } from './errors.ts';
import { parseAccessToken, parseToken } from './schemas.ts';

/** The form of a token: `apiv<N>_` and base64 of either alphabet. Matches one character more than the longest masked token. */
const ACCESS_TOKEN = /apiv\d{1,9}_[\w+/=-]{20,1025}/g;

/** Each mask costs the runner time. No genuine response to a POST exceeds these limits. */
const MAX_TOKENS = 20;
const MAX_TOKEN_LENGTH = 1024;
const MAX_CREATION_LENGTH = 1024 * 1024;

/** TokenList contains all tokens at one time. */
export interface TokenList {
  readonly tokens: readonly Token[];
  readonly clocks: TwoClocks;
}

/** FoundToken is one token at one time. The token is undefined for the API's own 404. */
export interface FoundToken {
  readonly token: Token | undefined;
  readonly clocks: TwoClocks;
}

/** CreatedToken is a new token at one time. */
interface CreatedToken {
  readonly token: Token;
  readonly secret: Secret;
  readonly clocks: TwoClocks;
}

/**
 * Creation is the outcome of a POST. If it is `unknown` or `blocked`, a token might exist whose secret is lost. `blocked`: a gateway in
 * front of the API responded with 401 or 403, and would do so again. `expiration-type-refused`: the server names the field
 * `expirationType`, which no specification contains.
 */
export type Creation = CreationOf<CreatedToken>;

type CreationOf<Created extends object> =
  | WriteResult<Created, ApiError>
  | { readonly kind: 'expiration-type-refused' | 'blocked'; readonly error: ApiError };

/** Deletion is the outcome of a DELETE. `unknown-token` is the API's own 404. */
export type Deletion = WriteResult<object, ApiError> | { readonly kind: 'unknown-token' };

/** Patching is the outcome of a PATCH, with the token after it. `unknown-token` is the API's own 404. */
export type Patching = WriteResult<{ readonly token: Token }, ApiError> | { readonly kind: 'unknown-token' };

/** TokensInResponse are the texts to mask. If they are not `complete`, the response must not be shown. */
interface TokensInResponse {
  readonly tokens: ReadonlySet<string>;
  readonly complete: boolean;
}

/**
 * accessTokensIn finds the secret of the new token in a response, and up to 20 other texts that look like a token. Mask them
 * before anything else. Needs time linear in the response.
 */
export function accessTokensIn({ body }: HttpResponse): TokensInResponse {
  const own = parseAccessToken(body);
  const others = new Set<string>();
  for (const [token] of body.matchAll(ACCESS_TOKEN)) {
    if (token === own || others.has(token)) continue;
    if (others.size === MAX_TOKENS || token.length > MAX_TOKEN_LENGTH) {
      return { tokens: withOwn(own, others), complete: false };
    }
    others.add(token);
  }
  // In a longer response, the secret is not parsed, so it might have a form that this search does not find.
  return { tokens: withOwn(own, others), complete: body.length <= MAX_CREATION_LENGTH };
}

function withOwn(own: string | undefined, others: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...(own === undefined ? [] : [own]), ...others]);
}

/** classifyCreateResponse classifies the response to a POST. `tokenSource` describes the source of the management token. */
export function classifyCreateResponse(
  response: HttpResponse,
  tokenSource: string,
): CreationOf<Omit<CreatedToken, 'clocks'>> {
  if (isSuccess(response)) {
    const accessToken = parseAccessToken(response.body);
    const token = accessToken === undefined ? undefined : parseToken(response.body);
    if (token && isUuid(token.id) && accessToken !== undefined) {
      return { kind: 'done', token, secret: new Secret(accessToken) };
    }
    const error = new UnreadableResponse('create the token', showable(response));
    return { kind: 'unknown', error, retryable: false };
  }
  const error = new ApiError('create the token', showable(response), tokenSource);
  const refusesField = response.status === 400 && /expiration_?type/i.test(response.body);
  if (refusesField) return { kind: 'expiration-type-refused', error };
  return isFromGateway(response) ? { kind: 'blocked', error } : failedByStatus(response.status, error);
}

/** Replaces a body that can contain tokens without a mask. */
function showable(response: HttpResponse): HttpResponse {
  return accessTokensIn(response).complete
    ? response
    : {
        ...response,
        body: 'the text is hidden, because too many parts of it look like a token',
      };
}

/** classifyDeleteResponse classifies the response to a DELETE. Only 204 proves a revocation: a login page also responds with 200. */
export function classifyDeleteResponse(id: string, response: HttpResponse, tokenSource: string): Deletion {
  const { status } = response;
  if (status === 204) return { kind: 'done' };
  if (status >= 200 && status < 300) {
    return { kind: 'unknown', error: new UnconfirmedRevocation(id, response), retryable: false };
  }
  if (isOwn404(response)) return { kind: 'unknown-token' };
  return failedByStatus(status, new ApiError(`revoke token ${id}`, response, tokenSource));
}

/** classifyPatchResponse classifies the response to a PATCH. A success that does not show the token proves nothing. */
export function classifyPatchResponse(id: string, response: HttpResponse, tokenSource: string): Patching {
  const action = `update token ${id}`;
  if (isSuccess(response)) {
    const token = parseToken(response.body);
    if (token && sameId(token.id, id)) return { kind: 'done', token };
    return { kind: 'unknown', error: new UnreadableResponse(action, response), retryable: false };
  }
  if (isOwn404(response)) return { kind: 'unknown-token' };
  return failedByStatus(response.status, new ApiError(action, response, tokenSource));
}

/** isSuccess tells whether the status says that the server did what the request asked for. */
export function isSuccess({ status }: HttpResponse): boolean {
  return status === 200 || status === 201;
}
