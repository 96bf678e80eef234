import type { Moment } from '../../emulator/servers/fault-point.ts';
import { SERIES, type Series, World } from './world.ts';

export type Phase = 'main' | 'post';
export type Server = 'cluster' | 'github';

/** Point is one request of a phase, with its number on its route. */
export interface Point {
  readonly phase: Phase;
  readonly server: Server;
  readonly route: string;
  /** Starts at zero, and counts the requests of the phase on that route. */
  readonly number: number;
}

/** Harm is the failure at a point: of the process, or of the request. */
export const HARMS = ['kill', 'reset', 'error', 'time-out'] as const;
export type Harm = (typeof HARMS)[number];

/** Interleaving is one way in which a rotation can fail, and how its job ends. */
export interface Interleaving {
  readonly series: Series;
  readonly point: Point;
  readonly harm: Harm;
  readonly moment: Moment;
  /** A failed job might have delivered the token. */
  readonly job: 'green' | 'red after delivery' | 'red before delivery';
}

/** describeInterleaving names an interleaving, which can be run separately by this name. */
export function describeInterleaving({ series, point, harm, moment, job }: Interleaving): string {
  const { phase, server, route, number } = point;
  return `${series.name}: ${harm} ${moment} the effect of ${server}'s ${route} #${number + 1} in ${phase}, job ${job}`;
}

/** allInterleavings creates the interleavings from undisturbed runs, so each new request is covered automatically. */
export async function allInterleavings(): Promise<Interleaving[]> {
  const perSeries = await Promise.all(
    SERIES.map(async (series) => {
      const points = await recordedPoints(series);
      const jobs: Interleaving['job'][] = series.laterSteps
        ? ['green', 'red after delivery', 'red before delivery']
        : ['green', 'red before delivery'];
      return points.flatMap((point) =>
        HARMS.flatMap((harm) =>
          (['before', 'after'] as const).flatMap((moment) =>
            // A post step that sends requests belongs to a successful job.
            (point.phase === 'post' ? jobs.slice(0, 1) : jobs).map((job) => ({
              series,
              point,
              harm,
              moment,
              job,
            })),
          ),
        ),
      );
    }),
  );
  return perSeries.flat();
}

/** recordedPoints are the requests of an undisturbed run. */
export async function recordedPoints(series: Series): Promise<Point[]> {
  await using world = await World.start(series);
  using run = world.beginRun();
  const points: Point[] = [];
  let phase: Phase = 'main';
  for (const server of ['cluster', 'github'] as const) {
    world[server].onRequest(({ route }: { route: string }, moment: Moment) => {
      const number = points.filter(
        (point) => point.phase === phase && point.server === server && point.route === route,
      ).length;
      if (moment === 'before') points.push({ phase, server, route, number });
      return undefined;
    });
  }
  const main = await run.step.main();
  if (main.exitCode !== 0) throw new Error(`an undisturbed rotation failed:\n${main.log}`);
  world.deliver(main.outputs);
  phase = 'post';
  await run.step.post();
  return points.filter((point) => !isAnotherProbe(point));
}

/** isAnotherProbe tells whether a probe is one of the sixteen equal ones after the first, except for the first of these. */
export function isAnotherProbe({ route, number }: Point): boolean {
  return (route === 'GET query' || route === 'POST write') && number > 1;
}
