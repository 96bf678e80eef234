import { describe, expect, test } from 'vitest';
import { connection, Scene } from './scene.ts';
import { fixture } from './tls-front.ts';

describe('the post step', () => {
  test('prints nothing if main did not try to create a token', async () => {
    await using scene = await Scene.start({ inputs: { permissions: 'metrcs: read' } });
    await scene.main();
    const post = await scene.post();
    expect(post).toMatchObject({ stdout: '', stderr: '', summary: '', exitCode: 0 });
    expect(scene.cluster.trace).toEqual(['GET databases 200']);
  });

  test('prints nothing if the server refused to create a token', async () => {
    await using scene = await Scene.start();
    scene.cluster.next('POST tokens').respondsWith(409, { code: 409, message: 'too many tokens' });
    await scene.main();
    expect(await scene.post()).toMatchObject({ stdout: '', summary: '' });
    expect(scene.cluster.trace).toEqual(['GET databases 200', 'POST tokens 409']);
  });

  test.for([204, 400, 404, 409] as const)(
    'succeeds if somebody has already revoked the token (DELETE responds %i)',
    async (deletingRevoked) => {
      await using scene = await Scene.start({ cluster: { deletingRevoked } });
      await scene.main();
      for (const token of scene.cluster.tokens) token.revokedAt = Date.now();
      const post = await scene.post();
      expect(post).toMatchObject({ conclusion: 'success', annotations: [] });
    },
  );

  test('succeeds if the server no longer lists the revoked token', async () => {
    await using scene = await Scene.start({ cluster: { deletingRevoked: 404, revokedTokens: 'hidden' } });
    await scene.main();
    for (const token of scene.cluster.tokens) token.revokedAt = Date.now();
    expect(await scene.post()).toMatchObject({ conclusion: 'success', annotations: [] });
    expect(scene.cluster.trace.slice(-2)).toEqual(['DELETE token 404', 'GET tokens 200']);
  });

  test('uses its ledger if inputs have other values by then', async () => {
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

  test('revokes the token after any result of the job', async () => {
    for (const jobStatus of ['success', 'failure', 'cancelled'] as const) {
      await using scene = await Scene.start();
      await scene.main();
      await scene.post({ jobStatus });
      expect(scene.cluster.liveTokens, jobStatus).toEqual([]);
    }
  });

  test('warns with the ID and a hint if the management token is missing, and does not fail the job', async () => {
    await using scene = await Scene.start();
    const main = await scene.main();
    const post = await scene.post({ inputs: { 'management-token': '' } });
    const id = main.outputs['token-id'] ?? '';
    expect(post.conclusion).toBe('success');
    expect(post.annotations).toMatchObject([{ level: 'warning', title: 'Management token missing' }]);
    expect(post.annotations[0]?.message).toMatch(
      /is empty in the post step.*Nested composite actions are the usual cause/,
    );
    expect(post.annotations[0]?.message).toMatch(/"\d+\.\d+ job", revoke the token: /);
    expect(post.annotations[0]?.message).toContain(`influxctl token revoke ${id}`);
    expect(post.summary).toContain(id);
    expect(scene.cluster.liveTokens).toHaveLength(1);
  });

  test('warns with the ID and a hint if the server refuses to revoke', async () => {
    await using scene = await Scene.start();
    const main = await scene.main();
    scene.cluster.every('DELETE token').respondsWith(403, { code: 403, message: 'forbidden' });
    const post = await scene.post();
    expect(post.conclusion).toBe('success');
    expect(post.annotations).toMatchObject([{ level: 'warning' }]);
    expect(post.annotations[0]?.message).toContain(main.outputs['token-id']);
    expect(scene.cluster.trace.at(-1)).toBe('DELETE token 403');
  });

  test('fails the job with `fail-on-revoke-error`', async () => {
    await using scene = await Scene.start({ inputs: { 'fail-on-revoke-error': 'true' } });
    await scene.main();
    scene.cluster.every('DELETE token').respondsWith(500);
    const post = await scene.post();
    expect(post).toMatchObject({
      exitCode: 1,
      annotations: [{ level: 'error', title: 'Token not revoked' }],
    });
  });

  test('fails the job with `fail-on-revoke-error` even if the input has another value by then', async () => {
    await using scene = await Scene.start({ inputs: { 'fail-on-revoke-error': 'true' } });
    await scene.main();
    scene.cluster.every('DELETE token').respondsWith(500);
    const inputs = { ...scene.inputs, 'fail-on-revoke-error': 'false' };
    expect((await scene.post({ inputs })).exitCode).toBe(1);
  });

  test.for(['', 'M.V1.another'])(
    'fails the job with `fail-on-revoke-error` for management token "%s"',
    async (managementToken) => {
      await using scene = await Scene.start({ inputs: { 'fail-on-revoke-error': 'true' } });
      await scene.main();
      const post = await scene.post({ inputs: { ...scene.inputs, 'management-token': managementToken } });
      expect(post).toMatchObject({ exitCode: 1, annotations: [{ level: 'error' }] });
      expect(scene.cluster.liveTokens).toHaveLength(1);
    },
  );

  test('sends nothing with another management token, and names the ID', async () => {
    await using scene = await Scene.start();
    const main = await scene.main();
    const sent = scene.cluster.requests.length;
    const post = await scene.post({ inputs: { ...scene.inputs, 'management-token': 'M.V1.another' } });
    expect(post).toMatchObject({
      exitCode: 0,
      annotations: [{ level: 'warning', title: 'Ledger not valid' }],
    });
    expect(post.annotations[0]?.message).toContain('does not match `management-token`');
    expect(post.annotations[0]?.message).toContain(`influxctl token revoke ${main.outputs['token-id']}`);
    expect(scene.cluster.requests).toHaveLength(sent);
  });

  test('prints nothing without a management token if the token is kept', async () => {
    await using scene = await Scene.start({ inputs: { 'skip-token-revoke': 'true', 'expires-at': '30d' } });
    await scene.main();
    expect(await scene.post({ inputs: {} })).toMatchObject({ stdout: '', stderr: '', exitCode: 0 });
    expect(scene.cluster.liveTokens).toHaveLength(1);
  });

  test('warns once of different clocks and ignored certificates if it promotes one token and looks for another', async () => {
    const cluster = { clock: () => Date.now() + 3_600_000 };
    await using scene = await Scene.start({ cluster, operation: 'rotate' });
    // After this lost response, the post step must look for a token that might appear late.
    scene.cluster.next('POST tokens').resets('before');
    const inputs = {
      ...scene.inputs,
      ...connection(scene.cluster),
      description: 'telegraf',
      permissions: 'metrics: read',
      'expires-at': '90d',
      'store-in': 'later-steps',
      'activation-timeout': '0',
    };
    expect((await scene.main({ inputs })).outputs['rotated']).toBe('true');
    const requestsOfMain = scene.cluster.requests.length;
    const post = await scene.post({ inputs, env: { NODE_EXTRA_CA_CERTS: fixture('authority.pem') } });
    expect(scene.cluster.trace.slice(requestsOfMain)).toEqual([
      'GET token 200',
      'PATCH token 200',
      'GET tokens 200',
      'GET tokens 200',
    ]);
    expect(post.annotations).toMatchObject([{ level: 'warning', title: 'Clocks differ' }]);
    expect(post.log.split('The post step ignores 1 certificate')).toHaveLength(2);
  });

  test('retries retryable errors', async () => {
    await using scene = await Scene.start({ inputs: { retries: '3' } });
    await scene.main();
    scene.cluster.next('DELETE token').respondsWith(503);
    scene.cluster.next('DELETE token').respondsWith(429, undefined, { 'Retry-After': '1' });
    expect((await scene.post()).annotations).toEqual([]);
    expect(scene.cluster.liveTokens).toEqual([]);
  });

  test('reads the token after a DELETE without a response, and succeeds if it is revoked', async () => {
    await using scene = await Scene.start();
    await scene.main();
    scene.cluster.next('DELETE token').resets('after');
    expect((await scene.post()).annotations).toEqual([]);
    expect(scene.cluster.trace.slice(-2)).toEqual(['DELETE token reset', 'GET token 200']);
  });

  test('sends a DELETE again if the first one had no effect', async () => {
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

  test('does not treat the 404 of another server as a revocation', async () => {
    await using scene = await Scene.start();
    await scene.main();
    scene.cluster.every('DELETE token').respondsWith(404, '<html>no route</html>');
    expect((await scene.post()).annotations).toMatchObject([{ level: 'warning' }]);
  });

  test('does not treat a 404 as a revocation while the list shows the token as valid', async () => {
    await using scene = await Scene.start();
    await scene.main();
    scene.cluster.every('DELETE token').respondsWith(404, { code: 404, message: 'not found' });
    const post = await scene.post();
    expect(post.annotations[0]?.message).toContain('lists token');
  });

  test('uses a later list if the first one was read before the revocation', async () => {
    await using scene = await Scene.start({ cluster: { deletingRevoked: 404 } });
    scene.cluster.next('POST tokens').runs('after', () => 'drop');
    scene.cluster.every('GET tokens').respondsWith(503);
    await scene.main();
    scene.cluster.clearFaults();
    const requestsOfMain = scene.cluster.requests.length;
    scene.cluster.next('DELETE token').respondsAfterEffect(503);
    expect((await scene.post()).annotations).toEqual([]);
    expect(scene.cluster.trace.slice(requestsOfMain)).toEqual([
      'GET tokens 200',
      'DELETE token 503',
      'DELETE token 404',
      'GET tokens 200',
    ]);
  });

  test('treats a token as revoked if it no longer exists after a DELETE without a response', async () => {
    await using scene = await Scene.start({ cluster: { revokedTokens: 'hidden' } });
    await scene.main();
    scene.cluster.next('DELETE token').resets('after');
    scene.cluster.next('GET token').respondsWith(404, { code: 404, message: 'not found' });
    expect((await scene.post()).annotations).toEqual([]);
    expect(scene.cluster.trace.slice(-3)).toEqual(['DELETE token reset', 'GET token 404', 'GET tokens 200']);
  });

  test('names only tokens that might be alive in its hint', async () => {
    await using scene = await Scene.start();
    scene.cluster.next('POST tokens').resets('after');
    scene.cluster.next('GET tokens').respondsWith(200, []);
    const main = await scene.main();
    const tokenId = main.outputs['token-id'] ?? '';
    const [lost] = scene.cluster.tokens.filter(({ id }) => id !== tokenId);
    scene.cluster.next('DELETE token', { after: 1 }).respondsWith(400, { code: 400, message: 'no' });
    const post = await scene.post();
    expect(scene.cluster.liveTokens).toEqual([lost]);
    expect(post.annotations[0]?.message).toContain(`influxctl token revoke ${lost?.id}\``);
    expect(post.annotations[0]?.message).not.toContain(tokenId);
  });

  test('stops at once if the server refuses the management token for the list', async () => {
    await using scene = await Scene.start();
    scene.cluster.next('POST tokens').resets('after');
    scene.cluster.next('GET tokens').respondsWith(200, []);
    await scene.main();
    scene.cluster.every('GET tokens').respondsWith(401, { code: 401, message: 'unauthorized' });
    await scene.post();
    expect(scene.cluster.trace.at(-1)).toBe('GET tokens 401');
  });

  test('sends no further DELETE if the server refuses the management token', async () => {
    await using scene = await Scene.start();
    scene.cluster.next('POST tokens').resets('after');
    scene.cluster.next('GET tokens').respondsWith(200, []);
    await scene.main();
    expect(scene.cluster.liveTokens).toHaveLength(2);
    scene.cluster.every('DELETE token').respondsWith(401, { code: 401, message: 'unauthorized' });
    const post = await scene.post();
    expect(scene.cluster.trace.filter((line) => line === 'DELETE token 401')).toHaveLength(1);
    for (const { id } of scene.cluster.tokens) expect(post.annotations[0]?.message).toContain(id);
  });

  test('revokes a token that appears only after the list', async () => {
    await using scene = await Scene.start();
    scene.cluster.next('POST tokens').resets('after');
    scene.cluster.next('GET tokens').respondsWith(200, []);
    await scene.main();
    await scene.post();
    expect(scene.cluster.tokens).toHaveLength(2);
    expect(scene.cluster.liveTokens).toEqual([]);
  });

  test('ends in time if the server no longer responds', async () => {
    await using scene = await Scene.start();
    await scene.main();
    for (const route of ['DELETE token', 'GET token', 'GET tokens'] as const)
      scene.cluster.every(route).hangs('before');
    const post = await scene.post();
    expect(post.annotations).toMatchObject([{ level: 'warning' }]);
    expect(post.durationMs).toBeLessThan(20_000);
  });

  test.for(['SIGINT', 'SIGTERM'] as const)('continues after a cancellation with %s', async (signal) => {
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

  test('reports revoked tokens in the log and the summary', async () => {
    await using scene = await Scene.start();
    const main = await scene.main();
    const post = await scene.post();
    expect(post.log).toContain(`Revoked token ${main.outputs['token-id']}.`);
    expect(post.summary).toContain('Revoked token');
  });
});

describe('twenty parallel jobs with the same description', () => {
  test('each revoke their own token', async () => {
    await using first = await Scene.start();
    const scenes = [first, ...Array.from({ length: 19 }, () => new Scene(first.cluster))];
    // Twenty processes at once can be slow.
    const inputs = { ...first.inputs, 'request-timeout': '30s' };
    const mains = await Promise.all(scenes.map((scene) => scene.main({ inputs })));
    expect(mains.flatMap(({ annotations }) => annotations)).toEqual([]);
    expect(first.cluster.liveTokens).toHaveLength(20);
    for (const [index, scene] of scenes.entries()) {
      await scene.post();
      const accepted = mains.map(({ outputs }) => first.cluster.accepts(outputs['token'] ?? '', 'metrics'));
      expect(accepted).toEqual(scenes.map((_, other) => other > index));
    }
    for (const scene of scenes.slice(1)) scene.step[Symbol.dispose]();
  });
});
