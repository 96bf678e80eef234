import { Emulator } from '../../../emulator/servers/emulator.ts';
import { GithubEmulator } from '../../../emulator/servers/github/github-emulator.ts';
import type { EmulatorOptions } from '../../../emulator/servers/options.ts';
import type { Permission, StoredToken, TokenSeed } from '../../../emulator/servers/token-store.ts';
import type { OperationName } from '../../../src/request/inputs.ts';
import { ActionStep } from '../../actions-runner/action-step.ts';
import type { StepResult } from '../../actions-runner/step-run.ts';
import { withOlderRecord } from '../../rotation/world.ts';
import { ACTION, access } from '../scene.ts';

const DAY_MS = 24 * 3_600_000;
const FIRST_RUN = 8_812_345_678;
const ENDED_RUN = 101;

/** The default permissions of a token. */
export const GRANTS: readonly Permission[] = [
  { action: 'read', resource: 'metrics' },
  { action: 'write', resource: 'metrics' },
  { action: 'read', resource: 'logs' },
];

/** GRANTS in the form of a record. */
export const RECORDED = 'rw:metrics r:logs';

/** A cleanup of all tokens that are older than 30 days, with quarantine. */
const CLEANUP = {
  operation: 'cleanup',
  scope: 'cluster',
  'description-pattern': '*tele*',
  'max-age': '30d',
  quarantine: '7d',
} as const;

/** Quarantine is a cluster with tokens, GitHub, and the steps that suspend and restore tokens. Each step is a separate run. */
export class Quarantine {
  readonly cluster: Emulator;
  readonly github: GithubEmulator;
  #lastRun = FIRST_RUN;

  static async start(options: EmulatorOptions = {}): Promise<Quarantine> {
    return new Quarantine(await Emulator.start(options), await GithubEmulator.start());
  }

  private constructor(cluster: Emulator, github: GithubEmulator) {
    this.cluster = cluster;
    this.github = github;
    github.repository('acme/web');
    github.run({ id: ENDED_RUN, status: 'completed' });
  }

  /** seed puts a token on the server that is 60 days old. */
  seed(description: string, changes: Partial<TokenSeed> = {}): StoredToken {
    return this.cluster.seed({
      description,
      permissions: [...GRANTS],
      createdAt: Date.now() - 60 * DAY_MS,
      ...changes,
    });
  }

  /** step is a step of a new run. `inputs` are added to the inputs that connect the step to the cluster. */
  step(inputs: Readonly<Record<string, string>>): ActionStep {
    const { cluster, github } = this;
    return new ActionStep({
      action: ACTION,
      github: {
        repository: 'acme/web',
        repository_id: '4711',
        run_id: String(this.#lastRun++),
        api_url: github.apiUrl,
        token: github.token({ kind: 'job', actions: 'read' }),
      },
      inputs: { ...access(cluster), ...inputs },
    });
  }

  async run(operation: OperationName, inputs: Readonly<Record<string, string>> = {}): Promise<StepResult> {
    using step = this.step({ operation, ...inputs });
    return await step.main();
  }

  /** The inputs for a cleanup with quarantine. */
  readonly cleanupInputs: Readonly<Record<string, string>> = CLEANUP;

  cleanup(inputs: Readonly<Record<string, string>> = {}): Promise<StepResult> {
    return this.run('cleanup', { ...CLEANUP, ...inputs });
  }

  restore(ids: readonly string[], inputs: Readonly<Record<string, string>> = {}): Promise<StepResult> {
    return this.run('restore', { 'token-id': ids.join('\n'), ...inputs });
  }

  /** sleep makes everything older by this many days, including dates in records. */
  sleep(days: number): void {
    for (const token of this.cluster.tokens) {
      token.createdAt -= days * DAY_MS;
      token.description = withOlderRecord(token.description, days * DAY_MS);
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all([this.cluster.stop(), this.github.stop()]);
  }
}
