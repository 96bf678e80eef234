/**
 * Packs dist/: TypeScript to JavaScript, one bundle for both entries, and the licences of everything inside. The output
 * depends on the sources and the lock file alone.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { licencesOf, packagesIn } from './licences.ts';

const ROOT = join(import.meta.dirname, '..');
const BUILD = join(ROOT, 'build');
const DIST = join(ROOT, 'dist');
/** Each has an entry of its own, as action.yml names them. What they load is in files beside index.js. */
const STEPS = ['main', 'post'];

const TSC = join(ROOT, 'node_modules/typescript/bin/tsc');
const NCC = join(ROOT, 'node_modules/@vercel/ncc/dist/ncc/cli.js');

const node = (...args: string[]) => execFileSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit' });

for (const folder of [BUILD, DIST]) rmSync(folder, { recursive: true, force: true });
node(TSC, '--project', 'tsconfig.build.json');

// CommonJS starts faster than ES modules; ncc writes it when the nearest package.json does not say "module".
writeFileSync(join(BUILD, 'package.json'), '{}');

const stats = join(BUILD, 'stats.json');
node(NCC, 'build', join(BUILD, 'action.js'), '--out', DIST, '--stats-out', stats, '--no-cache', '--quiet');
for (const step of STEPS) {
  mkdirSync(join(DIST, step));
  writeFileSync(join(DIST, step, 'index.js'), `require('../index.js').run('${step}');\n`);
}
writeFileSync(join(DIST, 'package.json'), `${JSON.stringify({ type: 'commonjs' })}\n`);
const packages = packagesIn(JSON.parse(readFileSync(stats, 'utf8')));
writeFileSync(join(DIST, 'licenses.txt'), licencesOf([...packages].sort(), ROOT));
