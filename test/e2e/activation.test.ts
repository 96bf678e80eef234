import { describe, expect, test } from 'vitest';
import { parseTagged } from '../../src/tokens/tag.ts';
import { Scene } from './scene.ts';

describe('waiting for activation', () => {
  test.for([401, 403] as const)(
    'goes on while the cluster answers %i, until it has accepted three times in a row',
    async (refusesWith) => {
      await using scene = await Scene.start({ cluster: { refusesWith, activation: { afterProbes: 2 } } });
      const main = await scene.main();
      expect(main.outputs['active']).toBe('true');
      expect(probes(scene)).toEqual([refusesWith, refusesWith, 200, 200, 200]);
    },
  );

  test('counts anew when a replica does not know the token yet', async () => {
    const pattern = [false, true, true, false, true, false];
    await using scene = await Scene.start({ cluster: { activation: { pattern } } });
    await scene.main();
    expect(probes(scene)).toEqual([401, 200, 200, 401, 200, 401, 200, 200, 200]);
  });

  test('probes a read with the one statement that authorization comes before', async () => {
    await using scene = await Scene.start({ inputs: { permissions: 'logs: write\nmetrics: read' } });
    await scene.main();
    const [probe] = scene.cluster.requests.filter(({ route }) => route === 'GET query');
    const query = new URL(probe?.path ?? '', scene.cluster.clusterUrl).searchParams;
    expect(query.get('db')).toBe('metrics');
    expect(query.get('q')).toBe('SELECT * FROM dummy WHERE time > now()');
    expect(scene.cluster.trace).not.toContain('POST write 204');
  });

  test.for([204, 400] as const)(
    'probes a write-only token by writing nothing, accepted by %i',
    async (emptyWrite) => {
      await using scene = await Scene.start({
        cluster: { emptyWrite },
        inputs: { permissions: 'metrics: write' },
      });
      const main = await scene.main();
      expect(main.outputs['active']).toBe('true');
      expect(scene.cluster.trace.filter((line) => line === `POST write ${emptyWrite}`)).toHaveLength(3);
      expect(scene.cluster.points).toEqual([]);
    },
  );

  test('probes a token for all databases with one that exists', async () => {
    await using scene = await Scene.start({
      inputs: { permissions: '*: read' },
      cluster: { databases: ['a/b'] },
    });
    const main = await scene.main();
    expect(main.outputs['active']).toBe('true');
    expect(main.annotations).toMatchObject([{ level: 'warning', title: 'All databases' }]);
    expect(scene.cluster.requests.at(-1)?.path).toContain('db=a%2Fb');
  });

  test.for([
    ['a token for all databases of a cluster without any', { permissions: '*: read' }, []],
    ['a token without any grant', { permissions: 'none' }, ['metrics']],
  ] as const)('does not probe %s', async ([, inputs, databases]) => {
    await using scene = await Scene.start({ inputs, cluster: { databases } });
    const main = await scene.main();
    expect(main.conclusion).toBe('success');
    expect(main.outputs['active']).toBe('');
    expect(probes(scene)).toEqual([]);
  });

  test('does not ask for databases when it has nothing to look up', async () => {
    await using scene = await Scene.start({ inputs: { permissions: 'none' } });
    await scene.main();
    expect(scene.cluster.trace).toEqual(['POST tokens 200']);
  });

  test.for([401, 403] as const)(
    'that ends in a refusal by %i fails the step, and the post step revokes',
    async (refusesWith) => {
      await using scene = await Scene.start({
        cluster: { activation: 'never', refusesWith },
        inputs: { 'activation-timeout': '1s' },
      });
      const main = await scene.main();
      expect(main).toMatchObject({
        exitCode: 1,
        annotations: [{ level: 'error', title: 'Token not accepted' }],
      });
      expect(main.annotations[0]?.message).toContain('activation-timeout: 0');
      expect(main.outputs).not.toHaveProperty('token');
      expect(main.outputs['token-id']).toBe(scene.cluster.tokens[0]?.id);
      await scene.post();
      expect(scene.cluster.liveTokens).toEqual([]);
    },
  );

  test('that ends in a refusal leaves no kept token behind either', async () => {
    await using scene = await Scene.start({
      cluster: { activation: 'never' },
      inputs: { 'activation-timeout': '1s', 'skip-token-revoke': 'true', 'expires-at': '30d' },
    });
    await scene.main();
    expect(parseTagged(scene.cluster.tokens[0]?.description ?? '')?.tag.kind).toBe('job');
    await scene.post();
    expect(scene.cluster.liveTokens).toEqual([]);
  });

  test.for<[string, (scene: Scene) => void]>([
    ['errors', ({ cluster }) => cluster.every('GET query').answers(503)],
    ['redirects', ({ cluster }) => cluster.every('GET query').redirects('http://127.0.0.1:1/')],
    ['resets', ({ cluster }) => cluster.every('GET query').resets('before')],
    ['silence', ({ cluster }) => cluster.every('GET query').hangs('before')],
    [
      'a wish to be left alone for an hour',
      ({ cluster }) => cluster.every('GET query').answers(429, undefined, { 'Retry-After': '3600' }),
    ],
  ])('that meets nothing but %s warns and hands the token over', async ([, breaks]) => {
    await using scene = await Scene.start({ inputs: { 'activation-timeout': '1s' } });
    breaks(scene);
    const main = await scene.main();
    expect(main.conclusion).toBe('success');
    expect(main.outputs['active']).toBe('false');
    expect(scene.held(main)).toBe(scene.cluster.liveTokens[0]);
    expect(main.annotations).toMatchObject([{ level: 'warning', title: 'Token not probed' }]);
    expect(main.annotations[0]?.message).toContain('activation-timeout: 0');
  });

  test('that cannot connect at all says so', async () => {
    await using scene = await Scene.start({
      inputs: { 'cluster-url': 'http://127.0.0.1:1', 'activation-timeout': '1s' },
    });
    const main = await scene.main();
    expect(main.outputs['active']).toBe('false');
    expect(main.annotations[0]?.message).toContain('ECONNREFUSED');
  });

  test('waits as long as a 429 asks for', async () => {
    await using scene = await Scene.start({ inputs: { 'activation-timeout': '10s' } });
    scene.cluster.next('GET query').answers(429, undefined, { 'Retry-After': '1' });
    await scene.main();
    const [first, second] = scene.cluster.requests.filter(({ route }) => route === 'GET query');
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(990);
  });
});

function probes({ cluster }: Scene): (number | undefined)[] {
  return cluster.requests.filter(({ route }) => route === 'GET query').map(({ status }) => status);
}
