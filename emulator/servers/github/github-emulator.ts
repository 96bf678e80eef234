import sodium from 'libsodium-wrappers';
import { FaultPlan } from '../fault-plan.ts';
import { FaultyService } from '../faulty-service.ts';
import { LoopbackServer, type Surroundings } from '../server.ts';
import { GithubToken, type GithubTokenSeed } from './access.ts';
import { Directory, type GithubOrganization, type GithubRepository } from './directory.ts';
import { GithubApi, type GithubApiParts } from './github-api.ts';
import type { GithubRoute } from './github-path.ts';
import type { Location } from './location.ts';
import { type GithubOptions, githubSettingsFrom } from './options.ts';
import { type LimitStatus, RateLimits, type SecondaryLimit } from './rate-limits.ts';
import { RunStore, type StoredRun } from './run-store.ts';
import { SealingKeys } from './sealing-keys.ts';
import { type SecretSeed, SecretStore, type SecretWrite, type StoredSecret } from './secret-store.ts';

/** RunSeed is a run to put on the server. Its repository is `OWNER/REPO`. Default: the first repository. */
export type RunSeed = Pick<StoredRun, 'id'> &
  Partial<Pick<StoredRun, 'attempt' | 'status' | 'conclusion' | 'createdAt'>> & {
    readonly repository?: string;
  };

/**
 * GithubEmulator emulates the part of GitHub's REST API that stores secrets and shows workflow runs, on loopback and with faults
 * on demand. At first, it contains no repositories, organizations, or tokens.
 */
export class GithubEmulator extends FaultyService<GithubRoute, StoredSecret> {
  readonly #parts: GithubApiParts & { readonly tokens: GithubToken[] };
  readonly #server: LoopbackServer;

  /** start starts the server on a free port. */
  static async start(options: GithubOptions = {}): Promise<GithubEmulator> {
    await sodium.ready;
    const settings = githubSettingsFrom(options);
    const { clock } = settings;
    const parts = {
      settings,
      directory: new Directory(),
      tokens: [],
      keys: new SealingKeys(),
      secrets: new SecretStore(clock),
      runs: new RunStore(),
      limits: new RateLimits(clock),
    };
    const surroundings: Surroundings<GithubRoute, StoredSecret> = {
      requests: [],
      faults: new FaultPlan(),
      clock,
    };
    const server = await LoopbackServer.start([new GithubApi(parts)], surroundings);
    return new GithubEmulator(parts, surroundings, server);
  }

  private constructor(
    parts: GithubApiParts & { readonly tokens: GithubToken[] },
    surroundings: Surroundings<GithubRoute, StoredSecret>,
    server: LoopbackServer,
  ) {
    super(surroundings);
    this.#parts = parts;
    this.#server = server;
  }

  /** The base URL of the API, without a slash at the end. This is the value of `GITHUB_API_URL`. */
  get apiUrl(): string {
    return this.#server.url + this.#parts.settings.basePath;
  }

  /** All secrets, in order of creation. */
  get secrets(): readonly StoredSecret[] {
    return this.#parts.secrets.all;
  }

  /** Every value that a request has written, in order. A reader of secrets might have any of these. */
  get writes(): readonly SecretWrite[] {
    return this.#parts.secrets.writes;
  }

  /** repository puts a repository on the server. `fullName` is `OWNER/REPO`. */
  repository(
    fullName: string,
    {
      environments = [],
      archived = false,
    }: Partial<Pick<GithubRepository, 'environments' | 'archived'>> = {},
  ): GithubRepository {
    return this.#parts.directory.addRepository(fullName, { environments, archived });
  }

  /** organization puts an organization on the server. The owner of a repository is not an organization by default. */
  organization(name: string): GithubOrganization {
    return this.#parts.directory.addOrganization(name);
  }

  /** token creates a token and returns its string. */
  token(seed: GithubTokenSeed): string {
    const token = new GithubToken(seed);
    this.#parts.tokens.push(token);
    return token.secret;
  }

  /** run puts a workflow run on the server, and replaces a run with the same ID. By default, it is a first attempt in progress. */
  run({ repository: fullName, ...seed }: RunSeed): StoredRun {
    const { directory, runs, settings } = this.#parts;
    const repository = fullName === undefined ? directory.repositories[0] : directory.repository(fullName);
    if (repository === undefined) throw new Error(`a run needs a repository: ${fullName ?? 'there is none'}`);
    const created = { attempt: 1, status: 'in_progress', createdAt: settings.clock() } as const;
    const run: StoredRun = { ...created, conclusion: 'success', ...seed, repository };
    runs.put(run);
    return run;
  }

  /** seed puts a secret on the server, with any date. `writes` does not contain it. */
  seed(location: Location, name: string, seed: SecretSeed = {}): StoredSecret {
    const { secrets } = this.#parts;
    return secrets.put(secrets.draft(location, name, seed));
  }

  /** secret returns a secret with its decrypted value. Undefined if there is none. */
  secret(location: Location, name: string): StoredSecret | undefined {
    return this.#parts.secrets.find(location, name);
  }

  /** rotateKey replaces the key of a location. From now on, values that are sealed for the old key are refused. */
  rotateKey(location: Location): void {
    this.#parts.keys.rotate(location);
  }

  /** showKey makes the API show any text as the key of a location. No value can be sealed for it. */
  showKey(location: Location, publicKey: string): void {
    this.#parts.keys.show(location, publicKey);
  }

  /** limit starts a secondary rate limit with the next request on the route. */
  limit(route: GithubRoute, limit: SecondaryLimit): void {
    this.#parts.limits.plan(route, limit);
  }

  /** useUpLimit uses up the primary rate limit until a date, in milliseconds since 1970. */
  useUpLimit(resetAt: number, status: LimitStatus = 403): void {
    this.#parts.limits.useUp(resetAt, status);
  }

  override leave(): void {
    this.#server.leave();
  }

  override async comeBack(): Promise<void> {
    await this.#server.comeBack();
  }

  override async stop(): Promise<void> {
    await this.#server.stop();
  }
}
