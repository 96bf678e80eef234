import { describe, expect, test } from 'vitest';
import type { StepResult } from '../actions-runner/step-run.ts';
import { fixture, pem, type TlsFront, tlsFront } from './tls-front.ts';

const OPENSSL = { NODE_OPTIONS: '--use-openssl-ca' };

/** Each source adds the private CA of `server.pem` to the certificates that Node trusts. */
const SOURCES: readonly [name: string, env: Readonly<Record<string, string>>, named: string][] = [
  [
    'NODE_EXTRA_CA_CERTS',
    { NODE_EXTRA_CA_CERTS: fixture('authority.pem') },
    '1 certificate from NODE_EXTRA_CA_CERTS',
  ],
  [
    'NODE_USE_SYSTEM_CA',
    { NODE_USE_SYSTEM_CA: '1', SSL_CERT_FILE: fixture('authority.pem'), SSL_CERT_DIR: '/nonexistent' },
    '1 certificate from the system store (NODE_USE_SYSTEM_CA)',
  ],
  [
    '--use-system-ca',
    {
      NODE_OPTIONS: '--use-system-ca',
      SSL_CERT_FILE: fixture('authority.pem'),
      SSL_CERT_DIR: '/nonexistent',
    },
    '1 certificate from the system store (--use-system-ca)',
  ],
  [
    '--use-openssl-ca',
    { ...OPENSSL, SSL_CERT_FILE: fixture('authority.pem'), SSL_CERT_DIR: '/nonexistent' },
    '1 certificate from the OpenSSL files (--use-openssl-ca, SSL_CERT_FILE, SSL_CERT_DIR)',
  ],
];

describe.for(SOURCES)('a private CA in %s', ([, env, named]) => {
  test('is trusted by both steps, and named once in the log of main', async () => {
    await using front = await tlsFront({ certificate: 'server' });
    const inputs = front.inputs('localhost');
    const main = await front.scene.main({ inputs, env });
    expect(main.outputs['active'], main.log).toBe('true');
    expect(main.log.split('in addition to the certificates of Node.js')).toHaveLength(2);
    expect(main.log).toContain(`This step trusts ${named}, in addition to`);
    expect(await front.scene.post({ inputs, env })).toMatchObject({ exitCode: 0, annotations: [] });
    expect(front.scene.cluster.liveTokens).toEqual([]);
  });

  test('stays trusted with a different `ca-certificate`', async () => {
    await using front = await tlsFront({ certificate: 'server', dataCertificate: 'certificate' });
    const inputs = trusting(front, pem('certificate'));
    const main = await front.scene.main({ inputs, env });
    expect(main.outputs['active'], main.log).toBe('true');
    expect((await front.scene.post({ inputs, env })).annotations).toEqual([]);
    expect(front.scene.cluster.liveTokens).toEqual([]);
  });

  test('that is added after main never gets the management token: the post step warns with the ID', async () => {
    await using front = await tlsFront({ certificate: 'certificate' });
    const inputs = trusting(front, pem('certificate'));
    const main = await front.scene.main({ inputs });
    const sent = front.scene.cluster.requests.length;
    front.show('server');
    const post = await front.scene.post({ inputs, env });
    expectNothingSent(front, sent, post, main);
    expect(post.log).toContain('The post step ignores 1 certificate that the main step did not trust.');
  });
});

describe('the post step', () => {
  test('does not trust a `ca-certificate` that main did not have', async () => {
    await using front = await tlsFront({ certificate: 'certificate' });
    const main = await front.scene.main({ inputs: trusting(front, pem('certificate')) });
    const sent = front.scene.cluster.requests.length;
    front.show('server');
    const inputs = trusting(front, pem('certificate') + pem('authority'));
    expectNothingSent(front, sent, await front.scene.post({ inputs }), main);
  });

  test('does not trust a proxy that was added after main, even with a certificate', async () => {
    await using front = await tlsFront({ certificate: 'certificate' });
    const inputs = trusting(front, pem('certificate'), 'cluster.test');
    const main = await front.scene.main({ inputs, env: { HTTPS_PROXY: front.proxyUrl } });
    expect(main.outputs['active'], main.log).toBe('true');
    const sent = front.scene.cluster.requests.length;
    front.show('server');
    const env = { HTTPS_PROXY: front.proxyUrl, NODE_EXTRA_CA_CERTS: fixture('authority.pem') };
    expectNothingSent(front, sent, await front.scene.post({ inputs, env }), main);
    expect(front.overheard()).not.toContain(front.scene.cluster.managementToken);
  });

  test('trusts what main trusted, even from another source', async () => {
    await using front = await tlsFront({ certificate: 'server' });
    await front.scene.main({ inputs: trusting(front, pem('authority')) });
    const post = await front.scene.post({
      inputs: front.inputs('localhost'),
      env: { NODE_EXTRA_CA_CERTS: fixture('authority.pem') },
    });
    expect(post.annotations).toEqual([]);
    expect(front.scene.cluster.liveTokens).toEqual([]);
  });
});

describe('an intermediate CA without its root is a trust anchor', () => {
  test('in `ca-certificate`', async () => {
    await using front = await tlsFront({ certificate: 'issued' });
    await expectRevoked(front, trusting(front, pem('issuing')));
  });

  test('in NODE_EXTRA_CA_CERTS', async () => {
    await using front = await tlsFront({ certificate: 'issued' });
    await expectRevoked(front, front.inputs('localhost'), { NODE_EXTRA_CA_CERTS: fixture('issuing.pem') });
  });

  test('in `tls.ca` of a profile', async () => {
    await using front = await tlsFront({ certificate: 'issued' });
    const toml = `[[profile]]\nname = "default"\n[profile.tls]\nca = "${fixture('issuing.pem')}"\n`;
    await expectRevoked(front, { ...front.inputs('localhost'), 'influxctl-config': toml });
  });

  test('but no other certificate is an anchor', async () => {
    await using front = await tlsFront({ certificate: 'issued' });
    const main = await front.scene.main({ inputs: trusting(front, pem('authority')) });
    expect(main.annotations).toMatchObject([{ level: 'error', title: 'No connection' }]);
    expect(front.scene.cluster.requests).toEqual([]);
  });
});

async function expectRevoked(
  { scene }: TlsFront,
  inputs: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>> = {},
): Promise<void> {
  const main = await scene.main({ inputs, env });
  expect(main.outputs['active'], main.log).toBe('true');
  expect((await scene.post({ inputs, env })).annotations).toEqual([]);
  expect(scene.cluster.tokens).toHaveLength(1);
  expect(scene.cluster.liveTokens).toEqual([]);
}

function expectNothingSent({ scene }: TlsFront, sent: number, post: StepResult, main: StepResult): void {
  expect(post).toMatchObject({
    exitCode: 0,
    annotations: [{ level: 'warning', title: 'Token not revoked' }],
  });
  expect(post.annotations[0]?.message).toContain(`influxctl token revoke ${main.outputs['token-id']}`);
  expect(post.summary).toContain(main.outputs['token-id']);
  expect(scene.cluster.requests).toHaveLength(sent);
  expect(scene.cluster.liveTokens).toHaveLength(1);
}

function trusting(front: TlsFront, certificate: string, host = 'localhost'): Record<string, string> {
  return { ...front.inputs(host), 'ca-certificate': certificate };
}
