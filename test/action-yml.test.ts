import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { licensesOf } from '../scripts/licenses.ts';
import { groupsIn, operationsIn, PAGES, withTables } from '../scripts/readme-tables.ts';
import { MANAGEMENT_INPUTS } from '../src/management-token/inputs.ts';
import { INPUTS, type OperationName } from '../src/request/inputs.ts';
import { OUTPUTS } from '../src/runner/runner.ts';
import { diagnostics } from './github-schema.ts';

const ROOT = join(import.meta.dirname, '..');
const ACTION_YML = read('action.yml');
const ACTION: {
  name: string;
  author: string;
  description: string;
  inputs: Record<string, { description: string; default?: string }>;
  outputs: Record<string, { description: string }>;
  runs: Record<string, string>;
  branding: Record<string, string>;
} = parse(ACTION_YML);

describe('action.yml', () => {
  test('passes the check of GitHub’s own schema', async () => {
    expect(await diagnostics('action.yml', ACTION_YML)).toEqual([]);
  });

  test('does not pass the check with a key that GitHub does not know', async () => {
    expect(await diagnostics('action.yml', `${ACTION_YML}\nsteps: []\n`)).not.toEqual([]);
  });

  test('declares exactly the inputs that the code reads, with the same defaults', () => {
    const declared = Object.entries(ACTION.inputs).map(([name, input]) => [name, input.default ?? '']);
    const read = Object.entries(INPUTS).map(([name, input]) => {
      if ('runnerExpression' in input) return [name, `\${{ ${input.runnerExpression} }}`];
      return [name, 'default' in input ? input.default : ''];
    });
    // Readers want them grouped, so the order differs.
    expect(Object.fromEntries(declared)).toEqual(Object.fromEntries(read));
  });

  test('names the operations that use an input at the end of its description', () => {
    const named = Object.entries(ACTION.inputs).map(([name, { description }]) => [
      name,
      operationsIn(description)?.toSorted() ?? 'all',
    ]);
    const usedBy = Object.entries<{ usedBy: 'all' | readonly OperationName[] }>(INPUTS).map(
      ([name, input]) => [name, input.usedBy === 'all' ? 'all' : input.usedBy.toSorted()],
    );
    expect(Object.fromEntries(named)).toEqual(Object.fromEntries(usedBy));
  });

  test('declares exactly the outputs that the code sets', () => {
    expect(Object.keys(ACTION.outputs).toSorted()).toEqual([...OUTPUTS].toSorted());
  });

  test('names the operations that set an output at the end of its description', () => {
    const operations = new Set<string>(
      Object.values(INPUTS).flatMap(({ usedBy }) => (usedBy === 'all' ? [] : usedBy)),
    );
    for (const { description } of Object.values(ACTION.outputs)) {
      const named = operationsIn(description) ?? ['none'];
      expect(named.filter((name) => !operations.has(name))).toEqual([]);
    }
  });

  test('runs the packed files in dist, on Node 24', () => {
    expect(ACTION.runs).toEqual({ using: 'node24', main: 'dist/main/index.js', post: 'dist/post/index.js' });
    expect(existsSync(join(ROOT, ACTION.runs['main'] ?? ''))).toBe(true);
    expect(existsSync(join(ROOT, ACTION.runs['post'] ?? ''))).toBe(true);
    expect(ACTION.branding).toMatchObject({ icon: 'lock', color: 'purple' });
  });

  test('has what GitHub Marketplace requires', () => {
    expect(ACTION.name).toBe('InfluxDB database token');
    expect(ACTION.author).toBeTruthy();
    expect(ACTION.description.length).toBeLessThan(125);
    expect(parse(read('emulator/action.yml')).name).not.toBe(ACTION.name);
  });

  test.for<[what: string, from: string, to: string]>([
    ['icon', 'icon: lock', 'icon: padlock'],
    ['color', 'color: purple', 'color: violet'],
  ])('does not pass the check with a %s that the Marketplace does not know', async ([, from, to]) => {
    expect(await diagnostics('action.yml', ACTION_YML.replace(from, to))).not.toEqual([]);
  });

  test('never declares an input as required, because the runner does not enforce it', () => {
    for (const input of Object.values(ACTION.inputs)) expect(input).not.toHaveProperty('required');
  });
});

