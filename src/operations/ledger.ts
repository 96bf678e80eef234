import * as v from '@badrap/valita';
import type { RetryPolicy } from '../http/retry.ts';
import type { Endpoint } from '../management-api/endpoint.ts';

/** attemptSchema describes one attempt to create a token. */
export const attemptSchema = v.object({
  /** The nonce in the tag of the token that this attempt might create. */
  nonce: v.string(),
  /** When the ledger was written, right before the attempt, as `Clock.elapsed` measures. */
  at: v.number(),
  /** When influxctl ended. Without it, the step was killed, and influxctl might still be running. */
  endedAt: v.number().optional(),
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
   * and the post step promotes it. done: main promoted the token or reports why it did not, so the post step does and reports
   * nothing. In every phase, the token stays valid.
   */
  phase: v.union(v.literal('delivering'), v.literal('delivered'), v.literal('done')),
  tokenId: v.string(),
  /** The description that a promotion gives to the token. */
  promotedDescription: v.string(),
  /** What the token granted when it was issued. If it grants nothing before the promotion, another run suspended it. */
  permissions: v.array(v.object({ action: v.string(), resource: v.string() })),
  series: v.object({ server: v.string(), repositoryId: v.string(), plainDescription: v.string() }),
  gracePeriodMs: v.number(),
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
  attempts: v.array(attemptSchema),
  delivery: delivery.optional(),
});

/** LATEST_EFFECT_MS: a server might still create the token of a request whose sender was killed, but no later than this. */
export const LATEST_EFFECT_MS = 5_000;

/** Attempt is one POST, or one call of influxctl, that might create a token. */
export type Attempt = v.Infer<typeof attemptSchema>;

/** Delivery is the delivery of a rotated token to its consumers. */
export type Delivery = v.Infer<typeof delivery>;

/**
 * LedgerEntries is everything that the post step needs, except the management token. The post step does not use the inputs,
 * because they might have other values by then.
 */
export type LedgerEntries = v.Infer<typeof entries>;

/** LedgerHeader is the part of the main action's ledger that does not depend on the tokens. */
export interface LedgerHeader {
  readonly endpoint: Endpoint;
  readonly retryPolicy: RetryPolicy;
  readonly fingerprints: readonly string[];
  readonly failOnRevokeError: boolean;
}

/** Records is the part of the ledger that depends on the tokens. */
type Records = Pick<LedgerEntries, 'attempts' | 'delivery'>;

/**
 * Ledger records each attempt to create a token in the state of the step before the POST is sent. The state survives a kill, so
 * the post step finds tokens even if their responses never arrived. Every write contains the header and all earlier attempts.
 */
export class Ledger {
  readonly #save: (entries: string) => void;
  readonly #header: object;
  #records: Records = { attempts: [] };

  /**
   * `save` replaces the state of the step by a text. The text is empty if the post step has nothing to do. `header` is what the post step
   * needs in addition: a LedgerHeader in the main action.
   */
  constructor(save: (entries: string) => void, header: object) {
    this.#save = save;
    this.#header = header;
  }

  /** openNonces are the nonces of tokens that might be alive and that no consumer uses. */
  get openNonces(): ReadonlySet<string> {
    return new Set(this.#records.attempts.filter(hasLeftover).map(({ nonce }) => nonce));
  }

  /** hasBegunDelivery tells whether a consumer might have the rotated token, so that this run must not revoke it. */
  get hasBegunDelivery(): boolean {
    return this.#records.delivery !== undefined;
  }

  /** begin records an attempt. Call it before each POST, with the time as `Clock.elapsed` measures. */
  begin(nonce: string, at: number): void {
    this.#write({ attempts: [...this.#records.attempts, { nonce, at, fate: 'open' }] });
  }

  /** created records the ID of the token. Call it as soon as a response has named the token. */
  created(nonce: string, id: string): void {
    this.#change(nonce, { id });
  }

  /** ended records when influxctl ended. */
  ended(nonce: string, endedAt: number): void {
    this.#change(nonce, { endedAt });
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
    const { attempts } = this.#records;
    this.#records = { attempts };
    this.#change(nonce, { fate: 'open' });
  }

  /** setPhase marks the ledger *delivered* or *done*. Throws if delivery has not begun. */
  setPhase(phase: 'delivered' | 'done'): void {
    const { delivery } = this.#records;
    if (!delivery) throw new Error('delivery has not begun');
    this.#write({ delivery: { ...delivery, phase } });
  }

  #change(nonce: string, change: Partial<Attempt>): void {
    this.#write({ attempts: this.#changed(nonce, change) });
  }

  #changed(nonce: string, change: Partial<Attempt>): Attempt[] {
    return this.#records.attempts.map((entry) => (entry.nonce === nonce ? { ...entry, ...change } : entry));
  }

  #write(change: Partial<Records>): void {
    this.#records = { ...this.#records, ...change };
    this.#save(isDone(this.#records) ? '' : JSON.stringify({ ...this.#header, ...this.#records }));
  }
}

/** hasLeftover tells whether an attempt might have left a token that the post step must revoke. */
export function hasLeftover({ fate }: Attempt): boolean {
  return fate === 'open';
}

function isDone({ attempts, delivery }: Records): boolean {
  return !attempts.some(hasLeftover) && (delivery === undefined || delivery.phase === 'done');
}

/** readLedger reads what main wrote. Throws if the text is not from a Ledger. */
export function readLedger(text: string): LedgerEntries {
  return entries.parse(JSON.parse(text), { mode: 'strip' });
}
