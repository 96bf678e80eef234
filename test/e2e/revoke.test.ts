import { describe, expect, test } from 'vitest';
import type { EmulatorOptions } from '../../emulator/servers/options.ts';
import type { StepResult } from '../actions-runner/step-run.ts';
import { Scene } from './scene.ts';

const STRANGER = '9f2b8c1d-9e4a-4b6f-8d07-5a1c2e3f4b6d';
const NOT_FOUND = { code: 404, message: 'token not found' };

/** The IDs are in the order of their numbers, and contain letters. */
function id(number: number): string {
  return `3f2b8c1d-9e4a-4b6f-8d07-${String(number).padStart(12, 'a')}`;
}

interface Given {
  /** The number of tokens. */
  readonly tokens?: number;
  readonly cluster?: EmulatorOptions;
  readonly inputs?: Readonly<Record<string, string>>;
}

/** A step that revokes tokens, on a cluster with this number of live tokens. By default, it revokes all of them. */
async function revoking({ tokens = 1, cluster = {}, inputs = {} }: Given = {}): Promise<Scene> {
  const ids = Array.from({ length: tokens }, (_, number) => id(number));
  const scene = await Scene.start({
    operation: 'revoke',
    cluster,
    inputs: { 'token-id': ids.join('\n'), ...inputs },
  });
  for (const id of ids) scene.cluster.seed({ id, description: `number ${ids.indexOf(id)}` });
  return scene;
}

function revokedIds({ outputs }: StepResult): string[] {
  return JSON.parse(outputs['revoked-token-ids'] ?? 'null');
}

function failedIds({ outputs }: StepResult): string[] {
  return JSON.parse(outputs['failed-token-ids'] ?? 'null');
}

function liveIds({ cluster }: Scene): string[] {
  return cluster.liveTokens.map(({ id }) => id);
}

/**
 * Refuses DELETEs by their order of arrival. Requests are sent in parallel, so the tokens of these requests are not known
 * beforehand.
 */
function refuse({ cluster }: Scene, arrivals: readonly number[]): void {
  for (const [earlier, arrival] of arrivals.entries()) {
    cluster
      .next('DELETE token', { after: arrival - earlier })
      .respondsWith(400, { code: 400, message: 'no such luck' });
  }
}

describe('one token', () => {
  test('is revoked with one request, and leaves the post step nothing to do', async () => {
    await using scene = await revoking({ tokens: 2, inputs: { 'token-id': id(1) } });
    const main = await scene.main();
    expect(main).toMatchObject({ conclusion: 'success', annotations: [], state: { ledger: '' } });
    expect(main.outputs).toEqual({
      'revoked-token-ids': `["${id(1)}"]`,
      'suspended-token-ids': '[]',
      'failed-token-ids': '[]',
    });
    expect(liveIds(scene)).toEqual([id(0)]);
    expect(main.log).toContain('1 of 1 token revoked.');
    expect(main.summary).toContain('### 1 of 1 token revoked\n');
    expect(main.summary).toContain(`| ${id(1)} | revoked |`);
    expect(await scene.post()).toMatchObject({ stdout: '', stderr: '', summary: '' });
    expect(scene.cluster.trace).toEqual(['DELETE token 204']);
  });

  test('is revoked by a server that responds 200, after a read has shown this', async () => {
    await using scene = await revoking({ cluster: { deleteStatus: 200 } });
    expect(revokedIds(await scene.main())).toEqual([id(0)]);
    expect(scene.cluster.trace).toEqual(['DELETE token 200', 'GET token 200']);
    expect(liveIds(scene)).toEqual([]);
  });

  test('is revoked even if it has expired', async () => {
    await using scene = await revoking();
    for (const token of scene.cluster.tokens) token.expiresAt = Date.now() - 1000;
    await scene.main();
    expect(scene.cluster.tokens[0]?.revokedAt).toBeDefined();
  });
});

