import { describe, expect, test } from 'vitest';
import { maskingForms } from '../../src/runner/masking.ts';
import { parseTagged } from '../../src/tokens/tag.ts';
import { Scene } from './scene.ts';

const DAY_MS = 24 * 3600 * 1000;

describe('a token for one job', () => {
  test('is created, active, delivered, and revoked when the job ends', async () => {
    await using scene = await Scene.start();
    const main = await scene.main();
    expect(main.conclusion).toBe('success');
    expect(scene.cluster.accepts(main.outputs['token'] ?? '', 'metrics', 'write')).toBe(true);

    const post = await scene.post();
    expect(post.conclusion).toBe('success');
    expect(scene.cluster.liveTokens).toEqual([]);
    expect(scene.cluster.trace).toEqual([
      'GET databases 200',
      'POST tokens 200',
      ...Array(17).fill('GET query 200'),
      'DELETE token 204',
    ]);
  });

  test('needs one request if nothing must be checked or probed', async () => {
    await using scene = await Scene.start({
      inputs: { 'check-databases': 'false', 'activation-timeout': '0' },
    });
    await scene.main();
    expect(scene.cluster.trace).toEqual(['POST tokens 200']);
  });

  test('has a description with workflow and job, and a tag with the run', async () => {
    await using scene = await Scene.start({
      github: { workflow: 'CI', job: 'build', run_id: '99', run_attempt: '3' },
    });
    const main = await scene.main();
    const { plain, tag } = parseTagged(scene.cluster.tokens[0]?.description ?? '') ?? {};
    expect(plain).toBe('CI / build');
    expect(tag).toMatchObject({
      repository: 'acme/web',
      server: 'github.com',
      repositoryId: '4711',
      runId: '99',
      runAttempt: '3',
      kind: 'job',
    });
    expect(main.outputs['description']).toBe('CI / build');
  });

  test('expires after 24 hours by default', async () => {
    await using scene = await Scene.start();
    const before = Date.now();
    const main = await scene.main();
    const expiresAt = scene.cluster.tokens[0]?.expiresAt ?? 0;
    expect(expiresAt - before).toBeGreaterThan(DAY_MS - 1000);
    expect(expiresAt - before).toBeLessThan(DAY_MS + 10_000);
    expect(Date.parse(main.outputs['expires-at'] ?? '')).toBe(expiresAt);
  });

  test('is requested exactly as specified', async () => {
    await using scene = await Scene.start({
      inputs: {
        permissions: 'metrics: read\nlogs: write',
        'expires-at': '2099-01-31T02:00:00.9+02:00',
        description: 'x',
      },
    });
    await scene.main();
    expect(scene.cluster.requests[1]?.json).toEqual({
      description: expect.stringMatching(
        /^x \[gha:github\.com\/acme\/web#4711 8812345678\.1 job [0-9a-f]{16}\]$/,
      ),
      permissions: [
        { action: 'read', resource: 'metrics' },
        { action: 'write', resource: 'logs' },
      ],
      expirationType: 'datetime',
      expiresAt: '2099-01-31T00:00:00Z',
    });
  });

  test('that never expires is requested without an expiry, and causes a warning', async () => {
    await using scene = await Scene.start({ inputs: { 'expires-at': 'never' } });
    const main = await scene.main();
    expect(scene.cluster.requests[1]?.json).not.toHaveProperty('expiresAt');
    expect(scene.cluster.requests[1]?.json).not.toHaveProperty('expirationType');
    expect(main.annotations).toMatchObject([{ level: 'warning', title: 'No expiry' }]);
    expect(main.outputs['expires-at']).toBe('');
  });

  test('has these outputs', async () => {
    await using scene = await Scene.start({ inputs: { databases: 'logs, metrics', permissions: 'read' } });
    const { outputs } = await scene.main();
    const [token] = scene.cluster.tokens;
    expect(outputs).toEqual({
      token: token?.secret,
      'token-id': token?.id,
      description: 'CI / build',
      permissions: '[{"action":"read","resource":"logs"},{"action":"read","resource":"metrics"}]',
      'created-at': expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/),
      'expires-at': expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      status: 'active',
      active: 'true',
    });
  });

  test('can be requested with the JSON output of another step', async () => {
    await using first = await Scene.start({ inputs: { permissions: '*: write\nlogs: read' } });
    const printed = (await first.main()).outputs['permissions'] ?? '';
    await using second = await Scene.start({ inputs: { permissions: printed } });
    await second.main();
    expect(second.cluster.tokens[0]?.permissions).toEqual(first.cluster.tokens[0]?.permissions);
  });

  test('has a summary without its secret', async () => {
    await using scene = await Scene.start();
    const { summary, outputs } = await scene.main();
    expect(summary).toContain('### 1 token created\n');
    expect(summary).toContain(outputs['token-id']);
    expect(summary).toContain('- **After the job:** revoked by the post step');
  });
});

