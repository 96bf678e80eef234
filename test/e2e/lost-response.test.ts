import { describe, expect, test } from 'vitest';
import type { FaultPoint } from '../../emulator/servers/fault-point.ts';
import { parseTagged } from '../../src/tokens/tag.ts';
import { Scene } from './scene.ts';

type Loss = readonly [name: string, lose: (post: FaultPoint) => void];

const HTML = '<html><head><title>Sign in</title></head></html>';

/** The ways in which a request has its effect, but its response is lost. */
const LOST_AFTER_EFFECT: readonly Loss[] = [
  ['reset', (post) => post.resets('after')],
  ['time-out', (post) => post.hangs('after')],
  ['truncated response', (post) => post.truncates()],
  ['408', (post) => post.respondsAfterEffect(408)],
  [
    '429',
    (post) => post.respondsAfterEffect(429, { code: 429, message: 'slow down' }, { 'Retry-After': '1' }),
  ],
  ['500', (post) => post.respondsAfterEffect(500, { code: 500, message: 'oh' })],
  ['502', (post) => post.respondsAfterEffect(502, HTML)],
  ['503', (post) => post.respondsAfterEffect(503)],
  ['504', (post) => post.respondsAfterEffect(504, 'upstream timed out')],
  ['200 with HTML', (post) => post.respondsAfterEffect(200, HTML)],
  ['200 with nothing', (post) => post.respondsAfterEffect(200)],
  ['200 with null', (post) => post.respondsAfterEffect(200, 'null')],
  ['200 without accessToken', (post) => post.changes(({ accessToken: _, ...token }) => token)],
  ['200 with an empty accessToken', (post) => post.changes((token) => ({ ...token, accessToken: '' }))],
  [
    '200 with an accessToken with two lines',
    (post) => post.changes((token) => ({ ...token, accessToken: 'x\n'.repeat(64) })),
  ],
  [
    '200 with an ID that changes the path',
    (post) => post.changes((token) => ({ ...token, id: '../databases/metrics' })),
  ],
];

/** The ways in which a request has no effect, which looks the same to the action. */
const LOST_BEFORE_EFFECT: readonly Loss[] = [
  ['reset', (post) => post.resets('before')],
  ['time-out', (post) => post.hangs('before')],
  ['500', (post) => post.respondsWith(500, { code: 500, message: 'oh' })],
  ['503', (post) => post.respondsWith(503)],
];

/** Only a time-out must be short. On a busy machine, other requests would time out, too. */
const inputsFor = (loss: string) => ({
  'activation-timeout': '0',
  ...(loss === 'time-out' ? {} : { 'request-timeout': '30s' }),
});

// Tests run at the same time, because post steps wait for requests that a server might still process.
describe.concurrent('the response to the POST is lost once, after the effect', () => {
  test.for(LOST_AFTER_EFFECT)(
    'because of %s: the lost token is revoked, and one token is alive',
    async ([name, lose]) => {
      await using scene = await Scene.start({ inputs: inputsFor(name) });
      lose(scene.cluster.next('POST tokens'));
      const main = await scene.main();

      expect(main.conclusion).toBe('success');
      expect(scene.cluster.liveTokens.map(({ secret }) => secret)).toEqual([main.outputs['token']]);
      expect(routes(scene)).toEqual([
        'GET databases',
        'POST tokens',
        'GET tokens',
        'DELETE token',
        'POST tokens',
      ]);
      expect(new Set(scene.cluster.tokens.map(nonce)).size).toBe(2);

      const post = await scene.post();
      expect(post.annotations).toEqual([]);
      expect(scene.cluster.liveTokens).toEqual([]);
      expect(routes(scene).slice(5)).toEqual(['DELETE token']);
    },
  );
});

describe.concurrent('the response to the POST is lost once, before the effect', () => {
  test.for(LOST_BEFORE_EFFECT)(
    'because of %s: the list contains no lost token, and one token is created',
    async ([name, lose]) => {
      await using scene = await Scene.start({ inputs: inputsFor(name) });
      lose(scene.cluster.next('POST tokens'));
      const main = await scene.main();

      expect(main.conclusion).toBe('success');
      expect(scene.cluster.liveTokens.map(({ secret }) => secret)).toEqual([main.outputs['token']]);
      expect(routes(scene)).toEqual(['GET databases', 'POST tokens', 'GET tokens', 'POST tokens']);

      // The server might still create the lost token, so the post step looks for it once more.
      await scene.post();
      expect(scene.cluster.liveTokens).toEqual([]);
      expect(routes(scene).slice(4)).toEqual(['GET tokens', 'DELETE token']);
    },
  );
});

