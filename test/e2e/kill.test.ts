import { describe, expect, test } from 'vitest';
import type { Moment } from '../emulator/fault-point.ts';
import { Scene } from './scene.ts';

/**
 * The process is killed before and after the effect of every request that a create sends. The requests are counted in
 * an undisturbed run, so that a new one is covered without anybody remembering it.
 */
const CONFIGURATIONS: readonly [name: string, inputs: Record<string, string>][] = [
  ['for the job', {}],
  ['to be kept', { 'skip-token-revoke': 'true', 'expires-at': '30d' }],
];

describe.for(CONFIGURATIONS)('a create %s', ([, inputs]) => {
  test('killed around any request: after the post step nothing is alive that nobody holds', async () => {
    const clean = await undisturbed(inputs);
    let kills = 0;
    for (let request = 0; request < clean.length; request++) {
      for (const moment of ['before', 'after'] as const) {
        const what = `killed ${moment} the effect of request ${request + 1} (${clean[request]})`;
        await using scene = await Scene.start({ inputs });
        const main = await killedAround(scene, request, moment);
        expect(main.signal, what).toBe('SIGKILL');
        expect(main.outputs, what).not.toHaveProperty('token');
        const post = await scene.post({ jobStatus: 'cancelled' });
        expect(scene.cluster.liveTokens, what).toEqual([]);
        expect(post.annotations, what).toEqual([]);
        kills++;
      }
    }
    expect(kills).toBe(clean.length * 2);
  });

  test('whose post step is killed around any request can be finished by running it again', async () => {
    const clean = await undisturbed(inputs, 'with its answer lost');
    for (let request = 0; request < clean.length; request++) {
      for (const moment of ['before', 'after'] as const) {
        await using scene = await Scene.start({ inputs });
        await answerLost(scene);
        const requestsOfMain = scene.cluster.requests.length;
        const running = scene.start('post');
        scene.cluster.onRequest((_, at) => {
          if (scene.cluster.requests.length !== requestsOfMain + request + 1 || at !== moment)
            return undefined;
          running.kill('SIGKILL');
          return moment === 'before' ? 'drop' : undefined;
        });
        await running.finished;
        await scene.post();
        expect(scene.cluster.liveTokens).toEqual([]);
      }
    }
    expect(clean.length).toBeGreaterThan(0);
  });
});

/** Gives the requests of one phase, when nothing goes wrong. */
async function undisturbed(inputs: Record<string, string>, lost?: 'with its answer lost'): Promise<string[]> {
  await using scene = await Scene.start({ inputs });
  if (!lost) {
    await scene.main();
    return scene.cluster.trace;
  }
  await answerLost(scene);
  const requestsOfMain = scene.cluster.requests.length;
  await scene.post();
  return scene.cluster.trace.slice(requestsOfMain);
}

/** A main step that dies with its POST carried out: the post step then lists and revokes. */
async function answerLost(scene: Scene): Promise<void> {
  const running = scene.start('main');
  scene.cluster.next('POST tokens').runs('after', () => {
    running.kill('SIGKILL');
    return undefined;
  });
  await running.finished;
}

async function killedAround(scene: Scene, request: number, moment: Moment) {
  const running = scene.start('main');
  scene.cluster.onRequest((_, at) => {
    if (scene.cluster.requests.length !== request + 1 || at !== moment) return undefined;
    running.kill('SIGKILL');
    return moment === 'before' ? 'drop' : undefined;
  });
  return running.finished;
}
