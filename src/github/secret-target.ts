/** SecretHolder is what holds secrets on GitHub. */
export type SecretHolder =
  | { readonly kind: 'repository' | 'dependabot'; readonly owner: string; readonly repo: string }
  | {
      readonly kind: 'environment';
      readonly owner: string;
      readonly repo: string;
      /** May hold slashes and spaces. */
      readonly environment: string;
    }
  | { readonly kind: 'organization'; readonly owner: string };

/** SecretTarget is one secret that receives a line's tokens. */
export interface SecretTarget {
  readonly holder: SecretHolder;
  readonly name: string;
  /** As the workflow's author wrote it: `env:production = INFLUXDB_TOKEN`. */
  readonly label: string;
}
