import { networkInterfaces } from 'node:os';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closedPort } from './closed-port.ts';
import type { Scene } from './scene.ts';
import { type CertificateName, fixture, pem, type TlsFront, tlsFront } from './tls-front.ts';
import { unmasked } from './unmasked.ts';

const TRUSTED = { NODE_EXTRA_CA_CERTS: fixture('certificate.pem') };

/** The password of the proxy in all its forms. */
const FORMS = ['p%40ssw0rd', 'p@ssw0rd', Buffer.from('user:p@ssw0rd').toString('base64')];

describe.each(['HTTPS_PROXY', 'https_proxy'])('a proxy in %s', (name) => {
  let front: TlsFront;
  let main: Result;
  let post: Result;
  let connectedByMain: readonly string[];
  beforeAll(async () => {
    front = await tlsFront();
    const env = { ...TRUSTED, [name]: front.proxyUrl };
    main = await front.scene.main({ inputs: front.inputs('cluster.test'), env });
    connectedByMain = [...front.connects];
    post = await front.scene.post({ env });
    // A hook has less time than a test by default.
  }, 60_000);
  afterAll(() => front[Symbol.asyncDispose]());

  test('connects to both planes, in both steps', () => {
    expect(main.outputs['active']).toBe('true');
    expect(post.annotations).toEqual([]);
    expect(front.scene.cluster.liveTokens).toEqual([]);
    expect(new Set(connectedByMain)).toEqual(
      new Set([`cluster.test:${front.apiPort}`, `cluster.test:${front.dataPort}`]),
    );
    expect(front.connects.slice(connectedByMain.length)).toEqual([`cluster.test:${front.apiPort}`]);
  });

  test('receives its user and password, decoded', () => {
    const [authorization = ''] = front.authorizations;
    expect(authorization).toMatch(/^Basic /);
    expect(Buffer.from(authorization.replace('Basic ', ''), 'base64').toString()).toBe('user:p@ssw0rd');
  });

  test('receives neither the management token nor the new one', () => {
    expect(front.overheard()).toContain('cluster.test');
    for (const secret of [front.scene.cluster.managementToken, main.outputs['token'] ?? ''])
      expect(front.overheard()).not.toContain(secret);
  });

  test('causes nothing on stderr', () => {
    expect([main.stderr, post.stderr]).toEqual(['', '']);
  });

  describe('and the password in it', () => {
    test('is masked by both steps, encoded and decoded', () => {
      for (const { masks } of [main, post])
        expect(masks).toEqual(expect.arrayContaining(['p%40ssw0rd', 'p@ssw0rd']));
    });
  });
});

describe('a proxy', () => {
  test('can work without a password', async () => {
    await using front = await tlsFront();
    const main = await throughProxy(front, { HTTPS_PROXY: `http://127.0.0.1:${front.proxyPort}` });
    expect(main).toMatchObject({ conclusion: 'success', stderr: '' });
    expect(front.authorizations[0]).toBeUndefined();
  });

  test('does not bypass the verification of the certificate', async () => {
    await using front = await tlsFront();
    const env = { HTTPS_PROXY: front.proxyUrl, NODE_TLS_REJECT_UNAUTHORIZED: '0' };
    const main = await front.scene.main({ inputs: front.inputs('cluster.test'), env });
    expect(main.conclusion).toBe('failure');
    expect(front.connects).not.toEqual([]);
    expect(front.scene.cluster.requests).toEqual([]);
  });

  test.for(['localhost', '127.0.0.1'])('is not used for %s, which is this machine', async (host) => {
    await using front = await tlsFront();
    const main = await throughProxy(front, {}, host);
    expect(main.outputs['active']).toBe('true');
    expect(front.connects).toEqual([]);
  });

  test('in HTTP_PROXY is not used for this machine', async () => {
    await using front = await tlsFront();
    const main = await front.scene.main({ env: { HTTP_PROXY: front.proxyUrl, http_proxy: front.proxyUrl } });
    expect(main.outputs['active']).toBe('true');
    expect(front.connects).toEqual([]);
  });

  test('in HTTP_PROXY is not used for https', async () => {
    await using front = await tlsFront();
    await throughProxy(front, { HTTPS_PROXY: '', HTTP_PROXY: front.proxyUrl });
    expect(front.connects).toEqual([]);
  });
});

