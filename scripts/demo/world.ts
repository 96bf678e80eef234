import { Emulator } from '../../emulator/servers/emulator.ts';
import type { Actions } from '../../test/actions-runner/workflow/actions.ts';
import type { WorkflowOptions, WorkflowReport } from '../../test/actions-runner/workflow/run-workflow.ts';
import { ACTION } from '../../test/e2e/scene.ts';
import { Artifacts } from '../../test/e2e/stage/artifacts.ts';
import { AWS_ROLE, awsCredentials } from '../../test/e2e/stage/aws-credentials.ts';
import { checkoutOf } from '../../test/e2e/stage/checkout.ts';
import { profile } from '../../test/e2e/stage/profile.ts';
import * as bodies from '../../test/e2e/stage/program-bodies.ts';
import { Programs } from '../../test/e2e/stage/programs.ts';
import { readBack } from '../../test/e2e/stage/read-back.ts';
import { rewireTo } from '../../test/e2e/stage/rewire.ts';
import { Vault } from '../../test/e2e/stage/vault.ts';
import { vaultAction } from '../../test/e2e/stage/vault-action.ts';
import { WorkflowStage } from '../../test/e2e/stage/workflow-stage.ts';
import { pem, type TlsFront, tlsFront } from '../../test/e2e/tls-front.ts';
import { dispatchInputs } from './inputs.ts';
import { type Chosen, seedStage } from './seed-stage.ts';
import { calledWorkflows, ownAction, standInActions, standInPrograms } from './stand-ins.ts';
import type { WorkflowFile } from './workflow-file.ts';

interface Servers {
  readonly stage: WorkflowStage;
  readonly europe: Emulator;
  readonly america: Emulator;
  /** A Clustered cluster with a certificate of a private CA. */
  readonly tls: TlsFront;
  readonly vault: Vault;
}

const DAY_MS = 24 * 3_600_000;
const VAULT_ROLE = 'load-test';

/** Programs that examples call. */
const EXAMPLE_PROGRAMS = {
  aws: bodies.AWS,
  gh: `if (args[0] === 'secret') {${bodies.GH_SECRETS}} else {${bodies.GH_ISSUES}}`,
  kubectl: bodies.KUBECTL,
  npm: bodies.NPM,
  telegraf: bodies.TELEGRAF,
  terraform: bodies.TERRAFORM,
};

/**
 * World is everything that workflows can need, on this machine: clusters, GitHub, and stand-ins for other services and programs.
 */
export class World implements AsyncDisposable {
  readonly #servers: Servers;
  readonly #artifacts = new Artifacts();
  readonly #chosen: Chosen;

  /** start starts all servers. The cluster already contains some tokens. */
  static async start(): Promise<World> {
    const stage = await WorkflowStage.start({ activation: { afterProbes: 2 } });
    stage.github.repository('acme/ingest');
    readBack(stage.cluster);
    const europe = await Emulator.start({ product: 'clustered' });
    const america = await Emulator.start({ product: 'clustered' });
    europe.seed({ description: 'telegraf in Hamburg' });
    europe.seed({ description: 'grafana', expiresAt: Date.now() + 30 * DAY_MS });
    america.seed({ description: 'telegraf in Chicago', expiresAt: Date.now() + 60 * DAY_MS });
    const tls = await tlsFront({ certificate: 'server', cluster: { product: 'clustered' } });
    return new World({ stage, europe, america, tls, vault: await Vault.start() });
  }

  private constructor(servers: Servers) {
    this.#servers = servers;
    this.#chosen = seedStage(servers.stage);
  }

  /** run runs a workflow. `inputs` are texts in the form `NAME=VALUE`. `write` is called with each line of the log. */
  async run(
    file: WorkflowFile,
    inputs: readonly string[],
    write: (line: string) => void,
  ): Promise<WorkflowReport> {
    const { stage } = this.#servers;
    const dispatched = dispatchInputs(file.text, inputs, this.#knownInputs(file.text));
    using programs = new Programs(file.isExample ? EXAMPLE_PROGRAMS : standInPrograms());
    const workflows = calledWorkflows(file);
    return await stage.run(file.text, {
      actions: file.isExample
        ? this.#exampleActions(file.text, programs)
        : standInActions([file.text, ...Object.values(workflows)], stage),
      workflows,
      paths: [programs.folder],
      write,
      ...this.#settings(file.text),
      ...(dispatched && { inputs: dispatched }),
    });
  }

  /** Values that a person would set for the required inputs of an example. */
  #knownInputs(text: string): Record<string, string> {
    const { inUse, suspended } = this.#chosen;
    const id = text.includes('operation: restore') ? suspended : inUse;
    return { 'token-id': id, repository: 'acme/ingest', pattern: 'load test*' };
  }

  #exampleActions(text: string, programs: Programs): Actions {
    const { stage, vault } = this.#servers;
    const { url } = vault;
    const secrets = { 'secret/data/influxdb/management token': stage.cluster.managementToken };
    return {
      'OWNER/influxdb-token-action': ownAction(rewireTo(stage.cluster)),
      'OWNER/influxdb-token-action/emulator': `${ACTION}/emulator`,
      'actions/checkout': checkoutOf({ 'main.tf': 'variable "influxdb_token" { ephemeral = true }\n' }),
      'aws-actions/configure-aws-credentials': awsCredentials(text, programs),
      'hashicorp/vault-action': vaultAction(text, { url, role: VAULT_ROLE, secrets }),
      ...this.#artifacts.actions,
    };
  }

  /** The secrets and variables of the repository, in addition to the ones that every stage has. */
  #settings(text: string): Pick<WorkflowOptions, 'secrets' | 'vars'> {
    const { europe, america, tls, vault } = this.#servers;
    const onTls = profile('clustered', tls.scene.cluster)
      .replace(/host = .*/, 'host = "localhost"')
      .replace(/port = .*/, `port = "${tls.apiPort}"`)
      .replace('[profile.tls]\ndisable = true', '');
    const secrets = {
      INFLUXCTL_CONFIG: [profile('europe', europe), profile('america', america), onTls].join('\n'),
      KUBECONFIG: bodies.KUBECONFIG,
      STORE_TOKEN: bodies.STORE_TOKEN,
      VAULT_TOKEN: vault.token,
    };
    const needsTls = text.includes('INFLUXDB_CA');
    const vars = {
      VAULT_ADDR: vault.url,
      VAULT_ROLE,
      AWS_ROLE_ARN: AWS_ROLE,
      AWS_REGION: 'eu-central-1',
      ...(needsTls && { INFLUXDB_CA: pem('authority'), INFLUXDB_URL: `https://localhost:${tls.apiPort}` }),
    };
    return { secrets, vars };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const { stage, europe, america, tls, vault } = this.#servers;
    this.#artifacts[Symbol.dispose]();
    await Promise.all([europe.stop(), america.stop()]);
    for (const server of [tls, vault, stage]) await server[Symbol.asyncDispose]();
  }
}
