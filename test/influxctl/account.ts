import { randomBytes, randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type AccountState,
  type Call,
  type Fault,
  type Forms,
  isLive,
  readState,
  type StoredManagementToken,
  writeState,
} from './state.ts';

const STAND_IN = join(import.meta.dirname, 'stand-in.ts');

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
  readonly statePath = join(this.folder, 'state.json');
  /** The path of the program. */
  readonly program = join(this.folder, 'influxctl');
  /** A token that a person created, for the step. */
  readonly first: StoredManagementToken;

  constructor(forms: Partial<Forms> = {}) {
    writeState(this.statePath, {
      accountId: randomUUID(),
      clusterId: randomUUID(),
      tokens: [],
      forms: { ...DEFAULT_FORMS, ...forms },
      faults: [],
      calls: [],
    });
    const start = `import(${JSON.stringify(STAND_IN)}).then(({ runStandIn }) => runStandIn(${JSON.stringify(this.statePath)}, process.argv.slice(2)));`;
    writeFileSync(this.program, `#!${process.execPath}\n${start}\n`);
    chmodSync(this.program, 0o755);
    this.first = this.seed({ description: 'GitHub Actions of acme/web' });
  }

  get state(): AccountState {
    return readState(this.statePath);
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
    this.change((state) => ({ ...state, tokens: [...state.tokens, seeded] }));
    return seeded;
  }

  /** fail plans a fault for one call of a command, counted from now on. */
  fail(command: string, fault: Fault, call = 0): void {
    this.change((state) => {
      const made = state.calls.filter((one) => one.command === command).length;
      return { ...state, faults: [...state.faults, { command, call: made + call, fault }] };
    });
  }

  /** form changes what influxctl prints from now on. */
  form(forms: Partial<Forms>): void {
    this.change((state) => ({ ...state, forms: { ...state.forms, ...forms } }));
  }

  /** clearFaults forgets all faults planned. */
  clearFaults(): void {
    this.change((state) => ({ ...state, faults: [] }));
  }

  /** timeGoesBy makes everything older. */
  timeGoesBy(ms: number): void {
    this.change((state) => ({
      ...state,
      tokens: state.tokens.map((token) => ({
        ...token,
        createdAt: token.createdAt - ms,
        ...(token.expiresAt === undefined ? {} : { expiresAt: token.expiresAt - ms }),
        ...(token.revokedAt === undefined ? {} : { revokedAt: token.revokedAt - ms }),
      })),
    }));
  }

  change(change: (state: AccountState) => AccountState): void {
    writeState(this.statePath, change(this.state));
  }

  [Symbol.dispose](): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
