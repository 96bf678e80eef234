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

  /** admit answers one request that carries the token, and counts it. */
  admit(token: StoredToken): boolean {
    const admitted = this.wouldAdmit(token);
    const seen = this.#requestsSeen.get(token);
    if (seen !== undefined) this.#requestsSeen.set(token, seen + 1);
    return admitted;
  }

  /** wouldAdmit tells what admit would answer, and counts nothing. */
  wouldAdmit(token: StoredToken): boolean {
    const { activation, clock } = this.#settings;
    const seen = this.#requestsSeen.get(token);
    if (seen === undefined || activation === 'at once') return true;
    if (activation === 'never') return false;
    if ('afterMs' in activation) return clock() - token.createdAt >= activation.afterMs;
    if ('afterProbes' in activation) return seen >= activation.afterProbes;
    return activation.pattern[seen] ?? true;
  }
}
