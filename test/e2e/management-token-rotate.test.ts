import { describe, expect, test } from 'vitest';
import { parseTagged } from '../../src/tokens/tag.ts';
import { ManagementScene } from '../influxctl/scene.ts';
import { elapsedClock } from './runner-clock.ts';
import { unmasked } from './unmasked.ts';

const DAY = 24 * 3_600_000;

/** A person created the first token, and stored it in the secret a month ago. */
async function start(): Promise<ManagementScene> {
  const scene = await ManagementScene.start();
  scene.store(scene.account.first, Date.now() - 30 * DAY);
  return scene;
}

/** The inputs of a rotation that uses what the secret contains, as GitHub gives it to a job. */
function rotation(scene: ManagementScene, inputs: Readonly<Record<string, string>> = {}) {
  return scene.rotation({
    'management-token': scene.stored ?? '',
    'token-id': scene.account.first.id,
    'renew-before': '30d',
    ...inputs,
  });
}

/** One job of its own, which ends. */
async function job(scene: ManagementScene, inputs: Readonly<Record<string, string>> = {}) {
  const step = scene.step(rotation(scene, inputs));
  const main = await step.main();
  // As if no server could do anything more for a killed step.
  const later = elapsedClock(30_000);
  const post = await step.post({ jobStatus: main.exitCode === 0 ? 'success' : 'failure', ...later });
  scene.endRuns();
  return { main, post };
}

describe.concurrent('rotate', () => {
  test('replaces a token that a person created, and revokes it with a run after the grace period', async () => {
    await using scene = await start();
    const { account } = scene;
    const { main, post } = await job(scene);
    expect(main.exitCode, main.log).toBe(0);
    const { held } = scene;
    expect(held?.id).toBe(main.outputs['token-id']);
    expect(parseTagged(held?.description ?? '')).toMatchObject({
      plain: 'management of web',
      tag: { kind: 'pending' },
    });
    expect(main.outputs).toMatchObject({ rotated: 'true', 'revoked-token-ids': '[]' });
    expect(main.outputs['previous-token-ids']).toBe(JSON.stringify([account.first.id]));
    expect(main.outputs['token']).toBeUndefined();
    expect(account.live).toHaveLength(2);
    expect(main.masks).toContain(held?.secret);
    expect(unmasked(main.stdout) + main.summary + JSON.stringify(main.state)).not.toContain(
      held?.secret.slice(5, 40),
    );
    expect([post.exitCode, post.stdout]).toEqual([0, '']);

    scene.timeGoesBy(2 * DAY);
    const next = await job(scene);
    expect(next.main.exitCode, next.main.log).toBe(0);
    expect(next.main.outputs).toMatchObject({
      rotated: 'false',
      'token-id': held?.id,
      'revoked-token-ids': JSON.stringify([account.first.id]),
    });
    expect(account.live.map(({ id }) => id)).toEqual([held?.id]);

    scene.timeGoesBy(65 * DAY);
    const later = await job(scene);
    expect(later.main.outputs['rotated'], later.main.log).toBe('true');
    expect(account.live.map(({ id }) => id)).toEqual([held?.id, scene.held?.id]);
    expect(scene.held?.id).not.toBe(held?.id);
  });

  test('never revokes the token that this very step uses, not even without a grace period', async () => {
    await using scene = await start();
    const { main } = await job(scene, { 'grace-period': '0', 'renew-before': '' });
    expect(main.exitCode, main.log).toBe(0);
    expect(scene.account.live).toHaveLength(2);
    expect(main.summary).toContain('used by this step');
    // Dates of HTTP are in whole seconds.
    scene.timeGoesBy(2_000);
    await job(scene, { 'grace-period': '0' });
    expect(scene.account.live.map(({ id }) => id)).toEqual([scene.held?.id]);
  });

  test('warns where the clocks of the cluster and of the runner differ', async () => {
    await using scene = await start();
    scene.api.dateOffsetMs = 600_000;
    const main = await scene.step(rotation(scene, { 'dry-run': 'true' })).main();
    expect(main.exitCode, main.log).toBe(0);
    expect(main.annotations).toMatchObject([{ level: 'warning', title: 'Clocks differ' }]);
  });

  test('with dry-run changes nothing', async () => {
    await using scene = await start();
    const { main } = await job(scene, { 'dry-run': 'true' });
    expect(main.exitCode, main.log).toBe(0);
    expect(main.outputs['rotated']).toBe('false');
    expect(main.log).toContain('A rotation is due');
    expect(main.outputs['previous-token-ids']).toBe('[]');
    expect(scene.account.live).toHaveLength(1);
    expect(scene.github.writes).toEqual([]);
  });

  test('inherits the lifetime of the token that it replaces', async () => {
    await using scene = await start();
    await job(scene);
    const { main } = await job(scene, { 'expires-at': '', 'renew-before': '' });
    expect(main.exitCode, main.log).toBe(0);
    const lifetime = (scene.held?.expiresAt ?? 0) - (scene.held?.createdAt ?? 0);
    expect(Math.round(lifetime / DAY)).toBe(90);
  });

  test('stores in several places, and fails with a table where one refuses', async () => {
    await using scene = await start();
    const places = { 'store-in': 'repo = INFLUXDB_MANAGEMENT_TOKEN\nenv:production = ADMIN' };
    scene.github.every('PUT environment secret').respondsWith(403, { message: 'Forbidden' });
    const red = await job(scene, places);
    expect(red.main.exitCode).toBe(1);
    expect(red.main.annotations).toMatchObject([{ title: 'Not stored everywhere' }]);
    expect(red.main.summary).toContain('env:production');
    const half = scene.held;
    expect(half?.id).not.toBe(scene.account.first.id);
    expect(scene.account.live.map(({ id }) => id)).toContain(half?.id);
    scene.github.clearFaults();
    scene.timeGoesBy(DAY);
    const green = await job(scene, places);
    expect(green.main.exitCode, green.main.log).toBe(0);
    expect(scene.github.secret('env:acme/web/production', 'ADMIN')?.value).toBe(scene.stored);
    expect(scene.held?.id).not.toBe(half?.id);
    scene.timeGoesBy(2 * DAY);
    await job(scene, places);
    expect(scene.account.live.map(({ id }) => id)).toEqual([scene.held?.id]);
  });
});