describe('a token that is kept', () => {
  const KEPT = { 'skip-token-revoke': 'true', 'expires-at': '30d' };

  test('gets the tag `kept` before it is delivered, and outlives the job', async () => {
    await using scene = await Scene.start({ inputs: KEPT });
    const main = await scene.main();
    const post = await scene.post();
    expect(scene.cluster.trace).toEqual([
      'GET databases 200',
      'POST tokens 200',
      ...Array(17).fill('GET query 200'),
      'PATCH token 200',
    ]);
    expect(scene.cluster.liveTokens.map(({ secret }) => secret)).toEqual([main.outputs['token']]);
    expect(parseTagged(scene.cluster.tokens[0]?.description ?? '')?.tag.kind).toBe('kept');
    expect(post).toMatchObject({ stdout: '', summary: '' });
  });

  test('is revoked by the post step if its tag could not be changed', async () => {
    await using scene = await Scene.start({ inputs: KEPT });
    scene.cluster.every('PATCH token').respondsWith(400, { code: 400, message: 'no' });
    const main = await scene.main();
    expect(main.conclusion).toBe('failure');
    expect(main.outputs).not.toHaveProperty('token');
    await scene.post();
    expect(scene.cluster.liveTokens).toEqual([]);
  });

  test('is revoked by the post step if the server confirmed the new tag but did not store it', async () => {
    await using scene = await Scene.start({ inputs: KEPT });
    scene.cluster.next('PATCH token').changes((token) => ({ ...token, description: 'CI / build' }));
    const main = await scene.main();
    expect(main.annotations.at(-1)?.title).toBe('Token not kept');
    await scene.post();
    expect(scene.cluster.liveTokens).toEqual([]);
  });
});

describe('a token with other permissions or another expiry once it is kept', () => {
  test.for<[string, (token: Record<string, unknown>) => unknown]>([
    ['permissions', (token) => ({ ...token, permissions: [{ action: 'read', resource: '*' }] })],
    ['expiry', ({ expiresAt: _, ...token }) => token],
  ])('is revoked and not delivered, and the step fails: %s', async ([, change]) => {
    await using scene = await Scene.start({ inputs: { 'skip-token-revoke': 'true', 'expires-at': '30d' } });
    scene.cluster.next('PATCH token').changes(change);
    const main = await scene.main();
    expect(main.annotations).toMatchObject([{ level: 'error', title: 'Token not as requested' }]);
    expect(main.exitCode).toBe(1);
    expect(main.outputs).toMatchObject({ 'token-id': scene.cluster.tokens[0]?.id, status: 'revoked' });
    expect(main.outputs).not.toHaveProperty('token');
    expect(scene.cluster.liveTokens).toEqual([]);
    expect(main.state).toEqual({ ledger: '' });
    expect((await scene.post()).stdout).toBe('');
  });
});

describe('the secret', () => {
  test('is masked before any other line after its receipt, with all derived forms', async () => {
    await using scene = await Scene.start();
    const main = await scene.main();
    const secret = main.outputs['token'] ?? '';
    const lines = main.stdout.trimEnd().split('\n');
    const expected = [scene.cluster.managementToken, secret].flatMap(maskingForms);
    expect(lines.slice(0, expected.length)).toEqual(
      expected.map((form) => `::add-mask::${form.replaceAll('%', '%25')}`),
    );
  });

  test('is only in its mask and in the output `token`', async () => {
    await using scene = await Scene.start({ debug: true });
    const main = await scene.main();
    const post = await scene.post();
    const secret = main.outputs['token'] ?? '';
    const { token: _, ...otherOutputs } = main.outputs;
    const printed = [...main.stdout.split('\n'), ...post.stdout.split('\n')].filter(
      (line) => !line.startsWith('::add-mask::'),
    );
    const everything = [
      printed,
      main.stderr,
      post.stderr,
      main.state,
      main.summary,
      post.summary,
      otherOutputs,
      main.log,
      post.log,
    ];
    for (const form of [...maskingForms(secret), scene.cluster.managementToken]) {
      expect(JSON.stringify(everything)).not.toContain(form);
    }
  });

  test('is masked even if the response that contains it is refused', async () => {
    await using scene = await Scene.start();
    scene.cluster.next('POST tokens').changes((token) => ({ ...token, permissions: [] }));
    const main = await scene.main();
    expect(main.masks).toContain(scene.cluster.tokens[0]?.secret);
  });
});

