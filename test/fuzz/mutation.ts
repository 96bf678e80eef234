import fc from 'fast-check';

/** Mutation is one change to one part of a response. */
export interface Mutation {
  readonly kind: 'remove' | 'null' | 'number' | 'text' | 'truth' | 'list' | 'object' | 'lengthen';
  /** The number of the part. All parts are counted from the outermost one. */
  readonly part: number;
}

export const arbitraryMutation: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.constantFrom('remove', 'null', 'number', 'text', 'truth', 'list', 'object', 'lengthen'),
  part: fc.nat(1000),
});

const REPLACEMENTS: Readonly<Record<Exclude<Mutation['kind'], 'remove' | 'lengthen'>, unknown>> = {
  null: null,
  number: 7,
  text: 'seven',
  truth: true,
  list: [],
  object: {},
};

/** mutate changes one part of a JSON value. */
export function mutate(json: unknown, { kind, part }: Mutation): unknown {
  const root = { root: structuredClone(json) };
  const parts = [...partsOf(root)];
  const { parent, key } = parts[part % parts.length] as Part;
  if (kind === 'remove') {
    if (Array.isArray(parent)) parent.splice(Number(key), 1);
    else if (parent !== root) Reflect.deleteProperty(parent, key);
  } else {
    const value: unknown = Reflect.get(parent, key);
    Reflect.set(parent, key, kind === 'lengthen' ? lengthened(value) : REPLACEMENTS[kind]);
  }
  return root.root;
}

interface Part {
  readonly parent: object;
  readonly key: string;
}

function* partsOf(parent: object): Generator<Part> {
  for (const [key, value] of Object.entries(parent)) {
    yield { parent, key };
    if (typeof value === 'object' && value !== null) yield* partsOf(value);
  }
}

function lengthened(value: unknown): unknown {
  if (typeof value === 'string') return value + 'x'.repeat(10_000);
  if (typeof value === 'number') return value * 1e12;
  if (Array.isArray(value)) return [...value, ...value, null];
  return { ...(typeof value === 'object' ? value : {}), ...{ another: { deep: [value] } } };
}