describe('many tokens', () => {
  test('can be set in lines with comments and commas, and are revoked once if they are repeated in any case', async () => {
    const given = `${id(0)}\n# not this:\n\n  ${id(0).toUpperCase()}, ${id(1)}\r\n${id(2)},${id(0)}`;
    await using scene = await revoking({ tokens: 4, inputs: { 'token-id': given } });
    const main = await scene.main();
    expect(revokedIds(main)).toEqual([id(0), id(1), id(2)]);
    expect(scene.cluster.trace).toEqual(Array.from({ length: 3 }, () => 'DELETE token 204'));
    expect(liveIds(scene)).toEqual([id(3)]);
  });

  test('can be none: nothing happens', async () => {
    await using scene = await revoking({ inputs: { 'token-id': '[\n]' } });
    const main = await scene.main();
    expect(main).toMatchObject({ conclusion: 'success', annotations: [] });
    expect(main.outputs).toEqual({
      'revoked-token-ids': '[]',
      'suspended-token-ids': '[]',
      'failed-token-ids': '[]',
    });
    expect(scene.cluster.requests).toEqual([]);
    expect(liveIds(scene)).toEqual([id(0)]);
  });

  test('are all revoked, at most eight at a time', async () => {
    await using scene = await revoking({ tokens: 60 });
    let [underWay, most] = [0, 0];
    scene.cluster.onRequest((_, moment) => {
      underWay += moment === 'before' ? 1 : 0;
      most = Math.max(most, underWay);
      return undefined;
    });
    scene.cluster
      .every('DELETE token')
      .delays(20)
      .runs('after', () => {
        underWay--;
        return undefined;
      });
    const main = await scene.main();
    expect(revokedIds(main)).toHaveLength(60);
    expect(most).toBeGreaterThan(4);
    expect(most).toBeLessThanOrEqual(8);
    expect(scene.cluster.liveTokens).toEqual([]);
  });
});

describe('long work', () => {
  test('reports its progress', async () => {
    await using scene = await revoking({ tokens: 40 });
    scene.cluster.every('DELETE token').delays(900);
    const { log } = await scene.main();
    expect(log).toMatch(/^Revoking: \d+ of 40\.$/m);
    expect(log.match(/^Revoking: /gm)?.length).toBeLessThanOrEqual(2);
    expect(liveIds(scene)).toEqual([]);
  });
});

describe('IDs', () => {
  test('with one invalid ID: not even the valid ones are revoked', async () => {
    const given = JSON.stringify([id(0), '../databases/prod', 'x']);
    await using scene = await revoking({ inputs: { 'token-id': given } });
    const main = await scene.main();
    expect(main).toMatchObject({ exitCode: 1, outputs: {} });
    expect(main.annotations).toMatchObject([
      { title: 'Input token-id', message: expect.stringContaining('"../databases/prod"') },
      { title: 'Input token-id', message: expect.stringContaining('"x"') },
    ]);
    expect(scene.cluster.requests).toEqual([]);
    expect(liveIds(scene)).toEqual([id(0)]);
  });
});

