import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Method } from '../../src/http/messages.ts';
import type { HttpTransport } from '../../src/http/transport.ts';

/** A server on loopback that knows its connections, and the requests on each. */
export interface Loopback extends AsyncDisposable {
  readonly url: URL;
  readonly connections: readonly Socket[];
}

/** loopback starts a server on loopback that handles requests with `listener`. */
export async function loopback(listener: RequestListener, address = '127.0.0.1'): Promise<Loopback> {
  const server: Server = createServer(listener);
  const connections: Socket[] = [];
  server.on('connection', (socket: Socket) => void connections.push(socket));
  await new Promise<void>((resolve) => server.listen(0, address, resolve));
  const host = address.includes(':') ? `[${address}]` : address;
  return {
    url: new URL(`http://${host}:${(server.address() as AddressInfo).port}/`),
    connections,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** send sends a request without a body. */
export function send(
  transport: HttpTransport,
  url: URL,
  method: Method = 'GET',
  headers = {},
  timeoutMs = 20_000,
) {
  return transport.send({ method, url, headers }, timeoutMs);
}
