import { join } from 'node:path';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { type GatewayOptions, type GatewayResponse, startGateway } from './gateway.ts';
import { Scene, type SceneOptions } from './scene.ts';
import { fixture, pem, tlsFront } from './tls-front.ts';

/** behindGateway is a step whose Management API is behind a gateway. */
async function behindGateway(gatewayOptions: GatewayOptions, { inputs, ...options }: SceneOptions = {}) {
  const scene = await Scene.start(options);
  const gateway = await startGateway(scene.cluster.apiUrl, gatewayOptions);
  const given = { ...scene.inputs, 'api-url': gateway.url, ...inputs };
  return {
    scene,
    gateway,
    main: (more: Record<string, string> = {}) => scene.main({ inputs: { ...given, ...more } }),
    post: () => scene.post({ inputs: given }),
    async [Symbol.asyncDispose]() {
      await gateway[Symbol.asyncDispose]();
      await scene[Symbol.asyncDispose]();
    },
  };
}

const IN_USE = { permissions: [{ action: 'read', resource: 'metrics' }] } as const;

describe('a server that closes each connection after its response', () => {
  test.for([0, 1, 2])('%d ms later: one POST creates one token, which is revoked', async (closesAfterMs) => {
    await using behind = await behindGateway({ closesAfterMs });
    const main = await behind.main();
    expect(main).toMatchObject({ exitCode: 0, annotations: [], outputs: { active: 'true' } });
    expect(behind.scene.cluster.trace.filter((line) => line.startsWith('POST'))).toEqual(['POST tokens 200']);
    expect(behind.scene.cluster.liveTokens).toHaveLength(1);
    expect(await behind.post()).toMatchObject({ exitCode: 0, annotations: [] });
    expect(behind.scene.cluster.tokens).toHaveLength(1);
    expect(behind.scene.cluster.liveTokens).toEqual([]);
  });

  test.for([0, 1, 2])('%d ms later: these tokens are revoked, and no others', async (closesAfterMs) => {
    await using behind = await behindGateway(
      { closesAfterMs },
      { operation: 'revoke', inputs: { retries: '2' } },
    );
    const { cluster } = behind.scene;
    const ids = ['a', 'b', 'c', 'd'].map((description) => cluster.seed({ ...IN_USE, description }).id);
    const main = await behind.main({ 'token-id': ids.slice(0, 3).join(',') });
    expect(main).toMatchObject({ exitCode: 0, annotations: [] });
    expect(cluster.liveTokens.map(({ id }) => id)).toEqual(ids.slice(3));
  });

  test.for([0, 1, 2])('%d ms later: a token is updated', async (closesAfterMs) => {
    await using behind = await behindGateway({ closesAfterMs }, { operation: 'update' });
    const { id } = behind.scene.cluster.seed({ ...IN_USE, description: 'a' });
    const main = await behind.main({ 'token-id': id, description: 'b' });
    expect(main).toMatchObject({ exitCode: 0, annotations: [] });
    expect(behind.scene.cluster.liveTokens).toMatchObject([{ id, description: 'b' }]);
  });
});

describe('connections', () => {
  test('are kept for later requests, but each POST has a new one', async () => {
    await using behind = await behindGateway(
      {},
      { inputs: { 'skip-token-revoke': 'true', 'expires-at': '1d' } },
    );
    expect((await behind.main()).exitCode).toBe(0);
    expect(behind.gateway.connections.filter((methods) => methods.includes('POST'))).toEqual([['POST']]);
    const others = behind.gateway.connections.filter((methods) => !methods.includes('POST'));
    expect(others.flat().length).toBeGreaterThanOrEqual(1);
  });

  test('of Clustered are not shared with probes, which use the same host', async () => {
    await using behind = await behindGateway(
      {},
      { cluster: { product: 'clustered' }, inputs: { 'cluster-url': '' } },
    );
    expect((await behind.main()).outputs['active']).toBe('true');
    const probes = behind.scene.cluster.requests.filter(({ route }) => route === 'GET query').length;
    expect(probes).toBeGreaterThan(0);
    expect(behind.gateway.connections).toHaveLength(2 + probes);
    for (const methods of behind.gateway.connections) expect(methods).toHaveLength(1);
  });
});

describe('Clustered behind a path', () => {
  test('needs only `cluster-url`, because the other URL has the same path', async () => {
    await using behind = await behindGateway({ path: '/influx' }, { cluster: { product: 'clustered' } });
    const main = await behind.main({ 'api-url': '', 'cluster-url': `${behind.gateway.url}/` });
    expect(main).toMatchObject({ exitCode: 0, annotations: [], outputs: { active: 'true' } });
    expect(behind.scene.cluster.trace.slice(0, 3)).toEqual([
      'GET databases 200',
      'POST tokens 200',
      'GET query 200',
    ]);
    await behind.post();
    expect(behind.scene.cluster.liveTokens).toEqual([]);
  });

  test('with a path of the API at its end: the error shows the right URL, and nothing is sent', async () => {
    await using behind = await behindGateway({ path: '/influx' }, { cluster: { product: 'clustered' } });
    const { url } = behind.gateway;
    const main = await behind.main({ 'api-url': '', 'cluster-url': `${url}/api/v2/query` });
    expect(main).toMatchObject({ exitCode: 1, annotations: [{ title: 'Input cluster-url' }] });
    expect(main.annotations[0]?.message).toMatch(new RegExp(`Use \`${url}\`\\. See \\S+$`));
    expect(behind.scene.cluster.requests).toEqual([]);
  });
});

