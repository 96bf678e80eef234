import type { Moment } from '../../emulator/servers/fault-point.ts';
import type { Permission, StoredToken } from '../../emulator/servers/token-store.ts';
import { samePermissions } from '../../src/tokens/permissions.ts';
import { parseRecord } from '../../src/tokens/record.ts';
import type { ActionStep } from '../actions-runner/action-step.ts';
import { GRANTS, Quarantine, RECORDED } from '../e2e/stage/quarantine.ts';
import { HARMS, type Harm } from '../rotation/interleavings.ts';

/** Scene is the step that is disturbed, and the tokens that it finds. */
export interface Scene {
  readonly name: string;
  readonly operation: 'cleanup' | 'restore';
  readonly seeds: readonly { readonly description: string; readonly permissions: readonly Permission[] }[];
}

/** The date of a record that is so many days old. */
function since(days: number): string {
  return new Date(Date.now() - days * 24 * 3_600_000).toISOString().replace(/\.\d+Z/, 'Z');
}

const KEPT = 'telegraf [gha:github.com/acme/web#4711 101.1 kept 7f3a9c2e5b1d8046]';
const young = () => ` [gha-suspended:${since(1)} ${RECORDED}]`;

/** SCENES are all steps that suspend, restore, or revoke. */
const SCENES: readonly Scene[] = [
  {
    name: 'suspending two',
    operation: 'cleanup',
    seeds: [
      { description: 'telegraf', permissions: GRANTS },
      { description: KEPT, permissions: GRANTS },
    ],
  },
  {
    name: 'completing a suspension',
    operation: 'cleanup',
    seeds: [
      { description: `${KEPT} [gha-suspending:${since(1)} ${RECORDED}]`, permissions: [] },
      { description: `telegraf [gha-suspending:${since(1)} ${RECORDED}]`, permissions: GRANTS },
    ],
  },
  {
    name: 'restoring two',
    operation: 'restore',
    seeds: [
      { description: `telegraf${young()}`, permissions: [] },
      { description: `${KEPT}${young()}`, permissions: [] },
    ],
  },
  {
    name: 'revoking one and suspending another',
    operation: 'cleanup',
    seeds: [
      { description: `telegraf [gha-suspended:${since(8)} ${RECORDED}]`, permissions: [] },
      { description: 'tele of another team', permissions: GRANTS },
    ],
  },
];

/** What a server does to every PATCH, besides what goes wrong with one request. */
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

/** Disturbance is one thing that goes wrong at one request of a step. */
export interface Disturbance {
  readonly scene: Scene;
  readonly server: ServerName;
  readonly route: string;
  /** From nought, among the requests on that route. */
  readonly number: number;
  readonly harm: AnyHarm;
  readonly moment: Moment;
}

/** describeDisturbance names it, and by that name it can be run alone. */
export function describeDisturbance({ scene, server, route, number, harm, moment }: Disturbance): string {
  return `${scene.name}: ${harm} ${moment} the effect of ${route} #${number + 1}, on ${server}`;
}

/** allDisturbances enumerates them from undisturbed steps, so that a new request is covered without anybody remembering it. */
export async function allDisturbances(): Promise<Disturbance[]> {
  const recorded = await Promise.all(
    SCENES.flatMap((scene, index) =>
      // A server that stores no record has none to begin with.
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
  using step = stepOf(stage, scene, seed(stage, scene));
  await step.main();
  const routes = stage.cluster.requests.map(({ route }) => route);
  return routes.map((route, index) => ({
    route,
    number: routes.slice(0, index).filter((other) => other === route).length,
  }));
}

function seed(stage: Quarantine, { seeds }: Scene): StoredToken[] {
  return seeds.map(({ description, permissions }) => stage.seed(description, { permissions }));
}

function stepOf(stage: Quarantine, { operation }: Scene, tokens: readonly StoredToken[]): ActionStep {
  return operation === 'cleanup'
    ? stage.step(stage.cleanupInputs)
    : stage.step({ operation, 'token-id': tokens.map(({ id }) => id).join('\n') });
}

/**
 * undergo lets a step go wrong in one way, and then another cleanup and a restore go undisturbed. Returns what is not as it must be:
 * what is not revoked has exactly the permissions that it had, and nothing is revoked that was not suspended for the whole time.
 */
export async function undergo(disturbance: Disturbance): Promise<string[]> {
  await using stage = await Quarantine.start();
  const tokens = seed(stage, disturbance.scene);
  const overdue = new Set(
    tokens.filter(
      ({ description }) => (parseRecord(description)?.since ?? Date.now()) < Date.now() - 7 * 24 * 3_600_000,
    ),
  );
  SERVERS[disturbance.server](stage);
  await disturbed(stage, tokens, disturbance);
  stage.cluster.clearFaults();
  const wrong = tokens.flatMap((token) => whatIsLost(token, 'after the disturbed step'));
  await stage.cleanup();
  wrong.push(...tokens.flatMap((token) => whatIsLost(token, 'after a cleanup')));
  const left = tokens.filter(({ revokedAt }) => revokedAt === undefined);
  const restored = await stage.restore(...left.map(({ id }) => id));
  return [
    ...wrong,
    ...(restored.exitCode === 0 || left.length === 0 ? [] : [`the restore failed: ${restored.log}`]),
    ...left.flatMap(({ description, permissions }) =>
      samePermissions(permissions, GRANTS) ? [] : [`not restored: ${description}`],
    ),
    ...tokens.flatMap((token) =>
      token.revokedAt !== undefined && !overdue.has(token) ? [`revoked: ${token.description}`] : [],
    ),
  ];
}

async function disturbed(
  stage: Quarantine,
  tokens: readonly StoredToken[],
  { scene, route, number, harm, moment }: Disturbance,
): Promise<void> {
  using step = stepOf(stage, scene, tokens);
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
      if (moment === 'before') request.answers(500);
      else request.answersAfterEffect(500);
      break;
    case 'only the description':
      request.appliesOnly('description');
      break;
    case 'only the permissions':
      request.appliesOnly('permissions');
      break;
    case 'another cleanup':
      request.runs(moment, async () => {
        await stage.cleanup();
        return undefined;
      });
      break;
    case 'another restore':
      request.runs(moment, async () => {
        await stage.restore(...tokens.map(({ id }) => id));
        return undefined;
      });
  }
  await running.finished;
}

/** At every moment, a token has its permissions, or their record, or it is revoked. */
function whatIsLost({ description, permissions, revokedAt }: StoredToken, moment: string): string[] {
  const known = permissions.length > 0 ? permissions : (parseRecord(description)?.grants ?? []);
  return revokedAt !== undefined || samePermissions(known, GRANTS) ? [] : [`lost ${moment}: ${description}`];
}
