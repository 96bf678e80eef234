import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { licencesOf } from '../scripts/licences.ts';
import { FOLDERS, withTables } from '../scripts/readme-tables.ts';
import { INPUTS } from '../src/inputs/declared.ts';
import { OUTPUTS } from '../src/runner/runner.ts';
import { diagnostics } from './github-schema.ts';

const ROOT = join(import.meta.dirname, '..');
const ACTION_YML = read('action.yml');
const ACTION: {
  inputs: Record<string, { description: string; default?: string }>;
  outputs: Record<string, { description: string }>;
  runs: Record<string, string>;
  branding: Record<string, string>;
} = parse(ACTION_YML);

describe('action.yml', () => {
  test('passes the check of GitHub’s own schema', async () => {
    expect(await diagnostics('action.yml', ACTION_YML)).toEqual([]);
  });

  test('would not pass it with a key that GitHub does not know', async () => {
    expect(await diagnostics('action.yml', `${ACTION_YML}\nsteps: []\n`)).not.toEqual([]);
  });

  test('declares exactly the inputs that the code reads, with the same defaults', () => {
    const declared = Object.entries(ACTION.inputs).map(([name, input]) => [name, input.default ?? '']);
    const read = Object.entries(INPUTS).map(([name, input]) => {
      if ('evaluated' in input) return [name, `\${{ ${input.evaluated} }}`];
      return [name, 'default' in input ? input.default : ''];
    });
    expect(declared).toEqual(read);
  });

  test('declares exactly the outputs that the code sets', () => {
    expect(Object.keys(ACTION.outputs)).toEqual([...OUTPUTS]);
  });

  test('runs what is packed in dist, on Node 24', () => {
    expect(ACTION.runs).toEqual({ using: 'node24', main: 'dist/main/index.js', post: 'dist/post/index.js' });
    expect(existsSync(join(ROOT, ACTION.runs['main'] ?? ''))).toBe(true);
    expect(existsSync(join(ROOT, ACTION.runs['post'] ?? ''))).toBe(true);
    expect(ACTION.branding).toMatchObject({ icon: 'lock', color: 'purple' });
  });

  test('never declares an input as required, since the runner does not enforce it', () => {
    for (const input of Object.values(ACTION.inputs)) expect(input).not.toHaveProperty('required');
  });
});

test.for(FOLDERS)(
  'the README.md in %s says of inputs and outputs what action.yml says (else: npm run readme)',
  (folder) => {
    const readme = read(join(folder, 'README.md'));
    expect(readme).toBe(withTables(readme, read(join(folder, 'action.yml'))));
  },
);

describe('what README.md and docs show', () => {
  const pages = [
    'README.md',
    'emulator/README.md',
    ...readdirSync(join(ROOT, 'docs')).map((name) => `docs/${name}`),
  ].filter((page) => read(page).includes('```yaml'));

  test('are workflows, for the most part', () => {
    expect(pages).toEqual(
      expect.arrayContaining(['README.md', 'emulator/README.md', 'docs/influxctl.md', 'docs/rotation.md']),
    );
  });

  test.for(pages)('is what GitHub would run: %s', async (page) => {
    const snippets = [...read(page).matchAll(/```yaml\n(.*?)```/gs)].map(([, snippet = '']) => snippet);
    for (const snippet of snippets) expect(await diagnostics('snippet.yml', workflow(snippet))).toEqual([]);
  });
});

/** Steps alone are put into a job. */
function workflow(snippet: string): string {
  if (!/^ *- /.test(snippet)) return snippet;
  const indented = /^ {6}/.test(snippet) ? snippet : snippet.replaceAll(/^/gm, '      ');
  return `on: push\njobs:\n  job:\n    runs-on: ubuntu-latest\n    steps:\n${indented}`;
}

describe('emulator/action.yml', () => {
  test('passes the check of GitHub’s own schema', async () => {
    expect(await diagnostics('action.yml', read('emulator/action.yml'))).toEqual([]);
  });
});

