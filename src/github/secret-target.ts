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
