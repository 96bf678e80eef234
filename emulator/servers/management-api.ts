import type { ActivationWatch } from './activation.ts';
import { type ApiPath, apiRoute, checkIds, type Endpoint, parseApiPath } from './api-path.ts';
import type { Storing } from './course.ts';
import type { Exchange } from './exchange.ts';
import type { Settings } from './options.ts';
import { Refusal } from './refusal.ts';
import { checkAuthorization, checkForm } from './request-checks.ts';
import { type EmulatedResponse, emptyResponse, jsonResponse } from './response.ts';
import type { Match, Site } from './server.ts';
import { changedTokenFields, newTokenFields } from './token-fields.ts';
import type { StoredToken, TokenStore } from './token-store.ts';
import { viewOf } from './token-view.ts';

/** ManagementApiParts are the parts of the API of one emulator. */
export interface ManagementApiParts {
  readonly settings: Settings;
  readonly endpoint: Endpoint;
  readonly managementToken: string;
  readonly tokens: TokenStore;
  readonly activation: ActivationWatch;
}

/** ManagementApi emulates the vendor's API, and refuses everything that is not documented. */
export class ManagementApi implements Site {
  readonly #parts: ManagementApiParts;

  constructor(parts: ManagementApiParts) {
    this.#parts = parts;
  }

  match(method: string, path: string): Match | undefined {
    const parsed = parseApiPath(this.#parts.endpoint.form, path);
    return (
      parsed && {
        route: apiRoute(method, parsed),
        respond: (exchange, storing) => this.#respond(exchange, parsed, storing),
      }
    );
  }

  #respond(exchange: Exchange, path: ApiPath, storing: Storing): EmulatedResponse {
    try {
      this.#check(exchange, path);
      return this.#handle(exchange, path.item ?? '', storing);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return jsonResponse(error.status, { code: error.status, message: error.message });
    }
  }

  #check(exchange: Exchange, path: ApiPath): void {
    const { endpoint, managementToken } = this.#parts;
    if (exchange.route === 'unknown') throw new Refusal(405, `${exchange.method} is not allowed here`);
    checkAuthorization(exchange, managementToken);
    checkIds(path, endpoint);
    checkForm(exchange);
  }

  #handle({ route, json }: Exchange, id: string, storing: Storing): EmulatedResponse {
    switch (route) {
      case 'GET databases':
        return this.#listDatabases();
      case 'GET tokens':
        return this.#list();
      case 'POST tokens':
        return this.#create(json, storing);
      case 'PATCH token':
        return this.#change(this.#find(id), json, storing);
      case 'DELETE token':
        return this.#revoke(this.#find(id));
      default:
        return jsonResponse(200, this.#view(this.#find(id)));
    }
  }

  #listDatabases(): EmulatedResponse {
    const limits = { maxTables: 500, maxColumnsPerTable: 250, retentionPeriod: 0 };
    const databases = this.#parts.settings.databases.map((name) => ({ ...this.#owner(), name, ...limits }));
    return jsonResponse(200, databases);
  }

  #list(): EmulatedResponse {
    const hidesRevoked = this.#parts.settings.revokedTokens === 'hidden';
    const listed = this.#parts.tokens
      .scrambled()
      .filter((token) => !hidesRevoked || token.revokedAt === undefined);
    return jsonResponse(
      200,
      listed.map((token) => this.#view(token)),
    );
  }

  #create(json: unknown, storing: Storing): EmulatedResponse {
    const { settings, tokens, activation } = this.#parts;
    const token = tokens.draft(newTokenFields(json, settings.expirationType, settings.clock()));
    storing(token);
    tokens.all.push(token);
    activation.begin(token);
    return jsonResponse(settings.createStatus, { ...this.#view(token), accessToken: token.secret });
  }

  #change(token: StoredToken, json: unknown, storing: Storing): EmulatedResponse {
    const changes = changedTokenFields(json);
    const { patchingRevoked } = this.#parts.settings;
    if (token.revokedAt !== undefined && patchingRevoked !== 200) {
      throw new Refusal(patchingRevoked, 'the token is revoked');
    }
    const before = { ...token };
    Object.assign(token, changes);
    storing(token, before);
    return jsonResponse(200, this.#view(token));
  }

  #revoke(token: StoredToken): EmulatedResponse {
    const { deletingRevoked, deleteStatus, clock } = this.#parts.settings;
    if (token.revokedAt !== undefined && deletingRevoked !== 204) {
      throw new Refusal(
        deletingRevoked,
        deletingRevoked === 404 ? 'token not found' : 'the token is revoked',
      );
    }
    token.revokedAt ??= clock();
    return deleteStatus === 204 ? emptyResponse(204) : jsonResponse(200, this.#view(token));
  }

  #find(id: string): StoredToken {
    const token = this.#parts.tokens.find(id);
    if (token === undefined) throw new Refusal(404, 'token not found');
    return token;
  }

  #view(token: StoredToken): Record<string, unknown> {
    return { ...this.#owner(), ...viewOf(token, this.#parts.settings.unsetDates) };
  }

  /** Clustered has one account and one cluster, and does not show them. */
  #owner(): { accountId?: string; clusterId?: string } {
    const { settings, endpoint } = this.#parts;
    if (settings.product === 'clustered') return {};
    return { accountId: endpoint.accountId, clusterId: endpoint.clusterId };
  }
}
