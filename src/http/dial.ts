import dns, { type LookupAddress } from 'node:dns';
import net, { type Socket } from 'node:net';

/** Destination is a host and a port. An IPv6 address has no brackets. */
export interface Destination {
  readonly host: string;
  readonly port: number;
}

/** Network is the part of the system that makes connections. Tests pass their own. */
export interface Network {
  /** lookup returns all addresses of a name, in the order that the system prefers. */
  lookup(host: string): Promise<readonly LookupAddress[]>;
  /** connect begins a TCP connection to an address. */
  connect(address: Destination): Socket;
}

/** The delay that RFC 8305 recommends and Node uses. */
const NEXT_ADDRESS_AFTER_MS = 250;

/**
 * dial opens a TCP connection. It starts an attempt with another address every 250 ms, while the earlier attempts continue. No
 * attempt has its own time limit, so dial works on slow networks, and an address without a route delays nothing. When
 * `abandoned` fires, dial closes all sockets. Throws an AggregateError with the error of each address if all of them fail.
 */
export async function dial(
  { host, port }: Destination,
  abandoned: AbortSignal,
  network: Network = SYSTEM,
): Promise<Socket> {
  const addresses = alternateFamilies(await network.lookup(host));
  abandoned.throwIfAborted();
  return race(
    addresses.map(
      ({ address }) =>
        () =>
          network.connect({ host: address, port }),
    ),
    abandoned,
  );
}

/** Returns the first socket that connects, and destroys the others. */
function race(attempts: readonly (() => Socket)[], abandoned: AbortSignal): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const waiting = [...attempts];
    const connecting = new Set<Socket>();
    const errors: Error[] = [];
    let timer: NodeJS.Timeout | undefined;
    const finish = (): void => {
      clearTimeout(timer);
      abandoned.removeEventListener('abort', abandon);
      for (const socket of connecting) socket.destroy();
    };
    const abandon = (): void => {
      finish();
      reject(abandoned.reason);
    };
    const next = (): void => {
      clearTimeout(timer);
      const socket = waiting.shift()?.();
      if (socket) watch(socket);
      else if (connecting.size === 0) fail();
      if (waiting.length > 0) timer = setTimeout(next, NEXT_ADDRESS_AFTER_MS);
    };
    const watch = (socket: Socket): void => {
      connecting.add(socket);
      socket.once('connect', () => {
        connecting.delete(socket);
        finish();
        resolve(socket);
      });
      // This listener stays on the socket, so that an error does not end the process before the caller listens.
      socket.on('error', (error) => {
        if (!connecting.delete(socket)) return;
        errors.push(error);
        next();
      });
    };
    const fail = (): void => {
      finish();
      reject(new AggregateError(errors));
    };
    abandoned.addEventListener('abort', abandon);
    next();
  });
}

/** The system often lists all addresses of one family first, and usually a whole family is unreachable. */
function alternateFamilies(addresses: readonly LookupAddress[]): LookupAddress[] {
  const preferred = addresses.filter(({ family }) => family === addresses[0]?.family);
  const others = addresses.filter(({ family }) => family !== addresses[0]?.family);
  const longest = Math.max(preferred.length, others.length);
  return Array.from({ length: longest }, (_, index) => index).flatMap((index) => [
    ...preferred.slice(index, index + 1),
    ...others.slice(index, index + 1),
  ]);
}

const SYSTEM: Network = {
  lookup: (host) =>
    new Promise((resolve, reject) => {
      dns.lookup(host, { all: true }, (error, addresses) => (error ? reject(error) : resolve(addresses)));
    }),
  connect: (address) => net.connect({ ...address, noDelay: true, keepAlive: true }),
};
