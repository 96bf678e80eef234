import type { Moment } from '../../emulator/servers/fault-point.ts';
import { inParallel } from '../../src/base/concurrency.ts';
import { isAnotherProbe, type Phase, type Point } from '../rotation/interleavings.ts';
import { FAULTS, type Fault } from './faults.ts';
import type { NamedStage } from './stages.ts';

/** RecordedPoint is one request of an undisturbed run. */
export interface RecordedPoint {
  readonly named: NamedStage;
  readonly point: Point;
  /** Whether its response has a body that can be damaged. */
  readonly hasBody: boolean;
  /** The previous request of its phase on its server. Undefined if it is the first. */
  readonly before: Point | undefined;
  /** The outputs of the undisturbed run. */
  readonly outputs: Readonly<Record<Phase, readonly string[]>>;
}

/** Cell is one fault at one request, or from the first request on the route to the end of the phase. */
export interface Cell extends RecordedPoint {
  readonly fault: Fault;
  readonly always: boolean;
}

/** nameOf names a cell. A cell can be run separately by its name. */
export function nameOf({ named, point: { phase, server, route, number }, fault, always }: Cell): string {
  return `${named.name}: ${fault.name} at ${server}'s ${route} #${number + 1} in ${phase}, ${always ? 'always' : 'once'}`;
}

/** allCells creates the cells of these stages from undisturbed runs, so each new request is covered automatically. */
export async function allCells(stages: readonly NamedStage[]): Promise<Cell[]> {
  return (await allPoints(stages)).flatMap((recorded) =>
    FAULTS.flatMap((fault) => {
      if (fault.affects === 'request' && fault.needsBody && !recorded.hasBody) return [];
      // A fault in all requests on the route starts with the first one, so it is not repeated from the second one.
      const often = fault.affects === 'process' || recorded.point.number > 0 ? [false] : [false, true];
      return often.map((always) => ({ ...recorded, fault, always }));
    }),
  );
}

/** allPoints are the requests of undisturbed runs of these stages. */
export async function allPoints(stages: readonly NamedStage[]): Promise<RecordedPoint[]> {
  const points = new Map<NamedStage, RecordedPoint[]>();
  // If all steps start at once on a busy machine, they time out.
  await inParallel(stages, async (named) => void points.set(named, await record(named)), {
    maxInFlight: () => 1,
    shouldContinue: () => true,
  });
  return stages.flatMap((named) => points.get(named) ?? []);
}

async function record(named: NamedStage): Promise<RecordedPoint[]> {
  await using stage = await named.start();
  const seen: { readonly point: Point; readonly exchange: Seen }[] = [];
  let phase: Phase = 'main';
  for (const server of ['cluster', 'github'] as const) {
    stage[server].onRequest((exchange: Seen, moment: Moment) => {
      const { route } = exchange;
      const number = seen.filter(
        ({ point }) => point.phase === phase && point.server === server && point.route === route,
      ).length;
      if (moment === 'before') seen.push({ point: { phase, server, route, number }, exchange });
      return undefined;
    });
  }
  const main = await stage.step.main();
  if (main.exitCode !== 0) throw new Error(`${named.name}: an undisturbed step failed:\n${main.log}`);
  stage.afterMain(main);
  phase = 'post';
  const post = await stage.step.post();
  if (post.annotations.length > 0) throw new Error(`${named.name}: an undisturbed post step warned`);
  const outputs = { main: Object.keys(main.outputs), post: [] };
  return seen
    .map(({ point, exchange }, index) => ({
      named,
      point,
      hasBody: exchange.status !== 204,
      before: seen
        .slice(0, index)
        .map((earlier) => earlier.point)
        .findLast(({ phase, server }) => phase === point.phase && server === point.server),
      outputs,
    }))
    .filter(({ point }) => !isAnotherProbe(point));
}

interface Seen {
  readonly route: string;
  readonly status?: number;
}