/** as converts the body of every response that has one. */
function as(coding: string, compress: (body: Buffer) => Buffer): GatewayOptions {
  return {
    change: ({ status, headers, body }) =>
      body.length === 0
        ? { status, headers, body }
        : { status, headers: { ...headers, 'content-encoding': coding }, body: compress(body) },
  };
}

describe('a gateway that compresses responses', () => {
  test.for<[string, (body: Buffer) => Buffer]>([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['deflate', deflateRawSync],
    ['br', brotliCompressSync],
    ['zstd', zstdCompressSync],
  ])('with %s: one token is created and revoked', async ([coding, compress]) => {
    await using behind = await behindGateway(as(coding, compress));
    const main = await behind.main();
    expect(main).toMatchObject({ exitCode: 0, annotations: [], outputs: { active: 'true' } });
    expect(await behind.post()).toMatchObject({ exitCode: 0, annotations: [] });
    expect(behind.scene.cluster.tokens).toHaveLength(1);
    expect(behind.scene.cluster.liveTokens).toEqual([]);
    for (const { headers } of behind.scene.cluster.requests)
      expect(headers['accept-encoding']).toBe('identity');
  });

  test('in an unknown way: the error names it, and nothing is created', async () => {
    await using behind = await behindGateway(as('compress', (body) => body));
    const main = await behind.main();
    expect(main).toMatchObject({ exitCode: 1, annotations: [{ title: 'Unreadable response' }] });
    expect(main.annotations[0]?.message).toMatch(/"compress".*No token was created/);
    expect(behind.scene.cluster.trace).toEqual(['GET databases 200']);
  });

  test('with gzip, only for the POST and cut off: the lost token is revoked', async () => {
    const change = ({ status, headers, body }: GatewayResponse, asked: string) =>
      asked.startsWith('POST')
        ? {
            status,
            headers: { ...headers, 'content-encoding': 'gzip' },
            body: gzipSync(body).subarray(0, -9),
          }
        : { status, headers, body };
    await using behind = await behindGateway({ change }, { inputs: { retries: '0' } });
    const main = await behind.main();
    expect(main.exitCode).toBe(1);
    expect(behind.scene.cluster.tokens).toHaveLength(1);
    expect(behind.scene.cluster.liveTokens).toEqual([]);
  });

  test('into a decompression bomb: the response is cut off, and nothing is created', async () => {
    const bomb = gzipSync(Buffer.alloc(65 * 1024 * 1024, ' '));
    await using behind = await behindGateway(
      as('gzip', () => bomb),
      { inputs: { 'request-timeout': '20s' } },
    );
    const main = await behind.main();
    expect(main).toMatchObject({ exitCode: 1, annotations: [{ title: 'Response too large' }] });
    expect(behind.scene.cluster.trace).toEqual(['GET databases 200']);
  });
});

test('a gateway that adds a byte order mark to JSON: one token is created and revoked', async () => {
  const change = ({ status, headers, body }: GatewayResponse) =>
    body.length === 0
      ? { status, headers, body }
      : { status, headers, body: Buffer.concat([Buffer.from('\ufeff'), body]) };
  await using behind = await behindGateway({ change });
  expect(await behind.main()).toMatchObject({ exitCode: 0, annotations: [] });
  expect(await behind.post()).toMatchObject({ exitCode: 0, annotations: [] });
  expect(behind.scene.cluster.tokens).toHaveLength(1);
  expect(behind.scene.cluster.liveTokens).toEqual([]);
});

describe('a cluster with a dead address next to a live one', () => {
  test.for([['2001:db8::1 127.0.0.1'], ['127.0.0.1 2001:db8::1'], ['2001:db8::1 127.0.0.9 127.0.0.1']])(
    '%s: one token is created over TLS and revoked',
    async ([addresses = '']) => {
      await using front = await tlsFront({ certificate: 'server' });
      const inputs = { ...front.inputs('cluster.test'), 'ca-certificate': pem('authority') };
      const env = resolving(addresses);
      const main = await front.scene.main({ inputs, env });
      expect(main).toMatchObject({ exitCode: 0, annotations: [], outputs: { active: 'true' } });
      expect(await front.scene.post({ inputs, env })).toMatchObject({ exitCode: 0, annotations: [] });
      expect(front.scene.cluster.tokens).toHaveLength(1);
      expect(front.scene.cluster.liveTokens).toEqual([]);
    },
  );
});

describe('a defect', () => {
  test('is reported as a defect: it is not retried, is not a lost response, and shows no stack', async () => {
    await using scene = await Scene.start({ inputs: { 'check-databases': 'false', retries: '4' } });
    const env = { NODE_OPTIONS: `--require=${join(import.meta.dirname, 'broken-http.cjs')}` };
    const main = await scene.main({ env });
    expect(main).toMatchObject({
      exitCode: 1,
      stderr: '',
      annotations: [{ level: 'error', title: 'Unexpected error' }],
    });
    expect(main.annotations[0]?.message).toMatch(/bug in the action.*noSuchFunction is not a function/);
    expect(main.log).not.toMatch(/Retrying |Response lost|^\s+at /m);
    expect(scene.cluster.requests).toEqual([]);
    await scene.post();
    expect(scene.cluster.liveTokens).toEqual([]);
  });
});

/** The environment in which every name resolves to these addresses. */
function resolving(addresses: string): Record<string, string> {
  return {
    NODE_OPTIONS: `--require=${join(import.meta.dirname, 'addresses.cjs')}`,
    TEST_ADDRESSES: addresses,
    NODE_EXTRA_CA_CERTS: fixture('authority.pem'),
  };
}
