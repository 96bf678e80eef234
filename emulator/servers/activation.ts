import type { Settings } from './options.ts';
import type { StoredToken } from './token-store.ts';

/** ActivationWatch knows which new tokens the data plane already accepts. */
export class ActivationWatch {
  readonly #settings: Settings;
  readonly #requestsSeen = new WeakMap<StoredToken, number>();

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  /** begin starts the activation of a new token. Tokens without a call are always active. */
  begin(token: StoredToken): void {
    this.#requestsSeen.set(token, 0);
  }

  /** admit tells whether a request with the token is accepted on this connection, and counts the request. */
  admit(token: StoredToken, connection: number): boolean {
    const admitted = this.wouldAdmit(token, connection);
    const seen = this.#requestsSeen.get(token);
    if (seen !== undefined) this.#requestsSeen.set(token, seen + 1);
    return admitted;
  }

  /** wouldAdmit returns the same as admit, but counts nothing. Without a connection, every replica must accept the token. */
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

/** Maps consecutive numbers to scattered ones (the finalizer of MurmurHash3). */
function replicaOf(connection: number, { length }: readonly number[]): number {
  let mixed = connection + 1;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return ((mixed ^ (mixed >>> 16)) >>> 0) % length;
}
