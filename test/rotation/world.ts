import { Emulator } from '../../emulator/servers/emulator.ts';
import { GithubEmulator } from '../../emulator/servers/github/github-emulator.ts';
import type { Location } from '../../emulator/servers/github/location.ts';
import type { StoredToken } from '../../emulator/servers/token-store.ts';
import { formatTagged } from '../../src/tokens/tag.ts';
import { ActionStep } from '../actions-runner/action-step.ts';
import { ACTION, access, connection } from '../e2e/scene.ts';
import { Consumers, SECRET_NAME } from './consumers.ts';

const REPOSITORY = 'acme/web';
const PLAIN = 'telegraf in production';
const DAY_MS = 24 * 3_600_000;

/** Series says who receives the tokens of a series. */
export interface Series {
  readonly name: string;
  readonly secrets: readonly { readonly location: Location; readonly target: string }[];
  readonly laterSteps: boolean;
  /** How long retired tokens are suspended before they are revoked. */
  readonly quarantine?: string;
}

const REPO = { location: REPOSITORY, target: 'repo' } as const;
const ENVIRONMENT = { location: `env:${REPOSITORY}/production`, target: 'env:production' } as const;
const ORGANIZATION = { location: 'org:acme', target: 'org:acme' } as const;

export const SERIES: readonly Series[] = [
  { name: 'one secret', secrets: [REPO], laterSteps: false },
  { name: 'three secrets', secrets: [REPO, ENVIRONMENT, ORGANIZATION], laterSteps: false },
  { name: 'later steps', secrets: [], laterSteps: true },
  { name: 'a secret and later steps', secrets: [REPO], laterSteps: true },
  { name: 'a secret, with quarantine', secrets: [REPO], laterSteps: false, quarantine: '7d' },
  { name: 'later steps, with quarantine', secrets: [], laterSteps: true, quarantine: '7d' },
];

/** World is a cluster, GitHub, and one series whose consumers have a token that is due. Runs follow each other in it. */
export class World {
  readonly cluster: Emulator;
  readonly github: GithubEmulator;
  readonly consumers: Consumers;
  /** The consumers that were locked out, with the moment. Must stay empty. */
  readonly outages: string[] = [];
  /** Tokens of another GitHub server with the same repository ID and description. No step here changes them. */
  readonly others: readonly StoredToken[];
  readonly #othersBefore: readonly string[];
  readonly #series: Series;
  readonly #inputs: Readonly<Record<string, string>>;
  /** The token that writes the secrets. */
  readonly storeToken: string;
  #lastRunId = 8_812_345_000;

  /** `inputs` are added to the inputs of every rotation of the series. */
  static async start(series: Series, inputs: Readonly<Record<string, string>> = {}): Promise<World> {
    return new World(await Emulator.start(), await GithubEmulator.start(), series, inputs);
  }

  private constructor(
    cluster: Emulator,
    github: GithubEmulator,
    series: Series,
    inputs: Readonly<Record<string, string>>,
  ) {
    this.#inputs = inputs;
    this.cluster = cluster;
    this.github = github;
    this.#series = series;
    const repository = github.repository(REPOSITORY, { environments: ['production'] });
    github.organization('acme');
    this.consumers = new Consumers(
      cluster,
      github,
      series.secrets.map(({ location }) => location),
    );
    this.storeToken = github.token({
      secrets: 'write',
      environments: 'write',
      organizationSecrets: 'write',
    });
    const old = cluster.seed({
      description: formatTagged(PLAIN, {
        repository: REPOSITORY,
        server: 'github.com',
        repositoryId: '4711',
        runId: '8812344000',
        runAttempt: '1',
        kind: 'current',
        nonce: '0123456789abcdef',
      }),
      permissions: [{ action: 'read', resource: 'metrics' }],
      createdAt: Date.now() - 87 * DAY_MS,
      expiresAt: Date.now() + 3 * DAY_MS,
    });
    this.others = (['current', 'pending'] as const).map((kind) => seedOther(cluster, kind));
    this.#othersBefore = this.others.map(({ description }) => description);
    for (const { location } of series.secrets) {
      github.seed(location, SECRET_NAME, {
        value: old.secret,
        ...(location.startsWith('org:')
          ? { visibility: 'selected' as const, selectedRepositoryIds: [repository.id] }
          : {}),
      });
    }
    if (series.laterSteps) this.consumers.delivered = old.secret;
    const watch = ({ route }: { route: string }, moment: string): undefined =>
      this.look(`${moment} ${route}`);
    cluster.onRequest(watch);
    github.onRequest(watch);
  }

