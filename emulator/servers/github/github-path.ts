import type { Location } from './location.ts';

/** Level is the kind of a secret location in the name of a route. */
export type Level = 'repository' | 'environment' | 'dependabot' | 'organization';

/** GithubRoute is the name of an operation of the API. `unknown`: the emulator does not support the path or the method. */
export type GithubRoute =
  | `GET ${Level} key`
  | `GET ${Level} secret`
  | `PUT ${Level} secret`
  | 'GET selected repositories'
  | 'GET run'
  | 'unknown';

/** GithubPath is a parsed and decoded path of the API. The things in it might not exist. */
export interface GithubPath {
  readonly route: GithubRoute;
  /** `OWNER/REPO`, in paths that start with one. */
  readonly repository?: string | undefined;
  readonly environment?: string | undefined;
  /** A name, or the number of an organization, which `Link` headers contain. */
  readonly organization?: string | number | undefined;
  readonly secret?: string | undefined;
  readonly run?: number | undefined;
}

interface PathForm {
  readonly pattern: RegExp;
  readonly routes: readonly GithubRoute[];
}

const REPOSITORY = '^/repos/(?<owner>[^/]+)/(?<repo>[^/]+)';
const ENVIRONMENT = `${REPOSITORY}/environments/(?<environment>[^/]+)`;
const ORGANIZATION = String.raw`^/(?:orgs/(?<org>[^/]+)|organizations/(?<orgId>\d{1,15}))`;
const SECRET = '(?<secret>[^/]+)';

const FORMS: readonly PathForm[] = [
  ...secretForms('repository', `${REPOSITORY}/actions/secrets`),
  ...secretForms('environment', `${ENVIRONMENT}/secrets`),
  ...secretForms('dependabot', `${REPOSITORY}/dependabot/secrets`),
  ...secretForms('organization', `${ORGANIZATION}/actions/secrets`),
  form(`${ORGANIZATION}/actions/secrets/${SECRET}/repositories`, ['GET selected repositories']),
  form(String.raw`${REPOSITORY}/actions/runs/(?<run>[1-9]\d{0,14})`, ['GET run']),
];

/** parseGithubPath parses a path. Undefined if the path is outside of the API. */
export function parseGithubPath(method: string, path: string, basePath: string): GithubPath | undefined {
  if (!path.startsWith(`${basePath}/`)) return undefined;
  const inner = path.slice(basePath.length);
  for (const { pattern, routes } of FORMS) {
    const groups = decoded(pattern.exec(inner)?.groups ?? {});
    const route = routes.find((known) => known.startsWith(`${method} `));
    if (groups !== undefined && route !== undefined) return githubPath(route, groups);
  }
  return { route: 'unknown' };
}

/** locationOf returns the secret location in a path. Undefined if there is none. */
export function locationOf({
  route,
  repository,
  environment,
  organization,
}: GithubPath): Location | undefined {
  if (organization !== undefined) return `org:${organization}`;
  if (repository === undefined || route === 'GET run') return undefined;
  const [owner, repo] = repository.split('/') as [string, string];
  if (environment !== undefined) return `env:${owner}/${repo}/${environment}`;
  return route.includes(' dependabot ') ? `dependabot:${owner}/${repo}` : `${owner}/${repo}`;
}

/** The public key comes first, because no secret can have this name. */
function secretForms(level: Level, secrets: string): PathForm[] {
  return [
    form(`${secrets}/public-key`, [`GET ${level} key`]),
    form(`${secrets}/${SECRET}`, [`GET ${level} secret`, `PUT ${level} secret`]),
  ];
}

function form(pattern: string, routes: readonly GithubRoute[]): PathForm {
  return { pattern: new RegExp(`${pattern}$`), routes };
}

function githubPath(route: GithubRoute, groups: Readonly<Record<string, string>>): GithubPath {
  const { owner, repo, environment, org, orgId, secret, run } = groups;
  return {
    route,
    repository: owner === undefined ? undefined : `${owner}/${repo}`,
    environment,
    organization: orgId === undefined ? org : Number(orgId),
    secret,
    run: run === undefined ? undefined : Number(run),
  };
}

/** A slash in a name is encoded, because a path is split before it is decoded. */
function decoded(groups: Readonly<Record<string, string | undefined>>): Record<string, string> | undefined {
  const found = Object.entries(groups).filter((entry): entry is [string, string] => entry[1] !== undefined);
  if (found.length === 0) return undefined;
  try {
    return Object.fromEntries(found.map(([name, text]) => [name, decodeURIComponent(text)]));
  } catch {
    return undefined;
  }
}
