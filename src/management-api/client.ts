import type { Clock } from '../base/clock.ts';
import type { Credential } from '../base/secret.ts';
import type { HttpRequest, HttpResponse, Method } from '../http/messages.ts';
import type { Requests } from '../http/requests.ts';
import { parseHttpDate } from '../http/retry.ts';
import { type FailedWrite, failedWithoutResponse } from '../http/write-result.ts';
import { type TwoClocks, twoClocks } from '../tokens/clocks.ts';
import { formatInstant } from '../tokens/dates.ts';
import type { Token, TokenChange } from '../tokens/token.ts';
import { sameId } from '../tokens/token.ts';
import type { TokenSpec } from '../tokens/token-spec.ts';
import { type CandidateEndpoints, type Endpoint, endpointUrl } from './endpoint.ts';
import { ApiError, isOwn404, showsRoute, UnreadableResponse } from './errors.ts';
import {
  accessTokensIn,
  type Creation,
  classifyCreateResponse,
  classifyDeleteResponse,
  classifyPatchResponse,
  type Deletion,
  type FoundToken,
  type Patching,
  type TokenList,
} from './outcomes.ts';
import { parseDatabaseNames, parseToken, parseTokens } from './schemas.ts';

/** ApiObserver receives the parts of responses that are needed at once. */
export interface ApiObserver {
  /** Called with the secret of each new token before the client does anything else with the response. */
  secret(secret: string): void;
  /** Called with the time of each list and of each token that was read. */
  clocks(clocks: TwoClocks): void;
}

/** ManagementApiOptions are the endpoints of the API and the management token. */
export interface ManagementApiOptions {
  readonly credential: Credential;
  readonly candidates: CandidateEndpoints;
  readonly observer: ApiObserver;
}

/**
 * ManagementApiClient sends requests to the Management API of one cluster, for the port in operations/deps.ts. It knows paths,
 * bodies, and responses, and decides nothing.
 */
export class ManagementApiClient {
  readonly #requests: Requests;
  readonly #clock: Clock;
  readonly #credential: Credential;
  readonly #observer: ApiObserver;
  /** More than one until a read has shown which form the server uses. */
  #candidates: CandidateEndpoints;

  constructor(requests: Requests, clock: Clock, { credential, candidates, observer }: ManagementApiOptions) {
    this.#requests = requests;
    this.#clock = clock;
    this.#credential = credential;
    this.#candidates = candidates;
    this.#observer = observer;
  }

  /** If there are several candidates, it first reads the databases to select one, so that a write goes to one endpoint only. */
  async endpoint(): Promise<Endpoint> {
    if (this.#candidates.length > 1) await this.databases();
    return this.#candidates[0];
  }

  async databases(): Promise<string[]> {
    const action = 'list the databases';
    const response = await this.#read('databases');
    this.#clocksOf(response);
    if (response.status !== 200) throw this.#refusal(action, response);
    return parseDatabaseNames(response.body) ?? unreadable(action, response);
  }

  async tokens(): Promise<TokenList> {
    const action = 'list the tokens';
    const response = await this.#read('tokens');
    if (response.status !== 200) throw this.#refusal(action, response);
    return {
      tokens: parseTokens(response.body) ?? unreadable(action, response),
      clocks: this.#clocksOf(response),
    };
  }

  async findToken(id: string): Promise<FoundToken> {
    const action = `show token ${id}`;
    const response = await this.#read('tokens', id);
    const clocks = this.#clocksOf(response);
    if (isOwn404(response)) return { token: undefined, clocks };
    if (response.status !== 200) throw this.#refusal(action, response);
    const token = parseToken(response.body);
    return { token: token && sameId(token.id, id) ? token : unreadable(action, response), clocks };
  }

  async createToken(spec: TokenSpec, sendExpirationType: boolean): Promise<Creation> {
    const request = this.#request('POST', endpointUrl(await this.endpoint(), 'tokens'), {
      description: spec.description,
      permissions: spec.permissions,
      ...(spec.expiresAt === 'never' ? {} : { expiresAt: formatInstant(spec.expiresAt) }),
      ...(sendExpirationType ? { expirationType: 'datetime' } : {}),
    });
    const response = await this.#sendOnce(request);
    if ('kind' in response) return response;
    // A gateway can quote the response of the API inside its own, which the action shows.
    for (const secret of accessTokensIn(response).tokens) this.#observer.secret(secret);
    const clocks = this.#clocksOf(response);
    const creation = classifyCreateResponse(response, this.#credential.source);
    return creation.kind === 'done' ? { ...creation, clocks } : creation;
  }

  async updateToken(id: string, change: TokenChange): Promise<Token | undefined> {
    const url = endpointUrl(await this.endpoint(), 'tokens', id);
    const response = await this.#sendWithRetry('PATCH', url, change);
    const patching = classifyPatchResponse(id, response, this.#credential.source);
    if (patching.kind === 'unknown-token') return undefined;
    if (patching.kind !== 'done') throw patching.error;
    return patching.token;
  }

  async patchToken(id: string, change: TokenChange): Promise<Patching> {
    const request = this.#request('PATCH', endpointUrl(await this.endpoint(), 'tokens', id), change);
    const response = await this.#sendOnce(request);
    if ('kind' in response) return response;
    return classifyPatchResponse(id, response, this.#credential.source);
  }

  async deleteToken(id: string): Promise<Deletion> {
    const request = this.#request('DELETE', endpointUrl(await this.endpoint(), 'tokens', id));
    const response = await this.#sendOnce(request);
    if ('kind' in response) return response;
    return classifyDeleteResponse(id, response, this.#credential.source);
  }

  /** Reads from each candidate until one has the route. All later requests go to that endpoint. */
  async #read(collection: 'tokens' | 'databases', id?: string): Promise<HttpResponse> {
    const [first, ...others] = this.#candidates;
    let response = await this.#readAt(first, collection, id);
    for (const other of others) {
      if (response.status !== 404 || showsRoute(response)) break;
      const next = await this.#readAt(other, collection, id);
      if (showsRoute(next) || !isOwn404(response)) response = next;
    }
    return response;
  }

  async #readAt(
    endpoint: Endpoint,
    collection: 'tokens' | 'databases',
    id: string | undefined,
  ): Promise<HttpResponse> {
    const response = await this.#sendWithRetry('GET', endpointUrl(endpoint, collection, id));
    if (showsRoute(response)) this.#candidates = [endpoint];
    return response;
  }

  #clocksOf(response: HttpResponse): TwoClocks {
    const clocks = twoClocks(parseHttpDate(response.headers.date ?? ''), this.#clock.now());
    this.#observer.clocks(clocks);
    return clocks;
  }

  #refusal(action: string, response: HttpResponse): ApiError {
    return new ApiError(action, response, this.#credential.source);
  }

  /** Sends a write once. If there is no response, the result says whether the write might have had an effect. */
  async #sendOnce(request: HttpRequest): Promise<HttpResponse | FailedWrite<never>> {
    try {
      return await this.#requests.send(request);
    } catch (error) {
      return failedWithoutResponse(error);
    }
  }

  #sendWithRetry(method: Method, url: URL, body?: object): Promise<HttpResponse> {
    return this.#requests.sendWithRetry(this.#request(method, url, body));
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

function unreadable(action: string, response: HttpResponse): never {
  throw new UnreadableResponse(action, response);
}
