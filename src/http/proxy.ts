import { request } from 'node:http';
import { isIP, type Socket } from 'node:net';
import { connect, type TLSSocket } from 'node:tls';
import { checkBypass } from '@actions/http-client/lib/proxy';
import { type Destination, dial } from './dial.ts';
import { NetworkError, proxyError, unusableProxy } from './network-error.ts';
import { type HttpProxy, parseProxy } from './proxy-setting.ts';
import type { Verification } from './trust.ts';

/**
 * reachThroughProxy returns a function that connects to the server of an `https:` URL through the proxy in `setting`. Undefined
 * if NO_PROXY contains the host, as the toolkit reads it for all actions. The action does not use the toolkit's own tunnel, which
 * verifies a proxy against the name of the server and writes IPv6 addresses without brackets. Throws NetworkError for a setting
 * that cannot be used.
 */
export function reachThroughProxy(
  url: URL,
  setting: string,
  verification: Verification,
): ((abandoned: AbortSignal) => Promise<Socket>) | undefined {
  if (checkBypass(url)) return undefined;
  const proxy = parseProxy(setting);
  if (!('host' in proxy)) throw unusableProxy(proxy.scheme, url.host);
  const tunnel = { proxy, authority: `${url.hostname}:${url.port || 443}`, verification };
  return (abandoned) => openTunnel(tunnel, abandoned);
}

/** Tunnel is a connection through a proxy to one server. */
export interface Tunnel {
  readonly proxy: HttpProxy;
  /** HOST:PORT of the server, with brackets around an IPv6 address. */
  readonly authority: string;
  /** How the certificate of the proxy is verified if the connection to it uses TLS. */
  readonly verification: Verification;
}

/**
 * openTunnel connects to a proxy, which connects to the server (CONNECT). The returned socket then carries TLS to the server.
 * When `abandoned` fires, openTunnel closes all sockets. Throws NetworkError if the proxy does not connect.
 */
async function openTunnel(tunnel: Tunnel, abandoned: AbortSignal): Promise<Socket> {
  const { proxy, authority, verification } = tunnel;
  try {
    const socket = await dial(proxy, abandoned);
    abandoned.addEventListener('abort', () => socket.destroy());
    const connection = proxy.secure ? await secure(socket, proxy, verification) : socket;
    return await askToConnect(connection, tunnel);
  } catch (error) {
    throw proxyError(error, authority) ?? error;
  }
}

/** The certificate must be for the name of the proxy, not for the name of the server. */
function secure(socket: Socket, { host }: Destination, verification: Verification): Promise<TLSSocket> {
  const { promise, resolve, reject } = Promise.withResolvers<TLSSocket>();
  // In TLS, a server name is never an address.
  const secured = connect({ ...verification, socket, host, servername: isIP(host) ? '' : host });
  secured.once('secureConnect', () => resolve(secured));
  // This listener stays on the socket, so that an error does not end the process before the caller listens.
  secured.on('error', reject);
  return promise;
}

function askToConnect(connection: Socket, { proxy, authority }: Tunnel): Promise<Socket> {
  const { promise, resolve, reject } = Promise.withResolvers<Socket>();
  const asked = request({
    method: 'CONNECT',
    path: authority,
    headers: {
      Host: authority,
      ...(proxy.userInfo === undefined
        ? {}
        : { 'Proxy-Authorization': `Basic ${Buffer.from(proxy.userInfo).toString('base64')}` }),
    },
    createConnection: () => connection,
  });
  asked.once('connect', ({ statusCode = 0 }, socket: Socket, head) => {
    // A TLS server waits for its client, so bytes after the response are not from the server.
    if (statusCode >= 200 && statusCode < 300 && head.length === 0) return resolve(socket);
    socket.destroy();
    reject(refusedByProxy(statusCode, authority));
  });
  asked.on('error', reject);
  asked.end();
  return promise;
}

function refusedByProxy(status: number, authority: string): NetworkError {
  const hint =
    status === 407
      ? 'The proxy needs a user name and a password. Set HTTPS_PROXY to http://USER:PASSWORD@HOST:PORT.'
      : 'Check HTTPS_PROXY, and check which hosts the proxy allows.';
  return new NetworkError(
    'proxy',
    `The proxy refused to connect to ${authority} (status ${status}). ${hint}`,
  );
}