describe('NO_PROXY', () => {
  // test/http/proxy.test.ts has all exceptions.
  test('with the host among others, in another case, bypasses the proxy', async () => {
    await using front = await tlsFront({ inputs: { 'activation-timeout': '0' } });
    const main = await throughProxy(front, { NO_PROXY: 'example.com, Cluster.TEST ,10.0.0.1' });
    // Only the proxy of this test can resolve cluster.test.
    expect(main.annotations[0]?.message).toContain('could not be resolved');
    expect(front.connects).toEqual([]);
    expect(front.scene.cluster.requests).toEqual([]);
  });

  test('with another port of the host changes nothing', async () => {
    await using front = await tlsFront({ inputs: { 'activation-timeout': '0' } });
    const main = await throughProxy(front, { NO_PROXY: `cluster.test:${front.dataPort}` });
    expect(main.conclusion).toBe('success');
    expect(new Set(front.connects)).toEqual(new Set([`cluster.test:${front.apiPort}`]));
  });
});

describe('the password of a proxy', () => {
  test.for(['connects', 'hangs up', 403, 407] as const)(
    'is never shown if the proxy responds like this: %s',
    async (proxy) => {
      await using front = await tlsFront({ proxy, debug: true });
      const main = await throughProxy(front);
      const post = await front.scene.post({ env: { ...TRUSTED, HTTPS_PROXY: front.proxyUrl } });
      for (const phase of [main, post]) {
        const shown = [unmasked(phase.stdout), phase.stderr, phase.log, phase.summary];
        const kept = [JSON.stringify(phase.outputs), JSON.stringify(phase.state), JSON.stringify(phase.env)];
        for (const text of [...shown, ...kept]) for (const form of FORMS) expect(text).not.toContain(form);
      }
    },
  );
});

test('an address instead of a name behind a proxy causes nothing on stderr', async () => {
  await using front = await tlsFront({ certificate: 'server' });
  const main = await throughProxy(front, { NODE_EXTRA_CA_CERTS: fixture('authority.pem') }, '10.1.2.3');
  expect(main.annotations[0]?.message).toContain('ERR_TLS_CERT_ALTNAME_INVALID');
  expect(main.stderr).toBe('');
  expect(front.connects).toEqual([`10.1.2.3:${front.apiPort}`]);
});

