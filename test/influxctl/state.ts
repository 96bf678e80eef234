/** StoredManagementToken is a management token as the account has it. Instants are in milliseconds since 1970. */
export interface StoredManagementToken {
  readonly id: string;
  readonly accountId: string;
  readonly secret: string;
  description: string;
  createdBy: string;
  createdAt: number;
  expiresAt?: number;
  revokedAt?: number;
}

/** Forms are the readings of what influxctl prints: documented ones, and guesses about what is not documented. */
export interface Forms {
  /**
   * How `management create` prints a token. `json-…` are guesses, since its JSON is not documented. `table`: a table, two warnings,
   * and the token, whatever the format. `unknown-json`: a JSON without any key that contains `token`.
   */
  readonly created: 'json-flat' | 'json-nested' | 'json-array' | 'table' | 'plain' | 'unknown-json';
  readonly createdOn: 'stdout' | 'stderr';
  /** How `management list` writes dates. Documented: an object. */
  readonly dates: 'object' | 'object-of-text' | 'text';
  /** How it writes a date that is not set. */
  readonly unset: 'absent' | 'null' | 'epoch' | 'empty-object';
  /** Documented is that influxctl has the commands since a version. */
  readonly version: string;
  /** What `influxctl version` prints. */
  readonly versionOutput: 'line' | 'nothing' | 'refused';
  /** What the server lets a management token do. */
  readonly allowed: readonly ('list' | 'create' | 'revoke')[];
  /** Whether the server keeps the expiry, and the description. */
  readonly expiry: 'kept' | 'dropped';
  readonly description: 'kept' | 'trimmed';
  /** Whether the prefix in the list begins the token. */
  readonly prefix: 'begins' | 'other' | 'absent';
  /** Whether the Management API accepts a token that influxctl created. */
  readonly accepted: 'at once' | 'never';
  /** The ID of a token that the server does not revoke. */
  readonly unrevokable?: string;
}

/** Fault is what goes wrong in one call. `before` and `after` are moments around the effect. */
export type Fault =
  | { readonly kind: 'exit' | 'dies' | 'hangs' | 'kills-the-step'; readonly moment: 'before' | 'after' }
  /** The effect takes place, and the output is something else. */
  | { readonly kind: 'garbage' | 'silent' | 'much-output' | 'token-in-error' | 'hostile-error' }
  /** The step is killed at once, and the effect takes place so many milliseconds later. */
  | { readonly kind: 'late-effect'; readonly ms: number }
  /** The call fails at once, and the effect takes place with the next call of the command. */
  | { readonly kind: 'effect-with-next-call' };

/** PlannedFault is for one call of a command: the first is 0. */
export interface PlannedFault {
  readonly command: string;
  readonly call: number;
  readonly fault: Fault;
}

/** Call is one run of influxctl, as the stand-in saw it. */
export interface Call {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly configuration?: {
    readonly path: string;
    readonly text: string;
    readonly mode: number;
    readonly folderMode: number;
    /** The certificates that the profile names. */
    readonly ca?: string;
  };
}

/** AccountState is all that the stand-in and the emulated Management API know. */
export interface AccountState {
  readonly accountId: string;
  readonly clusterId: string;
  tokens: readonly StoredManagementToken[];
  forms: Forms;
  faults: readonly PlannedFault[];
  /** An effect that takes place with the next call of a command. */
  late?: { readonly command: string; readonly effect: () => void } | undefined;
  calls: readonly Call[];
}

/** isLive tells whether a management token is neither revoked nor expired. */
export function isLive({ revokedAt, expiresAt }: StoredManagementToken, now = Date.now()): boolean {
  return revokedAt === undefined && (expiresAt === undefined || expiresAt > now);
}
