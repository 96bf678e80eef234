import { describe, expect, test } from 'vitest';
import { GithubEmulator } from '../../emulator/servers/github/github-emulator.ts';
import type { TokenSeed } from '../../emulator/servers/token-store.ts';
import { formatTagged } from '../../src/tokens/tag.ts';
import type { StepResult } from '../actions-runner/step-run.ts';
import { runnerClockOffBy } from './runner-clock.ts';
import { connection, Scene, type SceneOptions } from './scene.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** A date in a header has whole seconds, and a step takes some time. */
const CLEARLY = 20 * SECOND;

/** tagged is a token of this repository. */
function tagged(plain: string, kind: 'job' | 'kept' | 'current', changes: Partial<TokenSeed>): TokenSeed {
  const tag = {
    repository: 'acme/web',
    server: 'github.com',
    repositoryId: '4711',
    runId: '100',
    runAttempt: '1',
  };
  return {
    description: formatTagged(plain, { ...tag, kind, nonce: '0123456789abcdef' }),
    permissions: [{ action: 'read', resource: 'metrics' }],
    ...changes,
  };
}

/** rotate rotates for later steps. The rotation is due, so it sends no requests to GitHub. */
function rotate(scene: Scene): Promise<StepResult> {
  return scene.main({
    inputs: {
      ...scene.inputs,
      ...connection(scene.cluster),
      description: 'telegraf',
      'store-in': 'later-steps',
      'renew-before': '1h',
      'expires-at': '90d',
      'activation-timeout': '0',
    },
  });
}

/** The server stores dates by its clock, and each response contains its time. */
describe.for([-5 * MINUTE, 5 * MINUTE])(
  'a cluster whose clock differs by %i ms from the runner’s clock',
  (skew) => {
    const cluster = { clock: () => Date.now() + skew };
    const serverNow = () => Date.now() + skew;
    /** The time that decides whether a token ends: the time of the slower clock. */
    const endingNow = () => Date.now() + Math.min(0, skew);

    test('receives an expiry by the runner’s clock', async () => {
      await using scene = await Scene.start({
        cluster,
        inputs: { 'expires-at': '1h', 'activation-timeout': '0' },
      });
      const begun = Date.now();
      const main = await scene.main();
      expect(main.conclusion).toBe('success');
      const expiry = scene.issuedToken(main)?.expiresAt ?? 0;
      expect(expiry).toBeGreaterThanOrEqual(begun - SECOND + HOUR);
      expect(expiry).toBeLessThanOrEqual(Date.now() + HOUR);
    });

    test('decides what has expired, and what expires within an hour', async () => {
      await using scene = await Scene.start({
        operation: 'list',
        cluster,
        inputs: { 'expires-within': '1h' },
      });
      const edges = { 'just now': -CLEARLY, soon: CLEARLY, within: HOUR - CLEARLY, after: HOUR + CLEARLY };
      for (const [description, away] of Object.entries(edges)) {
        scene.cluster.seed({ description, expiresAt: serverNow() + away, createdAt: serverNow() - HOUR });
      }
      const { outputs } = await scene.main();
      const listed: { description: string }[] = JSON.parse(outputs['tokens'] ?? '');
      expect(listed.map(({ description }) => description).toSorted()).toEqual(['soon', 'within']);
    });

    test.for(['get', 'restore'] as const)('decides which `status` %s shows', async (operation) => {
      // The runner's clock would decide otherwise.
      const [away, status] = skew > 0 ? [-CLEARLY, 'expired'] : [CLEARLY, 'suspended'];
      await using scene = await Scene.start({ operation, cluster });
      const { id } = scene.cluster.seed({
        description: 'telegraf [gha-suspended:2026-01-01T00:00:00Z r:metrics]',
        permissions: [],
        createdAt: serverNow() - HOUR,
        expiresAt: serverNow() + away,
      });
      const inputs = {
        ...scene.inputs,
        'token-id': id,
        ...(operation === 'restore' && { 'dry-run': 'true' }),
      };
      expect((await scene.main({ inputs })).outputs).toMatchObject({ 'token-id': id, status });
    });

    test('lets a cleanup revoke a token when both clocks say that it is old enough', async () => {
      await using scene = await Scene.start({ operation: 'cleanup', cluster, inputs: { 'max-age': '1h' } });
      scene.cluster.seed(tagged('older', 'kept', { createdAt: endingNow() - HOUR - CLEARLY }));
      scene.cluster.seed(tagged('younger', 'kept', { createdAt: endingNow() - HOUR + CLEARLY }));
      expect((await scene.main()).conclusion).toBe('success');
      expect(scene.cluster.liveTokens.map(({ description }) => description.split(' ')[0])).toEqual([
        'younger',
      ]);
    });

    test('decides whether a token that expires soon is due', async () => {
      // The runner's clock would decide otherwise.
      const [away, rotated] = skew > 0 ? [HOUR - CLEARLY, 'true'] : [HOUR + CLEARLY, 'false'];
      await using scene = await Scene.start({ operation: 'rotate', cluster });
      scene.cluster.seed(
        tagged('telegraf', 'current', { createdAt: serverNow() - 30 * HOUR, expiresAt: serverNow() + away }),
      );
      const main = await rotate(scene);
      expect(main.conclusion).toBe('success');
      expect(main.outputs['rotated']).toBe(rotated);
    });

    test.for([
      [24 * HOUR + CLEARLY, false],
      [24 * HOUR - CLEARLY, true],
    ] as const)(
      'lets a grace period end when both clocks say so: after %i ms still valid: %s',
      async ([ago, alive]) => {
        await using scene = await Scene.start({ operation: 'rotate', cluster });
        const replaced = scene.cluster.seed(
          tagged('telegraf', 'current', {
            createdAt: serverNow() - 900 * HOUR,
            expiresAt: serverNow() + 900 * HOUR,
          }),
        );
        scene.cluster.seed(
          tagged('telegraf', 'current', {
            createdAt: endingNow() - ago,
            expiresAt: serverNow() + 1800 * HOUR,
          }),
        );
        const main = await rotate(scene);
        expect(main.outputs['rotated']).toBe('false');
        expect(scene.cluster.liveTokens.includes(replaced)).toBe(alive);
      },
    );
  },
);

