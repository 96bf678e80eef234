import { type AddressInfo, connect, type Socket } from 'node:net';
import { createServer } from 'node:tls';
import { pem } from '../test/e2e/tls-front.ts';

/** TlsFront adds TLS to a server on this machine. */
export interface TlsFront extends AsyncDisposable {
  readonly url: string;
}

/** startTlsFront adds TLS to a server. It disables Nagle's algorithm, which would add up to 40 ms. */
export async function startTlsFront(serverUrl: string): Promise<TlsFront> {
  const open = new Set<Socket>();
  const server = createServer({ cert: pem('certificate'), key: pem('key'), noDelay: true }, (client) => {
    const behind = connect({ port: Number(new URL(serverUrl).port), host: '127.0.0.1', noDelay: true });
    for (const socket of [client, behind]) {
      open.add(socket);
      socket.on('close', () => open.delete(socket));
      socket.on('error', () => {
        client.destroy();
        behind.destroy();
      });
    }
    client.pipe(behind).pipe(client);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
