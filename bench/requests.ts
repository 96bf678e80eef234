import { countManagementRequests } from './management-requests.ts';
import { type Call, measure } from './measured-process.ts';
import { Stage } from './stage.ts';

/** RequestCount contains the requests of one step, and the minimum that its protocol allows. */
export interface RequestCount {
  readonly step: string;
  readonly sent: readonly string[];
  readonly minimum: readonly string[];
}

interface Scenario {
  readonly step: string;
  /** In the order of the protocol. */
  readonly minimum: readonly string[];
  /** Whether the requests for several tokens are in flight at once, so that their order differs from run to run. */
  readonly inAnyOrder?: boolean;
  ready(stage: Stage): Promise<Call>;
}

const CREATE = { permissions: 'metrics: read' };
const ROTATE = { description: 'telegraf', 'store-in': 'repo = INFLUXDB_TOKEN' };
const IDS = 10;
const RUNS = 3;

const UNCHECKED = { 'check-databases': 'false', 'activation-timeout': '0' };

const PROBES: readonly string[] = Array(17).fill('GET query');
/** The requests before the first change. */
const LOOK = ['GET tokens', 'GET databases', 'GET repository key', 'GET repository secret'];
/** The requests until a consumer might have the new token. */
const ROTATION = [...LOOK, 'POST tokens', 'GET tokens', ...PROBES, 'PUT repository secret'];

/** The token is read, because another run might have suspended it. */
const PROMOTION = ['GET token', 'PATCH token'];

/** Each PATCH is preceded by a read, because another run or a person might have changed the token. */
const SUSPENSION = ['GET token', 'PATCH token', 'GET token', 'PATCH token'];

const times = (count: number, ...routes: string[]): string[] =>
  Array.from({ length: count }, () => routes).flat();

