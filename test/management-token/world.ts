import { Failure } from '../../src/base/errors.ts';
import { Secret } from '../../src/base/secret.ts';
import type { StoreResult } from '../../src/github/secret-store.ts';
import type { CreateResult, Influxctl } from '../../src/management-token/influxctl.ts';
import type { RotateResult } from '../../src/management-token/outcome.ts';
import type { RotateRequest } from '../../src/management-token/request.ts';
import { revokeLeftovers } from '../../src/management-token/revoke-tokens.ts';
import { type RotateDeps, rotate } from '../../src/management-token/rotate.ts';
import { type ManagementLedgerHeader, readManagementLedger } from '../../src/management-token/state.ts';
import type { ManagementToken } from '../../src/management-token/token.ts';
import { hasLeftover, Ledger } from '../../src/operations/ledger.ts';
import type { RunContext } from '../../src/request/run-context.ts';
import { twoClocks } from '../../src/tokens/clocks.ts';
import { wholeSeconds } from '../../src/tokens/dates.ts';
import { FakeClock } from '../fake-clock.ts';
import { fakeRunner } from '../fake-runner.ts';

export const DAY = 24 * 3_600_000;

/** Harm is what goes wrong at one call to the outside. `lost`: the effect takes place, and the caller hears of a failure. */
export const HARMS = ['killed before', 'killed after', 'fails', 'lost'] as const;
export type Harm = (typeof HARMS)[number];

/** Setting is what stays the same in a history. */
export interface Setting {
  readonly targets: number;
  /** How long each call takes. With nothing, everything happens within one second. */
  readonly callMs: number;
  /** By how much GitHub's clock is ahead. */
  readonly githubAheadMs: number;
  /** Whether the step uses what the secrets contain, or a management token of its own. */
  readonly uses: 'the stored token' | 'its own token';
  readonly renewBeforeMs: number | undefined;
}

/** Disturbance is one thing that goes wrong in one run. */
export interface Disturbance {
  /** The number of the call. */
  readonly call: number;
  readonly harm: Harm;
  /** Whether the post step runs after it, or the runner is dead. */
  readonly post: boolean;
  /** The run has no `renew-before`, so it rotates in any case. */
  readonly forced?: boolean;
}

class Killed extends Error {}

interface Stored extends ManagementToken {
  readonly secret: string;
}

/** World is an account, secrets, and runs of a rotation, without any process or request. Time passes only where it says so. */
export class World {
  readonly clock = new FakeClock();
  readonly outages: string[] = [];
  /** The calls of the last run. */
  calls: string[] = [];
  readonly #setting: Setting;
  #tokens: Stored[] = [];
  readonly #secrets: { value: string; storedAt: number }[] = [];
  readonly #endedRuns = new Set<string>();
  readonly #own: Stored;
  #count = 0;
  #disturbance: Disturbance | undefined;

  constructor(setting: Setting) {
    this.#setting = setting;
    const first = this.#add('by hand', undefined);
    this.#own = this.#add('of the administrators', undefined);
    this.clock.advance(30 * DAY);
    for (let index = 0; index < setting.targets; index++) {
      this.#secrets.push({ value: first.secret, storedAt: this.#githubNow() - 29 * DAY });
    }
  }

