/** Chunk is a file of the bundle, as webpack (which is part of ncc) describes it. */
export interface Chunk {
  /** The file that webpack has written, for example `505.index.js`. */
  readonly file: string;
  /** The import() expressions that load the chunk, as written. For the bundle itself: its path. */
  readonly imports: readonly string[];
  /** The paths of all modules in the chunk, relative to the root. */
  readonly modules: readonly string[];
}

/** The part of webpack's statistics that is used here. */
export interface Stats {
  toJson(options: object): {
    readonly chunks: readonly {
      readonly files: readonly string[];
      readonly origins: readonly { readonly request: string }[];
      readonly modules: readonly StatsModule[];
    }[];
  };
}

/** Modules that webpack has joined have no separate names. */
interface StatsModule {
  readonly name: string;
  readonly modules?: readonly StatsModule[];
}

/** The generated function that derives the name of a file from the number of a chunk. */
const FILE_NAME_EXPRESSION = 'return "" + chunkId + ".index.js";';

/** chunksOf reads the chunks in webpack's statistics. */
export function chunksOf(stats: Stats): Chunk[] {
  const everyModule = {
    groupModulesByType: false,
    chunkModulesSpace: Infinity,
    nestedModulesSpace: Infinity,
  };
  const { chunks } = stats.toJson({
    chunkModules: true,
    chunkOrigins: true,
    nestedModules: true,
    ...everyModule,
  });
  return chunks.map(({ files, origins, modules }) => ({
    file: files[0] ?? '',
    imports: [...new Set(origins.map(({ request }) => request))],
    modules: modules.flatMap((module) => module.modules ?? [module]).map(({ name }) => name),
  }));
}

/** fileNames names each file, except the bundle itself, for its contents. Throws if two files get the same name. */
export function fileNames(chunks: readonly Chunk[]): Map<string, string> {
  const names = new Map(
    chunks.filter(({ file }) => file !== 'index.js').map((chunk) => [chunk.file, nameOf(chunk)]),
  );
  if (new Set(names.values()).size < names.size) {
    throw new Error(`two chunks have the same name: ${[...names].join(', ')}`);
  }
  return names;
}

/** withFileNames makes the bundle load the files by their names. Throws if the bundle does not load them as expected. */
export function withFileNames(code: string, names: ReadonlyMap<string, string>): string {
  const byNumber = Object.fromEntries([...names].map(([file, name]) => [Number.parseInt(file, 10), name]));
  const parts = code.split(FILE_NAME_EXPRESSION);
  if (parts.length !== 2) throw new Error('the bundle does not load its chunks as expected');
  return parts.join(`return (${JSON.stringify(byNumber, null, 2)})[chunkId];`);
}

/** packagesIn returns the packages that have a module in one of the chunks, sorted by name. */
export function packagesIn(chunks: readonly Chunk[]): string[] {
  return [...new Set(chunks.flatMap(({ modules }) => modules.flatMap(packagesOf)))].sort();
}

/** Throws for a package inside another one, because the build would not find its license. */
function packagesOf(module: string): string[] {
  const [, name, ...nested] = module.split(/(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)(?=\/)/);
  if (nested.length > 1)
    throw new Error(`${module} is in a nested package, whose license the build does not find`);
  return name === undefined ? [] : [name];
}

/**
 * If webpack has split off a chunk for its packages, the chunk is named for the packages, or for the module that needs them all.
 * Other chunks are named for the imported module.
 */
function nameOf(chunk: Chunk): string {
  const packages = packagesIn([chunk]);
  const isOnlyPackages =
    packages.length > 0 && chunk.modules.every((module) => packagesOf(module).length > 0);
  const imported = chunk.imports.map(plain).sort().join('-and-');
  if (isOnlyPackages)
    return `${packages.length <= 2 ? packages.map(plain).join('-and-') : `packages-of-${imported}`}.js`;
  return chunk.imports.length === 1 ? `${imported}.js` : `shared-by-${imported}.js`;
}

/** `@noble/hashes` becomes `noble-hashes`, and `./operations/create.js` becomes `create`. */
function plain(name: string): string {
  return name.startsWith('@')
    ? name.slice(1).replace('/', '-')
    : name.replace(/^.*\//, '').replace(/\.js$/, '');
}
