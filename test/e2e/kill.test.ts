import { describe, expect, test } from 'vitest';
import type { Moment } from '../../emulator/servers/fault-point.ts';
import { inParallel } from '../../src/base/concurrency.ts';
import type { StepResult } from '../actions-runner/step-run.ts';
import { chosenFrom } from '../sample.ts';
import { Scene } from './scene.ts';

/**
 * Kills the process before and after the effect of the requests that a phase sends: of a few in `npm test`, and of every one in `npm
 * run test:faults`. An undisturbed run counts the requests, so each new request is covered automatically. The kills of one test
 * run at the same time, because post steps wait for requests that a server might still process.
 */
const MOMENTS: readonly Moment[] = ['before', 'after'];
/** After each kill, the post step waits for five seconds. */
const TIMEOUT_MS = 180_000;
/** Kills per sweep in `npm test`. */
const SAMPLE = 5;
const KEPT = { 'skip-token-revoke': 'true', 'expires-at': '30d' };

const CONFIGURATIONS: readonly [
  name: string,
  inputs: Record<string, string>,
  prepare: (scene: Scene) => void,
][] = [
  ['of a job token', {}, () => {}],
  ['of a kept token', KEPT, () => {}],
  ['of a job token that recovers from a lost response', {}, loseOneResponse],
  ['of a kept token that recovers from a lost response', KEPT, loseOneResponse],
];

describe.for(CONFIGURATIONS)('a create %s', ([, inputs, prepare]) => {
  test('is killed around any request: after the post step, no unused token is alive', {
    timeout: TIMEOUT_MS,
  }, async () => {
    await eachKill(await requestsOf('main', inputs, prepare), async (request, moment, what) => {
      await using scene = await Scene.start({ inputs });
      prepare(scene);
      const main = await killedAround('main', scene, request, moment);
      expect(main.signal, what).toBe('SIGKILL');
      expect(main.outputs, what).not.toHaveProperty('token');
      const post = await scene.post({ jobStatus: 'cancelled' });
      expect(scene.cluster.liveTokens, what).toEqual([]);
      expect(post.annotations, what).toEqual([]);
    });
  });
});

describe('the post step of a create that was killed at its POST', () => {
  test('can be killed around any request, run again, and then finish', {
    timeout: TIMEOUT_MS,
  }, async () => {
    await eachKill(await requestsOf('post', {}, () => {}), async (request, moment, what) => {
      await using scene = await Scene.start();
      await killedAround('main', scene, 1, 'after');
      const post = await killedAround('post', scene, request, moment);
      expect(post.signal, what).toBe('SIGKILL');
      await scene.post();
      expect(scene.cluster.liveTokens, what).toEqual([]);
    });
  });

  test('finds a token that appears only after the kill', async () => {
    await using scene = await Scene.start();
    const running = scene.start('main');
    let comesToBe = () => {};
    scene.cluster.next('POST tokens').runs('before', () => {
      running.kill('SIGKILL');
      return new Promise((resolve) => {
        comesToBe = () => resolve(undefined);
      });
    });
    await running.finished;
    const post = scene.post();
    setTimeout(comesToBe, 1000);
    expect((await post).annotations).toEqual([]);
    expect(scene.cluster.tokens).toHaveLength(1);
    expect(scene.cluster.liveTokens).toEqual([]);
  });
});

describe('a canceled job', () => {
  test('during the wait for the token: the step ends at once, and the post step revokes the token', async () => {
    await using scene = await Scene.start({ cluster: { activation: 'never' } });
    const running = scene.start('main');
    scene.cluster.next('GET query').runs('after', () => {
      running.cancel();
      return undefined;
    });
    const main = await running.finished;
    expect(main.signal).toBe('SIGINT');
    await scene.post({ jobStatus: 'cancelled' });
    expect(scene.cluster.tokens).toHaveLength(1);
    expect(scene.cluster.liveTokens).toEqual([]);
  });
});

function loseOneResponse({ cluster }: Scene): void {
  cluster.next('POST tokens').resets('after');
}

/** Returns the requests of one phase that is not killed. For post, main was killed at the POST. */
async function requestsOf(
  phase: 'main' | 'post',
  inputs: Record<string, string>,
  prepare: (scene: Scene) => void,
): Promise<string[]> {
  await using scene = await Scene.start({ inputs });
  prepare(scene);
  if (phase === 'post') await killedAround('main', scene, 1, 'after');
  const before = scene.cluster.requests.length;
  await scene[phase]();
  return scene.cluster.trace.slice(before);
}

async function eachKill(
  requests: readonly string[],
  scenario: (request: number, moment: Moment, what: string) => Promise<void>,
): Promise<void> {
  expect(requests.length).toBeGreaterThan(1);
  const cells = requests
    .map((name, request) => ({ name, request }))
    // A kill between two equal requests always has the same result, and sixteen probes are equal to the first one.
    .filter(({ name, request }) => name !== requests[request - 1] || name !== requests[request + 1])
    .flatMap((point) => MOMENTS.map((moment) => ({ ...point, moment })));
  const { chosen, how } = chosenFrom(cells, describeKill, 'KILLS', SAMPLE);
  const failures: unknown[] = [];
  // Few at a time: on a busy machine, more steps would time out before they reach the kill.
  await inParallel(chosen, async (kill) => {
    const { request, moment } = kill;
    await scenario(request, moment, `${describeKill(kill)}${how}`).catch((error: unknown) =>
      failures.push(error),
    );
  });
  if (failures.length > 0) throw failures[0];
}

interface Kill {
  readonly name: string;
  readonly request: number;
  readonly moment: Moment;
}

function describeKill({ name, request, moment }: Kill): string {
  return `killed ${moment} the effect of request ${request + 1} (${name})`;
}

/** Runs a phase and kills it around the request with this number, which starts at zero. */
async function killedAround(
  phase: 'main' | 'post',
  scene: Scene,
  request: number,
  moment: Moment,
): Promise<StepResult> {
  const target = scene.cluster.requests.length + request + 1;
  const running = scene.start(phase);
  scene.cluster.onRequest((exchange, at) => {
    // Others can arrive between the two moments of this request.
    if (scene.cluster.requests.indexOf(exchange) !== target - 1 || at !== moment) return undefined;
    running.kill('SIGKILL');
    return moment === 'before' ? 'drop' : undefined;
  });
  return running.finished;
}