describe('examples', () => {
  test.for(readdirSync(join(ROOT, 'examples')))(
    '%s passes the check of GitHub’s own schema',
    async (name) => {
      expect(await diagnostics(name, read(`examples/${name}`))).toEqual([]);
    },
  );

  test('would not pass it with an input that the action does not have', async () => {
    const example = read('examples/ephemeral-token.yml').replace('permissions: |', 'permisions: |');
    expect(await diagnostics('typo.yml', example)).toMatchObject([
      { message: expect.stringContaining('permisions') },
    ]);
  });

  test.for<[change: string, from: RegExp, to: string, message: string]>([
    ['an input that the workflow called does not have', /leaked: (?=\$)/, 'leeked: ', 'leeked'],
    ['a secret left out that the workflow called requires', /\n +app-private-key: .*/, '', 'app-private-key'],
    ['an output that is not there', /outputs\.rotated/, 'outputs.rotatd', 'rotatd'],
  ])('would not pass it with %s', async ([, from, to, message]) => {
    const caller = read('examples/call-reusable-rotation.yml').replace(from, to);
    expect(JSON.stringify(await diagnostics('caller.yml', caller))).toContain(message);
  });
});

describe.for(['dist', 'emulator/dist'])('%s', (folder) => {
  const files = filesOf(folder);
  const bundles = files.filter((name) => name.endsWith('.js')).map((name) => read(`${folder}/${name}`));

  test('loads nothing from outside but built-in modules of Node, and its own parts', () => {
    const loaded = bundles.flatMap((bundle) =>
      [...bundle.matchAll(/\b(?:require|import|getBuiltinModule)\(([^*)][^)]*)\)/g)].map(
        ([, what = '']) => what,
      ),
    );
    expect(loaded.length).toBeGreaterThan(10);
    const own = files.map((name) => basename(name));
    const allowed = (what: string): boolean =>
      own.includes(what.replace(/^"\.\.?\/(.*)"$/, '$1')) || isBuiltin(what.replaceAll('"', ''));
    expect(loaded.filter((what) => !allowed(what))).toEqual([]);
  });

  test('holds no hook for tests', () => {
    const allowed =
      /process\.env\[?["']?(?:GITHUB_|STATE_|INPUT_|RUNNER_TEMP|ACTIONS_ORCHESTRATION_ID|https?_proxy|HTTPS?_PROXY|no_proxy|NO_PROXY|NODE_DEBUG)/;
    for (const bundle of bundles) {
      const reads = [...bundle.matchAll(/process\.env(?:\.\w+|\[["']?[\w-]+["']?\])/g)].map(([text]) => text);
      const unknown = reads.filter((text) => !allowed.test(text.replace('.env.', ".env['")));
      expect(unknown.filter((text) => text !== 'process.env[name]')).toEqual([]);
    }
  });

  test('says nothing of the machine that it was packed on', () => {
    for (const bundle of bundles) expect(bundle).not.toContain(ROOT);
  });

  test('comes with the licences of all packages in it', () => {
    const packed = bundles.flatMap((bundle) =>
      [...bundle.matchAll(/^\/\/ node_modules\/((?:@[^/]+\/)?[^/]+)\//gm)].map(([, name]) => name),
    );
    const text = read(`${folder}/licenses.txt`);
    const licences = [...text.matchAll(/^(\S+) \d[\d.]* \(([\w-]+)\)$/gm)];
    expect(licences.map(([, name]) => name)).toEqual([...new Set(packed)].sort());
    // They ask for no more than to be named, which is done by the text itself.
    expect(licences.filter(([, , licence = '']) => !/^(?:MIT|ISC|BSD-[23]-Clause)$/.test(licence))).toEqual(
      [],
    );
    for (const name of new Set(packed)) expect(text).toContain(licencesOf([name ?? ''], ROOT));
  });
});

describe('dist', () => {
  const sizeOf = (name: string): number => statSync(join(ROOT, 'dist', name)).size;

  test('holds nothing that could start a process', () => {
    for (const name of filesOf('dist')) expect(read(`dist/${name}`)).not.toContain('child_process');
  });

  test.for(['main', 'post'])('loads at the start of %s no more than can be reviewed', (step) => {
    const parts = loadedAtOnce(`${step}/index.js`);
    expect([...parts]).toContain('start.js');
    expect([...parts].reduce((sum, name) => sum + sizeOf(name), 0)).toBeLessThanOrEqual(200_000);
  });

  test('is no larger than can be reviewed', () => {
    expect(filesOf('dist').reduce((sum, name) => sum + sizeOf(name), 0)).toBeLessThanOrEqual(700_000);
  });
});

function filesOf(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(ROOT, folder, name)).isFile(),
  );
}

/** The file itself and all that it requires at its top, directly or not. */
function loadedAtOnce(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  for (const [, part = ''] of read(`dist/${file}`).matchAll(/^(?:const|let|var) .*\brequire\("(\..*)"\)/gm)) {
    loadedAtOnce(join(dirname(file), part), found);
  }
  return found;
}

function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}
