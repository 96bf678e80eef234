import sodium from 'libsodium-wrappers';
import { FaultPlan } from '../fault-plan.ts';
import { FaultyService } from '../faulty-service.ts';
import { LoopbackServer, type Surroundings } from '../server.ts';
import { GithubToken, type GithubTokenSeed } from './access.ts';
import { Directory, type GithubOrganization, type GithubRepository } from './directory.ts';
import { GithubApi, type GithubApiParts } from './github-api.ts';
import type { GithubRoute } from './github-path.ts';
import type { Holder } from './holder.ts';
import { type GithubOptions, githubSettingsFrom } from './options.ts';
import { type LimitStatus, RateLimits, type SecondaryLimit } from './rate-limits.ts';
import { RunStore, type StoredRun } from './run-store.ts';
import { SealingKeys } from './sealing-keys.ts';
import { type SecretSeed, SecretStore, type SecretWrite, type StoredSecret } from './secret-store.ts';

/** RunSeed is a run to put on the server. Its repository is the first one unless told, as `OWNER/REPO`. */
export type RunSeed = Pick<StoredRun, 'id'> &
  Partial<Pick<StoredRun, 'attempt' | 'status' | 'conclusion' | 'createdAt'>> & {
    readonly repository?: string;
  };

/**
 * GithubEmulator is the part of GitHub's REST API on loopback that stores secrets and shows workflow runs, with faults
 * on demand. It is empty at first: repositories, organizations and tokens have to be added.
 */
export class GithubEmulator extends FaultyService<GithubRoute, StoredSecret> {
  readonly #parts: GithubApiParts & { readonly tokens: GithubToken[] };
  readonly #server: LoopbackServer;

  /** start brings the server up on a free port. */
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

  /** The base of the API, with the base path and without a slash at the end: what `GITHUB_API_URL` says. */
  get apiUrl(): string {
    return this.#server.url + this.#parts.settings.basePath;
  }

  /** Every secret there is, in order of creation. */
  get secrets(): readonly StoredSecret[] {
    return this.#parts.secrets.all;
  }

  /** Every value that was written by a request, in order: what anybody who reads secrets may have got hold of. */
  get writes(): readonly SecretWrite[] {
    return this.#parts.secrets.writes;
  }

  /** repository puts one on the server: `OWNER/REPO`. */
  repository(
    fullName: string,
    {
      environments = [],
      archived = false,
    }: Partial<Pick<GithubRepository, 'environments' | 'archived'>> = {},
  ): GithubRepository {
    return this.#parts.directory.addRepository(fullName, { environments, archived });
  }

  /** organization puts one on the server. An owner of repositories is none by itself. */
  organization(name: string): GithubOrganization {
    return this.#parts.directory.addOrganization(name);
  }

  /** token makes a token, and gives its string. */
  token(seed: GithubTokenSeed): string {
    const token = new GithubToken(seed);
    this.#parts.tokens.push(token);
    return token.secret;
  }

  /** run puts a workflow run on the server, in place of the one with its id. It is the first attempt, in progress. */
  run({ repository: fullName, ...seed }: RunSeed): StoredRun {
    const { directory, runs, settings } = this.#parts;
    const repository = fullName === undefined ? directory.repositories[0] : directory.repository(fullName);
    if (repository === undefined) throw new Error(`a run needs a repository: ${fullName ?? 'there is none'}`);
    const created = { attempt: 1, status: 'in_progress', createdAt: settings.clock() } as const;
    const run: StoredRun = { ...created, conclusion: 'success', ...seed, repository };
    runs.put(run);
    return run;
  }

  /** seed puts a secret on the server as it is, with any date. It is not among `writes`. */
  seed(holder: Holder, name: string, seed: SecretSeed = {}): StoredSecret {
    const { secrets } = this.#parts;
    return secrets.put(secrets.draft(holder, name, seed));
  }

  /** secret is what is stored under a name, opened; undefined when there is nothing. */
  secret(holder: Holder, name: string): StoredSecret | undefined {
    return this.#parts.secrets.find(holder, name);
  }

  /** rotateKey gives the holder another key: what is sealed for the old one is refused from now on. */
  rotateKey(holder: Holder): void {
    this.#parts.keys.rotate(holder);
  }

  /** showKey lets the API show this text as the key of a holder, whatever it is. Nothing can be sealed for it. */
  showKey(holder: Holder, publicKey: string): void {
    this.#parts.keys.show(holder, publicKey);
  }

  /** limit lets a secondary rate limit begin with the next request on the route. */
  limit(route: GithubRoute, limit: SecondaryLimit): void {
    this.#parts.limits.plan(route, limit);
  }

  /** useUpLimit spends the primary rate limit until a date, in milliseconds since 1970. */
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
