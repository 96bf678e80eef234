import { join } from 'node:path';
import { Emulator } from '../../emulator/servers/emulator.ts';
import type { EmulatorOptions } from '../../emulator/servers/options.ts';
import type { StoredToken } from '../../emulator/servers/token-store.ts';
import type { OperationName } from '../../src/request/inputs.ts';
import { ActionStep, type ActionStepOptions, type PhaseOptions } from '../actions-runner/action-step.ts';
import type { RunningStep, StepResult } from '../actions-runner/step-run.ts';

/** The repository with `action.yml` and the packed `dist`. */
export const ACTION = join(import.meta.dirname, '../..');

export interface SceneOptions extends Omit<ActionStepOptions, 'action' | 'inputs'> {
  readonly cluster?: EmulatorOptions;
  /** Default: create, which then also gets `permissions: 'metrics: read, write'`. */
  readonly operation?: OperationName;
  /** These are added to the inputs that connect the operation to the emulator. */
  readonly inputs?: Readonly<Record<string, string>>;
}

/** Scene is one step of the packed action, and the emulated cluster that it uses. */
export class Scene {
  readonly cluster: Emulator;
  readonly step: ActionStep;
  readonly inputs: Readonly<Record<string, string>>;

  static async start(options: SceneOptions = {}): Promise<Scene> {
    return new Scene(await Emulator.start(options.cluster), options);
  }

  /** Returns a new scene for another step on the same cluster. */
  constructor(cluster: Emulator, { operation, inputs, cluster: _, ...options }: SceneOptions = {}) {
    this.cluster = cluster;
    const basic =
      operation === undefined || operation === 'create'
        ? { ...connection(cluster), permissions: 'metrics: read, write' }
        : { ...access(cluster), operation };
    this.inputs = { ...basic, ...inputs };
    this.step = new ActionStep({ action: ACTION, inputs: this.inputs, ...options });
  }

  main(options: PhaseOptions = {}): Promise<StepResult> {
    return this.step.main(options);
  }

  post(options: PhaseOptions = {}): Promise<StepResult> {
    return this.step.post(options);
  }

  start(phase: 'main' | 'post'): RunningStep {
    return this.step.start(phase);
  }

  /** The token whose secret is in the step's output, live or not. */
  issuedToken({ outputs }: StepResult): StoredToken | undefined {
    return this.cluster.tokens.find((token) => token.secret === outputs['token']);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.step[Symbol.dispose]();
    await this.cluster.stop();
  }
}

/** The inputs that connect an operation that creates a token to an emulated cluster and its data plane. */
export function connection(cluster: Emulator): Record<string, string> {
  return { ...access(cluster), 'cluster-url': cluster.clusterUrl };
}

/** The inputs that every operation uses. Attempts are few and short, so that failures do not take long. */
export function access(cluster: Emulator): Record<string, string> {
  const ids =
    cluster.product === 'dedicated'
      ? { 'account-id': cluster.accountId, 'cluster-id': cluster.clusterId }
      : {};
  return {
    product: cluster.product,
    'api-url': cluster.apiUrl,
    'management-token': cluster.managementToken,
    'request-timeout': '1s',
    retries: '1',
    ...ids,
  };
}
