import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { Emulator } from '../../../emulator/servers/emulator.ts';
import { GithubEmulator } from '../../../emulator/servers/github/github-emulator.ts';
import type { EmulatorOptions } from '../../../emulator/servers/options.ts';
import type { StoredToken } from '../../../emulator/servers/token-store.ts';
import {
  runWorkflow,
  type WorkflowOptions,
  type WorkflowReport,
} from '../../actions-runner/workflow/run-workflow.ts';
import { ACTION } from '../scene.ts';
import { appTokens, type GithubApp } from './app-token.ts';
import { rewireTo } from './rewire.ts';

const REPOSITORY = 'acme/web';
/** Where the repository has a secret with a token. */
const LOCATIONS = [REPOSITORY, `env:${REPOSITORY}/production`] as const;
const DAY_MS = 24 * 3_600_000;

const APP: GithubApp = {
  clientId: 'Iv23liRotation0App00',
  privateKey: '-----BEGIN RSA PRIVATE KEY-----\nbm90IGEga2V5IGF0IGFsbA==\n-----END RSA PRIVATE KEY-----\n',
  permissions: ['secrets', 'environments', 'actions'],
};

/** example is the text of a workflow in examples/. */
export function example(name: string): string {
  return readFileSync(join(ACTION, 'examples', name), 'utf8');
}

/** The callable workflow of this repository, by the name that other repositories use for it. */
const CALLABLE = {
  'OWNER/influxdb-token-action/.github/workflows/rotate.yml': readFileSync(
    join(ACTION, '.github/workflows/rotate.yml'),
    'utf8',
  ),
};

/** workflowOf is a workflow with one job, named job, with these steps. The steps can be indented. */
export function workflowOf(steps: string): string {
  const indented = /^ {6}/.test(steps) ? steps : steps.replaceAll(/^(?=.)/gm, '      ');
  return `
on: push
permissions:
  actions: read
jobs:
  job:
    runs-on: ubuntu-latest
    steps:
${indented}`;
}

/**
 * WorkflowStage is an emulated cluster and an emulated GitHub. GitHub has the repository acme/web, and an App that can write its
 * secrets. Complete workflows run on the stage, one after the other, and time can pass between them.
 */
export class WorkflowStage {
  readonly cluster: Emulator;
  readonly github: GithubEmulator;
  #lastRunId = 8_812_345_677;

  static async start(cluster: EmulatorOptions = {}): Promise<WorkflowStage> {
    const stage = new WorkflowStage(await Emulator.start(cluster), await GithubEmulator.start());
    stage.github.repository(REPOSITORY, { environments: ['production'] });
    return stage;
  }

  private constructor(cluster: Emulator, github: GithubEmulator) {
    this.cluster = cluster;
    this.github = github;
  }

  /** Runs a workflow. With inputs, a person starts it. Otherwise, the event is the first one in the workflow. */
  async run(workflow: string, options: WorkflowOptions = {}): Promise<WorkflowReport> {
    const { cluster, github } = this;
    const run = github.run({ id: ++this.#lastRunId });
    const report = await runWorkflow(workflow, {
      ...options,
      actions: {
        'OWNER/influxdb-token-action': { directory: ACTION, rewire: rewireTo(cluster) },
        'actions/create-github-app-token': appTokens(github, APP, REPOSITORY),
        ...options.actions,
      },
      workflows: { ...CALLABLE, ...options.workflows },
      secrets: {
        INFLUXDB_MANAGEMENT_TOKEN: cluster.managementToken,
        ROTATION_APP_PRIVATE_KEY: APP.privateKey,
        CLEANUP_APP_PRIVATE_KEY: APP.privateKey,
        ...options.secrets,
      },
      vars: {
        INFLUXDB_ACCOUNT_ID: cluster.accountId,
        INFLUXDB_CLUSTER_ID: cluster.clusterId,
        INFLUXDB_URL: cluster.clusterUrl,
        ROTATION_APP_CLIENT_ID: APP.clientId,
        CLEANUP_APP_CLIENT_ID: APP.clientId,
        ...options.vars,
      },
      github: {
        repository: REPOSITORY,
        run_id: String(run.id),
        api_url: github.apiUrl,
        // Unlike all other permissions, permission to write secrets is never granted to the token of a job.
        token: github.token({ kind: 'job', ...permissionsOf(workflow) }),
        ...(options.inputs === undefined ? {} : { event_name: 'workflow_dispatch' }),
        ...options.github,
      },
    });
    run.status = 'completed';
    return report;
  }

  /** The current token of a series, as a rotation left it 77 days ago. It expires soon, so the next rotation is due. */
  seedDue(plainDescription: string, permissions: StoredToken['permissions']): StoredToken {
    return this.cluster.seed({
      description: `${plainDescription} [gha:github.com/acme/web#4711 8000000000.1 current 0123456789abcdef]`,
      permissions,
      createdAt: Date.now() - 77 * DAY_MS,
      expiresAt: Date.now() + 13 * DAY_MS,
    });
  }

  /** Stores a token in the repository and its environment, as a rotation did when it created the token. */
  store({ secret, createdAt }: StoredToken): void {
    for (const location of LOCATIONS) {
      this.github.seed(location, 'INFLUXDB_TOKEN', { value: secret, createdAt, updatedAt: createdAt });
    }
  }

  /** Makes all stored data older by this many days. */
  daysGoBy(days: number): void {
    for (const token of this.cluster.tokens) {
      token.createdAt -= days * DAY_MS;
      if (token.expiresAt !== undefined) token.expiresAt -= days * DAY_MS;
      if (token.revokedAt !== undefined) token.revokedAt -= days * DAY_MS;
    }
    for (const secret of this.github.secrets) {
      secret.createdAt -= days * DAY_MS;
      secret.updatedAt -= days * DAY_MS;
    }
  }

  /** The token with this secret, live or not. */
  tokenOf(secret: unknown): StoredToken | undefined {
    return this.cluster.tokens.find((token) => token.secret === secret);
  }

  /** The values of the secrets in the repository and its environment. */
  get stored(): (string | undefined)[] {
    return LOCATIONS.map((location) => this.github.secret(location, 'INFLUXDB_TOKEN')?.value);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all([this.cluster.stop(), this.github.stop()]);
  }
}

/** The combined permissions of all jobs of a workflow. */
function permissionsOf(workflow: string): Record<string, 'read' | 'write'> {
  const { permissions, jobs } = parse(workflow);
  const each = Object.values<{ permissions?: unknown }>(jobs).map((job) => job.permissions);
  return Object.assign({}, ...[permissions, ...each].filter((one) => typeof one === 'object'));
}
