import * as v from '@badrap/valita';
import type { RetryPolicy } from '../http/retry.ts';
import type { Endpoint } from '../management-api/endpoint.ts';

const attempt = v.object({
  /** Carried by the tag of the token that one POST may have created. */
  nonce: v.string(),
  /** When the POST was about to be sent, as `Clock.elapsed` measures. */
  at: v.number(),
  /** The token, once a response named it. */
  id: v.string().optional(),
  /**
   * open: may be alive, and is nobody's after this job. resolved: never came to be, or was seen to be revoked.
   * kept: was handed to somebody for good.
   */
  fate: v.union(v.literal('open'), v.literal('resolved'), v.literal('kept')),
});

const delivery = v.object({
  /**
   * delivering: somebody may hold the token from now on, so this run never revokes it again. delivered: later steps have it,
   * and the post step promotes it. done: the step itself has seen to the rest.
   */
  phase: v.union(v.literal('delivering'), v.literal('delivered'), v.literal('done')),
  tokenId: v.string(),
  /** What its description becomes when it is promoted. */
  promotedDescription: v.string(),
  series: v.object({ server: v.string(), repositoryId: v.string(), plainDescription: v.string() }),
  graceMs: v.number(),
  /** Whether the cluster was seen to accept it: what was not accepted ends no other. */
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
  /** Of the certificates that main trusted beyond Node's bundled ones: the post step trusts no others. */
  fingerprints: v.array(v.string()),
  failOnRevokeError: v.boolean(),
  attempts: v.array(attempt),
  delivery: delivery.optional(),
});

export type Attempt = v.Infer<typeof attempt>;

/** Delivery is how far a rotation has come with delivering its new token to the consumers. */
export type Delivery = v.Infer<typeof delivery>;

/**
 * LedgerEntries is what the post step knows: everything it needs but the management token, since inputs may evaluate
 * to something else by then.
 */
export type LedgerEntries = v.Infer<typeof entries>;

/** LedgerHeader is what the post step needs to know of main, whatever became of the token. */
export interface LedgerHeader {
  readonly endpoint: Endpoint;
  readonly retryPolicy: RetryPolicy;
  readonly fingerprints: readonly string[];
  readonly failOnRevokeError: boolean;
}

/**
 * Ledger records each attempt to create a token in the step's state before the POST is sent. What it has written
 * survives a kill, so that the post step finds tokens even if their responses never arrived. Every write holds all
 * earlier attempts too.
 */
export class Ledger {
  readonly #save: (entries: string) => void;
  #entries: LedgerEntries;

  /** `save` puts a text into the step's state, replacing what was there. It is empty when nothing is left to do. */
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

  /** openNonces are those whose token may be alive without being anybody's. */
  get openNonces(): ReadonlySet<string> {
    return new Set(this.#entries.attempts.filter(hasLeftover).map(({ nonce }) => nonce));
  }

  /** hasBegunDelivery tells whether somebody may hold a rotated token, so that it must not be revoked any more. */
  get hasBegunDelivery(): boolean {
    return this.#entries.delivery !== undefined;
  }

  /** begin is called before each POST, with the time as `Clock.elapsed` measures it. */
  begin(nonce: string, at: number): void {
    this.#write({ attempts: [...this.#entries.attempts, { nonce, at, fate: 'open' }] });
  }

  /** made is called as soon as a response has named the token. */
  made(nonce: string, id: string): void {
    this.#change(nonce, { id });
  }

  /** resolve is called when there is nothing left to revoke. */
  resolve(nonce: string): void {
    this.#change(nonce, { fate: 'resolved' });
  }

  /** keep is called last of all: from now on the post step leaves the token alone. */
  keep(nonce: string): void {
    this.#change(nonce, { fate: 'kept' });
  }

  /** beginDelivery is called before anybody can get hold of a rotated token: from now on nobody but a later rotation revokes it. */
  beginDelivery(nonce: string, delivery: Omit<Delivery, 'phase'>): void {
    const attempts = this.#changed(nonce, { fate: 'kept' });
    this.#write({ attempts, delivery: { ...delivery, phase: 'delivering' } });
  }

  /** cancelDelivery is called when it is sure that nobody got hold of it. */
  cancelDelivery(nonce: string): void {
    const { delivery: _, ...others } = this.#entries;
    this.#entries = others;
    this.#change(nonce, { fate: 'open' });
  }

  /** setPhase is called when later steps have the token, or when the step has done all that there is to do. */
  setPhase(phase: 'delivered' | 'done'): void {
    const { delivery } = this.#entries;
    if (!delivery) throw new Error('nothing was handed over yet');
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

/** hasLeftover tells whether an attempt can have left a token that the post step must revoke. */
export function hasLeftover({ fate }: Attempt): boolean {
  return fate === 'open';
}

function isDone({ attempts, delivery }: LedgerEntries): boolean {
  return !attempts.some(hasLeftover) && (delivery === undefined || delivery.phase === 'done');
}

/** readLedger reads what main has written. Throws when the text is not from a Ledger. */
export function readLedger(text: string): LedgerEntries {
  return entries.parse(JSON.parse(text), { mode: 'strip' });
}