describe('a token that the API does not know', () => {
  test('and that was never listed is not found: a warning, and neither success nor failure', async () => {
    await using scene = await revoking({ inputs: { 'token-id': `${STRANGER}, ${id(0)}` } });
    const main = await scene.main();
    expect(main).toMatchObject({
      exitCode: 0,
      annotations: [{ level: 'warning', title: 'Token not found' }],
    });
    expect(main.annotations[0]?.message).toBe(
      `The cluster does not know ${STRANGER}. The step skipped this ID. Check \`account-id\` and \`cluster-id\`. ` +
        'See docs/troubleshooting.md#token-not-found',
    );
    expect(revokedIds(main)).toEqual([id(0)]);
    expect(failedIds(main)).toEqual([]);
    expect(main.log).toContain('1 of 2 tokens revoked, 1 not found.');
    expect(main.summary).toContain('1 of 2 tokens revoked, 1 not found');
    expect(main.summary).toContain(`| ${STRANGER} | not found |`);
    expect(liveIds(scene)).toEqual([]);
  });

  test('is searched in a list that is read once, after the last DELETE', async () => {
    const given = [STRANGER, id(0), STRANGER.replace('9', '8'), id(1), STRANGER.replace('9', '7')].join();
    await using scene = await revoking({ tokens: 2, inputs: { 'token-id': given } });
    const main = await scene.main();
    expect(scene.cluster.trace.toSorted()).toEqual([
      'DELETE token 204',
      'DELETE token 204',
      'DELETE token 404',
      'DELETE token 404',
      'DELETE token 404',
      'GET tokens 200',
    ]);
    expect(scene.cluster.trace.at(-1)).toBe('GET tokens 200');
    expect(main.annotations.map(({ level }) => level)).toEqual(['warning']);
    for (const digit of ['9', '8', '7']) {
      expect(main.annotations[0]?.message).toContain(STRANGER.replace('9', digit));
    }
  });

  test.for<[string, EmulatorOptions, string[], string, string[]]>([
    ['DELETE gets 204', { deletingRevoked: 204 }, ['DELETE token 204'], 'revoked', [id(0)]],
    [
      'DELETE gets 409 and a read shows its revocation',
      { deletingRevoked: 409 },
      ['DELETE token 409', 'GET token 200'],
      'already revoked',
      [id(0)],
    ],
    [
      'DELETE gets 400 and a read shows its revocation',
      { deletingRevoked: 400 },
      ['DELETE token 400', 'GET token 200'],
      'already revoked',
      [id(0)],
    ],
    [
      'DELETE gets 404 and the list shows its revocation',
      { deletingRevoked: 404, revokedTokens: 'listed' },
      ['DELETE token 404', 'GET tokens 200'],
      'already revoked',
      [id(0)],
    ],
    [
      'DELETE gets 404 and the list does not contain it',
      { deletingRevoked: 404, revokedTokens: 'hidden' },
      ['DELETE token 404', 'GET tokens 200'],
      'not found',
      [],
    ],
  ])('counts as revoked if a response shows this: %s', async ([, cluster, trace, says, revoked]) => {
    await using scene = await revoking({ cluster });
    for (const token of scene.cluster.tokens) token.revokedAt = Date.now();
    const main = await scene.main();
    expect(main.conclusion).toBe('success');
    expect(main.annotations).toHaveLength(1 - revoked.length);
    expect(revokedIds(main)).toEqual(revoked);
    expect(failedIds(main)).toEqual([]);
    expect(main.summary).toContain(`| ${id(0)} | ${says} |`);
    expect(scene.cluster.trace).toEqual(trace);
  });

  test('but that is listed without a revocation date might be alive', async () => {
    await using scene = await revoking({ cluster: { unsetDates: 'zero' } });
    scene.cluster.every('DELETE token').respondsWith(404, NOT_FOUND);
    const main = await scene.main();
    expect(main).toMatchObject({ exitCode: 1, annotations: [{ title: 'Token not revoked' }] });
    expect(main.annotations[0]?.message).toMatch(new RegExp(`${id(0)}.*lists token .* as valid`));
    expect(failedIds(main)).toEqual([id(0)]);
    expect(liveIds(scene)).toEqual([id(0)]);
  });

  test('according to the 404 of another server might be alive', async () => {
    await using scene = await revoking();
    scene.cluster.every('DELETE token').respondsWith(404, '404 page not found');
    const main = await scene.main();
    expect(main).toMatchObject({ exitCode: 1, annotations: [{ title: 'Token not revoked' }] });
    expect(failedIds(main)).toEqual([id(0)]);
    expect(scene.cluster.trace).toEqual(['DELETE token 404']);
    expect(liveIds(scene)).toEqual([id(0)]);
  });

  test('might be alive if the list cannot be read', async () => {
    await using scene = await revoking({ inputs: { 'token-id': `${STRANGER}, ${id(0)}` } });
    scene.cluster.every('GET tokens').respondsWith(200, { tokens: [] });
    const main = await scene.main();
    expect(main.exitCode).toBe(1);
    expect(revokedIds(main)).toEqual([id(0)]);
    expect(failedIds(main)).toEqual([STRANGER]);
  });
});

