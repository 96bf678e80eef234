/** SecretHolder is what holds secrets on GitHub. */
export type SecretHolder = RepositoryHolder | OrganizationHolder;

/** RepositoryHolder is a repository, or a part of one. */
export type RepositoryHolder =
  | { readonly kind: 'repository' | 'dependabot'; readonly owner: string; readonly repo: string }
  | {
      readonly kind: 'environment';
      readonly owner: string;
      readonly repo: string;
      /** Can contain slashes and spaces. */
      readonly environment: string;
    };

/** OrganizationHolder is an organization: each of its secrets has an audience. */
export interface OrganizationHolder {
  readonly kind: 'organization';
  readonly owner: string;
}

/** Audience is which repositories of an organization see a secret: GitHub clears it unless it is sent back with a value. */
export type Audience =
  | { readonly visibility: 'all' | 'private' }
  | { readonly visibility: 'selected'; readonly repositoryIds: readonly number[] };

/** SecretTarget is one secret that receives a line's tokens. */
export interface SecretTarget {
  readonly holder: SecretHolder;
  readonly name: string;
  /** As the workflow's author wrote it: `env:production = INFLUXDB_TOKEN`. */
  readonly label: string;
}

/** SECRET_NAME_RULE ends every message about a name that no secret can have. */
export const SECRET_NAME_RULE = 'Use letters, digits, and `_`, without a leading digit or `GITHUB_`';

/** isSecretName tells whether GitHub lets a secret have a name. */
export function isSecretName(text: string): boolean {
  return /^(?!github_)[a-z_][a-z0-9_]*$/i.test(text);
}

/** isOwnerName tells whether a text has the syntax of an account's or an organization's name. */
export function isOwnerName(text: string): boolean {
  return /^(?!\.{1,2}$)[\w.-]+$/.test(text);
}

/** parseRepository reads OWNER/REPO; undefined for anything else. */
export function parseRepository(text: string): { readonly owner: string; readonly repo: string } | undefined {
  const [owner, repo, ...more] = text.split('/');
  if (owner === undefined || repo === undefined || more.length > 0) return undefined;
  // What GitHub allows in the name of an owner it allows in that of a repository, too.
  return isOwnerName(owner) && isOwnerName(repo) ? { owner, repo } : undefined;
}

/**
 * isEnvironmentName tells whether an environment can be reached under a name. Nearly any text is one; but a URL would
 * take `..` for a way up, however it is encoded.
 */
export function isEnvironmentName(text: string): boolean {
  return !/^\.{0,2}$|[\p{Cc}\p{Cs}]/u.test(text);
}
