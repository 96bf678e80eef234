import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Emulator } from '../emulator/servers/emulator.ts';
import { GithubEmulator } from '../emulator/servers/github/github-emulator.ts';
import type { EmulatorOptions } from '../emulator/servers/options.ts';
import { formatRecord } from '../src/tokens/record.ts';
import { formatTagged, type TagKind } from '../src/tokens/tag.ts';
import { keyValues } from '../test/actions-runner/files/key-values.ts';
import { fixture } from '../test/e2e/tls-front.ts';
import type { Call } from './measured-process.ts';
import { startTlsFront, type TlsFront } from './tls-front.ts';

const DIST = join(import.meta.dirname, '../dist');
const DAY_MS = 86_400_000;
/** The process reads this variable when it starts. The measured code does not see the variable: see report-usage.cjs. */
const TRUST = { NODE_EXTRA_CA_CERTS: fixture('certificate.pem') };
const REPOSITORY = { repository: 'acme/web', server: 'github.com', repositoryId: '4711' };

/** The servers of a stage. */
interface Servers {
  readonly cluster: Emulator;
  readonly github: GithubEmulator;
  readonly fronts: Readonly<Record<'api' | 'data' | 'github', TlsFront>>;
}

/**
 * Stage consists of an emulated cluster and an emulated GitHub, both with TLS like the real ones, and a runner's folder for the
 * steps that call them.
 */
export class Stage implements AsyncDisposable {
  /** The script of the main step. */
  readonly script = join(DIST, 'main/index.js');
  readonly cluster: Emulator;
  readonly github: GithubEmulator;
  readonly #fronts: Servers['fronts'];
  readonly #temp = mkdtempSync(join(tmpdir(), 'bench-'));

  static async start(options: EmulatorOptions = {}): Promise<Stage> {
    const [cluster, github] = await Promise.all([Emulator.start(options), GithubEmulator.start()]);
    const [api, data, githubFront] = await Promise.all(
      [cluster.apiUrl, cluster.clusterUrl, github.apiUrl].map(startTlsFront),
    );
    if (!api || !data || !githubFront) throw new Error('a server has no front');
    github.repository(REPOSITORY.repository);
    return new Stage({ cluster, github, fronts: { api, data, github: githubFront } });
  }

  private constructor({ cluster, github, fronts }: Servers) {
    this.cluster = cluster;
    this.github = github;
    this.#fronts = fronts;
  }

  /** seed puts a token of this repository on the cluster. It is 30 days old and expires in 60 days. */
  seed(plainDescription: string, kind: TagKind, runId = '100'): string {
    const nonce = String(this.cluster.tokens.length).padStart(16, '0');
    const { id } = this.cluster.seed({
      description: formatTagged(plainDescription, { ...REPOSITORY, runId, runAttempt: '1', kind, nonce }),
      permissions: [{ action: 'read', resource: 'metrics' }],
      createdAt: Date.now() - 30 * DAY_MS,
      expiresAt: Date.now() + 60 * DAY_MS,
    });
    return id;
  }

  /** seedSuspended puts a token on the cluster that was suspended so many days ago, and that granted read access. */
  seedSuspended(plainDescription: string, days: number): string {
    const id = this.seed(plainDescription, 'kept');
    const token = this.cluster.tokens.find((one) => one.id === id);
    if (!token) throw new Error('the token is not on the cluster');
    const since = Date.now() - days * DAY_MS;
    token.description += formatRecord({ state: 'suspended', since, grants: [...token.permissions] });
    token.permissions = [];
    return id;
  }

  /** seedJobs puts tokens of jobs on the cluster, evenly distributed over completed runs, and the runs on GitHub. */
  seedJobs(tokens: number, runs: number): void {
    for (let id = 1; id <= runs; id++) this.github.run({ id, status: 'completed' });
    for (let index = 0; index < tokens; index++)
      this.seed(`load test ${index}`, 'job', `${1 + (index % runs)}`);
  }

