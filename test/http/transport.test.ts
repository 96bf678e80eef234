import { type AddressInfo, createServer as createTcpServer, type Socket } from 'node:net';
import { networkInterfaces } from 'node:os';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { Method } from '../../src/http/messages.ts';
import { NetworkError } from '../../src/http/network-error.ts';
import { HttpTransport } from '../../src/http/transport.ts';
import { loopback, send } from './loopback.ts';

const MIB = Buffer.alloc(1024 * 1024, ' ');

describe('a request', () => {
  test('asks for no coding', async () => {
    await using server = await loopback(({ headers }, response) => response.end(headers['accept-encoding']));
    expect(await send(new HttpTransport({ kind: 'default' }), server.url)).toMatchObject({
      body: 'identity',
    });
  });

  const hasIpv6 = Object.values(networkInterfaces()).some((all) =>
    all?.some(({ address }) => address === '::1'),
  );
  test.skipIf(!hasIpv6)('to an IPv6 address has a Host header with brackets', async () => {
    await using server = await loopback(({ headers }, response) => response.end(headers.host), '::1');
    expect(await send(new HttpTransport({ kind: 'default' }), server.url)).toMatchObject({
      body: server.url.host,
    });
    expect(server.url.host).toMatch(/^\[::1\]:\d+$/);
  });
});

describe('a connection', () => {
  /** The number of connections after a GET, a request with this method, and a GET. */
  async function connectionsFor(method: Method, headers = {}): Promise<number> {
    await using server = await loopback((_, response) => response.end('{}'));
    const transport = new HttpTransport({ kind: 'default' });
    await send(transport, server.url);
    await send(transport, server.url, method, headers);
    await send(transport, server.url);
    return server.connections.length;
  }

  test.each(['GET', 'PUT', 'PATCH', 'DELETE'] as const)('is kept for later requests: %s', async (method) => {
    expect(await connectionsFor(method)).toBe(1);
  });

  test('is always new for a POST', async () => {
    expect(await connectionsFor('POST')).toBe(2);
  });

  test('is always new for a request with `Connection: close`', async () => {
    expect(await connectionsFor('GET', { Connection: 'close' })).toBe(2);
  });

  test('of a POST is never used again, not even by another POST', async () => {
    await using server = await loopback((_, response) => response.end('{}'));
    const transport = new HttpTransport({ kind: 'default' });
    for (const method of ['POST', 'POST', 'GET', 'POST'] as const) await send(transport, server.url, method);
    expect(server.connections).toHaveLength(4);
  });

  test('is kept for later requests even after a timeout', async () => {
    let requests = 0;
    await using server = await loopback((_, response) => {
      if (++requests !== 2) response.end('{}');
    });
    const transport = new HttpTransport({ kind: 'default' });
    await send(transport, server.url);
    const tooSlow = send(transport, server.url, 'GET', {}, 100);
    await expect(tooSlow).rejects.toMatchObject({ kind: 'timeout' });
    await send(transport, server.url);
    await send(transport, server.url);
    expect(server.connections).toHaveLength(2);
  });

  test('that the server closes between two requests loses at most one of them', async () => {
    await using server = await loopback(({ socket }, response) => {
      response.on('finish', () => socket.end());
      response.end('{}');
    });
    const transport = new HttpTransport({ kind: 'default' });
    const outcomes: string[] = [];
    for (let count = 0; count < 10; count++) {
      const outcome = await send(transport, server.url, 'DELETE').catch((error: unknown) => error);
      outcomes.push(outcome instanceof NetworkError ? outcome.kind : 'response');
    }
    expect(outcomes.filter((outcome) => outcome === 'broken').length).toBeLessThanOrEqual(1);
    expect(outcomes.filter((outcome) => outcome === 'response').length).toBeGreaterThanOrEqual(9);
  });
});

