import { type Exchange, traceLine } from './exchange.ts';
import type { FaultPoint, Hook } from './fault-point.ts';
import type { Surroundings } from './server.ts';

/** FaultyService is the common part of all emulators: a log of every request, and faults on demand. */
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
   * next returns the next request on the route, to add faults to it. Each call claims another request. With `after`, it skips this
   * many unclaimed requests first.
   */
  next(route: R | 'unknown', { after }: { readonly after: number } = { after: 0 }): FaultPoint<R, Stored> {
    return this.#surroundings.faults.next(route, after);
  }

  /** every returns all future requests on the route, to add faults to them. */
  every(route: R | 'unknown'): FaultPoint<R, Stored> {
    return this.#surroundings.faults.every(route);
  }

  /** clearFaults removes all planned faults. Hooks of `onRequest` stay. */
  clearFaults(): void {
    this.#surroundings.faults.clear();
  }

  /** onRequest runs the hook before and after the effect of every request, before all faults. */
  onRequest(hook: Hook<R>): void {
    this.#surroundings.faults.observe(hook);
  }

  /** leave refuses all further connections, like a machine that is switched off. Requests in flight still get a response. */
  abstract leave(): void;

  /** comeBack accepts connections again, at the same addresses. */
  abstract comeBack(): Promise<void>;

  /** stop closes all connections, including hanging ones. */
  abstract stop(): Promise<void>;

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
  }
}
