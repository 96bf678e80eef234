import { describe, expect, test } from 'vitest';
import { parseTagged } from '../../src/tokens/tag.ts';
import { SERIES, World } from '../rotation/world.ts';
import { Scene } from './scene.ts';

const PAGE = '<!DOCTYPE html><html><head><title>InfluxDB Console</title></head></html>';

describe('the wait for activation', () => {
  test('continues while the cluster refuses the token, until the cluster has accepted it 17 times in a row', async () => {
    await using scene = await Scene.start({
      cluster: { refusesWith: 403, activation: { afterProbes: 2 } },
    });
    const main = await scene.main();
    expect(main.outputs['active']).toBe('true');
    expect(probes(scene)).toEqual([403, 403, ...Array(17).fill(200)]);
  });

  test('starts over if a replica does not know the token yet, and then needs 24 acceptances in a row', async () => {
    const pattern = [false, true, true, false];
    await using scene = await Scene.start({ cluster: { activation: { pattern } } });
    expect((await scene.main()).outputs['active']).toBe('true');
    const statuses = probes(scene);
    // Seven other probes were in flight when the refusal arrived.
    expect(statuses.slice(0, 4)).toEqual([401, 200, 200, 401]);
    expect(statuses.slice(4)).toEqual(Array(statuses.length - 4).fill(200));
    expect(statuses.length - 4).toBeGreaterThanOrEqual(24);
    expect(statuses.length - 4).toBeLessThanOrEqual(24 + 7);
  });

  test('ends only when every replica behind the load balancer accepts the token', async () => {
    await using scene = await Scene.start({
      cluster: { activation: { replicasAfterMs: [0, 300, 1500] } },
      inputs: { 'activation-timeout': '20s' },
    });
    const main = await scene.main();
    expect(main.outputs['active']).toBe('true');
    expect(scene.cluster.accepts(main.outputs['token'] ?? '', 'metrics')).toBe(true);
    expect(probes(scene)).toContain(401);
    expect(probes(scene).slice(-17)).toEqual(Array(17).fill(200));
  });

  test.for(['dedicated', 'clustered'] as const)(
    'uses a new connection for each probe: %s',
    async (product) => {
      await using scene = await Scene.start({ cluster: { product } });
      expect((await scene.main()).outputs['active']).toBe('true');
      const used = scene.cluster.requests.filter(({ route }) => route === 'GET query');
      expect(new Set(used.map(({ connection }) => connection)).size).toBe(17);
      if (product === 'dedicated') return;
      const others = scene.cluster.requests.filter(({ route }) => route !== 'GET query');
      const shared = others.filter(({ connection }) => used.some((probe) => probe.connection === connection));
      expect(shared).toEqual([]);
    },
  );

  test('probes a read with a statement that needs authorization', async () => {
    await using scene = await Scene.start({ inputs: { permissions: 'logs: write\nmetrics: read' } });
    await scene.main();
    const [probe] = scene.cluster.requests.filter(({ route }) => route === 'GET query');
    const query = new URL(probe?.path ?? '', scene.cluster.clusterUrl).searchParams;
    expect(query.get('db')).toBe('metrics');
    expect(query.get('q')).toBe('SELECT * FROM dummy WHERE time > now()');
    expect(scene.cluster.trace).not.toContain('POST write 204');
  });

  test('probes a write-only token without writing a point', async () => {
    await using scene = await Scene.start({
      cluster: { emptyWrite: 400 },
      inputs: { permissions: 'metrics: write' },
    });
    const main = await scene.main();
    expect(main.outputs['active']).toBe('true');
    expect(scene.cluster.trace.filter((line) => line === 'POST write 400')).toHaveLength(17);
    expect(scene.cluster.points).toEqual([]);
  });

  test('probes a token for all databases with an existing one', async () => {
    await using scene = await Scene.start({
      inputs: { permissions: '*: read' },
      cluster: { databases: ['a/b'] },
    });
    const main = await scene.main();
    expect(main.outputs['active']).toBe('true');
    expect(main.annotations).toMatchObject([{ level: 'warning', title: 'All databases' }]);
    expect(scene.cluster.requests.at(-1)?.path).toContain('db=a%2Fb');
  });

  test('does not probe a token for all databases of a cluster without any', async () => {
    await using scene = await Scene.start({
      inputs: { permissions: '*: read' },
      cluster: { databases: [] },
    });
    const main = await scene.main();
    expect(main.conclusion).toBe('success');
    expect(main.outputs['active']).toBe('');
    expect(probes(scene)).toEqual([]);
  });

  test('neither lists the databases nor probes a token without any grant', async () => {
    await using scene = await Scene.start({ inputs: { permissions: 'none' } });
    const main = await scene.main();
    expect(main.conclusion).toBe('success');
    expect(main.outputs['active']).toBe('');
    expect(scene.cluster.trace).toEqual(['POST tokens 200']);
  });

  test.for([
    ['a token', {}],
    ['a token that would be kept', { 'skip-token-revoke': 'true', 'expires-at': '30d' }],
  ] as const)('fails the step after a refusal of %s, and the post step revokes it', async ([, inputs]) => {
    await using scene = await Scene.start({
      cluster: { activation: 'never', refusesWith: 401 },
      inputs: { 'activation-timeout': '1s', ...inputs },
    });
    const main = await scene.main();
    expect(main).toMatchObject({
      exitCode: 1,
      annotations: [{ level: 'error', title: 'Token not accepted' }],
    });
    expect(main.annotations[0]?.message).toContain('activation-timeout: 0');
    expect(main.outputs).not.toHaveProperty('token');
    expect(main.outputs['token-id']).toBe(scene.cluster.tokens[0]?.id);
    expect(parseTagged(scene.cluster.tokens[0]?.description ?? '')?.tag.kind).toBe('job');
    await scene.post();
    expect(scene.cluster.liveTokens).toEqual([]);
  });

  test.for<[string, (scene: Scene) => void]>([
    ['redirects', ({ cluster }) => cluster.every('GET query').redirects('http://127.0.0.1:1/')],
    ['resets', ({ cluster }) => cluster.every('GET query').resets('before')],
    ['an empty 200', ({ cluster }) => cluster.every('GET query').respondsWith(200)],
    ['silence', ({ cluster }) => cluster.every('GET query').hangs('before')],
    [
      'a request to wait for an hour',
      ({ cluster }) => cluster.every('GET query').respondsWith(429, undefined, { 'Retry-After': '3600' }),
    ],
  ])('warns about %s, and gives the token to the job', async ([, breaks]) => {
    await using scene = await Scene.start({ inputs: { 'activation-timeout': '1s' } });
    breaks(scene);
    const main = await scene.main();
    expect(main.conclusion).toBe('success');
    expect(main.outputs['active']).toBe('false');
    expect(scene.issuedToken(main)).toBe(scene.cluster.liveTokens[0]);
    expect(main.annotations).toMatchObject([{ level: 'warning', title: 'Token not probed' }]);
    expect(main.annotations[0]?.message).toContain('activation-timeout: 0');
  });

  test('says that no connection was possible', async () => {
    await using scene = await Scene.start({
      inputs: { 'cluster-url': 'http://127.0.0.1:1', 'activation-timeout': '1s' },
    });
    const main = await scene.main();
    expect(main.outputs['active']).toBe('false');
    expect(main.annotations[0]?.message).toContain('ECONNREFUSED');
  });

  test('of a write-only token treats a 400 without a body as unclear, and describes the response', async () => {
    await using scene = await Scene.start({
      inputs: { permissions: 'metrics: write', 'activation-timeout': '1s' },
    });
    scene.cluster.every('POST write').respondsWith(400);
    const main = await scene.main();
    expect(main.outputs['active']).toBe('false');
    expect(main.annotations[0]?.message).toContain('responded with status 400 and an empty body');
    expect(scene.cluster.points).toEqual([]);
  });

  test('describes a response that is not from InfluxDB', async () => {
    await using scene = await Scene.start({ inputs: { 'activation-timeout': '1s' } });
    scene.cluster.every('GET query').respondsWith(200, PAGE);
    const main = await scene.main();
    expect(main.annotations[0]?.message).toContain(
      'responded with status 200 and an HTML page titled "InfluxDB Console"',
    );
    await scene.post();
    expect(scene.cluster.liveTokens).toEqual([]);
  });

  test('describes the last response, and not a probe that the deadline cut short', async () => {
    await using scene = await Scene.start({ inputs: { 'activation-timeout': '1s' } });
    scene.cluster.next('GET query').respondsWith(200, PAGE);
    scene.cluster.every('GET query').hangs('before');
    const main = await scene.main();
    expect(main.annotations[0]?.message).toContain('an HTML page titled "InfluxDB Console"');
    expect(main.annotations[0]?.message).not.toContain('did not respond within');
  });

  test('names the true time limit of a probe without a response', async () => {
    await using scene = await Scene.start({
      inputs: { 'activation-timeout': '3s', 'request-timeout': '2s' },
    });
    scene.cluster.every('GET query').hangs('before');
    const main = await scene.main();
    expect(main.annotations[0]?.message).toContain('did not respond within 2 s.');
  });

  test('gives up after five 404 responses, long before the deadline', async () => {
    await using scene = await Scene.start({ inputs: { 'activation-timeout': '5m' } });
    scene.cluster.every('GET query').respondsWith(404, '404 page not found');
    const main = await scene.main();
    expect(main.outputs['active']).toBe('false');
    expect(probes(scene)).toEqual(Array(5).fill(404));
  });

  test('fails the step if there are too few acceptances, and the post step revokes the token', async () => {
    const pattern = Array.from({ length: 500 }, (_, number) => number % 5 !== 4);
    await using scene = await Scene.start({
      cluster: { activation: { pattern } },
      inputs: { 'activation-timeout': '2s' },
    });
    const main = await scene.main();
    expect(main).toMatchObject({ exitCode: 1, annotations: [{ title: 'Token not accepted' }] });
    expect(main.annotations[0]?.message).toMatch(/some probes succeeded, but not \d+ in a row/);
    expect(main.outputs).not.toHaveProperty('token');
    await scene.post();
    expect(scene.cluster.liveTokens).toEqual([]);
  });

  test('says that the token has expired by the server’s clock, and that the clocks differ', async () => {
    let aheadMs = 0;
    await using scene = await Scene.start({
      cluster: { clock: () => Date.now() + aheadMs },
      inputs: { 'expires-at': '1h', 'activation-timeout': '1s' },
    });
    scene.cluster.next('POST tokens').runs('after', () => {
      aheadMs = 3 * 3_600_000;
      return undefined;
    });
    const main = await scene.main();
    expect(main).toMatchObject({
      exitCode: 1,
      annotations: [{ level: 'warning', title: 'Clocks differ' }, { title: 'Token not accepted' }],
    });
    expect(main.annotations[1]?.message).toMatch(
      /The token expired at \S+Z\. The server's clock shows \S+Z\. The clocks differ/,
    );
  });

  test('waits as long as a 429 asks', async () => {
    await using scene = await Scene.start({ inputs: { 'activation-timeout': '10s' } });
    scene.cluster.next('GET query').respondsWith(429, undefined, { 'Retry-After': '1' });
    await scene.main();
    const [first, second] = scene.cluster.requests.filter(({ route }) => route === 'GET query');
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(990);
  });
});

describe('a rotation with a grace period of 0, if a page responds 200 to everything', () => {
  test('stores nothing, revokes the new token, and leaves the old one valid', async () => {
    const [line = expect.fail('there is no series')] = SERIES;
    await using world = await World.start(line, { 'grace-period': '0', 'activation-timeout': '1s' });
    const [old] = world.cluster.tokens;
    world.cluster.every('GET query').respondsWith(200, PAGE);
    using run = world.beginRun();
    const main = await run.step.main();
    expect(main.exitCode).toBe(1);
    expect(main.annotations.at(-1)).toMatchObject({ level: 'error', title: 'Token not probed' });
    expect(main.annotations.at(-1)?.message).toContain('activation-timeout: 0');
    await run.step.post();
    expect(world.cluster.tokens).toHaveLength(2 + world.others.length);
    expect(world.liveTokens).toEqual([old]);
    expect(world.github.writes).toEqual([]);
    expect(world.outages).toEqual([]);
  });
});

function probes({ cluster }: Scene): (number | undefined)[] {
  return cluster.requests.filter(({ route }) => route === 'GET query').map(({ status }) => status);
}
