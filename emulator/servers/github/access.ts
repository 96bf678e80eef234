import { randomBytes } from 'node:crypto';
import type { GithubRoute } from './github-path.ts';
import { GithubRefusal } from './github-refusal.ts';

/** GithubPermission is the name of a permission in tests. */
export type GithubPermission =
  | 'secrets'
  | 'environments'
  | 'dependabotSecrets'
  | 'organizationSecrets'
  | 'actions';

/** GithubTokenSeed lists what a token can do. Omitted permissions are missing. By default, a token sees everything. */
export type GithubTokenSeed = { readonly [permission in GithubPermission]?: 'read' | 'write' } & {
  /**
   * `personal` is a fine-grained personal access token (default), and `app` is the token of an App's installation. `job` is the
   * job's own `GITHUB_TOKEN`, which never has a permission for secrets.
   */
  readonly kind?: 'personal' | 'app' | 'job';
  /** `OWNER/REPO` of each repository that the token sees. Default: all. */
  readonly repositories?: readonly string[];
  /** The organizations that the token sees. Default: all. */
  readonly organizations?: readonly string[];
  /** The policy of the organization that refuses the token with any permissions. Default: none. */
  readonly refusedBy?: keyof typeof POLICIES;
};

interface Need {
  readonly permission: GithubPermission;
  readonly access: 'read' | 'write';
}

/** GitHub's own messages for the policies of an organization that refuse a token. */
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

/** GithubToken is a token that GitHub knows. */
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

  /** checkPolicies refuses a request that the policies of an organization do not allow for this token. */
  checkPolicies(owner: string): void {
    const { refusedBy } = this.#seed;
    if (refusedBy !== undefined) throw POLICIES[refusedBy](owner);
  }

  /** checkPermission refuses a route if the token does not have the permission, and names the permission in a header. */
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
