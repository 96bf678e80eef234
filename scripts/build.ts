/**
 * Packs dist/: TypeScript to JavaScript, one bundle for each entry, and the licences of everything inside. The output depends on the sources and the lock file alone.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { licencesOf, packagesIn } from './licences.ts';
import { asciiOnly, quickStart } from './quick-start.ts';

const ROOT = join(import.meta.dirname, '..');
const BUILD = join(ROOT, 'build');
const DIST = join(ROOT, 'dist');
const ENTRIES = ['main', 'post'];

const TSC = join(ROOT, 'node_modules/typescript/bin/tsc');
const NCC = join(ROOT, 'node_modules/@vercel/ncc/dist/ncc/cli.js');

const node = (...args: string[]) => execFileSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit' });

for (const folder of [BUILD, DIST]) rmSync(folder, { recursive: true, force: true });
node(TSC, '--project', 'tsconfig.build.json');

// CommonJS starts faster than ES modules; ncc writes it when the nearest package.json does not say "module".
writeFileSync(join(BUILD, 'package.json'), '{}');

const packages = new Set<string>();
for (const entry of ENTRIES) {
  const stats = join(BUILD, `${entry}.stats.json`);
  const folder = join(DIST, entry);
  node(
    NCC,
    'build',
    join(BUILD, `${entry}.js`),
    ...['--out', folder, '--stats-out', stats, '--no-cache', '--quiet'],
  );
  // What is loaded on demand is in files of its own beside index.js.
  for (const name of readdirSync(folder)) {
    const file = join(folder, name);
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, name === 'index.js' ? quickStart(text) : asciiOnly(text));
  }
  for (const name of packagesIn(JSON.parse(readFileSync(stats, 'utf8')))) packages.add(name);
}
writeFileSync(join(DIST, 'package.json'), `${JSON.stringify({ type: 'commonjs' })}\n`);
writeFileSync(join(DIST, 'licenses.txt'), licencesOf([...packages].sort(), ROOT));
