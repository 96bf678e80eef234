/**
 * Activation says when the data plane accepts a token that was created through the API. `afterMs` is measured by the emulator's
 * clock. With `afterProbes`, the data plane refuses this many requests with the token. A `pattern` lists the results in order
 * (true: accepted), as if replicas received the token one by one. After that, every request is accepted. With `replicasAfterMs`,
 * there is one replica per number, which accepts the token this many milliseconds after its creation. A load balancer assigns each
 * connection to a replica, in an order that looks random but is always the same.
 */
export type Activation =
  | 'at once'
  | 'never'
  | { readonly afterMs: number }
  | { readonly afterProbes: number }
  | { readonly pattern: readonly boolean[] }
  | { readonly replicasAfterMs: readonly number[] };

/**
 * EmulatorOptions select between behaviors of real servers that were observed or are documented. A client must work with every
 * combination.
 */
export interface EmulatorOptions {
  /** Dedicated has a separate server for the data plane. Clustered has one address for both. Default: dedicated. */
  readonly product?: 'dedicated' | 'clustered';
  /** Clustered only: whether paths start with `/api/v0` (default) or also contain the dummy account and cluster. */
  readonly form?: 'bare' | 'prefixed';
  /** The databases that exist. Default: metrics and logs. */
  readonly databases?: readonly string[];
  /** The server's time in milliseconds since 1970, which is also in the Date header. Default: the machine's time. */
  readonly clock?: () => number;
  /** The error of the Date header, in milliseconds. Default: 0. */
  readonly dateOffsetMs?: number;
  /** Default: at once. Seeded tokens are active from the start. */
  readonly activation?: Activation;
  /** The status for a token that the data plane does not accept, or does not accept yet. Default: 401. */
  readonly refusesWith?: 401 | 403;
  /** The form of `expiresAt` and `revokedAt` if they are not set. `zero` is the year 1, and `epoch` is 1970. Default: absent. */
  readonly unsetDates?: 'absent' | 'null' | 'empty' | 'zero' | 'epoch';
  /** Default: 200. */
  readonly createStatus?: 200 | 201;
  /** Default: 204, without a body. */
  readonly deleteStatus?: 200 | 204;
  /** Whether the list still shows revoked tokens. Default: listed. */
  readonly revokedTokens?: 'listed' | 'hidden';
  /** The status of a second revocation, which is not documented. Default: 204, which means `deleteStatus`. */
  readonly deletingRevoked?: 204 | 400 | 404 | 409;
  /**
   * The status for a change of a revoked token. Default: 409, which is documented for a PATCH that conflicts with the state of the
   * token. With 200, the change is carried out and the response shows `revokedAt`.
   */
  readonly patchingRevoked?: 200 | 404 | 409;
  /** Whether the server knows the field `expirationType`, which is only in the vendor's prose. Default: accepted. */
  readonly expirationType?: 'accepted' | 'refused';
  /** The status for an authorized, empty write. A 400 has the JSON of the data plane. Default: 204. */
  readonly emptyWrite?: 204 | 400;
}

/** Settings are the options with all defaults. */
export type Settings = Required<EmulatorOptions>;

/** settingsFrom adds the defaults. */
export function settingsFrom(options: EmulatorOptions): Settings {
  return {
    product: 'dedicated',
    form: 'bare',
    databases: ['metrics', 'logs'],
    clock: Date.now,
    dateOffsetMs: 0,
    activation: 'at once',
    refusesWith: 401,
    unsetDates: 'absent',
    createStatus: 200,
    deleteStatus: 204,
    revokedTokens: 'listed',
    deletingRevoked: 204,
    patchingRevoked: 409,
    expirationType: 'accepted',
    emptyWrite: 204,
    ...options,
  };
}