  /** The live tokens of this server that have not lost their permissions. */
  get liveTokens(): StoredToken[] {
    return this.cluster.liveTokens.filter(
      (token) => !this.others.includes(token) && token.permissions.length > 0,
    );
  }

  /** The tokens that lost their permissions and are not revoked. */
  get suspendedTokens(): StoredToken[] {
    return this.cluster.liveTokens.filter(({ permissions }) => permissions.length === 0);
  }

  /** Whether the tokens of the other server are unchanged. */
  get isOtherServerUntouched(): boolean {
    const live = this.cluster.liveTokens;
    return this.others.every(
      (token, index) => live.includes(token) && token.description === this.#othersBefore[index],
    );
  }

  /** look records which consumers are locked out now. */
  look(moment: string): undefined {
    for (const name of this.consumers.lockedOut) this.outages.push(`${name}: ${moment}`);
  }

  /** A run of the scheduled workflow that has just begun. It ends when it is disposed. */
  beginRun(): Run {
    const stored = this.github.run({ id: ++this.#lastRunId });
    const step = this.stepOf(stored.id);
    return {
      id: stored.id,
      step,
      [Symbol.dispose]: () => {
        stored.status = 'completed';
        step[Symbol.dispose]();
      },
    };
  }

  /** A rotate step of a run. With `operation`, another step that needs only the connection and `inputs`. */
  stepOf(runId: number, inputs: Readonly<Record<string, string>> = {}): ActionStep {
    const { cluster, github } = this;
    return new ActionStep({
      action: ACTION,
      github: {
        repository: REPOSITORY,
        run_id: String(runId),
        api_url: github.apiUrl,
        token: github.token({ kind: 'job', actions: 'read' }),
      },
      inputs: inputs['operation'] ? { ...access(cluster), ...inputs } : { ...this.#rotation, ...inputs },
    });
  }

  get #rotation(): Readonly<Record<string, string>> {
    return {
      ...connection(this.cluster),
      operation: 'rotate',
      retries: '0',
      description: PLAIN,
      permissions: 'metrics: read',
      'expires-at': '90d',
      'renew-before': '7d',
      'grace-period': '0',
      quarantine: this.#series.quarantine ?? '0',
      'store-token': this.storeToken,
      'store-in': [
        ...this.#series.secrets.map(({ target }) => `${target} = ${SECRET_NAME}`),
        ...(this.#series.laterSteps ? ['later-steps'] : []),
      ].join('\n'),
      ...this.#inputs,
    };
  }

  /** The later steps of a job. They deliver the token of the step, if there is one. */
  deliver({ rotated, token }: Readonly<Record<string, string>>): void {
    if (!this.#series.laterSteps || rotated !== 'true') return;
    if (token === undefined || token === '') throw new Error('rotated without a token to deliver');
    this.consumers.delivered = token;
    this.look('after delivery');
  }

  /** Makes all stored data a day older. */
  passOneDay(): void {
    for (const token of this.cluster.tokens) {
      token.createdAt -= DAY_MS;
      token.description = withOlderRecord(token.description, DAY_MS);
      if (token.expiresAt !== undefined) token.expiresAt -= DAY_MS;
    }
    for (const secret of this.github.secrets) {
      secret.createdAt -= DAY_MS;
      secret.updatedAt -= DAY_MS;
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all([this.cluster.stop(), this.github.stop()]);
  }
}

/** withOlderRecord makes the record in a description older. */
export function withOlderRecord(description: string, byMs: number): string {
  return description.replace(/(?<=\[gha-\w+:)[^ ]+/, (date) =>
    new Date(Date.parse(date) - byMs).toISOString().replace('.000Z', 'Z'),
  );
}

/** The token has the number of the first run here, and the same age as the first token. */
function seedOther(cluster: Emulator, kind: 'current' | 'pending'): StoredToken {
  return cluster.seed({
    description: formatTagged(PLAIN, {
      server: 'ghe.example.com',
      repository: REPOSITORY,
      repositoryId: '4711',
      runId: '8812345001',
      runAttempt: '1',
      kind,
      nonce: '0123456789abcdef',
    }),
    permissions: [{ action: 'read', resource: 'metrics' }],
    createdAt: Date.now() - 87 * DAY_MS,
    expiresAt: Date.now() + 3 * DAY_MS,
  });
}

export interface Run extends Disposable {
  readonly id: number;
  readonly step: ActionStep;
}
