/**
 * Packs dist/: what main and post load at once, what is loaded only where it is needed, and the licences of everything
 * inside. Not minified, each file named for what is in it. The output depends on the sources and the lock file alone.
 */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CodeSplittingGroup, type OutputChunk, rolldown } from 'rolldown';
import { licencesOf, packagesAmong } from './licences.ts';

const ROOT = join(import.meta.dirname, '..');
const DIST = join(ROOT, 'dist');
const ENTRIES = { 'main/index': 'src/main.ts', 'post/index': 'src/post.ts' };

/** What several parts share goes into few files: to open one takes longer than to read another 20 kB (docs/performance.md). */
const SHARED: CodeSplittingGroup[] = [
  // All that both entries begin with.
  { name: 'start', tags: ['$initial'], test: (id) => !isEntry(id) },
  // What speaks to servers, and what the operations have in common.
  { name: 'operations', test: /src.(?:http|management-api|data-plane|operations|tokens)/, minShareCount: 2 },
  { name: 'octokit-endpoint', test: /@octokit.endpoint/ },
];

rmSync(DIST, { recursive: true, force: true });
await using bundle = await rolldown({
  cwd: ROOT,
  input: ENTRIES,
  platform: 'node',
  // ES modules where a package has both: what is not used of them is left out.
  resolve: { mainFields: ['module', 'main'] },
});
const { output } = await bundle.write({
  dir: DIST,
  // CommonJS starts faster than ES modules, and import() of those that are CommonJS faster as require().
  format: 'cjs',
  dynamicImportInCjs: false,
  entryFileNames: '[name].js',
  chunkFileNames: '[name].js',
  codeSplitting: { groups: SHARED },
});
const chunks = output.filter((file): file is OutputChunk => file.type === 'chunk');
writeFileSync(join(DIST, 'package.json'), `${JSON.stringify({ type: 'commonjs' })}\n`);
writeFileSync(
  join(DIST, 'licenses.txt'),
  licencesOf(packagesAmong(chunks.flatMap((chunk) => chunk.moduleIds)), ROOT),
);

function isEntry(id: string): boolean {
  return Object.values(ENTRIES).some((entry) => id === join(ROOT, entry));
}
