import { Secret } from '../base/secret.ts';
import type { HttpResponse } from '../http/messages.ts';
import { failedByStatus, type WriteResult } from '../http/write-result.ts';
import type { TwoClocks } from '../tokens/clocks.ts';
import type { Token } from '../tokens/token.ts';
import { isUuid, sameId } from '../tokens/token.ts';
import { ApiError, isOwn404, UnconfirmedRevocation, UnreadableResponse } from './errors.ts';
import { parseAccessToken, parseToken } from './schemas.ts';

/** What a token looks like, wherever it is: `apiv<N>_` and base64 of either alphabet. One character more than is masked. */
const ACCESS_TOKEN = /apiv\d{1,9}_[\w+/=-]{20,1025}/g;

/** Each mask costs the runner. No honest response to a POST contains more tokens or longer ones, or is longer itself. */
const MAX_TOKENS = 20;
const MAX_TOKEN_LENGTH = 1024;
const MAX_CREATION_LENGTH = 1024 * 1024;

/** TokenList is all tokens at one time. */
export interface TokenList {
  readonly tokens: readonly Token[];
  readonly clocks: TwoClocks;
}

/** FoundToken is one token at one time; no token for the API's own 404. */
export interface FoundToken {
  readonly token: Token | undefined;
  readonly clocks: TwoClocks;
}

/** Creation is what became of a POST. `unknown` is the dangerous one: a token might exist, and its secret is lost. */
export type Creation = WriteResult<{ readonly token: Token; readonly secret: Secret }, ApiError>;

/** Deletion is what became of a DELETE. `unknown-token` is the API's own 404. */
export type Deletion = WriteResult<object, ApiError> | { readonly kind: 'unknown-token' };

/** Patching is what became of a PATCH: the token after it. `unknown-token` is the API's own 404. */
export type Patching = WriteResult<{ readonly token: Token }, ApiError> | { readonly kind: 'unknown-token' };

/** TokensInResponse is what must be masked. Not `complete`: it might contain more, so none of it can be shown. */
interface TokensInResponse {
  readonly tokens: ReadonlySet<string>;
  readonly complete: boolean;
}

/**
 * accessTokensIn finds the secret that a response is about, and up to 20 others that look like one: what is to be masked
 * before anything else. Takes time linear in the response.
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
  // The secret in a longer response is not read, so it can be of a shape that is not found here.
  return { tokens: withOwn(own, others), complete: body.length <= MAX_CREATION_LENGTH };
}

function withOwn(own: string | undefined, others: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...(own === undefined ? [] : [own]), ...others]);
}

/** classifyCreateResponse reads the response to a POST. `tokenSource` is where the management token comes from, for people. */
export function classifyCreateResponse(response: HttpResponse, tokenSource: string): Creation {
  if (isSuccess(response)) {
    const accessToken = parseAccessToken(response.body);
    const token = accessToken === undefined ? undefined : parseToken(response.body);
    if (token && isUuid(token.id) && accessToken !== undefined) {
      return { kind: 'done', token, secret: new Secret(accessToken) };
    }
    const error = new UnreadableResponse('create the token', showable(response));
    return { kind: 'unknown', error, retryable: false };
  }
  return failedByStatus(response.status, new ApiError('create the token', showable(response), tokenSource));
}

/** Masks hide the tokens of a response only where there is one for each of them. */
function showable(response: HttpResponse): HttpResponse {
  return accessTokensIn(response).complete
    ? response
    : { ...response, body: 'a text that is not shown, because it contains too much that looks like a token' };
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

/** isSuccess tells whether something was done as asked, as far as the status says. */
export function isSuccess({ status }: HttpResponse): boolean {
  return status === 200 || status === 201;
}
