import type { Emulator } from '../../emulator/servers/emulator.ts';
import type { GithubEmulator } from '../../emulator/servers/github/github-emulator.ts';
import type { ActionStep } from '../actions-runner/action-step.ts';
import type { StepResult } from '../actions-runner/step-run.ts';
import { SCENES } from '../quarantine/scenes.ts';
import { heal } from '../rotation/run-interleaving.ts';
import { type Run, SERIES, type Series, World } from '../rotation/world.ts';
import { type Choice, chosenFrom } from '../sample.ts';
import type { Findings } from './process-invariants.ts';
import { QuarantineStage } from './quarantine-stage.ts';
import { JobStage, type Stage, type StageSetting } from './stage.ts';

export interface NamedStage {
  readonly name: string;
  start(): Promise<Stage>;
}

/** A DELETE with status 200 has a body that can be damaged. */
const WITH_BODY = { deleteStatus: 200 } as const;

const SETTINGS: readonly StageSetting[] = [
  {
    name: 'create for one job',
    operation: 'create',
    cluster: WITH_BODY,
    inputs: () => ({ permissions: 'metrics: read, write', 'activation-timeout': '3s' }),
    makes: 'the job',
  },
  {
    name: 'create for later',
    operation: 'create',
    inputs: () => ({
      databases: 'metrics',
      permissions: 'read',
      'skip-token-revoke': 'true',
      'expires-at': '7d',
      'activation-timeout': '0',
    }),
    makes: 'later',
  },
  {
    name: 'create on Clustered',
    operation: 'create',
    cluster: { product: 'clustered', form: 'prefixed' },
    inputs: () => ({ permissions: '*: read', 'activation-timeout': '3s', 'fail-on-revoke-error': 'true' }),
    makes: 'the job',
  },
  { name: 'get', operation: 'get', inputs: (ids) => ({ 'token-id': `${ids(['kept'])}` }) },
  { name: 'list', operation: 'list', inputs: () => ({ status: 'all' }) },
  {
    name: 'update',
    operation: 'update',
    inputs: (ids) => ({
      'token-id': `${ids(['by hand'])}`,
      description: 'made by a workflow',
      permissions: 'logs: read',
    }),
    changes: 'by hand',
  },
  {
    name: 'revoke one',
    operation: 'revoke',
    inputs: (ids) => ({ 'token-id': `${ids(['by hand'])}` }),
    revokes: ['by hand'],
  },
  {
    name: 'revoke three',
    operation: 'revoke',
    cluster: WITH_BODY,
    inputs: (ids) => ({ 'token-id': ids(['by hand', 'by hand too', 'by hand as well']).join('\n') }),
    revokes: ['by hand', 'by hand too', 'by hand as well'],
  },
  {
    name: 'cleanup',
    operation: 'cleanup',
    revokes: ['left behind', 'left behind too'],
  },
];

/** STAGES are steps of all operations. */
export const STAGES: readonly NamedStage[] = [
  ...SETTINGS.map((setting) => ({ name: setting.name, start: () => JobStage.start(setting) })),
  ...SCENES.map((scene) => ({ name: scene.name, start: () => QuarantineStage.start(scene) })),
  ...SERIES.map((series) => ({
    name: `rotate with ${series.name}`,
    start: () => RotationStage.start(series),
  })),
];

/** Each stage runs undisturbed before it is disturbed, so a sample of its requests begins with a sample of the stages. */
const SAMPLE = 6;

/** chosenStages are all stages, or a sample of them. */
export function chosenStages(): Choice<NamedStage> {
  return chosenFrom(STAGES, ({ name }) => name, 'STAGES', SAMPLE);
}

/** RotationStage is a rotation. Its consumers show whether it works. */
class RotationStage implements Stage {
  readonly #world: World;
  readonly #run: Run;

  static async start(series: Series): Promise<Stage> {
    return new RotationStage(await World.start(series, { 'activation-timeout': '3s' }));
  }

  private constructor(world: World) {
    this.#world = world;
    this.#run = world.beginRun();
  }

  get cluster(): Emulator {
    return this.#world.cluster;
  }

  get github(): GithubEmulator {
    return this.#world.github;
  }

  get step(): ActionStep {
    return this.#run.step;
  }

  get secrets(): readonly string[] {
    const { cluster, storeToken } = this.#world;
    return [...cluster.tokens.map(({ secret }) => secret), cluster.managementToken, storeToken];
  }

  afterMain(main: StepResult): Findings {
    this.#world.deliver(main.outputs);
    return [];
  }

  async afterJob(): Promise<Findings> {
    this.#run[Symbol.dispose]();
    return [await heal(this.#world)];
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#run[Symbol.dispose]();
    await this.#world[Symbol.asyncDispose]();
  }
}
