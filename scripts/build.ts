/**
 * Packs dist/, the action, and emulator/dist/, the emulator as an action: what the steps load at once, what is loaded only
 * where it is needed, and the licences of everything inside. Not minified, each file named for what is in it. The output
 * depends on the sources and the lock file alone.
 */
import { rmSync, writeFileSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { type CodeSplittingGroup, type OutputChunk, rolldown } from 'rolldown';
import { licencesOf, packagesAmong } from './licences.ts';

const ROOT = join(import.meta.dirname, '..');

interface Package {
  readonly folder: string;
  /** The sources to begin with, by the names that they get. */
  readonly entries: Readonly<Record<string, string>>;
  /**
   * What several parts share goes into few files: to open one takes as long as to compile 20 kB (docs/performance.md).
   */
  readonly shared: CodeSplittingGroup[];
}

const ACTION: Package = {
  folder: 'dist',
  entries: { 'main/index': 'src/main.ts', 'post/index': 'src/post.ts' },
  shared: [
    // All that both entries begin with.
    { name: 'start', tags: ['$initial'], test: (id) => !isEntry(id, ACTION) },
    // What speaks to servers, and what the operations have in common.
    {
      name: 'operations',
      test: /src.(?:http|management-api|data-plane|operations|tokens)/,
      minShareCount: 2,
    },
    { name: 'octokit-endpoint', test: /@octokit.endpoint/ },
  ],
};

const EMULATOR: Package = {
  folder: 'emulator/dist',
  entries: {
    main: 'emulator/src/main.ts',
    post: 'emulator/src/post.ts',
    server: 'emulator/src/server.ts',
  },
  shared: [{ name: 'shared', tags: ['$initial'], minShareCount: 2 }],
};

for (const one of [ACTION, EMULATOR]) await pack(one);

async function pack({ folder, entries, shared }: Package): Promise<void> {
  const dist = join(ROOT, folder);
  rmSync(dist, { recursive: true, force: true });
  await using bundle = await rolldown({
    cwd: ROOT,
    input: entries,
    platform: 'node',
    // ES modules where a package has both: what is not used of them is left out.
    resolve: { mainFields: ['module', 'main'] },
  });
  const { output } = await bundle.write({
    dir: dist,
    // CommonJS starts faster than ES modules, and import() of those that are CommonJS faster as require().
    format: 'cjs',
    dynamicImportInCjs: false,
    entryFileNames: '[name].js',
    chunkFileNames: '[name].js',
    codeSplitting: { groups: shared },
  });
  const chunks = output.filter((file): file is OutputChunk => file.type === 'chunk');
  const packages = packagesAmong(chunks.flatMap((chunk) => chunk.moduleIds));
  writeFileSync(join(dist, 'package.json'), `${JSON.stringify({ type: 'commonjs' })}\n`);
  writeFileSync(join(dist, 'licenses.txt'), licencesOf(packages, ROOT));
}

function isEntry(id: string, { entries }: Package): boolean {
  return Object.values(entries).some((entry) => normalize(id) === join(ROOT, entry));
}
