import type { Clock } from '../clock.ts';
import { Failure } from '../failure.ts';
import { parseHttpDate } from '../http/http-date.ts';
import { parseJson } from '../http/json.ts';
import { NetworkError } from '../http/network-error.ts';
import { isPassing, type Requests, RetryAfterTooLong } from '../http/requests.ts';
import type { HttpAnswer, HttpRequest, Method } from '../http/transport.ts';
import { Secret } from '../secret.ts';
import { formatInstant } from '../tokens/instant.ts';
import type { TokenOrder } from '../tokens/order.ts';
import type { Permission } from '../tokens/permissions.ts';
import type { Token } from '../tokens/token.ts';
import { isUuid, sameId } from '../tokens/uuid.ts';
import { ApiError, isOwn404, UnreadableAnswer } from './errors.ts';
import { type Place, placeUrl } from './place.ts';
import { parseAccessToken, parseDatabaseNames, parseToken, parseTokens } from './schemas.ts';

/** What a token looks like wherever it stands: `apiv<N>_` and base64 of either alphabet. */
const ACCESS_TOKEN = /apiv\d+_[\w+/=-]{20,}/g;

/**
 * What became of a POST. `unsent`: it never left. `lost` is the dangerous one: a token may exist, and its secret is gone.
 */
export type Creation =
  | { readonly kind: 'created'; readonly token: Token; readonly secret: Secret }
  | { readonly kind: 'refused'; readonly error: ApiError }
  | { readonly kind: 'unsent'; readonly error: NetworkError }
  | { readonly kind: 'lost'; readonly error: Error };

/** What became of a DELETE. `unknown-token` is the API's own 404; after `lost` it may be revoked or not; `unsent`: not. */
export type Deletion =
  | { readonly kind: 'revoked' }
  | { readonly kind: 'unknown-token' }
  | { readonly kind: 'refused'; readonly error: ApiError }
  | { readonly kind: 'passing'; readonly error: ApiError }
  | { readonly kind: 'unsent'; readonly error: NetworkError }
  | { readonly kind: 'lost'; readonly error: NetworkError | UnreadableAnswer };

/** TokenList is all tokens at one time: the server's own, in milliseconds since 1970, where its answer tells it. */
export interface TokenList {
  readonly tokens: readonly Token[];
  readonly now: number;
}

/** Credential is a management token, and where it comes from, for people. */
export interface Credential {
  readonly secret: Secret;
  readonly source: string;
}

/** ManagementApi speaks to the Management API of one cluster: it knows paths, bodies and answers, and decides nothing. */
export class ManagementApi {
  readonly #requests: Requests;
  readonly #clock: Clock;
  readonly #credential: Credential;
  readonly #onSecret: (secret: string) => void;
  /** More than one until a read has told which form the server serves. */
  #places: readonly Place[];

  /** `onSecret` is called with each new token's secret before anything else is done with the answer. */
  constructor(
    requests: Requests,
    clock: Clock,
    credential: Credential,
    places: readonly Place[],
    onSecret: (secret: string) => void,
  ) {
    this.#requests = requests;
    this.#clock = clock;
    this.#credential = credential;
    this.#places = places;
    this.#onSecret = onSecret;
  }

  /** located tells whether the path form is known, so that a write may be sent. */
  get located(): boolean {
    return this.#places.length === 1;
  }

  /** locate finds out by a read which path form the server has, if that is not known yet. Throws like databases. */
  async locate(): Promise<void> {
    if (!this.located) await this.databases();
  }

  /** place is where the API is. Throws when it was not found out by a read yet. */
  get place(): Place {
    const [place, ...others] = this.#places;
    if (!place || others.length > 0) throw new Error('the path form is decided by a read, before any write');
    return place;
  }

  /** databases lists the names of all databases. Throws ApiError, UnreadableAnswer or NetworkError. */
  async databases(): Promise<string[]> {
    const action = 'list the databases';
    const answer = await this.#read('databases');
    if (answer.status !== 200) throw this.#refusal(action, answer);
    return parseDatabaseNames(answer.body) ?? unreadable(action, answer);
  }

