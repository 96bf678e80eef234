import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseTagged } from '../../src/tokens/tag.ts';
import type { ActionStep } from '../actions-runner/action-step.ts';
import { ManagementScene } from '../influxctl/scene.ts';
import type { Fault, Forms, StoredManagementToken } from '../influxctl/state.ts';
import { elapsedClock } from './runner-clock.ts';
import { unmasked } from './unmasked.ts';

const CREATE = { operation: 'create', description: 'for terraform', 'expires-at': '90d' };

/** A post step that begins when no server can do anything more for a killed step. */
const LATER = elapsedClock(30_000);

/** Each look at the clock takes so long that the new token has had its time after a few of them. */
const IMPATIENT = elapsedClock(0, 3_000);

/** The live tokens, without the token of the step. */
function created({ account }: ManagementScene): StoredManagementToken[] {
  return account.live.filter(({ id }) => id !== account.first.id);
}

/** People must never see any part of a created token, whatever influxctl printed. */
function expectNoSecret({ account }: ManagementScene, texts: readonly string[]): void {
  for (const { secret } of account.tokens) {
    for (const text of texts) expect(text).not.toContain(secret.slice(5, 40));
  }
}

function foldersOf(step: ActionStep): string[] {
  return readdirSync(step.host.temp).filter((name) => name.startsWith('influxctl-'));
}

describe.concurrent('create', () => {
  test.for<Partial<Forms>>([
    { created: 'json-array' },
    { created: 'table', createdOn: 'stderr' },
    { created: 'json-flat', createdOn: 'stderr', unset: 'epoch' },
  ])('gives the token to later steps, in the form %o', async (forms) => {
    await using scene = await ManagementScene.start({ forms });
    const step = scene.step(scene.inputs(CREATE));
    const main = await step.main();
    expect(main.exitCode, main.log).toBe(0);
    const [token, ...others] = created(scene);
    expect(others).toEqual([]);
    expect(main.outputs).toMatchObject({
      token: token?.secret,
      'token-id': token?.id,
      description: 'for terraform',
    });
    expect(parseTagged(token?.description ?? '')).toMatchObject({
      plain: 'for terraform',
      tag: { kind: 'pending', repository: 'acme/web', runId: '8812345678' },
    });
    expect(scene.account.trace).toEqual(['management list', 'management create', 'management list']);
    expect(main.masks).toContain(token?.secret);
    expectNoSecret(scene, [unmasked(main.stdout), main.stderr, main.summary, JSON.stringify(main.state)]);
    const { accountId, clusterId } = scene.account.state;
    expect(main.summary).toContain(`Account: ${accountId}, cluster: ${clusterId}`);
    const post = await step.post({ jobStatus: 'failure' });
    expect([post.exitCode, post.stdout]).toEqual([0, '']);
    expect(created(scene)).toEqual([token]);
    expect(foldersOf(step)).toEqual([]);
  });

  test('masks the token before anything else that it prints after the call', async () => {
    await using scene = await ManagementScene.start({ debug: true });
    const main = await scene.main(CREATE);
    const [token] = created(scene);
    const lines = main.stdout.split('\n');
    const first = lines.findIndex((line) => line.includes(token?.secret ?? 'nothing'));
    expect(lines[first]).toBe(`::add-mask::${token?.secret}`);
    expect(main.log).not.toContain(token?.secret);
  });

  test('warns about a token that never expires', async () => {
    await using scene = await ManagementScene.start({ forms: { unset: 'epoch' } });
    const main = await scene.main({ ...CREATE, 'expires-at': 'never' });
    expect(main.exitCode, main.log).toBe(0);
    expect(main.outputs['expires-at']).toBe('');
    expect(main.annotations).toMatchObject([{ level: 'warning', title: 'No expiry' }]);
  });

  test('does not keep a token of a step that fails at its very end', async () => {
    await using scene = await ManagementScene.start();
    const step = scene.step(scene.inputs(CREATE));
    const main = await step.main({
      env: { NODE_OPTIONS: `--require=${join(import.meta.dirname, 'kept-folder.cjs')}` },
    });
    expect(main.exitCode).toBe(1);
    expect(main.annotations[0]?.message).toContain('EBUSY: resource busy or locked');
    expect(created(scene)).toHaveLength(1);
    const post = await step.post({ jobStatus: 'failure', ...LATER });
    expect(post.annotations, post.log).toEqual([]);
    expect(created(scene)).toEqual([]);
    expect(foldersOf(step)).toEqual([]);
  });

  test('with dry-run creates nothing', async () => {
    await using scene = await ManagementScene.start();
    const main = await scene.main({ ...CREATE, 'dry-run': 'true' });
    expect(main.exitCode, main.log).toBe(0);
    expect(main.outputs).toEqual({});
    expect(scene.account.trace).toEqual(['management list']);
  });
});

