/** GithubOptions select which GitHub is emulated. */
export interface GithubOptions {
  /** The beginning of every path: empty on github.com (default), `/api/v3` on GitHub Enterprise Server. */
  readonly basePath?: '' | '/api/v3';
  /** The server's time in milliseconds since 1970, which is also in the Date header. Default: the machine's time. */
  readonly clock?: () => number;
}

/** GithubSettings are the options with all defaults. */
export type GithubSettings = Required<GithubOptions>;

/** githubSettingsFrom adds the defaults. */
export function githubSettingsFrom(options: GithubOptions): GithubSettings {
  return { basePath: '', clock: Date.now, ...options };
}
