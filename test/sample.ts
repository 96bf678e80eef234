/** sampleOf picks some at random, none twice; the same for the same seed, by a linear congruential generator. */
export function sampleOf<Item>(all: readonly Item[], size: number, seed: number): Item[] {
  const left = [...all];
  let state = seed;
  return Array.from({ length: Math.min(size, left.length) }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return left.splice(state % left.length, 1)[0] as Item;
  });
}
