import type { Route } from './exchange.ts';
import { type Behaviour, FaultPoint, type Hook, hookAt } from './fault-point.ts';

interface PlannedFault {
  readonly route: Route;
  /** The number of the request on its route, from nought; undefined: every one. */
  readonly request: number | undefined;
  readonly behaviours: Behaviour[];
}

/** FaultPlan knows which requests are going to fail, and how. */
export class FaultPlan {
  readonly #hooks: Behaviour[] = [];
  readonly #arrived = new Map<Route, number>();
  #faults: PlannedFault[] = [];

  /** next claims one request to come: the first, after skipping some, that no earlier call has claimed. */
  next(route: Route, after: number): FaultPoint {
    const claimed = new Set(
      this.#faults.filter((fault) => fault.route === route).map((fault) => fault.request),
    );
    let request = this.#arrivedOn(route);
    for (let skip = after; claimed.has(request) || skip > 0; request++) {
      if (!claimed.has(request)) skip--;
    }
    return this.#plan(route, request);
  }

  every(route: Route): FaultPoint {
    return this.#plan(route, undefined);
  }

  /** observe runs the hook at both moments of every request, ahead of all faults. */
  observe(hook: Hook): void {
    this.#hooks.push({ before: hookAt('before', hook), after: hookAt('after', hook) });
  }

  clear(): void {
    this.#faults = [];
  }

  /** arrive counts a request and gives what was planned for it, in the order it was planned. */
  arrive(route: Route): Behaviour[] {
    const request = this.#arrivedOn(route);
    this.#arrived.set(route, request + 1);
    const hit = this.#faults.filter(
      (fault) => fault.route === route && (fault.request === undefined || fault.request === request),
    );
    return [...this.#hooks, ...hit.flatMap((fault) => fault.behaviours)];
  }

  #plan(route: Route, request: number | undefined): FaultPoint {
    const behaviours: Behaviour[] = [];
    this.#faults.push({ route, request, behaviours });
    return new FaultPoint(behaviours);
  }

  #arrivedOn(route: Route): number {
    return this.#arrived.get(route) ?? 0;
  }
}
