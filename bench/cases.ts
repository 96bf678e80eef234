import { setTimeout as sleep } from 'node:timers/promises';
import type { Call } from './measured-process.ts';
import { Stage } from './stage.ts';

/** Goal compares a case with another case, or with the shortest possible time in milliseconds. */
export interface Goal {
  readonly against: string | number;
  /** The largest acceptable ratio of medians. Absent if there is no goal. */
  readonly max?: number;
}

/** Case is one row of the table. */
export interface Case {
  readonly name: string;
  readonly goal?: Goal;
  /** Prepares one run. Not measured. */
  ready(): Promise<Call>;
  /** Cleans up after the run. */
  over?(): Promise<void>;
}

const UNCHECKED = { 'check-databases': 'false', 'activation-timeout': '0' };
const CREATE = { permissions: 'metrics: read', ...UNCHECKED };
const CLEANED_UP = 1_000;
const RUNS = 50;
const IN_FLIGHT = 8;
const REQUEST_MS = 20;

const BARE = 'bare Node';
const FLOOR = 'floor';
const SHORT_LIST = '`list` of 10';

/** The time for one list, all runs, and all tokens, with the largest number of requests in flight and no other work. */
const IDEAL_CLEANUP_MS = (1 + Math.ceil(RUNS / IN_FLIGHT) + Math.ceil(CLEANED_UP / IN_FLIGHT)) * REQUEST_MS;

/** Cases are all rows of the table. Their servers run until the cases are disposed. */
export interface Cases extends AsyncDisposable {
  readonly all: readonly Case[];
}

/** startCases starts the servers that are the same in every round. */
export async function startCases(): Promise<Cases> {
  const stage = await Stage.start();
  const [short, long] = await Promise.all([listing(10), listing(10_000)]);
  let create: Call | undefined;
  const all: Case[] = [
    { name: BARE, ready: async () => ({ args: ['-e', '0'], env: {} }) },
    { name: FLOOR, ready: async () => stage.floor() },
    {
      name: 'invalid inputs',
      goal: { against: BARE, max: 1.8 },
      ready: async () => ({
        ...stage.create({ permissions: 'metrics: raed', retries: 'often' }),
        exitCode: 1,
      }),
    },
    {
      name: '`create`',
      goal: { against: FLOOR, max: 1.6 },
      ready: async () => {
        create = stage.create(CREATE);
        return create;
      },
    },
    {
      name: 'post step of this `create`',
      goal: { against: FLOOR, max: 1.5 },
      ready: async () => {
        if (!create) throw new Error('the previous case must run first');
        return stage.post(create);
      },
    },
    { name: SHORT_LIST, goal: { against: FLOOR }, ready: async () => short.main({ operation: 'list' }) },
    {
      name: '`list` of 10,000',
      goal: { against: SHORT_LIST, max: 2.5 },
      ready: async () => long.main({ operation: 'list' }),
    },
    { name: '`rotate` of one secret', goal: { against: FLOOR }, ...onNewStage(rotation) },
    {
      name: 'floor of a cleanup',
      goal: { against: IDEAL_CLEANUP_MS },
      ...onNewStage(beforeCleanup((stage) => stage.floorOfCleanup(RUNS))),
    },
    {
      name: '`cleanup` of 1,000 at 20 ms per request',
      goal: { against: IDEAL_CLEANUP_MS, max: 1.1 },
      ...onNewStage(beforeCleanup((stage) => stage.cleanup())),
    },
  ];
  return {
    all,
    async [Symbol.asyncDispose]() {
      for (const started of [stage, short, long]) await started[Symbol.asyncDispose]();
    },
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
