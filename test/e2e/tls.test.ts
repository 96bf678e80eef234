import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, connect, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { createServer as createTlsServer } from 'node:tls';
import { expect, test } from 'vitest';
import { Scene } from './scene.ts';

/** Made for these tests, of no worth to anybody; for localhost and cluster.test. */
const CERTIFICATE = join(import.meta.dirname, 'tls/certificate.pem');
const KEY = join(import.meta.dirname, 'tls/key.pem');
const TRUSTED = { NODE_EXTRA_CA_CERTS: CERTIFICATE };

test('a trusted certificate: the token is minted over TLS and revoked', async () => {
  await using front = await tlsFront();
  const main = await front.scene.main({ inputs: front.inputs('localhost'), env: TRUSTED });
  const post = await front.scene.post({ env: TRUSTED });
  expect(main.outputs['active']).toBe('true');
  expect(post.annotations).toEqual([]);
  expect(front.scene.cluster.liveTokens).toEqual([]);
});

test.for([
  ['no certificate authority knows it', {}],
  ['the environment tries to switch verification off', { NODE_TLS_REJECT_UNAUTHORIZED: '0' }],
] as const)('a certificate that is not trusted, and %s: nothing is sent', async ([, env]) => {
  await using front = await tlsFront();
  const main = await front.scene.main({ inputs: front.inputs('localhost'), env });
  expect(main.annotations[0]?.message).toContain('DEPTH_ZERO_SELF_SIGNED_CERT');
  expect(front.scene.cluster.requests).toEqual([]);
});

test('a proxy: both planes are reached through it by CONNECT, and its password is masked', async () => {
  await using front = await tlsFront();
  const env = { ...TRUSTED, HTTPS_PROXY: front.proxyUrl };
  const main = await front.scene.main({ inputs: front.inputs('cluster.test'), env });
  await front.scene.post({ env });
  expect(main.outputs['active']).toBe('true');
  expect(front.scene.cluster.liveTokens).toEqual([]);
  expect(new Set(front.connects)).toEqual(
    new Set([`cluster.test:${front.apiPort}`, `cluster.test:${front.dataPort}`]),
  );
  expect(main.masks).toEqual(expect.arrayContaining(['p%40ssw0rd', 'p@ssw0rd']));
});

test('a proxy is not used for a loopback host', async () => {
  await using front = await tlsFront();
  await front.scene.main({
    inputs: front.inputs('localhost'),
    env: { ...TRUSTED, HTTPS_PROXY: front.proxyUrl },
  });
  expect(front.scene.cluster.tokens).toHaveLength(1);
  expect(front.connects).toEqual([]);
});

test('a proxy does not get past the certificate either', async () => {
  await using front = await tlsFront();
  const env = { HTTPS_PROXY: front.proxyUrl, NODE_TLS_REJECT_UNAUTHORIZED: '0' };
  const main = await front.scene.main({ inputs: front.inputs('cluster.test'), env });
  expect(main.conclusion).toBe('failure');
  expect(front.connects).not.toEqual([]);
  expect(front.scene.cluster.requests).toEqual([]);
});

/** Puts TLS in front of an emulated cluster, and a proxy beside it that leads every host name to this machine. */
async function tlsFront() {
  const scene = await Scene.start({ inputs: { retries: '0' } });
  const connects: string[] = [];
  const sockets = new Set<Socket>();
  const pipe = (one: Socket, port: number) => {
    const other = connect(port, '127.0.0.1');
    for (const socket of [one, other]) {
      sockets.add(socket);
      socket.on('error', () => [one, other].forEach((end) => void end.destroy()));
    }
    one.pipe(other).pipe(one);
  };
  const encrypted = (url: string) =>
    listening(
      createTlsServer({ cert: readFileSync(CERTIFICATE), key: readFileSync(KEY) }, (socket) =>
        pipe(socket, Number(new URL(url).port)),
      ).on('tlsClientError', () => {}),
    );
  const [api, data] = await Promise.all([
    encrypted(scene.cluster.apiUrl),
    encrypted(scene.cluster.clusterUrl),
  ]);
  const proxy = await listening(
    createServer().on('connect', ({ url = '' }, socket: Socket) => {
      connects.push(url);
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      pipe(socket, Number(url.split(':')[1]));
    }),
  );
  return {
    scene,
    connects,
    apiPort: portOf(api),
    dataPort: portOf(data),
    proxyUrl: `http://user:p%40ssw0rd@127.0.0.1:${portOf(proxy)}`,
    inputs: (host: string) => ({
      ...scene.inputs,
      'api-url': `https://${host}:${portOf(api)}`,
      'cluster-url': `https://${host}:${portOf(data)}`,
    }),
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      for (const server of [api, data, proxy]) server.close();
      await scene[Symbol.asyncDispose]();
    },
  };
}

function listening<Any extends Server>(server: Any): Promise<Any> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(server));
  });
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}
