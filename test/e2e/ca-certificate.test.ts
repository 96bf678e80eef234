import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Scene } from './scene.ts';
import { type CertificateName, fixture, pem, type TlsFront, tlsFront } from './tls-front.ts';

const AUTHORITY = pem('authority');

describe('ca-certificate', () => {
  // test/request/connection/certificates.test.ts has all forms.
  test.for<[string, (workspace: string) => string]>([
    ['a path in the workspace', (workspace) => written(workspace, 'our-ca.pem', AUTHORITY) && 'our-ca.pem'],
    [
      'a bundle with Windows line endings, without one between its certificates',
      () => (pem('certificate').trimEnd() + AUTHORITY).replaceAll('\n', '\r\n'),
    ],
  ])('as %s is trusted by both steps on both planes', async ([, given]) => {
    await using front = await tlsFront({ certificate: 'server' });
    const inputs = trusting(front, given(front.scene.step.host.workspace));
    const main = await front.scene.main({ inputs });
    expect(main.outputs['active']).toBe('true');
    expect(front.scene.cluster.trace).toContain('GET query 200');
    expect(await front.scene.post({ inputs })).toMatchObject({ exitCode: 0, annotations: [], stderr: '' });
    expect(front.scene.cluster.liveTokens).toEqual([]);
  });

  test('is trusted in addition to the CAs of NODE_EXTRA_CA_CERTS', async () => {
    await using front = await tlsFront({ certificate: 'server', dataCertificate: 'certificate' });
    const inputs = trusting(front, AUTHORITY);
    const env = { NODE_EXTRA_CA_CERTS: fixture('certificate.pem') };
    expect((await front.scene.main({ inputs, env })).outputs['active']).toBe('true');
  });

  test.for<CertificateName>(['certificate', 'server'])(
    'can be the certificate of the server itself: %s.pem',
    async (certificate) => {
      await using front = await tlsFront({ certificate });
      const main = await front.scene.main({ inputs: trusting(front, pem(certificate)) });
      expect(main.outputs['active']).toBe('true');
    },
  );

  test('of Clustered is for its only address', async () => {
    await using front = await tlsFront({ certificate: 'server', cluster: { product: 'clustered' } });
    const { 'cluster-url': _, ...inputs } = trusting(front, AUTHORITY);
    expect((await front.scene.main({ inputs })).outputs['active']).toBe('true');
    await front.scene.post({ inputs });
    expect(front.scene.cluster.liveTokens).toEqual([]);
  });

  test('is trusted by an operation that needs no data plane', async () => {
    await using front = await tlsFront({ certificate: 'server' });
    const { id } = front.scene.cluster.seed({ description: 'a token' });
    const { permissions: _, 'cluster-url': __, ...rest } = trusting(front, AUTHORITY);
    const inputs = { ...rest, operation: 'revoke', 'token-id': id };
    const main = await front.scene.main({ inputs });
    expect(main).toMatchObject({ exitCode: 0, annotations: [] });
    expect(front.scene.cluster.requests).not.toEqual([]);
  });

  test('is trusted through a proxy', async () => {
    await using front = await tlsFront({ certificate: 'server' });
    const inputs = trusting(front, AUTHORITY, 'cluster.test');
    const env = { HTTPS_PROXY: front.proxyUrl };
    expect((await front.scene.main({ inputs, env })).outputs['active']).toBe('true');
    expect((await front.scene.post({ inputs, env })).annotations).toEqual([]);
    expect(front.scene.cluster.liveTokens).toEqual([]);
    expect(new Set(front.connects).size).toBe(2);
  });

  test('is trusted for a proxy with TLS', async () => {
    await using front = await tlsFront({ certificate: 'server', proxyCertificate: 'server' });
    const inputs = trusting(front, AUTHORITY, 'cluster.test');
    const env = { HTTPS_PROXY: front.proxyUrl };
    expect((await front.scene.main({ inputs, env })).outputs['active']).toBe('true');
    expect((await front.scene.post({ inputs, env })).annotations).toEqual([]);
    expect(front.scene.cluster.liveTokens).toEqual([]);
    expect(front.connects).not.toEqual([]);
  });
});