describe.concurrent('create leaves nothing behind', () => {
  test.for<[forms: Partial<Forms>, title: string, text: string]>([
    [{ allowed: ['list'] }, 'influxctl failed', 'The server refused the management token.'],
    [{ created: 'unknown-json' }, 'influxctl failed', 'anything that looks like a token'],
    [{ expiry: 'dropped' }, 'Token not as requested', 'it has the expiry "never" instead of'],
    [{ prefix: 'absent' }, 'Token not as requested', 'does not begin with the prefix'],
    [{ accepted: 'never' }, 'Token not accepted', 'The step revoked the new management token'],
  ])('where the server or influxctl behaves as in %o', async ([forms, title, text]) => {
    await using scene = await ManagementScene.start({ forms });
    const isAccepted = forms.accepted !== 'never';
    const step = scene.step(scene.inputs({ ...CREATE, 'request-timeout': isAccepted ? '30s' : '3s' }));
    const main = await step.main(isAccepted ? {} : IMPATIENT);
    expect(main.exitCode).toBe(1);
    const errors = main.annotations.filter(({ level }) => level === 'error');
    expect(errors).toMatchObject([{ title }]);
    if (forms.allowed) expect(main.annotations).toEqual(errors);
    expect(errors[0]?.message).toContain(text);
    expect(main.outputs['token']).toBeUndefined();
    expect(created(scene)).toEqual([]);
    const post = await step.post();
    expect(post.annotations).toEqual([]);
    expect(created(scene)).toEqual([]);
    expectNoSecret(scene, [unmasked(main.stdout), main.summary, unmasked(post.stdout)]);
  });

  test('says so where it cannot: the server cuts the description, so the nonce is lost', async () => {
    await using scene = await ManagementScene.start({ forms: { description: 'trimmed' } });
    const main = await scene.main(CREATE);
    expect(main.exitCode).toBe(1);
    expect(main.annotations[0]?.message).toMatch(
      /the list shows no valid token whose description contains [0-9a-f]{16}\. /,
    );
    const left = scene.account.live.find(({ id }) => id !== scene.account.first.id);
    expect(main.annotations[0]?.message).toContain(`Management token ${left?.id} is probably the new token`);
    expect(main.outputs['token']).toBeUndefined();
  });

  test.for<Fault>([
    { kind: 'exit', moment: 'before' },
    { kind: 'exit', moment: 'after' },
    { kind: 'dies', moment: 'before' },
    { kind: 'dies', moment: 'after' },
    { kind: 'hangs', moment: 'before' },
    { kind: 'hangs', moment: 'after' },
    { kind: 'garbage' },
    { kind: 'silent' },
    { kind: 'token-in-error' },
  ])('and creates a second token after an unknown outcome: %o', async (fault) => {
    const limit = fault.kind === 'hangs' ? '3s' : '30s';
    await using scene = await ManagementScene.start({ inputs: { 'request-timeout': limit } });
    scene.account.fail('management create', fault);
    const step = scene.step(scene.inputs(CREATE));
    const main = await step.main();
    expect(main.exitCode, main.log).toBe(0);
    const [token, ...others] = created(scene);
    expect(others).toEqual([]);
    expect(main.outputs['token']).toBe(token?.secret);
    expect(main.annotations).toMatchObject([{ level: 'warning' }]);
    expectNoSecret(scene, [unmasked(main.stdout), main.summary]);
    const post = await step.post();
    expect(post.annotations).toEqual([]);
    expect(created(scene)).toEqual([token]);
  });

  test('after two unknown outcomes', async () => {
    await using scene = await ManagementScene.start();
    for (const call of [0, 1]) scene.account.fail('management create', { kind: 'token-in-error' }, call);
    const main = await scene.main(CREATE);
    expect(main.exitCode).toBe(1);
    expect(main.annotations.at(-1)?.message).toContain('There is no leftover token.');
    expect(scene.account.tokens).toHaveLength(3);
    expect(created(scene)).toEqual([]);
    expectNoSecret(scene, [unmasked(main.stdout), main.summary]);
  });

  test('where the list cannot be read afterwards: the post step revokes', async () => {
    await using scene = await ManagementScene.start();
    scene.account.fail('management list', { kind: 'exit', moment: 'before' }, 1);
    const step = scene.step(scene.inputs(CREATE));
    const main = await step.main();
    expect(main.exitCode).toBe(1);
    expect(main.annotations).toMatchObject([{ title: 'A token might exist' }]);
    expect(created(scene)).toHaveLength(1);
    const post = await step.post({ jobStatus: 'failure', ...LATER });
    expect(post.annotations).toEqual([]);
    expect(created(scene)).toEqual([]);
    expect(foldersOf(step)).toEqual([]);
  });
});

