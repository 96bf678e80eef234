/** GithubOptions choose which GitHub is played. */
export interface GithubOptions {
  /** What stands before every path: nothing on github.com (default), `/api/v3` on GitHub Enterprise Server. */
  readonly basePath?: '' | '/api/v3';
  /** The server's time in milliseconds since 1970, also seen in the Date header. Default: the machine's. */
  readonly clock?: () => number;
}

/** GithubSettings are the options with every default filled in. */
export type GithubSettings = Required<GithubOptions>;

/** githubSettingsFrom fills in the defaults. */
export function githubSettingsFrom(options: GithubOptions): GithubSettings {
  return { basePath: '', clock: Date.now, ...options };
}