describe('ca-certificate has no effect', () => {
  test('if it is another CA, and the error names the input', async () => {
    await using front = await tlsFront({ certificate: 'server' });
    const main = await front.scene.main({ inputs: trusting(front, pem('certificate')) });
    expect(main.annotations).toMatchObject([{ level: 'error', title: 'No connection' }]);
    expect(main.annotations[0]?.message).toContain('`ca-certificate`');
    expect(front.scene.cluster.requests).toEqual([]);
  });

  test.for<[CertificateName, RegExp]>([
    ['expired', /CERT_HAS_EXPIRED.*has expired\. Renew it/],
    [
      'elsewhere',
      /ERR_TLS_CERT_ALTNAME_INVALID.*for another name\. Use a host name that the certificate contains/,
    ],
  ])(
    'for %s.pem, with or without a proxy, and the error has a different hint',
    async ([certificate, says]) => {
      for (const host of ['localhost', 'cluster.test']) {
        await using front = await tlsFront({ certificate });
        const inputs = trusting(front, AUTHORITY, host);
        const main = await front.scene.main({ inputs, env: { HTTPS_PROXY: front.proxyUrl } });
        expect(main.exitCode).toBe(1);
        expect(main.annotations[0]?.message).toMatch(says);
        expect(main.annotations[0]?.message).not.toContain('ca-certificate');
        expect(front.connects).toHaveLength(host === 'localhost' ? 0 : 1);
        expect(front.scene.cluster.requests).toEqual([]);
      }
    },
  );

  test.for(['localhost', 'cluster.test'])('for %s with NODE_TLS_REJECT_UNAUTHORIZED=0', async (host) => {
    await using front = await tlsFront({ certificate: 'server' });
    const main = await front.scene.main({
      inputs: trusting(front, pem('certificate'), host),
      env: { HTTPS_PROXY: front.proxyUrl, NODE_TLS_REJECT_UNAUTHORIZED: '0' },
    });
    expect(main.exitCode).toBe(1);
    expect(front.scene.cluster.requests).toEqual([]);
  });

  test('for a proxy with TLS and another CA', async () => {
    await using front = await tlsFront({ certificate: 'server', proxyCertificate: 'certificate' });
    const main = await front.scene.main({
      inputs: trusting(front, AUTHORITY, 'cluster.test'),
      env: { HTTPS_PROXY: front.proxyUrl, NODE_TLS_REJECT_UNAUTHORIZED: '0' },
    });
    expect(main.exitCode).toBe(1);
    expect(main.annotations[0]?.message).toMatch(/proxy.*`ca-certificate`/);
    expect(front.connects).toEqual([]);
    expect(front.scene.cluster.requests).toEqual([]);
  });
});

describe('an invalid ca-certificate is an input error', () => {
  test('with the path of a private key', async () => {
    await using scene = await Scene.start({ inputs: { 'ca-certificate': fixture('key.pem') } });
    const main = await scene.main();
    expect(main.exitCode).toBe(1);
    expect(main.annotations).toMatchObject([{ level: 'error', title: 'Input ca-certificate' }]);
    expect(main.annotations[0]?.message).toMatch(/contains a private key.*leaked/);
    expect(scene.cluster.requests).toEqual([]);
  });

  test('without its text, which might contain a key', async () => {
    await using scene = await Scene.start({ inputs: { 'ca-certificate': pem('key').replaceAll('\n', '') } });
    const main = await scene.main();
    const [piece = ''] = /[A-Za-z0-9+/]{40}/.exec(pem('key')) ?? [];
    expect(main.annotations).toMatchObject([{ title: 'Input ca-certificate' }]);
    for (const text of [main.stdout, main.stderr, main.summary]) expect(text).not.toContain(piece);
  });
});

