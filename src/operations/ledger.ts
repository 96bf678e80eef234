import * as v from '@badrap/valita';
import type { Tries } from '../http/requests.ts';
import type { Place } from '../management-api/endpoint.ts';

const attempt = v.object({
  /** Carried by the tag of the token that one POST may have created. */
  nonce: v.string(),
  /** When the POST was about to be sent, as `Clock.elapsed` measures. */
  at: v.number(),
  /** The token, once an answer named it. */
  id: v.string().optional(),
  /**
   * open: may be alive, and is nobody's after this job. settled: never came to be, or was seen to be revoked.
   * kept: was handed to somebody for good.
   */
  fate: v.union(v.literal('open'), v.literal('settled'), v.literal('kept')),
});

const handOver = v.object({
  /**
   * handing: somebody may hold the token from now on, so this run never revokes it again. handed-over: later steps have it,
   * and the post step commits it. over: the step itself has seen to the rest.
   */
  phase: v.union(v.literal('handing'), v.literal('handed-over'), v.literal('over')),
  tokenId: v.string(),
  /** What its description becomes when it is committed. */
  committed: v.string(),
  line: v.object({ server: v.string(), repositoryId: v.string(), plainDescription: v.string() }),
  graceMs: v.number(),
  /** Whether the cluster was seen to accept it: what was not proven ends no other. */
  proven: v.boolean(),
});

const entries = v.object({
  place: v.object({
    apiUrl: v.string(),
    form: v.union(v.literal('bare'), v.literal('prefixed')),
    accountId: v.string(),
    clusterId: v.string(),
  }),
  tries: v.object({ timeoutMs: v.number(), retries: v.number() }),
  /** Of the certificates that main trusted beyond Node's bundled ones: the post step trusts no others. */
  fingerprints: v.array(v.string()),
  failOnRevokeError: v.boolean(),
  attempts: v.array(attempt),
  handOver: handOver.optional(),
});

export type Attempt = v.Infer<typeof attempt>;

/** HandOver is how far a rotation has come with handing its new token to the consumers. */
export type HandOver = v.Infer<typeof handOver>;

/**
 * LedgerEntries is what the post step knows: everything it needs but the management token, since inputs may evaluate
 * to something else by then.
 */
export type LedgerEntries = v.Infer<typeof entries>;

/** LedgerHeader is what the post step needs to know of main, whatever became of the token. */
export interface LedgerHeader {
  readonly place: Place;
  readonly tries: Tries;
  readonly fingerprints: readonly string[];
  readonly failOnRevokeError: boolean;
}

/**
 * Ledger records each attempt to create a token in the step's state before the POST is sent. What it has written
 * survives a kill, so that the post step finds tokens even if their answers never arrived. Every write holds all
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
      place: { ...header.place },
      tries: { ...header.tries },
      fingerprints: [...header.fingerprints],
      attempts: [],
    };
  }

  /** openNonces are those whose token may be alive without being anybody's. */
  get openNonces(): ReadonlySet<string> {
    return new Set(this.#entries.attempts.filter(hasLeftover).map(({ nonce }) => nonce));
  }

  /** isHandedOver tells whether somebody may hold a rotated token, so that it must not be revoked any more. */
  get isHandedOver(): boolean {
    return this.#entries.handOver !== undefined;
  }

  /** begin is called before each POST, with the time as `Clock.elapsed` measures it. */
  begin(nonce: string, at: number): void {
    this.#write({ attempts: [...this.#entries.attempts, { nonce, at, fate: 'open' }] });
  }

  /** made is called as soon as an answer has named the token. */
  made(nonce: string, id: string): void {
    this.#change(nonce, { id });
  }

  /** settle is called when there is nothing left to revoke. */
  settle(nonce: string): void {
    this.#change(nonce, { fate: 'settled' });
  }

  /** keep is called last of all: from now on the post step leaves the token alone. */
  keep(nonce: string): void {
    this.#change(nonce, { fate: 'kept' });
  }

  /** hand is called before anybody can get hold of a rotated token: from now on nobody but a later rotation revokes it. */
  hand(nonce: string, handOver: Omit<HandOver, 'phase'>): void {
    const attempts = this.#changed(nonce, { fate: 'kept' });
    this.#write({ attempts, handOver: { ...handOver, phase: 'handing' } });
  }

  /** takeBack is called when it is sure that nobody got hold of it. */
  takeBack(nonce: string): void {
    const { handOver: _, ...others } = this.#entries;
    this.#entries = others;
    this.#change(nonce, { fate: 'open' });
  }

  /** handed is called when later steps have the token, or when the step has done all that there is to do. */
  handed(phase: 'handed-over' | 'over'): void {
    const { handOver } = this.#entries;
    if (!handOver) throw new Error('nothing was handed over yet');
    this.#write({ handOver: { ...handOver, phase } });
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

function isDone({ attempts, handOver }: LedgerEntries): boolean {
  return !attempts.some(hasLeftover) && (handOver === undefined || handOver.phase === 'over');
}

/** readLedger reads what main has written. Throws when the text is not from a Ledger. */
export function readLedger(text: string): LedgerEntries {
  return entries.parse(JSON.parse(text), { mode: 'strip' });
}