describe('a proxy that cannot connect', () => {
  test.for<[string, 'hangs up' | 403 | 407, RegExp]>([
    [
      'asks for a password',
      407,
      /refused to connect to cluster\.test:\d+ \(status 407\).*needs a user name and a password\. Set HTTPS_PROXY/,
    ],
    [
      'does not allow it',
      403,
      /refused to connect to cluster\.test:\d+ \(status 403\).*which hosts the proxy allows/,
    ],
    ['hangs up', 'hangs up', /proxy for cluster\.test:\d+ cannot be reached \(ECONNRESET\).*HTTPS_PROXY/],
  ])('because it %s: the error says so, and nothing was sent', async ([, proxy, says]) => {
    await using front = await tlsFront({ proxy });
    const main = await throughProxy(front);
    expectNoConnection(main, says);
    expect(main.stderr).toBe('');
    expect(front.connects).toHaveLength(1);
    expect(front.scene.cluster.requests).toEqual([]);
    expect((await front.scene.post()).stdout).toBe('');
  });

  test('because its port is closed: the error says so', async () => {
    await using front = await tlsFront();
    const main = await throughProxy(front, { HTTPS_PROXY: `http://127.0.0.1:${await closedPort()}` });
    expectNoConnection(
      main,
      /The proxy for cluster\.test:\d+ cannot be reached \(ECONNREFUSED\).*Check HTTPS_PROXY/,
    );
    expect(front.scene.cluster.requests).toEqual([]);
  });

  test('and does not respond: the error comes in time', async () => {
    await using front = await tlsFront({ proxy: 'hangs' });
    const main = await throughProxy(front);
    expect(main).toMatchObject({ exitCode: 1, stderr: '', annotations: [{ title: 'No response in time' }] });
    expect(main.annotations[0]?.message).toMatch(
      /The connection to cluster\.test:\d+ was not established within 1 s/,
    );
    expect(front.connects).toHaveLength(1);
    expect(main.durationMs).toBeLessThan(10_000);
  });

  test('before the time is over: nothing is sent over a later connection', async () => {
    await using front = await tlsFront({ proxy: 'connects late', inputs: { retries: '2' } });
    const main = await throughProxy(front);
    expect(main).toMatchObject({ exitCode: 1, annotations: [{ title: 'No response in time' }] });
    expect(front.connects).toHaveLength(3);
    expect(front.scene.cluster.requests).toEqual([]);
  });

  test('and does not respond to the post step: the post step ends in time with a warning', async () => {
    await using front = await tlsFront();
    const main = await throughProxy(front);
    await using silent = await tlsFront({ proxy: 'hangs' });
    const post = await front.scene.post({ env: { ...TRUSTED, HTTPS_PROXY: silent.proxyUrl } });
    expect(post).toMatchObject({
      exitCode: 0,
      annotations: [{ level: 'warning', title: 'Token not revoked' }],
    });
    expect(post.annotations[0]?.message).toContain(main.outputs['token-id']);
    expect(post.durationMs).toBeLessThan(20_000);
    expect(front.scene.cluster.liveTokens).toHaveLength(1);
  });

  test('is retried as often as `retries` says', async () => {
    await using front = await tlsFront({ proxy: 403, inputs: { retries: '2' } });
    await throughProxy(front);
    expect(front.connects).toHaveLength(3);
  });

  test('in the post step: a warning with the ID, and the token stays valid', async () => {
    await using front = await tlsFront();
    const main = await throughProxy(front);
    const env = { ...TRUSTED, HTTPS_PROXY: `http://127.0.0.1:${await closedPort()}` };
    const post = await front.scene.post({ env });
    expect(post).toMatchObject({ exitCode: 0, annotations: [{ level: 'warning' }] });
    expect(post.annotations[0]?.message).toMatch(/HTTPS_PROXY.*influxctl token revoke/);
    expect(post.annotations[0]?.message).toContain(main.outputs['token-id']);
    expect(front.scene.cluster.liveTokens).toHaveLength(1);
  });
});

test('a proxy setting without a scheme means http://', async () => {
  await using front = await tlsFront();
  const main = await throughProxy(front, { HTTPS_PROXY: `user:p%40ssw0rd@localhost:${front.proxyPort}` });
  expect(main).toMatchObject({ exitCode: 0, annotations: [], outputs: { active: 'true' } });
  expect(front.connects).not.toEqual([]);
});

test('a SOCKS proxy is refused, and the error names its kind', async () => {
  await using front = await tlsFront();
  const setting = `socks5h://user:p%40ssw0rd@127.0.0.1:${front.proxyPort}`;
  const main = await throughProxy(front, { HTTPS_PROXY: setting }, 'cluster.test', { retries: '1' });
  expectNoConnection(main, /SOCKS proxy \(socks5h:\/\/\).*Set HTTPS_PROXY to an HTTP proxy/);
  expect(main.log).not.toContain('Retrying');
  for (const text of [unmasked(main.stdout), main.stderr, main.summary]) {
    expect(text).not.toContain('p@ssw0rd');
    expect(text).not.toContain('p%40ssw0rd');
  }
  expect(front.scene.cluster.requests).toEqual([]);
});

describe('a proxy with TLS', () => {
  const AUTHORITY = { 'ca-certificate': pem('authority') };

  test('is verified against its own name, and the server against the server’s name', async () => {
    await using front = await tlsFront({ certificate: 'elsewhere', proxyCertificate: 'server' });
    const env = { NODE_EXTRA_CA_CERTS: '' };
    const main = await throughProxy(front, env, 'elsewhere.test', AUTHORITY);
    expect(main).toMatchObject({ exitCode: 0, annotations: [], outputs: { active: 'true' } });
    expect(new Set(front.connects)).toEqual(
      new Set([`elsewhere.test:${front.apiPort}`, `elsewhere.test:${front.dataPort}`]),
    );
    expect(front.overheard()).not.toContain(front.scene.cluster.managementToken);
  });

  test.for<[string, CertificateName, RegExp]>([
    ['is for the name of the server', 'elsewhere', /ERR_TLS_CERT_ALTNAME_INVALID.*another name.*HTTPS_PROXY/],
    ['has expired', 'expired', /CERT_HAS_EXPIRED/],
    ['is not trusted', 'certificate', /DEPTH_ZERO_SELF_SIGNED_CERT.*`ca-certificate`/],
  ])('is refused if its certificate %s, and receives no password', async ([, proxyCertificate, says]) => {
    await using front = await tlsFront({ certificate: 'elsewhere', proxyCertificate });
    const env = { NODE_EXTRA_CA_CERTS: '', NODE_TLS_REJECT_UNAUTHORIZED: '0' };
    const main = await throughProxy(front, env, 'elsewhere.test', AUTHORITY);
    expectNoConnection(main, /The TLS connection to the proxy for elsewhere\.test:\d+ is not trusted/);
    expectNoConnection(main, says);
    expect(front.connects).toEqual([]);
    expect(front.scene.cluster.requests).toEqual([]);
  });
});

