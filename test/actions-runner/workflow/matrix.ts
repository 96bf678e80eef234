/** The values of one job of a matrix. */
export type Combination = Readonly<Record<string, unknown>>;

/**
 * The jobs of a `strategy.matrix`: every combination that is not excluded. An `include` entry is added to each combination whose
 * own values it does not change. If there is no such combination, the entry becomes a separate job.
 */
export function combinations(matrix: Readonly<Record<string, unknown>>): Combination[] {
  const { include, exclude, ...axes } = matrix;
  const combinations = cross(axes).filter(
    (values) => !entries(exclude).some((part) => agree(part, values, part)),
  );
  const jobs: Combination[] = [...combinations];
  for (const extra of entries(include)) {
    const fitting = combinations.flatMap((values, index) => (agree(values, extra, axes) ? [index] : []));
    if (fitting.length === 0) jobs.push(extra);
    for (const index of fitting) jobs[index] = { ...jobs[index], ...extra };
  }
  return jobs;
}

function entries(list: unknown): readonly Combination[] {
  return Array.isArray(list) ? list : [];
}

function cross(axes: Combination): Combination[] {
  const names = Object.keys(axes);
  if (names.length === 0) return [];
  return names.reduce<Combination[]>(
    (combinations, name) => combinations.flatMap((values) => withEach(values, name, axes)),
    [{}],
  );
}

function withEach(values: Combination, name: string, axes: Combination): Combination[] {
  const axis = axes[name];
  if (!Array.isArray(axis)) throw new Error(`strategy.matrix.${name} is not a list`);
  return axis.map((value: unknown) => ({ ...values, [name]: value }));
}

/** Whether two combinations have the same values for all of these names that both contain. */
function agree(one: Combination, other: Combination, names: Combination): boolean {
  return Object.keys(names).every(
    (name) => !(name in one) || !(name in other) || JSON.stringify(one[name]) === JSON.stringify(other[name]),
  );
}
