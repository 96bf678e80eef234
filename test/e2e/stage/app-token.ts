import type { GithubPermission } from '../../../emulator/servers/github/access.ts';
import type { GithubEmulator } from '../../../emulator/servers/github/github-emulator.ts';
import type { StandIn } from '../../actions-runner/workflow/actions.ts';

/** GithubApp is an App that is installed on all existing repositories, with its permissions. */
export interface GithubApp {
  readonly clientId: string;
  readonly privateKey: string;
  readonly permissions: readonly GithubPermission[];
}

/** The permissions of an App that the emulator knows, as inputs of the action. */
const PERMISSIONS: Readonly<
  Record<string, { readonly to: GithubPermission; readonly access: 'read' | 'write' }>
> = {
  'permission-secrets': { to: 'secrets', access: 'write' },
  'permission-environments': { to: 'environments', access: 'write' },
  'permission-dependabot-secrets': { to: 'dependabotSecrets', access: 'write' },
  'permission-organization-secrets': { to: 'organizationSecrets', access: 'write' },
  'permission-actions': { to: 'actions', access: 'read' },
};

const OTHER_INPUTS = ['client-id', 'private-key', 'owner', 'repositories'];

/**
 * appTokens replaces actions/create-github-app-token. It creates tokens of an App with only the requested permissions and
 * repositories. Unlike the real action, it requires that the permissions are named.
 */
export function appTokens(github: GithubEmulator, app: GithubApp, repository: string): StandIn {
  return async ({ inputs, print }) => {
    const unknown = Object.keys(inputs).find((name) => !(name in PERMISSIONS || OTHER_INPUTS.includes(name)));
    if (unknown !== undefined) throw new Error(`unexpected input: ${unknown}`);
    if (inputs['client-id'] !== app.clientId) throw new Error(`there is no App ${inputs['client-id']}`);
    if (inputs['private-key'] !== app.privateKey) throw new Error('this is not the private key of the App');
    const token = github.token({
      kind: 'app',
      ...grantsOf(inputs, app),
      ...scopeOf(inputs, repository),
    });
    print(`::add-mask::${token}`);
    return { token };
  };
}

function grantsOf(
  inputs: Readonly<Record<string, string>>,
  app: GithubApp,
): Record<string, 'read' | 'write'> {
  const asked = Object.entries(PERMISSIONS).filter(([name]) => name in inputs);
  if (asked.length === 0) throw new Error('ask for permissions, or the token can do all that the App can');
  for (const [name, { to, access }] of asked) {
    if (inputs[name] !== access) throw new Error(`${name}: ${inputs[name]} is not what is needed`);
    if (!app.permissions.includes(to)) throw new Error(`the App does not have ${name}`);
  }
  return Object.fromEntries(asked.map(([, { to, access }]) => [to, access]));
}

/** The repositories of the token. Without an owner, only the repository of the workflow. With an owner, the named ones or all. */
function scopeOf(
  { owner, repositories }: Readonly<Record<string, string>>,
  repository: string,
): { readonly repositories?: readonly string[] } {
  if (repositories === undefined) return owner === undefined ? { repositories: [repository] } : {};
  const names = repositories.split(/[\n,]/).map((name) => name.trim());
  return { repositories: names.map((name) => `${owner ?? repository.replace(/\/.*/, '')}/${name}`) };
}