describe.concurrent('rotate continues', () => {
  test('if its own token appears late, and revokes this token', async () => {
    await using scene = await start();
    scene.account.fail('management create', { kind: 'effect-with-next-call' });
    const { main } = await job(scene);
    expect(main.annotations.map(({ title }) => title)).toEqual(['Response lost']);
    expect(main.exitCode, main.log).toBe(0);
    const created = scene.account.tokens.filter(({ id }) => id !== scene.account.first.id);
    expect(created).toHaveLength(2);
    expect(scene.account.live).toEqual([scene.account.first, scene.held]);
  });

  test('after somebody revoked the token that a secret contains', async () => {
    await using scene = await start();
    await job(scene);
    const revoked = scene.held;
    scene.account.state.tokens = scene.account.tokens.map((token) =>
      token.id === revoked?.id ? { ...token, revokedAt: Date.now() } : token,
    );
    scene.timeGoesBy(DAY);
    const step = scene.step(rotation(scene, { 'management-token': scene.account.first.secret }));
    const main = await step.main();
    expect(main.exitCode, main.log).toBe(0);
    expect(main.outputs['rotated']).toBe('true');
    expect(scene.account.live).toContainEqual(scene.held);
  });
});

describe.concurrent('rotate refuses', () => {
  test('while another run has created a token and has not delivered it', async () => {
    await using scene = await start();
    scene.account.fail('management list', { kind: 'kills-the-step', moment: 'before' }, 1);
    await scene.step(rotation(scene)).main();
    expect(scene.account.live).toHaveLength(2);
    const main = await scene.step(rotation(scene)).main();
    expect(main.exitCode).toBe(1);
    expect(main.annotations).toMatchObject([{ title: 'A rotation is in progress' }]);
    expect(main.outputs).not.toHaveProperty('token-id');
    expect(scene.account.live).toHaveLength(2);
    scene.endRuns();
    const next = await job(scene);
    expect(next.main.exitCode, next.main.log).toBe(0);
  });

  test.for<[inputs: Record<string, string>, title: string]>([
    [{ 'store-in': '' }, 'Input store-in'],
    [{ 'store-in': 'later-steps' }, 'Input store-in'],
    [{ 'store-token': '' }, 'Input store-token'],
    [{ description: '', 'token-id': '' }, 'Input description'],
    [{ 'expires-at': '10d' }, 'Input renew-before'],
  ])('what cannot be: %o', async ([inputs, title]) => {
    await using scene = await start();
    const { main } = await job(scene, inputs);
    expect(main.exitCode).toBe(1);
    expect(main.annotations[0]?.title).toBe(title);
    expect(scene.account.calls).toEqual([]);
  });

  test('a token of another series as the one to replace', async () => {
    await using scene = await start();
    const other = scene.account.seed({
      description: 'x [gha:github.com/other/repo#99 1.1 pending 0123456789abcdef]',
    });
    const { main } = await job(scene, { 'token-id': other.id });
    expect(main.annotations).toMatchObject([{ title: 'Token cannot be rotated' }]);
    expect(scene.account.live).toHaveLength(2);
  });

  test('a lifetime that would make every run due, and sets the outputs about the token in use', async () => {
    await using scene = await start();
    await job(scene);
    const { held } = scene;
    const { main } = await job(scene, { 'renew-before': '400d', 'expires-at': '' });
    expect(main.annotations).toMatchObject([{ title: 'Always due' }]);
    expect(main.outputs).toMatchObject({ 'token-id': held?.id, 'revoked-token-ids': '[]' });
    expect(scene.held).toEqual(held);
  });

  test('and leaves nothing where the server lets no management token create another', async () => {
    await using scene = await start();
    scene.account.form({ allowed: ['list'] });
    const { main, post } = await job(scene);
    expect(main.exitCode).toBe(1);
    const text = main.annotations.map(({ message }) => message).join('\n');
    expect(text).toContain('The server refused the management token.');
    expect(post.annotations).toEqual([]);
    expect(scene.held).toEqual(scene.account.first);
    expect(scene.account.live).toHaveLength(1);
  });

  test('to deliver a token that the Management API does not accept', async () => {
    await using scene = await start();
    scene.account.form({ accepted: 'never' });
    const step = scene.step(rotation(scene, { 'request-timeout': '3s' }));
    // Each look at the clock takes so long that the new token has had its time after a few of them.
    const main = await step.main(elapsedClock(0, 3_000));
    expect(main.annotations).toMatchObject([{ title: 'Token not accepted' }]);
    expect(scene.held).toEqual(scene.account.first);
    expect(scene.account.live).toEqual([scene.account.first]);
  });

  test('which says so in its outputs: they are about the token that consumers use', async () => {
    await using scene = await start();
    await job(scene);
    const { held } = scene;
    scene.account.form({ accepted: 'never' });
    const step = scene.step(
      rotation(scene, {
        'management-token': scene.account.first.secret,
        'request-timeout': '3s',
        'renew-before': '',
      }),
    );
    const main = await step.main(elapsedClock(0, 3_000));
    expect(main.annotations).toMatchObject([{ title: 'Token not accepted' }]);
    expect(scene.held).toEqual(held);
    expect(main.outputs).toMatchObject({ 'token-id': held?.id, 'previous-token-ids': expect.any(String) });
    expect(main.outputs['revoked-token-ids']).not.toContain(held?.id);
  });
});

