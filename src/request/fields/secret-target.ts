import { nearestName } from '../../tokens/databases.ts';

/** SecretHolder is where secrets are on GitHub. */
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

/** SecretTarget is one secret that receives the tokens of a series. */
export interface SecretTarget {
  readonly holder: SecretHolder;
  readonly name: string;
  /** As the workflow's author wrote it: `env:production = INFLUXDB_TOKEN`. */
  readonly label: string;
}

/** OwnRepository is the repository of this run. */
export interface OwnRepository {
  readonly owner: string;
  readonly repo: string;
}

const KINDS = ['repo', 'env', 'dependabot', 'org'] as const;

/**
 * parseHolder reads what stands before the `=` of a line of `store-in`. Returns what is wrong with it, as the rest of a
 * sentence, where it names no holder of secrets.
 */
export function parseHolder(text: string, own: OwnRepository): SecretHolder | string {
  const [typed = '', ...rest] = text.split(':');
  const location = rest.length > 0 ? rest.join(':').trim() : undefined;
  switch (typed.trim()) {
    case 'repo':
      return inRepository('repository', location, own) ?? wrongRepository('repo', own);
    case 'dependabot':
      return inRepository('dependabot', location, own) ?? wrongRepository('dependabot', own);
    case 'env':
      return inEnvironment(location ?? '', own) ?? wrongEnvironment(own);
    case 'org':
      return location !== undefined && isOwnerName(location)
        ? { kind: 'organization', owner: location }
        : `does not name an organization. Write \`org:${own.owner} = NAME\`.`;
    default:
      return unknownKind(typed.trim(), location);
  }
}

function inRepository(
  kind: 'repository' | 'dependabot',
  location: string | undefined,
  own: OwnRepository,
): SecretHolder | undefined {
  const repository = location === undefined ? own : parseRepository(location);
  return repository && { kind, ...repository };
}

/** With two slashes or more an environment of another repository is meant: its own name may hold them as well. */
function inEnvironment(location: string, own: OwnRepository): SecretHolder | undefined {
  const [owner, repo, ...rest] = location.split('/');
  const elsewhere = rest.length > 0;
  const repository = elsewhere ? parseRepository(`${owner}/${repo}`) : own;
  const environment = elsewhere ? rest.join('/') : location;
  return repository && isEnvironmentName(environment)
    ? { kind: 'environment', ...repository, environment }
    : undefined;
}

function wrongRepository(kind: 'repo' | 'dependabot', { owner, repo }: OwnRepository): string {
  return (
    `does not name a repository. Write \`${kind} = NAME\` for this repository (${owner}/${repo}), or ` +
    `\`${kind}:OWNER/REPO = NAME\`.`
  );
}

function wrongEnvironment({ owner, repo }: OwnRepository): string {
  return (
    `does not name an environment. Write \`env:ENVIRONMENT = NAME\` for an environment of this repository ` +
    `(${owner}/${repo}), or \`env:OWNER/REPO/ENVIRONMENT = NAME\`. An \`env:\` with two or more slashes is always read as OWNER/REPO/ENVIRONMENT.`
  );
}

function unknownKind(typed: string, location: string | undefined): string {
  // Such as `environment:production` or `Repo`.
  const meant = KINDS.find((kind) => typed.toLowerCase().startsWith(kind)) ?? nearestName(typed, KINDS);
  const hint = meant && ` Did you mean \`${meant}${location === undefined ? '' : `:${location}`} = NAME\`?`;
  return `does not say where the secret is.${hint ?? ''} Use \`repo\`, \`env:ENVIRONMENT\`, \`dependabot\`, or \`org:OWNER\`.`;
}

/** SECRET_NAME_RULE ends every message about a name that no secret can have. */
export const SECRET_NAME_RULE = 'Use letters, digits, and `_`, without a leading digit or `GITHUB_`';

/** isSecretName tells whether GitHub lets a secret have a name. */
export function isSecretName(text: string): boolean {
  return /^(?!github_)[a-z_][a-z0-9_]*$/i.test(text);
}

/** isOwnerName tells whether a text has the syntax of an account's or an organization's name. */
function isOwnerName(text: string): boolean {
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
function isEnvironmentName(text: string): boolean {
  return !/^\.{0,2}$|[\p{Cc}\p{Cs}]/u.test(text);
}
