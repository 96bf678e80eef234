import { setTimeout as sleep } from 'node:timers/promises';
import type { Goal } from './goals.ts';
import type { Call } from './measured-process.ts';
import { Stage } from './stage.ts';

/** Case is one row of the table. */
export interface Case {
  readonly name: string;
  readonly goals?: readonly Goal[];
  /** A case that takes seconds is measured in the first rounds only. */
  readonly isSlow?: boolean;
  /** Prepares one run. Not measured. */
  ready(): Promise<Call>;
  /** When the measured wall time begins, like `Date.now()`. By default, when the process starts. */
  beganAt?(): number;
  /** Cleans up after the run. */
  over?(): Promise<void>;
}

const UNCHECKED = { 'check-databases': 'false', 'activation-timeout': '0' };
const CREATE = { permissions: 'metrics: read', ...UNCHECKED };
const LISTED = 10_000;
const CLEANED_UP = 5_000;
const RUNS = 50;
const IN_FLIGHT = 8;
const REQUEST_MS = 20;

/** The times from the POST until the cluster accepts the new token. */
const ACTIVATION_MS = [0, 500, 1_500, 4_000, 12_000, 35_000];

const BARE = 'bare Node';
const FLOOR = 'floor';
const SHORT_LIST = '`list` of 10';

/** The time for the revocations with the largest number of requests in flight, without the list, the runs, and any other work. */
const IDEAL_CLEANUP_MS = Math.ceil(CLEANED_UP / IN_FLIGHT) * REQUEST_MS;

/** Cases are all rows of the table. Their servers run until the cases are disposed. */
export interface Cases extends AsyncDisposable {
  readonly all: readonly Case[];
}

/** startCases starts the servers that are the same in every round. */
export async function startCases(): Promise<Cases> {
  const stage = await Stage.start();
  const [ten, hundred, thousand, tenThousand, fiftyThousand] = await Promise.all([
    listing(10),
    listing(100),
    listing(1_000),
    listing(LISTED),
    listing(50_000),
  ]);
  const list = (listed: Stage) => async () => listed.main({ operation: 'list' });
  let create: Call | undefined;
  const all: Case[] = [
    { name: BARE, ready: async () => ({ args: ['-e', '0'], env: {} }) },
    { name: FLOOR, ready: async () => stage.floor() },
    {
      name: 'invalid inputs',
      goals: [wall(BARE, 1.8)],
      ready: async () => ({
        ...stage.create({ permissions: 'metrics: raed', retries: 'often' }),
        exitCode: 1,
      }),
    },
    {
      name: '`create`',
      goals: [wall(FLOOR, 1.6)],
      ready: async () => {
        create = stage.create(CREATE);
        return create;
      },
    },
    {
      name: 'post step of this `create`',
      goals: [wall(FLOOR, 1.5)],
      ready: async () => {
        if (!create) throw new Error('the previous case must run first');
        return stage.post(create);
      },
    },
    { name: '`rotate` of one secret', goals: [wall(FLOOR)], ...onNewStage(rotation) },
    { name: SHORT_LIST, goals: [wall(FLOOR)], ready: list(ten) },
    { name: '`list` of 100', goals: [wall(SHORT_LIST)], ready: list(hundred) },
    { name: '`list` of 1,000', goals: [wall(SHORT_LIST)], ready: list(thousand) },
    {
      name: 'floor of a list of 10,000',
      goals: [wall(SHORT_LIST)],
      ready: async () => tenThousand.floorOfList(),
    },
    { name: '`list` of 10,000', goals: [wall(SHORT_LIST, 2)], ready: list(tenThousand) },
    { name: '`list` of 50,000', goals: [wall(SHORT_LIST)], ready: list(fiftyThousand) },
    {
      name: 'floor of a cleanup',
      goals: [wall(IDEAL_CLEANUP_MS), peak()],
      isSlow: true,
      ...onNewStage(beforeCleanup((cleaned) => cleaned.floorOfCleanup(RUNS, CLEANED_UP))),
    },
    {
      name: '`cleanup` of 5,000 of 10,000',
      goals: [wall(IDEAL_CLEANUP_MS, 1.1), peak(1.6)],
      isSlow: true,
      ...onNewStage(beforeCleanup((cleaned) => cleaned.cleanup())),
    },
    ...ACTIVATION_MS.map(activation),
  ];
  return {
    all,
    async [Symbol.asyncDispose]() {
      for (const started of [stage, ten, hundred, thousand, tenThousand, fiftyThousand]) {
        await started[Symbol.asyncDispose]();
      }
    },
  };
}

function wall(to: string | number, max?: number): Goal {
  return { kind: 'ratio', of: 'wallMs', to, ...(max === undefined ? {} : { max }) };
}

function peak(max?: number): Goal {
  return { kind: 'ratio', of: 'peakMib', to: SHORT_LIST, ...(max === undefined ? {} : { max }) };
}

/** Measures from the POST, because the activation begins with it. */
function activation(afterMs: number): Case {
  let stage: Stage;
  return {
    name: `activation after ${afterMs / 1000} s`,
    goals: [{ kind: 'limit', maxMs: Math.round(1.1 * afterMs + 500) }],
    isSlow: true,
    ready: async () => {
      stage = await Stage.start({ activation: { afterMs } });
      return stage.create({ permissions: 'metrics: read' });
    },
    beganAt: () => {
      const post = stage.cluster.requests.find(({ route }) => route === 'POST tokens');
      if (!post) throw new Error('the step has sent no POST');
      return post.at;
    },
    over: () => stage[Symbol.asyncDispose](),
  };
}

/** Creates the response once, because the time of the emulator must not count. */
async function listing(tokens: number): Promise<Stage> {
  const stage = await Stage.start();
  for (let index = 0; index < tokens; index++) stage.seed(`load test ${index}`, 'kept');
  const { apiUrl, apiPrefix, managementToken } = stage.cluster;
  const response = await fetch(`${apiUrl}${apiPrefix}/tokens`, {
    headers: { Authorization: `Bearer ${managementToken}`, Accept: 'application/json' },
  });
  const type = { 'Content-Type': 'application/json' };
  stage.cluster.every('GET tokens').respondsWith(response.status, await response.text(), type);
  return stage;
}

async function rotation(stage: Stage): Promise<Call> {
  stage.seed('telegraf', 'current');
  return stage.rotate({ description: 'telegraf', 'store-in': 'repo = INFLUXDB_TOKEN' });
}

/** Prepares the tokens for a cleanup, on slow servers. */
function beforeCleanup(call: (stage: Stage) => Call): (stage: Stage) => Promise<Call> {
  return async (stage) => {
    stage.seedJobs(CLEANED_UP, RUNS);
    for (let index = CLEANED_UP; index < LISTED; index++) stage.seed(`load test ${index}`, 'kept');
    const slow = async (_: unknown, moment: string): Promise<undefined> => {
      if (moment === 'before') await sleep(REQUEST_MS);
    };
    stage.cluster.onRequest(slow);
    stage.github.onRequest(slow);
    return call(stage);
  };
}

/** A step that changes the servers gets new servers in each round. */
function onNewStage(ready: (stage: Stage) => Promise<Call>): Pick<Case, 'ready' | 'over'> {
  let stage: Stage;
  return {
    ready: async () => {
      stage = await Stage.start();
      return ready(stage);
    },
    over: () => stage[Symbol.asyncDispose](),
  };
}
