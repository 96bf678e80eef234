import type { ActivationWatch } from './activation.ts';
import type { Exchange, Route } from './exchange.ts';
import { invalidLine, splitLines } from './line-protocol.ts';
import type { Settings } from './options.ts';
import { type EmulatedResponse, emptyResponse, jsonResponse } from './response.ts';
import type { Match, Site } from './server.ts';
import type { Permission, StoredToken, TokenStore } from './token-store.ts';

/** Point is one line of line protocol that was written to a database. */
export interface Point {
  readonly database: string;
  readonly line: string;
}

const ROUTES: Readonly<Record<string, { readonly method: string; readonly route: Route }>> = {
  '/query': { method: 'GET', route: 'GET query' },
  '/api/v2/write': { method: 'POST', route: 'POST write' },
  '/ping': { method: 'GET', route: 'GET ping' },
  '/health': { method: 'GET', route: 'GET health' },
};

/** The parser accepts these statements. Other queries are refused before authorization. */
const STATEMENT = /^\s*(?:select\s.*\S\s+from\s+\S|show\s+\S)/is;

/** DataPlane emulates the cluster itself. It accepts database tokens and has its own error format. */
export class DataPlane implements Site {
  readonly points: Point[] = [];
  readonly #settings: Settings;
  readonly #tokens: TokenStore;
  readonly #activation: ActivationWatch;

  constructor(settings: Settings, tokens: TokenStore, activation: ActivationWatch) {
    this.#settings = settings;
    this.#tokens = tokens;
    this.#activation = activation;
  }

  match(method: string, path: string): Match | undefined {
    const served = ROUTES[path];
    if (served === undefined) return undefined;
    const route = served.method === method ? served.route : 'unknown';
    // Clients compress writes.
    return { route, takesGzip: route === 'POST write', respond: (exchange) => this.#respond(exchange) };
  }

  #respond(exchange: Exchange): EmulatedResponse {
    const parameters = new URL(exchange.path, 'http://localhost').searchParams;
    switch (exchange.route) {
      case 'GET query':
        return this.#query(exchange, parameters);
      case 'POST write':
        return this.#write(exchange, parameters);
      case 'GET ping':
        return emptyResponse(204);
      case 'GET health':
        return jsonResponse(200, { name: 'influxdb', status: 'pass' });
      default:
        return errorResponse(405, 'method not allowed', 'the resource does not support this method');
    }
  }

  /** accepts tells whether the data plane would accept a request with this secret now. It does not count as a request. */
  accepts(secret: string, grant?: Permission): boolean {
    const token = this.#live(secret);
    return token !== undefined && this.#activation.wouldAdmit(token) && (!grant || allows(token, grant));
  }

  #query(exchange: Exchange, parameters: URLSearchParams): EmulatedResponse {
    const database = parameters.get('db');
    const statement = parameters.get('q') ?? '';
    if (!STATEMENT.test(statement)) return queryResult({ error: `error parsing query: ${statement}` });
    if (!database) return errorResponse(400, 'invalid', 'db is required');
    if (!this.#authorizes(exchange, { action: 'read', resource: database })) {
      const { refusesWith } = this.#settings;
      return errorResponse(refusesWith, refusesWith === 401 ? 'unauthorized' : 'forbidden', 'access denied');
    }
    if (!this.#settings.databases.includes(database)) {
      return queryResult({ error: `database not found: ${database}` });
    }
    return queryResult({});
  }

  #write(exchange: Exchange, parameters: URLSearchParams): EmulatedResponse {
    const database = parameters.get('bucket');
    if (!database) return errorResponse(400, 'invalid', 'bucket is required');
    if (!this.#authorizes(exchange, { action: 'write', resource: database })) {
      return emptyResponse(this.#settings.refusesWith);
    }
    const lines = splitLines(exchange.body);
    if (lines.length === 0) return emptyWriteResponse(this.#settings.emptyWrite);
    if (!this.#settings.databases.includes(database)) {
      return errorResponse(404, 'not found', `database not found: ${database}`);
    }
    const invalid = invalidLine(lines);
    if (invalid !== undefined) return errorResponse(400, 'invalid', `not line protocol: ${invalid}`);
    this.points.push(...lines.map((line) => ({ database, line })));
    return emptyResponse(204);
  }

  /** Counts a live token even if its grants are not sufficient, because a replica has received it. */
  #authorizes({ headers, connection }: Exchange, grant: Permission): boolean {
    const secret = /^(?:Bearer|Token) (.+)$/.exec(headers.authorization ?? '')?.[1];
    const token = secret === undefined ? undefined : this.#live(secret);
    return token !== undefined && this.#activation.admit(token, connection) && allows(token, grant);
  }

  #live(secret: string): StoredToken | undefined {
    const token = this.#tokens.findBySecret(secret);
    return token && this.#tokens.isLive(token) ? token : undefined;
  }
}

function allows(token: StoredToken, { action, resource }: Permission): boolean {
  return token.permissions.some(
    (granted) => granted.action === action && (granted.resource === '*' || granted.resource === resource),
  );
}

function queryResult(result: { error?: string }): EmulatedResponse {
  return jsonResponse(200, { results: [{ statement_id: 0, ...result }] });
}

function emptyWriteResponse(status: 204 | 400): EmulatedResponse {
  return status === 204
    ? emptyResponse(204)
    : errorResponse(400, 'invalid', 'the body contains no line protocol');
}

/** The code of an error is a word, unlike in the Management API. */
function errorResponse(status: number, code: string, message: string): EmulatedResponse {
  return jsonResponse(status, { code, message });
}
