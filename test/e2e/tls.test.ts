import { expect, test } from 'vitest';
import { type CertificateName, fixture, tlsFront } from './tls-front.ts';

const TRUSTED = { NODE_EXTRA_CA_CERTS: fixture('certificate.pem') };

test('a certificate that the runner trusts: the token is created over TLS and revoked', async () => {
  await using front = await tlsFront();
  const main = await front.scene.main({ inputs: front.inputs('localhost'), env: TRUSTED });
  const post = await front.scene.post({ env: TRUSTED });
  expect(main.outputs['active']).toBe('true');
  expect(post.annotations).toEqual([]);
  expect(front.scene.cluster.liveTokens).toEqual([]);
});

test.for<[CertificateName, string, RegExp]>([
  [
    'certificate',
    'signed itself',
    /DEPTH_ZERO_SELF_SIGNED_CERT.*`ca-certificate` to the certificate of its CA/,
  ],
  ['server', 'has an unknown CA', /UNABLE_TO_VERIFY.*`ca-certificate` to the certificate of its CA/],
])('%s.pem, which %s, is not trusted, and the error names `ca-certificate`', async ([shown, , says]) => {
  await using front = await tlsFront({ certificate: shown });
  const main = await front.scene.main({ inputs: front.inputs('localhost') });
  expect(main.exitCode).toBe(1);
  expect(main.annotations).toMatchObject([{ level: 'error', title: 'No connection' }]);
  expect(main.annotations[0]?.message).toMatch(says);
  expect(front.scene.cluster.requests).toEqual([]);
});

test.for<CertificateName>(['certificate', 'expired', 'elsewhere'])(
  'NODE_TLS_REJECT_UNAUTHORIZED=0 has no effect for %s.pem: nothing is sent',
  async (certificate) => {
    await using front = await tlsFront({ certificate });
    const env = { NODE_TLS_REJECT_UNAUTHORIZED: '0' };
    const main = await front.scene.main({ inputs: front.inputs('localhost'), env });
    expect(main.exitCode).toBe(1);
    expect(front.scene.cluster.requests).toEqual([]);
  },
);

test('a POST whose handshake fails was not sent: it is sent again, and no token can be lost', async () => {
  await using front = await tlsFront();
  // The first connection is the one of the databases.
  front.breakHandshake(2);
  const main = await front.scene.main({
    inputs: { ...front.inputs('localhost'), retries: '1' },
    env: TRUSTED,
  });
  expect(main, main.log).toMatchObject({ exitCode: 0, annotations: [], outputs: { active: 'true' } });
  expect(front.scene.cluster.trace.slice(0, 2)).toEqual(['GET databases 200', 'POST tokens 200']);
  expect(front.scene.cluster.trace).not.toContain('GET tokens 200');
  expect(front.scene.cluster.tokens).toHaveLength(1);
});

test('a request is not retried after the certificate was refused', async () => {
  await using front = await tlsFront();
  const main = await front.scene.main({ inputs: { ...front.inputs('localhost'), retries: '9' } });
  expect(main.log).not.toContain('Retrying');
  expect(main.exitCode).toBe(1);
});

test('the post step also verifies the certificate, and revokes nothing over an untrusted connection', async () => {
  await using front = await tlsFront();
  const main = await front.scene.main({ inputs: front.inputs('localhost'), env: TRUSTED });
  const sent = front.scene.cluster.requests.length;
  const post = await front.scene.post({ env: { NODE_TLS_REJECT_UNAUTHORIZED: '0' } });
  expect(front.scene.cluster.requests).toHaveLength(sent);
  expect(post.exitCode).toBe(0);
  expect(post.annotations).toMatchObject([{ level: 'warning', title: 'Token not revoked' }]);
  expect(post.annotations[0]?.message).toContain(`influxctl token revoke ${main.outputs['token-id']}`);
  expect(front.scene.cluster.liveTokens).toHaveLength(1);
});
