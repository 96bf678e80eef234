import { randomBytes } from 'node:crypto';
import type { GithubRoute } from './github-path.ts';
import { GithubRefusal } from './github-refusal.ts';

/** GithubPermission is a permission of a token, as tests name it. */
export type GithubPermission =
  | 'secrets'
  | 'environments'
  | 'dependabotSecrets'
  | 'organizationSecrets'
  | 'actions';

/** GithubTokenSeed is what a token may do. What is left out it may not do; it sees everything unless told. */
export type GithubTokenSeed = { readonly [permission in GithubPermission]?: 'read' | 'write' } & {
  /**
   * `personal` is a fine-grained personal access token (default), `app` one of an App's installation, `job` is the job's
   * own `GITHUB_TOKEN`, which cannot be given any permission on secrets: of these it has none, whatever is asked for.
   */
  readonly kind?: 'personal' | 'app' | 'job';
  /** `OWNER/REPO` of those that the token sees. Default: all. */
  readonly repositories?: readonly string[];
  /** The organizations that the token sees. Default: all. */
  readonly organizations?: readonly string[];
  /** What the organization's policies have against the token, whatever its permissions. Default: nothing. */
  readonly refusedBy?: keyof typeof POLICIES;
};

interface Need {
  readonly permission: GithubPermission;
  readonly access: 'read' | 'write';
}

/** What GitHub says where a policy of the organization refuses a token, in its own words. */
const POLICIES = {
  saml: (owner: string) =>
    new GithubRefusal(
      403,
      'Resource protected by organization SAML enforcement. You must grant your Personal Access token access to this organization.',
      {
        headers: {
          'X-GitHub-SSO': `required; url=https://github.com/orgs/${owner}/sso?authorization_request=AZSCKtL4U8yX1H3sCQIVnVgmjmon5fWxks5YrqhJgah0b2tlbl9pZM4EuMz4`,
        },
        documentation:
          'https://docs.github.com/articles/authenticating-to-a-github-organization-with-saml-single-sign-on/',
      },
    ),
  'ip-allow-list': (owner: string) =>
    new GithubRefusal(
      403,
      `Although you appear to have the correct authorization credentials, the \`${owner}\` organization has an IP allow ` +
        'list enabled, and your IP address is not permitted to access this resource.',
    ),
  'token-kind': (owner: string) =>
    new GithubRefusal(
      403,
      `\`${owner}\` forbids access via a personal access token (classic). Please use a GitHub App, OAuth App, or a ` +
        'personal access token with fine-grained permissions.',
    ),
};

const PREFIXES = { personal: 'github_pat_', app: 'ghs_', job: 'ghs_' };

const HEADER_NAMES: Readonly<Record<GithubPermission, string>> = {
  secrets: 'secrets',
  environments: 'environments',
  dependabotSecrets: 'dependabot_secrets',
  organizationSecrets: 'organization_secrets',
  actions: 'actions',
};

/** GithubToken is one that GitHub knows. */
export class GithubToken {
  readonly secret: string;
  readonly #seed: GithubTokenSeed;

  constructor(seed: GithubTokenSeed) {
    this.#seed = seed;
    this.secret = `${PREFIXES[this.#kind]}${randomBytes(30).toString('hex')}`;
  }

  seesRepository(fullName: string): boolean {
    return isAmong(this.#seed.repositories, fullName);
  }

  seesOrganization(name: string): boolean {
    return isAmong(this.#seed.organizations, name);
  }

  /** checkPolicies refuses what an organization does not allow this token. */
  checkPolicies(owner: string): void {
    const { refusedBy } = this.#seed;
    if (refusedBy !== undefined) throw POLICIES[refusedBy](owner);
  }

  /** checkPermission refuses a route that the token has no permission for, and says in a header which one it takes. */
  checkPermission(route: GithubRoute): void {
    const need = needOf(route);
    if (this.#has(need)) return;
    const bearer = this.#kind === 'personal' ? 'personal access token' : 'integration';
    const accepted = `${HEADER_NAMES[need.permission]}=${need.access}`;
    throw new GithubRefusal(403, `Resource not accessible by ${bearer}`, {
      headers: { 'X-Accepted-GitHub-Permissions': accepted },
    });
  }

  get #kind(): 'personal' | 'app' | 'job' {
    return this.#seed.kind ?? 'personal';
  }

  #has({ permission, access }: Need): boolean {
    if (this.#kind === 'job' && permission !== 'actions') return false;
    const granted = this.#seed[permission];
    return granted === 'write' || granted === access;
  }
}

function needOf(route: GithubRoute): Need {
  return { permission: permissionFor(route), access: route.startsWith('PUT') ? 'write' : 'read' };
}

function permissionFor(route: GithubRoute): GithubPermission {
  if (route === 'GET run') return 'actions';
  if (route === 'GET selected repositories' || route.includes(' organization ')) return 'organizationSecrets';
  if (route.includes(' environment ')) return 'environments';
  return route.includes(' dependabot ') ? 'dependabotSecrets' : 'secrets';
}

function isAmong(names: readonly string[] | undefined, name: string): boolean {
  return names?.some((known) => known.toLowerCase() === name.toLowerCase()) ?? true;
}