describe.concurrent('rotate killed by the runner', () => {
  test.for([
    ['management create', 0, { kind: 'kills-the-step', moment: 'after' }],
    ['management list', 1, { kind: 'kills-the-step', moment: 'after' }],
    ['management list', 2, { kind: 'kills-the-step', moment: 'before' }],
  ] as const)('at %o is put right by the next runs', async ([command, call, fault]) => {
    await using scene = await start();
    scene.account.fail(command, fault, call);
    const { main, post } = await job(scene, { 'request-timeout': '3s' });
    expect(main.signal).toBe('SIGKILL');
    expect(post.annotations).toEqual([]);
    expect(scene.account.live.map(({ id }) => id)).toContain(scene.held?.id);
    for (let run = 0; run < 2; run++) {
      scene.timeGoesBy(2 * DAY);
      const next = await job(scene);
      expect(next.main.exitCode, next.main.log).toBe(0);
      expect(scene.account.live.map(({ id }) => id)).toContain(scene.held?.id);
    }
    expect(scene.account.live.map(({ id }) => id)).toEqual([scene.held?.id]);
  });

  test('right after it stored the token: the post step leaves the token alone', async () => {
    await using scene = await start();
    const step = scene.step(rotation(scene));
    const running = step.start('main');
    scene.github.next('PUT repository secret').runs('after', () => {
      running.kill('SIGKILL');
      return undefined;
    });
    expect((await running.finished).signal).toBe('SIGKILL');
    const post = await step.post({ jobStatus: 'cancelled' });
    expect(post.annotations).toEqual([]);
    expect(scene.account.live.map(({ id }) => id)).toContain(scene.held?.id);
    expect(scene.held?.id).not.toBe(scene.account.first.id);
  });
});
