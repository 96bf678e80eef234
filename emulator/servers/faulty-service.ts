import { type Exchange, traceLine } from './exchange.ts';
import type { FaultPoint, Hook } from './fault-point.ts';
import type { Surroundings } from './server.ts';

/** FaultyService is what all emulators have in common: a log of every request, and faults on demand. */
export abstract class FaultyService<R extends string, Stored> {
  readonly #surroundings: Surroundings<R, Stored>;

  protected constructor(surroundings: Surroundings<R, Stored>) {
    this.#surroundings = surroundings;
  }

  /** Every request that arrived, in order, of all servers. */
  get requests(): readonly Exchange<R>[] {
    return this.#surroundings.requests;
  }

  /** The requests in a few words each, such as `POST tokens reset` or `GET tokens 200`. */
  get trace(): string[] {
    return this.requests.map(traceLine);
  }

  /**
   * next gives the next request on the route, to add faults to. Each call claims a request of its own: two calls, the
   * first and the second. With `after`, so many unclaimed ones are left alone first.
   */
  next(route: R | 'unknown', { after }: { readonly after: number } = { after: 0 }): FaultPoint<R, Stored> {
    return this.#surroundings.faults.next(route, after);
  }

  /** every gives all requests on the route, from now on, to add faults to. */
  every(route: R | 'unknown'): FaultPoint<R, Stored> {
    return this.#surroundings.faults.every(route);
  }

  /** clearFaults forgets all faults planned. Hooks of `onRequest` stay. */
  clearFaults(): void {
    this.#surroundings.faults.clear();
  }

  /** onRequest runs the hook before and after the effect of every request, ahead of all faults. */
  onRequest(hook: Hook<R>): void {
    this.#surroundings.faults.observe(hook);
  }

  /** leave refuses all further connections, as a machine does that is gone. What is under way is still answered. */
  abstract leave(): void;

  /** comeBack takes connections again, under the same addresses. */
  abstract comeBack(): Promise<void>;

  /** stop closes every connection, hanging ones too. */
  abstract stop(): Promise<void>;

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
  }
}
