/** quantile returns the value below which a share (0 to 1) of all values is. NaN if there are no values. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.round((sorted.length - 1) * share)] ?? Number.NaN;
}

/** median returns the median of values. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** Ratio compares two lists of values. Values with the same index were measured one after the other. */
export interface Ratio {
  readonly ofMedians: number;
  /** The middle half of the ratios of single rounds is between these. */
  readonly quartiles: readonly [low: number, high: number];
}

/** ratioOf compares two lists of values. */
export function ratioOf(values: readonly number[], others: readonly number[]): Ratio {
  const single = values.map((value, index) => value / (others[index] ?? Number.NaN));
  return {
    ofMedians: median(values) / median(others),
    quartiles: [quantile(single, 0.25), quantile(single, 0.75)],
  };
}
