import type { Clock } from '../clock.ts';
import { Failure } from '../failure.ts';
import { parseHttpDate } from '../http/http-date.ts';
import type { Requests } from '../http/requests.ts';
import type { HttpAnswer, HttpRequest, Method } from '../http/transport.ts';
import type { Secret } from '../secret.ts';
import { formatInstant } from '../tokens/instant.ts';
import type { TokenOrder } from '../tokens/order.ts';
import type { Permission } from '../tokens/permissions.ts';
import type { Token } from '../tokens/token.ts';
import { type TwoClocks, twoClocks } from '../tokens/two-clocks.ts';
import { sameId } from '../tokens/uuid.ts';
import { type Place, placeUrl } from './endpoint.ts';
import { ApiError, isOwn404, UnreadableAnswer } from './errors.ts';
import {
  accessTokensIn,
  type Creation,
  creationOf,
  creationWithout,
  type Deletion,
  deletionOf,
  deletionWithout,
  isSuccess,
} from './outcomes.ts';
import { parseDatabaseNames, parseToken, parseTokens } from './schemas.ts';

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

/** ApiObserver is told what responses contain that matters at once. */
export interface ApiObserver {
  /** Called with each new token's secret before anything else is done with the response. */
  secret(secret: string): void;
  /** Called with the time of each list and of each token that was read. */
  clocks(clocks: TwoClocks): void;
}

/** Credential is a management token, and where it comes from, for people. */
export interface Credential {
  readonly secret: Secret;
  readonly source: string;
}

/** ManagementApiOptions are where the API is, and with what it is asked. */
export interface ManagementApiOptions {
  readonly credential: Credential;
  /** Where the API can be, most likely first. */
  readonly places: readonly Place[];
  readonly observer: ApiObserver;
}

/** ManagementApi speaks to the Management API of one cluster: it knows paths, bodies and answers, and decides nothing. */
export class ManagementApi {
  readonly #requests: Requests;
  readonly #clock: Clock;
  readonly #credential: Credential;
  readonly #observer: ApiObserver;
  /** More than one until a read has told which form the server serves. */
  #places: readonly Place[];

  constructor(requests: Requests, clock: Clock, { credential, places, observer }: ManagementApiOptions) {
    this.#requests = requests;
    this.#clock = clock;
    this.#credential = credential;
    this.#places = places;
    this.#observer = observer;
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
    this.#clocksOf(answer);
    if (answer.status !== 200) throw this.#refusal(action, answer);
    return parseDatabaseNames(answer.body) ?? unreadable(action, answer);
  }

  /** tokens lists all tokens, in the server's order. Throws ApiError, UnreadableAnswer or NetworkError. */
  async tokens(): Promise<TokenList> {
    const action = 'list the tokens';
    const answer = await this.#read('tokens');
    if (answer.status !== 200) throw this.#refusal(action, answer);
    return { tokens: parseTokens(answer.body) ?? unreadable(action, answer), clocks: this.#clocksOf(answer) };
  }

  /** findToken reads one token. Throws ApiError, UnreadableAnswer or NetworkError. */
  async findToken(id: string): Promise<FoundToken> {
    const action = `show token ${id}`;
    const answer = await this.#read('tokens', id);
    const clocks = this.#clocksOf(answer);
    if (isOwn404(answer)) return { token: undefined, clocks };
    if (answer.status !== 200) throw this.#refusal(action, answer);
    const token = parseToken(answer.body);
    return { token: token && sameId(token.id, id) ? token : unreadable(action, answer), clocks };
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
      return creationWithout(error);
    }
    // A gateway may quote the answer that it got inside of its own, which is shown.
    for (const secret of accessTokensIn(answer).tokens) this.#observer.secret(secret);
    this.#clocksOf(answer);
    return creationOf(answer, this.#credential.source);
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
      return deletionWithout(error);
    }
    return deletionOf(id, answer, this.#credential.source);
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

  #clocksOf(answer: HttpAnswer): TwoClocks {
    const clocks = twoClocks(parseHttpDate(answer.headers.date ?? ''), this.#clock.now());
    this.#observer.clocks(clocks);
    return clocks;
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

function unreadable(action: string, answer: HttpAnswer): never {
  throw new UnreadableAnswer(action, answer);
}
