import { describe, expect, test } from 'vitest';
import { Scene } from './scene.ts';

describe('the post step', () => {
  test('says nothing when main never got to create anything', async () => {
    await using scene = await Scene.start({ inputs: { permissions: 'metrcs: read' } });
    await scene.main();
    const post = await scene.post();
    expect(post).toMatchObject({ stdout: '', stderr: '', summary: '', exitCode: 0 });
    expect(scene.cluster.trace).toEqual(['GET databases 200']);
  });

  test('says nothing when the server refused to create a token', async () => {
    await using scene = await Scene.start();
    scene.cluster.next('POST tokens').answers(409, { code: 409, message: 'too many tokens' });
    await scene.main();
    expect(await scene.post()).toMatchObject({ stdout: '', summary: '' });
    expect(scene.cluster.trace).toEqual(['GET databases 200', 'POST tokens 409']);
  });

  test.for([204, 404] as const)(
    'is content when somebody revoked the token before (DELETE answers %i)',
    async (deletingRevoked) => {
      await using scene = await Scene.start({ cluster: { deletingRevoked } });
      await scene.main();
      for (const token of scene.cluster.tokens) token.revokedAt = Date.now();
      const post = await scene.post();
      expect(post).toMatchObject({ conclusion: 'success', annotations: [] });
    },
  );

  test('is content when the server no longer lists the revoked token', async () => {
    await using scene = await Scene.start({ cluster: { deletingRevoked: 404, revokedTokens: 'hidden' } });
    await scene.main();
    for (const token of scene.cluster.tokens) token.revokedAt = Date.now();
    expect(await scene.post()).toMatchObject({ conclusion: 'success', annotations: [] });
    expect(scene.cluster.trace.slice(-2)).toEqual(['DELETE token 404', 'GET tokens 200']);
  });

  test('goes by its state when inputs evaluate to something else by then', async () => {
    await using scene = await Scene.start();
    await scene.main();
    await scene.post({
      inputs: {
        'management-token': scene.cluster.managementToken,
        operation: 'list',
        product: 'clustered',
        'api-url': 'http://127.0.0.1:1',
        'account-id': '99999999-9999-4999-8999-999999999999',
        'cluster-id': 'nonsense',
        'skip-token-revoke': 'true',
        'request-timeout': 'x',
      },
    });
    expect(scene.cluster.liveTokens).toEqual([]);
  });

  test('revokes whatever became of the job', async () => {
    for (const jobStatus of ['success', 'failure', 'cancelled'] as const) {
      await using scene = await Scene.start();
      await scene.main();
      await scene.post({ jobStatus });
      expect(scene.cluster.liveTokens, jobStatus).toEqual([]);
    }
  });

  test('warns with the id and the remedy when the management token is gone, and leaves the job alone', async () => {
    await using scene = await Scene.start();
    const main = await scene.main();
    const post = await scene.post({ inputs: { 'management-token': '' } });
    const id = main.outputs['token-id'] ?? '';
    expect(post.conclusion).toBe('success');
    expect(post.annotations).toMatchObject([
      { level: 'warning', title: 'Management token missing at the end' },
    ]);
    expect(post.annotations[0]?.message).toMatch(
      /is empty in the post step.*Usually, a composite action inside another composite action calls the action/,
    );
    expect(post.annotations[0]?.message).toMatch(/"\d+\.\d+ job", revoke them/);
    expect(post.annotations[0]?.message).toContain(`influxctl token revoke ${id}`);
    expect(post.summary).toContain(id);
    expect(scene.cluster.liveTokens).toHaveLength(1);
  });

  test('warns with the id and the remedy when the server will not revoke', async () => {
    await using scene = await Scene.start();
    const main = await scene.main();
    scene.cluster.every('DELETE token').answers(403, { code: 403, message: 'forbidden' });
    const post = await scene.post();
    expect(post.conclusion).toBe('success');
    expect(post.annotations).toMatchObject([{ level: 'warning' }]);
    expect(post.annotations[0]?.message).toContain(main.outputs['token-id']);
    expect(scene.cluster.trace.at(-1)).toBe('DELETE token 403');
  });

  test('fails the job for that when it was asked to', async () => {
    await using scene = await Scene.start({ inputs: { 'fail-on-revoke-error': 'true' } });
    await scene.main();
    scene.cluster.every('DELETE token').answers(500);
    const post = await scene.post();
    expect(post).toMatchObject({
      exitCode: 1,
      annotations: [{ level: 'error', title: 'Token not revoked' }],
    });
  });

  test('fails the job for that even if the input evaluates to something else by then', async () => {
    await using scene = await Scene.start({ inputs: { 'fail-on-revoke-error': 'true' } });
    await scene.main();
    scene.cluster.every('DELETE token').answers(500);
    const inputs = { ...scene.inputs, 'fail-on-revoke-error': 'false' };
    expect((await scene.post({ inputs })).exitCode).toBe(1);
  });

  test.for(['', 'M.V1.another'])(
    'fails the job for management token "%s" when it was asked to',
    async (managementToken) => {
      await using scene = await Scene.start({ inputs: { 'fail-on-revoke-error': 'true' } });
      await scene.main();
      const post = await scene.post({ inputs: { ...scene.inputs, 'management-token': managementToken } });
      expect(post).toMatchObject({ exitCode: 1, annotations: [{ level: 'error' }] });
      expect(scene.cluster.liveTokens).toHaveLength(1);
    },
  );

  test('sends nothing with another management token than main had, and names the ID', async () => {
    await using scene = await Scene.start();
    const main = await scene.main();
    const sent = scene.cluster.requests.length;
    const post = await scene.post({ inputs: { ...scene.inputs, 'management-token': 'M.V1.another' } });
    expect(post).toMatchObject({
      exitCode: 0,
      annotations: [{ level: 'warning', title: 'Ledger not valid' }],
    });
    expect(post.annotations[0]?.message).toContain('differs from the one that main used');
    expect(post.annotations[0]?.message).toContain(`influxctl token revoke ${main.outputs['token-id']}`);
    expect(scene.cluster.requests).toHaveLength(sent);
  });

  test('says nothing without a management token when the token is kept', async () => {
    await using scene = await Scene.start({ inputs: { 'skip-token-revoke': 'true', 'expires-at': '30d' } });
    await scene.main();
    expect(await scene.post({ inputs: {} })).toMatchObject({ stdout: '', stderr: '', exitCode: 0 });
    expect(scene.cluster.liveTokens).toHaveLength(1);
  });

  test('retries what is passing', async () => {
    await using scene = await Scene.start({ inputs: { retries: '3' } });
    await scene.main();
    scene.cluster.next('DELETE token').answers(503);
    scene.cluster.next('DELETE token').answers(429, undefined, { 'Retry-After': '1' });
    expect((await scene.post()).annotations).toEqual([]);
    expect(scene.cluster.liveTokens).toEqual([]);
  });

  test('looks at the token after a DELETE that hung up, and is content when it is revoked', async () => {
    await using scene = await Scene.start();
    await scene.main();
    scene.cluster.next('DELETE token').resets('after');
    expect((await scene.post()).annotations).toEqual([]);
    expect(scene.cluster.trace.slice(-2)).toEqual(['DELETE token reset', 'GET token 200']);
  });

  test('deletes again after a DELETE that hung up without effect', async () => {
    await using scene = await Scene.start();
    await scene.main();
    scene.cluster.next('DELETE token').resets('before');
    await scene.post();
    expect(scene.cluster.trace.slice(-3)).toEqual([
      'DELETE token reset',
      'GET token 200',
      'DELETE token 204',
    ]);
    expect(scene.cluster.liveTokens).toEqual([]);
  });

  test('does not take a 404 for done that is not the API’s own', async () => {
    await using scene = await Scene.start();
    await scene.main();
    scene.cluster.every('DELETE token').answers(404, '<html>no route</html>');
    expect((await scene.post()).annotations).toMatchObject([{ level: 'warning' }]);
  });

  test('does not take a 404 for done while the list shows the token alive', async () => {
    await using scene = await Scene.start();
    await scene.main();
    scene.cluster.every('DELETE token').answers(404, { code: 404, message: 'not found' });
    const post = await scene.post();
    expect(post.annotations[0]?.message).toContain('lists token');
  });

  test('believes a later list when the first was read before the token was revoked', async () => {
    await using scene = await Scene.start({ cluster: { deletingRevoked: 404 } });
    scene.cluster.next('POST tokens').runs('after', () => 'drop');
    scene.cluster.every('GET tokens').answers(503);
    await scene.main();
    scene.cluster.clearFaults();
    const requestsOfMain = scene.cluster.requests.length;
    scene.cluster.next('DELETE token').answersAfterEffect(503);
    expect((await scene.post()).annotations).toEqual([]);
    expect(scene.cluster.trace.slice(requestsOfMain)).toEqual([
      'GET tokens 200',
      'DELETE token 503',
      'DELETE token 404',
      'GET tokens 200',
    ]);
  });

  test('takes a token for revoked that is gone altogether after a DELETE that hung up', async () => {
    await using scene = await Scene.start({ cluster: { revokedTokens: 'hidden' } });
    await scene.main();
    scene.cluster.next('DELETE token').resets('after');
    scene.cluster.next('GET token').answers(404, { code: 404, message: 'not found' });
    expect((await scene.post()).annotations).toEqual([]);
    expect(scene.cluster.trace.slice(-3)).toEqual(['DELETE token reset', 'GET token 404', 'GET tokens 200']);
  });

  test('names in the remedy what is alive, and not what it has revoked', async () => {
    await using scene = await Scene.start();
    scene.cluster.next('POST tokens').resets('after');
    scene.cluster.next('GET tokens').answers(200, []);
    const main = await scene.main();
    const held = main.outputs['token-id'] ?? '';
    const [lost] = scene.cluster.tokens.filter(({ id }) => id !== held);
    scene.cluster.next('DELETE token', { after: 1 }).answers(400, { code: 400, message: 'no' });
    const post = await scene.post();
    expect(scene.cluster.liveTokens).toEqual([lost]);
    expect(post.annotations[0]?.message).toContain(`influxctl token revoke ${lost?.id}\``);
    expect(post.annotations[0]?.message).not.toContain(held);
  });

  test('stops at once when the management token is refused for the list', async () => {
    await using scene = await Scene.start();
    scene.cluster.next('POST tokens').resets('after');
    scene.cluster.next('GET tokens').answers(200, []);
    await scene.main();
    scene.cluster.every('GET tokens').answers(401, { code: 401, message: 'unauthorized' });
    await scene.post();
    expect(scene.cluster.trace.at(-1)).toBe('GET tokens 401');
  });

  test('tries no further token when the management token is refused', async () => {
    await using scene = await Scene.start();
    scene.cluster.next('POST tokens').resets('after');
    scene.cluster.next('GET tokens').answers(200, []);
    await scene.main();
    expect(scene.cluster.liveTokens).toHaveLength(2);
    scene.cluster.every('DELETE token').answers(401, { code: 401, message: 'unauthorized' });
    const post = await scene.post();
    expect(scene.cluster.trace.filter((line) => line === 'DELETE token 401')).toHaveLength(1);
    for (const { id } of scene.cluster.tokens) expect(post.annotations[0]?.message).toContain(id);
  });

  test('revokes a token that came to be only after the list', async () => {
    await using scene = await Scene.start();
    scene.cluster.next('POST tokens').resets('after');
    scene.cluster.next('GET tokens').answers(200, []);
    await scene.main();
    await scene.post();
    expect(scene.cluster.tokens).toHaveLength(2);
    expect(scene.cluster.liveTokens).toEqual([]);
  });

  test('ends in good time when nothing is answered any more', async () => {
    await using scene = await Scene.start();
    await scene.main();
    for (const route of ['DELETE token', 'GET token', 'GET tokens'] as const)
      scene.cluster.every(route).hangs('before');
    const post = await scene.post();
    expect(post.annotations).toMatchObject([{ level: 'warning' }]);
    expect(post.durationMs).toBeLessThan(20_000);
  });

  test.for(['SIGINT', 'SIGTERM'] as const)('goes on when it is cancelled itself, by %s', async (signal) => {
    await using scene = await Scene.start();
    await scene.main();
    const running = scene.start('post');
    scene.cluster.next('DELETE token').runs('before', () => {
      running.kill(signal);
      return undefined;
    });
    expect(await running.finished).toMatchObject({ conclusion: 'success', signal: null, annotations: [] });
    expect(scene.cluster.liveTokens).toEqual([]);
  });

  test('reports in log and summary what it revoked', async () => {
    await using scene = await Scene.start();
    const main = await scene.main();
    const post = await scene.post();
    expect(post.log).toContain(`Revoked token ${main.outputs['token-id']}.`);
    expect(post.summary).toContain('Revoked token');
  });
});

describe('twenty jobs at once with the same description', () => {
  test('each revokes its own', async () => {
    await using first = await Scene.start();
    const scenes = [first, ...Array.from({ length: 19 }, () => new Scene(first.cluster))];
    const mains = await Promise.all(scenes.map((scene) => scene.main()));
    expect(first.cluster.liveTokens).toHaveLength(20);
    for (const [index, scene] of scenes.entries()) {
      await scene.post();
      const held = mains.map(({ outputs }) => first.cluster.accepts(outputs['token'] ?? '', 'metrics'));
      expect(held).toEqual(scenes.map((_, other) => other > index));
    }
    for (const scene of scenes.slice(1)) scene.step[Symbol.dispose]();
  });
});