  /** Runs a rotation, which one disturbance hits, and its post step, unless the runner is dead. */
  async run(disturbance?: Disturbance): Promise<RotateResult | 'killed'> {
    this.#disturbance = disturbance;
    this.calls = [];
    const runId = String(++this.#count);
    let saved = '';
    const ledger = new Ledger((text) => (saved = text), HEADER);
    let result: RotateResult | 'killed';
    try {
      result = await rotate(this.#request(runId), this.#deps(ledger));
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
      result = 'killed';
    }
    const isDead = disturbance?.post === false && this.calls.length > disturbance.call;
    this.#disturbance = undefined;
    const ofRun = () =>
      this.liveTagged.filter(({ description }) => description.includes(` ${runId}.1 pending `));
    const wasStoring = this.calls.includes('store');
    if (saved !== '' && !isDead) {
      const open = readManagementLedger(saved).attempts.filter(hasLeftover);
      await revokeLeftovers(new Set(open.map(({ nonce }) => nonce)), this.#influxctl());
    }
    if (!isDead && !wasStoring && ofRun().length > 0) this.outages.push('a token that nobody has is left');
    this.#endedRuns.add(runId);
    return result;
  }

  /** The live tokens that a rotation created. */
  get liveTagged(): Stored[] {
    return this.#tokens.filter((token) => this.#isLive(token) && token.description.includes(' [gha:'));
  }

  /** What the secrets contain. */
  get stored(): (Stored | undefined)[] {
    return this.#secrets.map(({ value }) => this.#tokens.find(({ secret }) => secret === value));
  }

  get firstIsLive(): boolean {
    return this.#tokens.some((token) => token.description === 'by hand' && this.#isLive(token));
  }

  /** One call to the outside. */
  async #call<Result>(
    name: string,
    effect: () => Result,
    failure: (error: Failure) => Result,
  ): Promise<Result> {
    const harm = this.#disturbance?.call === this.calls.length ? this.#disturbance.harm : undefined;
    this.calls.push(name);
    this.clock.advance(this.#setting.callMs);
    const failed = () => failure(new Failure('influxctl-failed', `${name} failed`));
    if (harm === 'killed before') throw new Killed();
    if (harm === 'fails') return failed();
    const result = effect();
    this.#look(name);
    if (harm === 'killed after') throw new Killed();
    return harm === 'lost' ? failed() : result;
  }

  /** The invariant. */
  #look(name: string): void {
    for (const [index, token] of this.stored.entries()) {
      if (!token || !this.#isLive(token)) this.outages.push(`after ${name}, secret ${index} is not accepted`);
    }
  }

  #influxctl(): Influxctl {
    const throwing = (error: Failure): never => {
      throw error;
    };
    return {
      list: () => this.#call('list', () => this.#tokens.map(({ secret: _, ...token }) => token), throwing),
      create: ({ description, expiresAt }) =>
        this.#call<CreateResult>(
          'create',
          () => {
            const { secret } = this.#add(description, expiresAt === 'never' ? undefined : expiresAt);
            return { kind: 'printed', candidates: [new Secret(secret)] };
          },
          (error) => ({ kind: 'unknown', error }),
        ),
      revoke: (ids) =>
        this.#call(
          'revoke',
          () => {
            this.#tokens = this.#tokens.map((token) =>
              ids.includes(token.id) ? { ...token, revokedAt: this.clock.now() } : token,
            );
          },
          throwing,
        ),
    };
  }

  #github(): RotateDeps['github'] {
    const date = () => wholeSeconds(this.#githubNow());
    return {
      readMetadata: (target) =>
        this.#call(
          'readMetadata',
          () => ({
            target,
            storedAt: this.#secretOf(target.name).storedAt,
            key: { id: '1', publicKey: 'k' },
            date: date(),
          }),
          (error) => {
            throw error;
          },
        ),
      store: ({ target }, secret) =>
        this.#call<StoreResult>(
          'store',
          () => {
            Object.assign(this.#secretOf(target.name), { value: secret.reveal(), storedAt: date() });
            return { kind: 'stored' };
          },
          (error) => ({ kind: 'unclear', error }),
        ),
      run: async (_, runId) => ({
        kind: 'found',
        runId,
        repositoryId: RUN.repositoryId,
        status: this.#endedRuns.has(runId) ? 'completed' : 'in_progress',
        attempt: 1,
      }),
    };
  }

  #secretOf(name: string): { value: string; storedAt: number } {
    const secret = this.#secrets[Number(name.replace('SECRET_', ''))];
    if (!secret) throw new Error(`there is no ${name}`);
    return secret;
  }

  #deps(ledger: Ledger): RotateDeps {
    const used = this.#setting.uses === 'its own token' ? this.#own.secret : this.#secrets[0]?.value;
    return {
      influxctl: this.#influxctl(),
      github: this.#github(),
      credential: new Secret(used ?? ''),
      check: (secret) =>
        this.#call<Failure | undefined>(
          'check',
          () => (this.#accepts(secret.reveal()) ? undefined : new Failure('token-not-accepted', 'no')),
          (error) => error,
        ),
      clocks: () =>
        this.#call(
          'clocks',
          () => twoClocks(wholeSeconds(this.clock.now()), this.clock.now()),
          (error) => {
            throw error;
          },
        ),
      runner: fakeRunner(),
      progress: () => {},
      longWork: () => {},
      clock: this.clock,
      nonce: () => this.#hex(16),
      ledger,
      timeoutMs: 1000,
    };
  }

  #request(runId: string): RotateRequest {
    const { targets, renewBeforeMs } = this.#setting;
    return {
      operation: 'rotate',
      run: { ...RUN, runId },
      description: 'series',
      tokenId: this.#tokens[0]?.id ?? '',
      expiresAt: wholeSeconds(this.clock.now()) + 90 * DAY,
      storeIn: {
        targets: Array.from({ length: targets }, (_, index) => ({
          location: { kind: 'repository', owner: 'acme', repo: 'web' },
          name: `SECRET_${index}`,
          label: `repo = SECRET_${index}`,
        })),
        laterSteps: false,
      },
      ...(renewBeforeMs === undefined || this.#disturbance?.forced ? {} : { renewBeforeMs }),
      gracePeriodMs: 3_600_000,
      dryRun: false,
    } as Omit<
      RotateRequest,
      'connection' | 'profile' | 'where' | 'storeToken' | 'githubToken'
    > as RotateRequest;
  }

  #add(description: string, expiresAt: number | undefined): Stored {
    const secret = `M.V1.${this.#hex(32)}`;
    const token: Stored = {
      id: `00000000-0000-0000-0000-${String(this.#tokens.length).padStart(12, '0')}`,
      description,
      prefix: secret.slice(0, 9),
      accountId: '',
      createdBy: '',
      createdAt: this.clock.now(),
      expiresAt: expiresAt ?? 'unset',
      revokedAt: 'unset',
      secret,
    };
    this.#tokens.push(token);
    return token;
  }

  #accepts(secret: string): boolean {
    return this.#tokens.some((token) => token.secret === secret && this.#isLive(token));
  }

  #isLive({ revokedAt, expiresAt }: Stored): boolean {
    return revokedAt === 'unset' && (typeof expiresAt !== 'number' || expiresAt > this.clock.now());
  }

  #githubNow(): number {
    return this.clock.now() + this.#setting.githubAheadMs;
  }

  #lastHex = 0x1000;

  /** Four digits that are new each time come first, so that prefixes differ. */
  #hex(length: number): string {
    return (this.#lastHex++).toString(16).padEnd(length, '0');
  }
}

const RUN: Omit<RunContext, 'runId'> = {
  server: 'github.com',
  repository: 'acme/web',
  repositoryId: '4711',
  runAttempt: '1',
  workflow: 'w',
  job: 'j',
  githubApiUrl: '',
};

const HEADER: ManagementLedgerHeader = {
  program: { path: '/influxctl', environment: {} },
  profile: { product: 'dedicated', accountId: '', clusterId: '', host: '', port: '', tls: true },
  timeoutMs: 1000,
  fingerprints: [],
  hasCertificates: false,
};
