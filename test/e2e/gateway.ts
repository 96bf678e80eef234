import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** GatewayResponse is a response on its way back through a gateway. */
export interface GatewayResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

export interface GatewayOptions {
  /** The server closes the connection this many milliseconds after each response, without an announcement. */
  readonly closesAfterMs?: number;
  /** Everything is below this path, such as `/influx`. Any other path gets a 404 with a page. Default: no path. */
  readonly path?: string;
  /** How the gateway changes a response. Default: not at all. `asked` is the method and the path without a query. */
  readonly change?: (response: GatewayResponse, asked: string) => GatewayResponse;
}

/** Gateway is between the action and an emulated server, and records which request used which connection. */
export interface Gateway extends AsyncDisposable {
  readonly url: string;
  /** The methods of the requests on each connection, in the order of the connections. */
  readonly connections: readonly (readonly string[])[];
}

/** startGateway forwards to the server at `target`, an http: URL without a path. */
export async function startGateway(target: string, options: GatewayOptions = {}): Promise<Gateway> {
  const { closesAfterMs, path = '', change = (response) => response } = options;
  const connections = new Map<Socket, string[]>();
  const server = createServer((incoming, outgoing) => {
    const { method = '', url = '', socket } = incoming;
    connections.get(socket)?.push(method);
    const response = url.startsWith(`${path}/`)
      ? forward(`${target}${url.slice(path.length)}`, incoming)
      : Promise.resolve(NOT_FOUND);
    response.then((original) => {
      const { status, headers, body } = change(original, `${method} ${url.replace(/\?.*/, '')}`);
      if (closesAfterMs !== undefined) outgoing.on('finish', () => close(socket, closesAfterMs));
      respond(outgoing, { status, headers, body });
    });
  });
  server.on('connection', (socket: Socket) => connections.set(socket, []));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`,
    get connections() {
      return [...connections.values()];
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const NOT_FOUND: GatewayResponse = {
  status: 404,
  headers: { 'content-type': 'text/html' },
  body: Buffer.from('<html><title>Not found</title></html>'),
};

function close(socket: Socket, afterMs: number): void {
  if (afterMs === 0) socket.end();
  else setTimeout(() => socket.end(), afterMs);
}

function respond(outgoing: ServerResponse, { status, headers, body }: GatewayResponse): void {
  const { connection: _, 'transfer-encoding': __, 'keep-alive': ___, ...kept } = headers;
  outgoing.writeHead(status, { ...kept, ...(status === 204 ? {} : { 'content-length': body.length }) });
  outgoing.end(body);
}

async function forward(url: string, incoming: IncomingMessage): Promise<GatewayResponse> {
  const sent = request(url, {
    method: incoming.method,
    headers: incoming.headers,
    agent: false,
  });
  incoming.pipe(sent);
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    sent.on('response', resolve);
    sent.on('error', reject);
  });
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk);
  const { statusCode: status = 0, headers } = response;
  return { status, headers, body: Buffer.concat(chunks) };
}
