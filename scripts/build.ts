/**
 * Packs the action (dist/) and the emulator (emulator/dist/) with @vercel/ncc: one bundle for all steps, parts that are loaded only
 * when they are needed, and the licenses of all packages inside. Nothing is minified. The output depends only on the sources and
 * the lock file.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ncc from '@vercel/ncc';
import { chunksOf, fileNames, packagesIn, withFileNames } from './chunks.ts';
import { withoutComments } from './comments.ts';
import { withoutDeadValues } from './dead-values.ts';
import { licensesOf } from './licenses.ts';

const ROOT = join(import.meta.dirname, '..');
const BUILD = join(ROOT, 'build');

/** The contents of a folder: a bundle, and files with one line, which call a function of the bundle. */
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

/** ncc cannot use TypeScript 7, so the compiler runs first. Its output gets the format of the sources, which is also shorter. */
function compile(): void {
  rmSync(BUILD, { recursive: true, force: true });
  const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
  execFileSync(process.execPath, [tsc, '-p', 'scripts/tsconfig.build.json'], { cwd: ROOT, stdio: 'inherit' });
  const biome = join(ROOT, 'node_modules/@biomejs/biome/bin/biome');
  const folders = ['build/src', 'build/emulator'];
  const args = [
    'format',
    '--write',
    '--vcs-enabled=false',
    '--line-width=120',
    '--log-level=error',
    ...folders,
  ];
  execFileSync(process.execPath, [biome, ...args], { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
  // Without this file, the type "module" of the root would apply, and ES modules start more slowly than CommonJS.
  writeFileSync(join(BUILD, 'package.json'), '{}\n');
  for (const name of WITHOUT_SIDE_EFFECTS) copyWithoutSideEffects(name);
}

/** Changes nothing in node_modules: the bundler finds the copy under build/ first. */
function copyWithoutSideEffects(name: string): void {
  const [from, to] = [ROOT, BUILD].map((folder) => join(folder, 'node_modules', name)) as [string, string];
  cpSync(from, to, { recursive: true });
  const manifest = JSON.parse(readFileSync(join(from, 'package.json'), 'utf8'));
  writeFileSync(join(to, 'package.json'), JSON.stringify({ ...manifest, sideEffects: false }));
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
    writeFileSync(
      join(dist, name),
      name.endsWith('.js') ? withoutComments(withoutDeadValues(String(text))) : text,
    );
  }
}

/** Creates an entry that calls one function. With two entries, the main step and the post step can never be confused. */
function entryOf(name: string, call: string): string {
  const up = relative(dirname(name), '.') || '.';
  return `require('${up}/index.js').${call}();\n`;
}