test.for(['inputs', 'outputs'] as const)(
  'a heading of %s that names operations names those of all its entries',
  (kind) => {
    const groups = groupsIn(ACTION_YML, kind);
    const named = groups.flatMap(({ heading = '', entries }) => {
      const [, operations] = / of (.*)$/.exec(heading) ?? [];
      return operations === undefined ? [] : entries.map((entry) => ({ entry, operations }));
    });
    expect(named.length).toBeGreaterThan(10);
    for (const { entry, operations } of named)
      expect({ [entry.name]: entry.operations?.toSorted() }).toEqual({
        [entry.name]: operations.split(/, (?:and )?| and /).toSorted(),
      });
  },
);

describe('the tables of README.md', () => {
  const README = ['inputs', 'outputs']
    .map((kind) => `<!-- ${kind} from action.yml -->\n<!-- end of ${kind} -->\n`)
    .join('');

  test('have a heading for each comment, an anchor for each row, and operations where they differ', () => {
    const tables = withTables(
      README,
      `inputs:
  # For both
  one:
    description: One.
    default: 1
  two:
    description: Two. For \`a\`, \`b\`, and \`c\`.
  # For one
  three:
    description: For \`d\` it is three. For \`a\`.
outputs:
  four:
    description: Four. From \`a\` and \`b\`.
`,
    );
    expect(tables).toBe(`<!-- inputs from action.yml -->

### For both

| input | operations | default | meaning |
|---|---|---|---|
| <a id="input-one"></a>\`one\` | all | \`1\` | One. |
| <a id="input-two"></a>\`two\` | \`a\`, \`b\`, \`c\` |  | Two. |

### For one

| input | default | meaning |
|---|---|---|
| <a id="input-three"></a>\`three\` |  | For \`d\` it is three. |

<!-- end of inputs -->
<!-- outputs from action.yml -->

| output | meaning |
|---|---|
| <a id="output-four"></a>\`four\` | Four. |

<!-- end of outputs -->
`);
  });

  test('are not written to a README.md without a place for them', () => {
    expect(() => withTables('', ACTION_YML)).toThrow('README.md has no place for the inputs');
  });
});

test.for(PAGES)(
  '%s describes the inputs and outputs in %s/action.yml (else: npm run readme)',
  ([page, folder]) => {
    const text = read(page);
    expect(text).toBe(withTables(text, read(join(folder, 'action.yml'))));
  },
);

describe('YAML in README.md and docs', () => {
  const pages = [
    'README.md',
    'emulator/README.md',
    ...readdirSync(join(ROOT, 'docs'))
      .filter((name) => name.endsWith('.md'))
      .map((name) => `docs/${name}`),
  ].filter((page) => read(page).includes('```yaml'));

  test('is mostly workflows', () => {
    expect(pages).toEqual(
      expect.arrayContaining(['README.md', 'emulator/README.md', 'docs/influxctl.md', 'docs/rotation.md']),
    );
  });

  test.for(pages)('passes the check of GitHub’s own schema: %s', async (page) => {
    const snippets = [...read(page).matchAll(/```yaml\n(.*?)```/gs)].map(([, snippet = '']) => snippet);
    for (const snippet of snippets) {
      const isAction = /^runs:/m.test(snippet);
      const found = isAction
        ? await diagnostics('action.yml', snippet)
        : await diagnostics('snippet.yml', workflow(snippet));
      expect(found).toEqual([]);
    }
  });
});

/** A list of steps is put into a job. */
function workflow(snippet: string): string {
  if (!/^ *- /.test(snippet)) return snippet;
  const indented = /^ {6}/.test(snippet) ? snippet : snippet.replaceAll(/^/gm, '      ');
  return `on: push\njobs:\n  job:\n    runs-on: ubuntu-latest\n    steps:\n${indented}`;
}

