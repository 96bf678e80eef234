/** Choice is what is tried of all there is, and how to try the same again. */
export interface Choice<Item> {
  readonly chosen: readonly Item[];
  /** In brackets, or empty. */
  readonly how: string;
}

/**
 * chosenFrom picks by the environment: `NAME=all` everything, `NAME_ONLY` what is called so or has that in its name, as a
 * failure prints it; otherwise a sample of so many, by `NAME_SEED`.
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

/** Some at random, none twice; the same for the same seed, by a linear congruential generator. */
function sampleOf<Item>(all: readonly Item[], size: number, seed: number): Item[] {
  const left = [...all];
  let state = seed;
  return Array.from({ length: Math.min(size, left.length) }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return left.splice(state % left.length, 1)[0] as Item;
  });
}
