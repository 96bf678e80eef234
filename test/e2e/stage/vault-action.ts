import { parse } from 'yaml';
import type { StandIn } from '../../actions-runner/workflow/actions.ts';

/** A Vault that trusts one role, and the secrets that the role can read, by path and key. */
export interface TrustingVault {
  readonly url: string;
  readonly role: string;
  readonly secrets: Readonly<Record<string, string>>;
}

const INPUTS = ['url', 'method', 'role', 'secrets', 'exportEnv'];

/**
 * Replaces hashicorp/vault-action with the JWT method: sets an output for each secret. Unlike the real action, it requires that a
 * secret has a name and is not exported to the environment.
 */
export function vaultAction(workflow: string, vault: TrustingVault): StandIn {
  return async ({ inputs, print }) => {
    const unknown = Object.keys(inputs).find((name) => !INPUTS.includes(name));
    if (unknown !== undefined) throw new Error(`unexpected input: ${unknown}`);
    if (parse(workflow).permissions?.['id-token'] !== 'write')
      throw new Error('Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable');
    if (inputs['url'] !== vault.url) throw new Error(`getaddrinfo ENOTFOUND ${inputs['url']}`);
    if (inputs['method'] !== 'jwt') throw new Error(`Method not supported: ${inputs['method']}`);
    if (inputs['role'] !== vault.role) throw new Error(`role "${inputs['role']}" could not be found`);
    if (inputs['exportEnv'] !== 'false')
      throw new Error('the secret would be in the environment of every step');
    const outputs = secretsIn(inputs['secrets'] ?? '', vault.secrets);
    for (const value of Object.values(outputs)) print(`::add-mask::${value}`);
    return outputs;
  };
}

/** Parses `PATH KEY | OUTPUT` entries, separated by semicolons. */
function secretsIn(text: string, secrets: TrustingVault['secrets']): Record<string, string> {
  const entries = text.split(';').filter((entry) => entry.trim() !== '');
  return Object.fromEntries(
    entries.map((entry) => {
      const [, path, key, output = ''] = /^\s*(\S+)\s+(\S+)\s*\|\s*(\S+)\s*$/.exec(entry) ?? [];
      const value = secrets[`${path} ${key}`];
      if (value === undefined) throw new Error(`Unable to retrieve result for ${entry.trim()}`);
      return [output, value];
    }),
  );
}
