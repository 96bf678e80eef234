import { readFileSync } from 'node:fs';
import { createServer as createHttpServer, type IncomingMessage } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { type AddressInfo, connect, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { createServer as createTlsServer, type Server as TlsServerOfNode } from 'node:tls';
import { Scene, type SceneOptions } from './scene.ts';

/** The certificates and their key were created for these tests and protect nothing. See tls/README.md. */
export type CertificateName = 'server' | 'expired' | 'elsewhere' | 'certificate' | 'issued';

/** fixture is the path of a file in `tls`. */
export function fixture(name: string): string {
  return join(import.meta.dirname, 'tls', name);
}

/** pem is the text of a file in `tls`. */
export function pem(name: CertificateName | 'authority' | 'issuing' | 'key'): string {
  return readFileSync(fixture(`${name}.pem`), 'utf8');
}

/** Longer than one attempt, but shorter than two. */
const LATE_MS = 1500;

export interface FrontOptions extends SceneOptions {
  /** The certificate of the Management API and the data plane. Default: a self-signed one. */
  readonly certificate?: CertificateName;
  /** The certificate of the data plane if it is a different one. */
  readonly dataCertificate?: CertificateName;
  /** With a certificate, the proxy uses TLS. */
  readonly proxyCertificate?: CertificateName;
  /** The address that the proxy listens on. Default: 127.0.0.1. With TLS, the proxy is named localhost. */
  readonly proxyAddress?: '127.0.0.1' | '::1';
  /** How the proxy handles a CONNECT. Default: it connects to this machine for any host name. */
  readonly proxy?: 'connects' | 'connects late' | 'hangs' | 'hangs up' | 403 | 407;
}

export interface TlsFront extends AsyncDisposable {
  readonly scene: Scene;
  /** HOST:PORT of each CONNECT, in order. */
  readonly connects: readonly string[];
  /** The Proxy-Authorization header of each CONNECT. */
  readonly authorizations: readonly (string | undefined)[];
  /** The data that passed through the proxy on its way to the servers. */
  readonly overheard: () => string;
  readonly apiPort: number;
  readonly dataPort: number;
  readonly proxyPort: number;
  /** With the password `p@ssw0rd`, URL-encoded. */
  readonly proxyUrl: string;
  /** From now on, the Management API and the data plane show this certificate. */
  show(certificate: CertificateName): void;
  /** The Management API closes this connection during the handshake. The first one is 1. */
  breakHandshake(connection: number): void;
  /** The scene's inputs, with the addresses of the TLS servers under this host name. */
  inputs(host: string): Record<string, string>;
}

/** Adds TLS to an emulated cluster, and starts a proxy that connects every host name to this machine. */
export async function tlsFront(options: FrontOptions = {}): Promise<TlsFront> {
  const { certificate = 'certificate', dataCertificate, proxyCertificate, proxy: act, ...others } = options;
  const { proxyAddress = '127.0.0.1', ...rest } = others;
  const scene = await Scene.start({ ...rest, inputs: { retries: '0', ...rest.inputs } });
  const wires = new Wires();
  const encrypted = (url: string, shown: CertificateName) => listening(wires.encrypted(url, shown));
  const connects: string[] = [];
  const authorizations: (string | undefined)[] = [];
  const passed: Buffer[] = [];
  const connectTo = (target: string, socket: Socket): void => {
    socket.on('data', (chunk: Buffer) => passed.push(chunk));
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    wires.join(socket, Number(target.slice(target.lastIndexOf(':') + 1)));
  };
  const onConnect = ({ url = '', headers }: IncomingMessage, socket: Socket): void => {
    connects.push(url);
    authorizations.push(headers['proxy-authorization']);
    if (act === 'hangs') wires.keep(socket);
    else if (act === 'hangs up') socket.destroy();
    else if (typeof act === 'number') socket.end(`HTTP/1.1 ${act} No\r\nContent-Length: 0\r\n\r\n`);
    else if (act === 'connects late') setTimeout(connectTo, LATE_MS, url, socket);
    else connectTo(url, socket);
  };
  const [api, data, proxy] = await Promise.all([
    encrypted(scene.cluster.apiUrl, certificate),
    encrypted(scene.cluster.clusterUrl, dataCertificate ?? certificate),
    listening(
      proxyCertificate
        ? createHttpsServer(credentials(proxyCertificate)).on('connect', onConnect)
        : createHttpServer().on('connect', onConnect),
      proxyAddress,
    ),
  ]);
  const proxyHost = proxyCertificate
    ? 'https://user:p%40ssw0rd@localhost'
    : `http://user:p%40ssw0rd@${proxyAddress === '::1' ? '[::1]' : proxyAddress}`;
  return {
    scene,
    connects,
    authorizations,
    overheard: () => Buffer.concat(passed).toString('latin1'),
    apiPort: portOf(api),
    dataPort: portOf(data),
    proxyPort: portOf(proxy),
    proxyUrl: `${proxyHost}:${portOf(proxy)}`,
    show: (shown) => [api, data].forEach((server) => void server.setSecureContext(credentials(shown))),
    breakHandshake: (connection) => {
      let connections = 0;
      api.on('connection', (socket: Socket) => {
        if (++connections === connection) socket.destroy();
      });
    },
    inputs: (host) => ({
      ...scene.inputs,
      'api-url': `https://${host}:${portOf(api)}`,
      'cluster-url': `https://${host}:${portOf(data)}`,
    }),
    async [Symbol.asyncDispose]() {
      wires.cut();
      for (const server of [api, data, proxy]) server.close();
      await scene[Symbol.asyncDispose]();
    },
  };
}

/** TlsServer shows a certificate, and forwards everything to another server on this machine. */
export interface TlsServer extends AsyncDisposable {
  readonly port: number;
}

/** tlsServer adds TLS to the server at `url`. */
export async function tlsServer(url: string, certificate: CertificateName): Promise<TlsServer> {
  const wires = new Wires();
  const server = await listening(wires.encrypted(url, certificate));
  return {
    port: portOf(server),
    async [Symbol.asyncDispose]() {
      wires.cut();
      server.close();
    },
  };
}

/** Wires connects sockets to ports of this machine, and can close all of them. */
class Wires {
  readonly #sockets = new Set<Socket>();

  join(one: Socket, port: number): void {
    const other = connect(port, '127.0.0.1');
    for (const socket of [one, other]) {
      this.keep(socket);
      socket.on('error', () => [one, other].forEach((end) => void end.destroy()));
    }
    one.pipe(other).pipe(one);
  }

  /** A server that shows a certificate and forwards to the server at `url`. */
  encrypted(url: string, shown: CertificateName): TlsServerOfNode {
    return createTlsServer(credentials(shown), (socket) => this.join(socket, Number(new URL(url).port))).on(
      'tlsClientError',
      () => {},
    );
  }

  keep(socket: Socket): void {
    this.#sockets.add(socket);
  }

  cut(): void {
    for (const socket of this.#sockets) socket.destroy();
  }
}

function credentials(certificate: CertificateName): { cert: string; key: string } {
  return { cert: pem(certificate), key: pem('key') };
}

function listening<Any extends Server>(server: Any, address = '127.0.0.1'): Promise<Any> {
  return new Promise((resolve) => {
    server.listen(0, address, () => resolve(server));
  });
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}