describe('management-token/action.yml', () => {
  const text = read('management-token/action.yml');
  const action: typeof ACTION = parse(text);

  test('passes the check of GitHub’s own schema', async () => {
    expect(await diagnostics('action.yml', text)).toEqual([]);
  });

  test('declares exactly the inputs that the code reads, with the same defaults', () => {
    const declared = Object.entries(action.inputs).map(([name, input]) => [name, input.default ?? '']);
    const read = Object.entries(MANAGEMENT_INPUTS).map(([name, input]) => {
      if ('runnerExpression' in input) return [name, `\${{ ${input.runnerExpression} }}`];
      return [name, 'default' in input ? input.default : ''];
    });
    expect(declared).toEqual(read);
  });

  test('names the operations that use an input at the end of its description', () => {
    const named = Object.entries(action.inputs).map(([name, { description }]) => [
      name,
      operationsIn(description) ?? 'all',
    ]);
    expect(named).toEqual(Object.entries(MANAGEMENT_INPUTS).map(([name, { usedBy }]) => [name, usedBy]));
  });

  test('declares only outputs that the code can set', () => {
    expect(OUTPUTS).toEqual(expect.arrayContaining(Object.keys(action.outputs)));
  });

  test('runs packed files in dist, which are outside its folder', () => {
    expect(action.runs).toEqual({
      using: 'node24',
      main: '../dist/management-token/main/index.js',
      post: '../dist/management-token/post/index.js',
    });
    expect(existsSync(join(ROOT, 'management-token', action.runs['main'] ?? ''))).toBe(true);
    expect(existsSync(join(ROOT, 'management-token', action.runs['post'] ?? ''))).toBe(true);
  });
});

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

  test('do not pass the check with an input that the action does not have', async () => {
    const example = read('examples/ephemeral-token.yml').replace('permissions: |', 'permisions: |');
    expect(await diagnostics('typo.yml', example)).toMatchObject([
      { message: expect.stringContaining('permisions') },
    ]);
  });

  test.for<[change: string, from: RegExp, to: string, message: string]>([
    ['an input that the called workflow does not have', /leaked: (?=\$)/, 'leeked: ', 'leeked'],
    ['a missing input that the called workflow requires', /\n +description: Web.*/, '', 'description'],
    ['a secret that the called workflow does not have', /app-private-key: /, 'app-key: ', 'app-key'],
    ['an output that does not exist', /outputs\.rotated/, 'outputs.rotatd', 'rotatd'],
  ])('are checked against the called workflow: %s', async ([, from, to, message]) => {
    const caller = read('examples/call-reusable-rotation.yml').replace(from, to);
    expect(JSON.stringify(await diagnostics('caller.yml', caller))).toContain(message);
  });
});

