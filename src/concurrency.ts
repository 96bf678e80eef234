/** How many requests may be in flight at once. */
export const MOST_IN_FLIGHT = 8;

export interface Pace {
  /** How many tasks may go on at once when so many have ended. */
  readonly most: (ended: number) => number;
  /** Asked before each task begins; false: no more begin. */
  readonly goesOn: () => boolean;
}

/** STEADY goes on to the end, as fast as is polite. */
export const STEADY: Pace = { most: () => MOST_IN_FLIGHT, goesOn: () => true };

/** inParallel carries out a task for each item, in their order, some at once. Tasks must not throw. */
export async function inParallel<Item>(
  items: Iterable<Item>,
  task: (item: Item) => Promise<void>,
  { most, goesOn }: Pace = STEADY,
): Promise<void> {
  const inFlight = new Set<Promise<void>>();
  let ended = 0;
  for (const item of items) {
    while (inFlight.size >= most(ended)) await Promise.race(inFlight);
    if (!goesOn()) break;
    const begun = task(item).then(() => {
      ended++;
      inFlight.delete(begun);
    });
    inFlight.add(begun);
  }
  await Promise.all(inFlight);
}
