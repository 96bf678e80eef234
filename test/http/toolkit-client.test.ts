import diagnostics from 'node:diagnostics_channel';
import { type ClientRequest, createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { HttpClient } from '@actions/http-client';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Method } from '../../src/http/messages.ts';
import { HttpTransport } from '../../src/http/transport.ts';
import { closedPort } from '../e2e/closed-port.ts';
import { loopback, send } from './loopback.ts';

const METHODS: readonly Method[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

const hasIpv6 = Object.values(networkInterfaces()).some((all) =>
  all?.some(({ address }) => address === '::1'),
);

/** The longest `request-timeout`. */
const HOUR_MS = 3_600_000;

let transport: HttpTransport;

beforeEach(() => {
  transport = new HttpTransport({ kind: 'default' });
  for (const name of ['HTTPS_PROXY', 'HTTP_PROXY', 'NO_PROXY']) {
    vi.stubEnv(name, '');
    vi.stubEnv(name.toLowerCase(), '');
  }
});

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

describe("the toolkit's client", () => {
  test('sends every request, with one client per origin', async () => {
    const raw = vi.spyOn(HttpClient.prototype, 'requestRawWithCallback');
    await using one = await loopback((_, response) => response.end('{}'));
    await using other = await loopback((_, response) => response.end('{}'));
    for (const method of METHODS) {
      for (const { url } of [one, other]) await send(transport, new URL(`/${method}`, url), method);
    }
    const clients = raw.mock.contexts;
    expect(clients).toHaveLength(2 * METHODS.length);
    expect(new Set(clients.filter((_, index) => index % 2 === 0)).size).toBe(1);
    expect(new Set(clients).size).toBe(2);
    for (const client of clients) {
      expect(client).toMatchObject({ _allowRedirects: false, _allowRetries: false });
    }
  });

  test.each(METHODS)('sends the body and its length: %s', async (method) => {
    await using server = await loopback((request, response) => {
      response.writeHead(200, { 'X-Length': request.headers['content-length'] ?? 'none' });
      request.pipe(response);
    });
    const text = '{"description":"Schlüssel"}';
    const { headers, body } = await transport.send(
      { method, url: server.url, headers: {}, body: text },
      20_000,
    );
    expect([headers['x-length'], body]).toEqual([String(Buffer.byteLength(text)), text]);
  });

  test.each([301, 302, 303, 307, 308])('does not follow a redirect: %i', async (status) => {
    await using elsewhere = await loopback((_, response) => response.end('{}'));
    let requests = 0;
    await using server = await loopback((_, response) => {
      requests++;
      response.writeHead(status, { Location: elsewhere.url.href }).end('moved');
    });
    expect(await send(transport, server.url)).toMatchObject({
      status,
      headers: { location: elsewhere.url.href },
      body: 'moved',
    });
    expect(requests).toBe(1);
    expect(elsewhere.connections).toEqual([]);
  });

  test.each([
    ...METHODS.map((method) => [method, 503] as const),
    ['GET', 401] as const,
    ['GET', 502] as const,
    ['GET', 504] as const,
  ])('does not retry: a %s with the response %i', async (method, status) => {
    let requests = 0;
    await using server = await loopback((_, response) => {
      requests++;
      response.writeHead(status).end();
    });
    expect(await send(transport, server.url, method)).toMatchObject({ status });
    expect(requests).toBe(1);
  });

  test("does not send the runner's orchestration ID", async () => {
    vi.stubEnv('ACTIONS_ORCHESTRATION_ID', '3f2b1c');
    await using server = await loopback(({ rawHeaders }, response) => response.end(rawHeaders.join('\n')));
    const { body } = await send(transport, server.url);
    expect(body).toContain('User-Agent\ninfluxdb-token-action\n');
    expect(body).not.toMatch(/3f2b1c|orchestration/);
  });

  test('has no time limit that is shorter than the longest request-timeout', async () => {
    await using server = await loopback((_, response) => response.end('{}'));
    const limits: (number | undefined)[] = [];
    const note = (event: unknown): void => {
      limits.push((event as { readonly request: ClientRequest }).request.socket?.timeout);
    };
    diagnostics.subscribe('http.client.response.finish', note);
    await send(transport, server.url);
    diagnostics.unsubscribe('http.client.response.finish', note);
    expect(limits).toEqual([expect.any(Number)]);
    expect(limits[0]).toBeGreaterThan(HOUR_MS);
  });
});

describe('the proxy variables', () => {
  test.each(['a b', 'http://a b', 'http://user:100%@127.0.0.1:1', 'socks5://127.0.0.1:1', '127.0.0.1:1'])(
    'are not read for this machine: %s',
    async (setting) => {
      for (const name of ['HTTPS_PROXY', 'HTTP_PROXY']) vi.stubEnv(name, setting);
      await using server = await loopback((_, response) => response.end('{}'));
      expect(await send(transport, server.url)).toMatchObject({ status: 200 });
    },
  );

  test.each(['localhost', '127.0.0.1', ...(hasIpv6 ? ['[::1]'] : [])])(
    'are not read for this machine with TLS either: %s',
    async (host) => {
      const url = new URL(`https://${host}:${await closedPort()}`);
      for (const setting of ['not a url', 'http://user:p%40ssw0rd@127.0.0.1:1']) {
        vi.stubEnv('HTTPS_PROXY', setting);
        await expect(send(new HttpTransport({ kind: 'default' }), url)).rejects.toMatchObject({
          kind: 'refused',
          message: expect.stringContaining(`${url.host} refused the connection`),
        });
      }
    },
  );

  // The client would throw a TypeError for the first one, connect directly for the next two, and speak HTTP to the last one.
  test.each(['a b', 'http://a b', 'http://user:100%@127.0.0.1:1', 'socks5://127.0.0.1:1'])(
    'without a usable proxy are refused before anything is sent: %s',
    async (setting) => {
      vi.stubEnv('HTTPS_PROXY', setting);
      const raw = vi.spyOn(HttpClient.prototype, 'requestRawWithCallback');
      const sent = send(transport, new URL('https://influx.invalid/'));
      await expect(sent).rejects.toMatchObject({ kind: 'proxy-setting', mightHaveReachedServer: false });
      expect(raw).not.toHaveBeenCalled();
    },
  );

  // The client would throw a TypeError for the second one.
  test.each([['http://127.0.0.1:PORT'], [' 127.0.0.1:PORT ']])(
    'use one tunnel of the action: "%s"',
    async (setting) => {
      await using proxy = await refusingProxy();
      vi.stubEnv('HTTPS_PROXY', setting.replace('PORT', proxy.port));
      const sent = send(transport, new URL('https://[2001:db8::1]/'), 'POST');
      await expect(sent).rejects.toMatchObject({ kind: 'proxy', mightHaveReachedServer: false });
      expect(proxy.targets).toEqual(['[2001:db8::1]:443']);
    },
  );
});

interface RefusingProxy extends AsyncDisposable {
  readonly port: string;
  /** HOST:PORT of each CONNECT. */
  readonly targets: readonly string[];
}

async function refusingProxy(): Promise<RefusingProxy> {
  const targets: string[] = [];
  const server: Server = createServer().on('connect', ({ url = '' }, socket) => {
    targets.push(url);
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: String((server.address() as AddressInfo).port),
    targets,
    async [Symbol.asyncDispose]() {
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
