/** quantile is the value below which a share of all lies, from 0 to 1; NaN of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.round((sorted.length - 1) * share)] ?? Number.NaN;
}

/** median is the value in the middle. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** Ratio is one series beside another, of which the values with the same number were measured one after the other. */
export interface Ratio {
  readonly ofMedians: number;
  /** Between these lies the middle half of the ratios of single rounds. */
  readonly quartiles: readonly [low: number, high: number];
}

/** ratioOf compares two series. */
export function ratioOf(values: readonly number[], others: readonly number[]): Ratio {
  const single = values.map((value, index) => value / (others[index] ?? Number.NaN));
  return {
    ofMedians: median(values) / median(others),
    quartiles: [quantile(single, 0.25), quantile(single, 0.75)],
  };
}