describe('a server without expirationType', () => {
  test('receives only the expiry, with a new nonce', async () => {
    await using scene = await Scene.start({ cluster: { expirationType: 'refused' } });
    const main = await scene.main();
    expect(main.conclusion).toBe('success');
    expect(main.annotations).toEqual([]);
    const [first, second] = scene.cluster.requests.filter(({ route }) => route === 'POST tokens');
    expect(second?.json).not.toHaveProperty('expirationType');
    expect(nonceIn(second?.json)).not.toBe(nonceIn(first?.json));
    expect(scene.cluster.trace.slice(0, 3)).toEqual([
      'GET databases 200',
      'POST tokens 400',
      'POST tokens 200',
    ]);
  });
});

describe('a server that responds differently', () => {
  test.for<[string, (token: Record<string, unknown>) => unknown]>([
    ['drops the expiry', (token) => ({ ...token, expiresAt: undefined })],
    ['changes the expiry', (token) => ({ ...token, expiresAt: '2098-01-01T00:00:00Z' })],
    ['returns an expiry that cannot be read', (token) => ({ ...token, expiresAt: 'soon' })],
    ['drops a permission', (token) => ({ ...token, permissions: [{ action: 'read', resource: 'metrics' }] })],
    [
      'adds a permission',
      (token) => ({
        ...token,
        permissions: [...(token['permissions'] as []), { action: 'read', resource: '*' }],
      }),
    ],
    ['cuts the tag off', (token) => ({ ...token, description: 'CI / build' })],
    ['revokes it at once', (token) => ({ ...token, revokedAt: '2026-01-01T00:00:00Z' })],
  ])('%s: the token is revoked and the step fails', async ([, change]) => {
    await using scene = await Scene.start();
    scene.cluster.next('POST tokens').changes(change);
    const main = await scene.main();
    expect(main.conclusion).toBe('failure');
    expect(main.annotations).toMatchObject([{ level: 'error', title: 'Token not as requested' }]);
    expect(main.outputs).not.toHaveProperty('token');
    expect(scene.cluster.liveTokens).toEqual([]);
    const post = await scene.post();
    expect(post.stdout).toBe('');
  });

  test('with reordered permissions and a fraction of zero creates a matching token', async () => {
    await using scene = await Scene.start();
    scene.cluster.next('POST tokens').changes((token) => ({
      ...token,
      permissions: [...(token['permissions'] as [])].reverse(),
      expiresAt: String(token['expiresAt']).replace('Z', '.000+00:00'),
    }));
    expect((await scene.main()).conclusion).toBe('success');
  });

  test('with dates that mean "not set" has not revoked the token', async () => {
    for (const unsetDates of ['null', 'empty', 'zero', 'epoch'] as const) {
      await using scene = await Scene.start({
        cluster: { unsetDates, createStatus: 201 },
        inputs: { 'expires-at': 'never' },
      });
      expect((await scene.main()).conclusion, unsetDates).toBe('success');
    }
  });
});

function nonceIn(json: unknown): string | undefined {
  return parseTagged((json as { description: string }).description)?.tag.nonce;
}

describe('a dry run', () => {
  test('checks everything before the POST, creates nothing, and says what would be created', async () => {
    await using scene = await Scene.start({ inputs: { 'dry-run': 'true' } });
    const main = await scene.main();
    expect(main).toMatchObject({
      conclusion: 'success',
      outputs: {},
      annotations: [],
      state: { ledger: '' },
    });
    expect(scene.cluster.trace).toEqual(['GET databases 200']);
    expect(main.summary).toContain('metrics: read, write');
    expect((await scene.post()).stdout).toBe('');
    expect(scene.cluster.tokens).toEqual([]);
  });

  test('fails for a database that the cluster does not have', async () => {
    await using scene = await Scene.start({ inputs: { 'dry-run': 'true', permissions: 'metrcs: read' } });
    const main = await scene.main();
    expect(main.annotations).toMatchObject([{ level: 'error', title: 'Input permissions' }]);
    expect(scene.cluster.tokens).toEqual([]);
  });
});
