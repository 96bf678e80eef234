import { Emulator } from '../../emulator/servers/emulator.ts';
import { GithubEmulator } from '../../emulator/servers/github/github-emulator.ts';
import type { EmulatorOptions } from '../../emulator/servers/options.ts';
import type { StoredToken } from '../../emulator/servers/token-store.ts';
import { formatTagged, parseTagged, type TagKind } from '../../src/tokens/tag.ts';
import { ActionStep } from '../actions-runner/action-step.ts';
import type { StepResult } from '../actions-runner/step-run.ts';
import { ACTION, access, connection } from '../e2e/scene.ts';
import type { Findings } from './process-invariants.ts';

/** Stage is one step, and everything that it can reach. */
export interface Stage extends AsyncDisposable {
  readonly cluster: Emulator;
  readonly github: GithubEmulator;
  readonly step: ActionStep;
  /** The texts that must never be shown. */
  readonly secrets: readonly string[];
  /** Checks what must be true after the step, while the job continues. */
  afterMain(main: StepResult): Findings;
  /** Checks what must be true after the job, when all faults are over. */
  afterJob(ending: Ending): Promise<Findings>;
}

/** Ending is how a job ended, and whether a server lied. */
export interface Ending {
  readonly main: StepResult;
  readonly post: StepResult;
  /** A server sent a false statement that the action cannot detect: that a change was created, or that a token does not exist. */
  readonly deceived: boolean;
}

/** StageSetting is the task of a step, on a cluster with tokens of all kinds that belong to others. */
export interface StageSetting {
  readonly name: string;
  readonly operation: Exclude<StepOperation, 'rotate'>;
  readonly cluster?: EmulatorOptions;
  readonly inputs?: (ids: (names: readonly Seed[]) => string[]) => Readonly<Record<string, string>>;
  /** The user of the token that the step creates. */
  readonly makes?: 'the job' | 'later';
  /** The tokens of others that the step must revoke. */
  readonly revokes?: readonly Seed[];
  /** The token that the step must change. */
  readonly changes?: Seed;
}

export type StepOperation = 'create' | 'get' | 'list' | 'update' | 'revoke' | 'cleanup' | 'rotate';

const REPOSITORY = 'acme/web';
const REPOSITORY_ID = '4711';
const OWN_RUN = 8_812_345_678;
const RUNNING = 100;
const ENDED = 101;
const DAY_MS = 24 * 3_600_000;

/** The tokens that exist before the step. */
const SEEDS = {
  current: description('in production', 'current', ENDED),
  pending: description('in production', 'pending', ENDED),
  running: description('deploy', 'job', RUNNING),
  'left behind': description('deploy', 'job', ENDED),
  'left behind too': description('deploy', 'job', ENDED),
  kept: description('telegraf', 'kept', ENDED),
  'by hand': 'created by a person',
  'by hand too': 'created by a person',
  'by hand as well': 'created by a person',
} as const;
export type Seed = keyof typeof SEEDS;

export class JobStage implements Stage {
  readonly cluster: Emulator;
  readonly github: GithubEmulator;
  readonly step: ActionStep;
  readonly #setting: StageSetting;
  readonly #seeds: ReadonlyMap<Seed, StoredToken>;
  /** The tokens that do not concern the step, as they were at the beginning. */
  readonly #others: readonly StoredToken[];

  static async start(setting: StageSetting): Promise<Stage> {
    return new JobStage(await Emulator.start(setting.cluster), await GithubEmulator.start(), setting);
  }