describe('a DELETE with a success other than 204', () => {
  const PAGE = '<html><title>Please log in</title></html>';

  test('proves nothing: the token is read and revoked again', async () => {
    await using scene = await revoking();
    scene.cluster.next('DELETE token').respondsWith(200, PAGE);
    expect(revokedIds(await scene.main())).toEqual([id(0)]);
    expect(scene.cluster.trace).toEqual(['DELETE token 200', 'GET token 200', 'DELETE token 204']);
    expect(liveIds(scene)).toEqual([]);
  });

  test('is done when a read shows the token as revoked', async () => {
    await using scene = await revoking();
    scene.cluster.next('DELETE token').respondsAfterEffect(202);
    expect(revokedIds(await scene.main())).toEqual([id(0)]);
    expect(scene.cluster.trace).toEqual(['DELETE token 202', 'GET token 200']);
    expect(liveIds(scene)).toEqual([]);
  });

  test('every time fails, and the error names the token', async () => {
    await using scene = await revoking();
    scene.cluster.every('DELETE token').respondsWith(200, { ok: true });
    const main = await scene.main();
    expect(main).toMatchObject({ exitCode: 1, annotations: [{ title: 'Token not revoked' }] });
    expect(main.annotations[0]?.message).toContain('unexpected JSON');
    expect(revokedIds(main)).toEqual([]);
    expect(failedIds(main)).toEqual([id(0)]);
    expect(liveIds(scene)).toEqual([id(0)]);
  });

  test('followed by a page for the read also fails, and the error names the token', async () => {
    await using scene = await revoking();
    scene.cluster.every('DELETE token').respondsWith(200, PAGE);
    scene.cluster.every('GET token').respondsWith(200, PAGE);
    const main = await scene.main();
    expect(main.exitCode).toBe(1);
    expect(failedIds(main)).toEqual([id(0)]);
    expect(liveIds(scene)).toEqual([id(0)]);
  });
});

describe('a 401 or 403 of a gateway', () => {
  const PAGE = '<!DOCTYPE html><html><head><title>Access Denied</title></head></html>';

  test('stops the batch, and the error does not blame the management token', async () => {
    await using scene = await revoking({ tokens: 5 });
    scene.cluster.every('DELETE token').respondsWith(403, PAGE);
    const main = await scene.main();
    expect(main.exitCode).toBe(1);
    expect(scene.cluster.trace).toEqual(['DELETE token 403']);
    expect(main.annotations[0]?.message).toContain(
      'between this runner and the Management API blocked the request',
    );
    expect(main.annotations[0]?.message).not.toMatch(/token (?:\(.*\) )?is (?:wrong|valid)/);
    expect(failedIds(main)).toHaveLength(5);
    expect(liveIds(scene)).toHaveLength(5);
  });
});

describe('a token that a read has shown', () => {
  test('counts as revoked if it is neither found nor listed after that', async () => {
    await using scene = await revoking({ cluster: { deletingRevoked: 404, revokedTokens: 'hidden' } });
    scene.cluster.next('DELETE token').resets('before');
    scene.cluster.next('DELETE token').respondsAfterEffect(404, NOT_FOUND);
    const main = await scene.main();
    expect(main).toMatchObject({ conclusion: 'success', annotations: [] });
    expect(revokedIds(main)).toEqual([id(0)]);
    expect(liveIds(scene)).toEqual([]);
  });
});

