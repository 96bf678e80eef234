import type { ActivationWatch } from './activation.ts';
import { type ApiPath, apiRoute, checkIds, type Place, parseApiPath } from './api-path.ts';
import type { Storing } from './course.ts';
import type { Exchange } from './exchange.ts';
import type { Settings } from './options.ts';
import { Refusal } from './refusal.ts';
import { checkAuthorization, checkForm } from './request-checks.ts';
import { type Answer, emptyAnswer, jsonAnswer } from './response.ts';
import type { Match, Site } from './server.ts';
import { changedTokenFields, newTokenFields } from './token-fields.ts';
import type { StoredToken, TokenStore } from './token-store.ts';
import { viewOf } from './token-view.ts';

/** ManagementApiParts are what the API of one emulator is made of. */
export interface ManagementApiParts {
  readonly settings: Settings;
  readonly place: Place;
  readonly managementToken: string;
  readonly tokens: TokenStore;
  readonly activation: ActivationWatch;
}

/** ManagementApi plays the vendor's API, and refuses whatever is not documented. */
export class ManagementApi implements Site {
  readonly #parts: ManagementApiParts;

  constructor(parts: ManagementApiParts) {
    this.#parts = parts;
  }

  match(method: string, path: string): Match | undefined {
    const parsed = parseApiPath(this.#parts.place.form, path);
    return (
      parsed && {
        route: apiRoute(method, parsed),
        answer: (exchange, storing) => this.#answer(exchange, parsed, storing),
      }
    );
  }

  #answer(exchange: Exchange, path: ApiPath, storing: Storing): Answer {
    try {
      this.#check(exchange, path);
      return this.#carryOut(exchange, path.item ?? '', storing);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return jsonAnswer(error.status, { code: error.status, message: error.message });
    }
  }

  #check(exchange: Exchange, path: ApiPath): void {
    const { place, managementToken } = this.#parts;
    if (exchange.route === 'unknown') throw new Refusal(405, `${exchange.method} is not allowed here`);
    checkAuthorization(exchange, managementToken);
    checkIds(path, place);
    checkForm(exchange);
  }

  #carryOut({ route, json }: Exchange, id: string, storing: Storing): Answer {
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
        return jsonAnswer(200, this.#view(this.#find(id)));
    }
  }

  #listDatabases(): Answer {
    const limits = { maxTables: 500, maxColumnsPerTable: 250, retentionPeriod: 0 };
    const databases = this.#parts.settings.databases.map((name) => ({ ...this.#owner(), name, ...limits }));
    return jsonAnswer(200, databases);
  }

  #list(): Answer {
    const hidesRevoked = this.#parts.settings.revokedTokens === 'hidden';
    const listed = this.#parts.tokens
      .scrambled()
      .filter((token) => !hidesRevoked || token.revokedAt === undefined);
    return jsonAnswer(
      200,
      listed.map((token) => this.#view(token)),
    );
  }

  #create(json: unknown, storing: Storing): Answer {
    const { settings, tokens, activation } = this.#parts;
    const token = tokens.draft(newTokenFields(json, settings.expirationType, settings.clock()));
    storing(token);
    tokens.all.push(token);
    activation.begin(token);
    return jsonAnswer(settings.createStatus, { ...this.#view(token), accessToken: token.secret });
  }

  #change(token: StoredToken, json: unknown, storing: Storing): Answer {
    const changes = changedTokenFields(json);
    const { patchingRevoked } = this.#parts.settings;
    if (token.revokedAt !== undefined && patchingRevoked !== 200) {
      throw new Refusal(patchingRevoked, 'the token is revoked');
    }
    Object.assign(token, changes);
    storing(token);
    return jsonAnswer(200, this.#view(token));
  }

  #revoke(token: StoredToken): Answer {
    const { deletingRevoked, deleteStatus, clock } = this.#parts.settings;
    if (token.revokedAt !== undefined && deletingRevoked === 404) throw new Refusal(404, 'token not found');
    token.revokedAt ??= clock();
    return deleteStatus === 204 ? emptyAnswer(204) : jsonAnswer(200, this.#view(token));
  }

  #find(id: string): StoredToken {
    const token = this.#parts.tokens.find(id);
    if (token === undefined) throw new Refusal(404, 'token not found');
    return token;
  }

  #view(token: StoredToken): Record<string, unknown> {
    return { ...this.#owner(), ...viewOf(token, this.#parts.settings.unsetDates) };
  }

  /** Clustered has one account and one cluster, and does not name them. */
  #owner(): { accountId?: string; clusterId?: string } {
    const { settings, place } = this.#parts;
    if (settings.product === 'clustered') return {};
    return { accountId: place.accountId, clusterId: place.clusterId };
  }
}
