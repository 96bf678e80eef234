import * as v from '@badrap/valita';

const attempt = v.object({
  /** The nonce in the tag of the token that this call might create. */
  nonce: v.string(),
  /** When influxctl was started, as `Clock.elapsed` measures. */
  at: v.number(),
  /** When influxctl ended. Without it, the step was killed, and influxctl can have gone on by itself. */
  endedAt: v.number().optional(),
  /**
   * open: the token might be alive, and nobody uses it. resolved: it was never created, or it is revoked. kept: somebody uses it, or
   * its delivery has begun.
   */
  fate: v.union(v.literal('open'), v.literal('resolved'), v.literal('kept')),
});

const entries = v.object({
  program: v.object({ path: v.string(), environment: v.record(v.string()) }),
  profile: v.object({
    product: v.union(v.literal('dedicated'), v.literal('clustered')),
    accountId: v.string(),
    clusterId: v.string(),
    host: v.string(),
    port: v.string(),
    tls: v.boolean(),
  }),
  timeoutMs: v.number(),
  /** The certificates that main trusted in addition to the ones bundled with Node. */
  fingerprints: v.array(v.string()),
  attempts: v.array(attempt),
});

/** Attempt is one call that might create a token. */
export type Attempt = v.Infer<typeof attempt>;

/** LedgerEntries is everything that the post step needs, except the management token. */
export type LedgerEntries = v.Infer<typeof entries>;

/** LedgerHeader is the part of the ledger that does not depend on the tokens. */
export type LedgerHeader = Omit<LedgerEntries, 'attempts'>;

/**
 * Ledger records each call that might create a management token in the state of the step, before the call. Every write contains all
 * earlier attempts.
 */
export class Ledger {
  readonly #save: (entries: string) => void;
  #entries: LedgerEntries;

  /** `save` replaces the state by a text. The text is empty if the post step has nothing to revoke. */
  constructor(save: (entries: string) => void, header: LedgerHeader) {
    this.#save = save;
    this.#entries = { ...header, attempts: [] };
  }

  /** openNonces are the nonces of tokens that might be alive and that nobody uses. */
  get openNonces(): ReadonlySet<string> {
    return new Set(openAttempts(this.#entries).map(({ nonce }) => nonce));
  }

  /** begin records an attempt. Call it before influxctl is started, with the time as `Clock.elapsed` measures. */
  begin(nonce: string, at: number): void {
    this.#write([...this.#entries.attempts, { nonce, at, fate: 'open' }]);
  }

  /** ended records that influxctl ended. */
  ended(nonce: string, endedAt: number): void {
    this.#change(nonce, { endedAt });
  }

  /** resolve records that nothing is left to revoke. */
  resolve(nonce: string): void {
    this.#change(nonce, { fate: 'resolved' });
  }

  /** keep records that the post step must not revoke the token. Call it before anybody can receive the token from a rotation. */
  keep(nonce: string): void {
    this.#change(nonce, { fate: 'kept' });
  }

  #change(nonce: string, change: Partial<Attempt>): void {
    this.#write(
      this.#entries.attempts.map((entry) => (entry.nonce === nonce ? { ...entry, ...change } : entry)),
    );
  }

  #write(attempts: Attempt[]): void {
    this.#entries = { ...this.#entries, attempts };
    this.#save(openAttempts(this.#entries).length === 0 ? '' : JSON.stringify(this.#entries));
  }
}

/** openAttempts are those whose token the post step must revoke. */
export function openAttempts({ attempts }: Pick<LedgerEntries, 'attempts'>): Attempt[] {
  return attempts.filter(({ fate }) => fate === 'open');
}

/** readLedger reads what main wrote. Throws if the text is not from a Ledger. */
export function readLedger(text: string): LedgerEntries {
  return entries.parse(JSON.parse(text), { mode: 'strip' });
}