describe('a response that breaks off', () => {
  const WHOLE = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}';
  const BROKEN = 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\nno size\r\n';
  const SHORT = 'HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{}';

  test.each([
    [BROKEN, 'HPE_INVALID_CHUNK_SIZE'],
    [SHORT, 'ECONNRESET'],
  ])('is a network error, and later requests share connections again: %j', async (response, code) => {
    const script = [WHOLE, response, WHOLE, WHOLE];
    const connections: Socket[] = [];
    const server = createTcpServer((socket) => {
      connections.push(socket.on('error', () => {}));
      socket.on('data', () => {
        const next = script.shift();
        socket.write(next ?? '');
        if (next === SHORT) socket.end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const transport = new HttpTransport({ kind: 'default' });
    await send(transport, url);
    const brokenOff = send(transport, url);
    await expect(brokenOff).rejects.toMatchObject({
      kind: 'broken',
      message: expect.stringContaining(code),
    });
    await send(transport, url);
    await send(transport, url);
    expect(connections).toHaveLength(2);
    for (const socket of connections) socket.destroy();
    server.close();
  });
});

describe('a response', () => {
  test('that never ends is cut off', async () => {
    await using server = await loopback((_, response) => {
      const go = (): void => {
        while (!response.destroyed && response.write(MIB));
      };
      response.on('drain', go);
      go();
    });
    const sent = send(new HttpTransport({ kind: 'default' }), server.url);
    await expect(sent).rejects.toMatchObject({ kind: 'too-large', title: 'Response too large' });
  });

  test('that never ends after it was compressed is cut off', async () => {
    const bomb = gzipSync(Buffer.alloc(65 * 1024 * 1024));
    await using server = await loopback((_, response) => {
      response.writeHead(200, { 'Content-Encoding': 'gzip' });
      response.end(bomb);
    });
    const sent = send(new HttpTransport({ kind: 'default' }), server.url);
    await expect(sent).rejects.toMatchObject({ kind: 'too-large', title: 'Response too large' });
  });

  test.each([
    ['in plain text', {}],
    ['compressed', { 'Content-Encoding': 'gzip' }],
  ])('that arrives byte by byte ends in time, and its connection is closed: %s', async (_, headers) => {
    await using server = await loopback((__, response) => {
      response.writeHead(200, headers);
      const drip = setInterval(() => response.write('x'), 20);
      response.on('close', () => clearInterval(drip));
    });
    const sent = send(new HttpTransport({ kind: 'default' }), server.url, 'GET', {}, 200);
    await expect(sent).rejects.toMatchObject({ kind: 'timeout', mightHaveReachedServer: true });
    await expect.poll(() => server.connections.map(({ destroyed }) => destroyed)).toEqual([true]);
  });

  test.each([
    [80, '80 ms'],
    [1050, '1 s'],
  ])('that does not start within %i ms names this limit', async (timeoutMs, limit) => {
    await using server = await loopback(() => {});
    const sent = send(new HttpTransport({ kind: 'default' }), server.url, 'GET', {}, timeoutMs);
    await expect(sent).rejects.toMatchObject({
      limitMs: timeoutMs,
      message: expect.stringMatching(new RegExp(` did not respond within ${limit}\\.$`)),
    });
  });

  test('that never starts leaves no connection open', async () => {
    await using server = await loopback(() => {});
    const sent = send(new HttpTransport({ kind: 'default' }), server.url, 'POST', {}, 100);
    await expect(sent).rejects.toMatchObject({ kind: 'timeout', mightHaveReachedServer: true });
    await expect.poll(() => server.connections.map(({ destroyed }) => destroyed)).toEqual([true]);
  });

  test('that is not HTTP is a network error', async () => {
    const server = createTcpServer((socket) => socket.on('error', () => {}).end('220 mail ready\r\n'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const sent = send(new HttpTransport({ kind: 'default' }), url);
    await expect(sent).rejects.toMatchObject({ kind: 'broken', message: expect.stringContaining('HPE_') });
    server.close();
  });
});

describe('a TLS handshake', () => {
  test.each<[string, kind: string, (socket: Socket) => void]>([
    ['that the server ends', 'handshake', (socket) => socket.end()],
    ['that the server resets', 'handshake', (socket) => socket.resetAndDestroy()],
    ['with a server without TLS', 'handshake', (socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')],
    ['that never ends', 'connect-timeout', () => {}],
  ])('%s: the request was not sent, and can be sent again', async (_, kind, answer) => {
    const closed = Promise.withResolvers<void>();
    const server = createTcpServer((socket) => {
      socket.on('error', () => {}).on('close', () => closed.resolve());
      socket.once('data', () => answer(socket));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = new URL(`https://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const sent = send(new HttpTransport({ kind: 'default' }), url, 'POST', {}, 500);
    await expect(sent).rejects.toMatchObject({
      kind,
      retryable: true,
      mightHaveReachedServer: false,
      message: expect.stringContaining(url.host),
    });
    await closed.promise;
    server.close();
  });
});

describe('a switch to another protocol', () => {
  test.each([
    ['with its name', 'Connection: Upgrade\r\nUpgrade: websocket\r\n'],
    ['without a name', ''],
  ])('is a lost response at once, and its connection is closed: %s', async (_, headers) => {
    const closed = Promise.withResolvers<void>();
    const server = createTcpServer((socket) => {
      socket.on('error', () => {}).on('close', () => closed.resolve());
      socket.once('data', () => socket.write(`HTTP/1.1 101 Switching Protocols\r\n${headers}\r\n`));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const sent = send(new HttpTransport({ kind: 'default' }), url, 'DELETE');
    await expect(sent).rejects.toMatchObject({
      kind: 'broken',
      retryable: true,
      mightHaveReachedServer: true,
      message: expect.stringContaining('status 101'),
    });
    await closed.promise;
    server.close();
  });
});

describe('a defect', () => {
  test.each([
    ['a header that cannot be sent', { Authorization: 'Bearer €' }],
    ['a header with a line break', { Authorization: 'Bearer x\ny' }],
  ])('is thrown unchanged, and nothing is sent: %s', async (_, headers) => {
    await using server = await loopback((__, response) => response.end('{}'));
    const error: unknown = await send(
      new HttpTransport({ kind: 'default' }),
      server.url,
      'POST',
      headers,
    ).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(TypeError);
    expect(error).not.toBeInstanceOf(NetworkError);
    expect(server.connections).toEqual([]);
  });
});
