import * as v from '@badrap/valita';
import type { RetryPolicy } from '../http/retry.ts';
import type { Endpoint } from '../management-api/endpoint.ts';

const attempt = v.object({
  /** The nonce in the tag of the token that this POST might create. */
  nonce: v.string(),
  /** When the ledger was written, right before the POST, as `Clock.elapsed` measures. */
  at: v.number(),
  /** The ID of the token, once a response has named it. */
  id: v.string().optional(),
  /**
   * open: the token might be alive, and no consumer uses it after this job. resolved: the token was never created, or it is
   * confirmed revoked. kept: a consumer might use the token after this job.
   */
  fate: v.union(v.literal('open'), v.literal('resolved'), v.literal('kept')),
});

const delivery = v.object({
  /**
   * delivering: a consumer might have the token, so this run never revokes it again. delivered: the later steps have the token,
   * and the post step promotes it. done: main promoted the token, or reported why it did not.
   */
  phase: v.union(v.literal('delivering'), v.literal('delivered'), v.literal('done')),
  tokenId: v.string(),
  /** The description that a promotion gives to the token. */
  promotedDescription: v.string(),
  /** What the token granted when it was issued. With other permissions it is not promoted. */
  permissions: v.array(v.object({ action: v.string(), resource: v.string() })),
  series: v.object({ server: v.string(), repositoryId: v.string(), plainDescription: v.string() }),
  graceMs: v.number(),
  /** How long a retired token is suspended before it is revoked. 0: it is revoked at once. */
  quarantineMs: v.number(),
  /** Whether the cluster accepted the token in a probe. Otherwise the token retires no other. */
  accepted: v.boolean(),
});

const entries = v.object({
  endpoint: v.object({
    apiUrl: v.string(),
    form: v.union(v.literal('bare'), v.literal('prefixed')),
    accountId: v.string(),
    clusterId: v.string(),
  }),
  retryPolicy: v.object({ timeoutMs: v.number(), retries: v.number() }),
  /** The certificates that main trusted in addition to the ones bundled with Node. The post step trusts no others. */
  fingerprints: v.array(v.string()),
  failOnRevokeError: v.boolean(),
  attempts: v.array(attempt),
  delivery: delivery.optional(),
});

/** Attempt is one POST that might create a token. */
export type Attempt = v.Infer<typeof attempt>;

/** Delivery is the delivery of a rotated token to its consumers. */
export type Delivery = v.Infer<typeof delivery>;

/**
 * LedgerEntries is everything that the post step needs, except the management token. The post step does not use the inputs,
 * because they might have other values by then.
 */
export type LedgerEntries = v.Infer<typeof entries>;

/** LedgerHeader is the part of the ledger that does not depend on the tokens. */
export interface LedgerHeader {
  readonly endpoint: Endpoint;
  readonly retryPolicy: RetryPolicy;
  readonly fingerprints: readonly string[];
  readonly failOnRevokeError: boolean;
}

/**
 * Ledger records each attempt to create a token in the state of the step before the POST is sent. The state survives a kill, so
 * the post step finds tokens even if their responses never arrived. Every write contains all earlier attempts.
 */
export class Ledger {
  readonly #save: (entries: string) => void;
  #entries: LedgerEntries;

  /** `save` replaces the state of the step by a text. The text is empty if the post step has nothing to do. */
  constructor(save: (entries: string) => void, header: LedgerHeader) {
    this.#save = save;
    this.#entries = {
      ...header,
      endpoint: { ...header.endpoint },
      retryPolicy: { ...header.retryPolicy },
      fingerprints: [...header.fingerprints],
      attempts: [],
    };
  }

  /** openNonces are the nonces of tokens that might be alive and that no consumer uses. */
  get openNonces(): ReadonlySet<string> {
    return new Set(this.#entries.attempts.filter(hasLeftover).map(({ nonce }) => nonce));
  }

  /** hasBegunDelivery tells whether a consumer might have the rotated token, so that this run must not revoke it. */
  get hasBegunDelivery(): boolean {
    return this.#entries.delivery !== undefined;
  }

  /** begin records an attempt. Call it before each POST, with the time as `Clock.elapsed` measures. */
  begin(nonce: string, at: number): void {
    this.#write({ attempts: [...this.#entries.attempts, { nonce, at, fate: 'open' }] });
  }

  /** created records the ID of the token. Call it as soon as a response has named the token. */
  created(nonce: string, id: string): void {
    this.#change(nonce, { id });
  }

  /** resolve records that nothing is left to revoke. */
  resolve(nonce: string): void {
    this.#change(nonce, { fate: 'resolved' });
  }

  /** keep records that the post step must not revoke the token. Call it last. */
  keep(nonce: string): void {
    this.#change(nonce, { fate: 'kept' });
  }

  /** beginDelivery marks the ledger *delivering*. Call it before any consumer can receive the token. */
  beginDelivery(nonce: string, delivery: Omit<Delivery, 'phase'>): void {
    const attempts = this.#changed(nonce, { fate: 'kept' });
    this.#write({ attempts, delivery: { ...delivery, phase: 'delivering' } });
  }

  /** cancelDelivery removes that mark. Call it only if no consumer can have received the token. */
  cancelDelivery(nonce: string): void {
    const { delivery: _, ...others } = this.#entries;
    this.#entries = others;
    this.#change(nonce, { fate: 'open' });
  }

  /** setPhase marks the ledger *delivered* or *done*. Throws if delivery has not begun. */
  setPhase(phase: 'delivered' | 'done'): void {
    const { delivery } = this.#entries;
    if (!delivery) throw new Error('delivery has not begun');
    this.#write({ delivery: { ...delivery, phase } });
  }

  #change(nonce: string, change: Partial<Attempt>): void {
    this.#write({ attempts: this.#changed(nonce, change) });
  }

  #changed(nonce: string, change: Partial<Attempt>): Attempt[] {
    return this.#entries.attempts.map((entry) => (entry.nonce === nonce ? { ...entry, ...change } : entry));
  }

  #write(change: Partial<LedgerEntries>): void {
    this.#entries = { ...this.#entries, ...change };
    this.#save(isDone(this.#entries) ? '' : JSON.stringify(this.#entries));
  }
}

/** hasLeftover tells whether an attempt might have left a token that the post step must revoke. */
export function hasLeftover({ fate }: Attempt): boolean {
  return fate === 'open';
}

function isDone({ attempts, delivery }: LedgerEntries): boolean {
  return !attempts.some(hasLeftover) && (delivery === undefined || delivery.phase === 'done');
}

/** readLedger reads what main wrote. Throws if the text is not from a Ledger. */
export function readLedger(text: string): LedgerEntries {
  return entries.parse(JSON.parse(text), { mode: 'strip' });
}