describe.for(['dist', 'emulator/dist'])('%s', (folder) => {
  const files = filesOf(folder);
  const bundles = files.filter((name) => name.endsWith('.js')).map((name) => read(`${folder}/${name}`));

  test('loads only built-in modules of Node and its own parts', () => {
    const loaded = bundles.flatMap((bundle) =>
      [...bundle.matchAll(/\b(?:require|getBuiltinModule)\(([^*)][^)]*)\)/g)].map(([, what = '']) => what),
    );
    expect(loaded.length).toBeGreaterThan(10);
    // The second form is how the bundle loads its parts. The next test checks their names.
    const others = loaded.filter((what) => !isBuiltin(what.replaceAll(/["']/g, '')));
    const bundle = folder === 'dist' ? ["'../index.js'", "'../../index.js'"] : ["'./index.js'"];
    expect(new Set(others)).toEqual(new Set([...bundle, '"./" + __nccwpck_require__.u(chunkId']));
  });

  test('has exactly the parts that the bundle loads', () => {
    const [, names = ''] = /return \((\{[^}]*\})\)\[chunkId\];/.exec(read(`${folder}/index.js`)) ?? [];
    const parts = Object.values<string>(JSON.parse(names));
    const entries =
      /^require\('(?:\.|\.\.|\.\.\/\.\.)\/index\.js'\)\.run(?:Management)?(?:Main|Post|Server)\(\);\n$/;
    const others = files.filter((name) => name.endsWith('.js') && !entries.test(read(`${folder}/${name}`)));
    expect(others.toSorted()).toEqual(['index.js', ...parts].toSorted());
    for (const name of parts) expect(name).toMatch(/^[a-z]+(?:-[a-z]+)*\.js$/);
  });

  test('contains no code for tests', () => {
    const allowed =
      /process\.env\[?["']?(?:GITHUB_|STATE_|INPUT_|RUNNER_(?:TEMP|DEBUG)|PATH\b|ACTIONS_ORCHESTRATION_ID|https?_proxy|HTTPS?_PROXY|no_proxy|NO_PROXY)/;
    for (const bundle of bundles) {
      const reads = [...bundle.matchAll(/process\.env(?:\.\w+|\[["'`]?[\w-]+["'`]?)/g)].map(([text]) => text);
      const unknown = reads.filter(
        (text) => !allowed.test(text.replace('.env.', ".env['").replace('`', "'")),
      );
      expect(unknown.filter((text) => !OF_ANY_NAME.includes(text))).toEqual([]);
    }
  });

  test('contains nothing about the machine that packed it', () => {
    for (const bundle of bundles) {
      expect(bundle).not.toContain(ROOT);
      expect(bundle).not.toMatch(/MODULE: (?!external |\.\/(?:build|node_modules|packages)\/)/);
    }
  });

  test('is not minified', () => {
    for (const bundle of bundles) {
      expect(Math.max(...bundle.split('\n').map((line) => line.length))).toBeLessThan(2_000);
    }
  });

  test('contains the licenses of all packages', () => {
    const packed = bundles.flatMap((bundle) =>
      [...bundle.matchAll(/MODULE: \.\/(?:build\/)?node_modules\/((?:@[^/]+\/)?[^/]+)\//g)].map(
        ([, name = '']) => name,
      ),
    );
    const text = read(`${folder}/licenses.txt`);
    const licenses = [...text.matchAll(/^(\S+) \d[\d.]* \(([\w.-]+)\)$/gm)];
    const named = licenses.map(([, name = '']) => name);
    expect(new Set(named).size).toBe(named.length);
    expect(named).toEqual(expect.arrayContaining([...new Set(packed)]));
    // Their licenses only require that they are named, which the text does.
    expect(
      licenses.filter(([, , license = '']) => !/^(?:MIT|ISC|BSD-[23]-Clause|Apache-2\.0)$/.test(license)),
    ).toEqual([]);
    expect(text).toBe(licensesOf(named.toSorted(), ROOT));
  });
});

/** The toolkit reads inputs, states, and file variables by their names. */
const OF_ANY_NAME = ['process.env[name', 'process.env[variable', 'process.env[SUMMARY_ENV_VAR'];

describe('dist', () => {
  const sizeOf = (name: string): number => statSync(join(ROOT, 'dist', name)).size;

  test('contains no code that starts a process, except where management-token/ runs influxctl', () => {
    const starting = filesOf('dist').filter((name) => read(`dist/${name}`).includes('child_process'));
    expect(starting).toEqual(['management-steps.js']);
    const starts = read('dist/management-steps.js').match(/\bspawn\w*\)?\(|\bexec\w*\)?\(|shell:/g);
    // A regular expression has a method of the name exec.
    expect(starts?.filter((text) => text !== 'exec(')).toEqual(['spawn(']);
  });

  test('contains no part of undici', () => {
    for (const name of filesOf('dist')) {
      if (name.endsWith('.js')) expect(read(`dist/${name}`)).not.toMatch(/\b(?:Dispatcher|undici\/lib)\b/);
    }
  });

  test('has a bundle that is small enough to review', () => {
    expect(sizeOf('index.js')).toBeLessThanOrEqual(200_000);
  });

  test('is small enough to review', () => {
    expect(filesOf('dist').reduce((sum, name) => sum + sizeOf(name), 0)).toBeLessThanOrEqual(1_000_000);
  });
});

function filesOf(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(ROOT, folder, name)).isFile(),
  );
}

function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}