describe('a DELETE without a response', () => {
  test('after its effect: a read shows the token as revoked', async () => {
    await using scene = await revoking();
    scene.cluster.next('DELETE token').resets('after');
    const main = await scene.main();
    expect(main).toMatchObject({ conclusion: 'success', annotations: [] });
    expect(revokedIds(main)).toEqual([id(0)]);
    expect(scene.cluster.trace).toEqual(['DELETE token reset', 'GET token 200']);
  });

  test('before its effect: the token is read and revoked again', async () => {
    await using scene = await revoking();
    scene.cluster.next('DELETE token').resets('before');
    expect(revokedIds(await scene.main())).toEqual([id(0)]);
    expect(scene.cluster.trace).toEqual(['DELETE token reset', 'GET token 200', 'DELETE token 204']);
    expect(liveIds(scene)).toEqual([]);
  });

  test.for(['before', 'after'] as const)(
    'that times out %s its effect has the same result',
    async (moment) => {
      await using scene = await revoking();
      scene.cluster.next('DELETE token').hangs(moment);
      expect(revokedIds(await scene.main())).toEqual([id(0)]);
      expect(scene.cluster.trace.slice(0, 2)).toEqual(['DELETE token hung', 'GET token 200']);
      expect(liveIds(scene)).toEqual([]);
    },
  );

  test('every time: the error says that the token might be alive', async () => {
    await using scene = await revoking();
    scene.cluster.every('DELETE token').resets('before');
    const main = await scene.main();
    expect(main).toMatchObject({ exitCode: 1, annotations: [{ title: 'Token not revoked' }] });
    expect(main.annotations[0]?.message).toContain(`Token ${id(0)} might still be valid`);
    expect(failedIds(main)).toEqual([id(0)]);
    expect(scene.cluster.trace).toEqual([
      'DELETE token reset',
      'GET token 200',
      'DELETE token reset',
      'GET token 200',
    ]);
    expect(liveIds(scene)).toEqual([id(0)]);
  });

  test('and without a successful read: the error says that the token might be alive', async () => {
    await using scene = await revoking();
    scene.cluster.every('DELETE token').resets('after');
    scene.cluster.every('GET token').respondsWith(500);
    const main = await scene.main();
    expect(main.exitCode).toBe(1);
    expect(failedIds(main)).toEqual([id(0)]);
  });

  test('and then an unreadable revocation date: the token is revoked again', async () => {
    await using scene = await revoking();
    scene.cluster.next('DELETE token').resets('before');
    scene.cluster.every('GET token').changes((token) => ({ ...token, revokedAt: 'perhaps' }));
    await scene.main();
    expect(liveIds(scene)).toEqual([]);
  });
});

describe('a retryable error', () => {
  test('is retried', async () => {
    await using scene = await revoking();
    scene.cluster.next('DELETE token').respondsWith(408);
    expect(revokedIds(await scene.main())).toEqual([id(0)]);
    expect(scene.cluster.trace).toEqual(['DELETE token 408', 'DELETE token 204']);
  });

  test('that stays is a failure with the last response', async () => {
    await using scene = await revoking();
    scene.cluster.every('DELETE token').respondsWith(500, { code: 500, message: 'the database is on fire' });
    const main = await scene.main();
    expect(main).toMatchObject({ exitCode: 1, annotations: [{ title: 'Token not revoked' }] });
    expect(main.annotations[0]?.message).toContain('the database is on fire');
    expect(scene.cluster.trace).toEqual(['DELETE token 500', 'DELETE token 500']);
    expect(liveIds(scene)).toEqual([id(0)]);
  });
});

