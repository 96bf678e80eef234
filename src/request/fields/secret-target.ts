/** SecretLocation is the location of secrets on GitHub. */
export type SecretLocation = RepositoryLocation | OrganizationLocation;

/** RepositoryLocation is a repository, or a part of one. */
export type RepositoryLocation =
  | { readonly kind: 'repository' | 'dependabot'; readonly owner: string; readonly repo: string }
  | {
      readonly kind: 'environment';
      readonly owner: string;
      readonly repo: string;
      /** Can contain slashes and spaces. */
      readonly environment: string;
    };

/** OrganizationLocation is an organization. Each of its secrets has an audience. */
export interface OrganizationLocation {
  readonly kind: 'organization';
  readonly owner: string;
}

/** Audience says which repositories can use a secret of an organization. GitHub clears it if a write does not contain it. */
export type Audience =
  | { readonly visibility: 'all' | 'private' }
  | { readonly visibility: 'selected'; readonly repositoryIds: readonly number[] };

/** SecretTarget is one secret that receives the tokens of a series. */
export interface SecretTarget {
  readonly location: SecretLocation;
  readonly name: string;
  /** The target as the author of the workflow wrote it: `env:production = INFLUXDB_TOKEN`. */
  readonly label: string;
}

/** OwnRepository is the repository of this run. */
export interface OwnRepository {
  readonly owner: string;
  readonly repo: string;
}

/** SECRET_PERMISSIONS are the permissions that a token needs to replace secrets. */
export const SECRET_PERMISSIONS: Readonly<Record<SecretLocation['kind'], string>> = {
  repository: 'Secrets: write',
  environment: 'Environments: write',
  dependabot: 'Dependabot secrets: write',
  organization: 'Organization secrets: write',
};

/** Flaw is the problem of an item of `store-in`. */
export interface Flaw {
  /** The rest of a sentence that starts with the item. */
  readonly problem: string;
  /** A sentence about valid items, if it is not clear what was meant. */
  readonly rule: string;
}

/** parseLocation parses the text before the `=` in a line of `store-in`. */
export function parseLocation(text: string, own: OwnRepository): SecretLocation | Flaw {
  const [typed = '', ...rest] = text.split(':');
  const path = rest.length > 0 ? rest.join(':').trim() : undefined;
  switch (typed.trim()) {
    case 'repo':
      return inRepository('repository', path, own) ?? wrongRepository('repo', own);
    case 'dependabot':
      return inRepository('dependabot', path, own) ?? wrongRepository('dependabot', own);
    case 'env':
      return inEnvironment(path ?? '', own) ?? wrongEnvironment(own);
    case 'org':
      return path !== undefined && isOwnerName(path)
        ? { kind: 'organization', owner: path }
        : { problem: 'does not name an organization', rule: `Write \`org:${own.owner} = NAME\`.` };
    default:
      return {
        problem: 'does not say where the secret is',
        rule: 'Use `repo`, `env:ENVIRONMENT`, `dependabot`, or `org:OWNER`.',
      };
  }
}

function inRepository(
  kind: 'repository' | 'dependabot',
  path: string | undefined,
  own: OwnRepository,
): SecretLocation | undefined {
  const repository = path === undefined ? own : parseRepository(path);
  return repository && { kind, ...repository };
}

/** Two or more slashes mean an environment of another repository, whose name can also contain slashes. */
function inEnvironment(path: string, own: OwnRepository): SecretLocation | undefined {
  const [owner, repo, ...rest] = path.split('/');
  const elsewhere = rest.length > 0;
  const repository = elsewhere ? parseRepository(`${owner}/${repo}`) : own;
  const environment = elsewhere ? rest.join('/') : path;
  return repository && isEnvironmentName(environment)
    ? { kind: 'environment', ...repository, environment }
    : undefined;
}

function wrongRepository(kind: 'repo' | 'dependabot', { owner, repo }: OwnRepository): Flaw {
  return {
    problem: 'does not name a repository',
    rule: `Write \`${kind} = NAME\` for this repository (${owner}/${repo}), or \`${kind}:OWNER/REPO = NAME\`.`,
  };
}

function wrongEnvironment({ owner, repo }: OwnRepository): Flaw {
  return {
    problem: 'does not name an environment',
    rule:
      `Write \`env:ENVIRONMENT = NAME\` for an environment of this repository (${owner}/${repo}), or ` +
      '`env:OWNER/REPO/ENVIRONMENT = NAME`. An `env:` with two or more slashes is always read as OWNER/REPO/ENVIRONMENT.',
  };
}

/** SECRET_NAME_RULE is the end of every message about an invalid name of a secret. */
export const SECRET_NAME_RULE =
  'Use only letters, digits, and `_`. The name must not start with a digit or `GITHUB_`';

/** isSecretName tells whether GitHub allows a name for a secret. */
export function isSecretName(text: string): boolean {
  return /^(?!github_)[a-z_][a-z0-9_]*$/i.test(text);
}

/** isOwnerName tells whether a text has the syntax of an account's or an organization's name. */
function isOwnerName(text: string): boolean {
  return /^(?!\.{1,2}$)[\w.-]+$/.test(text);
}

/** parseRepository parses OWNER/REPO. Undefined for any other text. */
export function parseRepository(text: string): { readonly owner: string; readonly repo: string } | undefined {
  const [owner, repo, ...more] = text.split('/');
  if (owner === undefined || repo === undefined || more.length > 0) return undefined;
  // GitHub allows every owner name also as the name of a repository.
  return isOwnerName(owner) && isOwnerName(repo) ? { owner, repo } : undefined;
}

/**
 * isEnvironmentName tells whether a text is a usable name of an environment. Nearly every text is, but in a URL, `..` would lead to
 * another path in any encoding, and quotes around a name are meant for YAML.
 */
function isEnvironmentName(text: string): boolean {
  return !/^\.{0,2}$|[\p{Cc}\p{Cs}]|(?!\u200d)\p{Cf}|^(["'`]).*\1$/u.test(text);
}
