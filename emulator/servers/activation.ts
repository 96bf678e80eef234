import type { Settings } from './options.ts';
import type { StoredToken } from './token-store.ts';

/** ActivationWatch knows which of the new tokens the data plane accepts already. */
export class ActivationWatch {
  readonly #settings: Settings;
  readonly #requestsSeen = new WeakMap<StoredToken, number>();

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  /** begin is for a token that was just created: those that are never begun are active. */
  begin(token: StoredToken): void {
    this.#requestsSeen.set(token, 0);
  }

  /** admit answers one request that carries the token on the connection of this number, and counts it. */
  admit(token: StoredToken, connection: number): boolean {
    const admitted = this.wouldAdmit(token, connection);
    const seen = this.#requestsSeen.get(token);
    if (seen !== undefined) this.#requestsSeen.set(token, seen + 1);
    return admitted;
  }

  /** wouldAdmit tells what admit would answer, and counts nothing. Without a connection every replica must admit. */
  wouldAdmit(token: StoredToken, connection?: number): boolean {
    const { activation, clock } = this.#settings;
    const seen = this.#requestsSeen.get(token);
    if (seen === undefined || activation === 'at once') return true;
    if (activation === 'never') return false;
    if ('afterMs' in activation) return clock() - token.createdAt >= activation.afterMs;
    if ('replicasAfterMs' in activation) {
      const { replicasAfterMs } = activation;
      const asked =
        connection === undefined
          ? replicasAfterMs
          : [replicasAfterMs[replicaOf(connection, replicasAfterMs)] ?? 0];
      return asked.every((afterMs) => clock() - token.createdAt >= afterMs);
    }
    if ('afterProbes' in activation) return seen >= activation.afterProbes;
    return activation.pattern[seen] ?? true;
  }
}

/** Scatters consecutive numbers (the finalizer of MurmurHash3). */
function replicaOf(connection: number, { length }: readonly number[]): number {
  let mixed = connection + 1;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return ((mixed ^ (mixed >>> 16)) >>> 0) % length;
}
