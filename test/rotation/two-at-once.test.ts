import { describe, expect, test } from 'vitest';
import type { FaultyService } from '../../emulator/servers/faulty-service.ts';
import type { StepResult } from '../actions-runner/step-run.ts';
import { chosenFrom } from '../sample.ts';
import { type Point, recordedPoints } from './interleavings.ts';
import { heal, wholeJob } from './run-interleaving.ts';
import { SERIES, type Series, World } from './world.ts';

/** One of the two rotations pauses while the other one runs. */
const PATIENT = { 'request-timeout': '30s' };

/** The titles of the errors of a rotation that stops because of another one. */
const STOP_TITLES = [
  'Concurrent rotation',
  'A rotation is in progress',
  'Already rotated in this run',
  'Token not listed',
  'Not the newest token',
];

const ALL = process.env['ROTATION'] === 'all';
const ROUNDS = ALL ? 20 : 1;
/** Series in `npm test`. */
const SAMPLE = 3;
/** Pauses per series in `npm test`. */
const PAUSES = 1;

function titleOf({ exitCode, annotations }: StepResult): string | undefined {
  return exitCode === 0 ? undefined : annotations.find(({ level }) => level === 'error')?.title;
}

/** A rotation that fails must say why, with one of these titles. */
function expectReasons(results: readonly StepResult[], what = ''): void {
  for (const title of results.map(titleOf)) {
    if (title !== undefined) expect(STOP_TITLES, what).toContain(title);
  }
}

const { chosen: series, how } = chosenFrom(SERIES, ({ name }) => name, 'SERIES', SAMPLE);
describe.for(series)(`two rotations of $name${how}`, (series) => {
  test('that start together lock out no consumer, and the next run leaves one token', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      await using world = await World.start(series, PATIENT);
      {
        using one = world.beginRun();
        using other = world.beginRun();
        const jobs = await Promise.all([wholeJob(world, one.step), wholeJob(world, other.step)]);
        expectReasons(jobs.map(({ main }) => main));
      }
      expect(await heal(world)).toEqual([]);
    }
  });

  test('in one run, as two steps or two legs of a matrix, do the same', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      await using world = await World.start(series, PATIENT);
      {
        using run = world.beginRun();
        using leg = world.stepOf(run.id);
        const jobs = await Promise.all([wholeJob(world, run.step), wholeJob(world, leg)]);
        expectReasons(jobs.map(({ main }) => main));
      }
      expect(await heal(world)).toEqual([]);
    }
  });

  test('one after the other in one run: the second is refused', async () => {
    await using world = await World.start(series, PATIENT);
    using run = world.beginRun();
    using second = world.stepOf(run.id);
    expect((await run.step.main()).exitCode).toBe(0);
    const main = await second.main();
    expect(titleOf(main)).toBe(
      series.laterSteps ? 'A rotation is in progress' : 'Already rotated in this run',
    );
    expect(main.annotations[0]?.message).toContain('In each run, use only one `rotate` step for each series');
    expect(world.cluster.tokens).toHaveLength(2 + world.others.length);
  });

  test('of which one pauses at any request while the other completes do the same', async () => {
    const points = (await recordedPoints(series)).filter(({ phase }) => phase === 'main');
    const pauses = points.flatMap((point) => [false, true].map((sameRun) => ({ point, sameRun })));
    const { chosen, how } = chosenFrom(pauses, describePause, 'ROTATION', PAUSES);
    for (const pause of chosen) {
      const what = `${describePause(pause)}${how}`;
      expect(await overtake(series, pause, what), what).toEqual([]);
    }
  });
});

/** Where one rotation pauses, and whether the other one belongs to the same run. */
interface Pause {
  readonly point: Point;
  readonly sameRun: boolean;
}

function describePause({ point, sameRun }: Pause): string {
  return `paused at ${point.route} #${point.number + 1}${sameRun ? ', in the same run' : ''}`;
}

/** One rotation pauses before a request, another one runs completely, and then the first one continues. */
async function overtake(series: Series, { point, sameRun }: Pause, what: string): Promise<string[]> {
  await using world = await World.start(series, PATIENT);
  {
    using slow = world.beginRun();
    using fast = sameRun ? undefined : world.beginRun();
    using leg = sameRun ? world.stepOf(slow.id) : undefined;
    const mains: StepResult[] = [];
    const server: FaultyService<string, unknown> = world[point.server] as never;
    server.next(point.route, { after: point.number }).runs('before', async () => {
      const other = fast?.step ?? leg;
      if (other) mains.push((await wholeJob(world, other)).main);
      return undefined;
    });
    mains.push((await wholeJob(world, slow.step)).main);
    expect(mains, what).toHaveLength(2);
    expectReasons(mains, what);
  }
  return await heal(world);
}
