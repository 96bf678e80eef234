/**
 * Activation is how a token that was created through the API comes to be accepted by the data plane. `afterMs` goes by
 * the emulator's clock; with `afterProbes` the first so many requests that carry the token are refused; a `pattern`
 * gives the responses in order (true: accepted), as replicas that learn of the token one by one would, then always true.
 * With `replicasAfterMs` there is one replica for each number, which accepts the token so many milliseconds after its
 * creation. A balancer assigns each connection to a replica, in an order that looks random and is always the same.
 */
export type Activation =
  | 'at once'
  | 'never'
  | { readonly afterMs: number }
  | { readonly afterProbes: number }
  | { readonly pattern: readonly boolean[] }
  | { readonly replicasAfterMs: readonly number[] };

/**
 * EmulatorOptions choose between behaviours that real servers have been seen or documented to show: a client has to
 * work with every combination.
 */
export interface EmulatorOptions {
  /** Dedicated has a server of its own for the data plane; Clustered serves both from one address. Default: dedicated. */
  readonly product?: 'dedicated' | 'clustered';
  /** Clustered only: whether paths begin with `/api/v0` (default) or also name the dummy account and cluster. */
  readonly form?: 'bare' | 'prefixed';
  /** The databases that exist. Default: metrics and logs. */
  readonly databases?: readonly string[];
  /** The server's time in milliseconds since 1970, also seen in the Date header. Default: the machine's. */
  readonly clock?: () => number;
  /** By how much the Date header alone is wrong, in milliseconds. Default: 0. */
  readonly dateOffsetMs?: number;
  /** Default: at once. Seeded tokens are active from the start. */
  readonly activation?: Activation;
  /** What the data plane answers to a token that it does not accept, or not yet. Default: 401. */
  readonly refusesWith?: 401 | 403;
  /** How `expiresAt` and `revokedAt` look when not set; zero is the year 1, epoch is 1970. Default: absent. */
  readonly unsetDates?: 'absent' | 'null' | 'empty' | 'zero' | 'epoch';
  /** Default: 200. */
  readonly createStatus?: 200 | 201;
  /** Default: 204, without a body. */
  readonly deleteStatus?: 200 | 204;
  /** Whether the list still shows revoked tokens. Default: listed. */
  readonly revokedTokens?: 'listed' | 'hidden';
  /** The response when a revoked token is revoked again. Default: 204, which stands for `deleteStatus`. */
  readonly deletingRevoked?: 204 | 404;
  /**
   * The response when a revoked token is changed. Default: 409, the status documented for a PATCH that conflicts with
   * the token's state: the strictest reading. With 200 the change is carried out and the response shows `revokedAt`.
   */
  readonly patchingRevoked?: 200 | 404 | 409;
  /** Whether the field `expirationType` is known to the server: it is in the vendor's prose only. Default: accepted. */
  readonly expirationType?: 'accepted' | 'refused';
  /** The response to an authorized write of nothing; 400 comes with the data plane's own JSON. Default: 204. */
  readonly emptyWrite?: 204 | 400;
}

/** Settings are the options with every default filled in. */
export type Settings = Required<EmulatorOptions>;

/** settingsFrom fills in the defaults. */
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
