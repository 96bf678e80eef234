import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StandInProgram } from './program.ts';
import { runStandIn } from './stand-in.ts';
import {
  type AccountState,
  type Call,
  type Fault,
  type Forms,
  isLive,
  type StoredManagementToken,
} from './state.ts';

const DEFAULT_FORMS: Forms = {
  created: 'json-flat',
  createdOn: 'stdout',
  dates: 'object',
  unset: 'absent',
  version: '2.12.1',
  versionOutput: 'line',
  allowed: ['list', 'create', 'revoke'],
  expiry: 'kept',
  description: 'kept',
  prefix: 'begins',
  accepted: 'at once',
};

/**
 * ManagementAccount is an account with management tokens, and an influxctl that manages them: a program that is strict about documented
 * flags and configurations, prints in every form, and fails on demand. Deletes its folder at the end of its scope.
 */
export class ManagementAccount {
  /** Contains the program `influxctl`. Nothing else, so a step can have it on its PATH. */
  readonly folder = mkdtempSync(join(tmpdir(), 'influxctl-'));
  /** The path of the program. */
  readonly program = join(this.folder, 'influxctl');
  /** A token that a person created, for the step. */
  readonly first: StoredManagementToken;

  readonly state: AccountState;
  #running: StandInProgram | undefined;

  static async start(forms: Partial<Forms> = {}): Promise<ManagementAccount> {
    const account = new ManagementAccount(forms);
    account.#running = await StandInProgram.start(account.program, (run) => runStandIn(account.state, run));
    return account;
  }

  private constructor(forms: Partial<Forms>) {
    this.state = {
      accountId: randomUUID(),
      clusterId: randomUUID(),
      tokens: [],
      forms: { ...DEFAULT_FORMS, ...forms },
      faults: [],
      calls: [],
    };
    this.first = this.seed({ description: 'GitHub Actions of acme/web' });
  }

  /** All tokens, in order of creation. */
  get tokens(): readonly StoredManagementToken[] {
    return this.state.tokens;
  }

  /** Those that are neither revoked nor expired. */
  get live(): StoredManagementToken[] {
    return this.tokens.filter((token) => isLive(token));
  }

  /** The runs of influxctl, in their order. */
  get calls(): readonly Call[] {
    return this.state.calls;
  }

  /** The commands of these runs, without `version`. */
  get trace(): string[] {
    return this.calls.map(({ command }) => command).filter((command) => command !== 'version');
  }

  /** seed puts a token into the account. */
  seed(token: Partial<StoredManagementToken> = {}): StoredManagementToken {
    const seeded: StoredManagementToken = {
      id: randomUUID(),
      accountId: this.state.accountId,
      secret: `M.V1.${randomBytes(48).toString('base64url')}`,
      description: 'a token',
      createdBy: 'ada@example.com',
      createdAt: Date.now() - 30 * 24 * 3_600_000,
      ...token,
    };
    this.state.tokens = [...this.state.tokens, seeded];
    return seeded;
  }

  /** fail plans a fault for one call of a command, counted from now on. */
  fail(command: string, fault: Fault, call = 0): void {
    const made = this.calls.filter((one) => one.command === command).length;
    this.state.faults = [...this.state.faults, { command, call: made + call, fault }];
  }

  /** form changes what influxctl prints from now on. */
  form(forms: Partial<Forms>): void {
    this.state.forms = { ...this.state.forms, ...forms };
  }

  /** timeGoesBy makes everything older. */
  timeGoesBy(ms: number): void {
    this.state.tokens = this.tokens.map((token) => ({
      ...token,
      createdAt: token.createdAt - ms,
      ...(token.expiresAt === undefined ? {} : { expiresAt: token.expiresAt - ms }),
      ...(token.revokedAt === undefined ? {} : { revokedAt: token.revokedAt - ms }),
    }));
  }

  [Symbol.dispose](): void {
    this.#running?.[Symbol.dispose]();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
