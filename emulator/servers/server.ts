import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { createGunzip } from 'node:zlib';
import { runCourse, type Storing } from './course.ts';
import type { Exchange, Route } from './exchange.ts';
import type { FaultPlan } from './fault-plan.ts';
import { type EmulatedResponse, noSuchRoute } from './response.ts';
import { send } from './send.ts';
import type { StoredToken } from './token-store.ts';

/** Site is a part of a server, such as the Management API or the data plane. */
export interface Site<R extends string = Route, Stored = StoredToken> {
  /** Returns the route for a path without its query string. Undefined if the path does not belong to this site. */
  match(method: string, path: string): Match<R, Stored> | undefined;
}

/** Match is the route of a request and its handler. `storing` can change the value to store. */
export interface Match<R extends string = Route, Stored = StoredToken> {
  readonly route: R | 'unknown';
  /** Whether a body can be compressed. */
  readonly takesGzip?: boolean;
  respond(exchange: Exchange<R>, storing: Storing<Stored>): EmulatedResponse;
}

/** Surroundings are the common parts of all servers of one emulator. */
export interface Surroundings<R extends string = Route, Stored = StoredToken> {
  readonly requests: Exchange<R>[];
  readonly faults: FaultPlan<R, Stored>;
  readonly clock: () => number;
  /** Added to the clock only in the Date header. */
  readonly dateOffsetMs?: number;
}

/** LoopbackServer is an HTTP server on 127.0.0.1 that logs each request and runs its faults. */
export class LoopbackServer {
  readonly url: string;
  readonly #server: Server;

  /** start starts a server on a free port. */
  static async start<R extends string, Stored>(
    sites: readonly Site<R, Stored>[],
    surroundings: Surroundings<R, Stored>,
  ): Promise<LoopbackServer> {
    const connections = new WeakMap<Socket, number>();
    let connected = 0;
    const server = createServer((request, response) => {
      const connection = connections.get(request.socket) ?? -1;
      return serve(request, response, { connection, sites, surroundings, isThere: () => server.listening });
    });
    server.on('connection', (socket) => connections.set(socket, connected++));
    await listen(server, 0);
    return new LoopbackServer(server);
  }

  private constructor(server: Server) {
    this.#server = server;
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  /** leave refuses all further connections. Requests in flight get a response, and then their connections are closed. */
  leave(): void {
    this.#server.close();
  }

  /** comeBack accepts connections again, on the same port. */
  async comeBack(): Promise<void> {
    if (!this.#server.listening) await listen(this.#server, Number(new URL(this.url).port));
  }

  /** stop closes all connections, including hanging ones. */
  async stop(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
}

/** Service is everything that handles a request. */
interface Service<R extends string, Stored> {
  readonly connection: number;
  readonly sites: readonly Site<R, Stored>[];
  readonly surroundings: Surroundings<R, Stored>;
  readonly isThere: () => boolean;
}

/** If a hook or a change throws, the test has a defect. So the connection is closed, and the test runner reports the error. */
async function serve<R extends string, Stored>(
  request: IncomingMessage,
  response: ServerResponse,
  { connection, sites, surroundings, isThere }: Service<R, Stored>,
): Promise<void> {
  const { requests, faults, clock, dateOffsetMs = 0 } = surroundings;
  const match = matchAmong(sites, request);
  const body = await readBody(request, match.takesGzip ?? false).catch(() => undefined);
  if (body === undefined) {
    response.destroy();
    return;
  }
  try {
    const exchange = receive(request, body, match, { connection, at: clock() });
    requests.push(exchange);
    const behaviors = faults.arrive(exchange.route);
    const outcome = await runCourse(exchange, behaviors, (storing) => match.respond(exchange, storing));
    response.shouldKeepAlive &&= isThere();
    send(response, outcome, exchange, new Date(clock() + dateOffsetMs));
  } catch (error) {
    response.destroy();
    throw error;
  }
}

function readBody(request: IncomingMessage, takesGzip: boolean): Promise<string> {
  const isGzip = takesGzip && request.headers['content-encoding'] === 'gzip';
  return text(isGzip ? request.pipe(createGunzip()) : request);
}

function receive<R extends string, Stored>(
  request: IncomingMessage,
  body: string,
  match: Match<R, Stored>,
  arrival: Pick<Exchange, 'connection' | 'at'>,
): Exchange<R> {
  const { method = '', url: path = '', headers } = request;
  return { route: match.route, method, path, headers, body, json: parseJson(body), ...arrival };
}

/** The response for a path that no site knows is not in the form of an API. */
function matchAmong<R extends string, Stored>(
  sites: readonly Site<R, Stored>[],
  { method = '', url = '' }: IncomingMessage,
): Match<R, Stored> {
  const path = url.split('?', 1)[0] ?? '';
  for (const site of sites) {
    const match = site.match(method, path);
    if (match) return match;
  }
  return { route: 'unknown', respond: noSuchRoute };
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
