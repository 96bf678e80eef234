/**
 * Packs dist/, the action, and emulator/dist/, the emulator as an action, with @vercel/ncc: one bundle for all steps, parts
 * that are loaded only where they are needed, and the licenses of everything inside. Nothing is minified. The output depends
 * on the sources and the lock file alone.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ncc from '@vercel/ncc';
import { chunksOf, fileNames, packagesIn, withFileNames } from './chunks.ts';
import { licensesOf } from './licenses.ts';

const ROOT = join(import.meta.dirname, '..');
const BUILD = join(ROOT, 'build');

/** What a folder contains: a bundle, and files of one line, each of which calls a function of the bundle. */
interface Package {
  readonly folder: string;
  readonly bundle: string;
  readonly entries: Readonly<Record<string, string>>;
}

const ACTION: Package = {
  folder: 'dist',
  bundle: 'src/index.js',
  entries: {
    'main/index.js': 'runMain',
    'post/index.js': 'runPost',
    'management-token/main/index.js': 'runManagementMain',
    'management-token/post/index.js': 'runManagementPost',
  },
};

const EMULATOR: Package = {
  folder: 'emulator/dist',
  bundle: 'emulator/src/index.js',
  entries: { 'main.js': 'runMain', 'post.js': 'runPost', 'serve.js': 'runServer' },
};

/**
 * Importing these packages has no side effects, but their package.json does not say so. Webpack would pack everything in them, and
 * @actions/core contains code that starts processes and asks for OIDC tokens.
 */
const WITHOUT_SIDE_EFFECTS = ['@actions/core', 'smol-toml'];

// Webpack numbers modules by their paths relative to the working directory.
process.chdir(ROOT);
compile();
for (const one of [ACTION, EMULATOR]) await pack(one);

/** ncc cannot use TypeScript 7, so the compiler comes first. Our comments stay in src/: dist/ would be a tenth larger with them. */
function compile(): void {
  rmSync(BUILD, { recursive: true, force: true });
  const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
  execFileSync(process.execPath, [tsc, '-p', 'scripts/tsconfig.build.json'], { cwd: ROOT, stdio: 'inherit' });
  // Without this file the type "module" of the root would count, and ES modules start slower than CommonJS.
  writeFileSync(join(BUILD, 'package.json'), '{}\n');
  for (const name of WITHOUT_SIDE_EFFECTS) {
    const [from, to] = [ROOT, BUILD].map((folder) => join(folder, 'node_modules', name)) as [string, string];
    cpSync(from, to, { recursive: true });
    const manifest = JSON.parse(readFileSync(join(from, 'package.json'), 'utf8'));
    writeFileSync(join(to, 'package.json'), JSON.stringify({ ...manifest, sideEffects: false }));
  }
}

async function pack({ folder, bundle, entries }: Package): Promise<void> {
  const { code, assets, stats } = await ncc(join(BUILD, bundle), {
    cache: false,
    quiet: true,
    target: 'es2024',
  });
  const chunks = chunksOf(stats);
  const names = fileNames(chunks);
  const dist = join(ROOT, folder);
  rmSync(dist, { recursive: true, force: true });
  const files = {
    'index.js': withFileNames(code, names),
    ...Object.fromEntries(
      Object.entries(assets).map(([name, { source }]) => [names.get(name) ?? name, source]),
    ),
    ...Object.fromEntries(Object.entries(entries).map(([name, call]) => [name, entryOf(name, call)])),
    'package.json': `${JSON.stringify({ type: 'commonjs' })}\n`,
    'licenses.txt': licensesOf(packagesIn(chunks), ROOT),
  };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dist, name)), { recursive: true });
    writeFileSync(join(dist, name), text);
  }
}

/** Two entries that differ in a call cannot be mistaken for each other, as one file could that looks for a state. */
function entryOf(name: string, call: string): string {
  const up = relative(dirname(name), '.') || '.';
  return `require('${up}/index.js').${call}();\n`;
}
