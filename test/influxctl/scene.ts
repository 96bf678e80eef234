import { join } from 'node:path';
import { GithubEmulator } from '../../emulator/servers/github/github-emulator.ts';
import { ActionStep, type PhaseOptions } from '../actions-runner/action-step.ts';
import type { StepResult } from '../actions-runner/step-run.ts';
import { ACTION } from '../e2e/scene.ts';
import { ManagementAccount } from './account.ts';
import { DatabasesServer } from './databases-server.ts';
import type { Forms, StoredManagementToken } from './state.ts';

/** MANAGEMENT_ACTION is the folder with the `action.yml` of the sub-action. */
export const MANAGEMENT_ACTION = join(ACTION, 'management-token');

export interface ManagementSceneOptions {
  readonly forms?: Partial<Forms>;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly debug?: boolean;
  readonly env?: Readonly<Record<string, string>>;
}

const REPOSITORY = 'acme/web';
const SECRET = 'INFLUXDB_MANAGEMENT_TOKEN';

/** ManagementScene is an account, an influxctl, a Management API, and a GitHub, for steps of the packed sub-action. */
export class ManagementScene {
  readonly account: ManagementAccount;
  readonly api: DatabasesServer;
  readonly github: GithubEmulator;
  readonly #options: ManagementSceneOptions;
  readonly #storeToken: string;
  readonly #steps: ActionStep[] = [];
  #lastRunId = 8_812_345_677;

  static async start(options: ManagementSceneOptions = {}): Promise<ManagementScene> {
    const account = await ManagementAccount.start(options.forms);
    const github = await GithubEmulator.start();
    github.repository(REPOSITORY, { environments: ['production'] });
    return new ManagementScene(account, await DatabasesServer.start(account), { github, options });
  }

  private constructor(
    account: ManagementAccount,
    api: DatabasesServer,
    { github, options }: { github: GithubEmulator; options: ManagementSceneOptions },
  ) {
    this.account = account;
    this.api = api;
    this.github = github;
    this.#options = options;
    this.#storeToken = github.token({ secrets: 'write', environments: 'write' });
  }

  /** The inputs of a step with this management token. */
  inputs(inputs: Readonly<Record<string, string>> = {}): Record<string, string> {
    const { accountId, clusterId } = this.account.state;
    return {
      influxctl: this.account.program,
      'management-token': this.account.first.secret,
      'account-id': accountId,
      'cluster-id': clusterId,
      'api-url': this.api.url,
      'request-timeout': '5s',
      ...this.#options.inputs,
      ...inputs,
    };
  }

  /** What a rotation needs in addition. */
  rotation(inputs: Readonly<Record<string, string>> = {}): Record<string, string> {
    return this.inputs({
      operation: 'rotate',
      description: 'management of web',
      'expires-at': '90d',
      'store-in': `repo = ${SECRET}`,
      'store-token': this.#storeToken,
      ...inputs,
    });
  }

  /** step is a step of a run of its own, which goes on until `endRuns`. */
  step(inputs: Readonly<Record<string, string>>): ActionStep {
    const run = this.github.run({ id: ++this.#lastRunId });
    const { debug = false, env = {} } = this.#options;
    const step = new ActionStep({
      action: MANAGEMENT_ACTION,
      inputs,
      debug,
      env,
      github: {
        api_url: this.github.apiUrl,
        run_id: String(run.id),
        token: this.github.token({ kind: 'job', actions: 'read' }),
      },
    });
    this.#steps.push(step);
    return step;
  }

  /** main runs the main step alone. */
  async main(inputs: Readonly<Record<string, string>> = {}, options: PhaseOptions = {}): Promise<StepResult> {
    return await this.step(this.inputs(inputs)).main(options);
  }

  /** Ends every run so far. */
  endRuns(): void {
    for (let id = 8_812_345_678; id <= this.#lastRunId; id++) this.github.run({ id }).status = 'completed';
  }

  /** What the repository's secret contains. */
  get stored(): string | undefined {
    return this.github.secret(REPOSITORY, SECRET)?.value;
  }

  /** The token that the repository's secret contains. */
  get held(): StoredManagementToken | undefined {
    return this.account.tokens.find(({ secret }) => secret === this.stored);
  }

  /** store puts a token into the repository's secret, as a person does. */
  store({ secret }: StoredManagementToken, updatedAt = Date.now()): void {
    this.github.seed(REPOSITORY, SECRET, { value: secret, createdAt: updatedAt, updatedAt });
  }

  /** Everything on both servers becomes older. */
  timeGoesBy(ms: number): void {
    this.account.timeGoesBy(ms);
    for (const secret of this.github.secrets) {
      secret.createdAt -= ms;
      secret.updatedAt -= ms;
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const step of this.#steps) step[Symbol.dispose]();
    await Promise.all([this.api.stop(), this.github.stop()]);
    this.account[Symbol.dispose]();
  }
}
