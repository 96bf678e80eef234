import { describe, expect, test } from 'vitest';
import { formatTagged } from '../../src/tokens/tag.ts';
import type { TokenSeed } from '../emulator/token-store.ts';
import type { StepResult } from '../runner/step-run.ts';
import { connection, Scene } from './scene.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** A date in a header has whole seconds, and a step takes a while. */
const CLEARLY = 20 * SECOND;

/** tagged is a token of this repository. */
function tagged(plain: string, kind: 'kept' | 'current', changes: Partial<TokenSeed>): TokenSeed {
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

/** rotate rotates for later steps, when it is due: GitHub is asked nothing then. */
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

/** Of everything that a server stores it also knows the age, and tells the time in each answer. */
describe.for([-5 * MINUTE, 5 * MINUTE])(
  'a cluster whose clock differs by %i ms from the runner’s',
  (skew) => {
    const cluster = { clock: () => Date.now() + skew };
    const serverNow = () => Date.now() + skew;

    test('gets an expiry counted by the runner’s clock, and none other', async () => {
      await using scene = await Scene.start({
        cluster,
        inputs: { 'expires-at': '1h', 'activation-timeout': '0' },
      });
      const begun = Date.now();
      const main = await scene.main();
      expect(main.conclusion).toBe('success');
      const expiry = scene.held(main)?.expiresAt ?? 0;
      expect(expiry).toBeGreaterThanOrEqual(begun - SECOND + HOUR);
      expect(expiry).toBeLessThanOrEqual(Date.now() + HOUR);
    });

    test('tells itself what has expired, and what will within an hour', async () => {
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

    test('tells itself how old a token is that a cleanup may revoke', async () => {
      await using scene = await Scene.start({ operation: 'cleanup', cluster, inputs: { 'max-age': '1h' } });
      scene.cluster.seed(tagged('older', 'kept', { createdAt: serverNow() - HOUR - CLEARLY }));
      scene.cluster.seed(tagged('younger', 'kept', { createdAt: serverNow() - HOUR + CLEARLY }));
      expect((await scene.main()).conclusion).toBe('success');
      expect(scene.cluster.liveTokens.map(({ description }) => description.split(' ')[0])).toEqual([
        'younger',
      ]);
    });

    test.for([
      [HOUR - CLEARLY, 'true'],
      [HOUR + CLEARLY, 'false'],
    ] as const)('tells itself when a token is due that expires in %i ms: %s', async ([away, rotated]) => {
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
      'tells itself when the grace of a replaced token is over: after %i ms alive: %s',
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
            createdAt: serverNow() - ago,
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
