import { type Call, measure } from './measured-process.ts';
import { Stage } from './stage.ts';

/** Asked is what one step has asked of both servers, beside the least that its protocol allows. */
export interface Asked {
  readonly step: string;
  readonly sent: readonly string[];
  readonly least: readonly string[];
}

interface Scenario {
  readonly step: string;
  /** In the order of the protocol. */
  readonly least: readonly string[];
  ready(stage: Stage): Promise<Call>;
}

const CREATE = { permissions: 'metrics: read' };
const ROTATE = { description: 'telegraf', 'store-in': 'repo = INFLUXDB_TOKEN' };
const IDS = 10;
const RUNS = 3;

const UNPROVEN = { 'check-databases': 'false', 'activation-timeout': '0' };

const PROBES: readonly string[] = Array(17).fill('GET query');
/** Before anything is changed. */
const LOOK = ['GET tokens', 'GET databases', 'GET repository key', 'GET repository secret'];
/** Until somebody may hold the new token. */
const ROTATION = [...LOOK, 'POST tokens', 'GET tokens', ...PROBES, 'PUT repository secret'];

/** The token is read, because another run might have suspended it. */
const PROMOTION = ['GET token', 'PATCH token'];

const times = (count: number, route: string): string[] => Array(count).fill(route);

const SCENARIOS: readonly Scenario[] = [
  {
    step: '`create`: reads the databases, and probes until the cluster has accepted the token 17 times in a row',
    least: ['GET databases', 'POST tokens', ...PROBES],
    ready: async (stage) => stage.create(CREATE),
  },
  {
    step: '`create` with `check-databases: false`, `activation-timeout: 0`',
    least: ['POST tokens'],
    ready: async (stage) => stage.create({ ...CREATE, ...UNPROVEN }),
  },
  {
    step: '`create` with `skip-token-revoke: true`: also changes the tag to `kept`',
    least: ['GET databases', 'POST tokens', ...PROBES, 'PATCH token'],
    ready: async (stage) => stage.create({ ...CREATE, 'skip-token-revoke': 'true', 'expires-at': '90d' }),
  },
  {
    step: 'post step of `create`',
    least: ['DELETE token'],
    ready: async (stage) => {
      const create = stage.create({ ...CREATE, ...UNPROVEN });
      await measure(create);
      return stage.post(create);
    },
  },
  {
    step: 'post step of a `create` that was killed before the response arrived: it finds the token in a list',
    least: ['GET tokens', 'DELETE token'],
    ready: async (stage) => {
      const create = stage.create({ ...CREATE, ...UNPROVEN, retries: '0' });
      stage.cluster.every('POST tokens').resets('after');
      stage.cluster.every('GET tokens').answers(500);
      await measure({ ...create, exitCode: 1 });
      stage.cluster.clearFaults();
      return stage.post(create);
    },
  },
  {
    step: '`get`',
    least: ['GET token'],
    ready: async (stage) => stage.main({ operation: 'get', 'token-id': stage.seed('load test', 'kept') }),
  },
  {
    step: '`list`',
    least: ['GET tokens'],
    ready: async (stage) => stage.main({ operation: 'list' }),
  },
  {
    step: '`update` of permissions: checks that the token is live and the databases exist',
    least: ['GET token', 'GET databases', 'PATCH token'],
    ready: async (stage) => {
      const id = stage.seed('load test', 'kept');
      return stage.main({ operation: 'update', 'token-id': id, permissions: 'metrics: write' });
    },
  },
  {
    step: `\`revoke\` of ${IDS}`,
    least: times(IDS, 'DELETE token'),
    ready: async (stage) => {
      const ids = Array.from({ length: IDS }, () => stage.seed('load test', 'kept'));
      return stage.main({ operation: 'revoke', 'token-id': ids.join() });
    },
  },
  {
    step: '`rotate` into one secret, without a token to revoke',
    least: [...ROTATION, ...PROMOTION, 'GET tokens'],
    ready: async (stage) => {
      stage.seed('telegraf', 'current');
      return stage.rotate(ROTATE);
    },
  },
  {
    step: '`rotate` into one secret with `grace-period: 0`: one token to revoke',
    least: [...ROTATION, ...PROMOTION, 'GET tokens', 'DELETE token'],
    ready: async (stage) => {
      stage.seed('telegraf', 'current');
      return stage.rotate({ ...ROTATE, 'grace-period': '0' });
    },
  },
  {
    step: '`rotate` that is not due',
    least: [...LOOK, 'GET tokens'],
    ready: async (stage) => {
      stage.seed('telegraf', 'current');
      stage.github.seed('acme/web', 'INFLUXDB_TOKEN');
      return stage.rotate({ ...ROTATE, 'renew-before': '7d' });
    },
  },
  {
    step: `\`cleanup\` of ${IDS} tokens of ${RUNS} runs`,
    least: ['GET tokens', ...times(RUNS, 'GET run'), ...times(IDS, 'DELETE token')],
    ready: async (stage) => {
      stage.seedJobs(IDS, RUNS);
      return stage.cleanup();
    },
  },
];

/** countRequests runs each scenario once, on servers of its own. */
export async function countRequests(): Promise<Asked[]> {
  const all: Asked[] = [];
  for (const { step, least, ready } of SCENARIOS) {
    await using stage = await Stage.start();
    const call = await ready(stage);
    const sent: string[] = [];
    const note = ({ route }: { readonly route: string }, moment: string): undefined => {
      if (moment === 'before') sent.push(route);
    };
    stage.cluster.onRequest(note);
    stage.github.onRequest(note);
    await measure(call);
    all.push({ step, sent, least });
  }
  return all;
}
