import type { GithubTokenSeed } from '../../emulator/servers/github/access.ts';
import { GithubEmulator } from '../../emulator/servers/github/github-emulator.ts';
import type { Location } from '../../emulator/servers/github/location.ts';
import type { GithubOptions } from '../../emulator/servers/github/options.ts';
import { Secret } from '../../src/base/secret.ts';
import { type GithubClient, githubClient } from '../../src/github/client.ts';
import { secretStore, workflowRuns } from '../../src/github/github-api.ts';
import { githubRetryRule } from '../../src/github/rate-limit.ts';
import type { SecretStore } from '../../src/github/secret-store.ts';
import type { WorkflowRuns } from '../../src/github/workflow-run.ts';
import type { Transport } from '../../src/http/messages.ts';
import { type RequestPolicy, Requests } from '../../src/http/requests.ts';
import { HttpTransport } from '../../src/http/transport.ts';
import type { SecretLocation, SecretTarget } from '../../src/request/fields/secret-target.ts';
import { FakeClock } from '../fake-clock.ts';

/** The value to store. */
export const VALUE = new Secret('apiv1_the-new-token');

const EVERYTHING: GithubTokenSeed = {
  secrets: 'write',
  environments: 'write',
  dependabotSecrets: 'write',
  organizationSecrets: 'write',
  actions: 'read',
};

/**
 * HOLDERS contains one location of each kind, in the form of the action and in the form of the emulator. Some names need special
 * care.
 */
export const HOLDERS: readonly (readonly [SecretLocation, Location])[] = [
  [{ kind: 'repository', owner: 'acme', repo: 'web' }, 'acme/web'],
  [{ kind: 'environment', owner: 'acme', repo: 'web', environment: 'production' }, 'env:acme/web/production'],
  [
    { kind: 'environment', owner: 'acme', repo: 'web', environment: 'eu/blue green?#%' },
    'env:acme/web/eu/blue green?#%',
  ],
  [{ kind: 'dependabot', owner: 'acme', repo: 'web' }, 'dependabot:acme/web'],
  [{ kind: 'organization', owner: 'acme' }, 'org:acme'],
];

/** targetOf is the secret NAME in a location, with the kind of the location as its label. */
export function targetOf(location: SecretLocation, name = 'NAME'): SecretTarget {
  return { location, name, label: `${location.kind} = ${name}` };
}

/** REPOSITORY is the secret of the repository, for tests in which the location does not matter. */
export const REPOSITORY = targetOf({ kind: 'repository', owner: 'acme', repo: 'web' });

/** ORGANIZATION is the secret of the organization. */
export const ORGANIZATION = targetOf({ kind: 'organization', owner: 'acme' });

interface SceneChange {
  readonly apiUrl?: string;
  readonly policy?: Partial<RequestPolicy>;
  readonly transport?: Transport;
}

/** GithubScene is a GitHub with one location of each kind, and the clients that call it. */
export class GithubScene {
  readonly emulator: GithubEmulator;
  /** The ID of `acme/web`. */
  readonly repositoryId: string;
  readonly clock: FakeClock;

  /** start starts the scene. Pauses take no time, and GitHub's clock is the runner's. */
  static async start(options: GithubOptions = {}): Promise<GithubScene> {
    const clock = new FakeClock();
    const emulator = await GithubEmulator.start({ clock: () => clock.now(), ...options });
    emulator.organization('acme');
    const { id } = emulator.repository('acme/web', { environments: ['production', 'eu/blue green?#%'] });
    emulator.run({ id: 4711 });
    return new GithubScene(emulator, { clock, repositoryId: String(id) });
  }

  private constructor(
    emulator: GithubEmulator,
    { clock, repositoryId }: { readonly clock: FakeClock; readonly repositoryId: string },
  ) {
    this.emulator = emulator;
    this.clock = clock;
    this.repositoryId = repositoryId;
  }

  /** github is a client whose token has all permissions by default. */
  github(token: GithubTokenSeed | '' = EVERYTHING, change: SceneChange = {}): SecretStore & WorkflowRuns {
    const { apiUrl = this.emulator.apiUrl } = change;
    const secret = new Secret(token === '' ? '' : this.emulator.token(token));
    const requests = this.#requests(change);
    return {
      ...secretStore(apiUrl, secret, requests),
      ...workflowRuns({ githubApiUrl: apiUrl }, secret, requests),
    };
  }

  /** client is the client with which `github` sends its requests. */
  client(change: SceneChange = {}): GithubClient {
    const token = new Secret(this.emulator.token(EVERYTHING));
    return githubClient({ token, input: 'store-token' }, this.emulator.apiUrl, this.#requests(change));
  }

  #requests({ policy, transport = new HttpTransport({ kind: 'default' }) }: SceneChange): Requests {
    return new Requests({
      transport,
      clock: this.clock,
      random: () => 0.5,
      note: () => {},
      policy: { timeoutMs: 5_000, retries: 2, retryRule: githubRetryRule, ...policy },
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.emulator.stop();
  }
}
