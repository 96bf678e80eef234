import type { Route } from './exchange.ts';
import { type Behavior, FaultPoint, type Hook, hookAt } from './fault-point.ts';
import type { StoredToken } from './token-store.ts';

interface PlannedFault<R extends string, Stored> {
  readonly route: R | 'unknown';
  /** The number of the request on its route, starting at 0. Undefined: every request. */
  readonly request: number | undefined;
  readonly behaviors: Behavior<R, Stored>[];
}

/** FaultPlan knows which requests will fail, and how. */
export class FaultPlan<R extends string = Route, Stored = StoredToken> {
  readonly #hooks: Behavior<R, Stored>[] = [];
  readonly #arrived = new Map<R | 'unknown', number>();
  #faults: PlannedFault<R, Stored>[] = [];

  /** next claims one future request: the first one, after skipping `after`, that no earlier call has claimed. */
  next(route: R | 'unknown', after: number): FaultPoint<R, Stored> {
    const claimed = new Set(
      this.#faults.filter((fault) => fault.route === route).map((fault) => fault.request),
    );
    let request = this.#arrivedOn(route);
    for (let skip = after; claimed.has(request) || skip > 0; request++) {
      if (!claimed.has(request)) skip--;
    }
    return this.#plan(route, request);
  }

  every(route: R | 'unknown'): FaultPoint<R, Stored> {
    return this.#plan(route, undefined);
  }

  /** observe runs the hook at both moments of every request, before all faults. */
  observe(hook: Hook<R>): void {
    this.#hooks.push({ before: hookAt('before', hook), after: hookAt('after', hook) });
  }

  clear(): void {
    this.#faults = [];
  }

  /** arrive counts a request and returns the faults that were planned for it, in the order in which they were planned. */
  arrive(route: R | 'unknown'): Behavior<R, Stored>[] {
    const request = this.#arrivedOn(route);
    this.#arrived.set(route, request + 1);
    const hit = this.#faults.filter(
      (fault) => fault.route === route && (fault.request === undefined || fault.request === request),
    );
    return [...this.#hooks, ...hit.flatMap((fault) => fault.behaviors)];
  }

  #plan(route: R | 'unknown', request: number | undefined): FaultPoint<R, Stored> {
    const behaviors: Behavior<R, Stored>[] = [];
    this.#faults.push({ route, request, behaviors });
    return new FaultPoint(behaviors);
  }

  #arrivedOn(route: R | 'unknown'): number {
    return this.#arrived.get(route) ?? 0;
  }
}