describe.concurrent('the response to every POST is lost', () => {
  // One for each reason: no response, a response that denies the effect, and a success that cannot be read.
  test.for(LOST_AFTER_EFFECT.filter(([name]) => ['reset', '500', '200 with HTML'].includes(name)))(
    'because of %s: no token is alive, and the step fails',
    async ([name, lose]) => {
      await using scene = await Scene.start({ inputs: inputsFor(name) });
      lose(scene.cluster.every('POST tokens'));
      const main = await scene.main();

      expect(main.conclusion).toBe('failure');
      expect(main.outputs).not.toHaveProperty('token');
      expect(scene.cluster.tokens).toHaveLength(2);
      expect(scene.cluster.liveTokens).toEqual([]);
      expect(main.annotations.at(-1)).toMatchObject({ level: 'error', title: 'No token created' });
      expect((await scene.post()).stdout).toBe('');
    },
  );

  test('with more retries: the same number of tokens is created and revoked, in this order', async () => {
    await using scene = await Scene.start({ inputs: { 'activation-timeout': '0', retries: '2' } });
    scene.cluster.every('POST tokens').resets('after');
    await scene.main();
    const cycle = ['POST tokens', 'GET tokens', 'DELETE token'];
    expect(routes(scene)).toEqual(['GET databases', ...cycle, ...cycle, ...cycle]);
  });

  test('without retries: the only token is found and revoked', async () => {
    await using scene = await Scene.start({ inputs: { 'activation-timeout': '0', retries: '0' } });
    scene.cluster.every('POST tokens').resets('after');
    const main = await scene.main();
    expect(main.conclusion).toBe('failure');
    expect(routes(scene)).toEqual(['GET databases', 'POST tokens', 'GET tokens', 'DELETE token']);
    expect(scene.cluster.liveTokens).toEqual([]);
  });

  test('and then fails differently: there is one token or none', async () => {
    await using scene = await Scene.start({ inputs: { 'activation-timeout': '0', retries: '3' } });
    scene.cluster.next('POST tokens').resets('after');
    scene.cluster.next('POST tokens').respondsAfterEffect(200, HTML);
    scene.cluster.next('POST tokens').respondsWith(503);
    const main = await scene.main();
    expect(scene.cluster.tokens).toHaveLength(3);
    expect(scene.cluster.liveTokens.map(({ secret }) => secret)).toEqual([main.outputs['token']]);
  });
});

describe.concurrent('after a lost response, the search for the token fails', () => {
  test.for<[string, (scene: Scene) => void]>([
    ['the list has no response', ({ cluster }) => cluster.every('GET tokens').respondsWith(503)],
    ['the list is a page of HTML', ({ cluster }) => cluster.every('GET tokens').respondsWith(200, HTML)],
    [
      'the list is not an array',
      ({ cluster }) => cluster.every('GET tokens').respondsWith(200, { tokens: [] }),
    ],
    ['the token cannot be revoked', ({ cluster }) => cluster.every('DELETE token').respondsWith(500)],
  ])(
    'because %s: no further token is created, the error names the nonce, and the post step revokes the token',
    async ([, breaks]) => {
      await using scene = await Scene.start();
      scene.cluster.next('POST tokens').resets('after');
      breaks(scene);
      const main = await scene.main();

      expect(scene.cluster.requests.filter(({ route }) => route === 'POST tokens')).toHaveLength(1);
      expect(main.annotations.at(-1)).toMatchObject({ level: 'error', title: 'A token might exist' });
      expect(main.annotations.at(-1)?.message).toContain(
        nonce(scene.cluster.tokens[0] ?? { description: '' }),
      );

      scene.cluster.clearFaults();
      const post = await scene.post();
      expect(post.annotations).toEqual([]);
      expect(scene.cluster.liveTokens).toEqual([]);
    },
  );

  test('a Retry-After of an hour ends the step at once', async () => {
    await using scene = await Scene.start();
    scene.cluster.next('POST tokens').respondsAfterEffect(429, undefined, { 'Retry-After': '3600' });
    const main = await scene.main();
    expect(main.annotations.at(-1)?.message).toMatch(/a pause of 3600 s/);
    expect(routes(scene)).toEqual(['GET databases', 'POST tokens']);
    await scene.post();
    expect(scene.cluster.liveTokens).toEqual([]);
  });
});

