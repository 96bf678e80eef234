import { join } from 'node:path';
import { Emulator } from '../../emulator/servers/emulator.ts';
import type { EmulatorOptions } from '../../emulator/servers/options.ts';
import type { StoredToken } from '../../emulator/servers/token-store.ts';
import type { OperationName } from '../../src/request/inputs.ts';
import { ActionStep, type ActionStepOptions, type PhaseOptions } from '../actions-runner/action-step.ts';
import type { RunningStep, StepResult } from '../actions-runner/step-run.ts';

/** The repository itself: `action.yml` and the packed `dist`. */
export const ACTION = join(import.meta.dirname, '../..');

export interface SceneOptions extends Omit<ActionStepOptions, 'action' | 'inputs'> {
  readonly cluster?: EmulatorOptions;
  /** Default: create, which is then given `permissions: 'metrics: read, write'` as well. */
  readonly operation?: OperationName;
  /** On top of those that lead the operation to the emulator. */
  readonly inputs?: Readonly<Record<string, string>>;
}

/** Scene is one step of the packed action and one emulated cluster that it is connected to. */
export class Scene {
  readonly cluster: Emulator;
  readonly step: ActionStep;
  readonly inputs: Readonly<Record<string, string>>;

  static async start(options: SceneOptions = {}): Promise<Scene> {
    return new Scene(await Emulator.start(options.cluster), options);
  }

  /** A further step on a cluster that is there already is a scene of its own. */
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

  /** The token whose secret the step gave out, alive or not. */
  held({ outputs }: StepResult): StoredToken | undefined {
    return this.cluster.tokens.find((token) => token.secret === outputs['token']);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.step[Symbol.dispose]();
    await this.cluster.stop();
  }
}

/** The inputs that lead to an emulated cluster and its data plane: what is read by an operation that creates a token. */
export function connection(cluster: Emulator): Record<string, string> {
  return { ...access(cluster), 'cluster-url': cluster.clusterUrl };
}

/** The inputs that every operation reads. Tries are few and short, so that faults do not take long. */
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