describe('the post step without its ca-certificate', () => {
  test('warns about a removed file, with the ID and a hint', async () => {
    await using front = await tlsFront({ certificate: 'server' });
    const path = written(front.scene.step.host.workspace, 'ca.pem', AUTHORITY);
    const inputs = trusting(front, path);
    const main = await front.scene.main({ inputs });
    rmSync(path);
    expectWarning(await front.scene.post({ inputs }), /`ca-certificate`.*no such file/i, main);
    expect(front.scene.cluster.liveTokens).toHaveLength(1);
    expect(front.scene.cluster.trace.join()).not.toContain('DELETE');
  });

  test('warns about a removed profile that contains its path', async () => {
    await using front = await tlsFront({ certificate: 'server' });
    const toml = `[[profile]]\nname = "default"\n[profile.tls]\nca = ${JSON.stringify(fixture('authority.pem'))}\n`;
    const path = written(front.scene.step.host.workspace, 'config.toml', toml);
    const inputs = { ...trusting(front, ''), 'influxctl-config': path };
    const main = await front.scene.main({ inputs });
    expect(main.outputs['active']).toBe('true');
    rmSync(path);
    expectWarning(await front.scene.post({ inputs }), /`influxctl-config`.*no such file/i, main);
    expect(front.scene.cluster.liveTokens).toHaveLength(1);
    expect(front.scene.cluster.trace.join()).not.toContain('DELETE');
  });

  test('revokes all the same if the server is trusted without the removed file', async () => {
    await using scene = await Scene.start();
    const path = written(scene.step.host.workspace, 'ca.pem', AUTHORITY);
    const inputs = { ...scene.inputs, 'ca-certificate': path };
    await scene.main({ inputs });
    rmSync(path);
    expect(await scene.post({ inputs })).toMatchObject({ exitCode: 0, annotations: [] });
    expect(scene.cluster.tokens).toHaveLength(1);
    expect(scene.cluster.liveTokens).toEqual([]);
  });

  test('warns about a changed file', async () => {
    await using front = await tlsFront({ certificate: 'server' });
    const path = written(front.scene.step.host.workspace, 'ca.pem', AUTHORITY);
    const inputs = trusting(front, path);
    const main = await front.scene.main({ inputs });
    writeFileSync(path, 'nothing');
    expectWarning(
      await front.scene.post({ inputs }),
      /`ca-certificate`.*does not contain a certificate/,
      main,
    );
    expect(front.scene.cluster.liveTokens).toHaveLength(1);
  });

  test('warns that the server is not trusted if the input is empty by then', async () => {
    await using front = await tlsFront({ certificate: 'server' });
    const main = await front.scene.main({ inputs: trusting(front, AUTHORITY) });
    const post = await front.scene.post({ inputs: trusting(front, '') });
    expectWarning(post, /UNABLE_TO_GET_ISSUER_CERT.*`ca-certificate`/, main);
    expect(front.scene.cluster.liveTokens).toHaveLength(1);
  });

  test('fails the job with `fail-on-revoke-error`', async () => {
    await using front = await tlsFront({ certificate: 'server', inputs: { 'fail-on-revoke-error': 'true' } });
    const path = written(front.scene.step.host.workspace, 'ca.pem', AUTHORITY);
    await front.scene.main({ inputs: trusting(front, path) });
    rmSync(path);
    const post = await front.scene.post({ inputs: trusting(front, path) });
    expect(post).toMatchObject({
      exitCode: 1,
      annotations: [{ level: 'error', title: 'Token not revoked' }],
    });
  });
});

function trusting(front: TlsFront, certificate: string, host = 'localhost'): Record<string, string> {
  return { ...front.inputs(host), 'ca-certificate': certificate };
}

function written(folder: string, name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

type Result = Awaited<ReturnType<Scene['main']>>;

function expectWarning(post: Result, says: RegExp, { outputs }: Result): void {
  expect(post).toMatchObject({ exitCode: 0, stderr: '' });
  expect(post.annotations).toMatchObject([{ level: 'warning', title: 'Token not revoked' }]);
  expect(post.annotations[0]?.message).toMatch(says);
  expect(post.annotations[0]?.message).toContain(`influxctl token revoke ${outputs['token-id']}`);
  expect(post.stdout).not.toMatch(/^\s+at /m);
}