describe.concurrent('create killed by the runner', () => {
  const KILLS: readonly (readonly [command: string, call: number, fault: Fault])[] = [
    ...(['before', 'after'] as const).flatMap((moment) =>
      (
        [
          ['management list', 0],
          ['management create', 0],
          ['management list', 1],
        ] as const
      ).map(([command, call]) => [command, call, { kind: 'kills-the-step', moment }] as const),
    ),
    ['management create', 0, { kind: 'late-effect', ms: 2_000 }],
  ];

  test.for(KILLS)('at %o leaves nothing after the post step', async ([command, call, fault]) => {
    await using scene = await ManagementScene.start();
    scene.account.fail(command, fault, call);
    const step = scene.step(scene.inputs({ ...CREATE, 'request-timeout': '5s' }));
    const main = await step.main();
    expect(main.signal).toBe('SIGKILL');
    expect(main.outputs['token']).toBeUndefined();
    // Only a late effect needs a post step that really waits.
    const post = await step.post({ jobStatus: 'cancelled', ...(fault.kind === 'late-effect' ? {} : LATER) });
    expect(post.annotations, post.log).toEqual([]);
    expect(created(scene)).toEqual([]);
    expect(foldersOf(step)).toEqual([]);
    expectNoSecret(scene, [unmasked(main.stdout), unmasked(post.stdout), post.summary]);
  });

  test('while it proves the token', async () => {
    await using scene = await ManagementScene.start();
    const step = scene.step(scene.inputs(CREATE));
    const running = step.start('main');
    scene.api.beforeAnswer = () => running.kill('SIGKILL');
    expect((await running.finished).signal).toBe('SIGKILL');
    expect(created(scene)).toHaveLength(1);
    await step.post({ jobStatus: 'cancelled', ...LATER });
    expect(created(scene)).toEqual([]);
  });

  test('the post step acts on no ledger that another management token has sealed', async () => {
    await using scene = await ManagementScene.start();
    scene.account.fail('management create', { kind: 'kills-the-step', moment: 'after' });
    const step = scene.step(scene.inputs(CREATE));
    await step.main();
    const calls = scene.account.calls.length;
    const other = scene.account.seed();
    const post = await step.post({ inputs: scene.inputs({ 'management-token': other.secret }) });
    expect(post.exitCode).toBe(0);
    expect(post.annotations).toMatchObject([{ level: 'warning', title: 'Ledger not valid' }]);
    expect(scene.account.calls).toHaveLength(calls);
    expect(foldersOf(step)).toEqual([]);
  });

  test('the post step runs the influxctl that main found, not one that a later step put on PATH', async () => {
    await using scene = await ManagementScene.start();
    await using other = await ManagementScene.start();
    scene.account.fail('management create', { kind: 'kills-the-step', moment: 'after' });
    const step = scene.step(scene.inputs({ ...CREATE, influxctl: '' }));
    step.host.prependPaths([scene.account.folder]);
    await step.main();
    step.host.prependPaths([other.account.folder]);
    await step.post(LATER);
    expect(created(scene)).toEqual([]);
    expect(other.account.calls).toEqual([]);
  });

  test('the post step says what is left when influxctl fails', async () => {
    await using scene = await ManagementScene.start();
    scene.account.fail('management create', { kind: 'kills-the-step', moment: 'after' });
    const step = scene.step(scene.inputs(CREATE));
    await step.main();
    scene.account.form({ allowed: ['list'] });
    const post = await step.post(LATER);
    expect(post.exitCode).toBe(0);
    expect(post.annotations).toMatchObject([{ level: 'warning', title: 'Token not revoked' }]);
    expect(post.annotations[0]?.message).toContain(`influxctl management revoke ${created(scene)[0]?.id}`);
    expect(created(scene)).toHaveLength(1);
  });
});