describe('a failure', () => {
  test('of some tokens does not stop the others, and both are reported', async () => {
    await using scene = await revoking({ tokens: 20 });
    refuse(scene, [2, 5]);
    const main = await scene.main();
    expect(main.exitCode).toBe(1);
    const failed = failedIds(main);
    expect(failed).toHaveLength(2);
    expect(failed).toEqual(liveIds(scene));
    expect(revokedIds(main)).toEqual(
      scene.cluster.tokens.map(({ id }) => id).filter((one) => !failed.includes(one)),
    );
    expect(main.annotations.map(({ level, title }) => [level, title])).toEqual([
      ['error', 'Token not revoked'],
      ['error', 'Token not revoked'],
    ]);
    for (const [index, one] of failed.entries()) {
      expect(main.annotations[index]?.message).toContain(one);
      expect(main.annotations[index]?.message).toContain('no such luck');
      expect(main.summary).toContain(`| ${one} | not revoked: `);
    }
    expect(main.log).toContain('18 of 20 tokens revoked, 2 failed.');
  });

  test('of more than nine tokens has nine annotations, one that counts the rest, and all failures in the log', async () => {
    await using scene = await revoking({ tokens: 12 });
    scene.cluster.every('DELETE token').respondsWith(400, { code: 400, message: 'no' });
    const main = await scene.main();
    expect(main.annotations).toHaveLength(10);
    expect(main.annotations[9]?.message).toContain('3 more');
    for (const { id } of scene.cluster.tokens) expect(main.log).toContain(id);
    expect(failedIds(main)).toHaveLength(12);
  });

  test('of thousands of tokens is too long for the summary, which says so, and is complete in the log', async () => {
    await using scene = await revoking({ tokens: 3000 });
    scene.cluster.every('DELETE token').respondsWith(400, { code: 400, message: 'no such luck '.repeat(20) });
    const main = await scene.main();
    expect(main.annotations).toHaveLength(10);
    expect(failedIds(main)).toHaveLength(3000);
    expect(main.summary).toMatch(/The summary cannot show the other [\d,]+ entries\./);
    expect(Buffer.byteLength(main.summary)).toBeLessThan(1024 * 1024);
    for (const number of [0, 1500, 2999]) expect(main.log).toContain(id(number));
  });

  test('leaves outputs for another attempt', async () => {
    await using scene = await revoking({ tokens: 3 });
    refuse(scene, [1]);
    const { outputs } = await scene.main();
    scene.cluster.clearFaults();
    const alive = liveIds(scene);
    const inputs = { ...scene.inputs, 'token-id': outputs['failed-token-ids'] ?? '' };
    expect(revokedIds(await scene.main({ inputs }))).toEqual(alive);
    expect(scene.cluster.liveTokens).toEqual([]);
  });
});

describe('a refused management token', () => {
  test('for the first token: no other token is tried', async () => {
    await using scene = await revoking({ tokens: 20 });
    scene.cluster.every('DELETE token').respondsWith(403, { code: 403, message: 'no' });
    const main = await scene.main();
    expect(main.exitCode).toBe(1);
    expect(scene.cluster.trace).toEqual(['DELETE token 403']);
    expect(revokedIds(main)).toEqual([]);
    expect(failedIds(main)).toEqual(scene.cluster.tokens.map(({ id }) => id));
    expect(main.annotations.map(({ title }) => title)).toEqual(['Token not revoked', 'Tokens skipped']);
    expect(main.annotations[0]?.message).toContain('management');
    for (const number of [1, 19]) expect(main.annotations[1]?.message).toContain(id(number));
    expect(main.summary).toContain(`| ${id(19)} | skipped |`);
    expect(scene.cluster.liveTokens).toHaveLength(20);
  });

  test('for hundreds of tokens: the error names as many as fit, and says where all of them are', async () => {
    await using scene = await revoking({ tokens: 300 });
    scene.cluster.every('DELETE token').respondsWith(401, { code: 401, message: 'no' });
    const main = await scene.main();
    expect(main.annotations[1]?.message).toMatch(
      /, and 219 more\. These tokens might still be valid\. Fix the error that stopped the step.* The output `failed-token-ids` contains .*\. See \S+$/,
    );
    expect(failedIds(main)).toHaveLength(300);
    expect(main.summary).toContain(`| ${id(299)} | skipped |`);
  });

  test('for a later token: the rest stays valid and is reported', async () => {
    await using scene = await revoking({ tokens: 60 });
    let responses = 0;
    scene.cluster.onRequest(({ route }, moment) => {
      if (route === 'DELETE token' && moment === 'before' && ++responses === 30) {
        scene.cluster.every('DELETE token').respondsWith(401, { code: 401, message: 'no' });
      }
      return undefined;
    });
    const main = await scene.main();
    expect(main.exitCode).toBe(1);
    const refused = scene.cluster.trace.filter((line) => line === 'DELETE token 401');
    expect(refused.length).toBeLessThanOrEqual(8);
    expect(scene.cluster.requests.length).toBeLessThan(45);
    expect(failedIds(main).toSorted()).toEqual(liveIds(scene).toSorted());
    expect([...revokedIds(main), ...failedIds(main)].toSorted()).toEqual(
      scene.cluster.tokens.map(({ id }) => id).toSorted(),
    );
    expect(main.annotations.at(-1)?.title).toMatch(/Tokens skipped|More errors/);
    for (const one of failedIds(main)) expect(main.log).toContain(one);
  });
});

