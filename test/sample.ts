/** Choice is a selection of all items, and how to make the same selection again. */
export interface Choice<Item> {
  readonly chosen: readonly Item[];
  /** In brackets, or empty. */
  readonly how: string;
}

/**
 * chosenFrom selects items by environment variables. `NAME=all` selects all items. `NAME_ONLY` selects the items whose name
 * contains its value, as a failure prints it. Otherwise, a random sample of this size is selected, with `NAME_SEED` as the seed.
 */
export function chosenFrom<Item>(
  all: readonly Item[],
  nameOf: (item: Item) => string,
  variable: string,
  size: number,
): Choice<Item> {
  const only = process.env[`${variable}_ONLY`];
  if (only) return { chosen: all.filter((item) => nameOf(item).includes(only)), how: '' };
  if (process.env[variable] === 'all') return { chosen: all, how: '' };
  const seed = Number(process.env[`${variable}_SEED`] ?? Date.now() % 1_000_000);
  return { chosen: sampleOf(all, size, seed), how: ` (${variable}_SEED=${seed})` };
}

/** Selects different random items. A linear congruential generator selects the same items for the same seed. */
function sampleOf<Item>(all: readonly Item[], size: number, seed: number): Item[] {
  const left = [...all];
  let state = seed;
  return Array.from({ length: Math.min(size, left.length) }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return left.splice(state % left.length, 1)[0] as Item;
  });
}
