import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { type Answer, noSuchRoute } from './answer.ts';
import { type Effect, runCourse } from './course.ts';
import type { Exchange, Route } from './exchange.ts';
import type { FaultPlan } from './fault-plan.ts';
import { send } from './send.ts';

/** Site is a part of a server: the Management API or the data plane. */
export interface Site {
  /** The route that a request is for; undefined when its path is none of this site's. */
  route(method: string, path: string): Route | undefined;
  /** Carries the request out. */
  answer(exchange: Exchange, ...storing: Parameters<Effect>): Answer;
}

/** Surroundings are what the servers of one emulator have in common. */
export interface Surroundings {
  readonly requests: Exchange[];
  readonly faults: FaultPlan;
  readonly clock: () => number;
}

/** LoopbackServer is an HTTP server on 127.0.0.1 that logs each request and lets it meet its faults. */
export class LoopbackServer {
  readonly url: string;
  readonly #server: Server;

  /** start listens on a free port. */
  static async start(sites: readonly Site[], surroundings: Surroundings): Promise<LoopbackServer> {
    const server = createServer((request, response) => serve(request, response, sites, surroundings));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new LoopbackServer(server);
  }

  private constructor(server: Server) {
    this.#server = server;
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  /** stop closes every connection, those that hang too. */
  async stop(): Promise<void> {
    if (!this.#server.listening) return;
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }
}

/** A hook or change that throws is the test's own fault: the connection goes and the error is left for the test runner. */
async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  sites: readonly Site[],
  surroundings: Surroundings,
): Promise<void> {
  const body = await text(request).catch(() => undefined);
  if (body === undefined) return;
  try {
    const { exchange, effect } = receive(request, body, sites, surroundings);
    surroundings.requests.push(exchange);
    const outcome = await runCourse(exchange, surroundings.faults.arrive(exchange.route), effect);
    send(response, outcome, exchange, new Date(surroundings.clock()));
  } catch (error) {
    response.destroy();
    throw error;
  }
}

function receive(
  request: IncomingMessage,
  body: string,
  sites: readonly Site[],
  { clock }: Surroundings,
): { exchange: Exchange; effect: Effect } {
  const { method = '', url: path = '', headers } = request;
  const base = { method, path, headers, body, json: parseJson(body), at: clock() };
  for (const site of sites) {
    const route = site.route(method, path.split('?', 1)[0] ?? '');
    if (route === undefined) continue;
    const exchange: Exchange = { route, ...base };
    return { exchange, effect: (storing) => site.answer(exchange, storing) };
  }
  return { exchange: { route: 'unknown', ...base }, effect: noSuchRoute };
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