  private constructor(cluster: Emulator, github: GithubEmulator, setting: StageSetting) {
    this.cluster = cluster;
    this.github = github;
    this.#setting = setting;
    github.repository(REPOSITORY);
    github.run({ id: RUNNING });
    github.run({ id: ENDED, status: 'completed' });
    github.run({ id: OWN_RUN });
    const permissions = [{ action: 'read', resource: 'metrics' } as const];
    this.#seeds = new Map(
      Object.entries(SEEDS).map(([name, description]) => [
        name as Seed,
        cluster.seed({ description, permissions, createdAt: Date.now() - DAY_MS }),
      ]),
    );
    const { revokes = [], changes } = setting;
    this.#others = [...this.#seeds]
      .filter(([name]) => !revokes.includes(name) && name !== changes)
      .map(([, token]) => structuredClone(token));
    this.step = this.#stepOf(OWN_RUN, setting.operation, setting.inputs?.((names) => this.#ids(names)) ?? {});
  }

  get secrets(): readonly string[] {
    return [...this.cluster.tokens.map(({ secret }) => secret), this.cluster.managementToken];
  }

  afterMain(main: StepResult): Findings {
    const given = this.cluster.tokens.find(({ secret }) => secret === main.outputs['token']);
    return [
      this.#touched(),
      this.#setting.makes && main.exitCode === 0 && !(given && this.cluster.liveTokens.includes(given))
        ? ['the step succeeded, and the token that it gave out is not alive']
        : [],
    ];
  }

  async afterJob(ending: Ending): Promise<Findings> {
    return [
      this.#touched(),
      this.#done(ending),
      this.#falseClaims(ending),
      this.#unreported(ending),
      await this.#leftAfterCleanup(),
    ];
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.step[Symbol.dispose]();
    await Promise.all([this.cluster.stop(), this.github.stop()]);
  }

  #touched(): string[] {
    return this.#others
      .filter((before) => JSON.stringify(before) !== JSON.stringify(this.#find(before.id)))
      .map(({ description }) => `not as it was: ${description}`);
  }

  /** A step that succeeded must have completed its task. */
  #done({ main, post, deceived }: Ending): string[] {
    if (main.exitCode !== 0 || deceived) return [];
    const { revokes = [], makes } = this.#setting;
    const alive = this.cluster.liveTokens.map(({ id }) => id);
    const given = main.outputs['token-id'] ?? '';
    const isUnreported = post.annotations.length === 0 && !wasKilled(post);
    const outlives = makes === 'the job' && isUnreported && alive.includes(given);
    return [
      ...this.#ids(revokes)
        .filter((id) => alive.includes(id) && !keptOnPurpose(main, id))
        .map((id) => `the step succeeded, and ${id} is alive`),
      ...(outlives ? ['the token outlives the job, and the step did not report it'] : []),
      ...(makes === 'later' && !alive.includes(given) ? ['the token that should stay is not alive'] : []),
    ];
  }

  #falseClaims({ main, deceived }: Ending): string[] {
    const revoked: string[] = JSON.parse(main.outputs['revoked-token-ids'] ?? '[]');
    const alive = this.cluster.liveTokens.map(({ id }) => id);
    return deceived ? [] : revoked.filter((id) => alive.includes(id)).map((id) => `${id} is not revoked`);
  }

  /** Every live token that the step created must be reported, by its ID or by something that finds it in a list. */
  #unreported({ main, post, deceived }: Ending): string[] {
    if (deceived) return [];
    const messages = [...main.annotations, ...post.annotations].map(({ message }) => message).join('\n');
    // A step that is killed while it outputs a kept token has already output it.
    const isGiven = main.exitCode === 0 || (wasKilled(main) && this.#setting.makes === 'later');
    return this.#created
      .filter(({ id }) => id !== (isGiven ? main.outputs['token-id'] : undefined))
      .filter(({ id, description }) => {
        const tag = parseTagged(description)?.tag;
        // A killed post step reports nothing, so only the tag is left.
        if (wasKilled(post)) return tag?.runId !== String(OWN_RUN);
        return !messages.includes(id) && !(tag && messages.includes(tag.nonce));
      })
      .map(({ id, description }) => `alive, and not reported: ${id} ${description}`);
  }

  /** Runs an undisturbed cleanup on the next day. */
  async #leftAfterCleanup(): Promise<string[]> {
    this.github.run({ id: OWN_RUN, status: 'completed' });
    // The server might still be busy with a large response.
    using step = this.#stepOf(OWN_RUN + 1, 'cleanup', { 'request-timeout': '30s' });
    const { exitCode, log } = await step.main();
    const left = this.#created.filter(({ description }) => parseTagged(description)?.tag.kind === 'job');
    return [
      ...(exitCode === 0 ? [] : [`the cleanup failed: ${log}`]),
      ...left.map(({ id }) => `no cleanup finds ${id}`),
    ];
  }

  /** The live tokens that the step created. */
  get #created(): StoredToken[] {
    const seeded = new Set(this.#seeds.values());
    return this.cluster.liveTokens.filter((token) => !seeded.has(token));
  }

  #ids(names: readonly Seed[]): string[] {
    return names.map((name) => this.#seeds.get(name)?.id ?? '');
  }

  #find(id: string): StoredToken | undefined {
    return this.cluster.tokens.find((token) => token.id === id);
  }

  #stepOf(runId: number, operation: StepOperation, inputs: Readonly<Record<string, string>>): ActionStep {
    const { cluster, github } = this;
    const basic = operation === 'create' ? connection(cluster) : access(cluster);
    return new ActionStep({
      action: ACTION,
      github: {
        repository: REPOSITORY,
        repository_id: REPOSITORY_ID,
        run_id: String(runId),
        api_url: github.apiUrl,
        token: github.token({ kind: 'job', actions: 'read' }),
      },
      inputs: { ...basic, operation, ...inputs },
    });
  }
}

function wasKilled({ signal }: StepResult): boolean {
  return signal !== null;
}

/** A cleanup keeps a token, with a reason, if GitHub does not report whether its run has ended. */
function keptOnPurpose({ outputs }: StepResult, id: string): boolean {
  const tokens: { readonly id: string; readonly decision?: string; readonly reason?: string }[] = JSON.parse(
    outputs['tokens'] ?? '[]',
  );
  return tokens.some(
    (token) => token.id === id && token.decision === 'keep' && token.reason?.endsWith('might not have ended'),
  );
}

function description(plain: string, kind: TagKind, runId: number): string {
  const nonce = '0123456789abcdef';
  return formatTagged(plain, {
    server: 'github.com',
    repository: REPOSITORY,
    repositoryId: REPOSITORY_ID,
    runId: String(runId),
    runAttempt: '1',
    kind,
    nonce,
  });
}
