import type { Moment } from '../../emulator/servers/fault-point.ts';
import type { StoredToken } from '../../emulator/servers/token-store.ts';
import { samePermissions } from '../../src/tokens/permissions.ts';
import { GRANTS, Quarantine } from '../e2e/stage/quarantine.ts';
import { HARMS, type Harm } from '../rotation/interleavings.ts';
import { SCENES, type Scene, seedTokens, stepOf, whatIsLost } from './scenes.ts';

/** How a server handles every PATCH, in addition to the failure of one request. */
const SERVERS = {
  'an honest server': () => {},
  'a server that cuts descriptions off': (stage: Quarantine) =>
    stage.cluster.every('PATCH token').cutsOff('description', 90),
  'a server that normalizes descriptions': (stage: Quarantine) =>
    stage.cluster.every('PATCH token').normalizes('description'),
} as const;
type ServerName = keyof typeof SERVERS;
const SERVER_NAMES = Object.keys(SERVERS) as ServerName[];

type AnyHarm = Harm | 'only the description' | 'only the permissions' | 'another cleanup' | 'another restore';
const HALVES = ['only the description', 'only the permissions'] as const;
const OTHERS = ['another cleanup', 'another restore'] as const;

/** Inputs for steps that must not time out, although the machine is busy or another step runs in the meantime. */
const PATIENT = { 'request-timeout': '30s' };

function isConcurrent(harm: AnyHarm): boolean {
  return OTHERS.some((other) => other === harm);
}

/** Disturbance is one failure at one request of a step. */
export interface Disturbance {
  readonly scene: Scene;
  readonly server: ServerName;
  readonly route: string;
  /** Starts at zero, and counts the requests on that route. */
  readonly number: number;
  readonly harm: AnyHarm;
  readonly moment: Moment;
}

/** describeDisturbance names a disturbance, which can be run separately by this name. */
export function describeDisturbance({ scene, server, route, number, harm, moment }: Disturbance): string {
  return `${scene.name}: ${harm} ${moment} the effect of ${route} #${number + 1}, on ${server}`;
}

/** allDisturbances creates the disturbances from undisturbed steps, so each new request is covered automatically. */
export async function allDisturbances(): Promise<Disturbance[]> {
  const recorded = await Promise.all(
    SCENES.flatMap((scene, index) =>
      // On a server that stores no records, only the scene without a record works.
      (index === 0 ? SERVER_NAMES : SERVER_NAMES.slice(0, 1)).map(async (server) => ({
        scene,
        server,
        points: await pointsOf(scene, server),
      })),
    ),
  );
  return recorded.flatMap(({ scene, server, points }) =>
    points.flatMap((point) => harmsAt(point.route).map((harmed) => ({ scene, server, ...point, ...harmed }))),
  );
}

function harmsAt(route: string): { readonly harm: AnyHarm; readonly moment: Moment }[] {
  return [
    ...[...HARMS, ...OTHERS].flatMap((harm) =>
      (['before', 'after'] as const).map((moment) => ({ harm, moment })),
    ),
    ...(route === 'PATCH token' ? HALVES.map((harm) => ({ harm, moment: 'after' as const })) : []),
  ];
}

async function pointsOf(scene: Scene, server: ServerName) {
  await using stage = await Quarantine.start();
  SERVERS[server](stage);
  using step = stepOf(stage, scene, { tokens: seedTokens(stage, scene) });
  await step.main();
  const routes = stage.cluster.requests.map(({ route }) => route);
  return routes.map((route, index) => ({
    route,
    number: routes.slice(0, index).filter((other) => other === route).length,
  }));
}

/**
 * runDisturbed runs a step with one disturbance, and then an undisturbed cleanup and restore. Returns all violations: each token
 * that is not revoked must have exactly its original permissions, and only tokens that were suspended for the whole quarantine
 * can be revoked.
 */
export async function runDisturbed(disturbance: Disturbance): Promise<string[]> {
  await using stage = await Quarantine.start();
  const tokens = seedTokens(stage, disturbance.scene);
  SERVERS[disturbance.server](stage);
  await disturbed(stage, tokens, disturbance);
  stage.cluster.clearFaults();
  const wrong = tokens.flatMap((token) => whatIsLost(token, 'after the disturbed step'));
  await stage.cleanup(PATIENT);
  wrong.push(...tokens.flatMap((token) => whatIsLost(token, 'after a cleanup')));
  const left = tokens.filter(({ revokedAt }) => revokedAt === undefined);
  const restored = await stage.restore(
    left.map(({ id }) => id),
    PATIENT,
  );
  return [
    ...wrong,
    ...(restored.exitCode === 0 || left.length === 0 ? [] : [`the restore failed: ${restored.log}`]),
    ...left.flatMap(({ description, permissions }) =>
      samePermissions(permissions, GRANTS) ? [] : [`not restored: ${description}`],
    ),
    ...tokens.flatMap(({ description, revokedAt }, index) =>
      revokedAt === undefined || disturbance.scene.seeds[index]?.isOver ? [] : [`revoked: ${description}`],
    ),
  ];
}

async function disturbed(
  stage: Quarantine,
  tokens: readonly StoredToken[],
  { scene, route, number, harm, moment }: Disturbance,
): Promise<void> {
  using step = stepOf(stage, scene, { tokens, inputs: isConcurrent(harm) ? PATIENT : {} });
  const running = step.start('main');
  const request = stage.cluster.next(route as 'PATCH token', { after: number });
  switch (harm) {
    case 'kill':
      request.runs(moment, () => {
        running.kill('SIGKILL');
        return moment === 'before' ? 'drop' : undefined;
      });
      break;
    case 'reset':
      request.resets(moment);
      break;
    case 'time-out':
      request.hangs(moment);
      break;
    case 'error':
      if (moment === 'before') request.respondsWith(500);
      else request.respondsAfterEffect(500);
      break;
    case 'only the description':
      request.appliesOnly('description');
      break;
    case 'only the permissions':
      request.appliesOnly('permissions');
      break;
    case 'another cleanup':
      request.runs(moment, async () => {
        await stage.cleanup(PATIENT);
        return undefined;
      });
      break;
    case 'another restore':
      request.runs(moment, async () => {
        await stage.restore(
          tokens.map(({ id }) => id),
          PATIENT,
        );
        return undefined;
      });
  }
  await running.finished;
}