  /** tokens lists all tokens, in the server's order. Throws ApiError, UnreadableAnswer or NetworkError. */
  async tokens(): Promise<TokenList> {
    const action = 'list the tokens';
    const answer = await this.#read('tokens');
    if (answer.status !== 200) throw this.#refusal(action, answer);
    return { tokens: parseTokens(answer.body) ?? unreadable(action, answer), now: this.#timeOf(answer) };
  }

  /**
   * findToken reads one token, together with the time of the answer; no token for the API's own 404. Throws ApiError,
   * UnreadableAnswer or NetworkError.
   */
  async findToken(id: string): Promise<{ readonly token: Token | undefined; readonly now: number }> {
    const action = `show token ${id}`;
    const answer = await this.#read('tokens', id);
    const now = this.#timeOf(answer);
    if (isOwn404(answer)) return { token: undefined, now };
    if (answer.status !== 200) throw this.#refusal(action, answer);
    const token = parseToken(answer.body);
    return { token: token && sameId(token.id, id) ? token : unreadable(action, answer), now };
  }

  /**
   * createToken sends one POST, once. `namesType`, only with an expiry, adds `expirationType`, which is documented in
   * prose alone. Throws only what happens before anything was sent.
   */
  async createToken(order: TokenOrder, namesType: boolean): Promise<Creation> {
    const request = this.#request('POST', placeUrl(this.place, 'tokens'), {
      description: order.description,
      permissions: order.permissions,
      ...(order.expiresAt === 'never' ? {} : { expiresAt: formatInstant(order.expiresAt) }),
      ...(namesType ? { expirationType: 'datetime' } : {}),
    });
    let answer: HttpAnswer;
    try {
      answer = await this.#requests.once(request);
    } catch (error) {
      if (error instanceof NetworkError && !error.mayHaveLeft) return { kind: 'unsent', error };
      if (error instanceof NetworkError || error instanceof RetryAfterTooLong) return { kind: 'lost', error };
      throw error;
    }
    const accessToken = parseAccessToken(answer.body);
    if (accessToken !== undefined) this.#onSecret(accessToken);
    // A gateway may quote the answer that it got inside of its own, which is shown.
    for (const [quoted] of answer.body.matchAll(ACCESS_TOKEN)) this.#onSecret(quoted);
    if (isSuccess(answer)) {
      const token = parseToken(answer.body);
      return token && isUuid(token.id) && accessToken !== undefined
        ? { kind: 'created', token, secret: new Secret(accessToken) }
        : { kind: 'lost', error: new UnreadableAnswer('create the token', answer) };
    }
    const error = this.#refusal('create the token', answer);
    // Only a plain 4xx is sure to have created nothing: a 303, say, may follow what was done.
    const refused = answer.status >= 400 && answer.status < 500 && !isPassing(answer.status);
    return { kind: refused ? 'refused' : 'lost', error };
  }

  /**
   * updateToken replaces what is given and returns the token as it is then; undefined for the API's own 404. Throws like
   * findToken.
   */
  async updateToken(
    id: string,
    change: { readonly description?: string; readonly permissions?: readonly Permission[] },
  ): Promise<Token | undefined> {
    const answer = await this.#repeatedly('PATCH', placeUrl(this.place, 'tokens', id), change);
    if (isOwn404(answer)) return undefined;
    if (!isSuccess(answer)) throw this.#refusal(`update token ${id}`, answer);
    const token = parseToken(answer.body);
    return token && sameId(token.id, id) ? token : unreadable(`update token ${id}`, answer);
  }

  /** deleteToken sends one DELETE, once: what an aborted one did must be looked at before it is sent again. */
  async deleteToken(id: string): Promise<Deletion> {
    let answer: HttpAnswer;
    try {
      answer = await this.#requests.once(this.#request('DELETE', placeUrl(this.place, 'tokens', id)));
    } catch (error) {
      if (error instanceof NetworkError) return { kind: error.mayHaveLeft ? 'lost' : 'unsent', error };
      throw error;
    }
    if (answer.status === 204 || (answer.status === 200 && !isForeign(answer))) return { kind: 'revoked' };
    if (answer.status === 200) {
      return { kind: 'lost', error: new UnreadableAnswer(`revoke token ${id}`, answer) };
    }
    if (isOwn404(answer)) return { kind: 'unknown-token' };
    const error = this.#refusal(`revoke token ${id}`, answer);
    return { kind: isPassing(answer.status) ? 'passing' : 'refused', error };
  }

  /** A read goes to each possible place in turn until one has the route; that one it is from then on. */
  async #read(collection: 'tokens' | 'databases', id?: string): Promise<HttpAnswer> {
    for (const [index, place] of this.#places.entries()) {
      const answer = await this.#repeatedly('GET', placeUrl(place, collection, id));
      const routeMissing = answer.status === 404 && !isOwn404(answer);
      if (routeMissing && index < this.#places.length - 1) continue;
      if (answer.status === 200 || isOwn404(answer)) this.#places = [place];
      return answer;
    }
    throw new Failure('Not found', 'There is no place to look for the Management API.');
  }

  /** The server's time counts, since the server decides what has expired; without it the runner's. */
  #timeOf(answer: HttpAnswer): number {
    return parseHttpDate(answer.headers.date ?? '') ?? this.#clock.now();
  }

  #refusal(action: string, answer: HttpAnswer): ApiError {
    return new ApiError(action, answer, this.#credential.source);
  }

  #repeatedly(method: Method, url: URL, body?: object): Promise<HttpAnswer> {
    return this.#requests.repeatedly(this.#request(method, url, body));
  }

  #request(method: Method, url: URL, body?: object): HttpRequest {
    return {
      method,
      url,
      headers: {
        Accept: 'application/json',
        Authorization: `Bearer ${this.#credential.secret.reveal()}`,
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    };
  }
}

/** A 200 with text that is no JSON comes from a proxy or a login page, and tells nothing about the API. */
function isForeign({ body }: HttpAnswer): boolean {
  return body.trim() !== '' && parseJson(body) === undefined;
}

function isSuccess(answer: HttpAnswer): boolean {
  return answer.status === 200 || answer.status === 201;
}

function unreadable(action: string, answer: HttpAnswer): never {
  throw new UnreadableAnswer(action, answer);
}
