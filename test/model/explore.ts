/** Exploration is the result of exploring every world that is reachable from a first one. */
export interface Exploration {
  readonly states: number;
  readonly counterexample: Counterexample | undefined;
}

/** Counterexample is the shortest path to a forbidden world. */
export interface Counterexample {
  readonly violation: string;
  readonly trace: readonly string[];
}

/** Visit stores the path to a world, without the worlds on it. */
interface Visit {
  readonly says: string;
  readonly from: Visit | undefined;
}

/** Search contains the functions that a search needs. */
export interface Search<World> {
  /** Returns all possible next steps. */
  readonly following: (world: World) => { readonly says: string; readonly world: World }[];
  /** Returns what is wrong with a world. Undefined if nothing is. */
  readonly check: (world: World) => Violation | undefined;
  /** Returns the same key for two worlds with the same future. */
  readonly keyOf: (world: World) => string;
}

/** explore visits every reachable world once, the nearest first. */
export function explore<World>(start: World, { following, check, keyOf }: Search<World>): Exploration {
  const seen = new Set([keyOf(start)]);
  let nearest: [World, Visit | undefined][] = [[start, undefined]];
  while (nearest.length > 0) {
    const next: typeof nearest = [];
    for (const [world, visit] of nearest) {
      for (const outcome of following(world)) {
        const key = keyOf(outcome.world);
        if (seen.has(key)) continue;
        seen.add(key);
        const reached = { says: outcome.says, from: visit };
        const violation = check(outcome.world);
        if (violation) return { states: seen.size, counterexample: counterexampleOf(violation, reached) };
        next.push([outcome.world, reached]);
      }
    }
    nearest = next;
  }
  return { states: seen.size, counterexample: undefined };
}

/** Violation is what is wrong with a world, and what an undisturbed run did in it. */
export interface Violation {
  readonly what: string;
  readonly later: readonly string[];
}

function counterexampleOf({ what, later }: Violation, reached: Visit): Counterexample {
  const trace: string[] = [];
  for (let visit: Visit | undefined = reached; visit; visit = visit.from) trace.unshift(visit.says);
  return { violation: what, trace: [...trace, ...later] };
}

/** describeCounterexample describes a counterexample for people. */
export function describeCounterexample({ violation, trace }: Counterexample): string {
  return [...trace.map((says, index) => `${`${index + 1}`.padStart(3)}. ${says}`), `  => ${violation}`].join(
    '\n',
  );
}