describe.concurrent('a gateway that repeats the POST before its response is lost', () => {
  test('leaves two tokens with one nonce, and both are revoked', async () => {
    await using scene = await Scene.start({ inputs: { 'activation-timeout': '0' } });
    scene.cluster
      .next('POST tokens')
      .stores(({ id, secret, createdAt, ...twin }) => void scene.cluster.seed(twin))
      .resets('after');
    const main = await scene.main();
    expect(scene.cluster.tokens).toHaveLength(3);
    expect(scene.cluster.liveTokens.map(({ secret }) => secret)).toEqual([main.outputs['token']]);
    expect(scene.cluster.trace).toEqual([
      'GET databases 200',
      'POST tokens reset',
      'GET tokens 200',
      'DELETE token 204',
      'DELETE token 204',
      'POST tokens 200',
    ]);
  });
});

describe.concurrent('a POST that was not sent', () => {
  test('is reported as not sent: no search, no warning about a lost response, and no work for the post step', async () => {
    await using scene = await Scene.start({
      inputs: { 'api-url': 'http://127.0.0.1:1', 'check-databases': 'false' },
    });
    const main = await scene.main();
    expect(main.annotations).toMatchObject([{ level: 'error', title: 'No connection' }]);
    expect(main.annotations[0]?.message).toContain('No token was created');
    expect((await scene.post()).stdout).toBe('');
  });

  test('does not hide that an earlier one might have left a token', async () => {
    await using scene = await Scene.start();
    scene.cluster.next('POST tokens').resets('before');
    scene.cluster.next('POST tokens').respondsWith(403, { code: 403, message: 'forbidden' });
    const main = await scene.main();
    const [lost] = scene.cluster.requests
      .filter(({ route }) => route === 'POST tokens')
      .map(({ json }) => nonce(json as never));
    expect(main.annotations.at(-1)?.message).toContain(lost);
  });
});

describe.concurrent('a token to keep', () => {
  test('survives an earlier lost response, and only the lost token is revoked', async () => {
    await using scene = await Scene.start({ inputs: { 'skip-token-revoke': 'true', 'expires-at': '30d' } });
    scene.cluster.next('POST tokens').resets('after');
    scene.cluster.next('GET tokens').respondsWith(200, []);
    const main = await scene.main();
    await scene.post();
    expect(scene.cluster.tokens).toHaveLength(2);
    expect(scene.cluster.liveTokens.map(({ secret }) => secret)).toEqual([main.outputs['token']]);
  });
});

describe.concurrent('tokens of others', () => {
  test('are ignored in the search, with any description', async () => {
    await using scene = await Scene.start({ inputs: { 'activation-timeout': '0' } });
    const mine = 'gha:github.com/acme/web#4711 8812345678.1 job';
    for (const description of [
      'CI / build',
      `CI / build [${mine} 0123456789abcdef]`,
      `CI / build [${mine}`,
      '',
    ]) {
      scene.cluster.seed({ description });
    }
    scene.cluster.next('POST tokens').resets('after');
    await scene.main();
    await scene.post();
    expect(scene.cluster.liveTokens).toHaveLength(4);
  });
});

function routes({ cluster }: Scene): string[] {
  return cluster.requests.map(({ route }) => route);
}

function nonce({ description }: { readonly description: string }): string | undefined {
  return parseTagged(description)?.tag.nonce;
}

test('a gateway that blocks the response to the POST: the step revokes the token, and does not send the POST again', async () => {
  await using scene = await Scene.start({ inputs: { 'activation-timeout': '0' } });
  scene.cluster.next('POST tokens').respondsAfterEffect(403, HTML);
  const main = await scene.main();

  expect(main.conclusion).toBe('failure');
  expect(scene.cluster.tokens).toHaveLength(1);
  expect(scene.cluster.liveTokens).toEqual([]);
  expect(routes(scene)).toEqual(['GET databases', 'POST tokens', 'GET tokens', 'DELETE token']);
  expect(main.outputs['token']).toBeUndefined();
});
