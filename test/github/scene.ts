import type { GithubTokenSeed } from '../../emulator/servers/github/access.ts';
import { GithubEmulator } from '../../emulator/servers/github/github-emulator.ts';
import type { Holder } from '../../emulator/servers/github/holder.ts';
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
import type { SecretHolder, SecretTarget } from '../../src/request/fields/secret-target.ts';
import { FakeClock } from '../fake-clock.ts';

/** What is to be stored. */
export const VALUE = new Secret('apiv1_the-new-token');

const EVERYTHING: GithubTokenSeed = {
  secrets: 'write',
  environments: 'write',
  dependabotSecrets: 'write',
  organizationSecrets: 'write',
  actions: 'read',
};

/** HOLDERS are one of each kind, with some names that need care, as the action and as the emulator call them. */
export const HOLDERS: readonly (readonly [SecretHolder, Holder])[] = [
  [{ kind: 'repository', owner: 'acme', repo: 'web' }, 'acme/web'],
  [{ kind: 'environment', owner: 'acme', repo: 'web', environment: 'production' }, 'env:acme/web/production'],
  [
    { kind: 'environment', owner: 'acme', repo: 'web', environment: 'eu/blue green?#%' },
    'env:acme/web/eu/blue green?#%',
  ],
  [{ kind: 'dependabot', owner: 'acme', repo: 'web' }, 'dependabot:acme/web'],
  [{ kind: 'organization', owner: 'acme' }, 'org:acme'],
];

/** targetOf is the secret NAME of a holder, which is called by its kind. */
export function targetOf(holder: SecretHolder, name = 'NAME'): SecretTarget {
  return { holder, name, label: `${holder.kind} = ${name}` };
}

/** REPOSITORY is the secret of the repository, for tests that any holder would do for. */
export const REPOSITORY = targetOf({ kind: 'repository', owner: 'acme', repo: 'web' });

/** ORGANIZATION is the secret of the organization. */
export const ORGANIZATION = targetOf({ kind: 'organization', owner: 'acme' });

interface SceneChange {
  readonly apiUrl?: string;
  readonly policy?: Partial<RequestPolicy>;
  readonly transport?: Transport;
}

/** GithubScene is a GitHub that has one of everything, and what speaks to it. */
export class GithubScene {
  readonly emulator: GithubEmulator;
  /** The ID of `acme/web`. */
  readonly repositoryId: string;
  readonly clock: FakeClock;

  /** start brings it up. Its pauses take no time, and GitHub's clock is the runner's. */
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

  /** github speaks with a token that may do everything, unless told otherwise. */
  github(token: GithubTokenSeed | '' = EVERYTHING, change: SceneChange = {}): SecretStore & WorkflowRuns {
    const { apiUrl = this.emulator.apiUrl } = change;
    const secret = new Secret(token === '' ? '' : this.emulator.token(token));
    const requests = this.#requests(change);
    return {
      ...secretStore(apiUrl, secret, requests),
      ...workflowRuns({ githubApiUrl: apiUrl }, secret, requests),
    };
  }

  /** client is what `github` sends its requests with. */
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