const HAS_IPV6 = Object.values(networkInterfaces()).some((all) =>
  all?.some(({ address }) => address === '::1'),
);

describe('IPv6', () => {
  test.skipIf(!HAS_IPV6)('can be the address of the proxy', async () => {
    await using front = await tlsFront({ proxyAddress: '::1' });
    expect(front.proxyUrl).toContain('@[::1]:');
    const main = await throughProxy(front);
    expect(main).toMatchObject({ exitCode: 0, annotations: [], outputs: { active: 'true' } });
    expect(front.connects).not.toEqual([]);
  });

  test('can be the address of the server, which the proxy receives in brackets', async () => {
    await using front = await tlsFront({ certificate: 'server' });
    const env = { NODE_EXTRA_CA_CERTS: fixture('authority.pem') };
    const main = await throughProxy(front, env, '[2001:db8::1]');
    expect(front.connects).toEqual([`[2001:db8::1]:${front.apiPort}`]);
    // The tunnel is open, but the certificate of the tests is for other names.
    expectNoConnection(
      main,
      /TLS connection to \[2001:db8::1\]:\d+ is not trusted \(ERR_TLS_CERT_ALTNAME_INVALID\)/,
    );
  });
});

test('a POST uses a new tunnel, and other requests share one', async () => {
  await using front = await tlsFront({ inputs: { 'skip-token-revoke': 'true', 'expires-at': '1d' } });
  const main = await throughProxy(front, {}, 'cluster.test', { 'activation-timeout': '0' });
  expect(main.exitCode).toBe(0);
  expect(front.scene.cluster.requests.map(({ method }) => method)).toEqual(['GET', 'POST', 'PATCH']);
  expect(front.connects).toHaveLength(2);
});

test.for(['http://user:half@otherhalf#@127.0.0.1:3128', 'http://user:p%40ssw0rd@a b'])(
  'a proxy setting that is not a URL is an error, and the action does not connect directly: %s',
  async (setting) => {
    await using front = await tlsFront();
    const main = await throughProxy(front, { HTTPS_PROXY: setting }, 'cluster.test', { retries: '1' });
    expectNoConnection(main, /The proxy setting for cluster\.test:\d+ is not a URL\. Set HTTPS_PROXY to/);
    expect(main.log).not.toContain('half');
    expect(main.log).not.toContain('Retrying');
    expect(main.stderr).toBe('');
    for (const text of [unmasked(main.stdout), main.summary])
      for (const form of FORMS) expect(text).not.toContain(form);
    expect(front.scene.cluster.requests).toEqual([]);
  },
);

type Result = Awaited<ReturnType<Scene['main']>>;

/** The main step with the proxy. By default, only the proxy can resolve the host name. */
function throughProxy(
  front: TlsFront,
  env: Record<string, string> = {},
  host = 'cluster.test',
  inputs: Record<string, string> = {},
): Promise<Result> {
  return front.scene.main({
    inputs: { ...front.inputs(host), ...inputs },
    env: { ...TRUSTED, HTTPS_PROXY: front.proxyUrl, ...env },
  });
}

function expectNoConnection(main: Result, says: RegExp): void {
  expect(main.exitCode).toBe(1);
  expect(main.annotations).toMatchObject([{ level: 'error', title: 'No connection' }]);
  expect(main.annotations[0]?.message).toMatch(says);
}