const SCENARIOS: readonly Scenario[] = [
  {
    step: '`create`: reads the databases, and probes until the cluster has accepted the token 17 times in a row',
    minimum: ['GET databases', 'POST tokens', ...PROBES],
    ready: async (stage) => stage.create(CREATE),
  },
  {
    step: '`create` with `check-databases: false`, `activation-timeout: 0`',
    minimum: ['POST tokens'],
    ready: async (stage) => stage.create({ ...CREATE, ...UNCHECKED }),
  },
  {
    step: '`create` with `skip-token-revoke: true`: also changes the tag to `kept`',
    minimum: ['GET databases', 'POST tokens', ...PROBES, 'PATCH token'],
    ready: async (stage) => stage.create({ ...CREATE, 'skip-token-revoke': 'true', 'expires-at': '90d' }),
  },
  {
    step: 'post step of `create`',
    minimum: ['DELETE token'],
    ready: async (stage) => {
      const create = stage.create({ ...CREATE, ...UNCHECKED });
      await measure(create);
      return stage.post(create);
    },
  },
  {
    step: 'post step of a `create` that was killed before the response arrived: it finds the token in a list',
    minimum: ['GET tokens', 'DELETE token'],
    ready: async (stage) => {
      const create = stage.create({ ...CREATE, ...UNCHECKED, retries: '0' });
      stage.cluster.every('POST tokens').resets('after');
      stage.cluster.every('GET tokens').respondsWith(500);
      await measure({ ...create, exitCode: 1 });
      stage.cluster.clearFaults();
      return stage.post(create);
    },
  },
  {
    step: '`get`',
    minimum: ['GET token'],
    ready: async (stage) => stage.main({ operation: 'get', 'token-id': stage.seed('load test', 'kept') }),
  },
  {
    step: '`list`',
    minimum: ['GET tokens'],
    ready: async (stage) => stage.main({ operation: 'list' }),
  },
  {
    step: '`update` of permissions: checks that the token is live and the databases exist',
    minimum: ['GET token', 'GET databases', 'PATCH token'],
    ready: async (stage) => {
      const id = stage.seed('load test', 'kept');
      return stage.main({ operation: 'update', 'token-id': id, permissions: 'metrics: write' });
    },
  },
  {
    step: `\`revoke\` of ${IDS}`,
    minimum: times(IDS, 'DELETE token'),
    ready: async (stage) => {
      const ids = Array.from({ length: IDS }, () => stage.seed('load test', 'kept'));
      return stage.main({ operation: 'revoke', 'token-id': ids.join() });
    },
  },
  {
    step: '`rotate` into one secret, without a token to revoke',
    minimum: [...ROTATION, ...PROMOTION, 'GET tokens'],
    ready: async (stage) => {
      stage.seed('telegraf', 'current');
      return stage.rotate(ROTATE);
    },
  },
  {
    step: '`rotate` into one secret with `grace-period: 0`: one token to revoke',
    minimum: [...ROTATION, ...PROMOTION, 'GET tokens', 'DELETE token'],
    ready: async (stage) => {
      stage.seed('telegraf', 'current');
      return stage.rotate({ ...ROTATE, 'grace-period': '0' });
    },
  },
  {
    step: '`rotate` that is not due',
    minimum: [...LOOK, 'GET tokens'],
    ready: async (stage) => {
      stage.seed('telegraf', 'current');
      stage.github.seed('acme/web', 'INFLUXDB_TOKEN');
      return stage.rotate({ ...ROTATE, 'renew-before': '7d' });
    },
  },
  {
    step: '`rotate` into one secret with `grace-period: 0` and `quarantine: 7d`: one token to suspend',
    minimum: [...ROTATION, ...PROMOTION, 'GET tokens', ...SUSPENSION],
    ready: async (stage) => {
      stage.seed('telegraf', 'current');
      return stage.rotate({ ...ROTATE, 'grace-period': '0', quarantine: '7d' });
    },
  },
  {
    step: 'post step of `rotate`',
    minimum: [],
    ready: async (stage) => {
      stage.seed('telegraf', 'current');
      const rotate = stage.rotate(ROTATE);
      await measure(rotate);
      return stage.post(rotate);
    },
  },
  {
    step: `\`restore\` of ${IDS}: reads each token right before it changes the token`,
    minimum: times(IDS, 'GET token', 'PATCH token'),
    inAnyOrder: true,
    ready: async (stage) => {
      const ids = Array.from({ length: IDS }, () => stage.seedSuspended('load test', 1));
      return stage.main({ operation: 'restore', 'token-id': ids.join() });
    },
  },
  {
    step: `\`cleanup\` with \`max-age: 7d\` and \`quarantine: 7d\` of ${IDS} tokens: suspends them`,
    minimum: ['GET tokens', ...times(IDS, ...SUSPENSION)],
    inAnyOrder: true,
    ready: async (stage) => {
      for (let index = 0; index < IDS; index++) stage.seed('load test', 'kept');
      return stage.cleanup({ 'max-age': '7d', quarantine: '7d' });
    },
  },
  {
    step: `\`cleanup\` with \`quarantine: 7d\` of ${IDS} tokens that were suspended 8 days ago: revokes them`,
    minimum: ['GET tokens', ...times(IDS, 'GET token', 'DELETE token')],
    inAnyOrder: true,
    ready: async (stage) => {
      for (let index = 0; index < IDS; index++) stage.seedSuspended('load test', 8);
      return stage.cleanup({ quarantine: '7d' });
    },
  },
  {
    step: `\`cleanup\` of ${IDS} tokens of ${RUNS} runs`,
    minimum: ['GET tokens', ...times(RUNS, 'GET run'), ...times(IDS, 'DELETE token')],
    ready: async (stage) => {
      stage.seedJobs(IDS, RUNS);
      return stage.cleanup();
    },
  },
];

/** countRequests runs each scenario once, on new servers. */
export async function countRequests(): Promise<RequestCount[]> {
  const all: RequestCount[] = [];
  for (const { step, minimum, inAnyOrder = false, ready } of SCENARIOS) {
    await using stage = await Stage.start();
    const call = await ready(stage);
    const sent: string[] = [];
    const note = ({ route }: { readonly route: string }, moment: string): undefined => {
      if (moment === 'before') sent.push(route);
    };
    stage.cluster.onRequest(note);
    stage.github.onRequest(note);
    await measure(call);
    all.push({ step, sent: inAnyOrder ? inOrderOf(minimum, sent) : sent, minimum });
  }
  return [...all, ...(await countManagementRequests())];
}

/** Sorts requests as they are in the minimum. What the minimum lacks comes last. */
function inOrderOf(minimum: readonly string[], sent: readonly string[]): string[] {
  const left = [...sent];
  const ordered = minimum.flatMap((route) => {
    const at = left.indexOf(route);
    return at < 0 ? [] : left.splice(at, 1);
  });
  return [...ordered, ...left];
}