describe('a server that asks for a pause', () => {
  test('of an hour: no other token is tried', async () => {
    await using scene = await revoking({ tokens: 20 });
    scene.cluster.every('DELETE token').respondsWith(429, undefined, { 'Retry-After': '3600' });
    const main = await scene.main();
    expect(main.exitCode).toBe(1);
    expect(scene.cluster.trace).toEqual(['DELETE token 429']);
    expect(failedIds(main)).toHaveLength(20);
    expect(main.annotations[0]?.message).toContain('3600 s');
  });

  test('of a second: all requests wait', async () => {
    await using scene = await revoking({ tokens: 20 });
    scene.cluster.next('DELETE token', { after: 12 }).respondsWith(429, undefined, { 'Retry-After': '1' });
    expect((await scene.main()).conclusion).toBe('success');
    expect(liveIds(scene)).toEqual([]);
    const times = scene.cluster.requests.map(({ at }) => at);
    const pauses = times.slice(1).map((at, index) => at - (times[index] ?? 0));
    expect(Math.max(...pauses)).toBeGreaterThan(500);
  });
});

describe('a dry run', () => {
  test('reads the list, and says what would happen to each token', async () => {
    await using scene = await revoking({ tokens: 3, inputs: { 'dry-run': 'true' } });
    const [, expired, revoked] = scene.cluster.tokens;
    if (expired) expired.expiresAt = Date.now() - 1000;
    if (revoked) revoked.revokedAt = Date.now() - 1000;
    const ids = [id(0), id(1), id(2), STRANGER];
    const main = await scene.main({ inputs: { ...scene.inputs, 'token-id': JSON.stringify(ids) } });
    expect(main).toMatchObject({
      conclusion: 'success',
      annotations: [{ level: 'warning', message: expect.stringContaining(STRANGER) }],
    });
    expect(scene.cluster.trace).toEqual(['GET tokens 200']);
    for (const line of [
      `Token ${id(0)} would be revoked. It is active.`,
      `Token ${id(1)} would be revoked. It is expired.`,
      `Token ${id(2)} is already revoked.`,
      'This was a dry run: nothing was changed.',
    ]) {
      expect(main.log.split('\n')).toContain(line);
    }
    expect(main.outputs).toEqual({
      'revoked-token-ids': '[]',
      'suspended-token-ids': '[]',
      'failed-token-ids': '[]',
    });
    expect(main.summary).toContain('Dry run: 2 of 4 tokens would be revoked');
    expect(main.summary).toContain(`| number 0 | active | would be revoked | ${id(0)} |`);
    expect(liveIds(scene)).toEqual([id(0)]);
    expect(expired?.revokedAt).toBeUndefined();
  });

  test('that cannot read the list fails', async () => {
    await using scene = await revoking({ inputs: { 'dry-run': 'true' } });
    scene.cluster.every('GET tokens').respondsWith(403, { code: 403, message: 'no' });
    const main = await scene.main();
    expect(main).toMatchObject({ exitCode: 1, annotations: [{ level: 'error' }] });
    expect(main.outputs).toEqual({
      'revoked-token-ids': '[]',
      'suspended-token-ids': '[]',
      'failed-token-ids': '[]',
    });
    expect(liveIds(scene)).toEqual([id(0)]);
  });
});
