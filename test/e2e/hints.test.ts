import { describe, expect, test } from 'vitest';
import { closedPort } from './closed-port.ts';
import { connection, Scene } from './scene.ts';

/** No token or cluster has this ID. */
const OTHER_ID = '99999999-9999-4999-8999-999999999999';

const NOTHING_DONE = /No token was created\. See \S+$/;

describe('a management token that is refused (401)', () => {
  test('comes from the input, and the hint says that forks and Dependabot get no secrets', async () => {
    await using scene = await Scene.start({ inputs: { 'management-token': 'M.V1.some-other-token' } });
    const main = await scene.main();
    expectHint(main, 'Management token refused', [
      NOTHING_DONE,
      /wrong, expired, or revoked/,
      /\(from the input `management-token`\).*Check the secret that contains it/,
      /`influxctl management create`/,
      /forks and Dependabot do not get the secrets/,
    ]);
    expect(scene.cluster.trace).toEqual(['GET databases 401']);
    expect(scene.cluster.tokens).toEqual([]);
    expect(main.state).toEqual({ ledger: '' });
    expect((await scene.post()).stdout).toBe('');
  });

  test('comes from the profile', async () => {
    await using scene = await Scene.start();
    const toml = '[[profile]]\nname = "prod"\nmgmt_token = "M.V1.some-other-token"\n';
    const main = await scene.main({
      inputs: {
        ...scene.inputs,
        'management-token': '',
        'influxctl-config': toml,
        'influxctl-profile': 'prod',
      },
    });
    expectHint(main, 'Management token refused', [
      NOTHING_DONE,
      /\(from `mgmt_token` of the profile "prod" in `influxctl-config`\)/,
      /forks and Dependabot/,
    ]);
    expect(main.annotations[0]?.message).not.toContain('the input `management-token`');
    expect(scene.cluster.trace).toEqual(['GET databases 401']);
    expect(scene.cluster.tokens).toEqual([]);
  });

  test.for<[string, string, string]>([
    ['get', 'GET token 401', 'Management token refused'],
    ['list', 'GET tokens 401', 'Management token refused'],
    ['update', 'GET token 401', 'Management token refused'],
    ['revoke', 'DELETE token 401', 'Token not revoked'],
  ])('ends the operation %s with the first request', async ([operation, request, title]) => {
    await using scene = await Scene.start();
    const { id } = scene.cluster.seed({ description: 'a token' });
    const { 'cluster-url': _, ...rest } = connection(scene.cluster);
    const main = await scene.main({
      inputs: {
        ...rest,
        'management-token': 'M.V1.some-other-token',
        operation,
        ...(operation === 'list' ? {} : { 'token-id': id }),
        ...(operation === 'update' ? { description: 'another' } : {}),
      },
    });
    expectHint(main, title, [/\(from the input `management-token`\)/]);
    expect(scene.cluster.trace).toEqual([request]);
    expect(scene.cluster.liveTokens).toHaveLength(1);
  });
});

test('a management token of another account (403): the hint is to check the IDs', async () => {
  await using scene = await Scene.start();
  scene.cluster.every('GET databases').respondsWith(403, { code: 403, message: 'forbidden' });
  const main = await scene.main();
  expectHint(main, 'Management token not allowed', [
    NOTHING_DONE,
    /403: forbidden/,
    /valid, but not for this account or cluster\. Check `account-id` and `cluster-id`/,
  ]);
  expect(scene.cluster.trace).toEqual(['GET databases 403']);
  expect(scene.cluster.tokens).toEqual([]);
});

test.for<[string, RegExp]>([
  ['account-id', /404: account not found/],
  ['cluster-id', /404: cluster not found/],
])('a wrong %s (404 of the API): the hint is to check the IDs', async ([input, says]) => {
  await using scene = await Scene.start({ inputs: { [input]: OTHER_ID } });
  const main = await scene.main();
  expectHint(main, 'Not found', [
    NOTHING_DONE,
    says,
    /does not know this account, cluster, or token\. Check `account-id` and `cluster-id`/,
  ]);
  expect(main.annotations[0]?.message).not.toContain('api-url');
  expect(scene.cluster.trace).toEqual(['GET databases 404']);
  expect(scene.cluster.tokens).toEqual([]);
});

test.for<[string, (urls: { apiUrl: string; clusterUrl: string }) => string]>([
  ['the cluster instead of the API', ({ clusterUrl }) => clusterUrl],
  ['an extra path', ({ apiUrl }) => `${apiUrl}/influxdb`],
])(
  'an address without an API (404 of another server), %s: the hint is to check the address',
  async ([, address]) => {
    await using scene = await Scene.start();
    const main = await scene.main({ inputs: { ...scene.inputs, 'api-url': address(scene.cluster) } });
    expectHint(main, 'Not found', [
      NOTHING_DONE,
      /no Management API at this URL\. Check `api-url` and `product`/,
    ]);
    expect(main.annotations[0]?.message).not.toContain('account-id');
    expect(scene.cluster.trace).toEqual(['unknown 404']);
    expect(scene.cluster.tokens).toEqual([]);
  },
);

test('a server without TLS: the hint is to check the port', async () => {
  await using scene = await Scene.start({ inputs: { retries: '0' } });
  const { host } = new URL(scene.cluster.apiUrl);
  const main = await scene.main({ inputs: { ...scene.inputs, 'api-url': `https://${host}` } });
  expectHint(main, 'No connection', [
    NOTHING_DONE,
    /The TLS handshake with .* failed \((?:EPROTO|ERR_SSL_\w+)\)/,
    /Check that this port serves HTTPS/,
  ]);
  expect(main.annotations[0]?.message).toContain(host);
  expect(scene.cluster.requests).toEqual([]);
});

test('an unknown host name: the hint is to check the URL', async () => {
  await using scene = await Scene.start({
    inputs: { 'api-url': 'https://no-such-host.invalid', retries: '0', 'request-timeout': '20s' },
  });
  const main = await scene.main();
  expectHint(main, 'No connection', [
    NOTHING_DONE,
    /The host name no-such-host\.invalid could not be resolved \((?:ENOTFOUND|EAI_AGAIN)\)/,
    /Check the URL, or use a runner that can resolve the name/,
  ]);
  expect(scene.cluster.requests).toEqual([]);
});

test('a closed port: the hint is to check host and port', async () => {
  const port = await closedPort();
  await using scene = await Scene.start({
    inputs: { 'api-url': `http://127.0.0.1:${port}`, retries: '0' },
  });
  const main = await scene.main();
  expectHint(main, 'No connection', [
    NOTHING_DONE,
    new RegExp(`127\\.0\\.0\\.1:${port} refused the connection \\(ECONNREFUSED\\)`),
    /Check the host and the port, or use a runner that has access to the host/,
  ]);
  expect(scene.cluster.requests).toEqual([]);
});

type Result = Awaited<ReturnType<Scene['main']>>;

function expectHint(main: Result, title: string, says: readonly RegExp[]): void {
  expect(main).toMatchObject({ exitCode: 1, stderr: '' });
  expect(main.annotations).toMatchObject([{ level: 'error', title }]);
  for (const part of says) expect(main.annotations[0]?.message).toMatch(part);
  expect(main.outputs).not.toHaveProperty('token');
  expect(main.stdout).not.toMatch(/^\s+at /m);
}
