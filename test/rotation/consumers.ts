import type { Emulator } from '../../emulator/servers/emulator.ts';
import type { GithubEmulator } from '../../emulator/servers/github/github-emulator.ts';
import type { Location } from '../../emulator/servers/github/location.ts';
import type { StoredToken } from '../../emulator/servers/token-store.ts';

/** Consumers are all users of the series' tokens: secrets on GitHub, and the receiver of what later steps deliver. */
export class Consumers {
  /** The token that the later steps have delivered, if there are any. */
  delivered: string | undefined;
  readonly #cluster: Emulator;
  readonly #github: GithubEmulator;
  readonly #secrets: readonly Location[];

  constructor(cluster: Emulator, github: GithubEmulator, secrets: readonly Location[]) {
    this.#cluster = cluster;
    this.#github = github;
    this.#secrets = secrets;
  }

  /** tokens is the token of each consumer. Undefined if its secret was never the secret of a token on the cluster. */
  get tokens(): ReadonlyMap<string, StoredToken | undefined> {
    const strings = new Map<string, string | undefined>(
      this.#secrets.map((location) => [location, this.#github.secret(location, SECRET_NAME)?.value]),
    );
    if (this.delivered !== undefined) strings.set('later steps', this.delivered);
    return new Map(
      [...strings].map(([name, secret]) => [
        name,
        this.#cluster.tokens.find((token) => token.secret === secret),
      ]),
    );
  }

  /** lockedOut are the consumers whose token is not accepted at this moment. */
  get lockedOut(): string[] {
    const live = new Set(this.#cluster.liveTokens);
    return [...this.tokens]
      .filter(([, token]) => !token || !live.has(token) || token.permissions.length === 0)
      .map(([name]) => name);
  }
}

/** The name of every secret of the series. */
export const SECRET_NAME = 'INFLUXDB_TOKEN';
