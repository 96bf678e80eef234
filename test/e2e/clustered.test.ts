import { describe, expect, test } from 'vitest';
import { Scene } from './scene.ts';

describe('Clustered', () => {
  test('is reached by the documented path, which a read tells', async () => {
    await using scene = await Scene.start({ cluster: { product: 'clustered' } });
    const main = await scene.main();
    await scene.post();
    expect(main.conclusion).toBe('success');
    expect(scene.cluster.liveTokens).toEqual([]);
    expect(paths(scene)).toEqual([
      'GET /api/v0/databases',
      'POST /api/v0/tokens',
      'GET /query',
      'GET /query',
      'GET /query',
      `DELETE /api/v0/tokens/${main.outputs['token-id']}`,
    ]);
  });

  test('is reached by the path that the vendor’s clients use, when there is no other', async () => {
    await using scene = await Scene.start({ cluster: { product: 'clustered', form: 'prefixed' } });
    const prefix =
      '/api/v0/accounts/11111111-1111-1111-1111-111111111111/clusters/11111111-1111-1111-1111-111111111111';
    const main = await scene.main();
    await scene.post();
    expect(scene.cluster.liveTokens).toEqual([]);
    expect(paths(scene)).toEqual([
      'GET /api/v0/databases',
      `GET ${prefix}/databases`,
      `POST ${prefix}/tokens`,
      'GET /query',
      'GET /query',
      'GET /query',
      `DELETE ${prefix}/tokens/${main.outputs['token-id']}`,
    ]);
  });

  test('has its path found out by a read even when nothing else needs one', async () => {
    await using scene = await Scene.start({
      cluster: { product: 'clustered', form: 'prefixed' },
      inputs: { 'check-databases': 'false', 'activation-timeout': '0' },
    });
    expect((await scene.main()).conclusion).toBe('success');
    expect(scene.cluster.requests.map(({ route }) => route)).toEqual([
      'unknown',
      'GET databases',
      'POST tokens',
    ]);
  });

  test.for(['api-url', 'cluster-url'])('needs only %s, from which the other follows', async (given) => {
    await using scene = await Scene.start({ cluster: { product: 'clustered' } });
    const { 'api-url': url = '', ...rest } = scene.inputs;
    const inputs = { ...rest, 'cluster-url': '', [given]: url };
    expect((await scene.main({ inputs })).outputs['active']).toBe('true');
  });

  test('without an API at the address says where to look', async () => {
    await using scene = await Scene.start({ cluster: { product: 'clustered' } });
    scene.cluster.every('GET databases').answers(404, '404 page not found');
    const main = await scene.main();
    expect(main.annotations[0]?.message).toMatch(/api-url/);
    expect(scene.cluster.tokens).toEqual([]);
  });

  test('that knows the path but not the thing is not asked elsewhere', async () => {
    await using scene = await Scene.start({ cluster: { product: 'clustered' } });
    scene.cluster.every('GET databases').answers(404, { code: 404, message: 'not found' });
    await scene.main();
    expect(scene.cluster.trace).toEqual(['GET databases 404']);
  });
});

function paths({ cluster }: Scene): string[] {
  return cluster.requests.map(({ method, path }) => `${method} ${path.replace(/\?.*/, '')}`);
}