const DAY = 24 * HOUR;

/** One of the two clocks is wrong, and the other one is right. test/tokens/two-clocks.test.ts has other differences. */
const WRONG_CLOCKS: [name: string, options: SceneOptions][] = [365 * DAY, -365 * DAY].flatMap((offMs) => {
  const how = `a year ${offMs > 0 ? 'ahead' : 'behind'}`;
  return [
    [`the Date of the server is ${how}`, { cluster: { dateOffsetMs: offMs } }],
    [`the clock of the runner is ${how}`, runnerClockOffBy(offMs)],
  ] as [string, SceneOptions][];
});

const alive = ({ cluster }: Scene) => cluster.liveTokens.map(({ description }) => description.split(' ')[0]);

describe.for(WRONG_CLOCKS)('if %s', ([, options]) => {
  test('a cleanup ends no token early, and reports both clocks once', async () => {
    await using github = await GithubEmulator.start();
    github.repository('acme/web');
    await using scene = await Scene.start({
      ...options,
      operation: 'cleanup',
      github: { api_url: github.apiUrl, token: github.token({ kind: 'job', actions: 'read' }) },
      inputs: { 'max-age': '30d', 'max-revocations': '0' },
    });
    const soon = { createdAt: Date.now() - HOUR, expiresAt: Date.now() + 10 * MINUTE };
    scene.cluster.seed(tagged('live', 'kept', soon));
    scene.cluster.seed(tagged('young', 'kept', { createdAt: Date.now() - 29 * DAY - 23 * HOUR }));
    // GitHub has no run 100, so only the age of the token could show that the run has ended.
    scene.cluster.seed(tagged('job', 'job', { createdAt: Date.now() - 34 * DAY - 23 * HOUR }));
    const main = await scene.main();
    expect(main.conclusion).toBe('success');
    expect(alive(scene)).toEqual(['live', 'young', 'job']);
    const warnings = main.annotations.filter(({ title }) => title === 'Clocks differ');
    expect(warnings).toMatchObject([
      {
        level: 'warning',
        message: expect.stringMatching(/server's clock \(2.*Z\) and this runner's clock \(2.*Z\) differ/),
      },
    ]);
  });

  test('`max-revocations` counts a live token that is expired by only one clock', async () => {
    await using scene = await Scene.start({
      ...options,
      operation: 'cleanup',
      inputs: { 'max-age': '0', 'max-revocations': '0' },
    });
    scene.cluster.seed(
      tagged('live', 'kept', { createdAt: Date.now() - 800 * DAY, expiresAt: Date.now() + 10 * MINUTE }),
    );
    const main = await scene.main();
    expect(main.annotations.map(({ title }) => title)).toContain('Too many tokens');
    expect(alive(scene)).toEqual(['live']);
  });

  test('a rotation ends no replaced token before its grace period is over', async () => {
    await using scene = await Scene.start({ ...options, operation: 'rotate' });
    const life = { expiresAt: Date.now() + 900 * DAY };
    const replaced = scene.cluster.seed(
      tagged('telegraf', 'current', { createdAt: Date.now() - 10 * DAY, ...life }),
    );
    const current = scene.cluster.seed(
      tagged('telegraf', 'current', { createdAt: Date.now() - 23 * HOUR, ...life }),
    );
    const main = await rotate(scene);
    expect(main.outputs['rotated']).toBe('false');
    expect(scene.cluster.liveTokens).toEqual([replaced, current]);
  });

  test('a rotation treats a live current token as live', async () => {
    await using scene = await Scene.start({ ...options, operation: 'rotate' });
    const current = scene.cluster.seed(
      tagged('telegraf', 'current', { createdAt: Date.now() - 80 * DAY, expiresAt: Date.now() + 2 * HOUR }),
    );
    const main = await rotate(scene);
    await scene.post({ inputs: { ...scene.inputs, ...connection(scene.cluster) } });
    expect(main.conclusion).toBe('success');
    expect(scene.cluster.liveTokens).toContain(current);
    expect(main.log).not.toContain('has no token yet');
  });
});