  /** main is a step with these inputs that uses the cluster and GitHub of the stage. */
  main(inputs: Readonly<Record<string, string>>): Call {
    return this.runs(this.script, { ...this.#connection(), ...inputs });
  }

  /** runs is the main step of any action with these inputs, started as the runner does. */
  runs(script: string, inputs: Readonly<Record<string, string>>): Call {
    return { args: [script], env: { ...this.#runner(), ...asVariables(inputs) } };
  }

  /** values are the addresses of the servers and the credentials for them, by their names in inputs. */
  values(): Record<string, string> {
    return {
      ...this.#connection(),
      'cluster-url': this.#fronts.data.url,
      'github-api-url': this.#fronts.github.url,
      'github-token': this.github.token({ kind: 'job', actions: 'read' }),
    };
  }

  create(inputs: Readonly<Record<string, string>>): Call {
    return this.main({ 'cluster-url': this.#fronts.data.url, ...inputs });
  }

  rotate(inputs: Readonly<Record<string, string>>): Call {
    return this.create({
      operation: 'rotate',
      'store-token': this.github.token({ secrets: 'write' }),
      'github-token': this.github.token({ kind: 'job', actions: 'read' }),
      ...inputs,
    });
  }

  cleanup(inputs: Readonly<Record<string, string>> = {}): Call {
    return this.main({
      operation: 'cleanup',
      'max-revocations': '1000000',
      'github-token': this.github.token({ kind: 'job', actions: 'read' }),
      ...inputs,
    });
  }

  /** post is the post step of a `main` step that has ended. */
  post({ env }: Call): Call {
    const state = [...keyValues(readFileSync(env['GITHUB_STATE'] ?? '', 'utf8'))];
    return {
      args: [join(DIST, 'post/index.js')],
      env: { ...env, ...Object.fromEntries(state.map(([name, value]) => [`STATE_${name}`, value])) },
    };
  }

  /** floor is a script that sends one POST. */
  floor(): Call {
    const { cluster } = this;
    return {
      args: [join(import.meta.dirname, 'floor.cjs')],
      env: {
        ...this.#runner(),
        MANAGEMENT_TOKEN: cluster.managementToken,
        TOKENS_URL: `${this.#fronts.api.url}${cluster.apiPrefix}/tokens`,
        TOKENS_BODY: JSON.stringify({
          description: 'bench [gha:github.com/acme/web#4711 8812345678.1 job 7f3a9c2e5b1d8046]',
          permissions: [{ action: 'read', resource: 'metrics' }],
          expiresAt: `${new Date(Date.now() + DAY_MS).toISOString().slice(0, 19)}Z`,
        }),
      },
    };
  }

  /** floorOfList is a script that reads the list and writes it to a file. */
  floorOfList(): Call {
    const { cluster } = this;
    return {
      args: [join(import.meta.dirname, 'floor-of-list.cjs')],
      env: {
        ...this.#runner(),
        MANAGEMENT_TOKEN: cluster.managementToken,
        TOKENS_URL: `${this.#fronts.api.url}${cluster.apiPrefix}/tokens`,
      },
    };
  }

  /** floorOfCleanup is a script that reads this number of runs and revokes this number of tokens. */
  floorOfCleanup(runs: number, tokens: number): Call {
    const { cluster, github } = this;
    return {
      args: [join(import.meta.dirname, 'floor-of-cleanup.cjs')],
      env: {
        ...TRUST,
        MANAGEMENT_TOKEN: cluster.managementToken,
        TOKENS_URL: `${this.#fronts.api.url}${cluster.apiPrefix}/tokens`,
        GITHUB_TOKEN: github.token({ kind: 'job', actions: 'read' }),
        RUNS_URL: `${this.#fronts.github.url}/repos/${REPOSITORY.repository}/actions/runs`,
        RUNS: String(runs),
        TOKENS: String(tokens),
      },
    };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    rmSync(this.#temp, { recursive: true });
    await Promise.all(Object.values(this.#fronts).map((front) => front[Symbol.asyncDispose]()));
    await Promise.all([this.cluster.stop(), this.github.stop()]);
  }

  #connection(): Record<string, string> {
    return {
      'management-token': this.cluster.managementToken,
      'account-id': this.cluster.accountId,
      'cluster-id': this.cluster.clusterId,
      'api-url': this.#fronts.api.url,
    };
  }

  #runner(): Record<string, string> {
    const file = (name: string): string => {
      const path = join(this.#temp, name);
      writeFileSync(path, '');
      return path;
    };
    return {
      ...TRUST,
      GITHUB_OUTPUT: file('output'),
      GITHUB_STATE: file('state'),
      GITHUB_STEP_SUMMARY: file('summary'),
      GITHUB_API_URL: this.#fronts.github.url,
      GITHUB_REPOSITORY: REPOSITORY.repository,
      GITHUB_REPOSITORY_ID: REPOSITORY.repositoryId,
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_RUN_ID: '8812345678',
      GITHUB_RUN_ATTEMPT: '1',
      RUNNER_TEMP: this.#temp,
    };
  }
}

function asVariables(inputs: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
  );
}
